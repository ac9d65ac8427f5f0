"""Rows of tables, charts and timelines: numbers and events with what their pages show of them."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from dossier.edtf.format import format_edtf
from dossier.graph import Graph
from dossier.graph.origins import Corroboration
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.record import Record
from dossier.render.charts.number_chart import ChartRow, draw_chart
from dossier.render.charts.side_markers import SideMarker, side_markers
from dossier.render.markdown import Markdown


class NumberRow(NamedTuple):
    """A number with the actor who counted it and the place where, if stated, and its sources and origins."""

    number: Number
    counter: Record | None
    where: Record | None
    corroboration: Corroboration

    @property
    def words(self) -> str | None:
        """The words of the source, unless they are in `figure` already: `Over a dozen` for more than 12."""
        words, figure = self.number.words or "", self.number.figure
        return None if words.casefold() in figure.casefold() else words


class NumberTable(NamedTuple):
    """Numbers as a table. `mixed_measures`: they do not count the same thing, so that each row says what it counts."""

    rows: tuple[NumberRow, ...]
    mixed_measures: bool

    @property
    def has_counters(self) -> bool:
        """Whether the table needs a column for who counted."""
        return any(row.counter for row in self.rows)

    @property
    def has_days(self) -> bool:
        """Whether the table needs a column for the day that a figure is as of."""
        return any(row.number.as_of for row in self.rows)


class NumberSeries(NamedTuple):
    """Numbers that count the same thing, as a table and a chart; the chart is empty if none of them can be drawn."""

    table: NumberTable
    chart: Markdown

    @property
    def first(self) -> NumberRow:
        """The first row, whose measure is that of all."""
        return self.table.rows[0]


def number_rows(graph: Graph, numbers: Iterable[Number]) -> tuple[NumberRow, ...]:
    """Return the numbers, each with the records that it names."""
    by_key = graph.dossier.by_key
    return tuple(
        NumberRow(
            number,
            by_key.get(f"actor:{number.counted_by}"),
            by_key.get(f"place:{number.measure.where}"),
            graph.corroboration_of(number),
        )
        for number in numbers
    )


def number_series(graph: Graph, number: Number) -> NumberSeries:
    """Return the series that a number belongs to."""
    rows = number_rows(graph, graph.number_series[number.measure_key])
    return NumberSeries(NumberTable(rows, mixed_measures=False), series_chart(rows))


def series_chart(rows: Sequence[NumberRow]) -> Markdown:
    """Return the chart of a series; it is empty if none of its figures can be drawn."""
    first = rows[0].number
    chart_rows = [ChartRow(row.number.quantity, row.number.figure, _provenance(row)) for row in rows]
    return draw_chart(f"chart-{first.id}", f"{first.measure.what}: {len(rows)} figures compared", chart_rows)


def _provenance(row: NumberRow) -> str:
    """Return `counted by CNN · as of: 21 January 2019`, as far as it is stated."""
    counter = f"counted by {row.counter.label}" if row.counter else ""
    as_of = f"as of: {format_edtf(row.number.as_of.date)}" if row.number.as_of else ""
    return " · ".join(filter(None, (counter, as_of)))


class TimelineRow(NamedTuple):
    """An event in a timeline. `filter_values`: for each filter the ids of its values, separated by spaces."""

    event: Event
    note: str = ""
    filter_values: Mapping[str, str] = MappingProxyType({})


def events_of_actor(graph: Graph, actor: Actor) -> list[TimelineRow]:
    """Return the events that an actor took part in, each with the actor's roles in it as the note."""
    events = [event for event in graph.referring_records(actor, "participants") if isinstance(event, Event)]
    return [TimelineRow(event, _roles(event, actor)) for event in events]


def _roles(event: Event, actor: Actor) -> str:
    roles = [participant.role for participant in event.participants if participant.actor == actor.id]
    return ", ".join(dict.fromkeys(roles))


def event_markers(graph: Graph) -> dict[str, SideMarker]:
    """Return the marker of each event by its key: of the side of its first participant that has one."""
    markers = side_markers(graph.dossier.settings.sides)
    by_side = {marker.side.id: marker for marker in markers}
    sides = {actor.id: actor.side for actor in graph.visible_of(Actor)}
    return {event.key: by_side.get(_first_side(event, sides) or "", markers[-1]) for event in graph.visible_of(Event)}


def _first_side(event: Event, sides: Mapping[str, str | None]) -> str | None:
    return next((side for item in event.participants if (side := sides.get(item.actor))), None)
