"""The keys of a record in the order of its model."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from dossier.editor.transaction import Change, rewritten
from dossier.editor.yaml.nodes import Block, Item
from dossier.editor.yaml.parser import read_block
from dossier.editor.yaml.writer import write_block
from dossier.io.files import read_content, shown
from dossier.io.yaml_reader import read_tree
from dossier.load import content_files
from dossier.model.base import Part, part_in
from dossier.model.errors import RefusedError
from dossier.model.finding import Finding
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


SCHEMA_LINE = "# yaml-language-server:"


def formatted(text: str, path: str, part: type[Part]) -> str:
    """`text`, which holds a `part`, in canonical form: every value, every comment and the line ends as they were.

    Raises RefusedError, with the place in `path`, where it cannot be read.
    """
    written = write_block(_headed(ordered(read_block(text, path), part)))
    if read_tree(written, path).value != read_tree(text, path).value:
        raise RefusedError(f"{path}:1:1: this file cannot be put into canonical form without changing a value")
    return written.replace("\n", "\r\n") if "\r\n" in text else written


def _headed(block: Block) -> Block:
    """The line that names the schema stays the first, whatever key it stood above: editors look for it there."""
    lines = [line for item in block.items for line in item.above if line.startswith(SCHEMA_LINE)]
    items = [item._replace(above=tuple(line for line in item.above if line not in lines)) for item in block.items]
    return block._replace(items=(items[0]._replace(above=(*lines, *items[0].above)), *items[1:])) if lines else block


def format_files(root: Path, files: Iterable[Path] = ()) -> tuple[Change, ...]:
    """What it takes to put these files of `content/` into canonical form, or all of them.

    Raises RefusedError, with every place, where one cannot be read or is no content file.
    """
    root = root.resolve()
    kinds = dict(content_files(root))
    changes: list[Change] = []
    refused: list[str] = []
    for file in [file.absolute() for file in files] or kinds:
        try:
            changes.extend(_changes(file, root, kinds))
        except RefusedError as error:
            refused.append(str(error))
    if refused:
        raise RefusedError("\n".join(refused))
    return tuple(changes)


def _changes(file: Path, root: Path, kinds: Mapping[Path, type[Part]]) -> Iterable[Change]:
    if file not in kinds:
        raise RefusedError(f"{file} is no content file of {root}")
    path = shown(file, root)
    text = read_content(file, root, path)
    if isinstance(text, Finding):
        raise RefusedError(str(text))
    return rewritten(path, text, formatted(text, path, kinds[file]))
