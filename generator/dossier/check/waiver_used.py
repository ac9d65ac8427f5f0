"""A waiver waives something: a mention of its kind that stands in the text and that nothing else accounts for.

Passes: `waived: [{text: incinerated, kind: quotation, reason: not speech, …}]` with those words in quote marks.
Fails:  the same once a quote rests on them, or where the text has no such words.
"""

from collections.abc import Iterator

from dossier.check.context import all_read
from dossier.link import Graph
from dossier.model.finding import Finding

ID = "waiver-used"


def check(graph: Graph) -> Iterator[Finding]:
    if not graph.dossier.settings.policy.coverage or not all_read(graph) or graph.dossier.broken:
        return
    used = {(covered.source, covered.waiver) for covered in graph.coverage if covered.waiver is not None}
    for source in graph.dossier.sources:
        for at, waiver in enumerate(source.waived):
            if (source.id, at) not in used:
                message = f"`{waiver.text}` waives no {waiver.kind}: it is recorded, excluded or not there; take it out"
                yield Finding(source.at("waived", at, "text"), ID, message)
