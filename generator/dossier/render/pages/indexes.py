"""The index page of each kind of record that has one of its own.

It comes from the template of its plural (`actors.md.j2`) or, if there is none, from `records.md.j2`. The
context has the `kind` and its published `records`; `EXTRAS` adds what the templates of some kinds also need.
"""

from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from dossier.graph import Graph
from dossier.graph.urls import LISTED_ON, index_path
from dossier.model.kinds import KINDS
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.number import Number
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.render.charts.side_markers import NO_SIDE
from dossier.render.pages.actors import actors_context
from dossier.render.pages.disagreements import disagreement_sections
from dossier.render.pages.site_page import SitePage
from dossier.render.provenance_figure import whole_provenance
from dossier.render.rows import NumberSeries, NumberTable, number_rows, number_series


def _index_page(kind: type[Record]) -> SitePage:
    def context(graph: Graph) -> Mapping[str, Any]:
        extras = EXTRAS[kind](graph) if kind in EXTRAS else {}
        return {"kind": kind, "records": graph.visible_of(kind), **extras}

    return SitePage(index_path(kind), f"{kind.plural}.md.j2", context, default_template="records.md.j2")


class SideActors(NamedTuple):
    """The actors on one side."""

    name: str
    actors: tuple[Actor, ...]


def actors_by_side(graph: Graph) -> list[SideActors]:
    """Return the actors of each side that has any, in the order of the sides; those without a side last."""
    actors = graph.visible_of(Actor)
    sides = [(side.id, side.name) for side in graph.dossier.settings.sides]
    groups = [
        SideActors(name, tuple(actor for actor in actors if actor.side == side_id))
        for side_id, name in [*sides, (None, NO_SIDE.name)]
    ]
    return [group for group in groups if group.actors]


def sources_read(graph: Graph) -> list[Source]:
    """Return the sources whose texts we have read."""
    return [source for source in graph.visible_of(Source) if source.has_text]


def _sources(graph: Graph) -> Mapping[str, Any]:
    second_hand = [source for source in graph.visible_of(Source) if not source.has_text]
    return {
        "provenance": whole_provenance(graph),
        "groups": [("Read in full", sources_read(graph)), ("Known only second-hand", second_hand)],
    }


class NumberGroup(NamedTuple):
    """Numbers that cannot be compared with each other, under one heading."""

    heading: str
    table: NumberTable


def _numbers(graph: Graph) -> Mapping[str, Any]:
    """Return the series of several numbers, then the numbers without a series; readers' own last."""
    several: list[NumberSeries] = []
    single: list[Number] = []
    from_readers: list[Number] = []
    for numbers in graph.number_series.values():
        if len(numbers) > 1:
            several.append(number_series(graph, numbers[0]))
        else:
            (from_readers if numbers[0].is_reader_comment else single).append(numbers[0])
    groups = [("Single figures", single), ("What readers wrote", from_readers)]
    return {
        "compared": several,
        "groups": [
            NumberGroup(heading, NumberTable(number_rows(graph, numbers), mixed_measures=True))
            for heading, numbers in groups
            if numbers
        ],
    }


class SpeakerQuotes(NamedTuple):
    """The quotes of one speaker, whose id is None if no source names them."""

    speaker: str | None
    quotes: tuple[Quote, ...]


def _quotes(graph: Graph) -> Mapping[str, Any]:
    """Return the quotes by speaker, in the order of their names; unnamed speakers and reader comments last."""
    names = {actor.id: actor.label.casefold() for actor in graph.dossier.actors}

    def sort_key(quote: Quote) -> tuple[object, ...]:
        speaker = quote.speaker or ""
        return (quote.is_reader_comment, not speaker, names.get(speaker, ""), speaker)

    quotes = sorted(graph.visible_of(Quote), key=sort_key)
    by_speaker = groupby(quotes, key=lambda quote: quote.speaker)
    return {"speakers": [SpeakerQuotes(speaker, tuple(group)) for speaker, group in by_speaker]}


def _disagreements(graph: Graph) -> Mapping[str, Any]:
    return {"sections": disagreement_sections(graph)}


EXTRAS: Mapping[type[Record], Callable[[Graph], Mapping[str, Any]]] = {
    Source: _sources,
    Actor: actors_context,
    Number: _numbers,
    Quote: _quotes,
    Disagreement: _disagreements,
}

INDEX_PAGES: tuple[SitePage, ...] = tuple(_index_page(kind) for kind in KINDS if kind.plural not in LISTED_ON)
