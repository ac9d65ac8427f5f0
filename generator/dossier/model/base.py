"""What every part of a record shares: frozen, closed shapes, typed from text, their references and prose marked."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
    StringConstraints,
)
from pydantic_core import core_schema

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
REFERENCE_PATTERN = r"^[a-z]+:[a-z0-9]+(-[a-z0-9]+)*$"
DECIMAL_PATTERN = r"^-?[0-9]{1,30}(\.[0-9]{1,30})?$"
FieldPath = tuple[str | int, ...]

REF_KEYWORD = "x-refers-to"
"""The keyword of our schemas that tells the kinds of records whose ids a value may be."""
MAX_ID_LENGTH = 96
RESERVED_IDS = frozenset(
    {"con", "prn", "aux", "nul", "index", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
"""What names no record: the page that lists a kind, and what no file can be called on Windows."""


class Ref(NamedTuple):
    """Marks a field as the id of a record of one of `kinds`; with no kinds the id itself says it, as `actor:cnn`."""

    kinds: tuple[str, ...] = ()

    def __get_pydantic_json_schema__(
        self, core: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """What the type's schema says, and the kinds of records whose ids it takes; `*` for references."""
        return {**handler(core), REF_KEYWORD: list(self.kinds) or ["*"]}


class ProseField(NamedTuple):
    """Marks a field as the editor's own words: inline Markdown with cross-links such as `[[actor:cnn|CNN]]`."""


class VerbatimField(NamedTuple):
    """Marks a field as words that a source must hold as written, such as an alias."""


class ClaimField(NamedTuple):
    """Marks a field as part of what is claimed: who was shown another value was told something else."""


class EvidenceField(NamedTuple):
    """Marks a field as the records that a claim rests on, where these are no passages."""


def _decimal(value: object) -> object:
    """Read a decimal as written, refusing what YAML 1.1 or Python would read their own way (`1_000`, `0o7`, `1e3`)."""
    if isinstance(value, str):
        if not re.fullmatch(DECIMAL_PATTERN, value):
            raise ValueError("write a plain decimal number, as 567 or 0.25")
        return Decimal(value)
    return value


def _flag(value: object) -> object:
    if isinstance(value, str) and value not in ("true", "false"):
        raise ValueError("write true or false")
    return value == "true" if isinstance(value, str) else value


def _one_or_many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _some(values: tuple[str, ...]) -> tuple[str, ...]:
    if not values:
        raise ValueError("an empty list: write the words")
    return values


def _known_colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-f]{6}", value):
        raise ValueError("write a colour as #1f6f54")
    return value


def is_id(text: str) -> bool:
    """Whether a record can be called so."""
    return re.fullmatch(ID_PATTERN[1:-1], text) is not None and len(text) <= MAX_ID_LENGTH and text not in RESERVED_IDS


def validate_page_id(id: str) -> str:
    """`id`, where a page can be named by it; raises ValueError."""
    if len(id) > MAX_ID_LENGTH or id in RESERVED_IDS:
        raise ValueError(f"`{id}`: no page can be named so; write at most {MAX_ID_LENGTH} characters")
    return id


NonEmptyStr = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
ProseText = Annotated[NonEmptyStr, ProseField()]
Verbatim = Annotated[NonEmptyStr, VerbatimField()]
Colour = Annotated[str, AfterValidator(_known_colour)]
StrictBool = Annotated[bool, BeforeValidator(_flag)]
DecimalStr = Annotated[str, StringConstraints(pattern=DECIMAL_PATTERN)]
ExactDecimal = Annotated[
    Decimal,
    BeforeValidator(_decimal, json_schema_input_type=DecimalStr),
    PlainSerializer(lambda number: format(number, "f"), return_type=DecimalStr),
]
TextOrList = Annotated[
    tuple[NonEmptyStr, ...],
    AfterValidator(_some),
    BeforeValidator(_one_or_many, json_schema_input_type=str | list[str]),
]

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
FormerId = Annotated[Id, AfterValidator(validate_page_id)]
SourceId = Annotated[Id, Ref(("source",))]
ActorId = Annotated[Id, Ref(("actor",))]
PlaceId = Annotated[Id, Ref(("place",))]
LinkId = Annotated[Id, Ref(("source", "actor"))]
RecordKey = Annotated[str, StringConstraints(pattern=REFERENCE_PATTERN), Ref()]


class Model(BaseModel):
    """A closed, frozen piece of a record: unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


FieldMark = Ref | ProseField | VerbatimField


class MarkedField(NamedTuple):
    """A marked text of a record, and the path of keys and positions that leads to it."""

    path: FieldPath
    mark: FieldMark
    text: str


def _look(annotation: Any, metadata: tuple[object, ...] = ()) -> tuple[FieldMark | None, bool, bool]:
    """Find (mark, holds parts, many) in a type such as `tuple[ActorId, ...] | None`."""
    mark = next((found for found in metadata if isinstance(found, Ref | ProseField | VerbatimField)), None)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return mark, True, False
    many = get_origin(annotation) is tuple
    holds_parts = False
    extra = tuple(getattr(annotation, "__metadata__", ()))
    for inner in get_args(annotation):
        if inner is Ellipsis or (extra and inner in extra):
            continue
        inner_mark, inner_parts, inner_many = _look(inner, extra)
        mark = inner_mark if mark is None else mark
        holds_parts, many = holds_parts or inner_parts, many or inner_many
    return mark, holds_parts, many


@cache
def _marked(part: type[Model]) -> tuple[tuple[str, FieldMark, bool], ...]:
    """The marked fields of a class, each with its mark, and whether it holds many."""
    looked = ((name, *_look(field.annotation, tuple(field.metadata))) for name, field in part.model_fields.items())
    return tuple((name, mark, many) for name, mark, _, many in looked if mark is not None)


@cache
def _holders(part: type[Model]) -> tuple[tuple[str, bool], ...]:
    """The fields of a class that hold parts, and whether they hold many."""
    looked = ((name, *_look(field.annotation, tuple(field.metadata))) for name, field in part.model_fields.items())
    return tuple((name, many) for name, _, holds_parts, many in looked if holds_parts)


def nested_model(annotation: Any) -> type[Model] | None:
    """The class of the parts that a field of this type holds, if it holds any."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((found for inner in get_args(annotation) if (found := nested_model(inner))), None)


def iter_parts(part: Model, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Model]]:
    """Every part inside `part`, itself first, with its path."""
    yield path, part
    for name, many in _holders(type(part)):
        value = getattr(part, name)
        if value is None:
            continue
        if many:
            for position, inner in enumerate(value):
                yield from iter_parts(inner, (*path, name, position))
        else:
            yield from iter_parts(value, (*path, name))


def iter_marked_fields(found: Iterable[tuple[FieldPath, Model]]) -> Iterator[MarkedField]:
    """Every marked text of these parts themselves, each given with its path: references, prose, spellings."""
    for path, inner in found:
        for name, mark, many in _marked(type(inner)):
            value = getattr(inner, name)
            if value is None:
                continue
            if many:
                yield from (MarkedField((*path, name, at), mark, text) for at, text in enumerate(value))
            else:
                yield MarkedField((*path, name), mark, value)


def described(text: str) -> Any:
    """A field description, as JSON Schema and the handbook show it."""
    return Field(description=text)
