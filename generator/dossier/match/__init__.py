"""Find a passage in a source's text, or else explain what is wrong with it and what text comes closest."""

from dossier.match.find import find_all_spans, find_passage, occurs
from dossier.match.normalize import ascii_punctuation, simplify_text
from dossier.match.resolve import prepare_texts, resolve_passages
from dossier.match.searchable_text import SearchableText
from dossier.match.word_diff import DiffOp, first_difference, word_diff

__all__ = [
    "DiffOp",
    "SearchableText",
    "ascii_punctuation",
    "find_all_spans",
    "find_passage",
    "first_difference",
    "occurs",
    "prepare_texts",
    "resolve_passages",
    "simplify_text",
    "word_diff",
]
