"""data/events.geojson, validated against the GeoJSON schema of Frictionless and compared with the records."""

import json

import pytest
from dossier.export import events_geojson
from dossier.graph.markup import strip_markup
from dossier.model.publish_context import NO_CONTEXT, PublishContext

from tests.export.helpers import EXAMPLE_ADDRESS, export_one
from tests.export.test_geojson import schema_errors
from tests.helpers import nonempty

EVENT = "content/events/walk-out.yml"
DATES = [
    # EDTF, first and last possible day, start and end
    ("2019-01-23", ("2019-01-23", "2019-01-23"), (None, None)),
    ("2019-01", ("2019-01-01", "2019-01-31"), (None, None)),
    ("2019-01-21/2019-01-27", ("2019-01-21", "2019-01-27"), ("2019-01-21", "2019-01-27")),
    ("[2019-01-21..2019-01-27]", ("2019-01-21", "2019-01-27"), (None, None)),
    ("../2019-01-27", (None, "2019-01-27"), (None, "2019-01-27")),
    ("[..2019-01-27]", (None, "2019-01-27"), (None, None)),
    ("2018-12/..", ("2018-12-01", None), ("2018-12", None)),
    ("2018-12?/2019-01", ("2018-12-01", "2019-01-31"), (None, "2019-01")),
]


def read_features(graph, publication=NO_CONTEXT):
    collection = json.loads(export_one(events_geojson, graph, publication))
    return {feature["id"]: feature for feature in collection["features"]}


def test_it_is_valid_geojson(real_outputs):
    assert schema_errors(json.loads(real_outputs[events_geojson.PATH])) == []


def test_every_event_is_a_feature_at_its_place_with_its_fields(real):
    features, by_key = read_features(real.graph, PublishContext(site_url=EXAMPLE_ADDRESS)), real.graph.dossier.by_key
    assert features.keys() == {event.id for event in nonempty(real.graph.dossier.events)}
    for event in real.graph.dossier.events:
        properties, geometry = features[event.id]["properties"], features[event.id]["geometry"]
        assert (properties["title"], properties["status"]) == (event.title, event.status)
        assert properties["date"] == (event.date and event.date.text)
        assert properties["summary"] == strip_markup(event.summary, real.graph.labels)
        assert properties["page"] == f"{EXAMPLE_ADDRESS}events/{event.id}.html"
        place = by_key.get(f"place:{event.place}")
        assert (properties["place"], properties["precision"]) == (place and place.name, place and place.precision)
        point = [float(place.longitude), float(place.latitude)] if place and place.has_coordinates else None
        assert (geometry and geometry["coordinates"]) == point


@pytest.mark.parametrize(("edtf", "days", "ends"), DATES)
def test_only_what_lasted_has_a_start_and_an_end(graph_with, edtf, days, ends):
    graph = graph_with(EVENT, "date: 2019-01-23", f'date: "{edtf}"')
    properties = read_features(graph)["walk-out"]["properties"]
    assert (properties["earliest"], properties["latest"]) == days
    assert (properties["start"], properties["end"]) == ends


def test_a_draft_is_left_out(graph_with):
    assert list(read_features(graph_with(EVENT, "review: published", "review: draft"))) == ["opening"]
