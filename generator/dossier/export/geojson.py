"""The places as GeoJSON (RFC 7946), each only as precise as it is known."""

from collections.abc import Iterable, Iterator
from typing import Any

from dossier.export.credits import author_data, licence_data
from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url
from dossier.model.dossier import Settings
from dossier.model.kinds.place import Place
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record
from dossier.text.interface import gettext_noop
from dossier.text.serialize import json_line

PATH = "data/places.geojson"
MEDIA_TYPE = "application/geo+json"
DESCRIPTION = gettext_noop(
    "the places as GeoJSON, each with its size (`precision`: the point of a country only marks the country), the "
    "events there and the numbers counted there. A place without coordinates has no geometry."
)
EXAMPLE = """\
import json

for place in json.load(open("data/places.geojson", encoding="utf-8"))["features"][:3]:
    properties = place["properties"]
    print(properties["name"], properties["precision"], place["geometry"], properties["events"])
"""


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield a FeatureCollection, one place per line, in the order of places."""
    root = publication.site_url or "../"
    features = (feature(place, place, _properties(graph, root, place)) for place in graph.visible_of(Place))
    yield OutputFile(PATH, feature_collection(graph.dossier.settings, features))


def feature_collection(settings: Settings, features: Iterable[str]) -> str:
    """Return features, one per line, with the title, authors, licence and keywords of the dossier (section 6.1)."""
    terms = {"authors": author_data(settings), "licence": licence_data(settings), "keywords": settings.keywords}
    members = {"name": settings.title} | {name: value for name, value in terms.items() if value}
    head = json_line({"type": "FeatureCollection", **members})[:-1]
    lines = ",\n".join(features)
    return f'{head}, "features": [\n{lines}\n]}}\n'


def feature(record: Record, place: Place | None, properties: dict[str, Any]) -> str:
    """Return a record at a place, or without a geometry."""
    id, data = json_line(record.id), json_line(properties)
    return f'{{"type": "Feature", "id": {id}, "geometry": {_geometry(place)}, "properties": {data}}}'


def _geometry(place: Place | None) -> str:
    """Return the point as JSON, longitude first (section 3.1.1), with the digits of the record; else `null`."""
    if place is None or place.longitude is None or place.latitude is None:
        return "null"
    return f'{{"type": "Point", "coordinates": [{place.longitude:f}, {place.latitude:f}]}}'


def _properties(graph: Graph, root: str, place: Place) -> dict[str, Any]:
    return {
        "name": place.name,
        "aliases": place.aliases,
        "precision": place.precision,
        "country": place.country,
        "same_as": place.same_as,
        "summary": graph.plain_text(place.summary),
        "note": graph.plain_text(place.note) if place.note else None,
        "page": root + page_url(page_path(place)),
        "events": [_summary(root, event) for event in graph.referring_records(place, "place")],
        "numbers": [_summary(root, number) for number in graph.referring_records(place, "measure")],
    }


def _summary(root: str, record: Record) -> dict[str, Any]:
    """Return an event or number of a place in short; its date is EDTF."""
    date = record.main_date.text if record.main_date else None
    return {"id": record.id, "title": record.label, "date": date, "page": root + page_url(page_path(record))}
