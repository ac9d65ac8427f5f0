"""The network of actors as GEXF 1.3, which Gephi and Gephi Lite open.

networkx is no substitute: it writes GEXF 1.2, dated today.
"""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement

from dossier.export.credits import author_names, rights_statement
from dossier.export.network import EDGE_FIELDS, NODE_FIELDS, actor_nodes, relation_edges
from dossier.graph import Graph
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.text.interface import gettext_noop
from dossier.text.serialize import serialize_xml

PATH = "data/network.gexf"
MEDIA_TYPE = "application/gexf+xml"
DESCRIPTION = gettext_noop(
    "the network of actors as GEXF 1.3, for Gephi: each actor with its kind, side, country, spellings, identifiers "
    "elsewhere and roles, in the colour of its side; each relation as a directed edge with its type, the sources and "
    "passages that state it, and as its time the days on which these sources were published: no source says how long a "
    "relation lasts."
)
EXAMPLE = """\
from xml.etree import ElementTree

graph = ElementTree.parse("data/network.gexf").find("{*}graph")
names = {node.get("id"): node.get("label") for node in graph.find("{*}nodes")}
for edge in list(graph.find("{*}edges"))[:3]:
    print(names[edge.get("source")], "|", edge.get("kind"), "|", names[edge.get("target")])
"""
NAMESPACE = "http://gexf.net/1.3"


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the network; its date of modification is the day of publication, if that is known."""
    root = Element("gexf", {"xmlns": NAMESPACE, "xmlns:viz": f"{NAMESPACE}/viz", "version": "1.3"})
    modified = {"lastmodifieddate": publication.published_on.isoformat()} if publication.published_on else {}
    meta = SubElement(root, "meta", modified)
    settings = graph.dossier.settings
    SubElement(meta, "creator").text = "; ".join(author_names(settings))
    if settings.keywords:
        SubElement(meta, "keywords").text = ", ".join(settings.keywords)
    SubElement(meta, "description").text = " ".join(filter(None, (settings.title, rights_statement(settings))))
    network = SubElement(root, "graph", mode="dynamic", timeformat="date", defaultedgetype="directed", idtype="string")
    for element_class, fields in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        declarations = SubElement(network, "attributes", {"class": element_class})
        for field, type_name in fields.items():
            SubElement(declarations, "attribute", id=field, title=field, type=type_name)
    _add_nodes(SubElement(network, "nodes"), graph, publication)
    _add_edges(SubElement(network, "edges"), graph)
    yield OutputFile(PATH, serialize_xml(root))


def _add_nodes(parent: Element, graph: Graph, publication: PublishContext) -> None:
    for node in actor_nodes(graph, publication):
        element = SubElement(parent, "node", id=node.id, label=node.label)
        _add_values(element, node.values)
        if node.side:
            red, green, blue = bytes.fromhex(node.side.colour.removeprefix("#"))
            SubElement(element, "viz:color", r=str(red), g=str(green), b=str(blue))


def _add_edges(parent: Element, graph: Graph) -> None:
    for edge in relation_edges(graph):
        ends = {"id": edge.id, "source": edge.source, "target": edge.target}
        element = SubElement(parent, "edge", ends, kind=edge.relation, label=edge.relation)
        _add_values(element, edge.values)
        if edge.reported:
            spells = SubElement(element, "spells")
            for first, last in edge.reported:
                SubElement(spells, "spell", start=first.isoformat(), end=last.isoformat())


def _add_values(parent: Element, values: Mapping[str, str]) -> None:
    attributes = SubElement(parent, "attvalues")
    for field, value in values.items():
        SubElement(attributes, "attvalue", {"for": field, "value": value})
