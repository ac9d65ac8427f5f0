"""Find who did something on a date of a text, or had it done to them: "Holm" of "Holm was arrested on Monday".

There is no parser here. The verb is the last before the date, with no other clause between; or the first after a date
with which the sentence begins, or after which it comes at once. Where that leaves a doubt, nobody is found.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from dossier.detect.noun_phrases import HIDDEN, Subject, SubjectFinder
from dossier.text.spans import Bounds, Spanning

_MAX_ROLE_WORDS = 7
_OPENING = re.compile(r"\W*(?:\w+ ){0,2}$")
"""What is before the date with which a sentence begins: "On", "Late on"."""
_OWNER = re.compile(r"['’]s?\s")
_RANGE = re.compile(r"\d\s*[-–/]\s*\d|\s\w{1,7}\s.*\d")
"""A period within a date: "1995 to 1997"."""
_TO_NAME = re.compile(r",?\s+(?:[\w.'’-]+\s+){0,6}$")
"""What may be between that date and the subject: a comma, an article and a title."""


@dataclass(frozen=True)
class DeedWords:
    """The words of a language that show who did something, as patterns of whole words."""

    verbs: str
    """Forms of verbs in the past, in lower case."""
    modals: str
    """What is before the infinitive of what is to come, as in "will meet"."""
    passive: str
    """What is before the participle of what is done to its subject: "was"."""
    perfect: str
    """What may be before a participle of what its subject did: "had"."""
    regular: str
    """A verb whose participle is its past form."""
    denied: str
    """What says that it was not so: "not"."""
    sayings: str
    """Verbs of which nobody takes part in what is said: "said"."""
    alone: str
    """Verbs that say what somebody did without another word: "resigned"."""
    joining: str
    """What joins two subjects or verbs: "and"."""
    limits: str
    """What is before the day on which something began or ended: "since"."""
    agent: str
    """What is before the one who did it: "by"."""
    lead: str
    """What leads to a date: "on", "late"."""
    adverbs: str
    """What may be between a date and its verb."""
    clauses: str
    """What begins another clause: "after", "that"."""
    infinitive: str
    """What was to be done, and perhaps not on that date: "to leave"."""
    prepositions: str
    """What begins a phrase that can be left out of a role: "in", "with"."""
    ends_name: re.Pattern[str]
    """What follows a name that is not part of another."""


class Deed(NamedTuple):
    """Who took part in what happened on a date, and the words for their part if these are clear."""

    subject: Subject
    role: Bounds | None
    by: Subject | None = None
    """Who did that to them, where the words are those for that: "arrested" of "Holm arrested Brandt"."""


class DeedFinder:
    """Finds who took part in what happened, in one language."""

    def __init__(self, words: DeedWords) -> None:
        self._verb = re.compile(
            rf"(?<![\w'’-])(?P<modal>(?:{words.modals})\s+(?:(?:{words.adverbs})\s+)?)?"
            rf"(?P<verb>(?(modal)(?:be\s+)?[a-z]+|(?:{words.verbs})))(?![\w'’-])"
        )
        self._passive = re.compile(rf"(?<!\w)(?:{words.passive})\s+(?:(?:{words.adverbs})\s+)?$")
        self._auxiliaries = re.compile(rf"(?<!\w)(?:(?:{words.perfect}|{words.passive}|{words.adverbs})\s+)+$")
        self._denied = re.compile(rf"(?<!\w)(?:{words.denied})(?!\w)|n['’]t(?!\w)")
        self._sayings, self._alone = re.compile(words.sayings), re.compile(words.alone)
        self._regular = re.compile(words.regular)
        self._agent = re.compile(rf"(?<!\w)(?:{words.agent})(?=\s)")
        self._joining = re.compile(rf"(?<=\w)\s+(?:{words.joining})\s+$")
        self._and = re.compile(rf"(?<!\w)(?:{words.joining})(?!\w)")
        self._lead = re.compile(rf"(?:\s+(?:{words.lead}))*\s*$")
        self._limit = re.compile(rf"(?<!\w)(?:{words.limits})\s+$")
        self._adverbs = re.compile(rf"\s+(?:(?:{words.adverbs})\s+)?")
        mark = rf"[.;:—–()!?{HIDDEN}](?!\d)|,(?!\d)"
        self._clause = re.compile(rf"{mark}|(?<!\w)(?:{words.clauses})(?!\w)")
        self._parts = re.compile(rf"{mark}|(?<!\w)(?:{words.clauses}|{words.infinitive})(?!\w)")
        self._cut = re.compile(rf"{self._parts.pattern}|\s(?:{words.joining})\s")
        self._preposition = re.compile(rf"\s(?:{words.prepositions})\s")
        self._loose_end = re.compile(rf"(?:\s+(?:{words.prepositions}|{words.lead}|(?:{words.regular})))+\s*$")
        self._ends_name = words.ends_name

    def find(self, text: str, subjects: SubjectFinder, sentence: Bounds, date: Spanning) -> Iterator[Deed]:
        """Yield who took part in what a sentence dates; quotations are hidden in the text."""
        is_limit = self._limit.search(text[: date.start]) and not _RANGE.search(text, date.start, date.end)
        if is_limit or _OWNER.match(text, date.end):
            return
        found = [*self._verb.finditer(text, *sentence)]
        before = [verb for verb in found if verb.end() <= date.start]
        after = [verb for verb in found if verb.start() >= date.end]
        lead = self._lead.search(text, sentence.start, date.start)
        start = lead.start() if lead else date.start
        if after and self._adverbs.fullmatch(text, date.end, after[0].start()):
            subject = subjects.ending_at(sentence.start, start)
            yield from self._taking_part(text, subjects, sentence, after[0], subject, sentence.end)
        elif before and not self._parts.search(text, before[-1].end(), start):
            subject = self._subject(text, subjects, sentence, before)
            yield from self._taking_part(text, subjects, sentence, before[-1], subject, start)
        elif after and _OPENING.fullmatch(text, sentence.start, date.start):
            subject = subjects.before_verb(date.end, self._with_auxiliaries(text, date.end, after[0]))
            is_first = subject is not None and _TO_NAME.fullmatch(text, date.end, subject.start)
            if subject and is_first and not self._parts_from(text, subject, after[0]):
                yield from self._taking_part(text, subjects, sentence, after[0], subject, sentence.end)

    def _parts_from(self, text: str, subject: Subject, verb: re.Match[str]) -> bool:
        """Return whether another clause begins between a subject and a verb."""
        return self._parts.search(text, subject.end, self._with_auxiliaries(text, subject.end, verb).start) is not None

    def _with_auxiliaries(self, text: str, start: int, verb: re.Match[str]) -> Bounds:
        found = self._auxiliaries.search(text, start, verb.start())
        return Bounds(found.start() if found else verb.start(), verb.end())

    def _auxiliary_start(self, text: str, start: int, verb: re.Match[str]) -> int:
        """Return where a verb begins with the auxiliary of its passive."""
        passive = self._passive.search(text, start, verb.start())
        return passive.start() if passive else verb.start()

    def _subject(
        self, text: str, subjects: SubjectFinder, sentence: Bounds, verbs: list[re.Match[str]]
    ) -> Subject | None:
        """Return the subject of the last verb; that of the one before it if "and" joins them."""
        verb = verbs[-1]
        joined = self._joining.search(text[sentence.start : verb.start()])
        if not joined or len(verbs) == 1:
            subject = subjects.before_verb(sentence.start, self._with_auxiliaries(text, sentence.start, verb))
            is_of_first = subject and any(self._joins_clause(text, subject, other, verb) for other in verbs[:-1])
            return None if is_of_first else subject
        is_other = self._clause.search(text, verbs[-2].end(), sentence.start + joined.start())
        return None if is_other else self._subject(text, subjects, sentence, verbs[:-1])

    def _joins_clause(self, text: str, subject: Subject, other: re.Match[str], verb: re.Match[str]) -> bool:
        """Return whether a subject has a verb of its own before an "and": "A resigned and B"."""
        is_between = subject.end <= other.start()
        return is_between and self._and.search(text, other.end(), verb.start()) is not None

    def _taking_part(
        self,
        text: str,
        subjects: SubjectFinder,
        sentence: Bounds,
        verb: re.Match[str],
        subject: Subject | None,
        end: int,
    ) -> Iterator[Deed]:
        """Yield the subjects of a verb, and who is its object or did it to the subject."""
        is_said = self._sayings.fullmatch(verb["verb"]) is not None
        if subject is None or is_said or self._denied.search(text, subject.end, verb.end()):
            return
        start = self._auxiliary_start(text, subject.end, verb)
        is_passive = start < verb.start() or verb["verb"].startswith("be ")
        role = self._role(text, Bounds(start, end), verb)
        joined = self._joining.search(text, sentence.start, subject.start)
        other = subjects.possessor_ending_at(sentence.start, joined.start()) if joined else None
        if other and other.kind == "name" and not self._verb.search(text, sentence.start, other.start):
            yield Deed(other, role)
        yield Deed(subject, role)
        agent = self._agent.search(text, verb.end(), end) if is_passive else None
        words = Bounds(*(agent or verb).span())
        named = subjects.following(words, end) if agent or not (is_passive or verb["modal"]) else None
        if named is None or not self._ends_name.match(text, named.end):
            return
        if agent and not self._parts.search(text, verb.end(), agent.start()):
            yield Deed(named, None)
        elif not agent and named.kind == "name":
            is_regular = self._regular.fullmatch(verb["verb"]) and subject.kind == "name" and not other
            yield Deed(named, words if is_regular else None, subject if is_regular else None)

    def _role(self, text: str, span: Bounds, verb: re.Match[str]) -> Bounds | None:
        """Return the words from a verb on that say what somebody did; None if they are cut short or long."""
        cut = self._cut.search(text, verb.end(), span.end)
        limit = cut.start() if cut else span.end
        if loose := self._loose_end.search(text, verb.end(), limit):
            limit = loose.start()
        words = [*re.finditer(r"\S+", text[verb.end() : limit])]
        if not words and span.start == verb.start() and not self._alone.fullmatch(verb["verb"]):
            return None
        if len(words) >= _MAX_ROLE_WORDS:
            short = text[verb.end() : verb.end() + words[_MAX_ROLE_WORDS - 1].end()]
            ends = [found.start() for found in self._preposition.finditer(short) if short[: found.start()].strip()]
            if not ends:
                return None
            limit = verb.end() + ends[-1]
        return Bounds(span.start, limit)
