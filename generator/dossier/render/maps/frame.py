"""Which places lie together, so that a map of them shows more than one of all."""

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from dossier.model.kinds.place import Place
from dossier.render.maps.shapes import Point, Ring

NEAR = 0.25
"""Places lie together that are no farther from one another than this part of the greatest distance of all."""


def position(place: Place) -> Point | None:
    """Where a place lies, in degrees east and north."""
    if place.longitude is None or place.latitude is None:
        return None
    return float(place.longitude), float(place.latitude)


def largest_cluster(points: Sequence[Point], weights: Sequence[int]) -> list[Point]:
    """The points that lie together and weigh most, one being near the next; in the order given."""
    far = max((_distance(*pair) for pair in combinations(points, 2)), default=0.0)
    clusters: list[set[int]] = []
    for at, point in enumerate(points):
        near = [one for one in clusters if any(_distance(point, points[other]) <= NEAR * far for other in one)]
        clusters = [one for one in clusters if one not in near] + [set().union({at}, *near)]
    best = max(clusters, key=lambda one: (sum(weights[at] for at in one), -min(one)), default=set())
    return [points[at] for at in sorted(best)]


def _distance(one: Point, other: Point) -> float:
    """The way between two points over a round earth, as an angle (haversine formula)."""
    (lon, lat), (to_lon, to_lat) = map(_radians, (one, other))
    half = sin((to_lat - lat) / 2) ** 2 + cos(lat) * cos(to_lat) * sin((to_lon - lon) / 2) ** 2
    return 2 * asin(sqrt(min(1.0, half)))


def _radians(point: Point) -> Point:
    return radians(point[0]), radians(point[1])


WIDTH = 640
"""Of a picture, in pixels."""
TALLEST, WIDEST = 0.8, 0.6
"""The height of a picture, in parts of its width."""
FINE = 2
"""Units of a path that make a pixel."""
MIN_SPAN = 3.0
"""Degrees that a map spans at least: nearer than that the shapes are not exact enough."""
POLE = 85.0


class Frame(NamedTuple):
    """An equirectangular map: its north-west corner in degrees, pixels a degree to the east and to the south."""

    west: float
    north: float
    east_scale: float
    south_scale: float
    height: int

    def at(self, point: Point) -> Point:
        """Where a point given in degrees lies, in pixels from the upper left corner."""
        return (point[0] - self.west) * self.east_scale, (self.north - point[1]) * self.south_scale

    def contains(self, point: Point) -> bool:
        """Whether the map shows a point given in degrees."""
        x, y = self.at(point)
        return 0 <= x <= WIDTH and 0 <= y <= self.height


def fit_frame(points: Sequence[Point], margin: float) -> Frame:
    """A frame around points in degrees; `margin` is left on each side, in parts of the greater span."""
    lons, lats = zip(*points, strict=True)
    middle_lon, middle_lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    narrow = cos(radians(middle_lat))
    across, down = (max(lons) - min(lons)) * narrow, max(lats) - min(lats)
    room = max(across, down, MIN_SPAN) * margin * 2
    across, down = max(across + room, MIN_SPAN), max(down + room, MIN_SPAN)
    across, down = max(across, down / TALLEST), max(down, across * WIDEST)
    north, scale = min(middle_lat + down / 2, POLE), WIDTH / across
    down = north - max(middle_lat - down / 2, -POLE)
    return Frame(middle_lon - across / narrow / 2, north, scale * narrow, scale, round(down * scale))


def clip_ring(ring: Ring, frame: Frame) -> list[Point]:
    """A ring as it lies on a map, what lies outside cut off; empty where all does."""
    (left, bottom), (right, top) = frame.at(ring.least), frame.at(ring.most)
    if right < 0 or left > WIDTH or bottom < 0 or top > frame.height:
        return []
    west, north, kx, ky, _ = frame
    found = [((x - west) * kx, (north - y) * ky) for x, y in ring.points]
    sides = ((0, 1, 0.0, left), (0, -1, -WIDTH, -right), (1, 1, 0.0, top), (1, -1, -frame.height, -bottom))
    for axis, sign, least, farthest in sides:
        if farthest < least:
            found = _cut(found, axis, sign, least)
    return found


def path(outlines: Iterable[Sequence[Point]]) -> str:
    """The data of an SVG path, in whole units of which `FINE` are a pixel; what is less than one is left out."""
    return "".join(map(_closed, outlines))


def _cut(ring: list[Point], axis: int, sign: int, least: float) -> list[Point]:
    """The part of a ring on one side of a line (Sutherland and Hodgman's algorithm)."""
    kept: list[Point] = []
    for before, here in pairwise([*ring[-1:], *ring]):
        behind, ahead = sign * before[axis] - least, sign * here[axis] - least
        if (behind < 0) != (ahead < 0):
            part = behind / (behind - ahead)
            kept.append((before[0] + part * (here[0] - before[0]), before[1] + part * (here[1] - before[1])))
        if ahead >= 0:
            kept.append(here)
    return kept


def _closed(ring: Sequence[Point]) -> str:
    """A ring in steps of whole units, as `M12 34l5-6 7 8z`. All rings that share a border round it alike."""
    whole = [(round(x * FINE), round(y * FINE)) for x, y in ring]
    steps = [(x - u, y - v) for (u, v), (x, y) in pairwise(whole) if (x, y) != (u, v)]
    if len(steps) < 3:
        return ""
    return f"M{whole[0][0]} {whole[0][1]}l{' '.join(f'{x} {y}' for x, y in steps)}z".replace(" -", "-")
