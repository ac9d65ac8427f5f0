"""Mentions in a text: calendar expressions, quantities, quotations."""
