"""Settings and snippets for Visual Studio Code, derived from the models, so that a new kind of record has them too."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import count
from typing import Any, Literal, get_args, get_origin

from dossier.editor.formatter import keys_of
from dossier.editor.new_record import REVIEW
from dossier.editor.schemas import FOLDER, schema_name
from dossier.editor.yaml.writer import MAX_WIDTH
from dossier.edtf.parse import Edtf
from dossier.model.base import Model, ProseField, Ref, nested_model
from dossier.model.dossier import Settings
from dossier.model.kinds import KINDS
from dossier.model.kinds.source import Exemption
from dossier.model.output import OutputFile
from dossier.model.passage import Passage
from dossier.model.record import Correction, Record
from dossier.text.serialize import json_document

TYPICAL = frozenset(
    {"aliases", "date", "latitude", "longitude", "participants", "passages", "publisher", "speaker", "value"}
)
"""Optional fields that a snippet offers in addition to the required ones."""
WITHOUT_PASSAGES = frozenset({"source", "disagreement"})
"""Kinds that have no passages of their own: those of a disagreement are in its positions."""
PHRASE_END = re.compile("[.:;,`(${}]")
"""Characters that could end a phrase, or that have a meaning in a snippet."""


def vscode_files() -> Iterator[OutputFile]:
    """Yield the files of `.vscode/`, by their paths from the root of a dossier."""
    yield _json_file(".vscode/extensions.json", {"recommendations": ["redhat.vscode-yaml"]})
    yield _json_file(".vscode/settings.json", _settings())
    yield _json_file(".vscode/dossier.code-snippets", _snippets())


def snippet(model: type[Model], *, also: frozenset[str] = frozenset(), without: frozenset[str] = frozenset()) -> str:
    """Return the body of a snippet for a model: its required and typical fields, as placeholders to fill in."""
    lines = _field_lines(model, count(1), (TYPICAL - without) | also)
    return "\n".join(lines)


def _settings() -> dict[str, Any]:
    schemas = {schema_name(Settings): "content/dossier.yml"}
    schemas |= {schema_name(kind): f"content/{kind.plural}/**/*.yml" for kind in KINDS}
    return {
        "yaml.schemas": {f"./{FOLDER}/{name}": files for name, files in schemas.items()},
        "yaml.format.enable": False,
        "[yaml]": {
            "editor.tabSize": 2,
            "editor.insertSpaces": True,
            "editor.quickSuggestions": {"strings": True},
            "editor.rulers": [MAX_WIDTH],
        },
        "files.eol": "\n",
        "files.encoding": "utf8",
    }


def _snippets() -> dict[str, Any]:
    snippets = {}
    for kind in KINDS:
        without = frozenset({"passages"}) if kind.singular in WITHOUT_PASSAGES else frozenset[str]()
        snippets[kind.singular] = _entry(kind.singular, f"A record: {kind.singular}", snippet(kind, without=without))
    passage = _as_list_item(snippet(Passage, also=frozenset({"label", "via"})))
    correction = _as_list_item(snippet(Correction, also=frozenset({"was"})))
    snippets["passage"] = _entry("passage", "Words of a source, with their label and attribution", passage)
    snippets["mark"] = _entry("mark", "The evidence of a statement", "[^${1:officials}]")
    snippets["correction"] = _entry(
        "correction", "A correction of a published mistake", f"corrections:\n{_indent(correction)}"
    )
    exemption = _as_list_item(snippet(Exemption))
    snippets["exemption"] = _entry(
        "exemption", "Words that no record needs to cite, with the reason", f"exempt:\n{_indent(exemption)}"
    )
    return snippets


def _entry(prefix: str, description: str, body: str) -> dict[str, Any]:
    return {"prefix": prefix, "scope": "yaml", "description": description, "body": body.splitlines()}


def _field_lines(model: type[Model], stops: Iterator[int], optional: frozenset[str]) -> Iterator[str]:
    """Yield the YAML lines of a model's fields; `stops` numbers the tab stops."""
    for key in keys_of(model):
        field = model.model_fields[key]
        if key == REVIEW and issubclass(model, Record):
            yield f"{key}: draft"
        elif field.is_required() or key in optional:
            is_list = get_origin(field.annotation) is tuple
            inner = nested_model(field.annotation)
            if inner is None:
                example = str(field.examples[0]) if field.examples else ""
                description = field.description or key
                placeholder = _placeholder(next(stops), field.annotation, field.metadata, description, example)
                yield f"{key}: [{placeholder}]" if is_list else f"{key}: {placeholder}"
                continue
            yield f"{key}:"
            # An inner part has the typical fields too, except where the outer one left them out.
            body = "\n".join(_field_lines(inner, stops, TYPICAL))
            yield from _indent(_as_list_item(body) if is_list else body).splitlines()


def _placeholder(stop: int, annotation: Any, metadata: Any, description: str, example: str) -> str:
    """Return a tab stop: the field's choices, an example, or, as for prose, the first phrase of its description."""
    if get_origin(annotation) is Literal:
        return f"${{{stop}|{','.join(get_args(annotation))}|}}"
    types = list(_inner_types(annotation))
    if example and not any(isinstance(item, ProseField) for item in (*types, *metadata)):
        return f"${{{stop}:{example}}}"
    references = [item for item in (*types, *metadata) if isinstance(item, Ref)]
    if references:
        kinds = references[0].kinds
        example = f"{kinds[0]}-id" if kinds else "event:event-id"
    elif Edtf in types:
        example = "2019-01-26"
    elif Decimal in types:
        example = "1"
    else:
        example = PHRASE_END.split(description)[0].strip()
    return f"${{{stop}:{example}}}"


def _inner_types(annotation: Any) -> Iterator[Any]:
    """Yield the type, and at any depth the arguments and markers of a union, a tuple or an annotated type."""
    yield annotation
    for argument in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        if argument is not annotation:
            yield from _inner_types(argument)


def _as_list_item(lines: str) -> str:
    first, *others = lines.splitlines()
    return "\n".join([f"- {first}", *(f"  {line}" for line in others)])


def _indent(lines: str) -> str:
    return "\n".join(f"  {line}" for line in lines.splitlines())


def _json_file(path: str, content: Any) -> OutputFile:
    return OutputFile(path, json_document(content))
