"""Detectors of mentions in texts: calendar expressions, quantities, quotations and names; a folder per language."""
