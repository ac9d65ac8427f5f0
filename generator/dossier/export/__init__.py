"""The graph to data files, one format a file."""

from dossier.export.registry import EXPORT_TEXTS, EXPORTS, export

__all__ = ["EXPORTS", "EXPORT_TEXTS", "export"]
