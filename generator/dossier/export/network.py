"""The network of actors as nodes and edges, for GEXF and GraphML."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from dossier.graph import Graph
from dossier.graph.urls import page_path, page_url
from dossier.model.dossier import Side
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.source import Source
from dossier.model.publish_context import PublishContext
from dossier.text.whitespace import collapse_whitespace

NODE_FIELDS = {
    "kind": "string",
    "unnamed": "boolean",
    "side": "string",
    "country": "string",
    "aliases": "string",
    "same_as": "string",
    "roles": "string",
    "page": "string",
}
EDGE_FIELDS = {"relation": "string", "documents": "string", "passages": "string"}
"""The attributes of nodes and edges with their types. `passages` has one line per passage: its source and its words."""


class NetworkNode(NamedTuple):
    """An actor. `values` are its NODE_FIELDS, as far as it has them."""

    id: str
    label: str
    side: Side | None
    values: Mapping[str, str]


class NetworkEdge(NamedTuple):
    """A relation from one actor to another. `values` are its EDGE_FIELDS.

    `reported` are the days on which the sources that state it were published, each as first and last possible day.
    """

    id: str
    source: str
    target: str
    relation: str
    values: Mapping[str, str]
    reported: tuple[tuple[date, date], ...] = ()


def actor_nodes(graph: Graph, publication: PublishContext) -> Iterator[NetworkNode]:
    """Yield every published actor, in their order; several values of one attribute are joined by `; `."""
    root = publication.site_url or "../"
    sides = {side.id: side for side in graph.dossier.settings.sides}
    for actor in graph.visible_of(Actor):
        side = sides.get(actor.side or "")
        values = {
            "kind": actor.kind,
            "unnamed": str(actor.unnamed).lower(),
            "side": side.name if side else "",
            "country": actor.country or "",
            "aliases": "; ".join(actor.aliases),
            "same_as": "; ".join(actor.same_as),
            "roles": "; ".join(role.title for role in actor.roles),
            "page": f"{root}{page_url(page_path(actor))}",
        }
        yield NetworkNode(actor.id, actor.name, side, {name: value for name, value in values.items() if value})


def relation_edges(graph: Graph) -> Iterator[NetworkEdge]:
    """Yield every relation, in the order of actors; two actors may have several."""
    for actor in graph.visible_of(Actor):
        for index, relation in enumerate(actor.relations):
            citations = graph.citations_in(actor, "relations", index)
            sources = [citation.passage.source for citation in citations]
            passages = [
                f"{source}: {collapse_whitespace(graph.passage_text(citation))}"
                for source, citation in zip(sources, citations, strict=True)
            ]
            values = {
                "relation": relation.type,
                "documents": "; ".join(dict.fromkeys(sources)),
                "passages": "\n".join(passages),
            }
            id = f"{actor.id}.relations.{index}"
            yield NetworkEdge(id, actor.id, relation.to, relation.type, values, _publication_days(graph, sources))


def _publication_days(graph: Graph, sources: Iterable[str]) -> tuple[tuple[date, date], ...]:
    """Return the days of publication of the sources, in order and each once; none of a day that is not known."""
    days = set()
    for source in sources:
        record = graph.dossier.by_key.get(f"{Source.singular}:{source}")
        published = record.published.date if isinstance(record, Source) and record.published else None
        if published and published.earliest and published.latest:
            days.add((published.earliest, published.latest))
    return tuple(sorted(days))
