"""data/dossier.jsonld, read by rdflib with no network: what goes in comes out as triples."""

import json
import socket
from decimal import Decimal

import pytest
from dossier.export import jsonld
from dossier.graph.markup import strip_markup
from dossier.model.publish_context import PublishContext
from dossier.pipeline import check_dossier
from rdflib import PROV, RDF, SDO, XSD, Graph, Literal, URIRef

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # By rdflib's own JSON-LD reader.

ADDRESS = "https://example.org/"
EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")


def parsed(text, address=f"{ADDRESS}data/dossier.jsonld"):
    return Graph().parse(data=text, format="json-ld", publicID=address)


def page(record):
    return URIRef(f"{ADDRESS}{record.plural}/{record.id}.html")


def thing(record):
    return page(record) + f"#{record.singular}"


def passage(citation):
    return page(citation.record) + f"#{'.'.join(map(str, citation.path))}"


@pytest.fixture(scope="module")
def text(real_outputs):
    return real_outputs["data/dossier.jsonld"]


@pytest.fixture(scope="module")
def triples(text):
    """Every triple, read where nothing can be fetched."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "socket", None)
        patch.setattr(socket, "getaddrinfo", None)
        return parsed(text)


@pytest.fixture
def small(base, write):
    """The triples of the small dossier, after a file of it was put otherwise."""

    def told(file=None, old="", new=""):
        if file:
            write(file, (base / file).read_text("utf-8").replace(old, new))
        [output] = jsonld.export(check_dossier(base).graph, PublishContext())
        return parsed(output.content)

    return told


def properties(triples, subject):
    """The properties of a thing that are told by their names."""
    found = triples.objects(subject, SDO.additionalProperty)
    return {str(triples.value(one, SDO.name)): triples.value(one, SDO.value) for one in found}


def test_every_record_is_a_page_about_a_thing(real, triples):
    told = {(page(record), SDO.mainEntity, thing(record)) for record in real.graph.visible}
    assert set(triples.triples((None, SDO.mainEntity, None))) == told
    assert {str(key) for key in triples.objects(None, SDO.identifier)} == real.graph.visible_keys


def test_every_record_has_its_name_summary_note_and_date(real, triples):
    labels = real.graph.labels
    for record in real.graph.visible:
        assert triples.value(thing(record), SDO.name) == Literal(record.label)
        assert triples.value(thing(record), SDO.description) == Literal(strip_markup(record.summary, labels))
        note = triples.value(triples.value(page(record), SDO.comment), SDO.text)
        assert note == (Literal(strip_markup(record.note, labels)) if record.note else None)
        when = triples.value(page(record), SDO.temporalCoverage)
        assert when == (Literal(record.main_date.text, datatype=EDTF) if record.main_date else None)


def test_every_passage_is_quoted_from_its_document(real, triples):
    quoted = {
        (passage(one), thing(real.graph.dossier.by_key[f"source:{one.passage.source}"])) for one in real.graph.citations
    }
    assert set(triples.subject_objects(PROV.wasQuotedFrom)) == quoted
    words = {(passage(one), Literal(real.graph.passage_text(one))) for one in real.graph.citations}
    assert set(triples.subject_objects(PROV.value)) == words


def test_every_chain_is_a_derivation_in_its_order(real, triples):
    by_key = real.graph.dossier.by_key
    for one in real.graph.citations:
        last = here = passage(one)
        for at, link in enumerate(one.passage.via):
            last, here = here, passage(one) + f".via.{at}"
            assert (last, PROV.wasDerivedFrom, here) in triples
            if f"source:{link}" in by_key:
                assert (here, PROV.wasDerivedFrom, thing(by_key[f"source:{link}"])) in triples
            elif link == "unidentified":
                assert triples.value(triples.value(here, PROV.wasAttributedTo), SDO.name) == Literal(link)
            else:
                assert (here, PROV.wasAttributedTo, thing(by_key[f"actor:{link}"])) in triples
        assert triples.value(passage(one), PROV.hadPrimarySource) == (here if one.passage.via else None)


def test_nothing_else_is_derived(real, triples):
    graph = real.graph
    links = [link for one in graph.citations for link in one.passage.via]
    documents = sum(f"source:{link}" in graph.dossier.by_key for link in links)
    relayed = sum(len(source.rests_on) for source in graph.dossier.sources)
    assert len(list(triples.subject_objects(PROV.wasDerivedFrom))) == (
        len(graph.citations) + len(links) + documents + relayed
    )


def test_every_role_and_relation_is_a_claim_with_its_passages(real, triples):
    for actor in real.graph.dossier.actors:
        told = [("roles", at, "role", Literal(role.title), role) for at, role in enumerate(actor.roles)]
        for at, one in enumerate(actor.relations):
            told.append(("relations", at, one.type, thing(real.graph.dossier.by_key[f"actor:{one.to}"]), one))
        for name, at, predicate, said_of, part in told:
            claim = page(actor) + f"#{name}.{at}"
            assert triples.value(claim, RDF.subject) == thing(actor)
            assert triples.value(claim, RDF.predicate) == Literal(predicate)
            assert triples.value(claim, RDF.object) == said_of
            assert len(list(triples.objects(claim, PROV.wasDerivedFrom))) == len(part.passages)


def test_every_figure_comes_out_as_it_went_in(real, triples):
    for number in real.graph.dossier.numbers:
        told = properties(triples, thing(number))
        assert told["qualifier"] == Literal(number.qualifier)
        assert told.get("figure") == (None if number.value is None else Literal(str(number.value)))
        quantity = triples.value(thing(number), SDO.about)
        bounds = {triples.value(quantity, SDO.minValue), triples.value(quantity, SDO.maxValue)} - {None}
        assert {bound.value for bound in bounds} >= {number.min, number.max} - {None}
        exact = triples.value(quantity, SDO.value)
        assert (exact is not None) == (number.qualifier == "exactly")
        assert exact is None or (exact.datatype, exact.value) == (XSD.decimal, number.value)


def test_every_place_has_its_coordinates(real, triples):
    for place in real.graph.dossier.places:
        geo = triples.value(thing(place), SDO.geo)
        told = [triples.value(geo, name) for name in (SDO.latitude, SDO.longitude)] if geo else [None, None]
        assert [one and one.value for one in told] == [place.latitude, place.longitude]
        assert properties(triples, thing(place))["precision"] == Literal(place.precision)


def test_what_no_term_is_for_is_told_by_name(real, triples):
    sides = {side.id: side.name for side in real.graph.dossier.settings.sides}
    for record in real.graph.visible:
        told = properties(triples, thing(record))
        for name in ("kind", "type", "form", "status", "confidence", "precision", "text", "sha256"):
            assert told.get(name) == (Literal(value) if (value := getattr(record, name, None)) else None)
        assert ("unnamed" in told) == getattr(record, "unnamed", False)
        assert told.get("side") == (Literal(sides[record.side]) if getattr(record, "side", None) else None)


def test_how_a_date_was_worked_out_is_told(real, triples):
    event = next(one for one in real.graph.dossier.events if one.basis and one.basis.anchor and one.basis.phrase)
    [basis] = [
        one
        for one in triples.objects(thing(event), SDO.additionalProperty)
        if (one, SDO.name, Literal("basis of the date")) in triples
    ]
    assert triples.value(basis, SDO.value) == Literal(event.basis.phrase)
    assert triples.value(basis, SDO.valueReference) == thing(real.graph.dossier.by_key[event.basis.anchor])


def test_a_position_of_its_own_words_has_its_passages(real, triples):
    held = [one for one in real.graph.citations if one.path[0] == "positions"]
    answers = {triples.value(None, PROV.wasDerivedFrom, passage(one)) for one in held}
    assert held
    assert all((answer, RDF.type, SDO.Answer) in triples for answer in answers)


def test_no_context_is_fetched(text):
    def contexts(value):
        if isinstance(value, dict):
            yield from [value["@context"]] if "@context" in value else ()
        for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from contexts(inner)

    assert all(isinstance(context, dict) and "@import" not in context for context in contexts(json.loads(text)))


def test_names_are_lasting_where_the_address_is_known(base):
    [output] = jsonld.export(check_dossier(base).graph, PublishContext(site_url="https://dossier.example/port/"))
    names = {str(one) for one in parsed(output.content, "file:///copy/data/dossier.jsonld").subjects(SDO.identifier)}
    assert names
    assert all(name.startswith("https://dossier.example/port/") for name in names)


def test_about_right_is_no_value(small):
    triples = small("content/numbers/more-than-500.yml", "qualifier: more than", "qualifier: about")
    number = URIRef(f"{ADDRESS}numbers/more-than-500.html#number")
    quantity = triples.value(number, SDO.about)
    assert [triples.value(quantity, name) for name in (SDO.value, SDO.minValue, SDO.maxValue)] == [None] * 3
    assert properties(triples, number)["figure"] == Literal("500")


def test_a_draft_is_left_out(small):
    triples = small("content/events/opening.yml", "published", "draft")
    assert not any("opening" in str(one) for triple in triples for one in triple)


def test_a_correction_is_told_with_what_stood_there(small):
    told = "corrections:\n  - {date: 2019-03-04, what: value, was: 600 dockers, why: A slip.}\nformerly: [about-600]"
    triples = small("content/numbers/gone-567.yml", "review:", f"{told}\nreview:")
    gone = URIRef(f"{ADDRESS}numbers/gone-567.html")
    correction = triples.value(gone, SDO.correction)
    assert (correction, RDF.type, SDO.CorrectionComment) in triples
    names = (SDO.datePublished, SDO.name, SDO.description, SDO.text)
    assert [str(triples.value(correction, name)) for name in names] == ["2019-03-04", "value", "600 dockers", "A slip."]
    assert {str(key) for key in triples.objects(gone, SDO.identifier)} == {"number:gone-567", "number:about-600"}


def test_of_a_withdrawn_record_a_notice_is_left(small):
    triples = small("content/events/opening.yml", "review:", "withdrawn: {date: 2019-03-04, why: A slip.}\nreview:")
    opening = URIRef(f"{ADDRESS}events/opening.html")
    assert triples.value(opening, SDO.creativeWorkStatus) == Literal("withdrawn")
    assert triples.value(triples.value(opening, SDO.correction), SDO.text) == Literal("A slip.")
    assert triples.value(opening, SDO.mainEntity) is None
    assert not any("It opened" in str(one) for triple in triples for one in triple)


def test_a_decimal_keeps_its_digits(small):
    triples = small("content/places/port-brenn.yml", "57.5", "57.50")
    [latitude] = triples.objects(None, SDO.latitude)
    assert (str(latitude), latitude.value) == ("57.50", Decimal("57.50"))
