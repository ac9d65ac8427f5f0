"""What a YAML file says, with its comments: all that a canonical form keeps."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Union


class Scalar(NamedTuple):
    """A text, and how it stands on lines of its own: written with `|` (`literal`), or folded so (`folds`)."""

    text: str
    literal: bool = False
    folds: tuple[str, ...] = ()


class Item(NamedTuple):
    """An entry of a mapping, or one of a list, which has no key; its comments begin with `#`."""

    value: "Node"
    key: str | None = None
    above: tuple[str, ...] = ()
    beside: str = ""


class Block(NamedTuple):
    """A mapping (`keyed`) or a list, with the comments below its last item."""

    items: tuple[Item, ...]
    keyed: bool
    below: tuple[str, ...] = ()

    @property
    def commented(self) -> bool:
        """Whether a comment stands anywhere inside."""
        return bool(self.below) or any(
            item.above or item.beside or (isinstance(item.value, Block) and item.value.commented) for item in self.items
        )


Node = Union[Scalar, Block]  # noqa: UP007 - it names classes that name it
Plain = Union[str, Sequence["Plain"], Mapping[str, "Plain"]]  # noqa: UP007


def node_of(value: Plain) -> Node:
    """Texts, lists and mappings as nodes without comments."""
    if isinstance(value, str):
        return Scalar(value)
    if isinstance(value, Mapping):
        return Block(tuple(Item(node_of(inner), key) for key, inner in value.items()), keyed=True)
    return Block(tuple(Item(node_of(inner)) for inner in value), keyed=False)
