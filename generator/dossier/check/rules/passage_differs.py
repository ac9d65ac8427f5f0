"""A passage keeps the text's case, quote marks, dashes, diacritics, punctuation and invisible characters.

Passes: `exact: Maduro’s` where the text has the curly apostrophe.
Fails:  `exact: Maduro's`: the set of differences is named and the text's own words are shown.
"""

from collections.abc import Iterator

from dossier.check.passages import citations, finding, places
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "passage-differs"


def check(graph: Graph) -> Iterator[Finding]:
    for citation in citations(graph, "differs"):
        verdict = citation.verdict
        ways = " and ".join(verdict.differs)
        where = places(graph, verdict.places[:1])
        yield finding(citation, ID, f"differs from the text in {ways}: {where} says {verdict.hint or verdict.nearest}")
