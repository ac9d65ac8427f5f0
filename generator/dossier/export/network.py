"""XML documents as text."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element, indent, tostring

from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url
from dossier.model.dossier import Side
from dossier.model.kinds.actor import Actor
from dossier.model.publish_context import PublishContext

NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 may hold."""


def escape_xml(root: Element) -> str:
    """The text of an XML document, indented, with what XML cannot hold replaced by U+FFFD."""
    indent(root)
    text = NO_XML.sub("\ufffd", tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


NODE_FIELDS = {
    "kind": "string",
    "unnamed": "boolean",
    "side": "string",
    "aliases": "string",
    "roles": "string",
    "page": "string",
}
EDGE_FIELDS = {"relation": "string", "documents": "string", "passages": "string"}
"""What nodes and edges tell, each with its type: `passages` is a line a passage, its source and its words."""


class Node(NamedTuple):
    """An actor. `values` are those of NODE_FIELDS that it has."""

    id: str
    label: str
    side: Side | None
    values: Mapping[str, str]


class Edge(NamedTuple):
    """A relation, from one actor to another. `values` are those of EDGE_FIELDS."""

    id: str
    source: str
    target: str
    relation: str
    values: Mapping[str, str]


def nodes(graph: Graph, publication: PublishContext) -> Iterator[Node]:
    """Every actor that readers see, in their order, with the address of its page; values of one field part at `; `."""
    root = publication.site_url or "../"
    sides = {side.id: side for side in graph.dossier.settings.sides}
    for actor in graph.visible_of(Actor):
        side = sides.get(actor.side or "")
        values = {
            "kind": actor.kind,
            "unnamed": str(actor.unnamed).lower(),
            "side": side.name if side else "",
            "aliases": "; ".join(actor.aliases),
            "roles": "; ".join(role.title for role in actor.roles),
            "page": f"{root}{page_url(page_path(actor))}",
        }
        yield Node(actor.id, actor.name, side, {name: value for name, value in values.items() if value})


def edges(graph: Graph) -> Iterator[Edge]:
    """Every relation, in the order of actors; two actors may have several."""
    for actor in graph.visible_of(Actor):
        for at, relation in enumerate(actor.relations):
            told = [one for one in graph.citations_of(actor) if one.path[:2] == ("relations", at)]
            lines = (f"{one.passage.source}: {' '.join(graph.passage_text(one).split())}" for one in told)
            values = {
                "relation": relation.type,
                "documents": "; ".join(dict.fromkeys(one.passage.source for one in told)),
                "passages": "\n".join(lines),
            }
            yield Edge(f"{actor.id}.relations.{at}", actor.id, relation.to, relation.type, values)
