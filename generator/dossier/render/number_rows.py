"""Figures of one measure beside each other: who counted them, and their picture."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dossier.edtf.format import format_edtf
from dossier.graph import Graph
from dossier.graph.origins import Corroboration
from dossier.model.kinds.number import Number
from dossier.model.record import Record
from dossier.render.charts.number_chart import ChartRow, draw_chart
from dossier.render.markdown import Markdown


class NumberRow(NamedTuple):
    """A figure, the actor who counted it and the place where, as far as they are told, and how it is backed."""

    number: Number
    counter: Record | None
    where: Record | None
    corroboration: Corroboration

    @property
    def written(self) -> str | None:
        """The figure as written, where the figure does not say it already: `Over a dozen` for more than 12."""
        words, figure = self.number.words or "", self.number.figure
        return None if words.casefold() in figure.casefold() else words


class NumberTable(NamedTuple):
    """Figures as a table: columns that no figure fills are left out. `apart`: each is of a measure of its own."""

    rows: tuple[NumberRow, ...]
    mixed_measures: bool

    @property
    def counters(self) -> bool:
        return any(one.counter for one in self.rows)

    @property
    def days(self) -> bool:
        return any(one.number.as_of for one in self.rows)


def number_rows(graph: Graph, numbers: Iterable[Number]) -> tuple[NumberRow, ...]:
    """The numbers, each with the records that it names."""
    known = graph.dossier.by_key
    return tuple(
        NumberRow(
            one,
            known.get(f"actor:{one.counted_by}"),
            known.get(f"place:{one.measure.where}"),
            graph.corroboration_of(one),
        )
        for one in numbers
    )


def series_chart(series: Sequence[NumberRow]) -> Markdown:
    """The picture of a series; nothing where none of its figures can be placed."""
    first = series[0].number
    rows = [ChartRow(one.number.quantity, one.number.figure, _told(one)) for one in series]
    return draw_chart(f"chart-{first.id}", f"{first.measure.what}: {len(rows)} figures side by side", rows)


def _told(one: NumberRow) -> str:
    counter = f"counted by {one.counter.label}" if one.counter else ""
    as_of = f"as of: {format_edtf(one.number.as_of.date)}" if one.number.as_of else ""
    return " · ".join(filter(None, (counter, as_of)))
