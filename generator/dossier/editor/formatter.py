"""The formatter of content files: keys in the order of the model, one style, values and comments unchanged."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from dossier.editor.transaction import FileChange, replace
from dossier.editor.yaml.nodes import Collection, CollectionItem
from dossier.editor.yaml.parser import parse_mapping
from dossier.editor.yaml.writer import write_mapping
from dossier.io.files import display_path, read_content
from dossier.io.yaml_reader import read_yaml
from dossier.load.loader import iter_content_files
from dossier.model.base import Model, keys_in_files, model_in_files
from dossier.model.errors import UserError
from dossier.model.finding import Finding
from dossier.model.record import Record

SCHEMA_LINE = "# yaml-language-server:"


def sort_keys(collection: Collection, model: type[Model]) -> Collection:
    """Sort the keys of each mapping in the order of its model; unknown keys come last, in their own order."""
    items = collection.items
    if collection.is_mapping:
        order = {key: index for index, key in enumerate(keys_of(model))}
        items = tuple(sorted(items, key=lambda item: order.get(item.key or "", len(order))))
    return collection._replace(items=tuple(_sort_inside(item, model) for item in items))


def keys_of(model: type[Model]) -> tuple[str, ...]:
    """Return the keys that a model may have: for a record those of its kind, then those that all kinds share."""
    shared = keys_in_files(Record) if issubclass(model, Record) else ()
    return (*(key for key in keys_in_files(model) if key not in shared), *shared)


def _sort_inside(item: CollectionItem, model: type[Model]) -> CollectionItem:
    if not isinstance(item.value, Collection):
        return item
    inner = model if item.key is None else model_in_files(model, item.key)
    return item if inner is None else item._replace(value=sort_keys(item.value, inner))


def format_text(text: str, path: str, model: type[Model]) -> str:
    """Format the text of a file of this model; values, comments and line ends stay the same.

    Raises UserError, with the location in `path`, where it cannot be read.
    """
    formatted = write_mapping(_keep_schema_line(sort_keys(parse_mapping(text, path), model)))
    if read_yaml(formatted, path).value != read_yaml(text, path).value:
        raise UserError(f"{path}:1:1: this file cannot be formatted without changing a value")
    return formatted.replace("\n", "\r\n") if "\r\n" in text else formatted


def _keep_schema_line(collection: Collection) -> Collection:
    """Move the comment that names the schema to the top of the file, where editors look for it."""
    lines = [line for item in collection.items for line in item.comments_before if line.startswith(SCHEMA_LINE)]
    if not lines:
        return collection
    first, *others = (
        item._replace(comments_before=tuple(line for line in item.comments_before if line not in lines))
        for item in collection.items
    )
    first = first._replace(comments_before=(*lines, *first.comments_before))
    return collection._replace(items=(first, *others))


def format_files(root: Path, files: Iterable[Path] = ()) -> tuple[FileChange, ...]:
    """Return the changes that format these files of `content/`, or all of them if `files` is empty.

    Raises UserError, with every location, where one cannot be read or is not a content file.
    """
    root = root.resolve()
    kinds = dict(iter_content_files(root))
    changes: list[FileChange] = []
    errors: list[str] = []
    for file in [file.absolute() for file in files] or kinds:
        try:
            changes.extend(_format_file(file, root, kinds))
        except UserError as error:
            errors.append(str(error))
    if errors:
        raise UserError("\n".join(errors))
    return tuple(changes)


def _format_file(file: Path, root: Path, kinds: Mapping[Path, type[Model]]) -> Iterable[FileChange]:
    if file not in kinds:
        raise UserError(f"{file} is not a content file of {root}")
    path = display_path(file, root)
    text = read_content(file, root, path)
    if isinstance(text, Finding):
        raise UserError(str(text))
    return replace(path, text, format_text(text, path, kinds[file]))
