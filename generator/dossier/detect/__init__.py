"""Detectors of mentions in English news text: calendar expressions, quantities, quotations and names."""
