"""YAML as nodes with comments: everything that formatting keeps."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Union


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
