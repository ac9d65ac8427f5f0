"""The main clause of a sentence, without who says it and without what is attached to it: what drafts say of a passage.

There is no parser here. A clause is only returned if it is true on its own: none with an "if", none that begins with
a pronoun, none with words in quotation marks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from dossier.detect.attributions import AttributionMention
from dossier.text.spans import Bounds, Spanning, spans_overlap

_MARKS = re.compile(r"[“”\"„«»()\[\]{}<>*_`|:;?!\0]|\n|(?<!\w)['‘’](?=\w)| [–—―-] |--")
"""What is not in a clause that drafts repeat: quotations, asides, Markdown."""
_DATELINE = re.compile(
    r"[A-Z][A-Z.]+(?:[ ,/-]+(?:[A-Z][\w.]*))*(?: ?\([^)]*\))?(?:, [A-Z]\w+\.? \d+)? ?[:—–―-] ?(?=[A-Z])"
)
_END = re.compile(r"[.!?]?[”\"’')]*\s*$")
_MAX_WORDS = 32
_MIN_WORDS = 4
_MAX_SPEAKER = 90
"""How long who speaks may be with all titles, in code points."""


@dataclass(frozen=True)
class ClauseWords:
    """The words of a language around its clauses, as patterns of whole words."""

    cuts: str
    """What begins a part that a clause does not need: "which", "while"."""
    cuts_after_comma: str
    """What begins one after a comma only: "and", "leaving"."""
    limits: str
    """What limits a clause to a time, unless a clause of its own follows: "since" of "since December"."""
    together: str
    """What begins a part of the same time: "as", "while"."""
    needed: str
    """What changes what its sentence says, so that no part is true without it: "if", "unless"."""
    openings: str
    """What a clause before the main one begins with: "after", "when"."""
    conjunctions: str
    """What joins a sentence to the one before it: "but", "however"."""
    pronouns: str
    """Words with which no clause begins that is read on its own: "he", "which"."""
    persons: str
    """Words of who writes or speaks: "I", "our"."""
    finite: str
    """A verb of which something is the subject: "was", "rescued"."""
    relative: str
    """What begins a clause whose verb is none of the main clause: "who"."""
    before_participles: str
    """Words after which a verb is a participle: "being"."""
    dangling: str
    """With what no clause ends: "of", "came"."""
    reported: str
    """What begins what somebody says: "that"."""
    not_reported: str
    """What does not begin what somebody says, right after the verb: "in" of "said in a statement"."""


class Clause(NamedTuple):
    """A clause as `text[start:end]`, and whether who says it comes before or after it, or nobody does."""

    start: int
    end: int
    speaker: Literal["", "before", "after"]
    said: Bounds | None = None
    """Who says it, with the verb: "police said"."""
    is_cut: bool = False
    """Whether a date after it is of a part that was left out, which is of the same time."""


class ClauseReader:
    """Reads the clauses of one language."""

    def __init__(self, words: ClauseWords) -> None:
        flags = re.IGNORECASE
        self._cuts = re.compile(rf",? (?:{words.cuts})(?!\w)|, (?:{words.cuts_after_comma})(?!\w)", flags)
        self._limits = re.compile(rf",? (?:{words.limits})(?!\w)", flags)
        self._together = re.compile(rf",? (?:{words.together})(?!\w)", flags)
        self._needed = re.compile(rf"(?<!\w)(?:{words.needed})(?!\w)", flags)
        self._openings = re.compile(
            rf"(?:{words.openings})(?!\w)[^,]*, |(?:{words.conjunctions})(?:, | (?![^,]{{0,40}}, (?!\w+ing)))", flags
        )
        self.pronouns = re.compile(rf"(?:{words.pronouns})(?![\w])", flags)
        self._persons = re.compile(rf"(?<!\w)(?:{words.persons})(?!\w)")
        self.finite = re.compile(rf"(?<![\w-])(?:{words.finite})(?![\w-])", flags)
        self._dangling = re.compile(rf"(?:^|.*\W)(?:{words.dangling})", flags | re.DOTALL)
        self._goes_on = re.compile(rf", (?:\w+ly )?(?:{words.finite}|\w{{3,}}[^s]s)(?!\w)", flags)
        self._relative = re.compile(rf"(?<!\w)(?:{words.relative})(?!\w)", flags)
        self._participle = re.compile(rf"(?:,(?: \w+)?|(?<!\w)(?:{words.before_participles})) $", flags)
        self._reported = re.compile(rf"[^,;:\n]{{0,60}}?\s(?:{words.reported})\s+", flags)
        self._not_reported = re.compile(rf"\s+(?:{words.not_reported}|\W)(?!\w)", flags)

    def read(self, text: str, sentence: Bounds, focus: Spanning, said: Sequence[AttributionMention]) -> Clause | None:
        """Return the clause of a sentence that the focus is in, given who says it; None if it says less alone."""
        start = sentence.start
        dateline = _DATELINE.match(text, start, sentence.end)
        start = dateline.end() if dateline and dateline.end() <= focus.start else start
        trailing = _END.search(text, start, sentence.end)
        end = trailing.start() if trailing else sentence.end
        while end > start and text[end - 1] in ", ":
            end -= 1
        if len(said) > 1 or self._needed.search(text, start, end) or "?" in text[end : sentence.end]:
            return None
        speaker: Literal["", "before", "after"] = ""
        span = None
        if said:
            subject, verb = sorted((Bounds(said[0].start, said[0].end), said[0].verb))
            span = Bounds(subject.start, verb.end)
            if verb.end <= focus.start:
                begin = self._reported_start(text, start, span, end)
                lead = text[start : subject.start]
                if begin is None and (self.finite.search(lead) or self._relative.search(lead)):
                    end = subject.start  # "The flooding that officials say has left 3 dead": said of a part.
                else:
                    start, speaker = begin or end, "before"
            elif subject.start >= focus.end:
                comma = text.rfind(",", focus.end, subject.start)
                is_near = 0 < subject.start - comma < _MAX_SPEAKER and comma > 0
                end, speaker = comma if is_near else start, "after"
            else:
                return None
        while opening := self._openings.match(text, start, end):
            if opening.end() > focus.start:
                return None
            start = opening.end()
        cut = self._cut(text, start, end, focus)
        if cut is None:
            return None
        clause = Clause(start, cut, speaker, span, is_cut=cut <= focus.start)
        return clause if self._is_whole(text[start:cut]) else None

    def _reported_start(self, text: str, start: int, said: Bounds, end: int) -> int | None:
        """Return where what is said begins, after who says it at the beginning of the sentence."""
        lead = text[start : said.start]
        if (
            re.search(r"[,;:]", lead)
            or len(lead.split()) > 8
            or self.finite.search(lead)
            or self._relative.search(lead)
        ):
            return None
        reported = self._reported.match(text, said.end, end)
        if reported:
            return reported.end()
        return None if self._not_reported.match(text, said.end, end) else said.end + 1

    def _cut(self, text: str, start: int, end: int, focus: Spanning) -> int | None:
        """Return where the clause ends that the focus is in, or which is of the same time; None if there is none."""
        for match in self._cuts.finditer(text, start + 1, end):
            if spans_overlap(focus, Bounds(*match.span())):
                continue
            if match.start() < min(focus.end, end) and not self._together.match(text, match.start()):
                return None
            if self._limits.match(text, match.start()) and not self._has_verb(text[match.end() : end].split(",")[0]):
                return None  # "Since December": without it, the clause says more.
            is_aside = self._goes_on.search(text, match.end(), end)
            is_in_list = re.search(r", [\w’'-]+(?: [\w’'-]+){0,2}$", text[start : match.start()])
            is_list_end = re.fullmatch(r",? (?:and|or)", match[0]) and is_in_list
            return None if is_aside or is_list_end else match.start()
        return end if focus.start < end else None

    def _is_whole(self, words: str) -> bool:
        count = len(words.split())
        if not _MIN_WORDS <= count <= _MAX_WORDS or _MARKS.search(words) or self._persons.search(words):
            return False
        return self.is_complete(words) and self.finite.match(words) is None

    def is_complete(self, words: str) -> bool:
        """Return whether words have a verb, and no end that needs more."""
        return self._has_verb(words) and self._dangling.fullmatch(words) is None

    def _has_verb(self, words: str) -> bool:
        main = self._relative.split(words, maxsplit=1)[0]
        return any(not self._participle.search(main[: match.start()]) for match in self.finite.finditer(main))
