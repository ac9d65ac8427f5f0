"""YAML and seed files to the model, with the file, line and column of every value."""

from dossier.io.rules import LOAD_RULE_TEXTS
from dossier.load.dossier import Loaded, content_files, load

__all__ = ["LOAD_RULE_TEXTS", "Loaded", "content_files", "load"]
