"""The page Explore: every record in one table, to filter, sort and download, and the script with its data."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from dossier.edtf.format import format_edtf
from dossier.graph import Graph
from dossier.graph.graph import Reference
from dossier.graph.urls import index_path, page_path, page_url
from dossier.model.kinds import KINDS
from dossier.model.kinds.actor import Actor
from dossier.model.output import OutputFile
from dossier.model.record import Record
from dossier.model.terms import kind_title, term
from dossier.render.assets import js_data_file
from dossier.render.pages.site_page import SitePage
from dossier.text.wording import truncate

DATA_PATH = "data/explore.js"
SCRIPTS = (
    "assets/dossier/folding.js",
    "assets/dossier/text-search.js",
    "assets/dossier/did-you-mean.js",
    "assets/dossier/csv.js",
    "assets/dossier/virtual-table.js",
    DATA_PATH,
    "assets/dossier/explore.js",
)
MAX_SUMMARY = 200
"""Characters of a summary."""

STATUS_FIELDS = ("status", "form", "type", "precision", "kind")
"""The column “Status or type” shows the first of these fields that a record has."""


class ExploreRow(NamedTuple):
    """A record; the field names are the data's columns.

    `short` is the short label, "" if it equals the title. `kind` and `sides` are indexes of the data's lists `kinds`
    and `sides`; `actors`, `sources` and `places` are indexes of rows. `date` is EDTF and `day` the same in words;
    `first` and `last` are its first and last day (ISO 8601), "" if unknown. The counts are of the sources and of the
    independent origins that support it; `weight` is how many records refer to it, a source other than as evidence.
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
    source_count: int
    origin_count: int
    weight: int
    url: str


def explore_table(graph: Graph) -> OutputFile:
    """Return the script that sets `dossier.records` to the rows and the lists they refer to."""
    index_of = {record.key: index for index, record in enumerate(graph.visible)}
    references: dict[str, list[Reference]] = defaultdict(list)
    visible = [ref for ref in graph.references if ref.record.key in index_of and ref.target in index_of]
    for reference in sorted(visible, key=attrgetter("in_prose")):
        references[reference.record.key].append(reference)
    weights = _weights(visible)
    rows = [_row(graph, record, references[record.key], index_of, weights[record.key]) for record in graph.visible]
    kinds = [(kind.singular, kind_title(kind)) for kind in KINDS]
    sides = [(side.id, side.name) for side in graph.dossier.settings.sides]
    data = {"kinds": kinds, "sides": sides, "columns": ExploreRow._fields, "rows": rows}
    return OutputFile(DATA_PATH, js_data_file("records", data))


def _weights(references: Iterable[Reference]) -> Counter[str]:
    """Return how many records refer to each, a source other than as evidence."""
    pairs = {
        (reference.target, reference.record.key)
        for reference in references
        if reference.in_prose or not reference.target.startswith("source:")
    }
    return Counter(target for target, _ in pairs)


def _row(
    graph: Graph, record: Record, references: list[Reference], index_of: Mapping[str, int], weight: int
) -> ExploreRow:
    corroboration, date = graph.corroboration_of(record), record.main_date
    targets = [reference.target for reference in references]
    outside_attributions = [reference.target for reference in references if "via" not in reference.path]
    supporting = [f"source:{id}" for id in corroboration.sources]
    return ExploreRow(
        kind=KINDS.index(type(record)),
        id=record.id,
        title=record.list_label,
        short=record.short_label if record.short_label != record.list_label else "",
        summary=truncate(graph.plain_text(record.summary), MAX_SUMMARY),
        status=_status(record),
        date=str(date or ""),
        day=format_edtf(date) if date else "",
        first=str((date and date.earliest) or ""),
        last=str((date and date.latest) or ""),
        sides=_sides(graph, record, references),
        actors=_indexes("actor", record, outside_attributions, index_of),
        sources=_indexes("source", record, [*supporting, *targets], index_of),
        places=_indexes("place", record, targets, index_of),
        source_count=len(corroboration.sources),
        origin_count=len(corroboration.origins),
        weight=weight,
        url=page_url(page_path(record)),
    )


def _status(record: Record) -> str:
    """Return the status or type of a record, "" if its kind has neither."""
    fields = ((name, getattr(record, name, None)) for name in STATUS_FIELDS)
    return next((term(value, f"{type(record).__name__}.{name}") for name, value in fields if value), "")


def _indexes(kind: str, record: Record, keys: Iterable[str], index_of: Mapping[str, int]) -> list[int]:
    """Return the indexes of the visible records of a kind, without repetition; the record itself first if it is one."""
    own, prefix = [record.key] if record.singular == kind else [], f"{kind}:"
    of_kind = dict.fromkeys([*own, *(key for key in keys if key.startswith(prefix))])
    return [index_of[key] for key in of_kind if key in index_of]


def _sides(graph: Graph, record: Record, references: Iterable[Reference]) -> list[int]:
    """Return the indexes of an actor's side, or of the sides of the actors that a record's fields name."""
    if isinstance(record, Actor):
        actors: list[Record] = [record]
    else:
        fields = (reference for reference in references if not reference.in_prose and "via" not in reference.path)
        actors = [graph.dossier.by_key[reference.target] for reference in fields]
    sides = {actor.side for actor in actors if isinstance(actor, Actor)}
    return [index for index, side in enumerate(graph.dossier.settings.sides) if side.id in sides]


def _context(graph: Graph) -> Mapping[str, Any]:
    kinds = [(kind, len(graph.by_kind.get(kind.plural, ()))) for kind in KINDS]
    return {
        "kinds": [(kind, count, page_url(index_path(kind))) for kind, count in kinds if count],
        "count": len(graph.visible),
        "scripts": SCRIPTS,
    }


PAGE = SitePage("explore.md", "explore.md.j2", _context)
