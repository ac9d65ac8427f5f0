"""The diagrams that other sites may frame: of the whole dossier, and of single records.

Each has the template that its page uses too. A new one is a line in `SITE_DIAGRAMS` or `RECORD_DIAGRAMS`.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from dossier.graph import Graph
from dossier.graph.urls import EMBEDS, HOME_PAGE, embed_path, index_path, page_path
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.place import Place
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.render.assets import INTERFACE_SCRIPT
from dossier.render.figures import build_series, series_is_charted
from dossier.render.frames import FramedPage, embed_snippet
from dossier.render.markdown import Markdown, escape_lines
from dossier.render.pages import map, network, timeline
from dossier.render.provenance_figure import TRACED, has_own_provenance, has_relays, own_provenance, whole_provenance
from dossier.render.ties import iter_ties
from dossier.render.timeline_strip import timeline_strip
from dossier.text.interface import gettext as _
from dossier.text.interface import gettext_noop
from dossier.text.whitespace import collapse_whitespace
from dossier.text.wording import upper_first

WIDTH = 800


class SiteDiagram(NamedTuple):
    """A diagram of the whole dossier, on the page `page`; `height` is that of its frame, in pixels."""

    name: str
    page: str
    template: str
    height: int
    title: Callable[[], str]
    is_drawn: Callable[[Graph], bool]
    context: Callable[[Graph], Mapping[str, Any]]
    scripts: tuple[str, ...] = ()
    """The paths of scripts that those in the template need."""

    def frame(self, graph: Graph) -> FramedPage:
        """Return its frame, whose title names the dossier."""
        title = collapse_whitespace(f"{self.title()} · {graph.dossier.settings.title}")
        return FramedPage(f"{EMBEDS}/{self.name}.html", self.page, title, WIDTH, self.height)


class RecordDiagram(NamedTuple):
    """A diagram on the pages of the records of some kinds; `height` is that of its frame, in pixels."""

    name: str
    kinds: tuple[type[Record], ...]
    template: str
    height: int
    label: str
    """What it shows in a few words."""
    title: Callable[[Graph, Any], str]
    is_drawn: Callable[[Graph, Any], bool]
    context: Callable[[Graph, Any], Mapping[str, Any]]

    def frame(self, graph: Graph, record: Record, id: str = "") -> FramedPage:
        """Return its frame, also under a former id of the record."""
        title = collapse_whitespace(self.title(graph, record))
        return FramedPage(embed_path(record, id, self.name), page_path(record), title, WIDTH, self.height)


SITE_DIAGRAMS = (
    SiteDiagram(
        "provenance",
        index_path(Source),
        "provenance.md.j2",
        780,
        lambda: _("Who relays whom"),
        has_relays,
        lambda graph: {"provenance": whole_provenance(graph)},
    ),
    SiteDiagram(
        "key-events",
        HOME_PAGE,
        "key-events.md.j2",
        620,
        lambda: _("Key events"),
        lambda graph: any(event.date for event in graph.visible_of(Event)),
        lambda graph: {"strip": timeline_strip(graph)},
    ),
    SiteDiagram(
        "timeline",
        timeline.PAGE.path,
        "framed-timeline.md.j2",
        620,
        lambda: _("Timeline"),
        lambda graph: any(graph.visible_of(Event)),
        timeline.PAGE.context,
    ),
    SiteDiagram(
        "network",
        network.PAGE.path,
        "network-board.md.j2",
        800,
        lambda: _("Network"),
        lambda graph: any(True for _tie in iter_ties(graph)),
        network.PAGE.context,
        (INTERFACE_SCRIPT,),
    ),
    SiteDiagram(
        "map",
        map.PAGE.path,
        "framed-map.md.j2",
        720,
        lambda: _("Map"),
        lambda graph: any(place.point for place in graph.visible_of(Place)),
        map.PAGE.context,
    ),
)
RECORD_DIAGRAMS = (
    RecordDiagram(
        "provenance",
        (Source, *TRACED),
        "provenance.md.j2",
        400,
        gettext_noop("who relays whom"),
        lambda graph, record: _("Who relays whom: %(title)s", title=record.label),
        has_own_provenance,
        lambda graph, record: {"provenance": own_provenance(graph, record)},
    ),
    RecordDiagram(
        "chart",
        (Number,),
        "number-chart.md.j2",
        380,
        gettext_noop("the figures compared"),
        lambda graph, number: upper_first(number.measure.what),
        series_is_charted,
        lambda graph, number: {"series": build_series(graph, number), "current": None, "has_links": True},
    ),
    RecordDiagram(
        "map",
        (Place,),
        "locator.md.j2",
        480,
        gettext_noop("the place on a map"),
        lambda graph, place: _("%(place)s on a map", place=place.name),
        lambda graph, place: place.point is not None,
        lambda graph, place: {"record": place, "locator": map.inset_map_of(graph, place)},
    ),
)


def site_diagrams(graph: Graph) -> Iterator[SiteDiagram]:
    """Yield the diagrams that the pages of a dossier show."""
    return (diagram for diagram in SITE_DIAGRAMS if diagram.is_drawn(graph))


def record_diagrams(graph: Graph, record: Record) -> Iterator[RecordDiagram]:
    """Yield the diagrams that a record's page shows; of a withdrawn record, all that it may have had."""
    for diagram in RECORD_DIAGRAMS:
        if isinstance(record, diagram.kinds) and (record.withdrawn or diagram.is_drawn(graph, record)):
            yield diagram


def diagram_code(graph: Graph, site_url: str, name: str, record: Record | None = None) -> Markdown:
    """Return the HTML to copy for a diagram of the dossier or of a record; "" if it has no page for frames."""
    if not site_url:
        return Markdown()
    if record:
        frames = [diagram.frame(graph, record) for diagram in record_diagrams(graph, record) if diagram.name == name]
    else:
        frames = [diagram.frame(graph) for diagram in site_diagrams(graph) if diagram.name == name]
    return escape_lines(embed_snippet(site_url, frames[0])) if frames else Markdown()
