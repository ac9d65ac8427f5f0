"""The table of the page “Explore” as data: every record as a row, lean, in a script."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import NamedTuple

from dossier.edtf.format import format_edtf
from dossier.graph import Graph
from dossier.graph.graph import Reference
from dossier.graph.urls import page_path, page_url
from dossier.model.kinds import KINDS
from dossier.model.kinds.actor import Actor
from dossier.model.output import OutputFile
from dossier.model.record import Record
from dossier.render.assets import js_data_file
from dossier.text.truncate import truncate

PATH = "data/explore.js"
MAX_SUMMARY = 200
"""So many characters of a summary are shown."""

STATUS_FIELDS = ("status", "form", "type", "precision", "kind")
"""The column “Status or type” shows the first of these fields that a record has."""


class ExploreRow(NamedTuple):
    """A record. `short` is its short label, empty where that is the title.

    `kind`, `sides`, `actors`, `sources` and `places` are positions in the lists that go with the rows. `date` is EDTF,
    `day` the same in words; `first` and `last` are its days in ISO 8601, empty where it has no such end.
    """

    kind: int
    id: str
    title: str
    short: str
    summary: str
    status: str
    date: str
    day: str
    first: str
    last: str
    sides: list[int]
    actors: list[int]
    sources: list[int]
    places: list[int]
    documents: int
    origins: int
    url: str


def explore_table(graph: Graph) -> OutputFile:
    """The script with every shown record; `rows` are as `columns` names them, other lists are of rows' positions."""
    at = {record.key: place for place, record in enumerate(graph.visible)}
    links: dict[str, list[Reference]] = defaultdict(list)
    shown = [link for link in graph.references if link.record.key in at and link.target in at]
    for link in sorted(shown, key=attrgetter("in_prose")):
        links[link.record.key].append(link)
    rows = [_row(graph, record, links[record.key], at) for record in graph.visible]
    kinds = [(kind.singular, kind.heading.removesuffix("s")) for kind in KINDS]
    sides = [(side.id, side.name) for side in graph.dossier.settings.sides]
    data = {"kinds": kinds, "sides": sides, "columns": ExploreRow._fields, "rows": rows}
    return OutputFile(PATH, js_data_file("records", data))


def _row(graph: Graph, record: Record, links: list[Reference], at: Mapping[str, int]) -> ExploreRow:
    corroboration, when = graph.corroboration_of(record), record.main_date
    summary = graph.plain_text(record.summary)
    actors = _linked("actor", record, (link.target for link in links if "via" not in link.path))
    documents = (f"source:{name}" for name in corroboration.sources)
    sources = _linked("source", record, (*documents, *(link.target for link in links)))
    return ExploreRow(
        kind=KINDS.index(type(record)),
        id=record.id,
        title=record.list_label,
        short=record.short_label if record.short_label != record.list_label else "",
        summary=truncate(summary, MAX_SUMMARY),
        status=_status(record),
        date=str(when or ""),
        day=format_edtf(when) if when else "",
        first=str((when and when.earliest) or ""),
        last=str((when and when.latest) or ""),
        sides=_sides(graph, record, links),
        actors=[at[key] for key in actors if key in at],
        sources=[at[key] for key in sources if key in at],
        places=[at[key] for key in _linked("place", record, (link.target for link in links))],
        documents=len(corroboration.sources),
        origins=len(corroboration.origins),
        url=page_url(page_path(record)),
    )


def _status(record: Record) -> str:
    """Return the status or type of a record, "" if its kind has neither."""
    return next((value for name in STATUS_FIELDS if (value := getattr(record, name, None))), "")


def _linked(kind: str, record: Record, keys: Iterable[str]) -> list[str]:
    """The keys of this kind, each once; the record itself first where it is of the kind."""
    own = [record.key] if record.singular == kind else []
    start = f"{kind}:"
    return list(dict.fromkeys([*own, *(key for key in keys if key.startswith(start))]))


def _sides(graph: Graph, record: Record, links: list[Reference]) -> list[int]:
    """The sides of those that a record's own fields name; of an actor, its own."""
    named = [record] if isinstance(record, Actor) else _actors(graph, links)
    sides = {actor.side for actor in named if isinstance(actor, Actor)}
    return [at for at, side in enumerate(graph.dossier.settings.sides) if side.id in sides]


def _actors(graph: Graph, links: list[Reference]) -> Iterator[Record]:
    by_key = graph.dossier.by_key
    return (by_key[link.target] for link in links if not link.in_prose and "via" not in link.path)
