"""The index of actors, by side."""

from collections.abc import Mapping
from typing import Any

from dossier.graph import Graph
from dossier.model.kinds.actor import Actor
from dossier.render.pages.page import Page, PageInputs


def _given(graph: Graph, told: PageInputs) -> Mapping[str, Any]:
    return {"sides": sides(graph)}


def sides(graph: Graph) -> list[tuple[str, list[Actor]]]:
    """The actors of each side that has some, under its name; those of no side last."""
    actors = graph.visible_of(Actor)
    found = [(side.name, [actor for actor in actors if actor.side == side.id]) for side in graph.dossier.settings.sides]
    found.append(("No side told", [actor for actor in actors if actor.side is None]))
    return [(name, some) for name, some in found if some]


PAGE = Page("actors/index.md", "actors.md.j2", _given)
