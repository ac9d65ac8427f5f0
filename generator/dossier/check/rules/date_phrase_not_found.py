"""The phrase that tells a date stands in a passage of its record; for a source that is held, anywhere in its text.

Passes: `phrase: Jan. 23` with a passage `to the streets in Caracas on Jan. 23`.
Fails:  `phrase: January 23` with the same passage.
"""

from collections.abc import Iterator

from dossier.check.dates import dates
from dossier.check.helpers import all_found, evidence_texts, squeezed
from dossier.graph import Graph
from dossier.match import Text, stands
from dossier.model.finding import Finding

ID = "date-phrase-not-found"


def check(graph: Graph) -> Iterator[Finding]:
    for one in dates(graph):
        if one.basis is None or one.basis.phrase is None or not all_found(graph, one.record):
            continue
        phrase = squeezed(one.basis.phrase)
        if not any(stands(phrase, Text("", text)) for text in evidence_texts(graph, one.record)):
            message = f"`{phrase}` stands in no passage of this record: cite the words that tell the time"
            yield Finding(one.record.at(*one.path, "basis", "phrase"), ID, message)
