"""Find on whose word a figure or a date of a text is: "officials said", "according to CNN", "figures published by BP".

Only its own sentence counts. Words before it ("Holm says that 411 fled") come first, from the outermost to the
innermost; then the nearest after it (", officials said"). What is in quotation marks is on the word of its speaker.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dossier.detect.deeds import Deed, DeedFinder
from dossier.detect.name_mentions import NameMention
from dossier.detect.noun_phrases import HIDDEN, Subject, SubjectFinder, SubjectKind, SubjectWords
from dossier.detect.quotations import QuotationMention
from dossier.detect.saying_dates import SayingDateFinder, SayingDateWords
from dossier.detect.speaker_mentions import SpeakerMention, SpeakerMentionFinder
from dossier.detect.speech_paragraphs import hide_quotations
from dossier.text.spans import Bounds, Spanning, span_contains, spans_overlap

_CLOSING = re.compile(rf"[,–—{HIDDEN}]\s*(?:[\w.'’-]+\s+){{0,3}}$")
"""The end of what is reported, with an article or a title before the name that follows."""
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$|[”\"’»])")
_CLOSING_MARKS = " \n\"'”’»)]"


class AttributionMention(NamedTuple):
    """Who says or counted something, as `text[start:end]`, and the verb or words that say so."""

    start: int
    end: int
    kind: SubjectKind
    verb: Bounds


@dataclass(frozen=True)
class ReportingWords:
    """The words of a language that say on whose word something is, as patterns of whole words."""

    verbs: str
    """Verbs that report a fact: "said", "counted"; not "praised"."""
    sources: str
    """What a source follows: "according to", "figures from", "published by"."""
    products: str
    """What follows the name of a source: "data", "figures"."""
    new_clause: str
    """What begins a clause with a subject of its own, after a comma: "but"."""
    doubt: str
    """What denies, asks or supposes what follows: "denied", "whether", "did not say"."""
    doubt_after: str
    """What does so with what is before it: "which police denied"."""
    joining: str
    """What joins two verbs: "and", "but"."""
    subjects: SubjectWords
    dates: SayingDateWords


class AttributionFinder:
    """Finds attributions in one language."""

    def __init__(
        self, words: ReportingWords, speakers: SpeakerMentionFinder, find_names: Callable[[str], list[NameMention]]
    ) -> None:
        self.speakers, self.find_names, self.subjects = speakers, find_names, words.subjects
        self.dates = SayingDateFinder(words.dates, speakers)
        self.verb = re.compile(rf"(?<![\w'’-])(?:{words.verbs})(?!\w)", re.IGNORECASE)
        self.sources = re.compile(rf"(?<!\w)(?:{words.sources})(?=\s)", re.IGNORECASE)
        self.products = re.compile(rf"(?<!\w)(?:{words.products})(?!\w)", re.IGNORECASE)
        self.relative = re.compile(rf"(?<!\w)(?:{words.subjects.relative})(?!\w)")
        self.doubt = re.compile(rf"(?<![\w'’-])(?:{words.doubt})(?!\w)", re.IGNORECASE)
        self.doubt_after = re.compile(rf"(?<![\w'’-])(?:{words.doubt_after})(?!\w)", re.IGNORECASE)
        self.joins = re.compile(rf"[,;:–—]|(?<!\w)(?:{words.joining})(?!\w)", re.IGNORECASE)
        self.joint = re.compile(rf"[,;] (?:(?:{words.joining}|{words.new_clause}) )", re.IGNORECASE)
        self.new_clause = re.compile(rf", (?:{words.new_clause})(?!\w)|; ")
        self.partner_before = re.compile(rf"(?<=\w)\s+(?:{words.joining})\s+$", re.IGNORECASE)
        self.ends_in_verb = re.compile(rf"(?<!\w)(?:{words.subjects.participles})$")
        self.partner_after = re.compile(rf"\s+(?:{words.joining})(?=\s)", re.IGNORECASE)
        self.opening = re.compile(
            rf"(?:^|[,;:—–“{HIDDEN}]|(?<!\w)(?:{words.subjects.relative}|{words.new_clause}))\s*$", re.IGNORECASE
        )
        goes_on = rf"(?:{words.subjects.relative}|{words.subjects.gerunds})(?!\w)"
        self.at_end = re.compile(rf"[^,;{HIDDEN}]*(?:, {goes_on}[^;]*)?")

    def read(self, text: str) -> "AttributedText":
        """Return a text in which attributions can be looked for."""
        return AttributedText(self, text)


class AttributedText:
    """One text in which attributions are looked for."""

    def __init__(self, finder: AttributionFinder, text: str) -> None:
        self._finder, self._text = finder, text
        self._said: Mapping[QuotationMention, SpeakerMention | None] = finder.speakers.find_speakers(text)
        self._hidden = hide_quotations(text, list(self._said))
        names = [name.with_title for name in finder.find_names(text)]
        self._subjects = SubjectFinder(self._hidden, names, finder.subjects)

    def find(self, mention: Spanning, sentence: Bounds) -> list[AttributionMention]:
        """Return on whose word a mention is, the outermost first; nothing if its sentence does not say."""
        for quotation, speaker in self._said.items():
            if span_contains(quotation, mention):
                is_near = speaker is not None and span_contains(sentence, speaker.verb)
                return [AttributionMention(*speaker[:4])] if speaker and is_near else []
        before = [*self._before(mention, sentence)]
        after = [*self._sources(mention, sentence), *self._after(mention, sentence)]
        if not before and not after:
            after = [*self._closing(mention, sentence)]
        distances = [_distance(mention, found.verb) for found in after]
        nearest = [after[distances.index(min(distances))]] if after else []
        named = [span for found in nearest for span in (Bounds(found.start, found.end), found.verb)]
        return [*(outer for outer in before if not any(spans_overlap(outer, span) for span in named)), *nearest]

    def doubt_of(self, mention: Spanning, sentence: Bounds) -> Bounds | None:
        """Return the words by which a sentence, or a quotation in it, denies, asks or supposes a mention."""
        text, clause = self._hidden, sentence
        verbs = [*self._verbs(Bounds(sentence.start, mention.start))]
        quotation = next((quoted for quoted in self._said if span_contains(quoted, mention)), None)
        if quotation:
            text, verbs = self._text, []
            ends = [end.end() for end in _SENTENCE_END.finditer(text, quotation.inner_start, quotation.inner_end)]
            start = max((end for end in ends if end <= mention.start), default=quotation.inner_start)
            clause = Bounds(start, min((end for end in ends if end >= mention.end), default=quotation.inner_end))
        for cue in self._finder.doubt.finditer(text, clause.start, mention.start):
            is_over = any(
                verb.start >= cue.end() and self._finder.joins.search(text, cue.end(), verb.start) for verb in verbs
            )
            if (
                not is_over
                and not self._parts(cue.end(), mention.start)
                and not self._is_in_aside(cue, clause, mention)
            ):
                return Bounds(*cue.span())
        if after := self._finder.doubt_after.search(text, mention.end, clause.end):
            return Bounds(*after.span())
        end = clause.start + len(text[clause.start : clause.end].rstrip(_CLOSING_MARKS))
        return Bounds(end - 1, end) if text[end - 1] == "?" else None

    def is_quoted(self, span: Spanning) -> bool:
        """Return whether words are in quotation marks, at least in part."""
        return HIDDEN in self._hidden[span.start : span.end]

    def is_saying(self, words: Spanning) -> bool:
        """Return whether words are a verb of saying or lead up to a source; not "data" in "data show"."""
        spoken = self._hidden[words.start : words.end]
        return bool(self._finder.verb.fullmatch(spoken) or self._finder.sources.match(f"{spoken} "))

    def find_deeds(self, finder: DeedFinder, date: Spanning, sentence: Bounds) -> list[Deed]:
        """Return who took part in what a sentence dates; nobody in what it denies, asks or supposes."""
        is_quoted = any(span_contains(quotation, date) for quotation in self._said)
        if is_quoted or self.doubt_of(date, sentence):
            return []
        return [*finder.find(self._hidden, self._subjects, sentence, date)]

    def part_of(self, mention: Spanning, sentence: Bounds) -> Bounds:
        """Return the part of a sentence, between commas with an "and" or "but", that a mention and who says it are in.

        The whole sentence if no part has both.
        """
        found = self.find(mention, sentence)
        spans = [Bounds(mention.start, mention.end), *(Bounds(said.start, said.end) for said in found)]
        joints = [joint.span() for joint in self._finder.joint.finditer(self._hidden, *sentence)]
        starts = [sentence.start, *(end for _, end in joints)]
        ends = [*(start for start, _ in joints), sentence.end]
        parts = (Bounds(start, end) for start, end in zip(starts, ends, strict=True))
        return next((part for part in parts if all(span_contains(part, span) for span in spans)), sentence)

    def _is_in_aside(self, cue: re.Match[str], clause: Bounds, mention: Spanning) -> bool:
        """Return whether words are in a relative clause between commas before a mention: ", who denied it,"."""
        before = self._text[clause.start : cue.start()].rpartition(",")[2].lstrip()
        is_relative = self._finder.relative.match(before) is not None
        return is_relative and "," in self._text[cue.end() : mention.start]

    def verb_of_date(self, date: Spanning, sentence: Bounds) -> Bounds | None:
        """Return the verb of saying of which a date is: "Holm said on Sunday"; None if it dates what is said."""
        return self._finder.dates.verb_of(date, sentence, self._hidden, self._subjects, self._said)

    def verb_of_quotation(self, quotation: Spanning, speaker: SpeakerMention) -> Bounds:
        """Return the verb next to a quotation: "called" in "Holm said of the floods he called “historic”"."""
        between = self._finder.dates.verbs_between(self._hidden, speaker.verb.end, quotation.start)
        return between[-1] if between else speaker.verb

    def _before(self, mention: Spanning, sentence: Bounds) -> Iterator[AttributionMention]:
        """Yield the subjects of verbs before a mention whose clauses it is in."""
        for verb in self._verbs(Bounds(sentence.start, mention.start)):
            subject = self._subjects.before_verb(sentence.start, verb)
            if not subject or self._parts(verb.end, mention.start):
                continue
            is_aside = self._finder.relative.search(self._hidden, subject.end, verb.start)
            if not (is_aside and "," in self._hidden[verb.end : mention.start]):
                yield AttributionMention(*self._with_partner_before(subject, sentence.start), verb)

    def _after(
        self, mention: Spanning, sentence: Bounds, *, across_clauses: bool = False
    ) -> Iterator[AttributionMention]:
        """Yield the subjects of verbs that follow what is reported: "…, officials said"; "…, said Holm"."""
        for verb in self._verbs(Bounds(mention.end, sentence.end)):
            subject, start = self._subjects.after_verb(verb, sentence.end), verb.start
            subject = self._with_partner_after(subject, sentence.end) if subject else None
            addresses = self._finder.speakers.addressing.search(self._hidden, *verb) is not None
            if not subject or addresses or not self._closes(mention.end, start):
                subject = self._subjects.before_verb(mention.end, verb)
                subject = self._with_partner_before(subject, mention.end) if subject else None
                start = subject.start if subject else verb.start
            is_in_clause = self._parts(mention.end, start) is across_clauses
            if subject and self._closes(mention.end, start) and is_in_clause:
                yield AttributionMention(*subject, verb)

    def _with_partner_before(self, subject: Subject, start: int) -> Subject:
        """Return a subject with the one that "and" joins to it, as one description: neither says it alone."""
        joined = self._finder.partner_before.search(self._hidden[start : subject.start])
        other = self._subjects.possessor_ending_at(start, start + joined.start()) if joined else None
        if other is None or other.kind != subject.kind or other.kind == "pronoun":
            return subject
        is_clause = self._finder.ends_in_verb.search(self._hidden, other.start, other.end)  # "The port closed and".
        is_first = self._finder.opening.search(self._hidden[start : other.start])
        return Subject(other.start, subject.end, "description") if is_first and not is_clause else subject

    def _with_partner_after(self, subject: Subject, end: int) -> Subject:
        """Return a subject that follows its verb, likewise."""
        joined = self._finder.partner_after.match(self._hidden, subject.end, end)
        other = self._subjects.following(Bounds(*joined.span()), end) if joined else None
        is_partner = other is not None and other.kind == subject.kind != "pronoun"
        return Subject(subject.start, other.end, "description") if other and is_partner else subject

    def _closing(self, mention: Spanning, sentence: Bounds) -> Iterator[AttributionMention]:
        """Yield who says a whole sentence at its end, whatever clauses are between: "A fell, and B rose, Holm said."""
        for found in self._after(mention, sentence, across_clauses=True):
            first, last = sorted((Bounds(found.start, found.end), found.verb))
            clause = self._hidden[mention.end : first.start].rpartition(",")[2]
            is_own = self._finder.new_clause.match(f",{clause}") is None  # Not "…, but Holm said".
            if is_own and self._finder.at_end.fullmatch(self._hidden, last.end, sentence.end):
                yield found

    def _sources(self, mention: Spanning, sentence: Bounds) -> Iterator[AttributionMention]:
        """Yield who is named after "according to" or "figures from", or before "data show", in a mention's clause."""
        found = [Bounds(*words.span()) for words in self._finder.sources.finditer(self._hidden, *sentence)]
        subjects: list[tuple[Bounds, Subject | None]] = [
            (words, self._subjects.after_verb(words, sentence.end)) for words in found
        ]
        subjects += [
            (Bounds(*words.span()), self._subjects.ending_at(sentence.start, words.start()))
            for words in self._finder.speakers.according_after.finditer(self._hidden, *sentence)
        ]
        for words in self._finder.products.finditer(self._hidden, *sentence):
            owner = self._subjects.possessor_ending_at(sentence.start, words.start())
            if owner and owner.kind == "name" and words.start() - owner.end < 4:
                subjects.append((Bounds(*words.span()), owner))
        for verb, subject in subjects:
            start, end = sorted((Bounds(mention.start, mention.end), verb))
            if subject and not self._parts(start.end, end.start):
                yield AttributionMention(*subject, verb)

    def _verbs(self, span: Bounds) -> Iterator[Bounds]:
        for verb in self._finder.verb.finditer(self._hidden, *span):
            if not self._finder.speakers.is_noun(self._hidden, span.start, Bounds(*verb.span())):
                yield Bounds(*verb.span())

    def _parts(self, start: int, end: int) -> bool:
        """Return whether a clause of its own begins between two offsets."""
        return self._finder.new_clause.search(self._hidden[start:end]) is not None

    def _closes(self, start: int, end: int) -> bool:
        return _CLOSING.search(self._hidden[start:end]) is not None


def _distance(mention: Spanning, words: Bounds) -> int:
    return max(words.start - mention.end, mention.start - words.end)
