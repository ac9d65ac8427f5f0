"""An actor's `side` must be one that `content/dossier.yml` lists.

Passes: `side: opposition` with a side of that id.
Fails:  `side: oposition`; the message suggests the closest id.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.text.suggest import did_you_mean

ID = "unknown-side"


def check(graph: Graph) -> Iterator[Finding]:
    sides = [side.id for side in graph.dossier.settings.sides]
    for actor in graph.dossier.actors:
        if actor.side is not None and actor.side not in sides:
            message = f"side `{actor.side}` not found in content/dossier.yml{did_you_mean(actor.side, sides)}"
            yield Finding(actor.location("side"), ID, message)
