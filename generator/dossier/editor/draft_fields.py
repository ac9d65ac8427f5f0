"""The fields of a draft record: those that are known, and a TODO for each required text that is not."""

from collections.abc import Mapping
from typing import Literal, get_args, get_origin

from dossier.editor.formatter import keys_of
from dossier.editor.yaml.nodes import YamlValue
from dossier.model.base import Model, nested_model
from dossier.model.record import TODO_PREFIX

REVIEW = "review"


def draft_fields(model: type[Model], known: Mapping[str, YamlValue]) -> dict[str, YamlValue]:
    """Return the known and the required fields of a model, in the model's order.

    A required text that is not known becomes `TODO:` with the field's description. A required choice that is not known
    is left out, since no value would be a safe default.
    """
    fields: dict[str, YamlValue] = {}
    for key in keys_of(model):
        field = model.model_fields[key]
        value = known.get(key, "draft" if key == REVIEW else None)
        inner = nested_model(field.annotation)
        is_list = get_origin(field.annotation) is tuple
        if inner and not is_list and (field.is_required() or value is not None):
            fields[key] = draft_fields(inner, value if isinstance(value, Mapping) else {})
        elif inner and value is not None:
            fields[key] = [draft_fields(inner, element) for element in value if isinstance(element, Mapping)]
        elif value is not None:
            fields[key] = value
        elif field.is_required() and field.annotation is str:
            fields[key] = todo(model, key)
    return fields


def todo(model: type[Model], key: str) -> str:
    """Return the placeholder for a text that is still to be written."""
    return f"{TODO_PREFIX} {model.model_fields[key].description}"


def required_choices(model: type[Model]) -> dict[str, tuple[str, ...]]:
    """Return the required fields that must be one of a few values, with these values; not the review status."""
    choices: dict[str, tuple[str, ...]] = {}
    for key in keys_of(model):
        field = model.model_fields[key]
        if key != REVIEW and field.is_required() and get_origin(field.annotation) is Literal:
            choices[key] = get_args(field.annotation)
    return choices
