"""Drafts of the dated events of a source: with the date, the place and who took part."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dossier.check.date_context import direction_of
from dossier.check.rules.status_mismatch import AHEAD, words_ahead
from dossier.detect.date_mentions import DateGroup
from dossier.detect.detectors import Detectors
from dossier.detect.limits import dates_within
from dossier.editor.draft_ids import free_id, main_words, slug
from dossier.editor.draft_participants import find_participants
from dossier.editor.draft_prose import propose_summary, propose_title
from dossier.editor.extract_fields import UNKNOWN, Fields
from dossier.editor.source_reading import Draft, SourceReading
from dossier.editor.yaml.nodes import YamlValue
from dossier.edtf.parse import Edtf
from dossier.model.citation import Citation
from dossier.model.kinds.event import Event
from dossier.model.kinds.place import Place
from dossier.model.record import TODO_PREFIX
from dossier.text.spans import Bounds, spans_overlap
from dossier.text.whitespace import collapse_whitespace

_MAX_ID_WORDS = 5
_MIN_WORDS = 3
"""A line with fewer words is an address, a date line or a caption, which reports no event."""
_REACH = 80
"""How far before a date the words are read that limit it: "before", "around"."""
_LAST_WORD = re.compile(r"\S+\s+$")


class EventDate(NamedTuple):
    """A date of a text on which something happens, and the fields of an event on it.

    There are no fields for a date that counts from another day, such as "two days after the ruling".
    """

    group: DateGroup
    span: Bounds
    sentence: Bounds
    fields: Fields

    @property
    def key(self) -> tuple[Bounds, str]:
        """What tells an event from others: its sentence and date."""
        return self.sentence, str(self.fields.get("date", ""))


def draft_events(reading: SourceReading) -> Iterator[Draft]:
    """Yield a draft of what each date of the text is that of, with the place and the actors of its sentence.

    Not again of a sentence whose event an editor has given another date.
    """
    detectors = reading.detectors
    if not detectors:
        return
    open_dates, content = reading.open_mentions.get("date", []), reading.text.content
    corrected = _find_corrected_events(reading, detectors)
    for date in find_event_dates(reading):
        sentence = date.sentence
        is_prose = _is_prose(content[sentence.start : sentence.end])
        is_open = all(Bounds(mention.start, mention.end) in open_dates for mention in date.group.mentions)
        if not is_open or not is_prose or not date.fields or date.key in reading.drafted_events:
            continue
        other = next((citation for citation in corrected if spans_overlap(citation.span, sentence)), None)
        if other:
            corrected.remove(other)
        else:
            yield _draft_event(reading, date)


def find_event_dates(reading: SourceReading) -> Iterator[EventDate]:
    """Yield the dates on which something happens: not those of sayings, and of names such as "the 2012 election"."""
    detectors, content = reading.detectors, reading.text.content
    for group in reading.date_groups if detectors else ():
        span = Bounds(group.mentions[0].start, group.mentions[-1].end)
        if detectors and _is_of_event(detectors, group, content) and not reading.verb_of_date(span):
            sentence = reading.sentence_of(span)
            yield EventDate(group, span, sentence, read_event_date(reading, detectors, group, sentence))


def _is_prose(line: str) -> bool:
    """Return whether a line is a sentence that may report an event."""
    words = sum(map(str.islower, line.split()))
    return words >= _MIN_WORDS or (words == _MIN_WORDS - 1 and line.rstrip().endswith("."))


def read_said(reading: SourceReading, verb: Bounds) -> Fields:
    """Return the date of a verb of saying, with its basis: that of “Holm said on Sunday”; nothing if it has none."""
    detectors, sentence = reading.detectors, reading.sentence_of(verb)
    if not detectors:
        return {}
    for group in reading.date_groups:
        span = Bounds(group.mentions[0].start, group.mentions[-1].end)
        if span.start >= sentence.end:
            break
        is_single = len(group.mentions) == 1  # “…,” he said on Friday, and on Sunday, “…”: two sayings.
        if is_single and span.start > verb.end and reading.verb_of_date(span) == verb:
            fields = read_event_date(reading, detectors, group, sentence)
            return {key: value for key, value in fields.items() if key != "status"}
    return {}


def _is_of_event(detectors: Detectors, group: DateGroup, content: str) -> bool:
    """Return whether something happened then: not in "the 2012 election", which only names one."""
    first, words = group.mentions[0], detectors.draft_words
    if first.kind != "year" or not words or not words.before_year:
        return True
    return words.before_year.search(content[max(0, first.start - _REACH) : first.start]) is not None


def _find_corrected_events(reading: SourceReading, detectors: Detectors) -> list[Citation]:
    """Return the citations of events in which no date is that of the event: the editor knows better, or has none."""
    content, anchor = reading.text.content, reading.published
    found = []
    for citation in reading.citations_of(Event):
        event = citation.record
        assert isinstance(event, Event)
        cited = content[citation.span.start : citation.span.end]
        phrase = event.basis.phrase if event.basis and event.basis.phrase else None
        dates = [detectors.dates.resolve_group(group, anchor) for group in detectors.find_date_groups(cited)]
        is_given = event.date is not None and any(date is not None and date.overlaps(event.date) for date in dates)
        if not is_given and not (phrase and phrase in collapse_whitespace(cited)):
            found.append(citation)
    return found


def read_event_date(reading: SourceReading, detectors: Detectors, group: DateGroup, sentence: Bounds) -> Fields:
    """Return the date of a group with its basis and the status; nothing for a date that counts from another day."""
    content, first, last = reading.text.content, group.mentions[0], group.mentions[-1]
    start = _phrase_start(detectors, group, content)
    phrase, before = content[start : last.end], content[max(0, start - _REACH) : start]
    if detectors.dates.counts_from_another_day(phrase):
        return {}
    date = detectors.dates.resolve_group(group, UNKNOWN if group.has_year else reading.published)
    if date is None:
        return {}
    coming = None if group.has_year else detectors.dates.resolve_coming_weekday(phrase, reading.published)
    if coming and detectors.tenses:
        around = content[sentence.start : start], content[last.end : sentence.end]
        date = coming if direction_of(*around, detectors.tenses) == "ahead" else date
    is_single = len(group.mentions) == 1 and not (first.days or first.is_span or first.part)
    limit = detectors.limit_before(before, first) if is_single else None
    if limit:
        date = next(iter(dates_within(limit, date)), date)
    elif is_single and detectors.is_about(before, False):
        date = _approximate(date)
    fields: Fields = {"date": str(date)}
    if not group.has_year:
        basis: Fields = {"phrase": collapse_whitespace(phrase), "anchor": reading.source.key}
        if date.is_one_of and "," in date.text:
            basis["reasoning"] = f"{TODO_PREFIX} which of these it is"
        fields["basis"] = basis
    return fields | {"status": _status(reading, date, sentence, Bounds(start, last.end))}


def _phrase_start(detectors: Detectors, group: DateGroup, content: str) -> int:
    """Return where the words of a group begin: with the "between" without which it is no period but two days."""
    first, last = group.mentions[0], group.mentions[-1]
    before = _LAST_WORD.search(content[max(0, first.start - _REACH) : first.start])
    for start in (first.start, first.start - len(before[0] if before else "")):
        read = detectors.find_date_groups(content[start : last.end])
        if group.link and any(found.link == group.link for found in read):
            return start
    return first.start


def _approximate(date: Edtf) -> Edtf:
    return Edtf.parse(f"{date}~") if date.earliest and date.text[-1].isdigit() and "/" not in date.text else date


def _status(reading: SourceReading, date: Edtf, sentence: Bounds, span: Bounds) -> str:
    """Return whether a sentence reports an event, announces or plans it."""
    text, published = reading.text.content[sentence.start : sentence.end], reading.published.latest
    first = date.earliest or date.latest
    is_later = published is not None and first is not None and first > published
    detectors = reading.detectors
    if detectors and detectors.plans:
        at = Bounds(span.start - sentence.start, span.end - sentence.start)
        ahead, announced = detectors.plans.words_ahead(text, at, is_later=is_later), detectors.plans.announced
    elif detectors and detectors.draft_words and reading.reads_status:
        cue = AHEAD.search(text) if is_later else None
        ahead, announced = words_ahead(text) or (cue[0] if cue else ""), detectors.draft_words.announced
    else:
        return "reported"
    return "reported" if not ahead else "announced" if announced.match(ahead) else "planned"


def _draft_event(reading: SourceReading, date: EventDate) -> Draft:
    span, sentence, fields = date.span, date.sentence, dict(date.fields)
    via, _, comments = reading.attribution_of(span, sentence)
    comments = [*comments, *reading.unread_status]
    place = _place(reading, sentence)
    if place:
        fields["place"] = place
    participants = find_participants(reading, span, sentence)
    fields |= {"participants": list[YamlValue](participants)} if participants else {}
    content, selection = reading.text.content, reading.selection_of(sentence)
    phrase = collapse_whitespace(content[span.start : span.end])
    words = reading.detectors.draft_words if reading.detectors else None
    title = summary = None
    if not selection.in_comments:
        title, summary = (
            propose_title(reading, sentence, span),
            propose_summary(reading, sentence, span, of_same_time=True),
        )
    fields |= {"title": title} if title else {}
    fields |= {"summary": summary} if summary else {}
    named = title or f"{content[sentence.start : span.start]} {content[span.end : sentence.end]}"
    main = main_words(named, words.small_words if words else frozenset())
    id = free_id(slug(" ".join(main), _MAX_ID_WORDS), reading.used[Event])
    reading.drafted_events[date.key] = f"{Event.singular}:{id}"
    found = [str(fields["date"]), *([place] if place else []), *(str(part["actor"]) for part in participants)]
    return reading.draft(Event, id, selection, fields, phrase, found, via, comments)


def _place(reading: SourceReading, sentence: Bounds) -> str | None:
    """Return the first place that a sentence names as where something is: after "in", "at" and the like."""
    words = reading.detectors.draft_words if reading.detectors else None
    pattern, content = words.before_place if words else None, reading.text.content
    found: tuple[int, str] | None = None
    for start, end, named in reading.named_after(sentence.start):
        if end > sentence.end:
            break
        lead = pattern.search(content[sentence.start : start]) if pattern else None
        is_led = named.kind is Place and (pattern is None or lead is not None)
        is_part = found is not None and lead is not None and sentence.start + lead.start() <= found[0]
        if is_led and (found is None or is_part):  # "In the US state of Louisiana" is not "in the US".
            found = start, named.id
    return found[1] if found else None
