"""An actor's side must fit the relations recorded, or `side_basis` explains it.

Passes: an actor who opposes one of another side; who works for one of the same side, or of none; a state that supports
    Brandt on the side `States that support Brandt`.
Fails:  an actor who opposes one of the same side; who is loyal to, works for, speaks for, leads or is part of one of
    another side; a state that supports Brandt on any other side, unless `side_basis` counts it with that.
"""

import re
from collections.abc import Iterator, Mapping

from dossier.check.names import is_named, short_name_pattern, simplify_name
from dossier.check.places import ARTICLE
from dossier.check.relation_types import APART, TOGETHER
from dossier.check.side_names import membership_pattern
from dossier.detect.en.relations import RELATIONS
from dossier.graph import Graph
from dossier.model.dossier import Side
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor, RelationType

ID = "side-contradicts-relation"
_DEFINING: tuple[RelationType, ...] = ("supports", "recognises", "opposes")
"""The types of relation by which a side may be named: `States that support Brandt`."""
_STATES = re.compile(r"(?:states|countries|governments|nations)\b", re.IGNORECASE)
_BETWEEN = r"\w*(?:,? (?!or\b|and\b)[\w'-]+){0,3},? "


def check(graph: Graph) -> Iterator[Finding]:
    defined = _relations_of_sides(graph)
    sides = {side.id: side for side in graph.dossier.settings.sides}
    for actor in graph.dossier.actors:
        if actor.side in sides:
            message = _contradiction(graph, actor) or _other_definition(graph, actor, sides[actor.side], defined)
            if message:
                yield Finding(actor.location("side"), ID, message)


def _contradiction(graph: Graph, actor: Actor) -> str:
    """Return what is wrong with the sides of an actor and of one to whom it has a relation; "" if nothing."""
    for relation in actor.relations:
        other = graph.dossier.by_key.get(f"actor:{relation.to}")
        if not isinstance(other, Actor) or actor.side_basis or not other.side:
            continue
        if other.side_basis and is_named(actor, graph.plain_text(other.side_basis)):
            continue
        is_same = actor.side == other.side
        if (is_same and relation.type in APART) or (not is_same and relation.type in TOGETHER):
            sides = "the same side" if is_same else f"side `{other.side}`"
            return f"it {relation.type} `{other.id}`, of {sides}; correct one, or add `side_basis`"
    return ""


def _other_definition(graph: Graph, actor: Actor, side: Side, defined: Mapping[tuple[RelationType, str], str]) -> str:
    """Return that another side is named after a relation of a state, and its own is not; "" if that is not so."""
    ids = {relation: defined.get((relation.type, relation.to)) for relation in actor.relations}
    other = next(((relation, id) for relation, id in ids.items() if id is not None), None)
    if actor.kind != "government" or other is None or side.id in ids.values():
        return ""
    if membership_pattern(side).search(simplify_name(graph.plain_text(actor.side_basis or ""))):
        return ""
    relation, id = other
    return f"it {relation.type} `{relation.to}`, as the side `{id}` does; correct one, or explain in `side_basis`"


def _relations_of_sides(graph: Graph) -> Mapping[tuple[RelationType, str], str]:
    """Return the sides of states that are named after a relation to an actor, by the relation's type and actor."""
    sides = [side for side in graph.dossier.settings.sides if _STATES.match(ARTICLE.sub("", side.name))]
    found: dict[tuple[RelationType, str], str] = {}
    for side in sides:
        name = simplify_name(side.name)
        named = [actor for actor in graph.dossier.actors if is_named(actor, name)]
        for relation_type in _DEFINING:
            words = RELATIONS.beginnings[relation_type].pattern
            for actor in named:
                if re.search(rf"{words}{_BETWEEN}{short_name_pattern(actor)}", name):
                    found[relation_type, actor.id] = side.id
    return found
