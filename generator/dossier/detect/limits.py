"""What a limit such as "before" or "since" leaves of a date."""

import re
from datetime import MAXYEAR, MINYEAR, timedelta
from typing import Literal, NamedTuple

from dossier.edtf.parse import Edtf

Side = Literal["before", "by", "until", "since", "after"]
"""Where the days are: "before" and "after" leave out the date itself, "until" and "since" begin or end on it."""


class Limit(NamedTuple):
    """The side of a date on which the days are that are meant; `is_near` for "shortly before"."""

    side: Side
    is_near: bool = False


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
