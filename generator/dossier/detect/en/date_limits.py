"""Read the words before a date that make it a limit or an approximation: "before March 9", "since 2015", "around May".

`limit_before` and `is_about` look at the text up to a date; `dates_within` returns what a limit leaves.
"""

import re
from typing import cast

from dossier.detect.date_mentions import DateMention
from dossier.detect.limits import Limit, Side

_REACH = 60
"""The number of characters before a date in which its words are."""
_GAP = r"(?:[^\S\n]+\n?|\n)[^\S\n]*"
_LIMIT = re.compile(
    rf"\b(?:(?P<near>shortly|just|soon|right|immediately){_GAP})?(?:"
    r"(?P<since>since|(?:effective )?from|(?:starting|beginning)(?: on| in| from)?|on or after"
    r"|(?:no|not) (?:earlier|sooner) than|not before)"
    r"|(?P<until>until|till|up (?:to|until)|through|not after)"
    r"|(?P<by>by|(?:no|not) later than|on or before)"
    r"|(?P<after>after|later than)"
    rf"|(?P<before>before|prior to|earlier than|ahead of)){_GAP}"
    rf"(?P<the>the{_GAP})?(?:(?:about|around|roughly){_GAP})?$",
    re.IGNORECASE,
)
_DISTANCE_END = re.compile(rf"(?:day|night|morning|evening|hour|week|weekend|month|year)s?{_GAP}$", re.IGNORECASE)
_CLEARLY_ABOUT = (
    r"around|circa|approximately|roughly|on or about|some ?time (?:about|in about)|(?:in|on|since|or) about|ca?\.|~"
)
_ABOUT = re.compile(rf"(?<![\w.])(?:{_CLEARLY_ABOUT})\s*(?:the{_GAP})?$", re.IGNORECASE)
_ABOUT_IN_PHRASE = re.compile(rf"(?<![\w.])(?:{_CLEARLY_ABOUT}|about|near|close to|c)\s*(?:the{_GAP})?$", re.IGNORECASE)


def limit_before(text: str, mention: DateMention) -> Limit | None:
    """Return the limit that the words at the end of a text make of the date that follows; None if they make none."""
    match = _LIMIT.search(text[-_REACH:])
    if match is None or _DISTANCE_END.search(text[-_REACH:][: match.start()]):
        return None
    if match["the"] and " of " not in mention.text:  # "before the 9 March vote" is no limit in time to that day.
        return None
    side = next(name for name in ("since", "until", "by", "after", "before") if match[name])
    return Limit(cast(Side, side), bool(match["near"]))


def is_about(text: str, in_phrase: bool = False) -> bool:
    """Return whether the words at the end of a text make the date that follows an approximate one.

    Outside of the phrase of a date, "about 2019" may be what a book is about.
    """
    return (_ABOUT_IN_PHRASE if in_phrase else _ABOUT).search(text[-_REACH:]) is not None
