"""The graph: addresses, backlinks, origins and corroboration, orders."""

from dossier.graph.graph import Graph, Link, link

__all__ = ["Graph", "Link", "link"]
