"""Find the sentences of English prose. Where a full stop may end an abbreviation, the sentence goes on."""

import re
from collections.abc import Iterator

from dossier.detect.en.lexicon import SHORT_TITLES
from dossier.text.spans import Bounds

_BOUNDARY = re.compile(r"[.!?…]+[”’\"')\]*]*(?P<space>\s+)(?=[“‘\"'(\[*]*[A-Z0-9À-ÖØ-Þ]|\[\[)")
_ABBREVIATION = re.compile(
    rf"(?<!\w)(?:{SHORT_TITLES}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|vs|approx|e\.g|i\.e|[A-Za-z]"
    r"|(?:[A-Z]\.)+[A-Z])\.$"
)


def find_sentences(prose: str) -> Iterator[Bounds]:
    """Yield the span of each sentence, in order, without the white space around it.

    A full stop inside quotation marks, brackets or a cross-link ends no sentence.
    """
    start = len(prose) - len(prose.lstrip())
    for match in _BOUNDARY.finditer(prose):
        sentence = prose[start : match.start("space")]
        if not _ABBREVIATION.search(prose[start : match.start() + 1]) and not _is_open(sentence):
            yield Bounds(start, match.start("space"))
            start = match.end()
    if prose[start:].strip():
        yield Bounds(start, len(prose.rstrip()))


def _is_open(text: str) -> bool:
    """Return whether a quotation, a bracket or a cross-link has begun in the text and not ended."""
    pairs = (("“", "”"), ("(", ")"), ("[", "]"))
    return any(text.count(opening) > text.count(closing) for opening, closing in pairs) or text.count('"') % 2 == 1
