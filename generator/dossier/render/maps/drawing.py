"""A map: countries, the marks of places, and names that keep out of each other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from dossier.model.kinds.place import Place
from dossier.render.maps.frame import WIDTH, Frame, clip_ring, path, position
from dossier.render.maps.labels import LabelBox, LabelPlacer, Name, marker_box
from dossier.render.maps.shapes import Country, Point

TOGETHER = 10.0
"""Pixels: marks nearer than this are named together."""
ACROSS = (0.5, 0.3, 0.7)
"""Where lines are drawn across a country to find room for its name, from its top."""
WORTH_NAMING = 2000.0
"""Pixels times pixels: the least of a country that bears its name."""


class Marker(NamedTuple):
    """A place on a map: its mark's middle in pixels, its outline if it is a country, its name where there was room.

    Where the name stands is told from the middle of the mark.
    """

    place: Place
    at: Point
    shape: str
    names: tuple[Name, ...]


class MapDrawing(NamedTuple):
    """A map as SVG needs it, in pixels; `inset` is the stretch that a closer map shows."""

    width: int
    height: int
    land: str
    spots: tuple[Marker, ...]
    names: tuple[Name, ...]
    inset: LabelBox | None


class CountryShape(NamedTuple):
    """A country, or what a map shows of it."""

    code: str | None
    rings: tuple[Sequence[Point], ...]


def draw_map(
    world: Sequence[Country],
    places: Iterable[Place],
    frame: Frame,
    named: Callable[[str], str],
    inset: Frame | None = None,
) -> MapDrawing:
    """The map of a frame with the places that lie in it, but for those of a closer map; `named` names a country."""
    lands = [land for one in world if (land := _land(one, frame)).rings]
    shown = [
        one for one in places if (at := position(one)) and frame.contains(at) and not (inset and inset.contains(at))
    ]
    told = {one.country for one in shown if one.precision == "country"}
    marked = [one for one in shown if one.precision != "country"]
    box = _box(inset, frame)
    room = LabelPlacer(frame.height, [*(marker_box(_at(one, frame)) for one in marked), *([box] if box else [])])
    marks = tuple(_marks(marked, frame, room))
    countries = tuple(_countries([one for one in shown if one.precision == "country"], lands, frame, room))
    plain = [land for land in lands if land.code not in told]
    names = (name for land in plain for name in _name(land, room, named))
    ground = path(ring for one in plain for ring in one.rings)
    return MapDrawing(WIDTH, frame.height, ground, (*countries, *marks), tuple(names), box)


def _at(place: Place, frame: Frame) -> Point:
    """Where a place lies on a map; the corner of the map for one that nobody located."""
    x, y = frame.at(position(place) or (frame.west, frame.north))
    return round(x, 1), round(y, 1)


def _land(country: Country, frame: Frame) -> CountryShape:
    return CountryShape(country.code, tuple(found for ring in country.rings if (found := clip_ring(ring, frame))))


def _marks(places: Iterable[Place], frame: Frame, room: LabelPlacer) -> Iterator[Marker]:
    """Spots with marks; those that lie together are named in one stack."""
    for group in _together([(place, _at(place, frame)) for place in places]):
        names = room.place_beside([place.label for place, _ in group], group[0][1])
        for number, (place, at) in enumerate(group):
            yield Marker(place, at, "", _from(at, names[number : number + 1]))


def _together(found: Sequence[tuple[Place, Point]]) -> list[list[tuple[Place, Point]]]:
    groups: list[list[tuple[Place, Point]]] = []
    for place, (x, y) in found:
        near = (one for one in groups if max(abs(one[0][1][0] - x), abs(one[0][1][1] - y)) < TOGETHER)
        group = next(near, None)
        if group is None:
            groups.append(group := [])
        group.append((place, (x, y)))
    return groups


def _countries(
    places: Sequence[Place], lands: Iterable[CountryShape], frame: Frame, room: LabelPlacer
) -> Iterator[Marker]:
    """Spots with outlines; a country that the shapes do not have keeps its name alone."""
    wanted = {place.country for place in places}
    outlines = {land.code: path(land.rings) for land in lands if land.code in wanted}
    for place in places:
        at = _at(place, frame)
        yield Marker(place, at, outlines.get(place.country, ""), _from(at, room.on(place.label, at)))


def _from(at: Point, names: Iterable[Name]) -> tuple[Name, ...]:
    """Names as they stand from a point."""
    return tuple(one._replace(x=round(one.x - at[0], 1), y=round(one.y - at[1], 1)) for one in names)


def _name(land: CountryShape, room: LabelPlacer, named: Callable[[str], str]) -> tuple[Name, ...]:
    """The name of a country in its largest part, where it is large enough."""
    largest = max(land.rings, key=_area)
    return room.on(named(land.code), _within(largest)) if land.code and _area(largest) > WORTH_NAMING else ()


def _area(ring: Sequence[Point]) -> float:
    """The area of a ring, without its sign."""
    return abs(sum(x * v - u * y for (x, y), (u, v) in _sides(ring))) / 2


def _within(ring: Sequence[Point]) -> Point:
    """A point well inside a ring: the middle of the widest stretch of some lines across it."""
    top, bottom = min(y for _, y in ring), max(y for _, y in ring)
    lines = (top + (bottom - top) * part for part in ACROSS)
    _, middle, y = max((right - left, (left + right) / 2, y) for y in lines for left, right in _stretches(ring, y))
    return round(middle, 1), round(y, 1)


def _stretches(ring: Sequence[Point], y: float) -> Iterator[tuple[float, float]]:
    """Where a line at the height `y` lies inside a ring, from left to right."""
    sides = _sides(ring)
    edges = sorted(x + (y - v) * (u - x) / (w - v) for (x, v), (u, w) in sides if (v > y) != (w > y))
    yield from zip(edges[::2], edges[1::2], strict=True)


def _sides(ring: Sequence[Point]) -> list[tuple[Point, Point]]:
    return list(zip(ring, [*ring[1:], ring[0]], strict=True))


def _box(inset: Frame | None, frame: Frame) -> LabelBox | None:
    if inset is None:
        return None
    south = inset.north - inset.height / inset.south_scale
    left, top = frame.at((inset.west, inset.north))
    right, bottom = frame.at((inset.west + WIDTH / inset.east_scale, south))
    return LabelBox(round(left, 1), round(top, 1), round(right, 1), round(bottom, 1))
