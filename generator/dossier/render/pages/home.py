"""The front page: the question, an example of the evidence behind a sentence, the story, and what it is drawn from."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from dossier.graph import Graph
from dossier.graph.urls import index_path
from dossier.model.kinds import KINDS
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.record import Record
from dossier.render.citation_marks import number_passages
from dossier.render.figures import choose_key_figures
from dossier.render.pages.disagreements import front_page_cards
from dossier.render.pages.examples import relayed_example
from dossier.render.pages.site_page import SitePage
from dossier.render.pages.sources import source_shares
from dossier.render.provenance_figure import whole_provenance
from dossier.render.pull_quotes import Quotation, choose_pull_quotes
from dossier.render.ties import sides_with_actors
from dossier.render.timeline_strip import timeline_strip
from dossier.text.interface import ngettext

AnyRecord = TypeVar("AnyRecord", bound=Record)
MAX_ACTORS = 6
"""Actors of a side on the front page; their index has the others."""
MAX_BOXES = 6
"""Boxes in a column of the diagram of provenance; the page of sources has more."""
MAX_PULL_QUOTES = 2
PULL_QUOTE_CANDIDATES = 4
"""More than are shown, since the paragraphs may cite some of them only together, or not at all."""


class MainActors(NamedTuple):
    """The most referenced actors of a side, and how many more the side has."""

    name: str
    colour: str
    actors: Sequence[Actor]
    more: int


def _context(graph: Graph) -> Mapping[str, Any]:
    settings = graph.dossier.settings
    disagreements = graph.visible_of(Disagreement)
    return {
        "settings": settings,
        "numbers": number_passages(
            citation for statement in graph.statements_of(settings) for citation in statement.citations
        ),
        "example": relayed_example(graph),
        "corrected_on": settings.corrections[-1].date if settings.corrections else None,
        "kinds": [(kind, index_path(kind), graph.by_kind.get(kind.plural, ())) for kind in KINDS],
        "record_count": ngettext("%(number)s record", "%(number)s records", len(graph.visible)),
        "disagreements": disagreements,
        "cards": front_page_cards(graph),
        "provenance": whole_provenance(graph, MAX_BOXES),
        "key_figures": choose_key_figures(graph),
        "pull_quotes": _pull_quotes_by_paragraph(graph),
        "sides": _main_actors_by_side(graph),
        "shares": source_shares(graph),
        "strip": timeline_strip(graph),
    }


def _pull_quotes_by_paragraph(graph: Graph) -> Mapping[int, Quotation]:
    """Return the pull quotes by the paragraph of the story that cites each, no more than one for a paragraph."""
    by_paragraph: dict[int, Quotation] = {}
    for quotation in choose_pull_quotes(graph, PULL_QUOTE_CANDIDATES):
        for index, paragraph in enumerate(graph.dossier.settings.lead):
            if _names(paragraph, quotation.quote.key) and len(by_paragraph) < MAX_PULL_QUOTES:
                by_paragraph.setdefault(index, quotation)
                break
    return by_paragraph


def _names(paragraph: str, key: str) -> bool:
    """Return whether a mark or a link in a paragraph names a record, and not one whose id only begins like its own."""
    return re.search(rf"{re.escape(key)}(?![a-z0-9-])", paragraph) is not None


def _main_actors_by_side(graph: Graph) -> list[MainActors]:
    sides = [(marker.side, actors, _most_referenced(graph, actors)) for marker, actors in sides_with_actors(graph)]
    return [MainActors(side.name, side.colour, main, len(actors) - len(main)) for side, actors, main in sides]


def _most_referenced(graph: Graph, records: Sequence[AnyRecord]) -> list[AnyRecord]:
    """Return the records that most others refer to, the most referenced first."""
    return sorted(records, key=lambda record: -len(graph.backlinks_of(record)))[:MAX_ACTORS]


PAGE = SitePage("index.md", "home.md.j2", _context)
