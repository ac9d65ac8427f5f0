"""Words in quotation marks in notes, reasons and other fields without marks must occur in some text of the dossier.

Passes: `note: The text calls it a “free harbour”.`, where any source text, name or title of the dossier has the words.
Fails:  `note: The text calls it an “open harbour”.` Upper or lower case and the kind of quotation marks do not matter.
"""

from collections.abc import Iterator
from functools import lru_cache

from dossier.check.prose_support import EDGE_PUNCTUATION, OPENING_MARKS
from dossier.detect.languages import find_quotations_in, prose_detectors
from dossier.graph import Graph
from dossier.match import simplify_text
from dossier.model.base import ProseField
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.place import Place
from dossier.text.whitespace import collapse_whitespace

ID = "note-quote-unsupported"
REVISIONS = ("corrections", "withdrawn")
"""Fields that may quote what the dossier itself said earlier."""


def check(graph: Graph) -> Iterator[Finding]:
    for item in (graph.dossier.settings, *graph.dossier.records):
        for path, mark, markup in item.prose_fields:
            has_statements = isinstance(mark, ProseField) and mark.statements_by  # Other rules compare these.
            if has_statements or path[0] in REVISIONS or not any(opening in markup for opening in OPENING_MARKS):
                continue
            text = graph.plain_text(markup)
            for quotation in find_quotations_in(text, prose_detectors(graph.dossier)):
                words = text[quotation.inner_start : quotation.inner_end]
                pieces = (piece.strip(EDGE_PUNCTUATION) for piece in simplify_text(words).split("..."))
                if not all(piece in _texts(graph) for piece in pieces):
                    message = (
                        f"“{collapse_whitespace(words)}” does not occur in any text of the dossier; "
                        "quote the exact words"
                    )
                    yield Finding(item.location(*path, words=words), ID, message)


@lru_cache(maxsize=4)
def _texts(graph: Graph) -> str:
    """Return all texts, names and titles of the dossier, simplified."""
    texts = [text.text for text in graph.dossier.source_texts.values()]
    for record in graph.dossier.records:
        texts.append(record.label)
        texts += record.aliases if isinstance(record, Actor | Place) else ()
    return "\n".join(map(simplify_text, texts))
