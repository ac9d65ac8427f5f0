"""Every field of every kind of record, off the schemas of the files that editors write."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from dossier.model.base import DECIMAL_PATTERN, ID_PATTERN, REF_KEYWORD
from dossier.model.content_item import ContentItem
from dossier.model.dossier import Settings
from dossier.model.kinds import KINDS
from dossier.model.record import Record
from dossier.model.schema import Schema, json_schema_of
from dossier.render.markdown import Markdown

SHARED = frozenset(Record.model_fields)
SHARED_BY_ALL = ("every record", "What records of all kinds have, beside the fields of their own kind.")
FORMS = {ID_PATTERN: "an id", DECIMAL_PATTERN: "a decimal number"}
"""What is said of a pattern that says little to a reader."""


class FieldDoc(NamedTuple):
    """A field: what it is for, whether it is needed, what it holds; `holds` is Markdown."""

    name: str
    says: str
    needed: bool
    holds: Markdown


class FieldTable(NamedTuple):
    """A kind of record, or a part: what it is called, what it is, its own fields; whether the kind before has it."""

    name: str
    says: str
    fields: tuple[FieldDoc, ...]
    is_part: bool = False


@cache
def field_tables() -> tuple[FieldTable, ...]:
    """What every record has; each kind and the settings, with the parts that only it has; the parts of several."""
    return tuple(_shapes())


def _shapes() -> Iterator[FieldTable]:
    kinds: tuple[type[ContentItem], ...] = (*KINDS, Settings)
    told = {kind.singular: json_schema_of(kind) for kind in kinds}
    users: dict[str, set[str]] = {}
    for kind, schema in told.items():
        for part in schema.get("$defs", {}):
            users.setdefault(part, set()).add(kind)
    yield FieldTable(*SHARED_BY_ALL, _fields(told[KINDS[0].singular], SHARED))
    for kind, schema in told.items():
        own = schema["properties"].keys() - (SHARED if kind != Settings.singular else set())
        yield _shape(kind, schema, own)
        yield from (_part(name, schema) for name in _parts(schema) if users[name] == {kind})
    shared = {name: told[min(kinds)] for name, kinds in users.items() if len(kinds) > 1}
    yield from (_part(name, shared[name])._replace(is_part=False) for name in sorted(shared))


def _parts(schema: Schema) -> list[str]:
    """The parts of a kind in the order in which its fields, and theirs, come to them."""
    found: list[str] = []
    open_nodes: list[Any] = [schema["properties"]]
    while open_nodes:
        node = open_nodes.pop(0)
        if isinstance(node, Mapping):
            name = _name(node) if "$ref" in node else None
            if name and name not in found:
                found.append(name)
                open_nodes.append(schema["$defs"][name]["properties"])
            open_nodes.extend(node.values())
    return found


def _part(name: str, schema: Schema) -> FieldTable:
    part = schema["$defs"][name]
    return _shape(name.lower(), part, part["properties"].keys())._replace(is_part=True)


def _shape(name: str, schema: Schema, own: Any) -> FieldTable:
    return FieldTable(name, schema["description"].partition("\n\n")[0], _fields(schema, own))


def _fields(schema: Schema, names: Any) -> tuple[FieldDoc, ...]:
    needed = schema.get("required", ())
    return tuple(
        FieldDoc(name, field.get("description", ""), name in needed, Markdown(_holds(field) + _default(field)))
        for name, field in schema["properties"].items()
        if name in names
    )


def _holds(field: Schema) -> str:
    """What a value may be, in words."""
    if "$ref" in field:
        return f"[{_name(field).lower()}](#{_name(field).lower()})"
    if "anyOf" in field:
        return " or ".join(_holds(one) for one in field["anyOf"])
    if field.get("type") == "array":
        return f"list of: {_holds(field['items'])}"
    if "enum" in field:
        return ", ".join(f"`{one}`" for one in field["enum"] if isinstance(one, str))
    if "const" in field:
        return f"`{field['const']}`"
    return _scalar(field)


def _scalar(field: Schema) -> str:
    if REF_KEYWORD in field:
        kinds = field[REF_KEYWORD]
        return "a reference, as `event:…`" if kinds == ["*"] else f"id of {' or '.join(map(_article, kinds))}"
    if "minimum" in field:
        whole = "integer" in field["type"]
        bounds = f"{field['minimum']:g} to {field['maximum']:g}"
        return f"{'a whole number' if whole else 'a decimal number'}, {bounds}"
    if "examples" in field:
        return f"a [date](dates.md): {', '.join(f'`{one}`' for one in field['examples'])}"
    if field.get("format") == "date":
        return "a day, as `2019-03-04`"
    pattern = field.get("pattern")
    return FORMS.get(pattern, f"text that fits `{pattern}`") if pattern else "text"


def _default(field: Schema) -> str:
    """What a field is where it is left out, unless that is nothing."""
    default = field.get("default")
    if isinstance(default, bool) or default in (None, [], {}) or isinstance(default, Mapping):
        return ""
    return f"; `{default}` where left out"


def _name(field: Mapping[str, Any]) -> str:
    return str(field["$ref"]).rpartition("/")[2]


def _article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
