"""Records as entities of FollowTheMoney: their ids, schemas and properties.

Fields without a property are in `notes`, one note per field; the EDTF of a date always is. Dates in other properties
are ISO dates or their beginnings (`2019-01`), never more precise than the EDTF.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property, singledispatch

from dossier.edtf.parse import Edtf
from dossier.export.columns import ColumnLayout, column_layout
from dossier.export.plain_prose import plain_prose
from dossier.export.statement_entries import attribution_names
from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.identifiers import Identifier, identifiers_of
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.disagreement import Disagreement
from dossier.model.kinds.event import Event
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.model.terms import KIND_NAMES, term
from dossier.text.interface import gettext
from dossier.text.whitespace import collapse_whitespace

Properties = dict[str, list[str | None]]

ACTOR_SCHEMAS = {
    "person": "Person",
    "organization": "Organization",
    "government": "PublicBody",
    "unit": "Organization",
    "outlet": "Organization",
}
"""The schemas of kinds of actor. A group has none of its own: protesters, for example, are not an organization."""
FIELDS_WITH_PROPERTY = frozenset(
    {
        "name",
        "title",
        "question",
        "aliases",
        "authors",
        "country",
        "same_as",
        "url",
        "text",
        "latitude",
        "longitude",
        "summary",
    }
)
IDENTIFIER_PROPERTIES = {
    "wikidata": ("wikidataId", ("LegalEntity", "Person", "Organization", "PublicBody", "Address", "Article")),
    "lei": ("leiCode", ("LegalEntity", "Organization", "PublicBody")),
    "osm": ("osmId", ("Address",)),
}
"""The property for the identifiers of a scheme, and the schemas that have it; others are notes."""
FIELDS_LEFT_OUT = frozenset({"passages", "reviewed", "withdrawn"})
QUALIFIERS = frozenset("?~%")


@dataclass(frozen=True)
class EntityBuilder:
    """Makes ids and values for the entities of a graph. `namespace` sets its ids apart from those of other dossiers."""

    graph: Graph
    namespace: str

    def id(self, *keys: str) -> str:
        """Return the id of a record's entity, or of a link; it depends only on the keys and the namespace."""
        return hashlib.sha1("\n".join((self.namespace, *keys)).encode("utf-8"), usedforsecurity=False).hexdigest()

    @cached_property
    def ids(self) -> Mapping[str, str]:
        """The id of each published record's entity, by the record's key."""
        return {record.key: self.id(record.key) for record in self.graph.visible}

    def ids_of(self, keys: Iterable[str]) -> list[str | None]:
        """Return the ids of the entities of these records, without unpublished ones."""
        return [self.ids[key] for key in keys if key in self.ids]

    @cached_property
    def field_references(self) -> Mapping[str, tuple[str, ...]]:
        """The keys that each record names in its fields, outside prose and passages, by its own key."""
        targets: dict[str, dict[str, None]] = defaultdict(dict)
        for reference in self.graph.references:
            if not reference.in_prose and "passages" not in reference.path:
                targets[reference.record.key][reference.target] = None
        return {key: tuple(named) for key, named in targets.items()}

    def passage_line(self, citation: Citation) -> str:
        """Return a passage as one line: its words, its attribution and its position."""
        span, attribution = citation.span, " → ".join(attribution_names(self.graph, citation))
        return f"“{self.graph.passage_text(citation)}” ({attribution}; {span.file}, {span.start}–{span.end})"


def clean_name(text: str) -> str:
    """Return a name as FollowTheMoney keeps it: on one line, without straight quotation marks around it."""
    line = collapse_whitespace(text)
    return line[1:-1].strip() if len(line) > 2 and line[0] in "\"'" and line[-1] in "\"'" else line


def entity_properties(builder: EntityBuilder, record: Record) -> Properties:
    """Return all properties of a record's entity."""
    graph = builder.graph
    citations = [citation for citation in graph.citations_of(record) if citation.path[0] != "relations"]
    sources = dict.fromkeys(f"source:{citation.passage.source}" for citation in citations)
    sources.pop(record.key, None)  # FollowTheMoney refuses an entity that refers to itself.
    shared: Properties = {
        "name": [clean_name(record.label)],
        "summary": [graph.plain_text(record.summary)],
        "description": [builder.passage_line(citation) for citation in citations],
        "proof": builder.ids_of(sources),
        "notes": list(_notes(graph, record)),
    }
    specific = kind_properties(record, builder) | _identifier_properties(record)
    return {name: [*shared.get(name, ()), *specific.get(name, ())] for name in (*shared, *specific)}


def _identifier_properties(record: Record) -> Properties:
    """Return the identifiers that have a property of their own, by its name."""
    properties: Properties = {}
    for identifier in identifiers_of(record):
        if name := _identifier_property(record, identifier):
            properties.setdefault(name, []).append(identifier.code)
    return properties


def _identifier_property(record: Record, identifier: Identifier) -> str | None:
    name, schemas = IDENTIFIER_PROPERTIES.get(identifier.scheme.name, (None, ()))
    return name if schema_of(record) in schemas else None


def _notes(graph: Graph, record: Record) -> Iterator[str]:
    """Yield the record's key, then every field that no property carries, then its corrections."""
    yield f"record: {record.key}"
    if clean_name(record.label) != record.label:
        yield f"label: {record.label}"
    layout = _note_layout(type(record))
    for column, cell in zip(layout.columns, layout.cells(record, plain_prose(graph)), strict=True):
        if cell not in (None, False) and not column.is_derived:
            yield f"{column.name}: {format(cell, 'f') if isinstance(cell, Decimal) else cell}"
    for identifier in identifiers_of(record):
        if not _identifier_property(record, identifier):
            yield f"same_as: {identifier} ({identifier.url})"
    for correction in record.corrections:
        what = correction.what
        if correction.was:
            what = gettext("%(what)s (was: %(was)s)", what=what, was=correction.was)
        why = graph.plain_text(correction.why)
        yield gettext("corrected %(date)s: %(what)s: %(why)s", date=correction.date, what=what, why=why)


@cache
def _note_layout(kind: type[Record]) -> ColumnLayout:
    excluded = FIELDS_WITH_PROPERTY | FIELDS_LEFT_OUT
    return column_layout(kind, tuple(name for name in kind.model_fields if name not in excluded))


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
        "keywords": [term(record.singular, KIND_NAMES)],
    }


@kind_properties.register
def _(actor: Actor, builder: EntityBuilder) -> Properties:
    titles = [role.title for role in actor.roles]
    roles: Properties = (
        {"position": [*titles]}
        if actor.kind == "person"
        else {"notes": [gettext("role: %(title)s", title=title) for title in titles]}
    )
    return roles | {
        "alias": [clean_name(alias) for alias in actor.aliases],
        "country": [actor.country and actor.country.lower()],
        "keywords": [term(actor.kind, "Actor.kind")],
    }


@kind_properties.register
def _(source: Source, builder: EntityBuilder) -> Properties:
    return {
        "title": [source.title],
        "author": [*source.authors],
        "publisher": [builder.graph.labels[f"actor:{source.publisher}"] if source.publisher else None],
        "retrievedAt": [source.accessed.text if source.accessed else None],
        "publishedAt": [common_prefix(source.published.date) if source.published else None],
        "sourceUrl": [source.url],
        "fileName": [source.text],
        "keywords": [term(source.kind, "Source.kind")],
    }


@kind_properties.register
def _(event: Event, builder: EntityBuilder) -> Properties:
    start, end = date_range(event.date) if event.date else (None, None)
    day = common_prefix(event.date) if event.date and not event.date.is_interval else None
    return {
        "date": [day],
        "startDate": [start],
        "endDate": [end],
        "location": [clean_name(builder.graph.labels[f"place:{event.place}"]) if event.place else None],
        "addressEntity": builder.ids_of([f"place:{event.place}"]),
        "involved": builder.ids_of(f"actor:{participant.actor}" for participant in event.participants),
        "keywords": [term(event.status, "Event.status")],
    }


@kind_properties.register
def _(place: Place, builder: EntityBuilder) -> Properties:
    return {
        "full": [clean_name(place.name)],
        "alias": [clean_name(alias) for alias in place.aliases],
        "latitude": [None if place.latitude is None else format(place.latitude, "f")],
        "longitude": [None if place.longitude is None else format(place.longitude, "f")],
        "country": [place.country and place.country.lower()],
        "keywords": [term(place.precision, "Place.precision")],
    }


@kind_properties.register
def _(disagreement: Disagreement, builder: EntityBuilder) -> Properties:
    statements = [builder.graph.plain_text(position.statement) for position in disagreement.positions]
    return _note_properties(disagreement, builder) | {
        "notes": [gettext("answer: %(statement)s", statement=statement) for statement in statements]
    }


@kind_properties.register
def _(quote: Quote, builder: EntityBuilder) -> Properties:
    """Return the full quote as the description, since its name may be truncated."""
    return _note_properties(quote, builder) | {"description": [quote.list_label]}


def common_prefix(date: Edtf) -> str | None:
    """Return the day, month or year that contains every day of a date; None if there is none or it is uncertain."""
    if QUALIFIERS & set(date.text) or date.earliest is None or date.latest is None:
        return None
    first, last = date.earliest.isoformat(), date.latest.isoformat()
    for length in (10, 7, 4):
        if first[:length] == last[:length]:
            return first[:length]
    return None


def date_range(interval: Edtf) -> tuple[str | None, str | None]:
    """Return the start and the end of an interval; None for an end that is open, unknown or uncertain."""
    start, end = interval.start, interval.end
    return common_prefix(start) if start else None, common_prefix(end) if end else None
