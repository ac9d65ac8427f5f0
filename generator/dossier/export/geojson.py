"""The places as GeoJSON (RFC 7946), no more exact than they are known."""

import json
from collections.abc import Iterator
from typing import Any

from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url
from dossier.model.kinds.place import Place
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record

PATH = "data/places.geojson"
SAYS = (
    "the places as GeoJSON, each with how large it is (`precision`: the point of a country marks no more than the "
    "country), the events there and the numbers counted there. A place without coordinates has no geometry."
)
EXAMPLE = """\
import json

for place in json.load(open("data/places.geojson", encoding="utf-8"))["features"][:3]:
    told = place["properties"]
    print(told["name"], told["precision"], place["geometry"], [event["title"] for event in told["events"]])
"""

_json = json.JSONEncoder(ensure_ascii=False).encode


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """A FeatureCollection, a place a line, in the order of places."""
    root = publication.site_url or "../"
    places = graph.visible_of(Place)
    lines = ",\n".join(_feature(graph, root, place) for place in places)
    name = _json(graph.dossier.settings.title)
    yield OutputFile(PATH, f'{{"type": "FeatureCollection", "name": {name}, "features": [\n{lines}\n]}}\n')


def _feature(graph: Graph, root: str, place: Place) -> str:
    told = _json(_properties(graph, root, place))
    return f'{{"type": "Feature", "id": {_json(place.id)}, "geometry": {_geometry(place)}, "properties": {told}}}'


def _geometry(place: Place) -> str:
    """Longitude first (section 3.1.1), with the digits that the record has."""
    if place.longitude is None or place.latitude is None:
        return "null"
    return f'{{"type": "Point", "coordinates": [{place.longitude:f}, {place.latitude:f}]}}'


def _properties(graph: Graph, root: str, place: Place) -> dict[str, Any]:
    return {
        "name": place.name,
        "aliases": place.aliases,
        "precision": place.precision,
        "country": place.country,
        "summary": graph.plain_text(place.summary),
        "note": graph.plain_text(place.note) if place.note else None,
        "page": root + page_url(page_path(place)),
        "events": [_told(root, one) for one in graph.referring_records(place, "place")],
        "numbers": [_told(root, one) for one in graph.referring_records(place, "measure")],
    }


def _told(root: str, record: Record) -> dict[str, Any]:
    """An event or a number there; its date in EDTF."""
    when = record.main_date.text if record.main_date else None
    return {"id": record.id, "title": record.label, "date": when, "page": root + page_url(page_path(record))}
