"""What each kind of record is in the model of FollowTheMoney, and what its own properties hold."""

from collections.abc import Callable, Mapping
from typing import Any

from dossier.export.ftm.dates import common_prefix, date_range
from dossier.export.ftm.entities import EntityBuilder, Properties, clean_name
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.record import Record

ACTORS = {
    "person": "Person",
    "organization": "Organization",
    "government": "PublicBody",
    "unit": "Organization",
    "group": "LegalEntity",
    "outlet": "Organization",
}
"""A group is no organization: protesters, those who do not say who they are."""
SCHEMAS = {Source: "Article", Event: "Event", Number: "Note", Quote: "Note", Disagreement: "Note", Place: "Address"}


def schema_of(record: Record) -> str:
    """What a record is in the model of FollowTheMoney."""
    return ACTORS[record.kind] if isinstance(record, Actor) else SCHEMAS[type(record)]


def own_properties(things: EntityBuilder, record: Record) -> Properties:
    """The properties that things of this kind have, and others not."""
    return _OWN[type(record)](things, record)


def _actor(things: EntityBuilder, actor: Actor) -> Properties:
    roles = [role.title for role in actor.roles]
    told: Properties = (
        {"position": [*roles]} if actor.kind == "person" else {"notes": [f"role: {one}" for one in roles]}
    )
    return told | {"alias": [clean_name(alias) for alias in actor.aliases], "keywords": [actor.kind]}


def _source(things: EntityBuilder, source: Source) -> Properties:
    published = common_prefix(source.published.date) if source.published else None
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


def _event(things: EntityBuilder, event: Event) -> Properties:
    is_span = event.date is not None and "/" in event.date.text
    start, end = date_range(event.date) if event.date and is_span else (None, None)
    return {
        "date": [common_prefix(event.date) if event.date and not is_span else None],
        "startDate": [start],
        "endDate": [end],
        "location": [event.place and clean_name(things.graph.labels[f"place:{event.place}"])],
        "addressEntity": things.ids_of([f"place:{event.place}"]),
        "involved": things.ids_of(f"actor:{one.actor}" for one in event.participants),
        "keywords": [event.status],
    }


def _place(things: EntityBuilder, place: Place) -> Properties:
    return {
        "full": [clean_name(place.name)],
        "alias": [clean_name(alias) for alias in place.aliases],
        "latitude": [None if place.latitude is None else format(place.latitude, "f")],
        "longitude": [None if place.longitude is None else format(place.longitude, "f")],
        "country": [place.country and place.country.lower()],
        "keywords": [place.precision],
    }


def _note(things: EntityBuilder, record: Record) -> Properties:
    """A number, a quote or a disagreement, on all that its fields name."""
    positions = record.positions if isinstance(record, Disagreement) else ()
    answers = [f"answer: {things.graph.plain_text(one.statement)}" for one in positions]
    return {
        "entity": things.ids_of(things.referred.get(record.key, ())),
        "keywords": [record.singular],
        "notes": [*answers],
    }


def _quote(things: EntityBuilder, quote: Quote) -> Properties:
    """A quote, whole: its name may be cut short."""
    return _note(things, quote) | {"description": [quote.list_label]}


_OWN: Mapping[type[Record], Callable[[EntityBuilder, Any], Properties]] = {
    Source: _source,
    Actor: _actor,
    Event: _event,
    Number: _note,
    Quote: _quote,
    Disagreement: _note,
    Place: _place,
}
