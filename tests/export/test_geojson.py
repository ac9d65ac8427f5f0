"""data/places.geojson, held to the schema of GeoJSON that Frictionless brings, and to what the records say."""

import json
from decimal import Decimal

import pytest
from dossier.export import geojson
from dossier.graph.markup import strip_markup
from dossier.model.publish_context import NO_CONTEXT, PublishContext
from dossier.pipeline import check_dossier
from frictionless.settings import GEOJSON_PROFILE
from jsonschema import Draft7Validator

PLACE = "content/places/port-brenn.yml"


def errors(collection):
    return [error.message for error in Draft7Validator(GEOJSON_PROFILE).iter_errors(collection)]


def made(graph, publication=NO_CONTEXT):
    [output] = geojson.export(graph, publication)
    return json.loads(output.content, parse_float=Decimal, parse_int=Decimal)


@pytest.fixture(scope="module")
def collection(real):
    return made(real.graph, PublishContext(site_url="https://example.org/"))


@pytest.fixture(scope="module")
def features(collection):
    return {feature["id"]: feature for feature in collection["features"]}


@pytest.fixture
def small(base, write):
    """The one feature of the small dossier, after its file was put otherwise."""

    def told(old, new):
        text = (base / PLACE).read_text("utf-8")
        [feature] = made(check_dossier(write(PLACE, text.replace(old, new))).graph)["features"]
        return feature

    return told


def test_it_is_geojson(real_outputs):
    told = json.loads(real_outputs["data/places.geojson"])
    assert errors(told) == []
    assert "crs" not in told


def test_every_place_is_a_feature_with_what_is_told_of_it(real, features):
    labels = real.graph.labels
    assert features.keys() == {place.id for place in real.graph.dossier.places}
    for place in real.graph.dossier.places:
        told = features[place.id]["properties"]
        assert (told["name"], told["precision"], told["country"]) == (place.name, place.precision, place.country)
        assert told["aliases"] == list(place.aliases)
        assert told["summary"] == strip_markup(place.summary, labels)
        assert told["note"] == (strip_markup(place.note, labels) if place.note else None)
        assert told["page"] == f"https://example.org/places/{place.id}.html"


def test_every_event_and_number_is_at_its_place(real, features):
    at = {
        name: {(key, one["id"]) for key, told in features.items() for one in told["properties"][name]}
        for name in ("events", "numbers")
    }
    assert at["events"] == {(event.place, event.id) for event in real.graph.dossier.events if event.place}
    counted = {(one.measure.where, one.id) for one in real.graph.dossier.numbers if one.measure.where}
    assert at["numbers"] == counted
    assert min(map(len, at.values())) > 5


def test_a_date_is_kept_in_edtf(real, features):
    dates = {event.id: event.date and event.date.text for event in real.graph.dossier.events}
    told = {one["id"]: one["date"] for feature in features.values() for one in feature["properties"]["events"]}
    assert told == {key: dates[key] for key in told}


def test_longitude_comes_first_with_the_digits_of_the_record(real, features):
    for place in real.graph.dossier.places:
        told = features[place.id]["geometry"]["coordinates"]
        assert list(map(str, told)) == [str(place.longitude), str(place.latitude)]


def test_no_digit_is_lost_or_added(small):
    assert list(map(str, small("57.5", "57.500")["geometry"]["coordinates"])) == ["-3.25", "57.500"]


def test_a_place_without_coordinates_has_no_geometry(small):
    feature = small("latitude: 57.5\nlongitude: -3.25\n", "")
    assert feature["geometry"] is None
    assert (
        list(Draft7Validator(GEOJSON_PROFILE).iter_errors({"type": "FeatureCollection", "features": [feature]})) == []
    )
