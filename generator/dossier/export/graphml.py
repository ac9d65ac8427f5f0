"""The network of actors as GraphML, which networkx, igraph, yEd and Cytoscape open."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement

from dossier.export.network import EDGE_FIELDS, NODE_FIELDS, edges, escape_xml, nodes
from dossier.graph import Graph
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext

PATH = "data/network.graphml"
SAYS = "the same network as GraphML, for networkx, igraph, yEd and Cytoscape."
EXAMPLE = """\
import networkx

network = networkx.read_graphml("data/network.graphml")
for one, other, told in list(network.edges(data=True))[:3]:
    print(network.nodes[one]["label"], "|", told["relation"], "|", network.nodes[other]["label"])
"""


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Nodes and edges with their attributes; the format knows no day."""
    root = Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for name, fields in (("node", {"label": "string"} | NODE_FIELDS), ("edge", EDGE_FIELDS)):
        for field, kind in fields.items():
            key = {"id": f"{name}.{field}", "for": name, "attr.name": field, "attr.type": kind}
            SubElement(root, "key", key)
    network = SubElement(root, "graph", id="actors", edgedefault="directed")
    for node in nodes(graph, publication):
        _values(SubElement(network, "node", id=node.id), "node", {"label": node.label, **node.values})
    for edge in edges(graph):
        element = SubElement(network, "edge", id=edge.id, source=edge.source, target=edge.target)
        _values(element, "edge", edge.values)
    yield OutputFile(PATH, escape_xml(root))


def _values(parent: Element, name: str, values: Mapping[str, str]) -> None:
    for field, value in values.items():
        SubElement(parent, "data", key=f"{name}.{field}").text = value
