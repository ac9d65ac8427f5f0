"""YAML and seed files to the model, with the file, line and column of every value."""

from dossier.load.dossier import Loaded, content_files, load
from dossier.load.rules import LOAD_RULE_TEXTS

__all__ = ["LOAD_RULE_TEXTS", "Loaded", "content_files", "load"]
