"""Grouping of items by keys."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


def group_by(items: Iterable[Item], keys_of: Callable[[Item], tuple[Key, ...]]) -> Mapping[Key, tuple[Item, ...]]:
    """Group items by each of their keys, in order."""
    groups: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        for key in keys_of(item):
            groups[key].append(item)
    return MappingProxyType({key: tuple(group) for key, group in groups.items()})
