"""The keys of a record in the order of its model."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from dossier.editor.transaction import FileChange, replace
from dossier.editor.yaml.nodes import Collection, CollectionItem
from dossier.editor.yaml.parser import read_block
from dossier.editor.yaml.writer import write_block
from dossier.io.files import display_path, read_content
from dossier.io.yaml_reader import read_yaml
from dossier.load import iter_content_files
from dossier.model.base import Model, nested_model
from dossier.model.errors import UserError
from dossier.model.finding import Finding
from dossier.model.record import Record


def sort_keys(block: Collection, part: type[Model]) -> Collection:
    """The same, each mapping's keys in the order of the part it holds; unknown keys follow as they stand."""
    keys = keys_of(part)
    known = {key: at for at, key in enumerate(keys)}
    items = (
        sorted(block.items, key=lambda item: known.get(item.key or "", len(keys))) if block.is_mapping else block.items
    )
    return block._replace(items=tuple(_inside(item, part) for item in items))


@cache
def keys_of(part: type[Model]) -> tuple[str, ...]:
    """The keys that a part may have: a record's own, then what all kinds share."""
    shared = tuple(Record.model_fields) if issubclass(part, Record) else ()
    return (*(key for key in part.model_fields if key not in shared), *shared)


def _inside(item: CollectionItem, part: type[Model]) -> CollectionItem:
    if not isinstance(item.value, Collection):
        return item
    inner = nested_model(part.model_fields[item.key].annotation) if item.key in part.model_fields else None
    if item.key is None:
        inner = part
    return item if inner is None else item._replace(value=sort_keys(item.value, inner))


SCHEMA_LINE = "# yaml-language-server:"


def format_text(text: str, path: str, part: type[Model]) -> str:
    """`text`, which holds a `part`, in canonical form: every value, every comment and the line ends as they were.

    Raises RefusedError, with the place in `path`, where it cannot be read.
    """
    written = write_block(_keep_schema_line(sort_keys(read_block(text, path), part)))
    if read_yaml(written, path).value != read_yaml(text, path).value:
        raise UserError(f"{path}:1:1: this file cannot be put into canonical form without changing a value")
    return written.replace("\n", "\r\n") if "\r\n" in text else written


def _keep_schema_line(block: Collection) -> Collection:
    """The line that names the schema stays the first, whatever key it stood above: editors look for it there."""
    lines = [line for item in block.items for line in item.comments_before if line.startswith(SCHEMA_LINE)]
    items = [
        item._replace(comments_before=tuple(line for line in item.comments_before if line not in lines))
        for item in block.items
    ]
    return (
        block._replace(items=(items[0]._replace(comments_before=(*lines, *items[0].comments_before)), *items[1:]))
        if lines
        else block
    )


def format_files(root: Path, files: Iterable[Path] = ()) -> tuple[FileChange, ...]:
    """What it takes to put these files of `content/` into canonical form, or all of them.

    Raises RefusedError, with every place, where one cannot be read or is no content file.
    """
    root = root.resolve()
    kinds = dict(iter_content_files(root))
    changes: list[FileChange] = []
    refused: list[str] = []
    for file in [file.absolute() for file in files] or kinds:
        try:
            changes.extend(_changes(file, root, kinds))
        except UserError as error:
            refused.append(str(error))
    if refused:
        raise UserError("\n".join(refused))
    return tuple(changes)


def _changes(file: Path, root: Path, kinds: Mapping[Path, type[Model]]) -> Iterable[FileChange]:
    if file not in kinds:
        raise UserError(f"{file} is no content file of {root}")
    path = display_path(file, root)
    text = read_content(file, root, path)
    if isinstance(text, Finding):
        raise UserError(str(text))
    return replace(path, text, format_text(text, path, kinds[file]))
