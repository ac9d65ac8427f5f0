"""The graph of a dossier: references between records, their evidence and its origins, and the addresses of pages."""

from dossier.graph.graph import Graph, Reference, build_graph

__all__ = ["Graph", "Reference", "build_graph"]
