"""The keys of a record in the order of its model."""

from functools import cache

from dossier.edit.nodes import Block, Item
from dossier.model.base import Part, part_in
from dossier.model.record import Record


def ordered(block: Block, part: type[Part]) -> Block:
    """The same, each mapping's keys in the order of the part it holds; unknown keys follow as they stand."""
    keys = keys_of(part)
    known = {key: at for at, key in enumerate(keys)}
    items = sorted(block.items, key=lambda item: known.get(item.key or "", len(keys))) if block.keyed else block.items
    return block._replace(items=tuple(_inside(item, part) for item in items))


@cache
def keys_of(part: type[Part]) -> tuple[str, ...]:
    """The keys that a part may have: a record's own, then what all kinds share."""
    shared = tuple(Record.model_fields) if issubclass(part, Record) else ()
    return (*(key for key in part.model_fields if key not in shared), *shared)


def _inside(item: Item, part: type[Part]) -> Item:
    if not isinstance(item.value, Block):
        return item
    inner = part_in(part.model_fields[item.key].annotation) if item.key in part.model_fields else None
    if item.key is None:
        inner = part
    return item if inner is None else item._replace(value=ordered(item.value, inner))
