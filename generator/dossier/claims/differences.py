"""The differences between two states of a record or of one of its parts, value by value."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest
from typing import Literal, NamedTuple

from dossier.model.base import ClaimField, FieldPath, Model
from dossier.model.marks import strip_marks
from dossier.model.passage import Passage
from dossier.text.whitespace import collapse_whitespace

Facet = Literal["claim", "evidence", "prose", "status"]
FACETS: tuple[Facet, ...] = ("claim", "evidence", "prose", "status")
"""The role of a field: a claim, its evidence, the editor's prose, or the status of the record."""
STATUS_FIELDS = frozenset({"review", "reviewed", "corrections", "withdrawn", "formerly"})


class StatementName(NamedTuple):
    """The statement that a difference belongs to, in the later state if it exists there: its id, text and number."""

    id: str
    text: str
    number: int


class Difference(NamedTuple):
    """A value, the text of a statement or a passage that differs between two states; None if it is missing in one.

    `path` leads to it in the later state or, if it is missing there, to the list or field it was in.
    """

    facet: Facet
    path: FieldPath
    before: str | None
    after: str | None
    statement: StatementName | None = None
    needs_correction: bool = False
    """Whether readers of the earlier state were shown something that no longer holds."""

    @property
    def field(self) -> str:
        """The keys of the path: `measure.scope`, `positions.statement`."""
        return ".".join(step for step in self.path if isinstance(step, str))


def find_differences(
    before: Model | None, after: Model | None, path: FieldPath = (), facet: Facet | None = None
) -> Iterator[Difference]:
    """Yield the differences between two models of one class, one of which may be None.

    `facet` is that of the whole model; without it, each field has its own.
    """
    model = before or after
    for name, field_facet in _field_facets(type(model)) if model else ():
        old = getattr(before, name) if before else None
        new = getattr(after, name) if after else None
        if isinstance(old if old is not None else new, tuple):
            for old_item, new_item, index in pair_list_items(old or (), new or ()):
                item_path = (*path, name) if index is None else (*path, name, index)
                yield from _value_differences(old_item, new_item, item_path, facet or field_facet)
        else:
            yield from _value_differences(old, new, (*path, name), facet or field_facet)


def _value_differences(old: object, new: object, path: FieldPath, facet: Facet) -> Iterator[Difference]:
    if old == new:
        return
    value = new if old is None else old
    if isinstance(value, Model) and not isinstance(value, Passage):
        old_model = old if isinstance(old, Model) else None
        new_model = new if isinstance(new, Model) else None
        yield from find_differences(old_model, new_model, path, "status" if facet == "status" else None)
        return
    before, after = format_value(old), format_value(new)
    if before != after:
        facet = "evidence" if isinstance(value, Passage) else facet
        yield Difference(facet, path, before, after, needs_correction=facet == "claim" and before is not None)


@cache
def _field_facets(model: type[Model]) -> tuple[tuple[str, Facet], ...]:
    return tuple((name, _facet(name, field.metadata)) for name, field in model.model_fields.items())


def _facet(name: str, marks: Sequence[object]) -> Facet:
    if any(isinstance(mark, ClaimField) for mark in marks):
        return "claim"
    return "status" if name in STATUS_FIELDS else "prose"


def format_value(value: object) -> str | None:
    """Return a value as reports show it, on one line: without marks, and a passage without its label."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Passage):
        attribution = " → ".join((value.source, *value.via))
        prefix = f", prefix “{value.prefix}”" if value.prefix else ""
        suffix = f", suffix “{value.suffix}”" if value.suffix else ""
        basis = f", attribution: {value.via_basis}" if value.via_basis else ""
        value = f"{attribution}: “{value.exact}”{prefix}{suffix}{basis}"
    return collapse_whitespace(strip_marks(str(value)))


def pair_list_items(before: Sequence[object], after: Sequence[object]) -> Iterator[tuple[object, object, int | None]]:
    """Yield each list item that differs with its counterpart in the other list, or None, and its later index.

    Equal items are left out wherever they are, then items are paired by what identifies them. Of the rest, passages
    have no counterpart; other items are paired in their order.
    """
    old, new = list(before), dict(enumerate(after))
    for criterion in (_content, _identity):
        for old_item in tuple(old):
            matches = (index for index, new_item in new.items() if criterion(new_item) == criterion(old_item))
            index = next(matches, None)
            if index is None:
                continue
            old.remove(old_item)
            new_item = new.pop(index)
            if criterion is _identity:
                yield old_item, new_item, index
    if any(isinstance(item, Passage) for item in (*before, *after)):
        yield from ((item, None, None) for item in old)
        yield from ((None, item, index) for index, item in new.items())
    else:
        for old_item, index in zip_longest(old, new):
            yield old_item, None if index is None else new[index], index


def _content(item: object) -> object:
    return item if isinstance(item, Model) and not isinstance(item, Passage) else format_value(item)


def _identity(item: object) -> object:
    """Return the identity of a list item: a passage's source, a model's claims; any other item equals only itself."""
    if isinstance(item, Passage):
        return item.source
    if isinstance(item, Model):
        claims = tuple(getattr(item, name) for name, facet in _field_facets(type(item)) if facet == "claim")
        return claims or id(item)
    return id(item)
