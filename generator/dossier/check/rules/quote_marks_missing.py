"""The words of a quote stand between quote marks in the text; `nested` ones within a quotation or a report of one.

Passes: `form: full` for “The armed forces have a fundamental role”; `form: document` for words without marks.
Fails:  `form: full` for words that the text gives in its own voice, or `form: nested` for a plain quotation.
"""

from collections.abc import Iterator

from dossier.check.helpers import Stretch, all_found, cited_words, own_citations, squeezed
from dossier.detect.quotations import QuotationMention, find_quotations
from dossier.graph import Graph
from dossier.match import Text, match
from dossier.model.finding import Finding
from dossier.model.kinds.quote import Quote

ID = "quote-marks-missing"
UNMARKED = ("document", "reader comment")


def check(graph: Graph) -> Iterator[Finding]:
    marked = {file: find_quotations(seed.text) for file, seed in graph.dossier.seeds.items()}
    for quote in graph.dossier.quotes:
        if quote.form in UNMARKED or not all_found(graph, quote):
            continue
        for citation in own_citations(graph, quote):
            cited = cited_words(graph, citation.span)
            for at, place in _places(quote, cited):
                inside = [one for one in marked[citation.span.file] if _holds(one, place)]
                if not inside:
                    message = f"line {citation.at('exact').line}: the text has these words without quote marks"
                    yield Finding(quote.at("words", at), ID, f"{message}: `form: document`, or no quote at all")
                elif quote.form == "nested" and not any(one.depth for one in inside):
                    message = "`nested` words stand in a quotation within a quotation; these do not"
                    yield Finding(quote.at("form"), ID, message)


def _places(quote: Quote, cited: Stretch) -> Iterator[tuple[int, tuple[int, int]]]:
    """Where the pieces stand in the whole text, so far as this citation holds them."""
    text, words = Text("", cited.words), squeezed(cited.words)
    for at, piece in enumerate(quote.words):
        if squeezed(piece) not in words:
            continue
        verdict = match(piece, None, None, text)
        span = verdict.span or next(iter(verdict.places), None)
        if verdict.name in ("found", "ambiguous") and span:
            yield at, (cited.start + span.start, cited.start + span.end)


def _holds(mention: QuotationMention, place: tuple[int, int]) -> bool:
    return mention.start <= place[0] and place[1] <= mention.end
