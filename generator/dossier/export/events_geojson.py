"""The events as GeoJSON (RFC 7946), each at its place, with a start and an end only if it lasted."""

from collections.abc import Iterator
from typing import Any

from dossier.edtf.format import format_edtf, iso_date
from dossier.export.geojson import feature, feature_collection
from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url
from dossier.model.kinds.event import Event
from dossier.model.kinds.place import Place
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.text.interface import gettext_noop

PATH = "data/events.geojson"
MEDIA_TYPE = "application/geo+json"
DESCRIPTION = gettext_noop(
    "the events as GeoJSON, one feature each, for maps with a time slider: at the point of its place, with the size of "
    "that place (`precision`), its date in EDTF and in words, the first and the last day that it may have been "
    "(`earliest`, `latest`) and, only if it lasted, its `start` and `end`. An event without a place on the map has no "
    "geometry."
)
EXAMPLE = """\
import json

for event in json.load(open("data/events.geojson", encoding="utf-8"))["features"][:3]:
    properties = event["properties"]
    print(properties["title"], "|", properties["words"], "|", properties["start"], properties["end"], event["geometry"])
"""


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield a FeatureCollection, one event per line, in the order of events."""
    features = (_feature(graph, publication.site_url or "../", event) for event in graph.visible_of(Event))
    yield OutputFile(PATH, feature_collection(graph.dossier.settings, features))


def _feature(graph: Graph, root: str, event: Event) -> str:
    key = f"place:{event.place}"
    place = graph.dossier.by_key.get(key) if key in graph.visible_keys else None
    assert place is None or isinstance(place, Place)
    return feature(event, place, _properties(graph, root, event, place))


def _properties(graph: Graph, root: str, event: Event, place: Place | None) -> dict[str, Any]:
    date = event.date
    return {
        "title": event.label,
        "date": date.text if date else None,
        "words": format_edtf(date) if date else None,
        "earliest": date.earliest.isoformat() if date and date.earliest else None,
        "latest": date.latest.isoformat() if date and date.latest else None,
        "start": iso_date(date.start) if date else None,
        "end": iso_date(date.end) if date else None,
        "status": event.status,
        "place": place.name if place else None,
        "precision": place.precision if place else None,
        "actors": [graph.labels[f"actor:{participant.actor}"] for participant in event.participants],
        "summary": graph.plain_text(event.summary),
        "page": root + page_url(page_path(event)),
    }
