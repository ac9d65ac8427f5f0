"""What schema.org has no term for: properties of a record's thing, each by its name."""

from collections.abc import Iterator
from functools import cache

from dossier.export.schema_org import Data, SchemaOrg
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.event import Event
from dossier.model.kinds.number import Number
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.record import DateBasis, DatedField, Record

_PLAIN = (
    "kind",
    "unnamed",
    "type",
    "form",
    "status",
    "qualifier",
    "words",
    "precision",
    "confidence",
    "text",
    "sha256",
)
_PROSE = ("same_origin", "speaker_basis")
_DATED = ("published", "said", "as_of")


def properties(told: SchemaOrg, record: Record) -> Iterator[Data]:
    """Each property of a record as a PropertyValue."""
    for name in _fields(type(record), _PLAIN):
        value = getattr(record, name)
        if value is True or isinstance(value, str):  # The words of a quote are its text.
            yield _property(name, value)
    for name in _fields(type(record), _PROSE):
        if prose := getattr(record, name):
            yield _property(name, told.read(prose))
    yield from _own(told, record)
    if basis := _basis(record):
        yield _property("basis of the date", basis.phrase, basis.reasoning and told.read(basis.reasoning)) | (
            {"valueReference": told.ref(basis.anchor)} if basis.anchor else {}
        )


def _own(told: SchemaOrg, record: Record) -> Iterator[Data]:
    """What one kind alone has."""
    match record:
        case Actor():
            names = (side.name for side in told.graph.dossier.settings.sides if side.id == record.side)
            yield from (_property("side", name) for name in names)
        case Number():
            if record.value is not None:
                yield _property("figure", format(record.value, "f"))
            if record.measure.scope:
                yield _property("scope", record.measure.scope)
        case Quote():
            for actor in told.refs(tuple(f"actor:{one}" for one in record.addressed_to)):
                yield _property("addressed_to") | {"valueReference": actor}
        case Source():
            yield _property("grade", record.grade.letter, told.read(record.grade.reason))
            if record.rights:
                yield _property("rights", record.rights.show, record.rights.statement)


def _basis(record: Record) -> DateBasis | None:
    """How the date of a record was worked out."""
    if isinstance(record, Event):
        return record.basis
    dated = next((getattr(record, name) for name in _fields(type(record), _DATED)), None)
    return dated.basis if isinstance(dated, DatedField) else None


@cache
def _fields(kind: type[Record], names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `names` that are fields of the kind: asking a record for one that it lacks takes long."""
    return tuple(name for name in names if name in kind.model_fields)


def _property(name: str, value: str | bool | None = None, description: str | None = None) -> Data:
    told = {"value": value, "description": description}
    return {"@type": "PropertyValue", "name": name} | {key: one for key, one in told.items() if one is not None}
