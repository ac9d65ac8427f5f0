"""The map: places and what happened there, only as precise as the sources."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, get_args

from dossier.atlas.countries import Country, parse_countries, read_atlas, territory_names
from dossier.graph import Graph
from dossier.model.kinds.place import Place, Precision
from dossier.model.record import Record
from dossier.render.maps.drawing import MapDrawing, draw_map
from dossier.render.maps.frame import Frame, fit_frame, largest_cluster
from dossier.render.pages.site_page import SitePage

FINE, COARSE = 50, 110
"""Scales of the shapes in millions, as in `1:50 000 000`."""
MIN_DEGREE_WIDTH_OF_FINE = 5.0
"""Pixels: if a degree is narrower than this, coarse shapes look the same as fine ones."""
REGION_MARGIN, WORLD_MARGIN = 0.55, 0.12
"""Margins around the places of a map, as fractions of their extent."""


class PlaceEntry(NamedTuple):
    """A place, the events there, and the numbers counted there."""

    place: Place
    events: tuple[Record, ...]
    numbers: tuple[Record, ...]

    @property
    def weight(self) -> int:
        """How much the place counts when the region with most events is chosen."""
        return 1 + len(self.events)


def _context(graph: Graph) -> Mapping[str, Any]:
    entries = [
        PlaceEntry(place, graph.referring_records(place, "place"), graph.referring_records(place, "measure"))
        for place in graph.visible_of(Place)
    ]
    maps = tuple(_maps(entries, graph.dossier.settings.language))
    shown = {marker.place.precision for drawing in maps for marker in drawing.markers}
    return {
        "entries": entries,
        "maps": maps,
        "precisions": [precision for precision in get_args(Precision) if precision in shown],
    }


def _maps(entries: Sequence[PlaceEntry], language: str) -> Iterator[MapDrawing]:
    """Yield a map of the region with most events, unless that has all places; then a map of all places."""
    located = [(entry, point) for entry in entries if (point := entry.place.point)]
    if not located:
        return
    country_names = territory_names(language)
    places, points = [entry.place for entry, _ in located], [point for _, point in located]
    cluster = largest_cluster(points, [entry.weight for entry, _ in located])
    region = fit_frame(cluster, REGION_MARGIN) if 1 < len(set(cluster)) < len(set(points)) else None
    if region:
        yield draw_map(_countries(_scale(region)), places, region, country_names)
    world = fit_frame(points, WORLD_MARGIN)
    yield draw_map(_countries(_scale(world)), places, world, country_names, inset=region)


def _scale(frame: Frame) -> int:
    """Return the scale of the shapes that a map needs, in millions."""
    return COARSE if frame.south_scale < MIN_DEGREE_WIDTH_OF_FINE else FINE


def _countries(millions: int) -> tuple[Country, ...]:
    return parse_countries(read_atlas(millions))


PAGE = SitePage("map.md", "map.md.j2", _context)
