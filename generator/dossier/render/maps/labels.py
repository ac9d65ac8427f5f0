"""Names on a map, so that none lies on another."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dossier.render.maps.frame import WIDTH
from dossier.render.maps.shapes import Point

LETTER, LINE, AWAY = 6.6, 15.0, 14.0
"""Pixels: the width of a letter, the height of a line, from a mark to its name."""


class LabelBox(NamedTuple):
    """A rectangle on a map, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return round(self.right - self.left, 1)

    @property
    def height(self) -> float:
        return round(self.bottom - self.top, 1)

    def meets(self, other: "LabelBox") -> bool:
        """Whether some point lies in both."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


class Name(NamedTuple):
    """A line of text: its baseline is at `y`, and `anchor` (as SVG has it) says which part of it stands at `x`."""

    text: str
    x: float
    y: float
    anchor: str


class LabelPlacer:
    """The room that names may still take on a map of a height."""

    def __init__(self, height: float, taken: Iterable[LabelBox]) -> None:
        self._page = LabelBox(0, 0, WIDTH, height)
        self._taken = list(taken)

    def place_beside(self, lines: Sequence[str], mark: Point) -> tuple[Name, ...]:
        """Lines beside a mark, where there is room; none where there is not."""
        return self._first(lines, _beside(lines, mark))

    def on(self, text: str, middle: Point) -> tuple[Name, ...]:
        """A line on a point, or a little above or below it."""
        (x, y), half = middle, _width([text]) / 2
        tops = (y - LINE / 2, y - LINE * 3 / 2, y + LINE / 2, y - LINE * 5 / 2, y + LINE * 3 / 2)
        return self._first([text], (("middle", LabelBox(x - half, top, x + half, top + LINE)) for top in tops))

    def _first(self, lines: Sequence[str], tries: Iterable[tuple[str, LabelBox]]) -> tuple[Name, ...]:
        anchor, box = next(((anchor, box) for anchor, box in tries if self._free(box)), ("", None))
        if box is None:
            return ()
        self._taken.append(box)
        x = {"start": box.left, "middle": (box.left + box.right) / 2, "end": box.right}[anchor]
        return tuple(Name(text, x, box.top + LINE * (at + 0.75), anchor) for at, text in enumerate(lines))

    def _free(self, box: LabelBox) -> bool:
        (left, top, right, bottom), page = box, self._page
        inside = page.left <= left and page.top <= top and right <= page.right and bottom <= page.bottom
        return inside and not any(map(box.meets, self._taken))


def marker_box(point: Point) -> LabelBox:
    """The room that a mark takes."""
    x, y = point
    return LabelBox(x - AWAY / 2, y - AWAY / 2, x + AWAY / 2, y + AWAY / 2)


def _beside(lines: Sequence[str], mark: Point) -> Iterator[tuple[str, LabelBox]]:
    """To the right, to the left, below, above."""
    (x, y), wide, tall = mark, _width(lines), len(lines) * LINE
    for top in (y - tall / 2, y - tall + LINE / 2, y - LINE / 2):
        yield "start", LabelBox(x + AWAY, top, x + AWAY + wide, top + tall)
        yield "end", LabelBox(x - AWAY - wide, top, x - AWAY, top + tall)
    for top in (y + AWAY, y - AWAY - tall):
        yield "middle", LabelBox(x - wide / 2, top, x + wide / 2, top + tall)


def _width(lines: Sequence[str]) -> float:
    return max(map(len, lines)) * LETTER
