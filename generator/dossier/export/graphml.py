"""The network of actors as GraphML, which networkx, igraph, yEd and Cytoscape open."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement

from dossier.export.credits import rights_statement
from dossier.export.network import EDGE_FIELDS, NODE_FIELDS, actor_nodes, relation_edges
from dossier.graph import Graph
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.text.interface import gettext_noop
from dossier.text.serialize import serialize_xml

PATH = "data/network.graphml"
MEDIA_TYPE = "application/graphml+xml"
DESCRIPTION = gettext_noop("the same network as GraphML, for networkx, igraph, yEd and Cytoscape.")
EXAMPLE = """\
import networkx

network = networkx.read_graphml("data/network.graphml")
for actor, other, edge in list(network.edges(data=True))[:3]:
    print(network.nodes[actor]["label"], "|", edge["relation"], "|", network.nodes[other]["label"])
"""


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the nodes and edges with their attributes; the format has no place for a date."""
    root = Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    if rights := rights_statement(graph.dossier.settings):
        SubElement(root, "desc").text = rights
    for owner, fields in (("node", {"label": "string"} | NODE_FIELDS), ("edge", EDGE_FIELDS)):
        for field, type_name in fields.items():
            key = {"id": f"{owner}.{field}", "for": owner, "attr.name": field, "attr.type": type_name}
            SubElement(root, "key", key)
    network = SubElement(root, "graph", id="actors", edgedefault="directed")
    for node in actor_nodes(graph, publication):
        _add_values(SubElement(network, "node", id=node.id), "node", {"label": node.label, **node.values})
    for edge in relation_edges(graph):
        element = SubElement(network, "edge", id=edge.id, source=edge.source, target=edge.target)
        _add_values(element, "edge", edge.values)
    yield OutputFile(PATH, serialize_xml(root))


def _add_values(parent: Element, owner: str, values: Mapping[str, str]) -> None:
    for field, value in values.items():
        SubElement(parent, "data", key=f"{owner}.{field}").text = value
