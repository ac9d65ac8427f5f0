"""How a quantity is drawn: a point, an open end, a stretch or a hatched band, each unlike the others without colour."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple
from xml.etree.ElementTree import Element

from dossier.model.quantity import Qualifier, Quantity

RADIUS, ARROW, BAND = 5.5, 5.0, 12.0
"""Of a point, of the head of an arrow, the height of a hatched band; in the units of the picture, as all below."""

MEANINGS: Mapping[Qualifier, str] = {
    "exactly": "the figure as given",
    "about": "about this figure",
    "more than": "more than this; how much more is not told",
    "at least": "this or more",
    "less than": "less than this; how much less is not told",
    "at most": "this or less",
    "between": "between these two figures",
    "vague": "a vague word; no figure is given",
}


class Stretch(NamedTuple):
    """A stretch of the picture, from left to right."""

    left: float
    right: float


def bounds(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """The least and the greatest it can be; None where nothing bounds it."""
    if quantity.qualifier in ("less than", "at most"):
        return None, quantity.value
    if quantity.qualifier in ("more than", "at least"):
        return quantity.value, None
    if quantity.qualifier == "between":
        return quantity.low, quantity.high
    return quantity.value, quantity.value


def mark(qualifier: Qualifier, at: Stretch, y: float) -> Element:
    """A quantity that reaches over `at`, the whole width where nothing bounds it, drawn around the height `y`."""
    group = Element("g", {"class": f"mark {qualifier.replace(' ', '-')}"})
    group.extend(_DRAWN[qualifier](at, y))
    return group


def _exactly(at: Stretch, y: float) -> list[Element]:
    return [_circle("solid", at.left, y)]


def _about(at: Stretch, y: float) -> list[Element]:
    reach = f"M{at.left - 3 * RADIUS:.1f} {y:.1f}H{at.left + 3 * RADIUS:.1f}"
    return [Element("path", {"class": "doubtful", "d": reach}), _circle("hollow", at.left, y)]


def _more_than(at: Stretch, y: float) -> list[Element]:
    return [_arrow(at.left, at.right, y), _circle("hollow", at.left, y)]


def _at_least(at: Stretch, y: float) -> list[Element]:
    return [_arrow(at.left, at.right, y), _circle("solid", at.left, y)]


def _less_than(at: Stretch, y: float) -> list[Element]:
    return [_arrow(at.right, at.left, y), _circle("hollow", at.right, y)]


def _at_most(at: Stretch, y: float) -> list[Element]:
    return [_arrow(at.right, at.left, y), _circle("solid", at.right, y)]


def _between(at: Stretch, y: float) -> list[Element]:
    ends = "".join(f"M{x:.1f} {y - RADIUS:.1f}V{y + RADIUS:.1f}" for x in at)
    return [Element("path", {"class": "stretch", "d": f"M{at.left:.1f} {y:.1f}H{at.right:.1f}{ends}"})]


def _vague(at: Stretch, y: float) -> list[Element]:
    top, bottom = y - BAND / 2, y + BAND / 2
    steps = range(int((at.right - at.left) // BAND))
    strokes = "".join(f"M{at.left + step * BAND:.1f} {bottom:.1f}l{BAND:.0f} -{BAND:.0f}" for step in steps)
    frame = f"M{at.left:.1f} {top:.1f}H{at.right:.1f}M{at.left:.1f} {bottom:.1f}H{at.right:.1f}"
    return [Element("path", {"class": "hatch", "d": strokes + frame})]


def _circle(look: str, x: float, y: float) -> Element:
    return Element("circle", {"class": look, "cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": str(RADIUS)})


def _arrow(start: float, tip: float, y: float) -> Element:
    back = tip - ARROW if tip > start else tip + ARROW
    head = f"M{back:.1f} {y - ARROW:.1f}L{tip:.1f} {y:.1f}L{back:.1f} {y + ARROW:.1f}"
    return Element("path", {"class": "open", "d": f"M{start:.1f} {y:.1f}H{tip:.1f}{head}"})


_DRAWN: Mapping[Qualifier, Callable[[Stretch, float], list[Element]]] = {
    "exactly": _exactly,
    "about": _about,
    "more than": _more_than,
    "at least": _at_least,
    "less than": _less_than,
    "at most": _at_most,
    "between": _between,
    "vague": _vague,
}
