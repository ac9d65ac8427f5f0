"""Terms: the values of closed lists, such as the kinds of actors and the statuses of events, as readers see them.

A list is named after its field: `Actor.kind`. The same value may have another translation in another list, since its
gender or its meaning depends on what it is about.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from inspect import isclass
from typing import Literal, get_args, get_origin

from dossier.model.base import Model
from dossier.model.kinds import KINDS
from dossier.model.record import Record
from dossier.text.interface import ngettext, pgettext
from dossier.text.wording import upper_first

KIND_NAMES = "Record.singular"
"""The list of the kinds of record."""


@cache
def closed_lists() -> Mapping[str, tuple[str, ...]]:
    """Return the values of each closed list of the records; letters, such as grades, are the same in all languages."""
    lists = {KIND_NAMES: tuple(kind.singular for kind in KINDS)}
    for kind in KINDS:
        lists.update(_lists_in(kind))
    return lists


def term(value: str, name: str) -> str:
    """Return a value of the closed list `name`, such as `Actor.kind`, in the language of the interface."""
    if value not in closed_lists()[name]:
        raise ValueError(f"`{value}` is not in the list {name}")
    return pgettext(name, value)


def kind_title(kind: type[Record] | Record) -> str:
    """Return what a record of a kind is, as a heading: `Actor`."""
    return upper_first(term(kind.singular, KIND_NAMES))


def count_of(number: int, kind: type[Record]) -> str:
    """Return `1 actor`, `2 actors`, for any kind of record."""
    return ngettext(*kind.counted, number)


def _lists_in(model: type[Model]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, field in model.model_fields.items():
        owner = [base for base in model.__mro__ if name in getattr(base, "model_fields", ())][-1]
        for part in _parts_of(field.annotation):
            if get_origin(part) is Literal and all(len(value) > 1 for value in get_args(part)):
                yield f"{owner.__name__}.{name}", get_args(part)
            elif isclass(part) and issubclass(part, Model):
                yield from _lists_in(part)


def _parts_of(annotation: object) -> Iterator[object]:
    """Yield an annotation and all that it is made of."""
    yield annotation
    if get_origin(annotation) is not Literal:
        for part in get_args(annotation):
            yield from _parts_of(part)
