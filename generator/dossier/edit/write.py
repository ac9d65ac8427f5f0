"""Nodes to YAML in the one canonical form."""

from collections.abc import Iterator

from dossier.edit.nodes import Block, Item, Scalar
from dossier.edit.scalars import WIDTH, one_line, written

STEP = 2
EMPTY = '""'


def write_block(block: Block) -> str:
    """The text of a file that holds `block`."""
    return "".join(f"{line}\n" for line in lines_of(block, 0))


def lines_of(block: Block, indent: int) -> Iterator[str]:
    """The lines of a mapping or list whose items stand `indent` deep."""
    margin = " " * indent
    for item in block.items:
        hoisted = _hoisted(item)
        yield from (margin + comment for comment in hoisted.above)
        yield from _item(hoisted, indent)
    yield from (margin + comment for comment in block.below)


def _item(item: Item, indent: int) -> Iterator[str]:
    """The lines of one item, whose comments above are written already."""
    head = " " * indent + ("-" if item.key is None else f"{one_line(item.key, empty=EMPTY)}:")
    if isinstance(item.value, Scalar):
        yield from _scalar(item.value, head, indent, item.beside)
    elif (flow := _flow(item.value, WIDTH - len(head) - 1)) is not None:
        yield _line(f"{head} {flow}", item.beside)
    elif item.key is not None:
        yield _line(head, item.beside)
        yield from lines_of(item.value, indent + STEP)
    else:
        first, *others = lines_of(item.value, indent + STEP)
        yield f"{head} {first.lstrip(' ')}"
        yield from others


def _scalar(scalar: Scalar, head: str, indent: int, beside: str) -> Iterator[str]:
    told = written(scalar, WIDTH - len(head) - 1, WIDTH - indent - STEP)
    yield _line(f"{head} {told.head}".rstrip(" "), beside)
    yield from (f"{' ' * (indent + STEP)}{line}" if line else "" for line in told.lines)


def _flow(block: Block, room: int) -> str | None:
    """A list of texts on one line, where it fits and nothing in it is commented; an empty block always is."""
    if not block.items and not block.below:
        return "{}" if block.keyed else "[]"
    texts = [item.value.text for item in block.items if isinstance(item.value, Scalar)]
    if block.keyed or block.commented or len(texts) < len(block.items):
        return None
    line = ", ".join(one_line(text, in_flow=True, empty=EMPTY) for text in texts).join("[]")
    return line if len(line) <= room else None


def _hoisted(item: Item) -> Item:
    """An item of a list that is a mapping or list stands on its first line: what comments that has go above it."""
    if item.key is not None or not isinstance(item.value, Block) or not item.value.items:
        return item
    first, *others = item.value.items
    first = _hoisted(first)
    beside = (item.beside,) if item.beside else ()
    value = item.value._replace(items=(first._replace(above=()), *others))
    return item._replace(value=value, above=(*item.above, *beside, *first.above), beside="")


def _line(text: str, comment: str) -> str:
    return f"{text}  {comment}" if comment else text
