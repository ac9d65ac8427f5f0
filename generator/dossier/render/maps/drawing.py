"""A map: outlines of countries, markers of places, and labels that do not overlap. Lengths are in pixels."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dossier.atlas.countries import Country, Point
from dossier.model.kinds.place import Place
from dossier.render.maps.frame import MAP_WIDTH, Frame, clip_ring, svg_path
from dossier.render.maps.labels import Box, LabelPlacer, MapLabel, marker_box

STACK_DISTANCE = 10.0
"""Markers closer than this share one stack of labels."""
PROBE_HEIGHTS = (0.5, 0.3, 0.7)
"""Where a country is probed for room for its label, as fractions of its height from the top."""
MIN_LABELLED_AREA = 2000.0
"""Square pixels: smaller countries get no label."""


class Marker(NamedTuple):
    """A place on a map: its point, its outline (an SVG path) if it is a country, and its label if there was room.

    The label's coordinates are relative to the point.
    """

    place: Place
    point: Point
    outline: str
    labels: tuple[MapLabel, ...]


class MapDrawing(NamedTuple):
    """A map: `land` is an SVG path, `labels` name countries that are not places, `frame` shows where a closer map is.

    Markers and letters are drawn `scale` times as large as on a map of this width. The coordinates of outlines are in
    units of `unit` pixels.
    """

    width: int
    height: int
    land: str
    markers: tuple[Marker, ...]
    labels: tuple[MapLabel, ...]
    frame: Box | None
    scale: float
    unit: float


class CountryShape(NamedTuple):
    """The part of a country that is on a map, in pixels."""

    code: str | None
    rings: tuple[Sequence[Point], ...]


def draw_map(
    world: Sequence[Country],
    places: Iterable[Place],
    frame: Frame,
    label_of: Callable[[Place], str],
    name_country: Callable[[str], str] | None = None,
    occupied: Sequence[Box] = (),
    closer: Frame | None = None,
    scale: float = 1.0,
    *,
    unit: float,
) -> MapDrawing:
    """Draw the places of a frame, each with a label, except those of `closer`, the frame of a closer map.

    `name_country` takes the code of a country other than these places; without it, these have no names. Nothing is put
    over the boxes `occupied`. Outlines are rounded to `unit` pixels.
    """
    shapes = [shape for country in world if (shape := _clip_country(country, frame)).rings]
    shown = [place for place in places if is_shown(place, frame) and not (closer and is_shown(place, closer))]
    country_places = [place for place in shown if place.precision == "country"]
    point_places = [place for place in shown if place.precision != "country"]
    boxes = [marker_box(_point(place, frame), scale) for place in point_places]
    placer = LabelPlacer(frame.height, [*boxes, *occupied], scale)
    codes = {place.country for place in country_places}
    point_markers = tuple(_point_markers(point_places, label_of, frame, placer, scale))
    outlines = {shape.code: svg_path(shape.rings, unit) for shape in shapes if shape.code in codes}
    country_markers = tuple(_country_markers(country_places, label_of, outlines, frame, placer, scale))
    background = [shape for shape in shapes if shape.code not in codes]
    names = (
        tuple(label for shape in background for label in _label_country(shape, placer, name_country))
        if name_country
        else ()
    )
    land = svg_path((ring for shape in background for ring in shape.rings), unit)
    closer_box = _box(closer, frame) if closer else None
    markers = (*country_markers, *point_markers)
    return MapDrawing(MAP_WIDTH, frame.height, land, markers, names, closer_box, scale, unit)


def is_shown(place: Place, frame: Frame) -> bool:
    """Return whether a place is located and on a map."""
    point = place.point
    return point is not None and frame.contains(point)


def _point(place: Place, frame: Frame) -> Point:
    """Return the point of a located place."""
    point = place.point
    assert point is not None
    x, y = frame.project(point)
    return round(x, 1), round(y, 1)


def _clip_country(country: Country, frame: Frame) -> CountryShape:
    return CountryShape(country.code, tuple(points for ring in country.rings if (points := clip_ring(ring, frame))))


def _point_markers(
    places: Iterable[Place], label_of: Callable[[Place], str], frame: Frame, placer: LabelPlacer, scale: float
) -> Iterator[Marker]:
    """Yield a marker for each place; places close together are labelled in one stack, or only numbered."""
    for stack in _stacks([(place, _point(place, frame)) for place in places]):
        labels, point = [label_of(place) for place, _ in stack], stack[0][1]
        numbers = [label.partition(" ")[0] for label in labels]
        lines = placer.place_beside(labels, point) or placer.place_beside(numbers, point)
        for index, (place, point) in enumerate(stack):
            yield Marker(place, point, "", _relative_to(point, lines[index : index + 1], scale))


def _stacks(placed: Iterable[tuple[Place, Point]]) -> list[list[tuple[Place, Point]]]:
    """Group places whose points are close to the first of a group."""
    stacks: list[list[tuple[Place, Point]]] = []
    for place, (x, y) in placed:
        for stack in stacks:
            _, (first_x, first_y) = stack[0]
            if max(abs(first_x - x), abs(first_y - y)) < STACK_DISTANCE:
                stack.append((place, (x, y)))
                break
        else:
            stacks.append([(place, (x, y))])
    return stacks


def _country_markers(
    places: Sequence[Place],
    label_of: Callable[[Place], str],
    outlines: Mapping[str | None, str],
    frame: Frame,
    placer: LabelPlacer,
    scale: float,
) -> Iterator[Marker]:
    """Yield a marker for each place with the outline of its country, "" where the atlas lacks it."""
    for place in places:
        point = _point(place, frame)
        lines = _relative_to(point, placer.place_on(label_of(place), point), scale)
        yield Marker(place, point, outlines.get(place.country, ""), lines)


def _relative_to(point: Point, labels: Iterable[MapLabel], scale: float) -> tuple[MapLabel, ...]:
    """Return labels with their places from the point, in units of letters that are not enlarged."""
    x, y = point
    return tuple(
        label._replace(x=round((label.x - x) / scale, 1), y=round((label.y - y) / scale, 1)) for label in labels
    )


def _label_country(
    shape: CountryShape, placer: LabelPlacer, name_country: Callable[[str], str]
) -> tuple[MapLabel, ...]:
    """Label a country in its largest part, if that is large enough."""
    largest = max(shape.rings, key=_area)
    if not shape.code or _area(largest) <= MIN_LABELLED_AREA:
        return ()
    return placer.place_on(name_country(shape.code), interior_point(largest))


def _area(ring: Sequence[Point]) -> float:
    """Return the area of a ring, without its sign (shoelace formula)."""
    return abs(sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in _edges(ring))) / 2


def interior_point(ring: Sequence[Point]) -> Point:
    """Return a point well inside a ring: the middle of the widest section of some horizontal lines across it."""
    top, bottom = min(y for _, y in ring), max(y for _, y in ring)
    heights = (top + (bottom - top) * fraction for fraction in PROBE_HEIGHTS)
    sections = ((right - left, (left + right) / 2, y) for y in heights for left, right in _sections(ring, y))
    _, x, y = max(sections)
    return round(x, 1), round(y, 1)


def _sections(ring: Sequence[Point], y: float) -> Iterator[tuple[float, float]]:
    """Yield the (left, right) of each section of the horizontal line at `y` that is inside a ring."""
    crossings = sorted(
        x + (y - start_y) * (end_x - x) / (end_y - start_y)
        for (x, start_y), (end_x, end_y) in _edges(ring)
        if (start_y > y) != (end_y > y)
    )
    yield from zip(crossings[::2], crossings[1::2], strict=True)


def _edges(ring: Sequence[Point]) -> list[tuple[Point, Point]]:
    return list(zip(ring, [*ring[1:], ring[0]], strict=True))


def _box(closer: Frame, frame: Frame) -> Box:
    """Return the box of a closer map on a map."""
    left, top = frame.project((closer.west, closer.north))
    right, bottom = frame.project(closer.south_east)
    return Box(round(left, 1), round(top, 1), round(right, 1), round(bottom, 1))
