"""Words in quotation marks in a statement must appear in the statement's own evidence.

Passes: `the *Gazette* calls them “brave”`, where a passage of the statement, or of a linked record, has the word.
Fails:  `the *Gazette* calls them “heroic”`. Upper or lower case and the kind of quotation marks do not matter.
"""

from collections.abc import Iterator

from dossier.check.prose import iter_prose
from dossier.check.prose_support import OPENING_MARKS, unsupported_quotations
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.text.whitespace import collapse_whitespace

ID = "prose-quote-unsupported"


def check(graph: Graph) -> Iterator[Finding]:
    for prose in iter_prose(graph, characters=OPENING_MARKS):
        for words in unsupported_quotations(graph, prose):
            quoted = f"“{collapse_whitespace(words)}”"
            message = (
                f"{quoted} does not appear in this statement's passages or in those of records it links; "
                "quote the exact words"
            )
            yield Finding(prose.location(words), ID, message)
