"""Find a passage in a text: exact verdicts, and the nearest text as a hint."""

from generator.match.evidence import find_all, texts_of
from generator.match.find import match, stands
from generator.match.text import Region, Text, resolve_region

__all__ = ["Region", "Text", "find_all", "match", "resolve_region", "stands", "texts_of"]
