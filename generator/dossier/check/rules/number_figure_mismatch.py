"""Each passage of a number holds its figure, with the same bound and unit, read in the whole line it stands in.

Passes: `value: 500`, `qualifier: more than` for `More than 500 Venezuelan soldiers`; `qualifier: vague` for `hundreds`.
Fails:  `value: 500`, `qualifier: exactly` for the same, even with the passage cut to `500`; or 100 for `hundreds`.
"""

from collections.abc import Callable, Iterator
from functools import cache

from dossier.check.helpers import (
    TextSpan,
    cited_span,
    contains_words,
    direct_citations,
    normalize_words,
    surrounding_lines,
)
from dossier.detect.quantities import QuantityMention, find_quantities, quantities_match
from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.finding import Finding
from dossier.model.kinds.number import Number

ID = "number-figure-mismatch"


def check(graph: Graph) -> Iterator[Finding]:
    read = cache(find_quantities)  # Several passages often stand in one line.
    for number in graph.dossier.numbers:
        for citation in direct_citations(graph, number):
            cited = cited_span(graph, citation.span)
            said = _mentions(cited, read)
            if number.words is not None and not contains_words(number.words, cited):
                continue  # The rule about words has spoken.
            if number.words is not None:
                said = [one for one in said if _names(one, number.words)]
            if not any(quantities_match(number.quantity, one) for one in said):
                yield _finding(number, citation, said)


def _mentions(cited: TextSpan, read: Callable[[str], list[QuantityMention]]) -> list[QuantityMention]:
    """The quantities that the cited stretch touches, read in their whole line, so that no bound is cut off."""
    line = surrounding_lines(cited)
    start, end = cited.start - line.start, cited.end - line.start
    return [one for one in read(line.words) if one.start < end and start < one.end]


def _names(mention: QuantityMention, words: str) -> bool:
    """Whether an editor's `words` mean this figure: one holds the other."""
    said, named = normalize_words(mention.text).casefold(), normalize_words(words).casefold()
    return said in named or named in said


def _finding(number: Number, citation: Citation, said: list[QuantityMention]) -> Finding:
    key = next((name for name in ("value", "min", "words") if getattr(number, name) is not None), "qualifier")
    texts = ", ".join(
        f"`{normalize_words(one.text)}` ({one.quantity.in_words() or one.quantity.qualifier})" for one in said
    )
    told = f"says {texts}" if said else "holds no such figure"
    at = citation.location("exact")
    exactly = " exactly" if number.qualifier == "exactly" else ""
    message = f"the record says {number.figure}{exactly}, but its passage in line {at.line} {told}"
    return Finding(number.location(key), ID, message)
