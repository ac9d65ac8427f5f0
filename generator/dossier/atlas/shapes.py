"""Where points are: inside which country, how far from one, and where its middle is."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import cos, hypot, radians

from dossier.atlas.countries import HALF_TURN, Atlas, Country, Point, Ring, country_code, read_atlas
from dossier.atlas.territories import KILOMETRES_PER_DEGREE, territory_areas
from dossier.io.resources import MissingAssetsError

SCALE = 50
"""The scale of the shapes in millions, as in `1:50 000 000`."""


@cache
def country_shape(code: str) -> Country | None:
    """Return the shape of a country (ISO 3166-1 alpha-2), or None if neither the atlas nor our list has it."""
    atlas = _atlas()
    shape = atlas.shape_of(code) if atlas else None
    return shape or (Country(code, territory_areas(code)) if territory_areas(code) else None)


@cache
def _atlas() -> Atlas | None:
    """Return the atlas, or None if the package lacks it, and so can build no site."""
    try:
        return Atlas(read_atlas(SCALE))
    except MissingAssetsError:
        return None


def countries_at(point: Point) -> tuple[str, ...]:
    """Return the codes of the countries that have the point, sorted; none at sea."""
    atlas = _atlas()
    codes = {code for part in atlas.geometries if (code := country_code(part.get("id", "")))} if atlas else ()
    shapes = map(country_shape, sorted(codes))
    return tuple(str(shape.code) for shape in shapes if shape is not None and contains(shape, point))


def contains(country: Country, point: Point) -> bool:
    """Return whether a point is inside a country, by the number of borders west of it."""
    x, y = point
    return sum(_crossings(ring, x, y) for ring in country.rings) % 2 == 1


def _crossings(ring: Ring, x: float, y: float) -> int:
    if not (ring.south_west[1] <= y <= ring.north_east[1] and ring.south_west[0] <= x):
        return 0
    return sum(
        (ay > y) != (by > y) and x > (bx - ax) * (y - ay) / (by - ay) + ax
        for (ax, ay), (bx, by) in pairwise(ring.points)
    )


def distance_to(country: Country, point: Point) -> float:
    """Return the distance from a point to a country or its further territories in kilometres, 0 inside."""
    areas = territory_areas(country.code or "")
    if contains(country, point) or any(contains(Country(None, (area,)), point) for area in areas):
        return 0.0
    scale = cos(radians(point[1]))
    return KILOMETRES_PER_DEGREE * min(
        _distance_to_line(((x - point[0]) * scale, y - point[1]), ((to_x - point[0]) * scale, to_y - point[1]))
        for ring in (*country.rings, *areas)
        for (x, y), (to_x, to_y) in pairwise(ring.points)
    )


def _distance_to_line(start: Point, end: Point) -> float:
    """Return the distance from the origin to the line between two points."""
    step_x, step_y = end[0] - start[0], end[1] - start[1]
    length = step_x**2 + step_y**2
    along = max(0.0, min(1.0, -(start[0] * step_x + start[1] * step_y) / length)) if length else 0.0
    return hypot(start[0] + along * step_x, start[1] + along * step_y)


def distance_between(first: Point, second: Point) -> float:
    """Return the distance between two points in kilometres; it is exact enough below some hundred kilometres."""
    scale = cos(radians((first[1] + second[1]) / 2))
    return KILOMETRES_PER_DEGREE * hypot((first[0] - second[0]) * scale, first[1] - second[1])


def middle(country: Country) -> tuple[Point, float] | None:
    """Return the middle of a country's largest part, and half of that part's extent in kilometres.

    None for Antarctica, whose outline does not close around the pole.
    """
    ring = max(country.rings, key=lambda ring: abs(_area(ring.points)))
    if ring.north_east[0] - ring.south_west[0] >= 2 * HALF_TURN:
        return None
    x, y = _centroid(ring.points)
    return ((x + HALF_TURN) % (2 * HALF_TURN) - HALF_TURN, y), distance_between(ring.south_west, ring.north_east) / 2


def _area(points: Sequence[Point]) -> float:
    """Return the area of a ring, with a sign for its direction (shoelace formula)."""
    return sum(product for _, _, product in _edges(points)) / 2


def _centroid(points: Sequence[Point]) -> Point:
    edges, area = list(_edges(points)), _area(points)
    x, y = (sum((start[axis] + end[axis]) * product for start, end, product in edges) / (6 * area) for axis in (0, 1))
    return x, y


def _edges(points: Sequence[Point]) -> Iterator[tuple[Point, Point, float]]:
    """Yield the ends of each edge of a ring, and their cross product."""
    for start, end in pairwise(points):
        yield start, end, start[0] * end[1] - end[0] * start[1]
