"""Shapes that distinguish sides for readers who cannot rely on colours."""

from collections.abc import Sequence
from itertools import cycle
from math import cos, pi, sin
from typing import NamedTuple

from dossier.model.dossier import Side
from dossier.text.interface import gettext, gettext_noop

NO_SIDE = Side(id="none", name=gettext_noop("No side stated"), colour="#7a7f89")


class SideMarker(NamedTuple):
    """A side with its shape: `points` are those of an SVG polygon, in a square from -1 to 1."""

    side: Side
    points: str


def side_markers(sides: Sequence[Side]) -> tuple[SideMarker, ...]:
    """Return the marker of each side in their order, and last that of actors without a side."""
    markers = (SideMarker(side, points) for side, points in zip(sides, cycle(SHAPES), strict=False))
    no_side = NO_SIDE.model_copy(update={"name": gettext(NO_SIDE.name)})
    return (*markers, SideMarker(no_side, CROSS))


def _star(corners: int, turn: float = 0.0, inner_radius: float = 1.0) -> str:
    """Return the points of a star, or of a regular polygon if the inner radius is 1.

    The first corner is at the top, rotated clockwise by `turn`, a fraction of a full turn.
    """
    points = [(1.0, index / corners + turn) for index in range(corners)]
    if inner_radius < 1:
        points += [(inner_radius, (index + 0.5) / corners + turn) for index in range(corners)]
    points.sort(key=lambda point: point[1])
    angles = [(radius, 2 * pi * fraction) for radius, fraction in points]
    return " ".join(f"{_short(radius * sin(angle))},{_short(-radius * cos(angle))}" for radius, angle in angles)


def _short(number: float) -> str:
    """Return a number below 10 with at most two decimals, and without needless zeros: `-.7`."""
    digits = f"{abs(number):.2f}".strip("0").removesuffix(".")
    return f"-{digits}" if number < 0 and digits else digits or "0"


SHAPES = (
    _star(16),
    _star(4, turn=1 / 8),
    _star(3),
    _star(4),
    _star(5, inner_radius=0.45),
    _star(6),
    _star(3, turn=1 / 2),
    _star(4, inner_radius=0.4),
)
"""A circle, a square, a triangle, a diamond, a star and others; more sides than shapes use them again."""
CROSS = "-.35,-1 .35,-1 .35,-.35 1,-.35 1,.35 .35,.35 .35,1 -.35,1 -.35,.35 -1,.35 -1,-.35 -.35,-.35"
