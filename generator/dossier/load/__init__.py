"""Loading: YAML and source texts become the model, with the location of every value."""

from dossier.io.rules import LOAD_RULE_DOCS
from dossier.load.loader import LoadResult, iter_content_files, load_dossier

__all__ = ["LOAD_RULE_DOCS", "LoadResult", "iter_content_files", "load_dossier"]
