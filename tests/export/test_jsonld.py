"""data/dossier.jsonld, read by rdflib without a network: every value of the records is a triple."""

import json
import socket
from decimal import Decimal

import pytest
from dossier.edtf.format import iso_date
from dossier.export import jsonld
from dossier.graph.markup import strip_markup
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record
from rdflib import PROV, RDF, RDFS, SDO, XSD, Graph, Literal, URIRef

from tests.export.helpers import export_one
from tests.helpers import nonempty

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # Emitted by rdflib itself.

ADDRESS = "https://example.org/"
SITE = PublishContext(site_url="https://dossier.example/port/")
HOME_PAGE = URIRef(f"{ADDRESS}index.html")
EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")


def read_triples(text, address=f"{ADDRESS}data/dossier.jsonld"):
    return Graph().parse(data=text, format="json-ld", publicID=address)


def page(record):
    return URIRef(f"{ADDRESS}{record.plural}/{record.id}.html")


def thing(record):
    return page(record) + f"#{record.singular}"


def passage(citation):
    return page(citation.record) + f"#{'.'.join(map(str, citation.path))}"


@pytest.fixture(scope="module")
def text(real_outputs):
    return real_outputs[jsonld.PATH]


@pytest.fixture(scope="module")
def triples(text):
    """Every triple of the real dossier, read where nothing can be fetched."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "socket", None)
        patch.setattr(socket, "getaddrinfo", None)
        return read_triples(text)


@pytest.fixture
def triples_with(graph_with):
    """Return the triples of the small dossier after a replacement in one of its files."""
    return lambda file, old, new: read_triples(export_one(jsonld, graph_with(file, old, new)))


def named_properties(triples, subject):
    """Return the properties of a thing that schema.org has no term for."""
    properties = triples.objects(subject, SDO.additionalProperty)
    return {str(triples.value(node, SDO.name)): triples.value(node, SDO.value) for node in properties}


def test_every_record_is_a_page_about_a_thing(real, triples):
    expected = {(page(record), SDO.mainEntity, thing(record)) for record in nonempty(real.graph.visible)}
    assert set(triples.triples((None, SDO.mainEntity, None))) == expected
    former = {f"{record.singular}:{id}" for record in real.graph.visible for id in record.formerly}
    assert {str(key) for key in triples.objects(None, SDO.identifier)} == real.graph.visible_keys | former


def test_every_record_has_its_name_summary_note_and_date(real, triples):
    labels = real.graph.labels
    for record in nonempty(real.graph.visible):
        assert triples.value(thing(record), SDO.name) == Literal(record.label)
        assert triples.value(thing(record), SDO.description) == Literal(strip_markup(record.summary, labels))
        note = triples.value(triples.value(page(record), SDO.comment), SDO.text)
        assert note == (Literal(strip_markup(record.note, labels)) if record.note else None)
        date = triples.value(page(record), SDO.temporalCoverage)
        assert date == (Literal(record.main_date.text, datatype=EDTF) if record.main_date else None)


def test_every_passage_is_quoted_from_its_source(real, triples):
    by_key, citations = real.graph.dossier.by_key, nonempty(real.graph.citations)
    sources = {(passage(citation), thing(by_key[f"source:{citation.passage.source}"])) for citation in citations}
    assert set(triples.subject_objects(PROV.wasQuotedFrom)) == sources
    words = {(passage(citation), Literal(real.graph.passage_text(citation))) for citation in citations}
    assert set(triples.subject_objects(PROV.value)) == words


def test_every_attribution_is_a_chain_of_derivations(real, triples):
    by_key = real.graph.dossier.by_key
    for citation in nonempty(real.graph.citations):
        node = passage(citation)
        for index, name in enumerate(citation.passage.via):
            link = passage(citation) + f".via.{index}"
            assert (node, PROV.wasDerivedFrom, link) in triples
            if f"source:{name}" in by_key:
                assert (link, PROV.wasDerivedFrom, thing(by_key[f"source:{name}"])) in triples
            elif name == "unidentified":
                assert triples.value(triples.value(link, PROV.wasAttributedTo), SDO.name) == Literal(name)
            else:
                assert (link, PROV.wasAttributedTo, thing(by_key[f"actor:{name}"])) in triples
            node = link
        primary = triples.value(passage(citation), PROV.hadPrimarySource)
        assert primary == (node if citation.passage.via else None)


def test_nothing_else_is_derived(real, triples):
    graph = real.graph
    links = [name for citation in graph.citations for name in citation.passage.via]
    sources = sum(f"source:{name}" in graph.dossier.by_key for name in links)
    relayed = sum(len(source.rests_on) for source in graph.dossier.sources)
    claims = sum(len(statement.citations) for statement in graph.statements)
    expected = len(graph.citations) + claims + len(links) + sources + relayed
    assert len(list(triples.subject_objects(PROV.wasDerivedFrom))) == expected


def claim(statement):
    item = statement.item
    return (page(item) if isinstance(item, Record) else HOME_PAGE) + f"#{statement.anchor}"


def test_every_statement_is_one_claim_on_its_page_with_its_words_sources_and_passages(real, triples):
    graph = real.graph
    by_key, statements = graph.dossier.by_key, nonempty(graph.statements)
    numbers = {thing(number) for number in graph.dossier.numbers}
    claims = set(triples.subjects(RDF.type, SDO.Claim))
    assert claims - numbers == {claim(statement) for statement in statements}
    assert len(claims - numbers) == len(statements)
    for statement in statements:
        node = claim(statement)
        words = " ".join(graph.statement_text(statement).split())
        assert list(triples.objects(node, SDO.text)) == [Literal(words)]
        assert triples.value(node, SDO.isPartOf) == URIRef(node.partition("#")[0])
        assert (URIRef(node.partition("#")[0]), SDO.hasPart, node) in triples
        sources = {thing(by_key[f"source:{citation.passage.source}"]) for citation in statement.citations}
        assert set(triples.objects(node, SDO.appearance)) == sources
        assert set(triples.objects(node, PROV.wasDerivedFrom)) == {passage(cited) for cited in statement.citations}
        author = triples.value(triples.value(node, SDO.author), SDO.name)
        assert author == (Literal(graph.dossier.settings.organization) if statement.by == "editor" else None)


def test_every_role_and_relation_is_a_claim_with_a_subject_a_predicate_and_an_object(real, triples):
    by_key = real.graph.dossier.by_key
    for actor in nonempty(real.graph.dossier.actors):
        parts = {("roles", index): ("role", Literal(role.title)) for index, role in enumerate(actor.roles)}
        parts |= {
            ("relations", index): (relation.type, thing(by_key[f"actor:{relation.to}"]))
            for index, relation in enumerate(actor.relations)
        }
        nodes = {statement.path: claim(statement) for statement in real.graph.statements_of(actor)}
        for path, (predicate, value) in parts.items():
            assert triples.value(nodes[path], RDF.subject) == thing(actor)
            node = triples.value(nodes[path], RDF.predicate)
            assert node == URIRef(f"{ADDRESS}data/dossier.jsonld#{predicate.replace(' ', '-')}")
            assert triples.value(node, RDFS.label) == Literal(predicate)
            assert (node, RDF.type, RDF.Property) in triples
            assert triples.value(nodes[path], RDF.object) == value


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # Emitted by rdflib's reader of SPARQL.
def test_queries_find_relations_by_their_property_and_compare_dates(real, triples):
    """SPARQL compares only dates with a datatype."""
    query = """
        SELECT ?claim WHERE { ?claim rdf:predicate/rdfs:subPropertyOf schema:worksFor ; rdf:object ?employer . }
    """
    names = {"schema": "https://schema.org/", "rdf": RDF, "rdfs": RDFS, "xsd": XSD}
    relations = [relation.type for actor in real.graph.dossier.actors for relation in actor.relations]
    assert len(triples.query(query, initNs=names)) == relations.count("works for") > 0
    query = """
        SELECT ?event WHERE {
            ?event a schema:Event ; schema:startDate ?start .
            FILTER(datatype(?start) = xsd:date && ?start >= "2019-01-23"^^xsd:date)
        }
    """
    days = {thing(event): iso_date(event.date) or "" for event in real.graph.dossier.events}
    expected = {event for event, day in days.items() if len(day) == 10 and day >= "2019-01-23"}
    assert {row.event for row in triples.query(query, initNs=names)} == expected != set()


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2019-01-23", Literal("2019-01-23", datatype=XSD.date), None),
        ("2019-01", Literal("2019-01", datatype=XSD.gYearMonth), None),
        ("2019", Literal("2019", datatype=XSD.gYear), None),
        ("2018/2019-01-23", Literal("2018", datatype=XSD.gYear), Literal("2019-01-23", datatype=XSD.date)),
        ("[2019-01-21..2019-01-23]", None, None),
    ],
)
def test_a_date_has_the_datatype_of_its_precision(triples_with, date, start, end):
    triples = triples_with("content/events/walk-out.yml", "date: 2019-01-23", f'date: "{date}"')
    event = URIRef(f"{ADDRESS}events/walk-out.html#event")
    assert (triples.value(event, SDO.startDate), triples.value(event, SDO.endDate)) == (start, end)


def test_every_figure_is_exported_with_its_qualifier(real, triples):
    for number in nonempty(real.graph.dossier.numbers):
        properties = named_properties(triples, thing(number))
        assert properties["qualifier"] == Literal(number.qualifier)
        assert properties.get("figure") == (None if number.value is None else Literal(str(number.value)))
        quantity = triples.value(thing(number), SDO.about)
        bounds = {triples.value(quantity, SDO.minValue), triples.value(quantity, SDO.maxValue)} - {None}
        assert {bound.value for bound in bounds} >= {number.min, number.max} - {None}
        exact = triples.value(quantity, SDO.value)
        assert (exact is not None) == (number.qualifier == "exactly")
        assert exact is None or (exact.datatype, exact.value) == (XSD.decimal, number.value)


def test_every_place_has_its_coordinates(real, triples):
    for place in nonempty(real.graph.dossier.places):
        geo = triples.value(thing(place), SDO.geo)
        degrees = [triples.value(geo, name) for name in (SDO.latitude, SDO.longitude)] if geo else [None, None]
        assert [literal and literal.value for literal in degrees] == [place.latitude, place.longitude]
        assert named_properties(triples, thing(place))["precision"] == Literal(place.precision)


def test_fields_without_a_term_are_named_properties(real, triples):
    sides = {side.id: side.name for side in real.graph.dossier.settings.sides}
    for record in nonempty(real.graph.visible):
        properties = named_properties(triples, thing(record))
        for name in ("kind", "type", "form", "status", "confidence", "precision", "text", "sha256"):
            assert properties.get(name) == (Literal(value) if (value := getattr(record, name, None)) else None)
        assert ("unnamed" in properties) == getattr(record, "unnamed", False)
        assert properties.get("side") == (Literal(sides[record.side]) if getattr(record, "side", None) else None)


def test_the_basis_of_a_date_is_a_named_property(small):
    triples = read_triples(export_one(jsonld, small))
    event = URIRef(f"{ADDRESS}events/walk-out.html#event")
    nodes = {str(triples.value(node, SDO.name)): node for node in triples.objects(event, SDO.additionalProperty)}
    basis = nodes["basis of the date"]
    assert triples.value(basis, SDO.value) == Literal("Jan. 23")
    assert triples.value(basis, SDO.valueReference) == URIRef(f"{ADDRESS}sources/gazette.html#source")


def test_the_statements_of_a_position_are_parts_of_its_answer(real, triples):
    for disagreement in nonempty(real.graph.dossier.disagreements):
        for index in range(len(disagreement.positions)):
            answer = page(disagreement) + f"#positions.{index}"
            assert (thing(disagreement), SDO.suggestedAnswer, answer) in triples
            assert set(triples.objects(answer, RDF.type)) == {SDO.Answer}
            statements = nonempty(real.graph.statements_in(disagreement, "positions", index))
            assert set(triples.objects(answer, SDO.hasPart)) == {claim(statement) for statement in statements}


def find_contexts(value):
    """Yield every `@context` in a value, at any depth."""
    if isinstance(value, dict):
        if "@context" in value:
            yield value["@context"]
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from find_contexts(inner)


def test_no_context_needs_to_be_fetched(text):
    for context in nonempty(find_contexts(json.loads(text))):
        assert isinstance(context, dict)
        assert "@import" not in context


def test_ids_are_absolute_if_the_address_is_known(small):
    triples = read_triples(export_one(jsonld, small, SITE), "file:///copy/data/dossier.jsonld")
    ids = nonempty(str(subject) for subject in triples.subjects(SDO.identifier))
    assert all(id.startswith(SITE.site_url) for id in ids)


def test_an_approximate_figure_is_not_a_value(triples_with):
    triples = triples_with("content/numbers/more-than-500.yml", "qualifier: more than", "qualifier: about")
    number = URIRef(f"{ADDRESS}numbers/more-than-500.html#number")
    quantity = triples.value(number, SDO.about)
    assert [triples.value(quantity, name) for name in (SDO.value, SDO.minValue, SDO.maxValue)] == [None] * 3
    assert named_properties(triples, number)["figure"] == Literal("500")


def test_a_draft_is_left_out(triples_with):
    triples = triples_with("content/events/opening.yml", "published", "draft")
    assert not any("opening" in str(node) for triple in nonempty(triples) for node in triple)


def test_a_correction_has_its_date_and_the_earlier_value(triples_with):
    fields = "corrections:\n  - {date: 2019-03-04, what: value, was: 600 dockers, why: A slip.}\nformerly: [about-600]"
    triples = triples_with("content/numbers/gone-567.yml", "review:", f"{fields}\nreview:")
    gone = URIRef(f"{ADDRESS}numbers/gone-567.html")
    correction = triples.value(gone, SDO.correction)
    assert (correction, RDF.type, SDO.CorrectionComment) in triples
    names = (SDO.datePublished, SDO.name, SDO.description, SDO.text)
    assert [str(triples.value(correction, name)) for name in names] == ["2019-03-04", "value", "600 dockers", "A slip."]
    assert {str(key) for key in triples.objects(gone, SDO.identifier)} == {"number:gone-567", "number:about-600"}


def test_of_a_withdrawn_record_only_a_notice_is_left(triples_with):
    withdrawn = "withdrawn: {date: 2019-03-04, why: A slip.}\nreview:"
    triples = triples_with("content/events/opening.yml", "review:", withdrawn)
    opening = URIRef(f"{ADDRESS}events/opening.html")
    assert triples.value(opening, SDO.creativeWorkStatus) == Literal("withdrawn")
    assert triples.value(triples.value(opening, SDO.correction), SDO.text) == Literal("A slip.")
    assert triples.value(opening, SDO.mainEntity) is None
    assert not any("It opened" in str(node) for triple in triples for node in triple)


def test_a_decimal_keeps_its_digits(triples_with):
    triples = triples_with("content/places/port-brenn.yml", "57.5", "57.50")
    [latitude] = triples.objects(None, SDO.latitude)
    assert (str(latitude), latitude.value) == ("57.50", Decimal("57.50"))
