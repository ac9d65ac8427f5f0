"""Edit values of a YAML file in place: every other byte stays the same.

ruamel.yaml would not do that: it keeps comments and quotes, but rewrites indentation, spaces in `[a,b]`, escapes and
line ends, so that a rename would change lines it has no reason to change.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import yaml

from dossier.editor.yaml.nodes import Collection, YamlValue, comments_of, node_of
from dossier.editor.yaml.parser import compose, parse_mapping
from dossier.editor.yaml.writer import EMPTY, INDENT, lines_of, one_line
from dossier.io.yaml_reader import read_yaml
from dossier.model.base import FieldPath
from dossier.model.errors import UserError

Edit = Callable[[str], str]
COMMENT_LINE = re.compile(r"( *)#.*(?:\n|$)")


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


def set_mapping(text: str, path: str, key: str, values: Mapping[str, str], first: str) -> str:
    """Return `text` with `values` in the mapping of `key`, which the text has; all else stays the same, comments too.

    A single value there becomes that of the key `first` of a new mapping. Raises UserError where it cannot be written.
    """
    root = compose(text, path)
    name, node = next((name, node) for name, node in root.value if name.value == key)
    if isinstance(node, yaml.MappingNode):
        edited = _set_in_mapping(text, node, values)
        expected = {**read_yaml(text, path).value[key], **values}
    else:
        expected = {first: node.value, **values}
        edited = _replace_by_mapping(text, node, expected, None if root.flow_style else name.start_mark.column)
    is_as_expected = read_yaml(edited, path).value == {**read_yaml(text, path).value, key: expected}
    if not is_as_expected or _comments(edited, path) != _comments(text, path):
        raise UserError(f"{path}: `{key}` cannot be set in this file: run `dossier fmt` on it first")
    return edited


def _replace_by_mapping(text: str, node: yaml.Node, values: Mapping[str, str], column: int | None) -> str:
    """Return the text with a mapping for a value: below its line, or on it if its key has no column of its own."""
    start, end = node.start_mark.index, _text_end(text, node)
    if column is None:
        return f"{text[:start]}{{{_flow_items(values)}}}{text[end:]}"
    line_end = _line_end_after(text, end)
    return (
        f"{text[:start].rstrip(' ')}{text[end:line_end]}{_block_items(text, values, column + INDENT)}{text[line_end:]}"
    )


def _set_in_mapping(text: str, mapping: yaml.MappingNode, values: Mapping[str, str]) -> str:
    """Return the text with the values of existing keys replaced, and new keys after the last one."""
    existing = {name.value: node for name, node in mapping.value}
    name, last = mapping.value[-1]
    new = {key: value for key, value in values.items() if key not in existing}
    column, at = int(name.start_mark.column), _text_end(text, last)
    if new and mapping.flow_style:
        text = f"{text[:at]}, {_flow_items(new)}{text[at:]}"
    elif new:
        at = _line_end_after(text, at)
        text = f"{text[:at]}{_block_items(text, new, column)}{text[at:]}"
    for key in sorted(existing.keys() & values.keys(), key=lambda key: -existing[key].start_mark.index):
        start, end = existing[key].start_mark.index, _text_end(text, existing[key])
        if mapping.flow_style:
            value = one_line(values[key], in_flow=True, empty=EMPTY)
        else:
            value = _block_items(text, {key: values[key]}, column).lstrip("\r\n ").removeprefix(f"{key}: ")
        text = f"{text[:start]}{value}{text[end:]}"
    return text


def _comments(text: str, path: str) -> list[str]:
    mapping = parse_mapping(text, path)
    return sorted((*mapping.comments_below, *chain.from_iterable(map(comments_of, mapping.items))))


def _flow_items(values: Mapping[str, str]) -> str:
    return ", ".join(f"{key}: {one_line(value, in_flow=True, empty=EMPTY)}" for key, value in values.items())


def _block_items(text: str, values: Mapping[str, str], column: int) -> str:
    """Return the lines of a mapping in the format of all files, each after the line end of the text."""
    collection = node_of(values)
    assert isinstance(collection, Collection)
    line_end = "\r\n" if "\r\n" in text else "\n"
    return "".join(f"{line_end}{line}" for line in lines_of(collection, column))


def _text_end(text: str, node: yaml.Node) -> int:
    """Return the offset of the end of a value's text: a folded one ends with its last line in PyYAML."""
    start = int(node.start_mark.index)
    return start + len(text[start : node.end_mark.index].rstrip())


def _line_end_after(text: str, offset: int) -> int:
    """Return the offset of the end of the line, before its line feed or both of its characters."""
    end = text.find("\n", offset)
    return len(text) if end == -1 else end - (text[end - 1] == "\r")


def append_items(text: str, path: str, key: str, items: Sequence[YamlValue]) -> str:
    """Return `text` with items added at the end of the list of `key`, or with that list added at the end.

    Raises UserError where the items cannot be added in place, as in a list on one line.
    """
    node = next((value for name, value in compose(text, path).value if name.value == key), None)
    new = node_of(list(items))
    assert isinstance(new, Collection)
    before, heading = text, ""
    if node is None:
        indent, start, heading = INDENT, len(before), f"{key}:\n"
    elif node.value:
        indent = node.start_mark.column
        start = _after_lines(before, _end(node), indent)
    else:  # `[]`, which goes.
        indent = INDENT
        before = f"{text[: node.start_mark.index].rstrip(' ')}{text[node.end_mark.index :]}"
        start = _after_lines(before, node.start_mark.index - 1, indent)
    separator = "\n" if before[start - 1] != "\n" else ""
    added = separator + heading + "".join(f"{line}\n" for line in lines_of(new, indent))
    added = added.replace("\n", "\r\n") if "\r\n" in text else added
    edited = f"{before[:start]}{added}{before[start:]}"
    values, result = read_yaml(text, path).value, read_yaml(edited, path)
    if result.findings or result.value != {**values, key: [*values.get(key, ()), *items]}:
        raise UserError(f"{path}: nothing can be added to `{key}` in this file: run `dossier fmt` on it first")
    return edited


def _after_lines(text: str, offset: int, indent: int) -> int:
    """Return the offset after the line that ends at `offset`, and after comments below that are indented as deep."""
    if text[offset - 1] != "\n":
        offset = text.find("\n", offset) + 1 or len(text)
    while (comment := COMMENT_LINE.match(text, offset)) and len(comment[1]) >= max(indent, 1):
        offset = comment.end()
    return offset


def _end(node: yaml.Node) -> int:
    """Return the offset of the end of a node: for a block list or mapping, that of its last item."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(node, yaml.MappingNode) else last)
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
