"""Countries as rings of coordinates, read from Natural Earth's TopoJSON, and their names and codes.

TopoJSON, the format of the world-atlas package, stores each border once, as an arc that neighbours share.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from dossier.io.resources import read_asset

Point = tuple[float, float]
"""Degrees east and north; on a map, pixels to the right and down."""
_NOT_COUNTRIES = re.compile(r"AA|EU|Q[M-Z]|X(?!K)[A-Z]|ZZ|[0-9]+")
"""The European Union and what ISO 3166-1 leaves to users, among the codes that CLDR lists; XK is in use for Kosovo."""
HALF_TURN = 180.0
"""Degrees from the prime meridian to the 180th."""


class Ring(NamedTuple):
    """A closed line in degrees, and its south-west and north-east bounds."""

    points: list[Point]
    south_west: Point
    north_east: Point


class Country(NamedTuple):
    """A country: `code` is ISO 3166-1 alpha-2, None where it has none; `rings` are its outlines, holes included."""

    code: str | None
    rings: tuple[Ring, ...]


def read_atlas(millions: int) -> bytes:
    """Return Natural Earth's countries at 1:50 or 1:110 million as TopoJSON. Raises MissingAssetsError."""
    return read_asset(f"vendor/world-atlas/countries-{millions}m.json")


def parse_countries(topology: bytes) -> tuple[Country, ...]:
    """Return the countries of a topology whose object `countries` names each by its UN M.49 code, in its order."""
    atlas = Atlas(topology)
    return tuple(atlas.decode(geometry) for geometry in atlas.geometries)


class Atlas:
    """A topology whose arcs are decoded when they are first asked for, so that one country costs little."""

    def __init__(self, topology: bytes) -> None:
        data: Mapping[str, Any] = json.loads(topology)
        self.geometries: Sequence[Mapping[str, Any]] = data["objects"]["countries"]["geometries"]
        self._arcs, self._transform = data["arcs"], data["transform"]
        self._decoded: dict[int, list[Point]] = {}

    def decode(self, geometry: Mapping[str, Any]) -> Country:
        """Return the country of a geometry."""
        lines = (self._join(indexes) for indexes in _ring_indexes(geometry))
        return Country(country_code(geometry.get("id", "")), tuple(ring for line in lines for ring in _rings(line)))

    def shape_of(self, code: str) -> Country | None:
        """Return the country with a code, made of all geometries that have it, or None."""
        parts = [self.decode(part) for part in self.geometries if country_code(part.get("id", "")) == code]
        return Country(code, tuple(ring for part in parts for ring in part.rings)) if parts else None

    def _join(self, indexes: Iterable[int]) -> list[Point]:
        """Join the arcs of a ring end to end; `~n`, a negative number, is arc `n` backwards."""
        points: list[Point] = []
        for index in indexes:
            arc = self._arc(index) if index >= 0 else self._arc(~index)[::-1]
            points.extend(arc[1:] if points else arc)
        return points

    def _arc(self, index: int) -> list[Point]:
        if index not in self._decoded:
            self._decoded[index] = _decode_arc(self._arcs[index], **self._transform)
        return self._decoded[index]


def _decode_arc(arc: list[list[int]], scale: Point, translate: Point) -> list[Point]:
    """Return the points of an arc, which the file gives as integer steps from each point to the next."""
    xs, ys = (accumulate(steps) for steps in zip(*arc, strict=True))
    (x_scale, y_scale), (x_offset, y_offset) = scale, translate
    return [(x * x_scale + x_offset, y * y_scale + y_offset) for x, y in zip(xs, ys, strict=True)]


def _ring_indexes(geometry: Mapping[str, Any]) -> Iterator[list[int]]:
    """Yield the indexes of the arcs of each ring of a Polygon or MultiPolygon."""
    for polygon in geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]:
        yield from polygon


def _rings(points: list[Point]) -> Iterator[Ring]:
    """Yield the ring, or three copies shifted by whole turns of one that crosses the 180th meridian."""
    ring = _ring(points)
    if ring.north_east[0] - ring.south_west[0] <= HALF_TURN:
        yield ring
        return
    crossings = ((x < before - HALF_TURN) - (x > before + HALF_TURN) for (before, _), (x, _) in pairwise(points))
    turns = accumulate(crossings, initial=0)
    unrolled = [(x + 2 * HALF_TURN * turn, y) for (x, y), turn in zip(points, turns, strict=True)]
    for shift in (-2 * HALF_TURN, 0.0, 2 * HALF_TURN):
        yield _ring([(x + shift, y) for x, y in unrolled])


def _ring(points: list[Point]) -> Ring:
    xs, ys = zip(*points, strict=True)
    return Ring(points, (min(xs), min(ys)), (max(xs), max(ys)))


def territory_names(language: str) -> Callable[[str], str]:
    """Return a function from a country's code (ISO 3166-1 alpha-2) to its name in a language (BCP 47).

    Names are English where CLDR does not know the language; a code that CLDR does not know is returned unchanged.
    """
    try:
        names = Locale.parse(language, sep="-").territories
    except (UnknownLocaleError, ValueError):
        names = Locale.parse("en").territories
    return lambda code: names.get(code, code)


@cache
def country_codes() -> frozenset[str]:
    """Return the codes of countries and territories, ISO 3166-1 alpha-2, and XK, the code in use for Kosovo."""
    numbered: set[str] = {codes[0] for number, codes in get_global("territory_aliases").items() if number.isdigit()}
    return frozenset(code for code in numbered if not _NOT_COUNTRIES.fullmatch(code))


def country_code(numeric: str) -> str | None:
    """Return the two letters (ISO 3166-1 alpha-2) of a country's three digits (UN M.49), None if unknown."""
    codes: list[str] = get_global("territory_aliases").get(numeric, [])
    return codes[0] if codes else None
