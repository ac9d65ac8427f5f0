"""A passage must keep the text's case, quotation marks, dashes, diacritics, punctuation and invisible characters.

Passes: `exact: Maduro’s` where the text has the curly apostrophe.
Fails:  `exact: Maduro's`: the message lists the differences and shows the text's own words.
"""

from collections.abc import Iterator

from dossier.check.passages import citations_with, format_locations, passage_finding
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "passage-differs"


def check(graph: Graph) -> Iterator[Finding]:
    for citation in citations_with(graph, "differs"):
        result = citation.result
        place = format_locations(graph, result.candidates[:1])
        message = f"differs from the text in {' and '.join(result.differences)}; {place} reads"
        yield passage_finding(citation, ID, f"{message} {result.diff or result.nearest}")
