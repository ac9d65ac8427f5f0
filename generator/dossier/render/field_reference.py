"""The handbook's reference of fields, from the JSON Schemas of the files that editors write."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from dossier.model.base import CONTACT_PATTERN, DECIMAL_PATTERN, FIGURE_PATTERN, ID_PATTERN, REF_KEYWORD, keys_in_files
from dossier.model.content_item import ContentItem
from dossier.model.dossier import Settings
from dossier.model.identifiers import IDENTIFIER_PATTERN
from dossier.model.kinds import KINDS
from dossier.model.record import DIGEST_LENGTH, DIGEST_PATTERN, Record
from dossier.model.schema import Schema, json_schema_of
from dossier.render.markdown import Markdown

CAPITAL = re.compile(r"(?<=[a-z])[A-Z]")
SHARED_FIELDS = frozenset(keys_in_files(Record))
PATTERN_NAMES = {
    ID_PATTERN: "an id",
    DECIMAL_PATTERN: "a decimal number",
    FIGURE_PATTERN: "a decimal number or a fraction",
    CONTACT_PATTERN: "an e-mail address or an https address",
    DIGEST_PATTERN: f"{DIGEST_LENGTH} hexadecimal digits",
    IDENTIFIER_PATTERN: "an identifier",
}
"""Words for patterns that would mean little to a reader."""


class FieldDoc(NamedTuple):
    """A field: its purpose, whether it is required, and the values it takes, as Markdown."""

    name: str
    description: str
    required: bool
    values: Markdown


class FieldTable(NamedTuple):
    """The fields of a kind of record, or of a part; `is_part`: of the part of the kind before it in the list."""

    name: str
    description: str
    fields: tuple[FieldDoc, ...]
    is_part: bool = False


def field_tables() -> Iterator[FieldTable]:
    """Yield the fields of all records, those of each kind and the settings with their own parts, and shared parts."""
    kinds: tuple[type[ContentItem], ...] = (*KINDS, Settings)
    schemas = {kind.singular: json_schema_of(kind) for kind in kinds}
    users: dict[str, set[str]] = {}
    for kind, schema in schemas.items():
        for part in schema.get("$defs", {}):
            users.setdefault(part, set()).add(kind)
    shared_fields = _fields(schemas[KINDS[0].singular], SHARED_FIELDS)
    yield FieldTable(
        "every record", "Fields that records of all kinds have, in addition to those of their own kind.", shared_fields
    )
    for kind, schema in schemas.items():
        own = schema["properties"].keys() - (SHARED_FIELDS if kind != Settings.singular else set())
        yield _table(kind, schema, own)
        yield from (_part_table(name, schema, is_part=True) for name in _part_names(schema) if users[name] == {kind})
    for name in sorted(users):
        if len(users[name]) > 1:
            yield _part_table(name, schemas[min(users[name])], is_part=False)


def _part_names(schema: Schema) -> list[str]:
    """Return the names of the parts of a kind, breadth first from its fields."""
    names: list[str] = []
    waiting: list[Any] = [schema["properties"]]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, Mapping):
            name = _part_name(node) if "$ref" in node else None
            if name and name not in names:
                names.append(name)
                waiting.append(schema["$defs"][name]["properties"])
            waiting.extend(node.values())
    return names


def _part_table(name: str, schema: Schema, *, is_part: bool) -> FieldTable:
    part = schema["$defs"][name]
    return _table(_in_words(name), part, part["properties"].keys())._replace(is_part=is_part)


def _table(name: str, schema: Schema, fields: Collection[str]) -> FieldTable:
    return FieldTable(name, schema.get("description", "").partition("\n\n")[0], _fields(schema, fields))


def _fields(schema: Schema, names: Collection[str]) -> tuple[FieldDoc, ...]:
    required = schema.get("required", ())
    return tuple(
        FieldDoc(
            name,
            field.get("description", ""),
            name in required,
            Markdown(_values(field) + _example(field) + _default(field)),
        )
        for name, field in schema["properties"].items()
        if name in names
    )


def _values(field: Schema) -> str:
    """Return what values a field takes, in words."""
    if "$ref" in field:
        name = _in_words(_part_name(field))
        return f"[{name}](#{name.replace(' ', '-')})"
    if "anyOf" in field:
        return " or ".join(_values(alternative) for alternative in field["anyOf"])
    if field.get("type") == "array":
        return f"list of: {_values(field['items'])}"
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"] if isinstance(value, str))
    if "const" in field:
        return f"`{field['const']}`"
    return _scalar(field)


def _scalar(field: Schema) -> str:
    if REF_KEYWORD in field:
        kinds = field[REF_KEYWORD]
        return "a reference, e.g. `event:…`" if kinds == ["*"] else f"id of {' or '.join(map(_with_article, kinds))}"
    if "minimum" in field:
        number = "a whole number" if "integer" in field["type"] else "a decimal number"
        return f"{number}, {field['minimum']:g} to {field['maximum']:g}"
    if field.get("format") == "edtf":
        return f"a [date](dates.md): {', '.join(f'`{example}`' for example in field['examples'])}"
    if field.get("format") == "date":
        return "a day, e.g. `2019-03-04`"
    pattern = field.get("pattern")
    return PATTERN_NAMES.get(pattern, f"text that matches `{pattern}`") if pattern else "text"


def _example(field: Schema) -> str:
    """Return an example of a field in words; "" if it has none of its own."""
    return f", e.g. `{field['examples'][0]}`" if "examples" in field and field.get("format") != "edtf" else ""


def _default(field: Schema) -> str:
    """Return the default of a field in words; "" if it is empty."""
    default = field.get("default")
    if isinstance(default, bool) or default in (None, [], {}) or isinstance(default, Mapping):
        return ""
    return f"; default: `{default}`"


def _part_name(field: Mapping[str, Any]) -> str:
    return str(field["$ref"]).rpartition("/")[2]


def _in_words(class_name: str) -> str:
    """Return `DateBasis` as `date basis`."""
    return CAPITAL.sub(r" \g<0>", class_name).lower()


def _with_article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
