"""Values of a YAML file changed in their place: every other byte stays."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import yaml

from dossier.editor.yaml.parser import compose
from dossier.io.yaml_reader import read_yaml
from dossier.model.base import FieldPath
from dossier.model.errors import UserError

Edit = Callable[[str], str]


def edit_values(text: str, path: str, edits: Mapping[FieldPath, Edit]) -> str:
    """`text` with the value at each field path edited.

    Raises RefusedError where an edit cannot be made so in a value as it is written, as in one with escapes.
    """
    nodes = dict(_nodes(compose(text, path)))
    made = text
    for field in sorted(edits, key=lambda one: nodes[one].start_mark.index, reverse=True):
        node, edit = nodes[field], edits[field]
        start, end = node.start_mark.index, node.end_mark.index
        written, value = text[start:end], node.value
        changed = written.replace(value, edit(value)) if value in written else edit(written)
        made = f"{made[:start]}{changed}{made[end:]}"
    if read_yaml(made, path).value != _expected(text, path, edits):
        raise UserError(
            f"{path}: a value here is written in a way that cannot be changed in its place: run `dossier fmt` on it"
        )
    return made


def set_list(text: str, path: str, key: str, values: tuple[str, ...]) -> str:
    """`text` with these texts as the list of `key`: in place of the one it has, else at the end.

    Raises RefusedError where comments stand in the list, or it cannot be written there.
    """
    line = f"[{', '.join(values)}]"
    held = next((node for name, node in compose(text, path).value if name.value == key), None)
    start, end = (held.start_mark.index, _end(held)) if held else (len(text), len(text))
    before = "" if text.endswith("\n") else "\n"
    made = f"{text[:start]}{line}{text[end:]}" if held else f"{text}{before}{key}: {line}\n"
    if "#" in text[start:end] or read_yaml(made, path).value != {**read_yaml(text, path).value, key: list(values)}:
        raise UserError(f"{path}: `{key}` cannot be added to this file as it is written: run `dossier fmt` on it")
    return made


def _end(node: yaml.Node) -> int:
    """Where a list ends: of one on several lines, its last item."""
    block = isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value
    return _end(node.value[-1]) if block else int(node.end_mark.index)


def _nodes(node: yaml.Node, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Any]]:
    """Every scalar with its path of keys and positions."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _nodes(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for at, value in enumerate(node.value):
            yield from _nodes(value, (*path, at))
    else:
        yield path, node


def _expected(text: str, path: str, edits: Mapping[FieldPath, Edit]) -> Any:
    """What the text is to hold after the edits."""
    expected = read_yaml(text, path).value
    for field, edit in edits.items():
        holder = expected
        for step in field[:-1]:
            holder = holder[step]
        holder[field[-1]] = edit(holder[field[-1]])
    return expected
