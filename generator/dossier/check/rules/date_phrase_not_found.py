"""The phrase that gives a date must appear in a passage of its record or, for a source, anywhere in its text.

Passes: `phrase: Jan. 23` with a passage `to the streets in Caracas on Jan. 23`.
Fails:  `phrase: January 23` with the same passage.
"""

from collections.abc import Iterator

from dossier.check.dated_values import iter_dates
from dossier.check.passages import evidence_texts
from dossier.graph import Graph
from dossier.match import SearchableText, occurs
from dossier.model.finding import Finding
from dossier.text.whitespace import collapse_whitespace

ID = "date-phrase-not-found"


def check(graph: Graph) -> Iterator[Finding]:
    for dated in iter_dates(graph):
        if dated.phrase is None:
            continue
        phrase = collapse_whitespace(dated.phrase)
        if not any(occurs(phrase, SearchableText("", text)) for text in evidence_texts(graph, dated.record)):
            message = f"`{phrase}` does not appear in this record's passages; cite the words that give the date"
            yield Finding(dated.location("basis", "phrase"), ID, message)
