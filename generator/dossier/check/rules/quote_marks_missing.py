"""The words of a quote must be in quotation marks in the text; those of a `nested` quote in an inner quotation.

Subtitles have no quotation marks: all their words are said. Nor has a transcript, whose lines begin with who speaks.

Passes: `form: full` for “The armed forces have a fundamental role”, for words of subtitles, and for what follows
    `EVA HOLM:` in a transcript; `form: document` for words without marks.
Fails:  `form: full` for words that the text does not quote, or `form: nested` for a plain quotation.
"""

from collections.abc import Iterator

from dossier.check.passages import cited_span, direct_citations, is_from_recording
from dossier.detect.languages import find_quotations_in, source_detectors
from dossier.detect.quotations import QuotationMention
from dossier.graph import Graph
from dossier.match import SearchableText, find_passage
from dossier.model.citation import Citation
from dossier.model.finding import Finding
from dossier.model.kinds.quote import Quote
from dossier.text.spans import Bounds, span_contains
from dossier.text.whitespace import collapse_whitespace

ID = "quote-marks-missing"
FORMS_WITHOUT_MARKS = ("document", "reader comment")


def check(graph: Graph) -> Iterator[Finding]:
    quotations = _quotations_by_file(graph)
    for quote in graph.dossier.quotes:
        if quote.form in FORMS_WITHOUT_MARKS:
            continue
        for citation in direct_citations(graph, quote):
            if quote.form != "nested" and is_from_recording(graph, citation):
                continue
            for index, piece in _locate_pieces(graph, quote, citation):
                enclosing = [
                    quotation for quotation in quotations[citation.span.file] if span_contains(quotation, piece)
                ]
                yield from _findings(quote, index, citation, enclosing)


def _quotations_by_file(graph: Graph) -> dict[str, list[QuotationMention]]:
    """Return the quotations in each text, read in the language of its source."""
    sources = {source.text: source for source in graph.dossier.sources}
    texts = graph.dossier.source_texts
    return {
        file: find_quotations_in(
            text.text, source_detectors(graph.dossier, sources.get(file)), is_recording=text.is_recording
        )
        for file, text in texts.items()
    }


def _locate_pieces(graph: Graph, quote: Quote, citation: Citation) -> Iterator[tuple[int, Bounds]]:
    """Yield the index of each piece of the quote that the citation has, and its bounds in the source's text."""
    cited = cited_span(graph, citation.span)
    text, words = SearchableText("", cited.words), collapse_whitespace(cited.words)
    for index, piece in enumerate(quote.words):
        if collapse_whitespace(piece) not in words:
            continue
        result = find_passage(piece, None, None, text)
        span = result.span or next(iter(result.candidates), None)
        if result.verdict in ("found", "ambiguous") and span:
            yield index, Bounds(cited.start + span.start, cited.start + span.end)


def _findings(quote: Quote, index: int, citation: Citation, enclosing: list[QuotationMention]) -> Iterator[Finding]:
    if not enclosing:
        message = (
            f"no quotation marks in the passage on line {_line(citation)}; use `form: document` or remove the quote"
        )
        yield Finding(quote.location("words", index), ID, message)
    elif quote.form == "nested" and not any(quotation.depth for quotation in enclosing):
        message = f"no quotation within a quotation in the passage on line {_line(citation)}; use another `form`"
        yield Finding(quote.location("form"), ID, message)


def _line(citation: Citation) -> int | None:
    return citation.location("exact").line
