"""What drafts of one text refer to: the event that a figure's or quotation's sentence dates, and when and where it is.

Only what the sentence shows is linked: with several dates, a figure belongs to that of its own part of the sentence.
"""

import re
from collections.abc import Iterator, Sequence

from dossier.detect.languages import find_quotations_in
from dossier.detect.link_words import LinkWords
from dossier.editor.draft_events import EventDate, find_event_dates, read_event_date
from dossier.editor.extract_fields import Fields
from dossier.editor.source_reading import SourceReading
from dossier.edtf.parse import Edtf
from dossier.model.kinds.event import Event
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import Quote
from dossier.model.record import Record
from dossier.text.spans import Bounds, Spanning, span_contains, spans_overlap
from dossier.text.whitespace import collapse_whitespace

_JOINT = re.compile(r"[,;]|\s")
_LISTED = re.compile(r"(?:, (?:the )?[^\W\d_a-zß-ÿ][^\n,;.:]*)*,? (?:and|or|&) (?:the )?[^\W\d_a-zß-ÿ]")
"""What follows the first of several places: ", Latvia and Poland"."""
_OWNER = re.compile(r"['’]s?\s")
_COMPOUND = re.compile(r"[\d.,]*\d[-‐‑][^\W\d_]")
_OPENING = re.compile(r"\W*(?:[a-z]+ ){0,2}$", re.IGNORECASE)
"""What is before the date with which a sentence begins: "On", "Late on"."""
_ASIDE_OR_LIST = re.compile(r"\([^()]*\)|(?:\b[\w-]+, )+[\w-]+,? (?:and|or) (?=\w)")
"""What appears between parts of one clause: "(50 centimetres)", and a list but for its end: "roofs, cars and boats"."""
_REACH = 80
"""How far before a place the words are read that lead to it, in code points."""


class DraftLinks:
    """The dates and places of one text, to which its figures and quotations may belong."""

    def __init__(self, reading: SourceReading) -> None:
        self._reading, self._text = reading, reading.text.content
        words = reading.detectors.draft_words if reading.detectors else None
        self._words = words.links if words else None
        self._tenses = reading.detectors.tenses if reading.detectors else None
        self._speakers = reading.detectors.speaker_mentions if reading.detectors else None
        self._dates: Sequence[EventDate] = [*find_event_dates(reading)]
        self._events, self._quotes = reading.citations_of(Event), reading.citations_of(Quote)
        self._quotations = [*find_quotations_in(self._text, reading.detectors)]

    def event_of(self, mention: Spanning, sentence: Bounds, *, in_clause: bool = False) -> str | None:
        """Return the key of the event to which a figure belongs: a record, or a draft that there is.

        With `in_clause`, only if the date is of the figure's own clause, where that is clear.
        """
        date = self._date_of(mention, sentence)
        if date is None or self._is_of_other(mention, date) or (in_clause and self._is_apart(mention, date)):
            return None
        return self._key_of(date)

    def event_of_quotation(self, quotation: Spanning, passage: Bounds) -> str | None:
        """Return the key of the event in whose sentence something is quoted; not that of a mere year."""
        is_one = passage == self._reading.sentence_of(Bounds(quotation.start, quotation.start))
        date = self._date_of(quotation, passage) if is_one else None
        is_year = date is not None and all(mention.kind == "year" for mention in date.group.mentions)
        return None if is_year or date is None else self.event_of(quotation, passage)

    def quote_of(self, mention: Spanning) -> str | None:
        """Return the key of the quote whose words a figure is among: a draft that there is, or the only record."""
        figure = collapse_whitespace(self._text[mention.start : mention.end])
        drafted = {key for words, key in self._reading.drafted_quotes if span_contains(words, mention)}
        is_quoted = any(span_contains(quotation, mention) for quotation in self._quotations)
        found = drafted or {
            citation.record.key
            for citation in self._quotes
            if is_quoted and span_contains(citation.span, mention) and figure in _words_of(citation.record)
        }
        return found.pop() if len(found) == 1 else None

    def as_of(self, mention: Spanning, sentence: Bounds) -> Fields:
        """Return the date of what is counted, or of the saying of how much it "has" come to; nothing if unclear."""
        date = self._date_of(mention, sentence)
        if date is None:
            return self._date_of_saying(mention, sentence)
        if self._is_apart(mention, date) or self._is_of_other(mention, date) or not _is_one_time(date.fields):
            return {}
        return {key: value for key, value in date.fields.items() if key != "status"}

    def place_of(self, mention: Spanning, sentence: Bounds) -> str | None:
        """Return the place right after what is counted, or with which its sentence begins: "hundreds … in Caracas"."""
        words = self._words if not _COMPOUND.match(self._text, mention.start) else None
        for start, end, named in self._reading.named_after(sentence.start):
            if words is None or end > sentence.end:
                break
            before = words.before_place.search(self._text[max(sentence.start, start - _REACH) : start])
            is_whole = words.ends_place.match(self._text, end, sentence.end)
            is_listed = _LISTED.match(self._text, end, sentence.end)
            if named.kind is not Place or not before or not is_whole or is_listed:
                continue
            lead = start - len(before[0])
            is_first = not self._text[sentence.start : lead].strip()
            if mention.end <= lead:
                between = self._text[mention.end : lead]
            elif is_first and end <= mention.start:
                between = self._text[end : mention.start].removeprefix(",")
            else:
                continue
            if not words.parts_place.search(between):
                return named.id
        return None

    def _date_of(self, mention: Spanning, sentence: Bounds) -> EventDate | None:
        """Return the date of a mention's sentence; of several, that of the mention's part of it."""
        dates = [date for date in self._dates if span_contains(sentence, date.span)]
        is_part_of_word = _COMPOUND.match(self._text, mention.start) is not None  # "A 30-second spot".
        if is_part_of_word or any(spans_overlap(mention, date.span) for date in dates):
            return None
        before = [date for date in dates if date.span.end <= mention.start]
        after = [date for date in dates if mention.end <= date.span.start]
        found = next(iter((*before[-1:], *after[:1])), None)
        if found is None or self._crosses_quotation(mention, found.span):
            return None
        if len(dates) == 1:
            return found
        if before and after:
            joint = self._joint(before[-1].span.end, after[0].span.start)
            if joint is None or mention.start < joint < mention.end:
                return None
            found = before[-1] if mention.end <= joint else after[0]
        start, end = sorted((mention.start, mention.end, *found.span))[1:3]
        return None if any(self._text[joint] in ",;" for joint in self._joints(start, end)) else found

    def _joint(self, start: int, end: int) -> int | None:
        """Return where the only new clause between two dates begins; None if it is not clear."""
        found = [*self._joints(start, end)]
        strong = [offset for offset in found if self._text[offset] in ",;"]
        return (strong or found)[0] if len(strong or found) == 1 else None

    def _joints(self, start: int, end: int) -> Iterator[int]:
        """Yield where words such as ", and" or a semicolon begin another clause."""
        last = start - 2
        for mark in _JOINT.finditer(self._text, start, end):
            if mark[0] == ";" or (self._speakers and self._speakers.continues.match(self._text, mark.start(), end)):
                if mark.start() > last + 1:
                    yield mark.start()
                last = mark.start()

    def _key_of(self, date: EventDate) -> str | None:
        """Return the key of the draft of a date's event, or of the only record that may be of it."""
        drafted = self._reading.drafted_events.get(date.key)
        if drafted or not date.fields:
            return drafted
        day = Edtf.parse(str(date.fields["date"]))
        words = collapse_whitespace(self._text[date.span.start : date.span.end])
        found = set[str]()
        for citation in self._events:
            event = citation.record
            assert isinstance(event, Event)
            is_same_day = event.date is not None and event.date.overlaps(day)
            phrase = (event.basis.phrase if event.basis else None) or ""
            if spans_overlap(citation.span, date.sentence) and (is_same_day or words in phrase):
                found.add(event.key)
        return found.pop() if len(found) == 1 else None

    def _date_of_saying(self, mention: Spanning, sentence: Bounds) -> Fields:
        """Return the date on which somebody said how much something "has" come to: of "…, police said on Monday"."""
        reading, words = self._reading, self._words
        if not reading.detectors or not words or any(span_contains(sentence, date.span) for date in self._dates):
            return {}
        for group in reading.date_groups:
            span = Bounds(group.mentions[0].start, group.mentions[-1].end)
            verb = reading.verb_of_date(span) if span_contains(sentence, span) else None
            if verb is None or not reading.is_on_word_of(mention, sentence, verb):
                continue
            before, after = self._text[sentence.start : mention.start], self._text[mention.end : sentence.end]
            starts = [0, *(match.end() for match in words.parts_date.finditer(before))]
            end = words.parts_date.search(after)
            clause = f"{before[starts[-1] :]} {after[: end.start() if end else len(after)]}"
            if words.up_to_now.search(clause):
                fields = read_event_date(reading, reading.detectors, group, sentence)
                return {key: value for key, value in fields.items() if key != "status"} if _is_one_time(fields) else {}
        return {}

    def _is_of_other(self, mention: Spanning, date: EventDate) -> bool:
        """Return whether words around a date or between it and a figure show that the figure is of something else."""
        if not self._words:
            return False
        before = self._text[date.sentence.start : date.span.start]
        is_limit = not date.group.link and self._words.limits_date.search(before) is not None
        is_owner = _OWNER.match(self._text, date.span.end) is not None  # "Monday's debate".
        return is_limit or is_owner or self._words.parts_event.search(self._between(mention, date.span)) is not None

    def _is_apart(self, mention: Spanning, date: EventDate) -> bool:
        """Return whether a figure and a date may be of two clauses."""
        words, between = self._words, self._between(mention, date.span)
        if words is None:
            return True
        before = self._text[date.sentence.start : min(mention.start, date.span.start)]
        if date.span.end > mention.start:
            if self._is_in_relative_clause(before, between, words):
                return True
        elif _OPENING.fullmatch(before):  # "On Friday, 30 boats sank."
            between = between.removeprefix(",")
        between = _ASIDE_OR_LIST.sub(" ", between)
        says = self._speakers is not None and self._speakers.verb.search(between) is not None
        return words.parts_date.search(between) is not None or says

    def _is_in_relative_clause(self, before: str, between: str, words: LinkWords) -> bool:
        """Return whether the words before a figure begin a clause that ends before its date, as a verb between says.

        So in "the storm that sank 30 boats ended on Friday", but not in "Holm said that 30 boats sank on Friday".
        """
        clause = re.split("[,;:]", before)[-1]
        relative = next(iter([*words.relative.finditer(clause)][-1:]), None)
        if relative is None or (self._tenses and not self._tenses.past.search(between)):
            return False
        leading = clause[: relative.start()].rstrip()
        verbs = [*self._speakers.verb.finditer(leading)] if self._speakers else []
        return not verbs or verbs[-1].end() != len(leading)

    def _between(self, mention: Spanning, other: Spanning) -> str:
        return self._text[min(mention.end, other.end) : max(mention.start, other.start)]

    def _crosses_quotation(self, mention: Spanning, other: Spanning) -> bool:
        """Return whether only one of two mentions is in quotation marks."""
        between = self._between(mention, other)
        return sum(map(between.count, "“”„«»")) % 2 == 1 or between.count('"') % 2 == 1


def _words_of(record: Record) -> str:
    assert isinstance(record, Quote)
    return "\n".join(record.words)


def _is_one_time(date: Fields) -> bool:
    """Return whether a date has a beginning and an end, and leaves no choice to the editor."""
    basis = date.get("basis")
    if "date" not in date or "{" in str(date["date"]) or (isinstance(basis, dict) and "reasoning" in basis):
        return False
    parsed = Edtf.parse(str(date["date"]))
    return parsed.earliest is not None and parsed.latest is not None
