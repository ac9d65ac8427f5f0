"""JSON Schemas of the content files, for completion in a text editor: each proposes this dossier's ids."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dossier.load.loader import iter_content_files
from dossier.model.base import REF_KEYWORD
from dossier.model.content_item import ContentItem
from dossier.model.dossier import Settings
from dossier.model.kinds import KINDS
from dossier.model.output import OutputFile
from dossier.model.record import Record
from dossier.model.schema import json_schema_of
from dossier.text.serialize import json_document

FOLDER = "build/schema"
"""Where `.vscode/settings.json` and the first lines of new records refer to."""

Ids = Mapping[str, Sequence[str]]


def schema_name(model: type[ContentItem]) -> str:
    """Return the file name of the schema of a kind, or of `dossier.yml` for `Settings`."""
    return f"{model.plural if issubclass(model, Record) else 'dossier'}.schema.json"


def build_schemas(root: Path) -> Iterator[OutputFile]:
    """Yield a schema for each kind of file of the dossier below `root`, even if its files cannot be read."""
    ids = _ids_by_kind(root)
    models: tuple[type[ContentItem], ...] = (Settings, *KINDS)
    for model in models:
        schema = _with_proposals(json_schema_of(model), ids)
        yield OutputFile(schema_name(model), json_document(schema))


def _ids_by_kind(root: Path) -> Ids:
    """Return the ids of the records of each kind, taken from the names of their files."""
    ids: dict[str, list[str]] = {kind.singular: [] for kind in KINDS}
    for file, kind in iter_content_files(root):
        if issubclass(kind, Record):
            ids[kind.singular].append(file.stem)
    return {kind: sorted(names) for kind, names in ids.items()}


def _with_proposals(node: Any, ids: Ids) -> Any:
    """Return a schema whose references propose the existing ids, and still accept any other valid id."""
    if isinstance(node, list):
        return [_with_proposals(element, ids) for element in node]
    if not isinstance(node, Mapping):
        return node
    schema = {key: _with_proposals(value, ids) for key, value in node.items()}
    if REF_KEYWORD not in schema:
        return schema
    outer = {key: schema.pop(key) for key in ("description", "default", REF_KEYWORD) if key in schema}
    return outer | {"anyOf": [{"enum": list(_proposals(outer[REF_KEYWORD], ids))}, schema]}


def _proposals(kinds: Sequence[str], ids: Ids) -> Iterator[str]:
    """Yield the ids of these kinds; of all kinds, as `kind:id`, for `["*"]`."""
    if kinds == ["*"]:
        yield from (f"{kind}:{id}" for kind, names in ids.items() for id in names)
    else:
        yield from (id for kind in kinds for id in ids[kind])
