"""Countries as outlines: Natural Earth's TopoJSON read, selected and clipped to a frame."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from babel import Locale, UnknownLocaleError
from babel.core import get_global

Point = tuple[float, float]
"""Degrees east and north, or what they are projected to."""
HALF = 180.0
"""Degrees from the first meridian to the last."""


class Ring(NamedTuple):
    """A closed line in degrees, and its bounds: the south-west and the north-east corner."""

    points: list[Point]
    least: Point
    most: Point


class Country(NamedTuple):
    """A country: `code` is ISO 3166-1 alpha-2, None where it has none; `rings` are its outlines, holes included."""

    code: str | None
    rings: tuple[Ring, ...]


def countries(topology: bytes) -> tuple[Country, ...]:
    """The countries of a topology whose object `countries` names each by its UN M.49 code, in its order."""
    data: Mapping[str, Any] = json.loads(topology)
    arcs = [_positions(arc, **data["transform"]) for arc in data["arcs"]]
    return tuple(
        Country(alpha_2(one.get("id", "")), tuple(ring for at in _rings(one) for ring in _around(_joined(at, arcs))))
        for one in data["objects"]["countries"]["geometries"]
    )


def _positions(arc: list[list[int]], scale: Point, translate: Point) -> list[Point]:
    """The points of an arc, each of which is told by its distance from the one before."""
    xs, ys = (accumulate(steps) for steps in zip(*arc, strict=True))
    (kx, ky), (x0, y0) = scale, translate
    return [(x * kx + x0, y * ky + y0) for x, y in zip(xs, ys, strict=True)]


def _rings(geometry: Mapping[str, Any]) -> Iterator[list[int]]:
    for polygon in geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]:
        yield from polygon


def _joined(ring: Iterable[int], arcs: list[list[Point]]) -> list[Point]:
    """The arcs of a ring end to end; a negative number is an arc walked backwards."""
    found: list[Point] = []
    for at in ring:
        arc = arcs[at] if at >= 0 else arcs[~at][::-1]
        found.extend(arc[1:] if found else arc)
    return found


def _around(points: list[Point]) -> Iterator[Ring]:
    """A ring; one that crosses the 180th meridian goes on beyond it, and comes again on the other side of the map."""
    ring = _ring(points)
    if ring.most[0] - ring.least[0] <= HALF:
        yield ring
        return
    turns = accumulate(((u < v - HALF) - (u > v + HALF) for (v, _), (u, _) in pairwise(points)), initial=0)
    unrolled = [(x + 2 * HALF * turn, y) for (x, y), turn in zip(points, turns, strict=True)]
    for shift in (-2 * HALF, 0.0, 2 * HALF):
        yield _ring([(x + shift, y) for x, y in unrolled])


def _ring(points: list[Point]) -> Ring:
    xs, ys = zip(*points, strict=True)
    return Ring(points, (min(xs), min(ys)), (max(xs), max(ys)))


ENGLISH = "en"


def territory_names(language: str) -> Callable[[str], str]:
    """What names a country (ISO 3166-1 alpha-2) in a language (BCP 47); in English where CLDR does not know that.

    A code that CLDR does not know stays as it is.
    """
    try:
        names = Locale.parse(language, sep="-").territories
    except (UnknownLocaleError, ValueError):
        names = Locale.parse(ENGLISH).territories
    return lambda code: names.get(code, code)


def alpha_2(numeric: str) -> str | None:
    """The two letters of a country's three digits (UN M.49)."""
    known: list[str] = get_global("territory_aliases").get(numeric, [])
    return known[0] if known else None
