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

REFERS_TO = "x-refers-to"
"""The keyword of our schemas that tells the kinds of records whose ids a value may be."""
LONGEST_ID = 96
NO_IDS = frozenset({"con", "prn", "aux", "nul", "index", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""What names no record: the page that lists a kind, and what no file can be called on Windows."""


class RefersTo(NamedTuple):
    """Marks a field as the id of a record of one of `kinds`; with no kinds the id itself says it, as `actor:cnn`."""

    kinds: tuple[str, ...] = ()

    def __get_pydantic_json_schema__(
        self, core: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """What the type's schema says, and the kinds of records whose ids it takes; `*` for references."""
        return {**handler(core), REFERS_TO: list(self.kinds) or ["*"]}


class Prose(NamedTuple):
    """Marks a field as the editor's own words: inline Markdown with cross-links such as `[[actor:cnn|CNN]]`."""


class Evidence(NamedTuple):
    """Marks a field as words that a source must hold as written, such as an alias."""


class Claim(NamedTuple):
    """Marks a field as part of what is claimed: who was shown another value was told something else."""


class Ground(NamedTuple):
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
    return re.fullmatch(ID_PATTERN[1:-1], text) is not None and len(text) <= LONGEST_ID and text not in NO_IDS


def names_a_page(id: str) -> str:
    """`id`, where a page can be named by it; raises ValueError."""
    if len(id) > LONGEST_ID or id in NO_IDS:
        raise ValueError(f"`{id}`: no page can be named so; write at most {LONGEST_ID} characters")
    return id


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
ProseText = Annotated[Text, Prose()]
AsWritten = Annotated[Text, Evidence()]
Colour = Annotated[str, AfterValidator(_known_colour)]
Flag = Annotated[bool, BeforeValidator(_flag)]
DecimalText = Annotated[str, StringConstraints(pattern=DECIMAL_PATTERN)]
Exact = Annotated[
    Decimal,
    BeforeValidator(_decimal, json_schema_input_type=DecimalText),
    PlainSerializer(lambda number: format(number, "f"), return_type=DecimalText),
]
Words = Annotated[
    tuple[Text, ...],
    AfterValidator(_some),
    BeforeValidator(_one_or_many, json_schema_input_type=str | list[str]),
]

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
FormerId = Annotated[Id, AfterValidator(names_a_page)]
SourceId = Annotated[Id, RefersTo(("source",))]
ActorId = Annotated[Id, RefersTo(("actor",))]
PlaceId = Annotated[Id, RefersTo(("place",))]
LinkId = Annotated[Id, RefersTo(("source", "actor"))]
Reference = Annotated[str, StringConstraints(pattern=REFERENCE_PATTERN), RefersTo()]


class Part(BaseModel):
    """A closed, frozen piece of a record: unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Mark = RefersTo | Prose | Evidence


class Leaf(NamedTuple):
    """A marked text of a record, and the path of keys and positions that leads to it."""

    path: FieldPath
    mark: Mark
    text: str


def _look(annotation: Any, metadata: tuple[object, ...] = ()) -> tuple[Mark | None, bool, bool]:
    """Find (mark, holds parts, many) in a type such as `tuple[ActorId, ...] | None`."""
    mark = next((found for found in metadata if isinstance(found, RefersTo | Prose | Evidence)), None)
    if isinstance(annotation, type) and issubclass(annotation, Part):
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
def _marked(part: type[Part]) -> tuple[tuple[str, Mark, bool], ...]:
    """The marked fields of a class, each with its mark, and whether it holds many."""
    looked = ((name, *_look(field.annotation, tuple(field.metadata))) for name, field in part.model_fields.items())
    return tuple((name, mark, many) for name, mark, _, many in looked if mark is not None)


@cache
def _holders(part: type[Part]) -> tuple[tuple[str, bool], ...]:
    """The fields of a class that hold parts, and whether they hold many."""
    looked = ((name, *_look(field.annotation, tuple(field.metadata))) for name, field in part.model_fields.items())
    return tuple((name, many) for name, _, holds_parts, many in looked if holds_parts)


def part_in(annotation: Any) -> type[Part] | None:
    """The class of the parts that a field of this type holds, if it holds any."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((found for inner in get_args(annotation) if (found := part_in(inner))), None)


def parts(part: Part, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Part]]:
    """Every part inside `part`, itself first, with its path."""
    yield path, part
    for name, many in _holders(type(part)):
        value = getattr(part, name)
        if value is None:
            continue
        if many:
            for position, inner in enumerate(value):
                yield from parts(inner, (*path, name, position))
        else:
            yield from parts(value, (*path, name))


def leaves(found: Iterable[tuple[FieldPath, Part]]) -> Iterator[Leaf]:
    """Every marked text of these parts themselves, each given with its path: references, prose, spellings."""
    for path, inner in found:
        for name, mark, many in _marked(type(inner)):
            value = getattr(inner, name)
            if value is None:
                continue
            if many:
                yield from (Leaf((*path, name, at), mark, text) for at, text in enumerate(value))
            else:
                yield Leaf((*path, name), mark, value)


def described(text: str) -> Any:
    """A field description, as JSON Schema and the handbook show it."""
    return Field(description=text)
