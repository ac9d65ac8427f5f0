"""The records as entities of FollowTheMoney, which OpenAleph reads: one a line, things first, then their links.

Its library drops what it dislikes without a word, so nothing is written that it would change: a test compares what it
made of each entity with what was written.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from unicodedata import normalize

from dossier.export.ftm.entities import EntityBuilder, Properties
from dossier.export.ftm.kinds import schema_of
from dossier.export.ftm.properties import properties_of
from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.event import Event
from dossier.model.kinds.source import Source
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.model.record import Record

PATH = "data/ftm.json"
SAYS = (
    "the records as entities of FollowTheMoney, one a line, for OpenAleph: actors as people, organizations, public "
    "bodies, or legal entities where nobody tells which; sources as articles, places as addresses, events; relations, "
    "roles in events and what else ties records as links. Passages stand in `description`, their sources in `proof`. "
    "It has no figures, quotes or disagreements: these are notes on the records they name, with their fields in "
    "`notes`. It has no uncertain dates either: a date is told as the day, month or year that holds all it may mean, "
    "or not at all; its EDTF is in `notes`. What the texts hold beside the passages, exempt or left out, is not in it."
)
EXAMPLE = """\
import json

for line in list(open("data/ftm.json", encoding="utf-8"))[:3]:
    entity = json.loads(line)
    print(entity["schema"], entity["properties"].get("name"))

# With the library followthemoney: model.get_proxy(entity); or, on the command line: ftm validate -i data/ftm.json
"""
PEOPLE, BODIES = ("Person",), ("Organization", "PublicBody")
ANYBODY = (*PEOPLE, *BODIES, "LegalEntity")


class LinkSchema(NamedTuple):
    """A link of FollowTheMoney: its two ends, what may stand there, and the property that says how they are tied."""

    schema: str
    ends: tuple[str, str]
    ranges: tuple[tuple[str, ...], tuple[str, ...]]
    says: str = "role"


LINK_SCHEMAS = {
    "member of": LinkSchema("Membership", ("member", "organization"), (ANYBODY, BODIES)),
    "works for": LinkSchema("Employment", ("employee", "employer"), (PEOPLE, BODIES)),
    "family of": LinkSchema("Family", ("person", "relative"), (PEOPLE, PEOPLE), "relationship"),
    "speaks for": LinkSchema("Representation", ("agent", "client"), (ANYBODY, ANYBODY)),
    "publisher": LinkSchema("Documentation", ("entity", "document"), (ANYBODY, ("Article",))),
}
"""Relations that it has a link for; where an end does not fit, and for all others, there is `UnknownLink`."""
UNKNOWN = LinkSchema("UnknownLink", ("subject", "object"), ((), ()))


class LinkEntity(NamedTuple):
    """That one record is tied to another in some way, and the passages that tell it."""

    one: str
    other: str
    how: str
    passages: tuple[str, ...] = ()


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """The one file."""
    things = EntityBuilder(graph, publication.site_url or graph.dossier.settings.title)
    lines = [*_things(things, publication.site_url), *_links(things)]
    yield OutputFile(PATH, "".join(f"{line}\n" for line in lines))


def _things(things: EntityBuilder, address: str) -> Iterator[str]:
    for record in things.graph.visible:
        properties = properties_of(things, record)
        if address:
            properties["sourceUrl"] = [*properties.get("sourceUrl", ()), address + page_url(page_path(record))]
        yield _entity(things.ids[record.key], schema_of(record), properties)


def _links(things: EntityBuilder) -> Iterator[str]:
    """A line a link; what is told twice is one link with the passages of both."""
    told: dict[tuple[str, str, str], list[str]] = {}
    for record in things.graph.visible:
        for link in _links_of(things, record):
            if {link[0], link[1]} <= things.ids.keys():
                told.setdefault(link[:3], []).extend(link.passages)
    schemas = {record.key: schema_of(record) for record in things.graph.visible}
    for (one, other, how), passages in told.items():
        tie = _tie(how, schemas[one], schemas[other])
        ends: Properties = {end: [things.ids[key]] for end, key in zip(tie.ends, (one, other), strict=True)}
        yield _entity(things.id(one, how, other), tie.schema, ends | {tie.says: [how], "description": [*passages]})


def _tie(how: str, one: str, other: str) -> LinkSchema:
    tie = LINK_SCHEMAS.get(how, UNKNOWN)
    return tie if one in tie.ranges[0] and other in tie.ranges[1] else UNKNOWN


def _links_of(things: EntityBuilder, record: Record) -> Iterator[LinkEntity]:
    """The links that a record draws to others; a note needs none, for it is on them."""
    if schema_of(record) == "Note":
        return
    if isinstance(record, Actor):
        for at, relation in enumerate(record.relations):
            cited = (one for one in things.graph.citations_of(record) if one.path[:2] == ("relations", at))
            passages = tuple(things.passage(one) for one in cited)
            yield LinkEntity(record.key, f"actor:{relation.to}", relation.type, passages)
    if isinstance(record, Event):
        for taking in record.participants:
            yield LinkEntity(f"actor:{taking.actor}", record.key, taking.role)
    if isinstance(record, Source):
        if record.publisher:
            yield LinkEntity(f"actor:{record.publisher}", record.key, "publisher")
        yield from (LinkEntity(record.key, f"source:{one}", "rests on") for one in record.rests_on)
    yield from (LinkEntity(record.key, key, "about") for key in record.about)


def _entity(id: str, schema: str, properties: Mapping[str, Iterable[str | None]]) -> str:
    """A line: each value once, properties without values left out, composed (NFC) as the library would."""
    told = {name: [*filter(None, dict.fromkeys(values))] for name, values in properties.items()}
    return normalize("NFC", _json({"id": id, "schema": schema, "properties": {k: v for k, v in told.items() if v}}))


_json = json.JSONEncoder(ensure_ascii=False).encode
