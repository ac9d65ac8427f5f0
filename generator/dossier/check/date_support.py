"""What gives the date of a record: the words of its phrase, and the days that the editor's reasoning names.

A basis must give each part that is written in a date: of `2019-01-23/2019-01-27` both days, of `../2019-01` the month.
"last week" gives both some day of the week (`[a..b]`) and all of it (`a/b`), "from Monday to Friday" only all of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache
from typing import NamedTuple

from dossier.check.date_meaning import lacks_doubt, plain_meaning, within_limit
from dossier.check.dated_values import DatedValue, anchor_date, iter_dates
from dossier.check.passages import ReadableText, readable_evidence
from dossier.check.phrases import counts_from_another_day, foreign_languages, phrase_detectors
from dossier.check.reasoning import ORDINAL, Reasoning, reasoning_of
from dossier.detect.date_mentions import DateGroup, Part
from dossier.detect.date_resolver import UNKNOWN
from dossier.detect.languages import source_detectors
from dossier.edtf.parse import WEEKDAYS, Edtf
from dossier.graph import Graph
from dossier.graph.grouping import group_by
from dossier.graph.markup import find_cross_links
from dossier.model.kinds.source import Source

NIGHT = 2
"""The length in days of a period that may be dated to one of its days, as "last night"."""
WEEKEND = 3
"""The length in days of a period of which the editor may choose days without naming them."""

_SHARES: Mapping[Part, tuple[float, float]] = {"": (0, 1), "early": (0, 0.55), "mid": (0.2, 0.8), "late": (0.45, 1)}
"""In which share of a period a day may be that is early, in the middle or late in it."""


class Period(NamedTuple):
    """A range of days; None is an open or unknown end."""

    first: date | None
    last: date | None

    @property
    def length(self) -> float:
        """The number of days, which is infinite if an end is open."""
        return (self.last - self.first).days + 1 if self.first and self.last else float("inf")

    def contains(self, other: "Period") -> bool:
        """Return whether all days of another period are in this one."""
        starts = self.first is None or (other.first is not None and self.first <= other.first)
        return starts and (self.last is None or (other.last is not None and other.last <= self.last))

    def ends_in(self, other: "Period") -> bool:
        """Return whether the first or the last day of this period is in another one."""
        return any(end is not None and other.contains(Period(end, end)) for end in self)


def contradicts(graph: Graph, dated: DatedValue, meant: Edtf) -> bool:
    """Return whether a date has no day of those that its phrase means, or an open end on the other side of it."""
    date = dated.date
    is_opposite = (date.earliest is None and meant.latest is None) or (date.latest is None and meant.earliest is None)
    return (is_opposite or not meant.overlaps(date)) and not is_meant(graph, dated, meant)


def is_verified(graph: Graph, dated: DatedValue) -> bool:
    """Return whether a passage gives a date, alone or with its anchor; any other is on the word of the editor."""
    if dated.basis is None:
        return True
    meant = plain_meaning(graph, dated, by_default=True)
    if meant is None:
        return False
    meant = next(iter(within_limit(graph, dated, meant)), meant)
    return meant.overlaps(dated.date) and is_meant(graph, dated, meant)


def is_meant(graph: Graph, dated: DatedValue, meant: Edtf) -> bool:
    """Return whether the phrase gives the date without a choice, or one that is less exact."""
    plain = plain_meaning(graph, dated)
    if plain is not None and (limited := within_limit(graph, dated, plain)):
        if any(dated.date.text == reading.text or is_reading(dated.date, reading) for reading in limited):
            return True
        if plain not in limited:
            return _is_rounded(dated.date, limited[0])
        meant = plain
        if dated.date.earliest is None or dated.date.latest is None:
            return _is_rounded(dated.date, limited[0])
    if lacks_doubt(graph, dated, meant) or _is_some_day_of(dated.date, meant):
        return False
    detectors = phrase_detectors(graph, dated)
    is_end = detectors is not None and detectors.dates.is_end_of_distance(dated.phrase or "", meant, dated.date)
    if is_reading(dated.date, meant) or is_end:
        return True
    if is_ambiguous(meant):
        return False
    periods = list(_periods(meant))
    longest = NIGHT if dated.date.is_day else WEEKEND
    return not ungiven_parts(dated.date, periods) or _is_within(dated.date, periods, longest)


def _is_some_day_of(date: Edtf, meant: Edtf) -> bool:
    """Return whether a date is some day of a period that the phrase means as a whole: "from 3 to 5 March"."""
    is_period = meant.is_interval and None not in (meant.earliest, meant.latest)
    return is_period and date.is_one_of and (date.earliest, date.latest) == (meant.earliest, meant.latest)


def _is_rounded(date: Edtf, exact: Edtf) -> bool:
    """Return whether a date has the open end of an exact one, and as its other end the month or year of its end."""
    if (date.earliest is None, date.latest is None) != (exact.earliest is None, exact.latest is None):
        return False
    ends = [Period(part.earliest, part.latest) for part in (Edtf.parse(text) for text, _ in _written_parts(date))]
    return len(ends) == 1 and Period(exact.earliest, exact.latest).ends_in(ends[0])


def is_ambiguous(meant: Edtf) -> bool:
    """Return whether a phrase has several readings."""
    return meant.is_one_of and len(meant.parts) > 1


def is_reading(date: Edtf, meant: Edtf) -> bool:
    """Return whether a date is what a phrase means, or a period that is one of its readings."""
    return date == meant or (not date.is_day and Period(date.earliest, date.latest) in list(_periods(meant)))


def unexplained_parts(graph: Graph, dated: DatedValue, meant: Edtf | None) -> list[str]:
    """Return the parts of a date that neither its phrase nor its reasoning gives.

    A reasoning that names no day decides between the readings of a phrase, and which of its days are meant.
    """
    reasoning = reasoning_of(graph, dated)
    readings = list(_periods(meant)) if meant else []
    if meant is not None and meant != dated.date and not _fits_phrase(graph, dated, meant):
        return [text for text, _ in _written_parts(dated.date)]
    if meant is not None and (is_reading(dated.date, meant) or _is_within(dated.date, readings, WEEKEND)):
        return []
    if meant is not None and is_meant(graph, dated, meant) and None in (meant.earliest, meant.latest):
        return []
    if not reasoning.names_days:
        is_word_of_the_editor = dated.basis is not None and dated.basis.anchor is None  # The page says so.
        if _is_within(dated.date, readings) if meant else is_word_of_the_editor:
            return []
    if foreign_languages(graph, dated) and _fits_numbers(graph, dated, reasoning):
        return []
    bases = _bases(graph, dated, reasoning, meant)
    periods = [*readings, *_named_periods(graph, dated, bases)]
    if not ungiven_parts(dated.date, periods):
        return []
    return ungiven_parts(dated.date, [*periods, *_counted_periods(graph, dated, reasoning, bases)])


def _fits_numbers(graph: Graph, dated: DatedValue, reasoning: Reasoning) -> bool:
    """Return whether the numbers in words of another language are day and year of a date, and the month is named."""
    numbers = set(map(int, re.findall("[0-9]+", dated.phrase or "")))
    months = {mention.month for group in reasoning.groups for mention in group.mentions if mention.month}
    years = {day.earliest.year for day in _bases(graph, dated, reasoning).known if day.earliest}
    day = dated.date.earliest
    return (
        day is not None
        and dated.date.is_day
        and day.day in numbers
        and day.year in numbers | years
        and day.month in (months or {day.month})
    )


def _fits_phrase(graph: Graph, dated: DatedValue, meant: Edtf) -> bool:
    """Return whether a date within the period of "late 2018" is late in it."""
    detectors = phrase_detectors(graph, dated)
    groups = detectors.find_date_groups(dated.phrase or "") if detectors else []
    parts = {mention.part for group in groups for mention in group.mentions} - {""}
    return (
        not parts
        or not _is_within(dated.date, _periods(meant))
        or any(is_in_part(dated.date, part, meant) for part in parts)
    )


def is_in_part(date: Edtf, part: Part, period: Edtf) -> bool:
    """Return whether a date is in the early, the middle or the late part of a period."""
    days = [day for day in (date.earliest, date.latest) if day is not None]
    low, high = _SHARES[part]
    return any(
        first is not None
        and last is not None
        and first < last
        and all(low <= (day - first) / (last - first) <= high for day in days)
        for first, last in _periods(period)
    )


def ungiven_parts(date: Edtf, periods: Iterable[Period]) -> list[str]:
    """Return the days, months and years, as written in a date, that are none of the periods, nor ends of them."""
    given = list(periods)
    ungiven = []
    for text, is_end in _written_parts(date):
        written = Edtf.parse(text)
        part = Period(written.earliest, written.latest)
        if part.first is None:
            continue
        is_given = any(
            period == part
            or (is_end and period.ends_in(part))
            or (part.length > 1 and (part.contains(period) or (period.length <= part.length and period.ends_in(part))))
            for period in given
        )
        if not is_given:
            ungiven.append(text)
    return ungiven


def _written_parts(date: Edtf) -> Iterator[tuple[str, bool]]:
    """Yield the dates written in a date, without qualifiers and times, and whether each is an end of a period."""
    text = re.sub(r"[?~%\[\]{}]|T[^,/]*", "", date.text)
    for member in text.split(","):
        ends = re.split(r"/|\.\.", member)
        yield from ((end, len(ends) > 1) for end in ends if end)


def _is_within(date: Edtf, periods: Iterable[Period], longest: int | None = None) -> bool:
    """Return whether all parts of a date are in one of the periods; `longest` is the greatest length in days."""
    parts = [Period(part.earliest, part.latest) for part in date.parts]
    ends = [Period(part.first or part.last, part.last or part.first) for part in parts]
    return any(
        all(period.contains(end) for end in ends) for period in periods if longest is None or period.length <= longest
    )


def _periods(date: Edtf) -> Iterator[Period]:
    return (Period(part.earliest, part.latest) for part in date.parts if (part.earliest, part.latest) != (None, None))


class _Bases(NamedTuple):
    """The dates from which the expressions of a reasoning may count: those it gives itself, and others that are known.

    `given` are those that the reasoning names, and those of the anchor and of linked records: where the reasoning names
    another date, these may only begin or end a period. A phrase such as "last week" counts from `days_of_texts`.
    """

    given: tuple[Edtf, ...]
    known: tuple[Edtf, ...]
    days_of_texts: tuple[Edtf, ...]


def _bases(graph: Graph, dated: DatedValue, reasoning: Reasoning, meant: Edtf | None = None) -> _Bases:
    groups, resolver = reasoning.groups, reasoning.detectors.dates if reasoning.detectors else None
    anchors = tuple(_anchor_dates(graph, dated))
    texts = (*anchors, *_dates_of_sources(graph, dated))
    known = [*([meant] if meant else ()), *texts, *_dates_of_events(graph, dated)]
    known += [day for group in groups if resolver and group.has_year for day in resolver.dates_given(group)]
    absolute = [group for group in groups if any(mention.month or mention.year for mention in group.mentions)]
    bases = known or [UNKNOWN]
    named = [day for group in absolute if resolver for base in bases for day in resolver.dates_given(group, base)]
    if meant is not None:
        named += _months_in(meant, groups)
    if not absolute:
        named += _printed_dates(graph, dated)
    is_single = not re.search(r"/|\.\.", dated.date.text)
    return _Bases((*(() if absolute and is_single else anchors), *named), tuple(known), texts)


def _months_in(period: Edtf, groups: Iterable[DateGroup]) -> Iterator[Edtf]:
    """Yield the months without a year that expressions name, in the years of a period: "October to December"."""
    if period.earliest is None or period.latest is None:
        return
    for group in groups:
        for mention in group.mentions:
            if mention.month and not mention.day and not mention.year:
                years = range(period.earliest.year, min(period.latest.year, period.earliest.year + 10) + 1)
                yield from (Edtf.parse(f"{year:04}-{mention.month:02}") for year in years)


def _named_periods(graph: Graph, dated: DatedValue, bases: _Bases) -> Iterator[Period]:
    """Yield the periods of the anchor, of linked records and of the dates that a reasoning names."""
    for day in dict.fromkeys(bases.given):
        yield from _periods(day)
    detectors = phrase_detectors(graph, dated)
    if dated.phrase is not None and detectors and not counts_from_another_day(graph, dated):
        for base in bases.days_of_texts:
            meant = detectors.dates.resolve(dated.phrase, base)
            yield from _periods(meant) if meant else ()


def _counted_periods(graph: Graph, dated: DatedValue, reasoning: Reasoning, bases: _Bases) -> Iterator[Period]:
    """Yield what weekdays, distances and the like in a reasoning mean, counted from each date that is known."""
    phrase = Reasoning(dated.phrase or "", phrase_detectors(graph, dated))
    mentions = [(mention, reasoning.detectors) for group in reasoning.groups for mention in group.mentions]
    mentions += [
        (mention, phrase.detectors)
        for group in phrase.groups
        for mention in group.mentions
        if mention.kind == "relative"
    ]
    days_of_texts = {end for day in bases.days_of_texts for end in (day.earliest, day.latest)}
    distances = [
        (words, text.detectors)
        for text in (reasoning, phrase)
        if text.detectors
        for words in text.detectors.dates.distances_in(text.text)
    ]
    ordinals = [int(match["day"]) for match in ORDINAL.finditer(reasoning.text)]
    known = (*bases.known, *bases.given)
    days = (end for base in known for end in (base.earliest, base.latest) if end is not None)
    for day in dict.fromkeys(days):
        if day.year in (MINYEAR, MAXYEAR):
            continue  # No calendar has all days around it.
        base = Edtf.parse(str(day))
        for mention, detectors in mentions:
            if detectors is None:
                continue
            resolver = detectors.dates
            if mention.kind == "weekday" and mention.weekday:
                ahead = (WEEKDAYS.index(mention.weekday) - day.weekday()) % 7
                yield from (_single(day + timedelta(shift)) for shift in (ahead - 7, ahead, ahead or 7))
            elif mention.kind == "relative" and (
                day in days_of_texts or resolver.counts_from_another_day(mention.text)
            ):
                given = resolver.dates_given(DateGroup((mention,)), base)
                yield from (period for meant in given for period in _periods(meant))
        for words, detectors in distances:
            meant = detectors.dates.resolve(words, base)
            far_end = re.split(r"/|\.\.", meant.text.strip("[]"))[0 if meant.latest == day else -1] if meant else ""
            yield from _periods(Edtf.parse(far_end)) if far_end else ()
        for number in ordinals:
            with suppress(ValueError):
                yield _single(day.replace(day=number))


def ungiven_time(graph: Graph, dated: DatedValue) -> str:
    """Return the time of day in a date, as `21:30`, if neither the passages nor the basis have it; "" if they do."""
    match = re.search(r"T([0-9]{2}):([0-9]{2})", dated.date.text)
    if match is None:
        return ""
    reasoning = reasoning_of(graph, dated)
    texts = [*readable_evidence(graph, dated.record)]
    texts += [ReadableText(reasoning.text, reasoning.detectors)] if reasoning.detectors else []
    time = int(match[1]) % 24, int(match[2])
    is_given = any(
        time == (other.hour, other.minute) for text in texts for other in text.detectors.find_times(text.text)
    )
    return "" if is_given else f"{match[1]}:{match[2]}"


def _single(day: date) -> Period:
    return Period(day, day)


def _anchor_dates(graph: Graph, dated: DatedValue) -> Iterator[Edtf]:
    """Yield the dates of the anchor and of the records that the reasoning links."""
    basis = dated.basis
    anchor = anchor_date(graph, basis) if basis else None
    if anchor is not None:
        yield anchor
    for link in find_cross_links((basis and basis.reasoning) or ""):
        yield from (other.date for other in dates_by_record(graph).get(link.key, ()))


def _dates_of_sources(graph: Graph, dated: DatedValue) -> Iterator[Edtf]:
    """Yield the dates on which the record's sources were published."""
    sources = (f"source:{citation.passage.source}" for citation in graph.citations_of(dated.record))
    for key in dict.fromkeys(sources):
        yield from (other.date for other in dates_by_record(graph).get(key, ()) if other.path == ("published",))


def _dates_of_events(graph: Graph, dated: DatedValue) -> Iterator[Edtf]:
    """Yield the dates of the events that a record is about."""
    for key in dated.record.about:
        if key.startswith("event:"):
            yield from (other.date for other in dates_by_record(graph).get(key, ()) if other.path == ())


def _printed_dates(graph: Graph, dated: DatedValue) -> Iterator[Edtf]:
    """Yield the dates with a month that the record's passages print, counted from the dates of their sources."""
    for citation in graph.citations_of(dated.record):
        source = graph.source_of(citation)
        detectors = source_detectors(graph.dossier, source)
        if not (citation.is_found and isinstance(source, Source) and detectors):
            continue
        published = source.published.date if source.published else UNKNOWN
        for group in detectors.find_date_groups(graph.passage_text(citation)):
            if all(mention.month or mention.year for mention in group.mentions):
                yield from detectors.dates.dates_given(group, published)


@lru_cache(maxsize=4)  # Graphs are few; looking through all records for each date would be slow.
def dates_by_record(graph: Graph) -> Mapping[str, tuple[DatedValue, ...]]:
    """Return the dates of each record by its key."""
    return group_by(iter_dates(graph), lambda dated: (dated.record.key,))
