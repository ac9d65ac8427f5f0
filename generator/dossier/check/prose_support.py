"""What the evidence of a statement does not support: its dates and quoted words."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from dossier.check.date_support import dates_by_record, is_in_part
from dossier.check.phrases import phrase_detectors
from dossier.check.prose import ProseItem, prose_texts, readable_passages, readable_texts
from dossier.detect.date_mentions import DateGroup, DateMention
from dossier.detect.date_resolver import UNKNOWN, DateResolver
from dossier.detect.detectors import Detectors
from dossier.detect.languages import find_quotations_in, prose_detectors
from dossier.detect.name_words import NameWords
from dossier.edtf.parse import Edtf
from dossier.graph import Graph
from dossier.graph.markup import find_cross_links
from dossier.match import simplify_text
from dossier.model.kinds.source import Source
from dossier.text.whole_words import has_whole_words

DIGIT = re.compile("[0-9]")
OPENING_MARKS = '"“«'
EDGE_PUNCTUATION = " .,;:!?…"


def unsupported_dates(graph: Graph, prose: ProseItem) -> Iterator[str]:
    """Yield the dates, months with a figure, years and weekdays that no passage of the statement and no record has.

    Supported are the dates that its passages print, as far as these and the dates of their sources give day, month and
    year, and the dates of its record and of those it links. The date on which a source was published counts only if
    the statement speaks of the publication.
    """
    detectors = prose_detectors(graph.dossier)
    if detectors is None:
        return
    groups = [group for group in detectors.find_date_groups(prose.text) if _is_checked(group)]
    if not groups:
        return
    printed, recorded = list(_passage_dates(graph, prose)), list(_record_dates(graph, prose))
    for group in groups:
        for mention in group.mentions:
            if mention.kind == "relative" and mention.weekday is None:
                continue
            is_end = {group.link, mention.link} & {"to", "between"} or _ends_period(prose.text, mention, detectors)
            known = recorded if is_end else [item._replace(has_ends=not item.is_period) for item in recorded]
            dates = [*printed, *known, *_publication_dates(graph, prose, mention, detectors)]
            is_given = all(_has_date(single, dates, detectors) for single in _single_days(mention))
            if not is_given or _is_wrong_weekday(mention, detectors):
                yield mention.text


def unsupported_times(graph: Graph, prose: ProseItem) -> Iterator[str]:
    """Yield the times of day that are none of those in the evidence: "9:30 p.m." for "9:30 a.m."."""
    detectors = prose_detectors(graph.dossier)
    times = list(detectors.find_times(prose.text)) if detectors else []
    texts = readable_texts(graph, prose) if times else []
    if any(text.detectors.has_unread_time(text.text) for text in texts):
        return
    given = [time for text in texts for time in text.detectors.find_times(text.text)]
    yield from (time.text for time in times if not any(time.may_be(other) for other in given))


class EvidenceDate(NamedTuple):
    """A date that supports a statement; `has_ends` if its first and last day are ones that the evidence gives."""

    date: Edtf
    has_ends: bool
    weekdays: tuple[str, ...] = ()
    """The weekdays that the evidence prints."""
    is_period: bool = False
    """Whether it is the period of a record, of which an end is no day on which something was."""
    mentions: tuple[DateMention, ...] = ()
    """The expressions of a passage that give the date; none for the date of a record."""


def _is_checked(group: DateGroup) -> bool:
    return any(
        mention.weekday or mention.kind == "month" or mention.month or mention.holiday or DIGIT.search(mention.text)
        for mention in group.mentions
    )


def _single_days(mention: DateMention) -> list[DateMention]:
    """Return the mention for each of its days: two for "3 and 4 March"."""
    return [mention._replace(day=day, days=(), link="") for day in mention.days] or [mention]


def _is_wrong_weekday(mention: DateMention, detectors: Detectors) -> bool:
    """Return whether a date is printed with a weekday on which it did not fall."""
    if mention.weekday is None or None in (mention.year, mention.month, mention.day) or mention.days:
        return False
    date = detectors.dates.resolve_mention(mention, UNKNOWN)
    return date is None or date.weekday != mention.weekday


_LIMIT = re.compile(
    r"\b(?:from|since|between|after|before|by|until|till|through|to|and|than|or) (?:about |around )?$", re.IGNORECASE
)
"""Words before the first or the last day of a period, in English."""


def _ends_period(text: str, mention: DateMention, detectors: Detectors) -> bool:
    """Return whether the words before a date make it the first or the last day of a period."""
    before = text[: mention.start]
    return (_LIMIT.search(before) if detectors.reads_words else detectors.limit_before(before, mention)) is not None


def _record_dates(graph: Graph, prose: ProseItem) -> Iterator[EvidenceDate]:
    """Yield the dates of the statement's record and of records it links."""
    item = prose.statement.item
    keys = {item.key, *(record.key for record in prose.linked if not isinstance(record, Source))}
    for key in keys:
        for dated in dates_by_record(graph).get(key, ()):
            is_period = re.search(r"/|\.\.", dated.date.text) is not None
            detectors = phrase_detectors(graph, dated)
            weekdays = detectors.weekdays_in(dated.phrase) if detectors and dated.phrase else ()
            yield EvidenceDate(dated.date, True, weekdays, is_period)


def _passage_dates(graph: Graph, prose: ProseItem) -> Iterator[EvidenceDate]:
    """Yield the dates that the statement's passages print."""
    for citation, (text, detectors) in readable_passages(graph, prose):
        yield from _printed_dates(text, _publication_date(graph, citation.passage.source), detectors)


@lru_cache(maxsize=4096)  # Many statements cite the same passage.
def _printed_dates(text: str, published: Edtf, detectors: Detectors) -> tuple[EvidenceDate, ...]:
    """Return the dates that a passage prints, in a text of the day `published`."""
    found: list[EvidenceDate] = []
    before: tuple[Edtf, ...] = ()
    resolver = detectors.dates
    for group in detectors.find_date_groups(text):
        weekdays = tuple(mention.weekday for mention in group.mentions if mention.weekday)
        words = " ".join(mention.text for mention in group.mentions)
        dates = () if resolver.counts_from_another_day(words) else _dates_of(group, words, published, resolver)
        is_relative = any(mention.kind == "relative" for mention in group.mentions)
        if before and not group.has_year and all(mention.day for mention in group.mentions):
            dates = tuple(
                dict.fromkeys((*dates, *resolver.dates_given(group, before[0])))
            )  # "Dec. 11, 2020, and Dec. 14"
        elif group.has_year:
            before = dates
        found += [
            EvidenceDate(date, not is_relative, weekdays, mentions=group.mentions) for date in dates or (UNKNOWN,)
        ]
        ends = [Edtf.parse(str(date.earliest)) for date in dates if date.earliest]
        found += [EvidenceDate(end, True) for end in ends if resolver.is_end_of_distance(words, dates[0], end)]
    return tuple(found)


def _dates_of(group: DateGroup, words: str, published: Edtf, resolver: DateResolver) -> tuple[Edtf, ...]:
    """Return the dates that an expression gives in a text of the day `published`, also for "two days ago"."""
    distance = resolver.resolve(words, published) if resolver.has_distance(words) else None
    return resolver.dates_given(group, published) if distance is None else (distance,)


def _publication_date(graph: Graph, source: str) -> Edtf:
    record = graph.dossier.by_key.get(f"source:{source}")
    return record.published.date if isinstance(record, Source) and record.published else UNKNOWN


def _publication_dates(
    graph: Graph, prose: ProseItem, mention: DateMention, detectors: Detectors
) -> Iterator[EvidenceDate]:
    """Yield the dates of the sources that a statement cites or links, if it says that a publication is of this date."""
    before = prose.text[: mention.start]
    cited = dict.fromkeys(citation.passage.source for citation in prose.citations)
    linked = [record.id for record in prose.linked if isinstance(record, Source)]
    sources = (
        [*cited, *linked]
        if detectors.publication is not None and detectors.publication.search(before)
        else [source for source in linked if _names_source_before(graph, prose, source, before, detectors)]
    )
    for source in dict.fromkeys(sources):
        published = _publication_date(graph, source)
        if published.earliest is not None:
            yield EvidenceDate(published, True)


def _names_source_before(graph: Graph, prose: ProseItem, source: str, before: str, detectors: Detectors) -> bool:
    """Return whether a link to a source is right before a date, with no word of saying between: "the Gazette of"."""
    for link in find_cross_links(prose.statement.markup):
        if link.key == f"source:{source}":
            _, words, between = before.rpartition(link.words or graph.labels.get(link.key, ""))
            if words and len(between) <= _NEAR and not _saying(detectors.name_words).search(between):
                return True
    return False


_NEAR = 30
"""The greatest number of characters between the name of a publication and its date."""


@lru_cache(maxsize=8)
def _saying(words: NameWords | None) -> re.Pattern[str]:
    reporting = "|".join(map(re.escape, sorted(words.reporting if words else ())))
    return re.compile(rf"\b(?:that|que|dass|{reporting})\b", re.IGNORECASE)


def _has_date(mention: DateMention, evidence: Iterable[EvidenceDate], detectors: Detectors) -> bool:
    """Return whether the evidence has what is printed of a date: day, month and year, or a weekday."""
    if mention.kind == "fiscal":
        return any(_same_words(mention, other) for item in evidence for other in item.mentions)
    return any(
        _gives_weekday(item, mention.weekday)
        if mention.kind in ("weekday", "relative")
        else _gives_date(item, mention, detectors)
        for item in evidence
    )


def _same_words(mention: DateMention, other: DateMention) -> bool:
    """Return whether two fiscal years or quarters are the same: "2019-20" and "2019/20"."""
    texts = (re.sub("[-–/]", "-", fiscal.text).casefold() for fiscal in (mention, other))
    return other.kind == "fiscal" and len(set(texts)) == 1


def _gives_weekday(item: EvidenceDate, weekday: str | None) -> bool:
    return weekday in item.weekdays or item.date.weekday == weekday


def _gives_date(item: EvidenceDate, mention: DateMention, detectors: Detectors) -> bool:
    """Return whether the mention names the days of the evidence, or the period that these are in."""
    meant = detectors.dates.resolve_mention(mention, item.date)
    if meant is None or (mention.part and not _gives_part(item, mention, meant)):
        return False
    if meant == item.date:
        return True
    if mention.is_span:
        return item.date.text == meant.text
    if _contains(meant, item.date.earliest, item.date.latest):
        return True
    ends = (item.date.earliest, item.date.latest) if item.has_ends else ()
    return any(end is not None and _contains(meant, end, end) for end in ends)


def _gives_part(item: EvidenceDate, mention: DateMention, meant: Edtf) -> bool:
    """Return whether the evidence says "early", "mid" or "late" too, or has days in that part of the period."""
    if any(other.part for other in item.mentions):
        return any(other.part == mention.part for other in item.mentions)
    return is_in_part(item.date, mention.part, meant)


def _contains(period: Edtf, first: date | None, last: date | None) -> bool:
    """Return whether the days from first to last are all in a period; for a set, in one of its members."""
    if first is None or last is None:
        return False
    return any(
        part.earliest is not None and part.latest is not None and part.earliest <= first and last <= part.latest
        for part in period.parts
    )


def unsupported_quotations(graph: Graph, prose: ProseItem) -> Iterator[str]:
    """Yield the words in quotation marks that are not in the evidence, ignoring case and kinds of quotation marks."""
    quotations = find_quotations_in(prose.text, prose_detectors(graph.dossier))
    texts = "\n".join(map(simplify_text, prose_texts(graph, prose))) if quotations else ""
    for quotation in quotations:
        words = prose.text[quotation.inner_start : quotation.inner_end]
        simple = simplify_text(words).strip(EDGE_PUNCTUATION)
        if not simple or not has_whole_words(texts, simple):
            yield words
