"""Find the sentences of prose. Where a full stop may end an abbreviation, the sentence goes on."""

import re
from collections.abc import Iterable, Iterator, Sequence

from dossier.text.spans import Bounds

USUAL_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))
_LETTERS = ("[A-Za-z]", r"(?:[A-Z]\.)+[A-Z]")
"""Initials and acronyms: "J.", "U.S"."""
_USUAL_OPENERS = "“‘\"'(["


class SentenceFinder:
    """Finds the sentences of one language.

    `abbreviations` are patterns of what comes before a full stop that ends no sentence, and `pairs` the marks that open
    and close a quotation or a bracket, inside which none does. `openers` are other marks at the start of a sentence.
    """

    def __init__(
        self, abbreviations: Iterable[str], pairs: Sequence[tuple[str, str]] = USUAL_PAIRS, openers: str = ""
    ) -> None:
        before = re.escape(_USUAL_OPENERS + openers)
        spaced = f"(?:(?<=[{re.escape(openers)}])[ \xa0\u202f])?" if openers else ""
        self._boundary = re.compile(
            rf"[.!?…]+[{re.escape(''.join(closing for _, closing in pairs))}’\"'*]*(?P<space>\s+)"
            rf"(?=[{before}*]*{spaced}[A-Z0-9À-ÖØ-Þ]|\[\[)"
        )
        self._abbreviation = re.compile(rf"(?<!\w)(?:{'|'.join((*abbreviations, *_LETTERS))})\.$")
        self._pairs = pairs

    def find(self, prose: str) -> Iterator[Bounds]:
        """Yield the span of each sentence, in order, without the white space around it."""
        start = len(prose) - len(prose.lstrip())
        for match in self._boundary.finditer(prose):
            sentence = prose[start : match.start("space")]
            if not self._abbreviation.search(prose[start : match.start() + 1]) and not self._is_open(sentence):
                yield Bounds(start, match.start("space"))
                start = match.end()
        if prose[start:].strip():
            yield Bounds(start, len(prose.rstrip()))

    def _is_open(self, text: str) -> bool:
        """Return whether a quotation, a bracket or a cross-link has begun in the text and not ended."""
        is_open = any(text.count(opening) > text.count(closing) for opening, closing in self._pairs)
        return is_open or text.count('"') % 2 == 1


USUAL_SENTENCES = SentenceFinder((), (*USUAL_PAIRS, ("«", "»")), "«¿¡—–")
"""Those of a language that is not read: only single letters are abbreviations."""
