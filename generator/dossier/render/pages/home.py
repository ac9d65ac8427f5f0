"""The home page: the summary of the story, its main figures, actors and disagreements, and links to everything else."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from dossier.graph import Graph
from dossier.model.kinds import KINDS
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.record import Record
from dossier.render.citation_marks import number_passages
from dossier.render.pages.disagreements import by_importance
from dossier.render.pages.indexes import actors_by_side, sources_read
from dossier.render.pages.site_page import SitePage
from dossier.render.rows import TimelineRow

AnyRecord = TypeVar("AnyRecord", bound=Record)
MAX_OF_A_KIND = 8
"""Records of a kind on the home page; the index of the kind has the others."""


class MainActors(NamedTuple):
    """The most referenced actors of a side, and how many more the side has."""

    name: str
    actors: Sequence[Actor]
    more: int


def _context(graph: Graph) -> Mapping[str, Any]:
    settings = graph.dossier.settings
    disagreements = graph.visible_of(Disagreement)
    figures = [number for number in graph.visible_of(Number) if not number.is_reader_comment]
    events = graph.visible_of(Event)
    key_events = {event.key for event in _most_referenced(graph, events)}
    return {
        "settings": settings,
        "numbers": number_passages(
            citation for statement in graph.statements_of(settings) for citation in statement.citations
        ),
        "corrected_on": settings.corrections[-1].date if settings.corrections else None,
        "kinds": [(kind, f"{kind.plural}/index.md", graph.by_kind.get(kind.plural, ())) for kind in KINDS],
        "disagreements": disagreements,
        "main_disagreements": by_importance(graph, disagreements)[:MAX_OF_A_KIND],
        "figures": _most_referenced(graph, figures),
        "sides": [_main_actors(graph, side.name, side.actors) for side in actors_by_side(graph)],
        "sources_read": sources_read(graph),
        "key_events": [TimelineRow(event) for event in events if event.key in key_events],
    }


def _main_actors(graph: Graph, name: str, actors: Sequence[Actor]) -> MainActors:
    main = _most_referenced(graph, actors)
    return MainActors(name, main, len(actors) - len(main))


def _most_referenced(graph: Graph, records: Sequence[AnyRecord]) -> list[AnyRecord]:
    """Return the records that most others refer to, the most referenced first."""
    return sorted(records, key=lambda record: -len(graph.backlinks_of(record)))[:MAX_OF_A_KIND]


PAGE = SitePage("index.md", "home.md.j2", _context)
