"""A record as far as it is known: what is not says what is to be written, by the words of its model."""

from collections.abc import Mapping
from typing import Literal, get_args, get_origin

from dossier.editor.formatter import keys_of
from dossier.editor.yaml.nodes import YamlValue
from dossier.model.base import Model, nested_model
from dossier.model.record import TODO_PREFIX

REVIEW = "review"


def draft_fields(part: type[Model], known: Mapping[str, YamlValue]) -> dict[str, YamlValue]:
    """The keys of `part` that are known or needed, in its order.

    A text that is needed and not known is `TODO:` with what it is to hold. A choice that is not known is left out:
    none of its values would be true.
    """
    filled: dict[str, YamlValue] = {}
    for key in keys_of(part):
        field = part.model_fields[key]
        value = known.get(key, "draft" if key == REVIEW else None)
        inner = nested_model(field.annotation)
        if inner and get_origin(field.annotation) is not tuple and (field.is_required() or value is not None):
            filled[key] = draft_fields(inner, value if isinstance(value, Mapping) else {})
        elif inner and value is not None:
            filled[key] = [draft_fields(inner, one) for one in value if isinstance(one, Mapping)]
        elif value is not None:
            filled[key] = value
        elif field.is_required() and field.annotation is str:
            filled[key] = todo(part, key)
    return filled


def todo(part: type[Model], key: str) -> str:
    """What stands for a text that is still to be written."""
    return f"{TODO_PREFIX} {part.model_fields[key].description}"


def required_choices(part: type[Model]) -> dict[str, tuple[str, ...]]:
    """The fields of a part that must be one of a few values, with these; how far it has come is no choice yet."""
    fields = ((key, part.model_fields[key]) for key in keys_of(part) if key != REVIEW)
    return {
        key: get_args(field.annotation)
        for key, field in fields
        if field.is_required() and get_origin(field.annotation) is Literal
    }
