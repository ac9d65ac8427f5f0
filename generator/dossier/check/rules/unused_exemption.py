"""An exemption exempts something: a mention of its kind that stands in the text and that nothing else accounts for.

Passes: `exempt: [{text: incinerated, kind: quotation, reason: not speech, …}]` with those words in quote marks.
Fails:  the same once a quote rests on them, or where the text has no such words.
"""

from collections.abc import Iterator

from dossier.check.helpers import texts_loaded
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "unused-exemption"


def check(graph: Graph) -> Iterator[Finding]:
    if not graph.dossier.settings.policy.coverage or not texts_loaded(graph) or graph.dossier.unreadable_keys:
        return
    used = {(covered.source, covered.exemption) for covered in graph.coverage if covered.exemption is not None}
    for source in graph.dossier.sources:
        for at, exemption in enumerate(source.exempt):
            if (source.id, at) not in used:
                message = f"`{exemption.text}` exempts no {exemption.kind}: recorded, excluded or not there; remove it"
                yield Finding(source.location("exempt", at, "text"), ID, message)
