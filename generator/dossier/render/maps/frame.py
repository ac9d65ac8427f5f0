"""The section of the earth that a map shows: which places it groups, its projection, and outlines clipped to it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from dossier.atlas.countries import Point, Ring

CLUSTER_DISTANCE = 0.25
"""Places closer than this fraction of the greatest distance between any two belong to one cluster."""
MAP_WIDTH = 640
"""Pixels."""
MAX_HEIGHT, MIN_HEIGHT = 0.8, 0.6
"""Of a map, as fractions of its width."""
MIN_DEGREES = 3.0
"""That a map shows, each way: closer up, the outlines are not accurate."""
MAX_LATITUDE = 85.0

Step = tuple[int, int]
"""A step of an outline: across and down."""


def largest_cluster(points: Sequence[Point], weights: Sequence[int]) -> list[Point]:
    """Return the points, in degrees, of the heaviest cluster in the order given.

    Each point of a cluster is near another one of it (single linkage).
    """
    max_distance = CLUSTER_DISTANCE * max((_distance(*pair) for pair in combinations(points, 2)), default=0.0)
    clusters: list[set[int]] = []
    for index, point in enumerate(points):
        near = [
            cluster
            for cluster in clusters
            if any(_distance(point, points[member]) <= max_distance for member in cluster)
        ]
        clusters = [cluster for cluster in clusters if cluster not in near] + [{index}.union(*near)]
    heaviest = max(
        clusters, key=lambda cluster: (sum(weights[index] for index in cluster), -min(cluster)), default=set[int]()
    )
    return [points[index] for index in sorted(heaviest)]


def _distance(start: Point, end: Point) -> float:
    """Return the great-circle distance between two points in degrees, as an angle in radians (haversine formula)."""
    (start_lon, start_lat), (end_lon, end_lat) = (tuple(map(radians, point)) for point in (start, end))
    lat_part = sin((end_lat - start_lat) / 2) ** 2
    lon_part = cos(start_lat) * cos(end_lat) * sin((end_lon - start_lon) / 2) ** 2
    return 2 * asin(sqrt(min(1.0, lat_part + lon_part)))


class Frame(NamedTuple):
    """An equirectangular map: its north-west corner in degrees, pixels per degree, its height in pixels."""

    west: float
    north: float
    east_scale: float
    south_scale: float
    height: int

    def project(self, point: Point) -> Point:
        """Return the pixels, from the upper left corner, of a point in degrees."""
        return (point[0] - self.west) * self.east_scale, (self.north - point[1]) * self.south_scale

    def contains(self, point: Point) -> bool:
        """Return whether the map shows a point in degrees."""
        x, y = self.project(point)
        return 0 <= x <= MAP_WIDTH and 0 <= y <= self.height

    @property
    def south_east(self) -> Point:
        """The lower right corner, in degrees."""
        return self.west + MAP_WIDTH / self.east_scale, self.north - self.height / self.south_scale


def fit_frame(points: Sequence[Point], margin: float) -> Frame:
    """Return a frame around points in degrees; `margin`, on each side, is a fraction of the greater span."""
    lons, lats = zip(*points, strict=True)
    middle_lon, middle_lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    narrowing = cos(radians(middle_lat))
    across, down = (max(lons) - min(lons)) * narrowing, max(lats) - min(lats)
    margins = max(across, down, MIN_DEGREES) * margin * 2
    across, down = max(across + margins, MIN_DEGREES), max(down + margins, MIN_DEGREES)
    across, down = max(across, down / MAX_HEIGHT), max(down, across * MIN_HEIGHT)
    north, scale = min(middle_lat + down / 2, MAX_LATITUDE), MAP_WIDTH / across
    down = north - max(middle_lat - down / 2, -MAX_LATITUDE)
    return Frame(middle_lon - across / narrowing / 2, north, scale * narrowing, scale, round(down * scale))


def clip_ring(ring: Ring, frame: Frame) -> list[Point]:
    """Return the part of a ring that lies on a map, in pixels; empty where none does."""
    (left, bottom), (right, top) = frame.project(ring.south_west), frame.project(ring.north_east)
    if right < 0 or left > MAP_WIDTH or bottom < 0 or top > frame.height:
        return []
    points = [frame.project(point) for point in ring.points]
    if left < 0:
        points = _clip_side(points, axis=0, sign=1, limit=0.0)
    if right > MAP_WIDTH:
        points = _clip_side(points, axis=0, sign=-1, limit=-MAP_WIDTH)
    if top < 0:
        points = _clip_side(points, axis=1, sign=1, limit=0.0)
    if bottom > frame.height:
        points = _clip_side(points, axis=1, sign=-1, limit=-frame.height)
    return points


def _clip_side(ring: list[Point], axis: int, sign: int, limit: float) -> list[Point]:
    """Return the part of a ring where `sign` times the coordinate is at least `limit` (Sutherland-Hodgman)."""
    kept: list[Point] = []
    for start, end in pairwise([*ring[-1:], *ring]):
        start_depth, end_depth = sign * start[axis] - limit, sign * end[axis] - limit
        if (start_depth < 0) != (end_depth < 0):
            part = start_depth / (start_depth - end_depth)
            kept.append((start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1])))
        if end_depth >= 0:
            kept.append(end)
    return kept


def svg_path(rings: Iterable[Sequence[Point]], unit: float) -> str:
    """Return the `d` of an SVG path, in whole units of so many pixels, without rings smaller than that."""
    return "".join(_ring_path(ring, unit) for ring in rings)


def _ring_path(ring: Sequence[Point], unit: float) -> str:
    """Return a closed ring in relative steps, as `M12 34h5l-6 7z`. Shared borders are rounded alike."""
    units = [(round(x / unit), round(y / unit)) for x, y in ring]
    steps = [
        (x - start_x, y - start_y) for (start_x, start_y), (x, y) in pairwise(units) if (x, y) != (start_x, start_y)
    ]
    if len(steps) < 3:
        return ""
    if units[0] == units[-1]:
        steps.pop()  # `z` draws it.
    return f"M{units[0][0]} {units[0][1]}{''.join(_commands(_longest(steps)))}z"


def _longest(steps: Iterable[Step]) -> list[Step]:
    """Return steps of which no two in a row have the same direction."""
    longest: list[Step] = []
    for x, y in steps:
        last_x, last_y = longest[-1] if longest else (0, 0)
        if last_x * y == last_y * x and last_x * x + last_y * y > 0:
            longest[-1] = (last_x + x, last_y + y)
        else:
            longest.append((x, y))
    return longest


def _commands(steps: Iterable[Step]) -> Iterator[str]:
    """Yield each step as the shortest command: across, down, or else both, where `l` is not said twice in a row."""
    is_line = False
    for x, y in steps:
        if x and y:
            separator = "l" if not is_line else " " if x > 0 else ""
            yield f"{separator}{x} {y}" if y > 0 else f"{separator}{x}{y}"
        else:
            yield f"h{x}" if x else f"v{y}"
        is_line = bool(x and y)
