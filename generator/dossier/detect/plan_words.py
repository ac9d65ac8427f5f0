"""Words by which a passage says that something is still to come, or has happened."""

import re
from typing import NamedTuple

from dossier.detect.speech import SpeechWords
from dossier.text.spans import Bounds, Spanning


class PlanWords(NamedTuple):
    """The patterns of a language for what looks ahead, what certainly does, and verbs about what has happened."""

    ahead: re.Pattern[str]
    certainly_ahead: re.Pattern[str]
    past: re.Pattern[str]
    announced: re.Pattern[str]
    """Verbs that announce something."""
    pledged: re.Pattern[str]
    """Verbs that promise something."""

    def words_ahead(self, text: str, at: Spanning, *, is_later: bool = False) -> str:
        """Return the words by which a sentence says that what is at a place in it is still to come; else "".

        The verb nearest to that place counts. `is_later` says that it is later than the text, so that any word that
        looks ahead will do.
        """
        cues = [Bounds(*match.span()) for match in self.certainly_ahead.finditer(text)]
        nearest = min(cues, key=lambda cue: _distance(text, cue, at), default=None)
        done = [_distance(text, Bounds(*match.span()), at) for match in self.past.finditer(text)]
        if nearest and (not done or _distance(text, nearest, at) < min(done)):
            return text[nearest.start : nearest.end]
        possible = self.ahead.search(text) if is_later else None
        return possible[0] if possible else ""


def _distance(text: str, words: Spanning, at: Spanning) -> tuple[bool, int]:
    """Return whether a clause may end between words and a place, and how far they are apart in code points."""
    between = text[words.end : at.start] or text[at.end : words.start]
    return any(mark in between for mark in ",;:"), len(between)


def plan_words(
    ahead: str, certainly_ahead: str, past: str, speech: SpeechWords, *, announced: str, pledged: str
) -> PlanWords:
    """Return the words of a language, given as patterns; a verb of saying, with or without an
    auxiliary before it, is none about what has happened.

    Verbs that look ahead are in lower case: `Rivera` has the ending of one.
    """
    return PlanWords(
        ahead=re.compile(rf"(?<!\w)(?:{certainly_ahead}|{ahead})(?!\w)"),
        certainly_ahead=re.compile(rf"(?<!\w)(?:{certainly_ahead})(?!\w)"),
        past=re.compile(rf"(?<!\w)(?!(?:\w+ )?(?:{speech.saying})(?!\w))(?:{past})(?!\w)", re.IGNORECASE),
        announced=re.compile(rf"(?<!\w)(?:{announced})", re.IGNORECASE),
        pledged=re.compile(rf"(?<!\w)(?:{pledged})", re.IGNORECASE),
    )
