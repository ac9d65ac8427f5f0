"""A role must be in its passages, in their words, and they must name the actor, unless its `basis` does.

Passes: `title: mayor` of Rolf Brandt, where a passage of the role has `Mayor Rolf Brandt`.
Fails:  `title: deputy mayor`, where none has these words; `title: mayor` of Nils Aker for the same passage.
"""

from collections.abc import Iterator

from dossier.check.names import has_name, is_named
from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "role-not-in-passage"


def check(graph: Graph) -> Iterator[Finding]:
    for actor in graph.dossier.actors:
        for index, role in enumerate(actor.roles):
            citations = [citation for citation in graph.citations_in(actor, "roles", index) if citation.is_found]
            texts = (*map(graph.passage_text, citations), graph.plain_text(role.basis or ""))
            if not citations:
                continue
            if not any(has_name(role.title, text) for text in texts):
                message = f"`{role.title}` is in no passage of this role; write it as they do, or explain it in `basis`"
                yield Finding(actor.location("roles", index, "title"), ID, message)
            elif not any(is_named(actor, text) for text in texts):
                message = f"no passage of this role names {actor.label}; cite one that does, or name them in `basis`"
                yield Finding(actor.location("roles", index, "title"), ID, message)
