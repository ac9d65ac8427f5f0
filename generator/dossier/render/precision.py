"""How exactly a date is known: the shape that a track gives it, and words for what its own words leave open."""

from typing import Literal

from dossier.model.edtf import Edtf

Shape = Literal["day", "span", "days", "about", "from", "until", "unknown"]

WITHIN = "throughout, or some time within"
"""EDTF does not tell how long something took from within when it was."""
MEANINGS: dict[Shape, str] = {
    "day": "a day",
    "span": f"a span: {WITHIN}",
    "days": "one or more of these days",
    "about": "about then, or doubted",
    "from": "then, perhaps later",
    "until": "by then, perhaps earlier",
    "unknown": "date unknown",
}
"""What each shape means, in the order of a legend."""


def shape_of(when: Edtf | None) -> Shape:
    """The shape of a date; None is no date at all."""
    if when is None or (when.earliest, when.latest) == (None, None):
        return "unknown"
    if when.earliest is None or when.latest is None:
        return "until" if when.earliest is None else "from"
    if when.approximate or when.uncertain:
        return "about"
    if when.one_of or when.all_of:
        return "days"
    return "day" if when.is_day else "span"


def extent(when: Edtf | None) -> str:
    """`throughout, or some time within`, `then, perhaps later`; nothing for a date whose own words say as much."""
    shape = shape_of(when)
    if when and shape == "span" and "/" in when.text:
        return WITHIN
    return MEANINGS[shape] if shape in ("from", "until") else ""
