"""data/places.geojson, validated against the GeoJSON schema of Frictionless and compared with the records."""

import json
from decimal import Decimal

import pytest
from dossier.export import geojson
from dossier.graph.markup import strip_markup
from dossier.model.publish_context import NO_CONTEXT, PublishContext
from frictionless.settings import GEOJSON_PROFILE
from jsonschema import Draft7Validator

from tests.export.helpers import EXAMPLE_ADDRESS, export_one
from tests.helpers import nonempty

PLACE = "content/places/port-brenn.yml"


def schema_errors(collection):
    return [error.message for error in Draft7Validator(GEOJSON_PROFILE).iter_errors(collection)]


def read_features(graph, publication=NO_CONTEXT):
    collection = json.loads(export_one(geojson, graph, publication), parse_float=Decimal, parse_int=Decimal)
    return {feature["id"]: feature for feature in collection["features"]}


@pytest.fixture(scope="module")
def features(real):
    return read_features(real.graph, PublishContext(site_url=EXAMPLE_ADDRESS))


@pytest.fixture(scope="module")
def places(real):
    return nonempty(real.graph.dossier.places)


def test_it_is_valid_geojson(real_outputs):
    collection = json.loads(real_outputs[geojson.PATH])
    assert schema_errors(collection) == []
    assert "crs" not in collection


def test_every_place_is_a_feature_with_its_fields(real, places, features):
    labels = real.graph.labels
    assert features.keys() == {place.id for place in places}
    for place in places:
        properties = features[place.id]["properties"]
        assert [properties[name] for name in ("name", "precision", "country")] == [
            place.name,
            place.precision,
            place.country,
        ]
        assert properties["aliases"] == list(place.aliases)
        assert properties["summary"] == strip_markup(place.summary, labels)
        assert properties["note"] == (strip_markup(place.note, labels) if place.note else None)
        assert properties["page"] == f"{EXAMPLE_ADDRESS}places/{place.id}.html"


def test_every_event_and_number_is_at_its_place(real, features):
    listed = {
        name: {(id, item["id"]) for id, feature in features.items() for item in feature["properties"][name]}
        for name in ("events", "numbers")
    }
    dossier = real.graph.dossier
    assert listed["events"] == {(event.place, event.id) for event in nonempty(dossier.events) if event.place}
    counted = {(number.measure.where, number.id) for number in nonempty(dossier.numbers) if number.measure.where}
    assert listed["numbers"] == counted


def test_dates_are_edtf(real, features):
    dates = {event.id: event.date and event.date.text for event in real.graph.dossier.events}
    listed = {item["id"]: item["date"] for feature in features.values() for item in feature["properties"]["events"]}
    assert listed
    assert listed == {id: dates[id] for id in listed}


def test_longitude_comes_first_with_the_digits_of_the_record(places, features):
    for place in places:
        coordinates = features[place.id]["geometry"]["coordinates"]
        assert list(map(str, coordinates)) == [str(place.longitude), str(place.latitude)]


def test_no_digit_is_lost_or_added(graph_with):
    feature = read_features(graph_with(PLACE, "57.5", "57.500"))["port-brenn"]
    assert list(map(str, feature["geometry"]["coordinates"])) == ["-3.25", "57.500"]


def test_a_place_without_coordinates_has_no_geometry(graph_with):
    feature = read_features(graph_with(PLACE, "latitude: 57.5\nlongitude: -3.25\n", ""))["port-brenn"]
    assert feature["geometry"] is None
    assert schema_errors({"type": "FeatureCollection", "features": [feature]}) == []
