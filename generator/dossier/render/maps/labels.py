"""Labels on a map, placed so that none overlaps another or a marker. All lengths are in pixels."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dossier.atlas.countries import Point
from dossier.render.maps.frame import MAP_WIDTH

CHARACTER_WIDTH, LABEL_HEIGHT, MARKER_SIZE = 6.6, 15.0, 14.0
BASELINE = 0.75
"""Of a line, from its top, as a fraction of its height."""


class Box(NamedTuple):
    """A rectangle."""

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

    def overlaps(self, other: "Box") -> bool:
        """Return whether the two share some area."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def encloses(self, other: "Box") -> bool:
        """Return whether all of the other lies in this one."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom


class MapLabel(NamedTuple):
    """A line of text with its baseline at `y`; `anchor` (SVG's text-anchor) is the part of it that is at `x`."""

    text: str
    x: float
    y: float
    anchor: str


class LabelPlacer:
    """Places labels on a map where nothing else is, and remembers them."""

    def __init__(self, height: float, occupied: Iterable[Box], scale: float = 1.0) -> None:
        """Start with a map of this height; no label may overlap the boxes `occupied`.

        On a map that is shown small, letters and markers are `scale` times as large.
        """
        self._map = Box(0, 0, MAP_WIDTH, height)
        self._occupied = list(occupied)
        self._scale = scale

    def place_beside(self, lines: Sequence[str], marker: Point) -> tuple[MapLabel, ...]:
        """Place a stack of lines beside a marker: right, left, below or above; return () where there is no room."""
        return self._place(lines, self._boxes_beside(lines, marker))

    def place_on(self, text: str, middle: Point) -> tuple[MapLabel, ...]:
        """Place a line on a point, or up to two lines above or below it; return () where there is no room."""
        (x, y), half, height = middle, self._text_width([text]) / 2, LABEL_HEIGHT * self._scale
        tops = (y + offset * height for offset in (-0.5, -1.5, 0.5, -2.5, 1.5))
        return self._place([text], (("middle", Box(x - half, top, x + half, top + height)) for top in tops))

    def _place(self, lines: Sequence[str], candidates: Iterable[tuple[str, Box]]) -> tuple[MapLabel, ...]:
        """Take the first free candidate, given as (anchor, box)."""
        for anchor, box in candidates:
            if self._map.encloses(box) and not any(map(box.overlaps, self._occupied)):
                self._occupied.append(box)
                x = {"start": box.left, "middle": (box.left + box.right) / 2, "end": box.right}[anchor]
                height = LABEL_HEIGHT * self._scale
                baselines = (box.top + height * (index + BASELINE) for index in range(len(lines)))
                return tuple(MapLabel(text, x, y, anchor) for text, y in zip(lines, baselines, strict=True))
        return ()

    def _boxes_beside(self, lines: Sequence[str], marker: Point) -> Iterator[tuple[str, Box]]:
        """Yield candidates as (anchor, box): to the right and left at three heights, below, above."""
        (x, y), width = marker, self._text_width(lines)
        line, distance = LABEL_HEIGHT * self._scale, MARKER_SIZE * self._scale
        height = len(lines) * line
        for top in (y - height / 2, y - height + line / 2, y - line / 2):
            yield "start", Box(x + distance, top, x + distance + width, top + height)
            yield "end", Box(x - distance - width, top, x - distance, top + height)
        for top in (y + distance, y - distance - height):
            yield "middle", Box(x - width / 2, top, x + width / 2, top + height)

    def _text_width(self, lines: Sequence[str]) -> float:
        return max(map(len, lines)) * CHARACTER_WIDTH * self._scale


def marker_box(point: Point, scale: float = 1.0) -> Box:
    """Return the box of a marker."""
    (x, y), half = point, MARKER_SIZE / 2 * scale
    return Box(x - half, y - half, x + half, y + half)
