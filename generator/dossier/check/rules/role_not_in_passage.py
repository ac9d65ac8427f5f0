"""A role must be in its passages, in their words, unless its `basis` explains these.

Passes: `title: mayor`, where a passage of the role has `Mayor Rolf Brandt`.
Fails:  `title: deputy mayor`, where none has these words.
"""

from collections.abc import Iterator

from dossier.check.names import has_name
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "role-not-in-passage"


def check(graph: Graph) -> Iterator[Finding]:
    for actor in graph.dossier.actors:
        for index, role in enumerate(actor.roles):
            citations = [citation for citation in graph.citations_in(actor, "roles", index) if citation.is_found]
            texts = (*map(graph.passage_text, citations), graph.plain_text(role.basis or ""))
            if citations and not any(has_name(role.title, text) for text in texts):
                message = f"`{role.title}` is in no passage of this role; write it as they do, or explain it in `basis`"
                yield Finding(actor.location("roles", index, "title"), ID, message)
