"""The schema of each kind of record in FollowTheMoney, and the properties of that schema."""

from functools import singledispatch

from dossier.export.ftm.dates import common_prefix, date_range
from dossier.export.ftm.entities import EntityBuilder, Properties, clean_name
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.event import Event
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.record import Record

ACTOR_SCHEMAS = {
    "person": "Person",
    "organization": "Organization",
    "government": "PublicBody",
    "unit": "Organization",
    "outlet": "Organization",
}
"""The schemas of kinds of actor. A group has none of its own: protesters, for example, are not an organization."""


def schema_of(record: Record) -> str:
    """Return the schema of a record's entity."""
    return ACTOR_SCHEMAS.get(record.kind, record.ftm_schema) if isinstance(record, Actor) else record.ftm_schema


@singledispatch
def kind_properties(record: Record, builder: EntityBuilder) -> Properties:
    """Return the properties that only entities of one kind have.

    A kind without a function of its own has none, or, as a note, the records that its fields name.
    """
    return _note_properties(record, builder) if schema_of(record) == "Note" else {}


def _note_properties(record: Record, builder: EntityBuilder) -> Properties:
    return {
        "entity": builder.ids_of(builder.field_references.get(record.key, ())),
        "keywords": [record.singular],
    }


@kind_properties.register
def _(actor: Actor, builder: EntityBuilder) -> Properties:
    titles = [role.title for role in actor.roles]
    roles: Properties = (
        {"position": [*titles]} if actor.kind == "person" else {"notes": [f"role: {title}" for title in titles]}
    )
    return roles | {"alias": [clean_name(alias) for alias in actor.aliases], "keywords": [actor.kind]}


@kind_properties.register
def _(source: Source, builder: EntityBuilder) -> Properties:
    return {
        "title": [source.title],
        "author": [*source.authors],
        "publisher": [builder.graph.labels[f"actor:{source.publisher}"] if source.publisher else None],
        "publishedAt": [common_prefix(source.published.date) if source.published else None],
        "sourceUrl": [source.url],
        "fileName": [source.text],
        "keywords": [source.kind],
    }


@kind_properties.register
def _(event: Event, builder: EntityBuilder) -> Properties:
    day = start = end = None
    if event.date and "/" in event.date.text:
        start, end = date_range(event.date)
    elif event.date:
        day = common_prefix(event.date)
    return {
        "date": [day],
        "startDate": [start],
        "endDate": [end],
        "location": [clean_name(builder.graph.labels[f"place:{event.place}"]) if event.place else None],
        "addressEntity": builder.ids_of([f"place:{event.place}"]),
        "involved": builder.ids_of(f"actor:{participant.actor}" for participant in event.participants),
        "keywords": [event.status],
    }


@kind_properties.register
def _(place: Place, builder: EntityBuilder) -> Properties:
    return {
        "full": [clean_name(place.name)],
        "alias": [clean_name(alias) for alias in place.aliases],
        "latitude": [None if place.latitude is None else format(place.latitude, "f")],
        "longitude": [None if place.longitude is None else format(place.longitude, "f")],
        "country": [place.country and place.country.lower()],
        "keywords": [place.precision],
    }


@kind_properties.register
def _(disagreement: Disagreement, builder: EntityBuilder) -> Properties:
    statements = [builder.graph.plain_text(position.statement) for position in disagreement.positions]
    return _note_properties(disagreement, builder) | {"notes": [f"answer: {statement}" for statement in statements]}


@kind_properties.register
def _(quote: Quote, builder: EntityBuilder) -> Properties:
    """Return the full quote as the description, since its name may be truncated."""
    return _note_properties(quote, builder) | {"description": [quote.list_label]}
