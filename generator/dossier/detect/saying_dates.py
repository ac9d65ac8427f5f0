"""Find of which verb of saying a date is: "…, Holm said on Sunday", "Holm said late Monday that …".

Such a date says when it was said, not when what is reported happened.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dossier.detect.noun_phrases import HIDDEN, SubjectFinder
from dossier.detect.quotations import QuotationMention
from dossier.detect.speaker_mentions import SpeakerMention, SpeakerMentionFinder
from dossier.text.spans import Bounds, Spanning

_QUOTED = rf"[\s,]*(?:{HIDDEN}+\s+)?"
_CLOSING = re.compile(rf"[,–—{HIDDEN}]\s*(?:[\w.'’-]+\s+){{1,6}}$")
"""The end of what is reported, with who says so."""
_MAX_VERB = 160
"""How far before a date its verb may be, in code points."""
_BEFORE_SUBJECT = re.compile(rf"[,–—{HIDDEN}]\s*$")


@dataclass(frozen=True)
class SayingDateWords:
    """The words of a language that show that a date is of a verb of saying, as patterns of whole words."""

    verbs: str
    """Verbs of which a date that follows is: "said"; not "found", "announced"."""
    announcing: str
    """Verbs of what may itself be an event, so that only a date at the end of the sentence is theirs: "announced"."""
    lead: str
    """What may be between such a verb and its date: "on", "late"."""
    phrase: str
    """What begins a phrase between such a verb and its date: the "in" of "said in a statement on Monday"."""
    clause: str
    """What begins a clause of its own, so that the date is in that: "who", "after"."""
    reported: str
    """What begins what is said, right after the date: "that"."""
    auxiliaries: str
    """What follows a date that is itself the subject: "Holm said Friday was …"."""
    passive: str
    """What is before a verb whose subject is not who speaks: "was"."""


class SayingDateFinder:
    """Finds of which verb of saying a date is, in one language."""

    def __init__(self, words: SayingDateWords, speakers: SpeakerMentionFinder) -> None:
        self._speakers = speakers
        flags = re.IGNORECASE
        self._verb = re.compile(rf"(?<![\w'’-])(?:{words.verbs})(?!\w)", flags)
        self._announcing = re.compile(words.announcing, flags)
        self._lead = re.compile(rf"\s*(?:(?:{words.lead})\s+)*", flags)
        self._phrase = re.compile(rf"\s*(?:{words.phrase})\s", flags)
        self._parts = re.compile(rf"[,.;:!?{HIDDEN}\n]|(?<!\w)(?:{words.clause}|{words.reported})(?!\w)", flags)
        self._reported = re.compile(rf"\s*(?:(?:{words.reported})(?!\w)|[,:]?\s*{HIDDEN}|:)", flags)
        self._subject_of_other = re.compile(rf"\s+(?:{words.auxiliaries})(?!\w)", flags)
        self._passive = re.compile(rf"(?<!\w)(?:{words.passive})\s+$", flags)

    def verb_of(
        self,
        date: Spanning,
        sentence: Bounds,
        text: str,
        subjects: SubjectFinder,
        said: Mapping[QuotationMention, SpeakerMention | None],
    ) -> Bounds | None:
        """Return the verb of saying that a date follows; None if it dates what is said. Quotations are hidden."""
        start = max(sentence.start, date.start - _MAX_VERB)
        verbs = [*self.verbs_between(text, start, date.start)]
        if not verbs or self._subject_of_other.match(text, date.end, sentence.end):
            return None
        verb = verbs[-1]
        between = text[verb.end : date.start]
        if HIDDEN in between:  # What he called “historic” on Saturday.
            end = verb.end + between.rindex(HIDDEN) + 1
            is_quoted = re.fullmatch(_QUOTED, text[verb.end : end] + " ") is not None
            return verb if is_quoted and self._lead.fullmatch(text, end, date.start) else None
        begin = subjects.start_of_verb(sentence.start, verb)
        is_inverted = _BEFORE_SUBJECT.search(text, sentence.start, begin) is not None
        is_after = is_inverted or _CLOSING.search(text, sentence.start, verb.start) is not None
        is_of_quotation = is_after and any(speaker and speaker.verb == verb for speaker in said.values())
        if not is_of_quotation and not self._says(verb, date, sentence, text):
            return None
        if self._passive.search(text, sentence.start, verb.start):
            return None
        is_next = self._is_next(verb, date, sentence, text, subjects, is_inverted=is_inverted)
        return verb if is_next else None

    def verbs_between(self, text: str, start: int, end: int) -> list[Bounds]:
        """Return the verbs of saying between two offsets."""
        found = (Bounds(*verb.span()) for verb in self._speakers.verb.finditer(text, start, end))
        return [verb for verb in found if not self._speakers.is_noun(text, start, verb)]

    def _says(self, verb: Bounds, date: Spanning, sentence: Bounds, text: str) -> bool:
        """Return whether a verb only says something, or something is before it that it says: "…, Holm announced"."""
        if self._verb.fullmatch(text, *verb):
            return True
        closing = _CLOSING.search(text, sentence.start, verb.start)
        if not closing or not self._announcing.fullmatch(text, *verb):
            return False
        is_relative = self._parts.search(text, closing.start() + 1, verb.start) is not None
        return not is_relative and not any(map(str.isalnum, text[date.end : sentence.end]))

    def _is_next(
        self,
        verb: Bounds,
        date: Spanning,
        sentence: Bounds,
        text: str,
        subjects: SubjectFinder,
        *,
        is_inverted: bool,
    ) -> bool:
        """Return whether only a subject, who is addressed and phrases such as "in a statement" are before a date."""
        start = verb.end
        if is_inverted or self._speakers.addressing.fullmatch(text, *verb):
            named = subjects.after_verb(verb, date.start)
            start = named.end if named else start
        if self._lead.fullmatch(text, start, date.start):
            return True
        if not self._phrase.match(text, start) or self._parts.search(text, start, date.start):
            return False
        is_closing = is_inverted or _CLOSING.search(text, sentence.start, verb.start) is not None
        return is_closing or self._reported.match(text, date.end, sentence.end) is not None
