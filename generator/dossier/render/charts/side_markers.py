"""The shapes that tell sides apart where colours do not."""

from collections.abc import Sequence
from itertools import cycle
from math import cos, pi, sin
from typing import NamedTuple

from dossier.model.dossier import Side

NO_SIDE = Side(id="none", name="No side told", colour="#7a7f89")


class SideMarker(NamedTuple):
    """A side as pictures show it: `points` is the outline, as an SVG polygon has it, in a square from -1 to 1."""

    side: Side
    points: str


def side_markers(sides: Sequence[Side]) -> tuple[SideMarker, ...]:
    """The emblem of each side, in the order of sides, and last that of actors of no side."""
    shown = (SideMarker(side, points) for side, points in zip(sides, cycle(SHAPES), strict=False))
    return (*shown, SideMarker(NO_SIDE, CROSS))


def _star(corners: int, turn: float = 0.0, inner: float = 1.0) -> str:
    """The points of a regular shape, its first corner upwards but for `turn`, in parts of a whole turn."""
    ends = [(1.0, at / corners + turn) for at in range(corners)]
    between = [(inner, (at + 0.5) / corners + turn) for at in range(corners)] if inner < 1 else []
    turns = sorted([*ends, *between], key=lambda one: one[1])
    return " ".join(f"{far * sin(2 * pi * at):.2f},{-far * cos(2 * pi * at):.2f}" for far, at in turns)


SHAPES = (
    _star(32),
    _star(4, turn=1 / 8),
    _star(3),
    _star(4),
    _star(5, inner=0.45),
    _star(6),
    _star(3, turn=1 / 2),
    _star(4, inner=0.4),
)
"""A circle, a square, a triangle, a diamond, stars and others; with more sides than these they come again."""
CROSS = "-.35,-1 .35,-1 .35,-.35 1,-.35 1,.35 .35,.35 .35,1 -.35,1 -.35,.35 -1,.35 -1,-.35 -.35,-.35"
