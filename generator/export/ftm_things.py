"""Records as FollowTheMoney's things: what each is in its model, and which of its properties hold what.

What has no property of its own stands in `notes`, field by field as it is told; an EDTF date always does.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.export.columns import layout
from generator.export.ftm_dates import prefix, span
from generator.link import Graph
from generator.model.actor import Actor
from generator.model.citation import Citation
from generator.model.dispute import Dispute
from generator.model.event import Event
from generator.model.number import Number
from generator.model.passage import UNIDENTIFIED
from generator.model.place import Place
from generator.model.quote import Quote
from generator.model.record import Record
from generator.model.source import Source

Properties = dict[str, list[str | None]]

ACTORS = {
    "person": "Person",
    "organization": "Organization",
    "government": "PublicBody",
    "unit": "Organization",
    "group": "LegalEntity",
    "outlet": "Organization",
}
"""A group is no organization: protesters, those who do not say who they are."""
SCHEMAS = {Source: "Article", Event: "Event", Number: "Note", Quote: "Note", Dispute: "Note", Place: "Address"}
CARRIED = frozenset(
    {"name", "title", "question", "aliases", "authors", "url", "text", "latitude", "longitude", "summary"}
)
"""Fields that have a property of their own."""
UNTOLD = frozenset({"passages", "withdrawn"})


@dataclass(frozen=True)
class Things:
    """The things of a graph. `dossier` is what sets its ids apart from those of others: its address, or its title."""

    graph: Graph
    dossier: str

    def id(self, *keys: str) -> str:
        """The id of the thing of a record, or of a link between two: the same as long as their keys are."""
        return hashlib.sha1("\n".join((self.dossier, *keys)).encode("utf-8"), usedforsecurity=False).hexdigest()

    @cached_property
    def ids(self) -> Mapping[str, str]:
        """The id of each record's thing, by the record's key."""
        return {record.key: self.id(record.key) for record in self.graph.shown}

    @cached_property
    def named(self) -> Mapping[str, tuple[str, ...]]:
        """The keys that each record names in its fields, its prose and passages left aside."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for link in self.graph.links:
            if not link.in_prose and "passages" not in link.path:
                found[link.record.key][link.target] = None
        return {key: tuple(keys) for key, keys in found.items()}


def schema_of(record: Record) -> str:
    """What a record is in the model of FollowTheMoney."""
    return ACTORS[record.kind] if isinstance(record, Actor) else SCHEMAS[type(record)]


def passage_of(graph: Graph, citation: Citation) -> str:
    """A passage in a line: its words, its chain, and where it stands."""
    by_key, span = graph.dossier.by_key, citation.span
    found = (by_key.get(f"source:{link}") or by_key.get(f"actor:{link}") for link in citation.passage.via)
    links = [one.brief if one else UNIDENTIFIED for one in found]
    chain = " → ".join([by_key[f"source:{citation.passage.source}"].brief, *links])
    return f"“{graph.words_of(citation)}” ({chain}; {span.file}, {span.start}–{span.end})"


def named(text: str) -> str:
    """A name as FollowTheMoney keeps it: in one line, without straight quote marks around it."""
    line = " ".join(text.split())
    return line[1:-1].strip() if len(line) > 2 and line[0] in "\"'" and line[-1] in "\"'" else line


def properties_of(things: Things, record: Record) -> Properties:
    """All properties of a record's thing."""
    graph = things.graph
    cited = [one for one in graph.citations_of(record) if one.path[0] != "relations"]
    proof = dict.fromkeys(f"source:{one.passage.source}" for one in cited)
    proof.pop(record.key, None)  # Nothing may stand in relation to itself.
    shared: Properties = {
        "name": [named(record.label)],
        "summary": [graph.read(record.summary)],
        "description": [passage_of(graph, one) for one in cited],
        "proof": [things.ids[key] for key in proof],
        "notes": list(_notes(graph, record)),
    }
    own = _OWN[type(record)](things, record)
    return {name: [*shared.get(name, ()), *own.get(name, ())] for name in (*shared, *own)}


def _notes(graph: Graph, record: Record) -> Iterator[str]:
    """Every field as it is told that no property carries, beginning with what names the record here."""
    yield f"record: {record.key}"
    if named(record.label) != record.label:
        yield f"label: {record.label}"
    given = layout(type(record), tuple(name for name in type(record).model_fields if name not in UNTOLD | CARRIED))
    for column, cell in zip(given.columns, given.cells(record), strict=True):
        if cell not in (None, False) and column.type != "date":
            yield f"{column.name}: {graph.read(str(cell))}"
    for one in record.corrections:
        was = f" (was: {one.was})" if one.was else ""
        yield f"corrected {one.date}: {one.what}{was}: {graph.read(one.why)}"


def _actor(things: Things, actor: Actor) -> Properties:
    roles = [role.title for role in actor.roles]
    told: Properties = (
        {"position": [*roles]} if actor.kind == "person" else {"notes": [f"role: {one}" for one in roles]}
    )
    return told | {"alias": [named(alias) for alias in actor.aliases], "keywords": [actor.kind]}


def _source(things: Things, source: Source) -> Properties:
    published = prefix(source.published.date) if source.published else None
    outlet = source.publisher and things.graph.labels[f"actor:{source.publisher}"]
    return {
        "title": [source.title],
        "author": [*source.authors],
        "publisher": [outlet],
        "publishedAt": [published],
        "sourceUrl": [source.url],
        "fileName": [source.text],
        "keywords": [source.kind],
    }


def _event(things: Things, event: Event) -> Properties:
    is_span = event.date is not None and "/" in event.date.text
    start, end = span(event.date) if event.date and is_span else (None, None)
    return {
        "date": [prefix(event.date) if event.date and not is_span else None],
        "startDate": [start],
        "endDate": [end],
        "location": [event.place and named(things.graph.labels[f"place:{event.place}"])],
        "addressEntity": [event.place and things.ids[f"place:{event.place}"]],
        "involved": [things.ids[f"actor:{one.actor}"] for one in event.participants],
        "keywords": [event.status],
    }


def _place(things: Things, place: Place) -> Properties:
    return {
        "full": [named(place.name)],
        "alias": [named(alias) for alias in place.aliases],
        "latitude": [None if place.latitude is None else format(place.latitude, "f")],
        "longitude": [None if place.longitude is None else format(place.longitude, "f")],
        "country": [place.country and place.country.lower()],
        "keywords": [place.precision],
    }


def _note(things: Things, record: Record) -> Properties:
    """A number, a quote or a dispute, on all that its fields name."""
    positions = record.positions if isinstance(record, Dispute) else ()
    answers = [f"answer: {things.graph.read(one.statement)}" for one in positions]
    return {
        "entity": [things.ids[key] for key in things.named.get(record.key, ())],
        "keywords": [record.singular],
        "notes": [*answers],
    }


_OWN: Mapping[type[Record], Callable[[Things, Any], Properties]] = {
    Source: _source,
    Actor: _actor,
    Event: _event,
    Number: _note,
    Quote: _note,
    Dispute: _note,
    Place: _place,
}
