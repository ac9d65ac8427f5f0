"""A passage must name the source that its words are in.

Passes: `source: wnu-defected-567` for words of that source.
Fails:  the same words under `source: hotair-soldiers-defect`: the message names the right source.
"""

from collections.abc import Iterator

from dossier.check.passages import citations_with, format_locations, passage_finding
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "passage-wrong-source"


def check(graph: Graph) -> Iterator[Finding]:
    source_ids = {source.text: source.id for source in graph.dossier.sources}
    for citation in citations_with(graph, "elsewhere"):
        candidates = citation.result.candidates
        found_in = " and ".join(dict.fromkeys(source_ids[span.file] for span in candidates))
        places = format_locations(graph, candidates)
        yield passage_finding(citation, ID, f"found in {found_in}, not {citation.passage.source}: {places}")
