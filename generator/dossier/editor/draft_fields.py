"""A record as far as it is known: what is not says what is to be written, by the words of its model."""

from collections.abc import Mapping
from typing import Literal, get_args, get_origin

from dossier.editor.formatter import keys_of
from dossier.editor.yaml.nodes import Plain
from dossier.model.base import Part, part_in
from dossier.model.record import TO_DO

REVIEW = "review"


def blank(part: type[Part], known: Mapping[str, Plain]) -> dict[str, Plain]:
    """The keys of `part` that are known or needed, in its order.

    A text that is needed and not known is `TODO:` with what it is to hold. A choice that is not known is left out:
    none of its values would be true.
    """
    filled: dict[str, Plain] = {}
    for key in keys_of(part):
        field = part.model_fields[key]
        value = known.get(key, "draft" if key == REVIEW else None)
        inner = part_in(field.annotation)
        if inner and get_origin(field.annotation) is not tuple and (field.is_required() or value is not None):
            filled[key] = blank(inner, value if isinstance(value, Mapping) else {})
        elif inner and value is not None:
            filled[key] = [blank(inner, one) for one in value if isinstance(one, Mapping)]
        elif value is not None:
            filled[key] = value
        elif field.is_required() and field.annotation is str:
            filled[key] = to_do(part, key)
    return filled


def to_do(part: type[Part], key: str) -> str:
    """What stands for a text that is still to be written."""
    return f"{TO_DO} {part.model_fields[key].description}"


def choices(part: type[Part]) -> dict[str, tuple[str, ...]]:
    """The fields of a part that must be one of a few values, with these; how far it has come is no choice yet."""
    fields = ((key, part.model_fields[key]) for key in keys_of(part) if key != REVIEW)
    return {
        key: get_args(field.annotation)
        for key, field in fields
        if field.is_required() and get_origin(field.annotation) is Literal
    }
