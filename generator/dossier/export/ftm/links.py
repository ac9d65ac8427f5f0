"""The links between entities of FollowTheMoney: relations, roles in events and other references of records."""

from collections.abc import Iterator
from typing import NamedTuple

from dossier.export.ftm.entities import EntityBuilder
from dossier.export.ftm.kinds import schema_of
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.event import Event
from dossier.model.kinds.source import Source
from dossier.model.record import Record

PEOPLE, BODIES = ("Person",), ("Organization", "PublicBody")
ANY_ACTOR = (*PEOPLE, *BODIES, "LegalEntity")


class LinkSchema(NamedTuple):
    """A schema of links: the properties of its two ends, the schemas allowed there, and the property of the role."""

    schema: str
    ends: tuple[str, str]
    ranges: tuple[tuple[str, ...], tuple[str, ...]]
    role_property: str = "role"


LINK_SCHEMAS = {
    "member of": LinkSchema("Membership", ("member", "organization"), (ANY_ACTOR, BODIES)),
    "works for": LinkSchema("Employment", ("employee", "employer"), (PEOPLE, BODIES)),
    "family of": LinkSchema("Family", ("person", "relative"), (PEOPLE, PEOPLE), "relationship"),
    "speaks for": LinkSchema("Representation", ("agent", "client"), (ANY_ACTOR, ANY_ACTOR)),
    "publisher": LinkSchema("Documentation", ("entity", "document"), (ANY_ACTOR, ("Article",))),
}
"""The schemas of some roles; other roles, and ends that a schema does not allow, become `UnknownLink`."""
UNKNOWN_LINK = LinkSchema("UnknownLink", ("subject", "object"), ((), ()))


class LinkEntity(NamedTuple):
    """A link from one record to another, by their keys, with its role and the passages that state it."""

    source: str
    target: str
    role: str
    passages: tuple[str, ...] = ()


def link_schema(role: str, source_schema: str, target_schema: str) -> LinkSchema:
    """Return the schema for a link of this role between entities of these schemas."""
    schema = LINK_SCHEMAS.get(role, UNKNOWN_LINK)
    fits = source_schema in schema.ranges[0] and target_schema in schema.ranges[1]
    return schema if fits else UNKNOWN_LINK


def links_of(builder: EntityBuilder, record: Record) -> Iterator[LinkEntity]:
    """Yield the links of a record to others. A note has none: its property `entity` names them."""
    if schema_of(record) == "Note":
        return
    if isinstance(record, Actor):
        yield from _relation_links(builder, record)
    if isinstance(record, Event):
        for participant in record.participants:
            yield LinkEntity(f"actor:{participant.actor}", record.key, participant.role)
    if isinstance(record, Source):
        if record.publisher:
            yield LinkEntity(f"actor:{record.publisher}", record.key, "publisher")
        for source_id in record.rests_on:
            yield LinkEntity(record.key, f"source:{source_id}", "based on")
    for key in record.about:
        yield LinkEntity(record.key, key, "about")


def _relation_links(builder: EntityBuilder, actor: Actor) -> Iterator[LinkEntity]:
    citations = builder.graph.citations_of(actor)
    for index, relation in enumerate(actor.relations):
        passages = tuple(
            builder.passage_line(citation) for citation in citations if citation.path[:2] == ("relations", index)
        )
        yield LinkEntity(actor.key, f"actor:{relation.to}", relation.type, passages)
