"""The phrase that tells a date stands in a passage of its record; for a source that is held, anywhere in its text.

Passes: `phrase: Jan. 23` with a passage `to the streets in Caracas on Jan. 23`.
Fails:  `phrase: January 23` with the same passage.
"""

from collections.abc import Iterator

from dossier.check.dates import iter_dates
from dossier.check.helpers import evidence_texts, normalize_words, passages_resolved
from dossier.graph import Graph
from dossier.match import SearchableText, occurs
from dossier.model.finding import Finding

ID = "date-phrase-not-found"


def check(graph: Graph) -> Iterator[Finding]:
    for one in iter_dates(graph):
        if one.basis is None or one.basis.phrase is None or not passages_resolved(graph, one.record):
            continue
        phrase = normalize_words(one.basis.phrase)
        if not any(occurs(phrase, SearchableText("", text)) for text in evidence_texts(graph, one.record)):
            message = f"`{phrase}` stands in no passage of this record: cite the words that tell the time"
            yield Finding(one.record.location(*one.path, "basis", "phrase"), ID, message)
