"""The whole dossier as JSON-LD 1.1: schema.org for the records, PROV-O (W3C, 2013) for the attribution of passages.

What schema.org has no term for is an `additionalProperty` with a name. Each statement is a claim that was derived from
its passages; those that are an actor's roles and relations have a subject, a predicate and an object as well.

A page has the passages of its record, each quoted from its source. Each link of the attribution of a passage is an
entity that the one before was derived from; it is attributed to an actor, or was itself derived from a source. The last
link is the passage's primary source.
"""

from collections.abc import Iterator
from functools import partial, singledispatch
from itertools import chain
from typing import get_args

from dossier.export.schema_org import Data, SchemaOrg
from dossier.export.statement_entries import annotation_id
from dossier.graph import Graph
from dossier.graph.text_parts import passage_url
from dossier.model.base import FieldPath
from dossier.model.citation import Citation
from dossier.model.content_item import ContentItem
from dossier.model.kinds.actor import Actor, RelationType
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.output import OutputFile
from dossier.model.passage import UNIDENTIFIED
from dossier.model.publish_context import PublishContext
from dossier.model.record import DateBasis, Record
from dossier.text.interface import gettext_noop
from dossier.text.serialize import join_lazily, json_bytes

PATH = "data/dossier.jsonld"
MEDIA_TYPE = "application/ld+json"
DESCRIPTION = gettext_noop(
    "the records as linked data (JSON-LD 1.1): schema.org's terms for people, organizations, events, "
    "quotations, questions and places, a `Claim` for each statement, and PROV-O's terms for the passages that a "
    "statement is based on, their sources and their attribution. Dates are EDTF; days, months and years have "
    "the types of XML Schema, so that SPARQL can compare them; only what lasted has an `endDate`. The file has its "
    "own context, so reading it needs no network."
)
EXAMPLE = """\
import rdflib

graph = rdflib.Graph().parse("data/dossier.jsonld", format="json-ld")
claims = graph.subjects(rdflib.RDF.type, rdflib.SDO.Claim)
for claim in sorted(claim for claim in claims if (claim, rdflib.PROV.wasDerivedFrom, None) in graph)[:3]:
    print(graph.value(claim, rdflib.SDO.text))
    for passage in graph.objects(claim, rdflib.PROV.wasDerivedFrom):
        document = graph.value(passage, rdflib.PROV.wasQuotedFrom)
        print("-", graph.value(document, rdflib.SDO.name), "|", graph.value(passage, rdflib.PROV.value))
"""

_DECIMAL = {"@type": "xsd:decimal"}
_LINK = {"@type": "@id"}
CONTEXT: Data = {
    "@version": 1.1,
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "temporalCoverage": {"@type": "http://id.loc.gov/datatypes/edtf/EDTF"},
    **dict.fromkeys(("archivedAt", "license", "sameAs", "url"), _LINK),
    "GeoCoordinates": {"@context": dict.fromkeys(("latitude", "longitude"), _DECIMAL)},
    "QuantitativeValue": {"@context": dict.fromkeys(("maxValue", "minValue", "value"), _DECIMAL)},
    "words": "prov:value",
    **{term: f"prov:{term}" for term in ("hadPrimarySource", "wasAttributedTo", "wasDerivedFrom", "wasQuotedFrom")},
    **{term: f"rdf:{term}" for term in ("subject", "object")},
    "predicate": {"@id": "rdf:predicate", "@type": "@id"},
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "CorrectionComment": {"@context": {"datePublished": {"@type": "xsd:date"}}},
}
_DATATYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
"""The datatype of a date in ISO 8601, by its length, so that queries can compare dates."""
_DATE_FIELDS = ("startDate", "endDate", "datePublished", "dateCreated")
_BROADER_PROPERTIES = {"works for": "worksFor", "member of": "memberOf"}
"""Relations that schema.org has a property for."""
_PLAIN_FIELDS = (
    "kind",
    "unnamed",
    "type",
    "form",
    "status",
    "qualifier",
    "words",
    "precision",
    "confidence",
    "text",
    "sha256",
)
_PROSE_FIELDS = (
    "name_basis",
    "kind_basis",
    "same_origin",
    "speaker_basis",
    "form_basis",
    "addressed_to_basis",
    "side_basis",
    "unit_basis",
    "counted_by_basis",
    "place_basis",
    "coordinates_basis",
    "precision_basis",
    "status_basis",
    "title_basis",
    "credit_basis",
)
"""The fields of any kind of record that become properties with the same name."""


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the site, then one page per record, in the order of records; ids are absolute if the address is known."""
    yield OutputFile(PATH, partial(_document, graph, publication.site_url))


def _document(graph: Graph, site_url: str) -> Iterator[bytes]:
    builder = SchemaOrg(graph, "../")
    base = {"@base": f"{site_url}data/"} if site_url else {}
    home_page = _derived_claims(builder, graph.dossier.settings, builder.home_page())
    pages = (_page(builder, record) for record in graph.visible)
    notices = map(builder.withdrawal_page, graph.withdrawn)
    yield b'{"@context":%b,\n"@graph":[\n' % json_bytes(CONTEXT | base)
    yield from join_lazily(b",\n", map(json_bytes, chain((home_page,), _predicates(), pages, notices)))
    yield b"\n]}\n"


def _predicates() -> Iterator[Data]:
    """Yield the properties that roles and relations have as their predicates."""
    for name in ("role", *get_args(RelationType)):
        term = _BROADER_PROPERTIES.get(name)
        broader = {"rdfs:subPropertyOf": {"@id": f"https://schema.org/{term}"}} if term else {}
        yield {"@id": _predicate(name), "@type": "rdf:Property", "rdfs:label": name} | broader


def _predicate(name: str) -> str:
    """Return the address of the property of a relation, in the file itself."""
    return f"{PATH.rpartition('/')[2]}#{name.replace(' ', '-')}"


def _page(builder: SchemaOrg, record: Record) -> Data:
    """Return a record's page with its passages, its claims, and all properties of its thing."""
    page = _derived_claims(builder, record, builder.page(record))
    thing: Data = page["mainEntity"]
    thing |= {name: _typed_date(thing[name]) for name in _DATE_FIELDS if name in thing} | _attribution(record, builder)
    if named := [*_named_properties(builder, record)]:
        thing["additionalProperty"] = named
    if record.note:
        page["comment"] = {"@type": "Comment", "text": builder.plain_text(record.note)}
    return page | _derived_from([_passage(builder, citation) for citation in builder.graph.citations_of(record)])


def _derived_claims(builder: SchemaOrg, item: ContentItem, page: Data) -> Data:
    """Return an item's page with its claims derived from their passages; roles and relations are triples too."""
    triples = dict(_triples(builder, item)) if isinstance(item, Actor) else {}
    claims = [
        claim
        | triples.get(statement.path, {})
        | _derived_from([{"@id": annotation_id(citation)} for citation in statement.citations])
        for claim, statement in zip(page.get("hasPart", ()), builder.graph.statements_of(item), strict=True)
    ]
    return page | ({"hasPart": claims} if claims else {})


def _triples(builder: SchemaOrg, actor: Actor) -> Iterator[tuple[FieldPath, Data]]:
    """Yield an actor's roles and relations, by path, each as a subject, a predicate and an object."""
    head: Data = {"@type": ["Claim", "rdf:Statement"], "subject": {"@id": builder.id(actor)}}
    for index, role in enumerate(actor.roles):
        yield ("roles", index), head | {"predicate": _predicate("role"), "object": role.title}
    for index, relation in enumerate(actor.relations):
        triple = {"predicate": _predicate(relation.type), "object": builder.ref(f"actor:{relation.to}")}
        yield ("relations", index), head | triple


def _passage(builder: SchemaOrg, citation: Citation) -> Data:
    """Return a passage with the links of its attribution nested in it; it is identified by its Web Annotation."""
    id = annotation_id(citation)
    source, via = citation.passage.source, citation.passage.via
    further: list[Data] = []
    for index in reversed(range(len(via))):
        link = {"@id": f"{id}.via.{index}", "@type": "prov:Entity"} | _link(builder, via[index], further)
        further = [link]
    primary = {"hadPrimarySource": {"@id": f"{id}.via.{len(via) - 1}"}} if via else {}
    return {
        "@id": id,
        "@type": "prov:Entity",
        "words": builder.graph.passage_text(citation),
        "url": builder.root + passage_url(builder.graph, *citation.place),
        "wasQuotedFrom": builder.ref(f"source:{source}"),
        **_derived_from(further),
        **primary,
    }


def _link(builder: SchemaOrg, name: str, further: list[Data]) -> Data:
    """Return the actor or the source of a link of an attribution, and the link after it."""
    if source := builder.ref(f"source:{name}"):
        return _derived_from([source, *further])
    agent = {"@type": "prov:Agent", "name": name} if name == UNIDENTIFIED else builder.ref(f"actor:{name}")
    return {"wasAttributedTo": agent} | _derived_from(further)


def _derived_from(entities: list[Data]) -> Data:
    return {"wasDerivedFrom": entities} if entities else {}


def _typed_date(date: str) -> Data:
    """Return a day, a month or a year with its datatype."""
    return {"@type": _DATATYPES[len(date)], "@value": date}


@singledispatch
def _attribution(record: Record, builder: SchemaOrg) -> Data:
    """Return the actor that a record's thing is attributed to, and the sources it was derived from, if any."""
    return {}


@_attribution.register
def _(source: Source, builder: SchemaOrg) -> Data:
    sources = builder.refs(f"source:{source_id}" for source_id in source.rests_on)
    return _attributed_to(builder, source.publisher) | _derived_from(sources)


@_attribution.register
def _(quote: Quote, builder: SchemaOrg) -> Data:
    return _attributed_to(builder, quote.speaker)


@_attribution.register
def _(number: Number, builder: SchemaOrg) -> Data:
    return _attributed_to(builder, number.counted_by)


def _attributed_to(builder: SchemaOrg, actor_id: str | None) -> Data:
    return {"wasAttributedTo": builder.ref(f"actor:{actor_id}")} if actor_id else {}


def _named_properties(builder: SchemaOrg, record: Record) -> Iterator[Data]:
    """Yield each property that schema.org has no term for as a PropertyValue."""
    fields = type(record).model_fields
    for name in _PLAIN_FIELDS:
        value = getattr(record, name) if name in fields else None
        if value is True or isinstance(value, str):  # A quote's `words` are a tuple: schema.org has `text` for them.
            yield _property(name, value)
    for name in _PROSE_FIELDS:
        if name in fields and (prose := getattr(record, name)):
            yield _property(name, builder.plain_text(prose))
    yield from _kind_properties(record, builder)
    if basis := _date_basis(record):
        reasoning = builder.plain_text(basis.reasoning) if basis.reasoning else None
        anchor = {"valueReference": builder.ref(basis.anchor)} if basis.anchor else {}
        yield _property("basis of the date", basis.phrase, reasoning) | anchor


@singledispatch
def _kind_properties(record: Record, builder: SchemaOrg) -> Iterator[Data]:
    """Yield the properties that only records of one kind have; a kind without a function of its own has none."""
    return iter(())


@_kind_properties.register
def _(actor: Actor, builder: SchemaOrg) -> Iterator[Data]:
    for side in builder.graph.dossier.settings.sides:
        if side.id == actor.side:
            yield _property("side", side.name)


@_kind_properties.register
def _(number: Number, builder: SchemaOrg) -> Iterator[Data]:
    if number.value is not None:
        yield _property("figure", format(number.value, "f"))
    if number.measure.scope:
        yield _property("scope", number.measure.scope)
    if number.measure.basis:
        yield _property("basis of what is counted", builder.plain_text(number.measure.basis))


@_kind_properties.register
def _(quote: Quote, builder: SchemaOrg) -> Iterator[Data]:
    for actor in builder.refs(f"actor:{actor_id}" for actor_id in quote.addressed_to):
        yield _property("addressed_to") | {"valueReference": actor}


@_kind_properties.register
def _(source: Source, builder: SchemaOrg) -> Iterator[Data]:
    yield _property("grade", source.grade.letter, builder.plain_text(source.grade.reason))
    if source.rights:
        yield _property("rights", source.rights.show, source.rights.statement)


def _date_basis(record: Record) -> DateBasis | None:
    """Return how the date of a record was worked out."""
    if isinstance(record, Event):
        return record.basis
    return next((dated.basis for _, dated in record.dated_fields), None)


def _property(name: str, value: str | bool | None = None, description: str | None = None) -> Data:
    details = {"value": value, "description": description}
    return {"@type": "PropertyValue", "name": name} | {key: text for key, text in details.items() if text is not None}
