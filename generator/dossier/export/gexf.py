"""The network of actors as GEXF 1.3, which Gephi and Gephi Lite open; networkx writes 1.2 and the day of today."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement

from dossier.export.network import EDGE_FIELDS, NODE_FIELDS, edges, escape_xml, nodes
from dossier.graph import Graph
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext

PATH = "data/network.gexf"
SAYS = (
    "who stands where as GEXF 1.3, for Gephi: each actor with kind, side, spellings and roles, in the colour of its "
    "side; each relation as a directed edge of its kind, with the documents and the words that tell it."
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
    """Nodes and edges with their attributes; modified on the day of the publication, where that is known."""
    root = Element("gexf", {"xmlns": NAMESPACE, "xmlns:viz": f"{NAMESPACE}/viz", "version": "1.3"})
    meta = SubElement(
        root, "meta", {"lastmodifieddate": publication.published_on.isoformat()} if publication.published_on else {}
    )
    SubElement(meta, "creator").text = graph.dossier.settings.organization
    SubElement(meta, "description").text = graph.dossier.settings.title
    network = SubElement(root, "graph", mode="static", defaultedgetype="directed", idtype="string")
    for name, fields in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        declared = SubElement(network, "attributes", {"class": name})
        for field, kind in fields.items():
            SubElement(declared, "attribute", id=field, title=field, type=kind)
    _nodes(SubElement(network, "nodes"), graph, publication)
    _edges(SubElement(network, "edges"), graph)
    yield OutputFile(PATH, escape_xml(root))


def _nodes(parent: Element, graph: Graph, publication: PublishContext) -> None:
    for node in nodes(graph, publication):
        element = SubElement(parent, "node", id=node.id, label=node.label)
        _values(element, node.values)
        if node.side:
            red, green, blue = (str(int(node.side.colour[at : at + 2], 16)) for at in (1, 3, 5))
            SubElement(element, "viz:color", r=red, g=green, b=blue)


def _edges(parent: Element, graph: Graph) -> None:
    for edge in edges(graph):
        ends = {"id": edge.id, "source": edge.source, "target": edge.target}
        _values(SubElement(parent, "edge", ends, kind=edge.relation, label=edge.relation), edge.values)


def _values(parent: Element, values: Mapping[str, str]) -> None:
    held = SubElement(parent, "attvalues")
    for field, value in values.items():
        SubElement(held, "attvalue", {"for": field, "value": value})
