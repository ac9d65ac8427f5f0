"""Prose as data: a field has the plain words, a second one the same as the editors wrote it, with links and marks."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from dossier.graph import Graph
from dossier.model.base import MarkedField, ProseField, list_marked_fields
from dossier.model.content_item import ContentItem
from dossier.model.marks import strip_marks

MARKUP_SUFFIX = "_markup"
"""Of the name of the second field: `summary` and `summary_markup`."""
PlainText = Callable[[ProseField, str], str]
"""Returns prose of such a field in plain words."""


def plain_prose(graph: Graph) -> PlainText:
    """Return what makes plain words of the prose of a graph: no marks, and of each link its words."""
    return partial(_plain, graph)


def _plain(graph: Graph, field: ProseField, text: str) -> str:
    return graph.plain_text(text) if field.has_markup else strip_marks(text)


def describe_markup(field: str) -> str:
    """Return the description of the field beside a field of prose."""
    return f"`{field}` as the editors wrote it, with its links and marks."


def prose_in(item: ContentItem) -> Iterator[MarkedField]:
    """Yield the fields of prose of an item, also those of a withdrawn record that its notice does not show."""
    for field in list_marked_fields([((), item), *item.parts]):
        if isinstance(field.mark, ProseField):
            yield field


def split_prose(graph: Graph, fields: Iterable[MarkedField], data: Any) -> None:
    """Replace these fields of prose in the data of a record by their plain words, and add those with their markup."""
    for path, mark, text in fields:
        assert isinstance(mark, ProseField)
        *steps, name = path
        holder = data
        for step in steps:
            holder = holder[step]
        holder[name] = _plain(graph, mark, text)
        holder[f"{name}{MARKUP_SUFFIX}"] = text
