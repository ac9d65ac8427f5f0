"""Words by which a sentence says whether its date is past or to come."""

import re
from typing import NamedTuple


class TenseWords(NamedTuple):
    """The patterns of a language for verbs that look ahead, for those that look back, and for "said" before a date."""

    ahead: re.Pattern[str]
    past: re.Pattern[str]
    said_here: re.Pattern[str]
