"""The records as entities of FollowTheMoney, which OpenAleph reads: one per line, entities first, then their links.

The library silently drops values that it does not accept, so only values that it leaves unchanged are written: a test
compares what the library makes of each entity with what was written.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from unicodedata import normalize

from dossier.export.ftm.entities import EntityBuilder, Properties
from dossier.export.ftm.kinds import schema_of
from dossier.export.ftm.links import link_schema, links_of
from dossier.export.ftm.properties import entity_properties
from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext

PATH = "data/ftm.json"
MEDIA_TYPE = "application/json"
DESCRIPTION = (
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

_json = json.JSONEncoder(ensure_ascii=False).encode


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the file."""
    builder = EntityBuilder(graph, publication.site_url or graph.dossier.settings.title)
    lines = [*_record_lines(builder, publication.site_url), *_link_lines(builder)]
    yield OutputFile(PATH, "".join(f"{line}\n" for line in lines))


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
            link_type.role_property: [role],
            "description": [*passages],
        }
        yield _entity_line(builder.id(source, role, target), link_type.schema, properties)


def _entity_line(id: str, schema: str, properties: Mapping[str, Iterable[str | None]]) -> str:
    """Return an entity as JSON: each value once, no empty properties, normalized to NFC as the library would."""
    values = {name: [*filter(None, dict.fromkeys(group))] for name, group in properties.items()}
    filled = {name: group for name, group in values.items() if group}
    return normalize("NFC", _json({"id": id, "schema": schema, "properties": filled}))
