"""Read the words before a date that make it a limit or an approximation: "before March 9", "since 2015", "around May".

`limit_before` and `is_about` look at the text up to a date; `dates_within` returns what a limit leaves.
"""

import re
from datetime import MAXYEAR, MINYEAR, timedelta
from typing import Literal, NamedTuple, cast

from dossier.detect.en.dates import DateMention
from dossier.edtf.parse import Edtf

Side = Literal["before", "by", "until", "since", "after"]
"""Where the days are: "before" and "after" leave out the date itself, "until" and "since" begin or end on it."""
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


class Limit(NamedTuple):
    """The side of a date on which the days are that are meant; `is_near` for "shortly before"."""

    side: Side
    is_near: bool = False


def limit_before(text: str, mention: DateMention) -> Limit | None:
    """Return the limit that the words at the end of a text make of the date that follows; None if they make none."""
    match = _LIMIT.search(text[-_REACH:])
    if match is None or _DISTANCE_END.search(text[-_REACH:][: match.start()]):
        return None
    if match["the"] and " of " not in mention.text:  # "before the 9 March vote" is no limit in time to that day.
        return None
    side = next(name for name in ("since", "until", "by", "after", "before") if match[name])
    return Limit(cast(Side, side), bool(match["near"]))


def is_about(text: str, *, in_phrase: bool = False) -> bool:
    """Return whether the words at the end of a text make the date that follows an approximate one.

    Outside of the phrase of a date, "about 2019" may be what a book is about.
    """
    return (_ABOUT_IN_PHRASE if in_phrase else _ABOUT).search(text[-_REACH:]) is not None


def dates_within(limit: Limit, date: Edtf) -> tuple[Edtf, ...]:
    """Return the dates that a limit and its date may be written as, the most exact first; none for a set.

    "before March 9" is `../2022-03-08` or, less exact, `../2022-03-09`; "since March 9" may also be that day.
    """
    if date.earliest is None or date.latest is None or re.search(r"[\[{?~%]", date.text):
        return ()
    if date.earliest.year == MINYEAR or date.latest.year == MAXYEAR:
        return ()  # No calendar has the day before or after.
    first, last = date.text.split("/")[0], date.text.split("/")[-1]
    near = (Edtf.parse(f"{date}~"),) if limit.is_near and first == last else ()
    if limit.side == "before":
        return (Edtf.parse(f"../{_adjoining(date, -1)}"), Edtf.parse(f"../{last}"), *near)
    if limit.side == "after":
        return (Edtf.parse(f"{_adjoining(date, 1)}/.."), Edtf.parse(f"{first}/.."), *near)
    if limit.side == "since":
        return (Edtf.parse(f"{first}/.."), date)
    return (Edtf.parse(f"../{last}"), *([date] if limit.side == "until" else []))


def _adjoining(date: Edtf, step: Literal[-1, 1]) -> str:
    """Return the day, month or year before or after a date."""
    edge = date.earliest if step < 0 else date.latest
    assert edge is not None
    is_plain = re.fullmatch(r"[0-9]{4}(-(0[1-9]|1[0-2]))?", date.text)
    return (edge + timedelta(step)).isoformat()[: len(date.text) if is_plain else 10]
