"""YAML and seed files to the model, with the file, line and column of every value."""

from generator.load.dossier import Loaded, load

__all__ = ["Loaded", "load"]
