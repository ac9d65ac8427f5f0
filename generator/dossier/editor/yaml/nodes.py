"""YAML as nodes with comments: everything that formatting keeps."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, Union

from dossier.model.base import FieldPath


class Scalar(NamedTuple):
    """A text. `literal` is true for block style `|`; `folds` are the lines as folded by hand in block style `>`."""

    text: str
    literal: bool = False
    folds: tuple[str, ...] = ()


class CollectionItem(NamedTuple):
    """An item of a mapping, or of a list, where `key` is None; comments include their `#`."""

    value: "Node"
    key: str | None = None
    comments_before: tuple[str, ...] = ()
    trailing_comment: str = ""


class Collection(NamedTuple):
    """A mapping or a list, with the comments below its last item."""

    items: tuple[CollectionItem, ...]
    is_mapping: bool
    comments_below: tuple[str, ...] = ()

    @property
    def has_comments(self) -> bool:
        """Whether there is a comment at any depth."""
        return bool(self.comments_below) or any(
            item.comments_before
            or item.trailing_comment
            or (isinstance(item.value, Collection) and item.value.has_comments)
            for item in self.items
        )


Node = Union[Scalar, Collection]  # noqa: UP007 - the classes refer to each other
YamlValue = Union[str, Sequence["YamlValue"], Mapping[str, "YamlValue"]]  # noqa: UP007


def node_of(value: YamlValue) -> Node:
    """Convert texts, lists and mappings to nodes without comments."""
    if isinstance(value, str):
        return Scalar(value)
    if isinstance(value, Mapping):
        return Collection(tuple(CollectionItem(node_of(inner), key) for key, inner in value.items()), is_mapping=True)
    return Collection(tuple(CollectionItem(node_of(inner)) for inner in value), is_mapping=False)


def value_of(node: Node) -> YamlValue:
    """Convert nodes to texts, lists and mappings, without comments."""
    if isinstance(node, Scalar):
        return node.text
    if node.is_mapping:
        return {item.key or "": value_of(item.value) for item in node.items}
    return [value_of(item.value) for item in node.items]


def edit_at(node: Node, path: FieldPath, edit: Callable[["Node"], "Node"]) -> Node:
    """Return a node with the node at `path`, a path of keys and indexes, edited. Raises KeyError if there is none."""
    if not path:
        return edit(node)
    if isinstance(node, Collection):
        for index, item in enumerate(node.items):
            if path[0] == (index if item.key is None else item.key):
                item = item._replace(value=edit_at(item.value, path[1:], edit))
                return node._replace(items=(*node.items[:index], item, *node.items[index + 1 :]))
    raise KeyError(path)


def comments_of(item: CollectionItem) -> tuple[str, ...]:
    """Return every comment of an item and inside it, in order."""
    inside: tuple[str, ...] = ()
    if isinstance(item.value, Collection):
        inside = (*chain.from_iterable(map(comments_of, item.value.items)), *item.value.comments_below)
    trailing = (item.trailing_comment,) if item.trailing_comment else ()
    return (*item.comments_before, *trailing, *inside)
