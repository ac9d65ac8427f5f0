"""Filters for what is drawn at build time: dates on tracks, figures of one measure side by side."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from jinja2 import Environment

from dossier.edtf.parse import Edtf
from dossier.graph import Graph
from dossier.model.kinds.event import Event
from dossier.render.charts.date_track import build_scale, date_with_track, legend_swatch
from dossier.render.markdown import Markdown
from dossier.render.number_rows import NumberTable, number_rows, series_chart


def chart_filters(graph: Graph, made: Environment) -> Mapping[str, Callable[..., Any]]:
    """The filters by name; `made` has the templates."""
    scale = build_scale(event.date for event in graph.visible_of(Event))

    @cache
    def when(date: Edtf | None, unknown: str) -> Markdown:
        """A date in words and on its track; `unknown` in the place of none."""
        return date_with_track(scale, date, unknown)

    @cache
    def side_by_side(series: tuple[str, ...]) -> Markdown:
        """The figures of a series, given its key, as a picture and a table, for pages in the folder of numbers."""
        table = NumberTable(number_rows(graph, graph.number_series[series]), mixed_measures=False)
        template = made.get_template("side-by-side.md.j2")
        return Markdown(template.render(page="numbers/index.md", picture=series_chart(table.rows), table=table))

    return {"date_cell": when, "swatch": legend_swatch, "side_by_side": side_by_side}
