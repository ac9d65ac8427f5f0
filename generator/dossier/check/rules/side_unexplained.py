"""An actor's side must be shown by a relation, or by the actor's name or role, or explained in `side_basis`.

Passes: an actor who works for, supports or is led by one of the same side, or who opposes one of another side; `The
    city council` on the side `The city`; an actor with a `side_basis`.
Fails:  an actor without any of these; or whose `side_basis` says that it is on another side: `She is one of the
    dockers` with `side: city`.
"""

from collections.abc import Iterator, Sequence, Set

from dossier.check.function_words import function_words
from dossier.check.names import simplify_name
from dossier.check.relation_types import APART, CLOSE, TOGETHER
from dossier.check.side_names import membership_pattern
from dossier.detect.en.word_forms import has_word, meaningful_words
from dossier.graph import Graph
from dossier.model.dossier import Side
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor

ID = "side-unexplained"


def check(graph: Graph) -> Iterator[Finding]:
    sides = {side.id: side for side in graph.dossier.settings.sides}
    shown = _sides_shown(graph)
    for actor in graph.dossier.actors:
        side = sides.get(actor.side or "")
        if side is None:
            continue
        others = [other for other in sides.values() if other is not side]
        if actor.side_basis is None:
            if (actor.id, side.id) not in shown and not _is_named_after(graph, actor, side, others):
                message = f"no relation, name or role shows the side `{side.id}`; add a relation, or a `side_basis`"
                yield Finding(actor.location("side"), ID, message)
            continue
        basis = simplify_name(graph.plain_text(actor.side_basis))
        named = [other.id for other in others if membership_pattern(other).search(basis)]
        if named and not membership_pattern(side).search(basis):
            message = f"`side_basis` counts it with `{named[0]}`, not with `{side.id}`; correct one"
            yield Finding(actor.location("side"), ID, message)


def _sides_shown(graph: Graph) -> Set[tuple[str, str]]:
    """Return the actors and the sides of which a recorded relation shows that the actor is on it, by their ids.

    A relation that contradicts it counts too: `side-contradicts-relation` reports it.
    """
    shown = set()
    for actor in graph.dossier.actors:
        for relation in actor.relations:
            other = graph.dossier.by_key.get(f"actor:{relation.to}")
            if isinstance(other, Actor) and actor.side and other.side:
                has_sign = relation.type in (*APART, *(CLOSE if actor.side == other.side else TOGETHER))
                for party in (actor, other) if has_sign else ():
                    shown.add((party.id, party.side or ""))
    return shown


def _is_named_after(graph: Graph, actor: Actor, side: Side, others: Sequence[Side]) -> bool:
    """Return whether a name or a role of the actor has a word of this side's name that no other side's has."""
    skipped = function_words(graph)
    words = [word for word in _words(side.name, side.id) if word not in skipped]
    other_words = [word for other in others for word in _words(other.name, other.id)]
    own = [
        word for text in (actor.name, *actor.aliases, *(role.title for role in actor.roles)) for word in _words(text)
    ]
    return any(has_word(own, word) and not has_word(other_words, word) for word in words)


def _words(*texts: str) -> tuple[str, ...]:
    return meaningful_words(" ".join(text.replace("-", " ") for text in texts))
