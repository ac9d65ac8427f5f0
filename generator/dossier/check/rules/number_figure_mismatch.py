"""Each passage of a number must give its figure, with the same bound and unit; its whole line is read.

Passes: `value: 500`, `qualifier: more than` for `More than 500 Venezuelan soldiers`; `qualifier: vague` for `hundreds`.
Fails:  `value: 500`, `qualifier: exactly` for the same, even with the passage cut to `500`; 100 for `hundreds`; and,
    without `figure_basis`, `10.000 soldiers`, which can be read in two ways, or a passage whose language is not read.
"""

from collections.abc import Iterator
from itertools import chain

from dossier.check.column_units import mentions_with_unit_of_column
from dossier.check.passages import TextSpan, cited_span, direct_citations, first_of_each, surrounding_lines
from dossier.detect.detectors import Detectors
from dossier.detect.languages import recorded_quantity, source_detectors
from dossier.detect.quantity_mentions import QuantityMention, quantities_match
from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.finding import Finding, Location
from dossier.model.kinds.number import Number
from dossier.model.kinds.source import Source
from dossier.text.spans import Bounds, spans_overlap
from dossier.text.whitespace import collapse_whitespace

ID = "number-figure-mismatch"


def check(graph: Graph) -> Iterator[Finding]:
    unread: dict[str, list[Finding]] = {}
    for number in graph.dossier.numbers:
        others = []
        for citation in direct_citations(graph, number):
            source = graph.dossier.by_key[f"source:{citation.passage.source}"]
            detectors = source_detectors(graph.dossier, source)
            if detectors is None:
                if number.figure_basis is None:
                    unread.setdefault(source.id, []).append(_language_finding(graph, number, citation))
                continue
            mentions = _mentions_in(cited_span(graph, citation.span), detectors)
            if number.words is not None:
                mentions = [mention for mention in mentions if _is_meant(mention, number.words)]
            if number.figure_basis is not None and (not mentions or _has_figure(number, mentions)):
                continue
            recorded = recorded_quantity(graph.dossier, number)
            if not any(quantities_match(recorded, mention) for mention in mentions if not mention.ordinal):
                others.append((citation, mentions))
        if others:
            yield _finding(graph, number, others)
    yield from first_of_each(unread, "number")


def _unread_in(graph: Graph, citation: Citation) -> list[str]:
    """Return the words with digits that are not understood in a span, read in its whole lines."""
    detectors = source_detectors(graph.dossier, graph.source_of(citation))
    if detectors is None:
        return []
    span = cited_span(graph, citation.span)
    lines = surrounding_lines(span)
    bounds = Bounds(span.start - lines.start, span.end - lines.start)
    unread = detectors.find_unread_digits(lines.words)
    return [lines.words[word.start : word.end] for word in unread if spans_overlap(word, bounds)]


def _mentions_in(span: TextSpan, detectors: Detectors) -> list[QuantityMention]:
    """Return the quantities that overlap a span, read in its whole lines so that no bound is cut off."""
    lines = surrounding_lines(span)
    bounds = Bounds(span.start - lines.start, span.end - lines.start)
    mentions = [mention for mention in detectors.find_quantities(lines.words) if spans_overlap(mention, bounds)]
    named = [mentions_with_unit_of_column(mention, lines.words, detectors) for mention in mentions]
    return [*mentions, *chain.from_iterable(named)]


def _is_meant(mention: QuantityMention, words: str) -> bool:
    """Return whether a number's `words` mean this mention: one contains the other."""
    mentioned, wanted = collapse_whitespace(mention.text).casefold(), collapse_whitespace(words).casefold()
    return mentioned in wanted or wanted in mentioned


def _has_figure(number: Number, mentions: list[QuantityMention]) -> bool:
    """Return whether a mention has the figure of a number, with any unit: `figure_basis` explains the unit."""
    return any(mention.quantity[:4] == number.quantity[:4] for mention in mentions)


def _language_finding(graph: Graph, number: Number, citation: Citation) -> Finding:
    source = graph.dossier.by_key[f"source:{citation.passage.source}"]
    language = graph.dossier.language_of(source) if isinstance(source, Source) else ""
    line = citation.location("exact").line
    message = f"the passage on line {line} is in `{language}`, in which figures are not read: add `figure_basis`"
    return Finding(_figure_location(number), ID, message)


def _figure_location(number: Number) -> Location:
    key = next((name for name in ("value", "min", "words") if getattr(number, name) is not None), "qualifier")
    return number.location(key)


def _finding(graph: Graph, number: Number, others: list[tuple[Citation, list[QuantityMention]]]) -> Finding:
    """Return one finding for all passages that give another figure; its message is about the first."""
    figure = f"{number.figure}{' exactly' if number.qualifier == 'exactly' else ''}"
    (citation, mentions), *more = others
    given = ", ".join(f"`{collapse_whitespace(mention.text)}` ({_in_words(mention)})" for mention in mentions)
    line = citation.location("exact").line
    message = f"the record says {figure}, but the passage on line {line} gives {given or 'no such figure'}"
    if more:
        message += f"; so do {len(more)} others" if len(more) > 1 else "; so does another"
    unread = [] if mentions else _unread_in(graph, citation)
    if unread:
        words = ", ".join(f"`{word}`" for word in unread)
        message = f"the figure in {words} (passage on line {line}) can be read in several ways: add `figure_basis`"
    return Finding(_figure_location(number), ID, message)


def _in_words(mention: QuantityMention) -> str:
    if mention.ordinal:
        return "an ordinal"
    readings = [mention.quantity, *([mention.other] if mention.other else [])]
    return " or ".join(quantity.in_words() or quantity.qualifier for quantity in readings)
