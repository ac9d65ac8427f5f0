"""What a YAML file says, with its comments: all that a canonical form keeps."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Union


class Scalar(NamedTuple):
    """A text, and how it stands on lines of its own: written with `|` (`literal`), or folded so (`folds`)."""

    text: str
    literal: bool = False
    folds: tuple[str, ...] = ()


class CollectionItem(NamedTuple):
    """An entry of a mapping, or one of a list, which has no key; its comments begin with `#`."""

    value: "Node"
    key: str | None = None
    comments_before: tuple[str, ...] = ()
    trailing_comment: str = ""


class Collection(NamedTuple):
    """A mapping (`keyed`) or a list, with the comments below its last item."""

    items: tuple[CollectionItem, ...]
    is_mapping: bool
    below: tuple[str, ...] = ()

    @property
    def commented(self) -> bool:
        """Whether a comment stands anywhere inside."""
        return bool(self.below) or any(
            item.comments_before
            or item.trailing_comment
            or (isinstance(item.value, Collection) and item.value.commented)
            for item in self.items
        )


Node = Union[Scalar, Collection]  # noqa: UP007 - it names classes that name it
YamlValue = Union[str, Sequence["YamlValue"], Mapping[str, "YamlValue"]]  # noqa: UP007


def node_of(value: YamlValue) -> Node:
    """Texts, lists and mappings as nodes without comments."""
    if isinstance(value, str):
        return Scalar(value)
    if isinstance(value, Mapping):
        return Collection(tuple(CollectionItem(node_of(inner), key) for key, inner in value.items()), is_mapping=True)
    return Collection(tuple(CollectionItem(node_of(inner)) for inner in value), is_mapping=False)
