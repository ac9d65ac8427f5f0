"""A passage keeps the text's case, quote marks, dashes, diacritics, punctuation and invisible characters.

Passes: `exact: Maduro’s` where the text has the curly apostrophe.
Fails:  `exact: Maduro's`: the set of differences is named and the text's own words are shown.
"""

from collections.abc import Iterator

from dossier.check.passages import citations_with, format_locations, passage_finding
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "passage-differs"


def check(graph: Graph) -> Iterator[Finding]:
    for citation in citations_with(graph, "differs"):
        verdict = citation.result
        ways = " and ".join(verdict.differences)
        where = format_locations(graph, verdict.candidates[:1])
        yield passage_finding(
            citation, ID, f"differs from the text in {ways}: {where} says {verdict.diff or verdict.nearest}"
        )
