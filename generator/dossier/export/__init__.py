"""Data files made from the graph, one module per format."""

from dossier.export.registry import EXPORT_DOCS, EXPORTS, export_all

__all__ = ["EXPORTS", "EXPORT_DOCS", "export_all"]
