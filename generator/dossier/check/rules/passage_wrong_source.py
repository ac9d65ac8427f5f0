"""A passage names the source that its words stand in.

Passes: `source: wnu-defected-567` for words of that source.
Fails:  the same words under `source: hotair-soldiers-defect`: the source that holds them is named.
"""

from collections.abc import Iterator

from dossier.check.passages import citations_with, format_locations, passage_finding
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "passage-wrong-source"


def check(graph: Graph) -> Iterator[Finding]:
    by_text = {source.text: source.id for source in graph.dossier.sources}
    for citation in citations_with(graph, "elsewhere"):
        found = citation.result.candidates
        named = " and ".join(dict.fromkeys(by_text[place.file] or "" for place in found))
        message = (
            f"these words do not stand in {citation.passage.source} but in {named}: {format_locations(graph, found)}"
        )
        yield passage_finding(citation, ID, message)
