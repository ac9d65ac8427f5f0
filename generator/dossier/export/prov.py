"""Chains of attribution in PROV-O (W3C Recommendation of 2013).

A passage was quoted from its document. Each link of its chain is a telling, which the one before it was derived from:
it is an actor's, or was itself derived from a document. The last telling is the passage's primary source, as far as the
document names one.
"""

from dossier.export.schema_org import Data, SchemaOrg
from dossier.graph.urls import page_url, passage_anchor, text_page_path
from dossier.model.citation import Citation
from dossier.model.kinds.number import Number
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.passage import UNIDENTIFIED
from dossier.model.record import Record


def passage(told: SchemaOrg, citation: Citation) -> Data:
    """A passage, named as its Web Annotation is, with the tellings by which it came."""
    name = f"{told.address(citation.record)}#{'.'.join(map(str, citation.path))}"
    document, via = citation.passage.source, citation.passage.via
    behind: list[Data] = []
    for at in reversed(range(len(via))):
        behind = [{"@id": f"{name}.via.{at}", "@type": "prov:Entity"} | _telling(told, via[at], behind)]
    first = {"hadPrimarySource": {"@id": f"{name}.via.{len(via) - 1}"}} if via else {}
    return {
        "@id": name,
        "@type": "prov:Entity",
        "words": told.graph.passage_text(citation),
        "url": f"{told.root}{page_url(text_page_path(document))}#{passage_anchor(citation.span)}",
        "wasQuotedFrom": told.ref(f"source:{document}"),
        **derived(behind),
        **first,
    }


def attributed(told: SchemaOrg, record: Record) -> Data:
    """Whose the thing is that a record is about, and the documents it was derived from."""
    match record:
        case Source():
            agent, documents = record.publisher, record.rests_on
        case Quote():
            agent, documents = record.speaker, ()
        case Number():
            agent, documents = record.counted_by, ()
        case _:
            agent, documents = None, ()
    whose = {"wasAttributedTo": told.ref(f"actor:{agent}")} if agent else {}
    return whose | derived(told.refs(tuple(f"source:{one}" for one in documents)))


def derived(entities: list[Data]) -> Data:
    """What something was derived from, if from anything."""
    return {"wasDerivedFrom": entities} if entities else {}


def _telling(told: SchemaOrg, link: str, behind: list[Data]) -> Data:
    """Whose a telling is, or which document it was derived from; and what is behind it."""
    if document := told.ref(f"source:{link}"):
        return derived([document, *behind])
    unknown = {"@type": "prov:Agent", "name": link}
    return {"wasAttributedTo": unknown if link == UNIDENTIFIED else told.ref(f"actor:{link}")} | derived(behind)
