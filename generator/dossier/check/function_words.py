"""Words without a meaning of their own in the dossier's language, which no rule compares."""

from functools import lru_cache

from dossier.detect.en.word_forms import simplify_word
from dossier.detect.languages import prose_detectors
from dossier.graph import Graph


@lru_cache(maxsize=4)
def function_words(graph: Graph) -> frozenset[str]:
    """Return those of a language other than English, simplified; the English ones are never compared."""
    detectors = prose_detectors(graph.dossier)
    words = detectors.name_words if detectors and not detectors.reads_words else None
    return frozenset(map(simplify_word, words.common)) if words else frozenset()
