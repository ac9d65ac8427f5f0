"""Which places lie together, so that a map of them shows more than one of all."""

from collections.abc import Sequence
from itertools import combinations
from math import asin, cos, radians, sin, sqrt

from dossier.model.place import Place
from dossier.render.geo.topology import Point

NEAR = 0.25
"""Places lie together that are no farther from one another than this part of the greatest distance of all."""


def position(place: Place) -> Point | None:
    """Where a place lies, in degrees east and north."""
    if place.longitude is None or place.latitude is None:
        return None
    return float(place.longitude), float(place.latitude)


def largest(points: Sequence[Point], weights: Sequence[int]) -> list[Point]:
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
