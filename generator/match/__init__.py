"""Find a passage in a text: exact verdicts, and the nearest text as a hint."""

from generator.match.find import match
from generator.match.region import resolve_region
from generator.match.text import Region, Text

__all__ = ["Region", "Text", "match", "resolve_region"]
