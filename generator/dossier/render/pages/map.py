"""The map: places and what happened there, only as precise as the sources."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, get_args

from dossier.graph import Graph
from dossier.model.kinds.place import Place, Precision
from dossier.model.record import Record
from dossier.render.assets import read_atlas
from dossier.render.maps.countries import Country, parse_countries, territory_names
from dossier.render.maps.drawing import MapDrawing, draw_map
from dossier.render.maps.frame import Frame, coordinates, fit_frame, largest_cluster
from dossier.render.pages.page import Page

FINE, COARSE = 50, 110
"""Millions: the scales of shapes, as `1:50 000 000`."""
COARSE_BELOW = 5.0
"""Pixels: where a degree is narrower than this, the coarse shapes look no other than the fine ones."""
REGION_MARGIN, WHOLE_MARGIN = 0.55, 0.12
"""What is shown around the places of a map, in parts of their span."""


class Entry(NamedTuple):
    """A place, the events there, and the numbers counted there."""

    place: Place
    events: tuple[Record, ...]
    numbers: tuple[Record, ...]

    @property
    def weight(self) -> int:
        return 1 + len(self.events)


def _context(graph: Graph) -> Mapping[str, Any]:
    entries = [
        Entry(one, graph.referring_records(one, "place"), graph.referring_records(one, "measure"))
        for one in graph.visible_of(Place)
    ]
    maps = tuple(_maps(entries, graph.dossier.settings.language))
    shown = {spot.place.precision for one in maps for spot in one.markers}
    return {
        "entries": entries,
        "maps": maps,
        "precisions": [name for name in get_args(Precision) if name in shown],
    }


def _maps(entries: Sequence[Entry], language: str) -> Iterator[MapDrawing]:
    """The stretch where most of the story happens, if that is not all of it; then all of it."""
    located = [(entry, at) for entry in entries if (at := coordinates(entry.place))]
    if not located:
        return
    named = territory_names(language)
    places, points = [entry.place for entry, _ in located], [at for _, at in located]
    near = largest_cluster(points, [entry.weight for entry, _ in located])
    region = fit_frame(near, REGION_MARGIN) if 1 < len(set(near)) < len(set(points)) else None
    if region:
        yield draw_map(_world(_scale(region)), places, region, named)
    whole = fit_frame(points, WHOLE_MARGIN)
    yield draw_map(_world(_scale(whole)), places, whole, named, inset=region)


def _scale(frame: Frame) -> int:
    """The scale of the shapes that a map needs, in millions."""
    return COARSE if frame.south_scale < COARSE_BELOW else FINE


@lru_cache(maxsize=1)
def _world(millions: int) -> tuple[Country, ...]:
    return parse_countries(read_atlas(millions))


PAGE = Page("map.md", "map.md.j2", _context)
