"""The graph: addresses, backlinks, origins and corroboration, orders."""

from dossier.graph.graph import Graph, Reference, build_graph

__all__ = ["Graph", "Reference", "build_graph"]
