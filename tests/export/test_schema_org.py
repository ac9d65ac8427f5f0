"""Records in schema.org's terms: never more than the record says, and every reference leads to something."""

import pytest
from dossier.export.schema_org import SchemaOrg

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
    # EDTF: start, end
    "2019-01-23": ("2019-01-23", None),
    "2019-01": ("2019-01", None),
    "2019-01-23~": (None, None),
    "2019-01-23?": (None, None),
    "2019-01-2X": (None, None),
    "2019-21": (None, None),
    "2019-01-21/2019-01-27": ("2019-01-21", "2019-01-27"),
    "2019-01-21?/2019-02": (None, "2019-02"),
    "2019-01-21/..": ("2019-01-21", None),
    "../2019-01-27": (None, "2019-01-27"),
    "[2019-01-21..2019-01-27]": (None, None),
    "[..2019-01-27]": (None, None),
}


@pytest.fixture(scope="module")
def pages(real):
    builder = SchemaOrg(real.graph, "https://example.org/")
    return {record.key: builder.page(record) for record in real.graph.visible}


@pytest.fixture
def entity_with(graph_with):
    """Return the thing of a record of the small dossier after a replacement in its file."""

    def build(key, file, old, new):
        graph = graph_with(file, old, new)
        return SchemaOrg(graph, "../").entity(graph.dossier.by_key[key])

    return build


@pytest.fixture
def entity(small):
    """Return the thing of a record of the small dossier."""
    return lambda key: SchemaOrg(small, "../").entity(small.dossier.by_key[key])


def find_refs(value):
    """Yield every bare reference in a value."""
    if isinstance(value, dict):
        if value.keys() == {"@id"}:
            yield value["@id"]
        value = list(value.values())
    if isinstance(value, list | tuple):
        for inner in value:
            yield from find_refs(inner)


def test_each_record_is_a_page_about_one_thing(real, pages):
    assert len({page["@id"] for page in pages.values()}) == len(real.graph.visible) > 0
    assert all(page["mainEntity"]["@id"].startswith(f"{page['@id']}#") for page in pages.values())


def test_every_reference_leads_to_a_thing(pages):
    things = {page["mainEntity"]["@id"] for page in pages.values()} | {"https://example.org/index.html"}
    things |= {page["@id"] for page in pages.values()}
    things |= {claim["@id"] for page in pages.values() for claim in page["hasPart"]}
    refs = {ref for page in pages.values() for ref in find_refs(page)}
    assert refs
    assert refs <= things


def test_a_thing_has_no_empty_properties(pages):
    values = [value for page in pages.values() for value in page["mainEntity"].values()]
    assert values
    assert [value for value in values if value in (None, "", [], (), {})] == []


def test_prose_is_without_markup(entity):
    assert entity("source:gazette")["description"] == "A report from the gate of the port."


@pytest.mark.parametrize(("written", "expected"), FIGURES.items())
def test_a_figure_is_only_as_precise_as_the_record(entity_with, written, expected):
    entity = entity_with("number:more-than-500", NUMBER, "value: 500\nqualifier: more than", written)
    quantity = entity["about"]
    assert {name: quantity[name] for name in ("value", "minValue", "maxValue") if name in quantity} == expected


@pytest.mark.parametrize(("written", "expected"), DATES.items())
def test_a_date_is_only_as_precise_as_the_record_and_only_an_interval_has_an_end(entity_with, written, expected):
    entity = entity_with("event:walk-out", EVENT, "date: 2019-01-23", f'date: "{written}"')
    assert (entity.get("startDate"), entity.get("endDate")) == expected


def test_a_participant_keeps_the_role(entity):
    assert entity("event:walk-out")["about"] == [
        {"@type": "Role", "roleName": "leader", "about": {"@id": "../actors/eva-holm.html#actor"}},
        {"@type": "Role", "roleName": "docker", "about": {"@id": "../actors/nils-aker.html#actor"}},
    ]


def test_a_quote_has_its_speaker_and_its_source(entity):
    quote = entity("quote:harbour-is-ours")
    assert (quote["@type"], quote["text"]) == ("Quotation", "The harbour is ours, … We will not leave it.")
    assert quote["creator"] == {"@id": "../actors/rolf-brandt.html#actor"}
    assert quote["isBasedOn"] == [{"@id": "../sources/gazette.html#source"}]


def test_a_statement_is_a_claim_that_appears_in_its_sources(small):
    page = SchemaOrg(small, "../").page(small.dossier.by_key["event:walk-out"])
    assert page["hasPart"] == [
        {
            "@id": "../events/walk-out.html#s-summary",
            "@type": "Claim",
            "text": "Dockers left the port.",
            "isPartOf": {"@id": "../events/walk-out.html"},
            "appearance": [{"@id": "../sources/gazette.html#source"}],
        }
    ]


def test_an_answer_cites_what_supports_it_and_has_its_statements(entity):
    answers = entity("disagreement:how-many")["suggestedAnswer"]
    assert [answer["@type"] for answer in answers] == ["Answer"] * 2
    assert [answer["hasPart"] for answer in answers] == [
        [{"@id": "../disagreements/how-many.html#s-number-more-than-500"}],
        [{"@id": "../disagreements/how-many.html#s-number-gone-567"}],
    ]
    assert [answer["citation"] for answer in answers] == [
        [{"@id": "../numbers/more-than-500.html#number"}],
        [{"@id": "../numbers/gone-567.html#number"}],
    ]


def test_coordinates_keep_their_digits(entity_with):
    entity = entity_with("place:port-brenn", "content/places/port-brenn.yml", "57.5", "57.50")
    assert entity["geo"] == {"@type": "GeoCoordinates", "latitude": "57.50", "longitude": "-3.25"}
