"""Words in quotation marks in a summary, title, question or position must appear in its record's evidence.

Passes: `the *Gazette* calls them “brave”`, where a passage of the record, or of a linked record, has the word.
Fails:  `the *Gazette* calls them “heroic”`. Upper or lower case and the kind of quotation marks do not matter.
"""

from collections.abc import Iterator

from dossier.check.prose import iter_prose, supporting_texts
from dossier.detect.quotations import find_quotations
from dossier.graph import Graph
from dossier.match import ascii_punctuation
from dossier.model.finding import Finding
from dossier.text.whitespace import collapse_whitespace

ID = "prose-quote-unsupported"
OPENING_MARKS = '"“«'
EDGE_PUNCTUATION = " .,;:!?…"


def check(graph: Graph) -> Iterator[Finding]:
    for prose in iter_prose(graph, OPENING_MARKS):
        quotations = find_quotations(prose.text)
        texts = [_simplify(text) for text in supporting_texts(graph, prose.record)] if quotations else []
        for quotation in quotations:
            words = prose.text[quotation.inner_start : quotation.inner_end]
            if not any(_simplify(words).strip(EDGE_PUNCTUATION) in text for text in texts):
                quoted = f"“{collapse_whitespace(words)}”"
                message = f"{quoted} does not appear in this record's passages or those of linked records"
                yield Finding(prose.location(words), ID, message)


def _simplify(text: str) -> str:
    return ascii_punctuation(collapse_whitespace(text)).casefold()
