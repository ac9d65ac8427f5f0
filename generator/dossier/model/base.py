"""The base class of all models, the types of their fields, and the marks that say what a field is for."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetJsonSchemaHandler,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import core_schema

from dossier.model.quantity import parse_fraction

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
REFERENCE_PATTERN = r"^[a-z]+:[a-z0-9]+(-[a-z0-9]+)*$"
DECIMAL_PATTERN = r"^-?[0-9]{1,30}(\.[0-9]{1,30})?$"
FIGURE_PATTERN = r"^-?[0-9]{1,30}(\.[0-9]{1,30}|/[0-9]{1,4})?$"
"""A decimal number or a fraction, such as 2/3."""
LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
CONTACT_PATTERN = r"""^(https://[^\s"'<>]+|[^\s@"'<>?&]+@[^\s@"'<>?&]+\.[^\s@"'<>?&]+)$"""
"""An https address, or an e-mail address without characters that mean something in `mailto:` links."""
FieldPath = tuple[str | int, ...]

REF_KEYWORD = "x-refers-to"
"""The keyword of our JSON Schemas for the kinds of record whose ids a value may be."""
MAX_ID_LENGTH = 96
RESERVED_IDS = frozenset(
    {"con", "prn", "aux", "nul", "index", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)
"""Ids that no record can have: `index` is the page that lists a kind, the others are reserved file names in Windows."""


class Ref(NamedTuple):
    """Marks a field as the id of a record of one of `kinds`; without kinds, as a reference such as `actor:cnn`."""

    kinds: tuple[str, ...] = ()

    def __get_pydantic_json_schema__(
        self, core: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Return the type's schema with the kinds of record whose ids it accepts; `*` for references of any kind."""
        return {**handler(core), REF_KEYWORD: list(self.kinds) or ["*"]}


Author = Literal["source", "editor"]
"""On whose word a statement is made: the sources it cites, or the editor."""


class ProseField(NamedTuple):
    """Marks a field as the editor's own words: inline Markdown with cross-links such as `[[actor:cnn|CNN]]`.

    `statements_by` is set if the prose consists of statements, each with marks such as `[^officials]` at its end: it
    says on whose word a statement is made that has no marks. Without `has_markup`, everything but marks is plain text.
    """

    statements_by: Author | None = None
    has_markup: bool = True


class VerbatimField(NamedTuple):
    """Marks a field as words that must occur in a source exactly as written, such as an alias."""


class ClaimField(NamedTuple):
    """Marks a field as part of a claim: a published value that changes needs a correction."""


def _parse_decimal(value: object) -> object:
    """Return text as a decimal; raise ValueError for what only YAML 1.1 or Python accepts, such as `1_000` or `1e3`."""
    if isinstance(value, str):
        if not re.fullmatch(DECIMAL_PATTERN, value):
            raise ValueError("write a plain decimal number, such as 567 or 0.25")
        return Decimal(value)
    return value


def _parse_figure(value: object) -> object:
    """Return text as a decimal, a fraction such as `2/3` to 28 digits."""
    if isinstance(value, str) and re.fullmatch(FIGURE_PATTERN, value) and "/" in value:
        return parse_fraction(value)
    return _parse_decimal(value)


def _parse_bool(value: object) -> object:
    if isinstance(value, str) and value not in ("true", "false"):
        raise ValueError("write true or false")
    return value == "true" if isinstance(value, str) else value


def _as_tuple(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _require_items(values: tuple[str, ...]) -> tuple[str, ...]:
    if not values:
        raise ValueError("empty list: write the words")
    return values


def _validate_contact(contact: str) -> str:
    """Accept an e-mail address or an https address, so that a page can link to it."""
    if not re.fullmatch(CONTACT_PATTERN, contact):
        raise ValueError("write an e-mail address, such as corrections@example.org, or an https address")
    return contact


def _validate_colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-f]{6}", value):
        raise ValueError("write a colour such as #1f6f54")
    return value


def is_id(text: str) -> bool:
    """Return whether the text is a valid id of a record."""
    return re.fullmatch(ID_PATTERN, text) is not None and len(text) <= MAX_ID_LENGTH and text not in RESERVED_IDS


def is_reference(text: str) -> bool:
    """Return whether the text is a reference to a record with its kind, such as `actor:cnn`."""
    return re.fullmatch(REFERENCE_PATTERN, text) is not None


def validate_page_id(id: str) -> str:
    """Return `id` if a page can have this name; raise ValueError otherwise."""
    if len(id) > MAX_ID_LENGTH or id in RESERVED_IDS:
        raise ValueError(f"`{id}` is reserved or longer than {MAX_ID_LENGTH} characters: choose another id")
    return id


NonEmptyStr = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
ProseText = Annotated[NonEmptyStr, ProseField()]
StatementText = Annotated[NonEmptyStr, ProseField(statements_by="source")]
"""Prose in which every statement names its evidence."""
TitleText = Annotated[NonEmptyStr, ProseField(statements_by="source", has_markup=False)]
"""A title: plain text, which may end in marks."""
AssessmentText = Annotated[NonEmptyStr, ProseField(statements_by="editor")]
"""Prose in which the editor speaks, except where a mark names evidence."""
Verbatim = Annotated[NonEmptyStr, VerbatimField()]
Colour = Annotated[str, AfterValidator(_validate_colour)]
Contact = Annotated[
    NonEmptyStr,
    AfterValidator(_validate_contact),
    WithJsonSchema({"type": "string", "pattern": CONTACT_PATTERN}),
]
StrictBool = Annotated[bool, BeforeValidator(_parse_bool)]
DecimalStr = Annotated[str, StringConstraints(pattern=DECIMAL_PATTERN)]
ExactDecimal = Annotated[
    Decimal,
    BeforeValidator(_parse_decimal, json_schema_input_type=DecimalStr),
    PlainSerializer(lambda number: format(number, "f"), return_type=DecimalStr),
]
LanguageTag = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
"""A BCP 47 tag, such as `en` or `pt-BR`."""
FigureStr = Annotated[str, StringConstraints(pattern=FIGURE_PATTERN)]
ExactFigure = Annotated[
    Decimal,
    BeforeValidator(_parse_figure, json_schema_input_type=FigureStr),
    PlainSerializer(lambda number: format(number, "f"), return_type=DecimalStr),
]
"""A decimal number, or a fraction such as `2/3`."""
TextOrList = Annotated[
    tuple[NonEmptyStr, ...],
    AfterValidator(_require_items),
    BeforeValidator(_as_tuple, json_schema_input_type=str | list[str]),
]

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
FormerId = Annotated[Id, AfterValidator(validate_page_id)]
SourceId = Annotated[Id, Ref(("source",))]
ActorId = Annotated[Id, Ref(("actor",))]
PlaceId = Annotated[Id, Ref(("place",))]
EventId = Annotated[Id, Ref(("event",))]
QuoteId = Annotated[Id, Ref(("quote",))]
LinkId = Annotated[Id, Ref(("source", "actor"))]
RecordKey = Annotated[str, StringConstraints(pattern=REFERENCE_PATTERN), Ref()]


class Model(BaseModel):
    """A frozen model that refuses unknown keys: a record or a part of one."""

    model_config = ConfigDict(frozen=True, extra="forbid")


FieldMark = Ref | ProseField | VerbatimField


class MarkedField(NamedTuple):
    """A marked text of a record, and its path of keys and indexes."""

    path: FieldPath
    mark: FieldMark
    text: str


class _FieldShape(NamedTuple):
    """The shape of a field's values: their mark, whether they contain models, and whether there are several."""

    mark: FieldMark | None
    has_models: bool
    is_list: bool


def _field_shape(annotation: Any, metadata: tuple[object, ...] = ()) -> _FieldShape:
    """Return the shape of a type such as `tuple[ActorId, ...] | None`."""
    mark = next((item for item in metadata if isinstance(item, Ref | ProseField | VerbatimField)), None)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return _FieldShape(mark, True, False)
    is_list = get_origin(annotation) is tuple
    has_models = False
    own_metadata = tuple(getattr(annotation, "__metadata__", ()))
    for argument in get_args(annotation):
        if argument is Ellipsis or (own_metadata and argument in own_metadata):
            continue
        inner = _field_shape(argument, own_metadata)
        mark = inner.mark if mark is None else mark
        has_models, is_list = has_models or inner.has_models, is_list or inner.is_list
    return _FieldShape(mark, has_models, is_list)


@cache
def _field_shapes(model: type[Model]) -> tuple[tuple[str, _FieldShape], ...]:
    """Return the shape of each field of a class; cached per class because every record asks for it."""
    fields = model.model_fields.items()
    return tuple((name, _field_shape(field.annotation, tuple(field.metadata))) for name, field in fields)


class ReferenceField(NamedTuple):
    """A field that refers to records of these kinds, of every kind if there are none; to several if it is a list."""

    name: str
    kinds: tuple[str, ...]
    is_list: bool


def reference_fields(model: type[Model]) -> tuple[ReferenceField, ...]:
    """Return the fields of a class that are references themselves, not those of models nested in it."""
    return tuple(
        ReferenceField(name, mark.kinds, is_list)
        for name, (mark, _, is_list) in _field_shapes(model)
        if isinstance(mark, Ref)
    )


def nested_model(annotation: Any) -> type[Model] | None:
    """Return the class of the models that a field of this type holds, if it holds any."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((model for argument in get_args(annotation) if (model := nested_model(argument))), None)


def keys_in_files(model: type[Model]) -> tuple[str, ...]:
    """Return the keys that a model is read from: the names of its fields, or those that they are read from instead."""
    return tuple(dict.fromkeys(str(field.validation_alias or name) for name, field in model.model_fields.items()))


def model_in_files(model: type[Model], key: str) -> type[Model] | None:
    """Return the class of what the value of a key consists of, if it consists of keys and values or a list of them."""
    for name, field in model.model_fields.items():
        if key == (field.validation_alias or name):
            written = (getattr(mark, "json_schema_input_type", None) for mark in field.metadata)
            inner = next(filter(None, map(nested_model, (*written, field.annotation))), None)
            if inner is not None:
                return inner
    return None


@cache
def _fields_with_models(model: type[Model]) -> tuple[tuple[str, bool], ...]:
    """Return the names of the fields of a class that hold models, and whether these are lists."""
    return tuple((name, shape.is_list) for name, shape in _field_shapes(model) if shape.has_models)


@cache
def _marked_fields(model: type[Model]) -> tuple[tuple[str, FieldMark, bool], ...]:
    """Return the names of the marked fields of a class, their marks, and whether they are lists."""
    return tuple((name, shape.mark, shape.is_list) for name, shape in _field_shapes(model) if shape.mark is not None)


def list_parts(model: Model, path: FieldPath = ()) -> list[tuple[FieldPath, Model]]:
    """Return `model` and every model nested in it, at any depth, with its path."""
    parts = [(path, model)]
    for name, is_list in _fields_with_models(type(model)):
        value = getattr(model, name)
        if value is None:
            continue
        if is_list:
            for index, inner in enumerate(value):
                parts += list_parts(inner, _share_path((*path, name, index)))
        else:
            parts += list_parts(value, _share_path((*path, name)))
    return parts


def share_field_names(model: Model) -> None:
    """Let models in which the same fields are written share the set of their names, which no model ever changes.

    Pydantic keeps a set for each model, which is a third of the memory of a dossier's models.
    """
    for _, part in list_parts(model):
        object.__setattr__(part, "__pydantic_fields_set__", _shared_names(frozenset(part.model_fields_set)))


@cache
def _shared_names(names: frozenset[str]) -> set[str]:
    return set(names)


@cache
def _share_path(path: FieldPath) -> FieldPath:
    """Return a path that is equal to `path`, and the same for all items: most have the same fields."""
    return path


def list_marked_fields(parts: Iterable[tuple[FieldPath, Model]]) -> list[MarkedField]:
    """Return every marked text in the fields of these models, with its path; nested models are not searched."""
    found = []
    for path, model in parts:
        for name, mark, is_list in _marked_fields(type(model)):
            value = getattr(model, name)
            if is_list and value:
                found += [
                    MarkedField(_share_path((*path, name, index)), mark, text) for index, text in enumerate(value)
                ]
            elif value is not None and not is_list:
                found.append(MarkedField(_share_path((*path, name)), mark, value))
    return found
