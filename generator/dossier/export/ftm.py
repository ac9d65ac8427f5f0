"""The records as entities of FollowTheMoney, which OpenAleph reads: one per line, entities first, then their links.

The library silently drops values that it does not accept, so only values that it leaves unchanged are written: a test
compares what the library makes of each entity with what was written.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import NamedTuple, get_args
from unicodedata import normalize

from dossier.export.ftm_entities import EntityBuilder, Properties, entity_properties, schema_of
from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url
from dossier.model.kinds.actor import Actor, RelationType
from dossier.model.kinds.event import Event
from dossier.model.kinds.source import Source
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record
from dossier.model.terms import term
from dossier.text.interface import gettext, gettext_noop
from dossier.text.serialize import json_bytes

PATH = "data/ftm.json"
MEDIA_TYPE = "application/json"
DESCRIPTION = gettext_noop(
    "the records as entities of FollowTheMoney, one per line, for OpenAleph: actors as people, organizations, public "
    "bodies or, if no source says which, legal entities; sources as articles, places as addresses, events; relations, "
    "roles in events and other references as links. Passages are in `description`, their sources in `proof`. The "
    "format has no numbers, quotes or disagreements: these are notes on the records they name, with their fields in "
    "`notes`. It has no uncertain dates either: a date is the day, month or year that includes all that it may mean, "
    "or is left out; its EDTF is in `notes`. Exempt mentions and excluded regions of the texts are not included."
)
EXAMPLE = """\
import json

for line in list(open("data/ftm.json", encoding="utf-8"))[:3]:
    entity = json.loads(line)
    print(entity["schema"], entity["properties"].get("name"))

# With the library followthemoney: model.get_proxy(entity); or, on the command line: ftm validate -i data/ftm.json
"""
PEOPLE, BODIES = ("Person",), ("Organization", "PublicBody")
ANY_ACTOR = (*PEOPLE, *BODIES, "LegalEntity")


class LinkSchema(NamedTuple):
    """A schema of links.

    `ends` are the properties of the two ends, `ranges` the schemas allowed at each, `role_property` has the role.
    """

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


PUBLISHER, BASED_ON, ABOUT = gettext_noop("publisher"), gettext_noop("based on"), gettext_noop("about")
"""The roles of links that no record names."""


class RecordLink(NamedTuple):
    """A link from one record to another, by their keys, with its role and the passages that state it."""

    source: str
    target: str
    role: str
    passages: tuple[str, ...] = ()


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield one file: a line per record, then a line per link."""
    yield OutputFile(PATH, partial(_lines, graph, publication.site_url))


def _lines(graph: Graph, site_url: str) -> Iterator[str]:
    builder = EntityBuilder(graph, site_url or graph.dossier.settings.title)
    for line in chain(_record_lines(builder, site_url), _link_lines(builder)):
        yield f"{line}\n"


def _record_lines(builder: EntityBuilder, site_url: str) -> Iterator[str]:
    for record in builder.graph.visible:
        properties = entity_properties(builder, record)
        if site_url:
            properties["sourceUrl"] = [*properties.get("sourceUrl", ()), site_url + page_url(page_path(record))]
        yield _entity_line(builder.ids[record.key], schema_of(record), properties)


def _link_lines(builder: EntityBuilder) -> Iterator[str]:
    """Yield one line per link; equal links are one, with the passages of all."""
    passages_of: dict[tuple[str, str, str], list[str]] = {}
    for record in builder.graph.visible:
        for link in links_of(builder, record):
            if {link.source, link.target} <= builder.ids.keys():
                passages_of.setdefault((link.source, link.target, link.role), []).extend(link.passages)
    schemas = {record.key: schema_of(record) for record in builder.graph.visible}
    for (source, target, role), passages in passages_of.items():
        link_type = link_schema(role, schemas[source], schemas[target])
        source_end, target_end = link_type.ends
        properties: Properties = {
            source_end: [builder.ids[source]],
            target_end: [builder.ids[target]],
            link_type.role_property: [_role_in_words(role)],
            "description": [*passages],
        }
        yield _entity_line(builder.id(source, role, target), link_type.schema, properties)


def _entity_line(id: str, schema: str, properties: Mapping[str, Iterable[str | None]]) -> str:
    """Return an entity as JSON: each value once, no empty properties, normalized to NFC as the library would."""
    values = {name: [*filter(None, dict.fromkeys(group))] for name, group in properties.items()}
    filled = {name: group for name, group in values.items() if group}
    return normalize("NFC", json_bytes({"id": id, "schema": schema, "properties": filled}).decode())


def _role_in_words(role: str) -> str:
    """Return a role in the language of the interface; that of a participant is as the record has it."""
    if role in get_args(RelationType):
        return term(role, "Relation.type")
    return gettext(role) if role in (PUBLISHER, BASED_ON, ABOUT) else role


def link_schema(role: str, source_schema: str, target_schema: str) -> LinkSchema:
    """Return the schema for a link of this role between entities of these schemas."""
    schema = LINK_SCHEMAS.get(role, UNKNOWN_LINK)
    is_allowed = source_schema in schema.ranges[0] and target_schema in schema.ranges[1]
    return schema if is_allowed else UNKNOWN_LINK


def links_of(builder: EntityBuilder, record: Record) -> Iterator[RecordLink]:
    """Yield the links of a record to others. A note has none: its property `entity` names them."""
    if schema_of(record) == "Note":
        return
    if isinstance(record, Actor):
        yield from _relation_links(builder, record)
    if isinstance(record, Event):
        for participant in record.participants:
            yield RecordLink(f"actor:{participant.actor}", record.key, participant.role)
    if isinstance(record, Source):
        if record.publisher:
            yield RecordLink(f"actor:{record.publisher}", record.key, PUBLISHER)
        for source_id in record.rests_on:
            yield RecordLink(record.key, f"source:{source_id}", BASED_ON)
    for key in record.about:
        yield RecordLink(record.key, key, ABOUT)


def _relation_links(builder: EntityBuilder, actor: Actor) -> Iterator[RecordLink]:
    for index, relation in enumerate(actor.relations):
        citations = builder.graph.citations_in(actor, "relations", index)
        yield RecordLink(actor.key, f"actor:{relation.to}", relation.type, tuple(map(builder.passage_line, citations)))
