"""The graph of a dossier: references between records, their evidence and its origins, and the addresses of pages."""

from dossier.graph.graph import Graph, Reference, build_graph
from dossier.graph.statements import Statement

__all__ = ["Graph", "Reference", "Statement", "build_graph"]
