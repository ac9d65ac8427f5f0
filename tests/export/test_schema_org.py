"""Records in schema.org's terms: no more is said than the record says, and whatever is named is there."""

import pytest
from dossier.export.schema_org import SchemaOrg
from dossier.pipeline import check_dossier

NUMBER = "content/numbers/more-than-500.yml"
EVENT = "content/events/walk-out.yml"
FIGURES = {
    "qualifier: exactly\nvalue: 500": {"value": "500"},
    "qualifier: about\nvalue: 500": {},
    "qualifier: more than\nvalue: 500": {"minValue": "500"},
    "qualifier: at most\nvalue: 0.50": {"maxValue": "0.50"},
    "qualifier: between\nmin: 25\nmax: 50": {"minValue": "25", "maxValue": "50"},
    "qualifier: vague\nwords: hundreds": {},
}
DATES = {
    "2019-01-23": "2019-01-23",
    "2019-01": "2019-01",
    "2019-01-23~": None,
    "2019-01-23?": None,
    "2019-01-2X": None,
    "2019-21": None,
    "2019-01-21/2019-01-27": None,
    "../2019-01-27": None,
}


@pytest.fixture(scope="module")
def pages(real):
    told = SchemaOrg(real.graph, "https://example.org/")
    return {record.key: told.page(record) for record in real.graph.visible}


@pytest.fixture
def thing(base, write):
    """What a record of the small dossier is about, after something in its file was put otherwise."""

    def told(key, file, old="", new=""):
        text = (base / file).read_text("utf-8")
        graph = check_dossier(write(file, text.replace(old, new))).graph
        return SchemaOrg(graph, "../").entity(graph.dossier.by_key[key])

    return told


def refs(value):
    """Every bare reference in a value."""
    if isinstance(value, dict):
        yield from [value["@id"]] if value.keys() == {"@id"} else ()
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ():
        yield from refs(inner)


def test_each_record_is_a_page_about_one_thing(real, pages):
    assert len({page["@id"] for page in pages.values()}) == len(real.graph.visible)
    assert all(page["mainEntity"]["@id"].startswith(f"{page['@id']}#") for page in pages.values())


def test_whatever_is_named_is_there(pages):
    things = {page["mainEntity"]["@id"] for page in pages.values()} | {"https://example.org/index.html"}
    named = {ref for page in pages.values() for ref in refs(page)}
    assert named <= things
    assert len(named) > 100


def test_nothing_is_said_where_nothing_is_told(pages):
    assert all(value not in (None, "", [], (), {}) for page in pages.values() for value in page["mainEntity"].values())


def test_prose_is_told_as_it_is_read(pages):
    assert not any("[[" in page["mainEntity"]["description"] for page in pages.values())


@pytest.mark.parametrize(("written", "told"), FIGURES.items())
def test_a_figure_is_no_more_exact_than_it_was_put(thing, written, told):
    quantity = thing("number:more-than-500", NUMBER, "value: 500\nqualifier: more than", written)["about"]
    assert {name: quantity[name] for name in ("value", "minValue", "maxValue") if name in quantity} == told


@pytest.mark.parametrize(("written", "told"), DATES.items())
def test_a_date_is_no_more_exact_than_it_was_put(thing, written, told):
    assert thing("event:walk-out", EVENT, "date: 2019-01-23", f"date: {written}").get("startDate") == told


def test_a_participant_keeps_the_part(thing):
    assert thing("event:walk-out", EVENT)["about"] == [
        {"@type": "Role", "roleName": "leader", "about": {"@id": "../actors/eva-holm.html#actor"}},
        {"@type": "Role", "roleName": "docker", "about": {"@id": "../actors/nils-aker.html#actor"}},
    ]


def test_a_quote_is_its_speakers_and_rests_on_its_document(thing):
    quote = thing("quote:harbour-is-ours", "content/quotes/harbour-is-ours.yml")
    assert (quote["@type"], quote["text"]) == ("Quotation", "The harbour is ours, … We will not leave it.")
    assert quote["creator"] == {"@id": "../actors/rolf-brandt.html#actor"}
    assert quote["isBasedOn"] == [{"@id": "../sources/gazette.html#source"}]


def test_an_answer_is_a_claim_that_names_what_it_rests_on(thing):
    answers = thing("disagreement:how-many", "content/disagreements/how-many.yml")["suggestedAnswer"]
    assert all(answer["@type"] == ["Answer", "Claim"] for answer in answers)
    assert [answer["citation"] for answer in answers] == [
        [{"@id": "../numbers/more-than-500.html#number"}],
        [{"@id": "../numbers/gone-567.html#number"}],
    ]


def test_coordinates_are_as_given(thing):
    assert thing("place:port-brenn", "content/places/port-brenn.yml", "57.5", "57.50")["geo"] == {
        "@type": "GeoCoordinates",
        "latitude": "57.50",
        "longitude": "-3.25",
    }
