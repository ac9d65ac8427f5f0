"""The whole dossier as JSON-LD 1.1: schema.org for what the records tell, PROV-O for the chains they rest on.

What schema.org has no term for is a property by its name (`additionalProperty`); an actor's roles and relations, each
told by a source, are claims with a subject, a predicate and an object.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping

from dossier.export.properties import properties
from dossier.export.prov import attributed, derived, passage
from dossier.export.schema_org import Data, SchemaOrg
from dossier.graph import Graph
from dossier.model.base import FieldPath
from dossier.model.kinds.actor import Actor
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record

PATH = "data/dossier.jsonld"
SAYS = (
    "the records as linked data (JSON-LD 1.1): schema.org's terms for people, organizations, events, claims, "
    "quotations, questions and places, PROV-O's for what was quoted from where, and by which chain it came. Dates are "
    "EDTF. It carries its own context, so that no reader asks a host for one."
)
EXAMPLE = """\
import rdflib

graph = rdflib.Graph().parse("data/dossier.jsonld", format="json-ld")
passages = graph.subject_objects(rdflib.PROV.wasQuotedFrom)
for passage, document in sorted(passages)[:3]:
    print(graph.value(document, rdflib.SDO.name), "|", graph.value(passage, rdflib.PROV.value))
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
    "archivedAt": _LINK,
    "url": _LINK,
    "GeoCoordinates": {"@context": dict.fromkeys(("latitude", "longitude"), _DECIMAL)},
    "QuantitativeValue": {"@context": dict.fromkeys(("maxValue", "minValue", "value"), _DECIMAL)},
    "words": "prov:value",
    **{term: f"prov:{term}" for term in ("hadPrimarySource", "wasAttributedTo", "wasDerivedFrom", "wasQuotedFrom")},
    **{term: f"rdf:{term}" for term in ("subject", "predicate", "object")},
}
_json = json.JSONEncoder(ensure_ascii=False).encode


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """The site, then a page a record, in the order of records; names are lasting where the site's address is known."""
    told = SchemaOrg(graph, "../")
    base = {"@base": f"{publication.site_url}data/"} if publication.site_url else {}
    pages = (*(_page(told, record) for record in graph.visible), *map(told.withdrawal_page, graph.withdrawn))
    lines = ",\n".join(map(_json, (told.site(), *pages)))
    yield OutputFile(PATH, f'{{"@context": {_json(CONTEXT | base)},\n"@graph": [\n{lines}\n]}}\n')


def _page(told: SchemaOrg, record: Record) -> Data:
    """A record's page with what it was derived from, and all that is told of its thing."""
    page = told.page(record)
    thing: Data = page["mainEntity"]
    passages: dict[FieldPath, list[Data]] = defaultdict(list)
    for citation in told.graph.citations_of(record):
        passages[citation.path[:-2]].append(passage(told, citation))
    for at, answer in enumerate(thing.get("suggestedAnswer", ())):
        answer |= derived(passages["positions", at])
    thing |= attributed(told, record)
    if own := [*properties(told, record)]:
        thing["additionalProperty"] = own
    if record.note:
        page["comment"] = {"@type": "Comment", "text": told.read(record.note)}
    if isinstance(record, Actor) and (claims := [*_claims(told, record, passages)]):
        page["hasPart"] = claims
    return page | derived(passages[()])


def _claims(told: SchemaOrg, actor: Actor, passages: Mapping[FieldPath, list[Data]]) -> Iterator[Data]:
    """An actor's roles and relations, each with the passages that tell it."""
    roles = ((("roles", at), "role", role.title) for at, role in enumerate(actor.roles))
    others = enumerate(actor.relations)
    relations = ((("relations", at), one.type, told.ref(f"actor:{one.to}")) for at, one in others)
    for path, predicate, said_of in (*roles, *relations):
        claim = {"@id": f"{told.address(actor)}#{path[0]}.{path[1]}", "@type": ["Claim", "rdf:Statement"]}
        triple = {"subject": {"@id": told.id(actor)}, "predicate": predicate, "object": said_of}
        yield claim | triple | derived(passages.get(path, []))
