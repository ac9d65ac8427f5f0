"""An actor's side must fit the relations recorded, or `side_basis` explains it.

Passes: an actor who opposes one of another side; who works for one of the same side, or of none.
Fails:  an actor who opposes one of the same side; who is loyal to, works for, speaks for, leads or is part of one of
    another side.
"""

from collections.abc import Iterator

from dossier.check.relation_types import APART, TOGETHER
from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor

ID = "side-contradicts-relation"


def check(graph: Graph) -> Iterator[Finding]:
    for actor in graph.dossier.actors:
        for relation in actor.relations:
            other = graph.dossier.by_key.get(f"actor:{relation.to}")
            if not isinstance(other, Actor) or actor.side_basis or other.side_basis or not (actor.side and other.side):
                continue
            is_same = actor.side == other.side
            if (is_same and relation.type in APART) or (not is_same and relation.type in TOGETHER):
                sides = "the same side" if is_same else f"side `{other.side}`"
                message = f"it {relation.type} `{other.id}`, of {sides}; correct one, or add `side_basis`"
                yield Finding(actor.location("side"), ID, message)
                break
