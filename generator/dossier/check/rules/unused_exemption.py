"""An exemption must be needed: the text has the words, as a mention of that kind, and nothing else covers them.

Passes: `exempt: [{text: incinerated, kind: quotation, reason: not speech, …}]` with those words in quotation marks.
Fails:  the same once a quote cites them, or where the text has no such words.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "unused-exemption"


def check(graph: Graph) -> Iterator[Finding]:
    if not graph.dossier.settings.policy.coverage:
        return
    used = {(item.source, item.exemption) for item in graph.coverage if item.exemption is not None}
    for source in graph.dossier.sources:
        for index in range(len(source.exempt)):
            if (source.id, index) not in used:
                yield Finding(source.location("exempt", index, "text"), ID, "unused exemption; remove it")
