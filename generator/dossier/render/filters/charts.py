"""Filters for charts drawn at build time: dates on a track, and the swatches of their legend."""

from collections.abc import Callable, Mapping
from typing import Any

from dossier.edtf.parse import Edtf
from dossier.graph import Graph
from dossier.model.kinds.event import Event
from dossier.render.charts.date_track import build_scale, date_with_track, legend_swatch
from dossier.render.markdown import Markdown


def chart_filters(graph: Graph) -> Mapping[str, Callable[..., Any]]:
    """Return the filters by name."""
    scale = build_scale(event.date for event in graph.visible_of(Event))

    def date_cell(date: Edtf | None, unknown: str) -> Markdown:
        """Return a date in words and on its track, or `unknown` in place of a missing one."""
        return date_with_track(scale, date, unknown)

    return {"date_cell": date_cell, "swatch": legend_swatch}
