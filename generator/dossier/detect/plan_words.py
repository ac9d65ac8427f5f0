"""Words by which a passage says that something is still to come, or has happened."""

import re
from typing import NamedTuple

from dossier.detect.speech import SpeechWords


class PlanWords(NamedTuple):
    """The patterns of a language for what looks ahead, what certainly does, and verbs about what has happened."""

    ahead: re.Pattern[str]
    certainly_ahead: re.Pattern[str]
    past: re.Pattern[str]


def plan_words(ahead: str, certainly_ahead: str, past: str, speech: SpeechWords) -> PlanWords:
    """Return the words of a language, given as patterns; a verb of saying, with or without an
    auxiliary before it, is none about what has happened.

    Verbs that look ahead are in lower case: `Rivera` has the ending of one.
    """
    return PlanWords(
        re.compile(rf"(?<!\w)(?:{certainly_ahead}|{ahead})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{certainly_ahead})(?!\w)"),
        re.compile(rf"(?<!\w)(?!(?:\w+ )?(?:{speech.saying})(?!\w))(?:{past})(?!\w)", re.IGNORECASE),
    )
