"""Numbers as figures: what a card or a row of a chart shows of each, the series of comparable ones, the key figures."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from dossier.graph import Graph
from dossier.graph.origins import Corroboration
from dossier.model.citation import Citation
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.number import Number
from dossier.model.record import Record
from dossier.render.cards import describe_counts
from dossier.render.charts.number_chart import NumberChart, draw_chart
from dossier.render.filters import party_name
from dossier.render.relays import Relay, find_relays, first_speakers
from dossier.text.interface import gettext as _
from dossier.text.interface import ngettext
from dossier.text.whitespace import collapse_whitespace

MAX_NAMES = 3
"""Of those who first gave a figure; a card shows no more."""
KEY_FIGURES = 3


class NumberFigure(NamedTuple):
    """A number with who counted it and where, if stated, who gave it first, and how their words reached us."""

    number: Number
    counter: Record | None
    where: Record | None
    given_by: tuple[str, ...]
    relays: tuple[Relay, ...]
    corroboration: Corroboration
    attributed: str
    """That its passages or the sources attribute it differently, in a few words; "" if they do not."""
    according_to: str
    """If they do, the last report that all its passages came through, which says who counted; "" if there is none."""

    @property
    def credited(self) -> Record | None:
        """Who counted it, unless the passages disagree and no report that they share says so."""
        return self.counter if self.according_to or not self.attributed else None

    @property
    def counts(self) -> str:
        """How many sources and independent origins it has."""
        return describe_counts(self.corroboration)

    @property
    def names(self) -> str:
        """The names of those who gave it first, in one line."""
        others = len(self.given_by) - MAX_NAMES
        shown = self.given_by[:MAX_NAMES]
        return "; ".join([*shown, ngettext("one other", "%(number)s others", others)] if others > 1 else self.given_by)

    @property
    def words(self) -> str:
        """The words of the source, unless they are in the figure already: `Over a dozen` for more than 12."""
        words = self.number.words or ""
        return "" if words.casefold() in self.number.figure.casefold() else words

    @property
    def measure(self) -> str:
        """What is counted, within which limits."""
        return ", ".join(filter(None, (self.number.measure.what, self.number.measure.scope)))

    @property
    def unnamed_place(self) -> Record | None:
        """Where it was counted, unless what is counted names the place."""
        return None if self.where and self.where.label in self.number.measure.what else self.where


class FigureSeries(NamedTuple):
    """Figures that count the same thing, with their chart, if any of them can be drawn, and the origins of all."""

    figures: tuple[NumberFigure, ...]
    chart: NumberChart | None
    counts: str

    @property
    def first(self) -> NumberFigure:
        """The first of them, whose measure is that of all."""
        return self.figures[0]


class KeyFigures(NamedTuple):
    """The figures of the front page. `measure` is what all of them count, "" if they differ."""

    figures: tuple[NumberFigure, ...]
    measure: str


def build_figures(graph: Graph, numbers: Iterable[Number]) -> tuple[NumberFigure, ...]:
    """Return numbers as figures."""
    return tuple(_figure(graph, number) for number in numbers)


def build_series(graph: Graph, number: Number) -> FigureSeries | None:
    """Return the series that a number belongs to; None if there is no other number in it."""
    numbers = graph.number_series[number.measure_key]
    if len(numbers) == 1:
        return None
    built = _built_series(graph)
    if number.measure_key not in built:
        built[number.measure_key] = _series(graph, numbers)
    return built[number.measure_key]


def series_is_charted(graph: Graph, number: Number) -> bool:
    """Return whether a number is compared with others in a chart."""
    series = build_series(graph, number)
    return series is not None and series.chart is not None


@lru_cache(maxsize=1)
def _built_series(graph: Graph) -> dict[tuple[str, ...], FigureSeries]:
    """Return the series of a graph that have been built: each number of a series shows all of it."""
    return {}


def _series(graph: Graph, numbers: Sequence[Number]) -> FigureSeries:
    evidence = (citation for number in numbers for citation in graph.evidence_of(number) if citation.is_found)
    chart = draw_chart(f"chart-{numbers[0].id}", [number.quantity for number in numbers])
    return FigureSeries(build_figures(graph, numbers), chart, describe_counts(graph.count_origins(evidence)))


def series_weight(graph: Graph, numbers: Iterable[Number]) -> int:
    """Return how many references records make to the numbers of a series."""
    return sum(len(graph.backlinks_of(number)) for number in numbers)


def choose_key_figures(graph: Graph) -> KeyFigures:
    """Return the most important figures: of the series that most records refer to, else of all numbers.

    They are in the order of their series. Numbers from readers' comments are never among them.
    """
    series = [
        numbers
        for numbers in graph.number_series.values()
        if len(numbers) > 1 and not any(number.is_reader_comment for number in numbers)
    ]
    if series:
        numbers: Sequence[Number] = max(series, key=lambda numbers: series_weight(graph, numbers))
    else:
        numbers = [number for number in graph.visible_of(Number) if not number.is_reader_comment]
    weightiest = sorted(numbers, key=lambda number: -len(graph.backlinks_of(number)))[:KEY_FIGURES]
    keys = {number.key for number in weightiest}
    figures = build_figures(graph, (number for number in numbers if number.key in keys))
    return KeyFigures(figures, figures[0].measure if series else "")


def passages_with(graph: Graph, record: Record, words: str) -> list[Citation]:
    """Return the found passages of a record that have these words; all of them where none does."""
    citations = [citation for citation in graph.citations_of(record) if citation.is_found]
    wanted = collapse_whitespace(words).casefold()
    having = [
        citation for citation in citations if wanted in collapse_whitespace(graph.passage_text(citation)).casefold()
    ]
    return having or citations


def _figure(graph: Graph, number: Number) -> NumberFigure:
    by_key = graph.dossier.by_key
    passages = passages_with(graph, number, number.words or number.amount)
    relays = find_relays(passages)
    attributed = _how_attributed(graph, number, relays)
    return NumberFigure(
        number,
        by_key.get(f"actor:{number.counted_by}"),
        by_key.get(f"place:{number.measure.where}"),
        tuple(party_name(graph, party) for party in first_speakers(passages)),
        relays,
        graph.corroboration_of(number),
        attributed,
        _common_report(graph, number, relays) if attributed else "",
    )


def _how_attributed(graph: Graph, number: Number, relays: Sequence[Relay]) -> str:
    """Return in how many ways a number is attributed, if in several, or if a disagreement is about that; else ""."""
    ways = max((relay.ways for relay in relays), default=0)
    if ways and len(relays) == 1:
        return ngettext("attributed in %(number)s way", "attributed in %(number)s ways", ways)
    about = graph.referring_records(number, "about")
    is_disputed = any(isinstance(record, Disagreement) and record.type == "attribution" for record in about)
    return _("attributed in different ways") if ways or is_disputed else ""


def _common_report(graph: Graph, number: Number, relays: Sequence[Relay]) -> str:
    """Return the name of the last party before who counted, if all passages came through it; "" if there is none."""
    if len(relays) != 1:
        return ""
    sources = [citation.passage.source for citation in relays[0].citations]
    parties = [*(sources if len(sources) == 1 else ()), *relays[0].links]
    before = [party for party in parties if party != number.counted_by]
    return party_name(graph, before[-1]) if before else ""
