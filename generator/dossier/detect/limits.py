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
    """Return the dates that a limit and its date may be written as, the most exact first; none for a set of several.

    "before March 9" is `[..2022-03-08]` for what happened on some day, `../2022-03-08` for what lasted until then or,
    less exact, the same with 2022-03-09; "since March 9" may also be that day.
    """
    if date.earliest is None or date.latest is None or len(date.parts) > 1 or re.search(r"[{?~%]", date.text):
        return ()
    if date.earliest.year == MINYEAR or date.latest.year == MAXYEAR:
        return ()  # No calendar has the day before or after.
    first, *_, last = (re.split(r"/|\.\.", date.text.strip("[]")) * 2)[:2]
    near = (Edtf.parse(f"{date}~"),) if limit.is_near and first == last else ()
    if limit.side == "before":
        return (*_until(_adjoining(date, -1)), *_until(last), *near)
    if limit.side == "after":
        return (*_since(_adjoining(date, 1)), *_since(first), *near)
    if limit.side == "since":
        return (*reversed(_since(first)), date)
    return (*reversed(_until(last)), date) if limit.side == "until" else _until(last)


def _until(last: str) -> tuple[Edtf, Edtf]:
    """Return some day up to a last one, and all days up to it."""
    return Edtf.parse(f"[..{last}]"), Edtf.parse(f"../{last}")


def _since(first: str) -> tuple[Edtf, Edtf]:
    """Return some day from a first one on, and all days from it on."""
    return Edtf.parse(f"[{first}..]"), Edtf.parse(f"{first}/..")


def _adjoining(date: Edtf, step: Literal[-1, 1]) -> str:
    """Return the day, month or year before or after a date."""
    edge = date.earliest if step < 0 else date.latest
    assert edge is not None
    is_plain = re.fullmatch(r"[0-9]{4}(-(0[1-9]|1[0-2]))?", date.text)
    return (edge + timedelta(step)).isoformat()[: len(date.text) if is_plain else 10]
