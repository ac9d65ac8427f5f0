"""The map: numbered places, and beside it the list of them with what happened there, as precise as the sources."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, get_args

from dossier.atlas.countries import Country, parse_countries, read_atlas, territory_names
from dossier.graph import Graph
from dossier.model.kinds.place import Place, Precision
from dossier.model.record import Record
from dossier.render.maps.drawing import MapDrawing, Marker, draw_map, is_shown
from dossier.render.maps.frame import MAP_WIDTH, Frame, fit_frame, largest_cluster
from dossier.render.maps.labels import Box
from dossier.render.pages.site_page import SitePage

FINE, COARSE = 50, 110
"""Scales of the shapes in millions, as in `1:50 000 000`."""
UNITS = {FINE: 0.5, COARSE: 1.0}
"""Pixels to which the shapes of a scale are rounded."""
MIN_DEGREE_WIDTH_OF_FINE = 5.0
"""Pixels: if a degree is narrower than this, coarse shapes look the same as fine ones."""
REGION_MARGIN, WORLD_MARGIN = 0.35, 0.12
"""Margins around the places of a map, as fractions of their extent."""
INSET_SHARE = 0.32
"""Of the map's width, which the small map in a corner of it takes."""
LOCATOR_HEIGHT = 340
"""Pixels, of the part of the map on the page of a place."""


class PlaceEntry(NamedTuple):
    """A place, its number on the map (None if it is not there), the events there, and the numbers counted there.

    `mentions` are the records that refer to it otherwise, if it has neither events nor numbers.
    """

    place: Place
    number: int | None
    events: tuple[Record, ...]
    numbers: tuple[Record, ...]
    mentions: tuple[Record, ...] = ()


class PlaceMaps(NamedTuple):
    """The map and, where it leaves out distant places, a small map of all in a corner of it: `nw`, `ne`, `sw`, `se`.

    The corner is "" if a place is in each of them.
    """

    main: MapDrawing
    overview: MapDrawing | None
    corner: str


class InsetMap(NamedTuple):
    """A part of a map, as wide as it, with the marker of one place: from `top`, `height` high."""

    map: MapDrawing
    marker: Marker
    top: float
    height: int


def _context(graph: Graph) -> Mapping[str, Any]:
    entries, atlas = place_entries(graph), atlas_of(graph)
    drawings = [drawing for drawing in atlas[:2] if drawing] if atlas else []
    shown = {marker.place.precision for drawing in drawings for marker in drawing.markers}
    return {
        "entries": entries,
        "atlas": atlas,
        "numbers": {entry.place.id: entry.number for entry in entries},
        "precisions": [precision for precision in get_args(Precision) if precision in shown],
    }


def place_entries(graph: Graph) -> list[PlaceEntry]:
    """Return the places, those with most events and numbers first; places that are not on the map last."""
    found = [
        PlaceEntry(place, None, graph.referring_records(place, "place"), graph.referring_records(place, "measure"))
        for place in graph.visible_of(Place)
    ]
    found.sort(key=lambda entry: (not entry.place.has_coordinates, -len(entry.events), -len(entry.numbers)))
    return [
        entry._replace(
            number=number if entry.place.has_coordinates else None,
            mentions=() if entry.events or entry.numbers else graph.backlinks_of(entry.place),
        )
        for number, entry in enumerate(found, start=1)
    ]


@lru_cache(maxsize=4)  # Graphs are few; each place's page shows a part of the same map.
def atlas_of(graph: Graph) -> PlaceMaps | None:
    """Draw the region with most events, and all places in a corner of it; None if no place is located."""
    entries, language = place_entries(graph), graph.dossier.settings.language
    located = [(entry, point) for entry in entries if (point := entry.place.point)]
    if not located:
        return None
    places, points = [entry.place for entry, _ in located], [point for _, point in located]
    numbers = {entry.place.id: str(entry.number) for entry in entries}
    cluster = largest_cluster(points, [1 + len(entry.events) for entry, _ in located])
    world, has_overview = fit_frame(points, WORLD_MARGIN), 1 < len(set(cluster)) < len(set(points))
    frame = fit_frame(cluster, REGION_MARGIN) if has_overview else world
    corner, taken = _free_corner(places, frame, world.height / MAP_WIDTH) if has_overview else ("", ())

    def label(place: Place) -> str:
        return f"{numbers[place.id]} {place.label}"

    scale = _scale(frame)
    main = draw_map(_countries(scale), places, frame, label, territory_names(language), taken, unit=UNITS[scale])
    if not has_overview:
        return PlaceMaps(main, None, "")
    overview = draw_map(
        _countries(COARSE),
        places,
        world,
        lambda place: numbers[place.id],
        closer=frame,
        scale=1 / INSET_SHARE,
        unit=UNITS[COARSE],
    )
    return PlaceMaps(main, overview, corner)


def inset_map_of(graph: Graph, place: Place) -> InsetMap | None:
    """Return the part of the map around a place; None if the place is not located."""
    atlas = atlas_of(graph) if place.point else None
    for drawing in (atlas.main, atlas.overview) if atlas else ():
        for marker in drawing.markers if drawing else ():
            if drawing and marker.place.id == place.id:
                height = min(LOCATOR_HEIGHT, drawing.height)
                top = min(max(marker.point[1] - height / 2, 0), drawing.height - height)
                return InsetMap(drawing, marker, round(top, 1), height)
    return None


def _free_corner(places: Sequence[Place], frame: Frame, proportion: float) -> tuple[str, tuple[Box, ...]]:
    """Return the corner of a map where a small one hides no place, and its box; "" and none if there is no such."""
    points = [frame.project(place.point) for place in places if place.point and is_shown(place, frame)]
    width, height = MAP_WIDTH * INSET_SHARE, MAP_WIDTH * INSET_SHARE * proportion
    right, lower = MAP_WIDTH - width, frame.height - height
    for corner, left, top in (("sw", 0, lower), ("se", right, lower), ("ne", right, 0), ("nw", 0, 0)):
        if not any(left <= x <= left + width and top <= y <= top + height for x, y in points):
            return corner, (Box(left, top, left + width, top + height),)
    return "", ()


def _scale(frame: Frame) -> int:
    """Return the scale of the shapes that a map needs, in millions."""
    return COARSE if frame.south_scale < MIN_DEGREE_WIDTH_OF_FINE else FINE


def _countries(millions: int) -> tuple[Country, ...]:
    return parse_countries(read_atlas(millions))


PAGE = SitePage("map.md", "map.md.j2", _context)
