"""The words of a quote stand between quote marks in the text; `nested` ones within a quotation or a report of one.

Passes: `form: full` for “The armed forces have a fundamental role”; `form: document` for words without marks.
Fails:  `form: full` for words that the text gives in its own voice, or `form: nested` for a plain quotation.
"""

from collections.abc import Iterator

from dossier.check.helpers import TextSpan, cited_span, direct_citations, normalize_words, passages_resolved
from dossier.detect.quotations import QuotationMention, find_quotations
from dossier.graph import Graph
from dossier.match import SearchableText, find_passage
from dossier.model.finding import Finding
from dossier.model.kinds.quote import Quote

ID = "quote-marks-missing"
UNMARKED = ("document", "reader comment")


def check(graph: Graph) -> Iterator[Finding]:
    marked = {file: find_quotations(seed.text) for file, seed in graph.dossier.source_texts.items()}
    for quote in graph.dossier.quotes:
        if quote.form in UNMARKED or not passages_resolved(graph, quote):
            continue
        for citation in direct_citations(graph, quote):
            cited = cited_span(graph, citation.span)
            for at, place in _places(quote, cited):
                inside = [one for one in marked[citation.span.file] if _holds(one, place)]
                if not inside:
                    message = f"line {citation.location('exact').line}: the text has these words without quote marks"
                    yield Finding(quote.location("words", at), ID, f"{message}: `form: document`, or no quote at all")
                elif quote.form == "nested" and not any(one.depth for one in inside):
                    message = "`nested` words stand in a quotation within a quotation; these do not"
                    yield Finding(quote.location("form"), ID, message)


def _places(quote: Quote, cited: TextSpan) -> Iterator[tuple[int, tuple[int, int]]]:
    """Where the pieces stand in the whole text, so far as this citation holds them."""
    text, words = SearchableText("", cited.words), normalize_words(cited.words)
    for at, piece in enumerate(quote.words):
        if normalize_words(piece) not in words:
            continue
        verdict = find_passage(piece, None, None, text)
        span = verdict.span or next(iter(verdict.candidates), None)
        if verdict.verdict in ("found", "ambiguous") and span:
            yield at, (cited.start + span.start, cited.start + span.end)


def _holds(mention: QuotationMention, place: tuple[int, int]) -> bool:
    return mention.start <= place[0] and place[1] <= mention.end
