"""The table of the page “Explore” as data: every record as a row, lean, in a script."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from dossier.edtf.format import in_words
from dossier.graph import Graph
from dossier.graph.graph import Link
from dossier.graph.urls import page_of, url_of
from dossier.model.kinds import KINDS
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.output import Output
from dossier.model.record import Record
from dossier.render.assets import script
from dossier.text.truncate import shortened

PATH = "data/explore.js"
BEGINNING = 200
"""So many characters of a summary are shown."""

STANDING: Mapping[type[Record], Callable[[Any], str]] = {
    Source: lambda source: source.kind,
    Actor: lambda actor: actor.status or actor.kind,
    Event: lambda event: event.status,
    Number: lambda number: number.status,
    Quote: lambda quote: quote.form,
    Disagreement: lambda disagreement: disagreement.type,
    Place: lambda place: place.precision,
}
"""What the column “Status or type” says."""


class Row(NamedTuple):
    """A record. `brief` is what lists call it, where that is another name.

    `kind`, `sides`, `actors`, `sources` and `places` are positions in the lists that go with the rows. `date` is EDTF,
    `day` the same in words; `first` and `last` are its days in ISO 8601, empty where it has no such end.
    """

    kind: int
    id: str
    title: str
    brief: str
    summary: str
    standing: str
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


def explore_data(graph: Graph) -> Output:
    """The script with every shown record; `rows` are as `columns` names them, other lists are of rows' positions."""
    at = {record.key: place for place, record in enumerate(graph.shown)}
    links: dict[str, list[Link]] = defaultdict(list)
    shown = [link for link in graph.links if link.record.key in at and link.target in at]
    for link in sorted(shown, key=attrgetter("in_prose")):
        links[link.record.key].append(link)
    rows = [_row(graph, record, links[record.key], at) for record in graph.shown]
    kinds = [(kind.singular, kind.heading.removesuffix("s")) for kind in KINDS]
    sides = [(side.id, side.name) for side in graph.dossier.settings.sides]
    data = {"kinds": kinds, "sides": sides, "columns": Row._fields, "rows": rows}
    return Output(PATH, script("records", data))


def _row(graph: Graph, record: Record, links: list[Link], at: Mapping[str, int]) -> Row:
    corroboration, when = graph.corroboration_of(record), record.when
    summary = graph.read(record.summary)
    actors = _linked("actor", record, (link.target for link in links if "via" not in link.path))
    documents = (f"source:{name}" for name in corroboration.documents)
    sources = _linked("source", record, (*documents, *(link.target for link in links)))
    return Row(
        kind=KINDS.index(type(record)),
        id=record.id,
        title=record.listed,
        brief=record.brief if record.brief != record.listed else "",
        summary=shortened(summary, BEGINNING),
        standing=STANDING[type(record)](record),
        date=str(when or ""),
        day=in_words(when) if when else "",
        first=str((when and when.earliest) or ""),
        last=str((when and when.latest) or ""),
        sides=_sides(graph, record, links),
        actors=[at[key] for key in actors if key in at],
        sources=[at[key] for key in sources if key in at],
        places=[at[key] for key in _linked("place", record, (link.target for link in links))],
        documents=len(corroboration.documents),
        origins=len(corroboration.origins),
        url=url_of(page_of(record)),
    )


def _linked(kind: str, record: Record, keys: Iterable[str]) -> list[str]:
    """The keys of this kind, each once; the record itself first where it is of the kind."""
    own = [record.key] if record.singular == kind else []
    start = f"{kind}:"
    return list(dict.fromkeys([*own, *(key for key in keys if key.startswith(start))]))


def _sides(graph: Graph, record: Record, links: list[Link]) -> list[int]:
    """The sides of those that a record's own fields name; of an actor, its own."""
    named = [record] if isinstance(record, Actor) else _actors(graph, links)
    sides = {actor.side for actor in named if isinstance(actor, Actor)}
    return [at for at, side in enumerate(graph.dossier.settings.sides) if side.id in sides]


def _actors(graph: Graph, links: list[Link]) -> Iterator[Record]:
    by_key = graph.dossier.by_key
    return (by_key[link.target] for link in links if not link.in_prose and "via" not in link.path)
