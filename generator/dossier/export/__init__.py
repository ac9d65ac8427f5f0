"""The graph to data files, one format a file."""

from dossier.export.registry import EXPORT_DOCS, EXPORTS, export_all

__all__ = ["EXPORTS", "EXPORT_DOCS", "export_all"]
