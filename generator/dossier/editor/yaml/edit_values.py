"""Edit values of a YAML file in place: every other byte stays the same.

ruamel.yaml would not do that: it keeps comments and quotes, but rewrites indentation, spaces in `[a,b]`, escapes and
line ends, so that a rename would change lines it has no reason to change.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import yaml

from dossier.editor.yaml.parser import compose
from dossier.io.yaml_reader import read_yaml
from dossier.model.base import FieldPath
from dossier.model.errors import UserError

Edit = Callable[[str], str]


def edit_values(text: str, path: str, edits: Mapping[FieldPath, Edit]) -> str:
    """Return `text` with the value at each field path edited.

    Raises UserError where a value cannot be edited in place, for example because of escapes.
    """
    nodes = dict(_scalars_by_path(compose(text, path)))
    edited = text
    for field in sorted(edits, key=lambda field: nodes[field].start_mark.index, reverse=True):
        node, edit = nodes[field], edits[field]
        start, end = node.start_mark.index, node.end_mark.index
        source, value = text[start:end], node.value
        replacement = source.replace(value, edit(value)) if value in source else edit(source)
        edited = f"{edited[:start]}{replacement}{edited[end:]}"
    if read_yaml(edited, path).value != _expected_values(text, path, edits):
        raise UserError(f"{path}: a value in this file cannot be edited in place: run `dossier fmt` on it first")
    return edited


def set_list(text: str, path: str, key: str, values: tuple[str, ...]) -> str:
    """Return `text` with `values` as the list of `key`, replacing the existing list or added at the end.

    Raises UserError where the existing list contains comments, or the list cannot be written there.
    """
    flow = f"[{', '.join(values)}]"
    node = next((value for name, value in compose(text, path).value if name.value == key), None)
    if node:
        start, end = node.start_mark.index, _end(node)
        edited = f"{text[:start]}{flow}{text[end:]}"
    else:
        start = end = len(text)
        line_end = "" if text.endswith("\n") else "\n"
        edited = f"{text}{line_end}{key}: {flow}\n"
    if "#" in text[start:end] or read_yaml(edited, path).value != {**read_yaml(text, path).value, key: list(values)}:
        raise UserError(f"{path}: `{key}` cannot be set in this file: run `dossier fmt` on it first")
    return edited


def _end(node: yaml.Node) -> int:
    """Return the offset of the end of a node: for a block list, that of its last item."""
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
        return _end(node.value[-1])
    return int(node.end_mark.index)


def _scalars_by_path(node: yaml.Node, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Any]]:
    """Yield every scalar with its path of keys and indexes."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars_by_path(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _scalars_by_path(value, (*path, index))
    else:
        yield path, node


def _expected_values(text: str, path: str, edits: Mapping[FieldPath, Edit]) -> Any:
    """Return the values that the text must have after the edits."""
    expected = read_yaml(text, path).value
    for field, edit in edits.items():
        holder = expected
        for step in field[:-1]:
            holder = holder[step]
        holder[field[-1]] = edit(holder[field[-1]])
    return expected
