"""JSON Schemas for an editor's own editor: what a file of each kind may hold, with this dossier's ids to choose."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dossier.load.dossier import iter_content_files
from dossier.model.base import REF_KEYWORD
from dossier.model.content_item import ContentItem
from dossier.model.dossier import Settings
from dossier.model.kinds import KINDS
from dossier.model.output import OutputFile
from dossier.model.record import Record
from dossier.model.schema import json_schema_of

FOLDER = "build/schema"
"""Where `.vscode/settings.json` and the first lines of new records look for them."""

Ids = Mapping[str, Sequence[str]]


def name_of(kind: type[ContentItem]) -> str:
    """The file of the schema of a kind; `Settings` for that of `dossier.yml`."""
    return f"{kind.plural if issubclass(kind, Record) else 'dossier'}.schema.json"


def build_schemas(root: Path) -> Iterator[OutputFile]:
    """A schema for each kind of file of the dossier below `root`, whether or not its files can be read."""
    ids = _ids(root)
    kinds: tuple[type[ContentItem], ...] = (Settings, *KINDS)
    for kind in kinds:
        completed = _completing(json_schema_of(kind), ids)
        yield OutputFile(name_of(kind), json.dumps(completed, ensure_ascii=False, indent=2) + "\n")


def _ids(root: Path) -> Ids:
    """The ids of the records of each kind, as their files are called."""
    found: dict[str, list[str]] = {kind.singular: [] for kind in KINDS}
    for file, kind in iter_content_files(root):
        if issubclass(kind, Record):
            found[kind.singular].append(file.stem)
    return {kind: sorted(names) for kind, names in found.items()}


def _completing(node: Any, ids: Ids) -> Any:
    """A schema whose references propose the ids there are; one that is still to come stays valid."""
    if isinstance(node, list):
        return [_completing(one, ids) for one in node]
    if not isinstance(node, Mapping):
        return node
    made = {key: _completing(value, ids) for key, value in node.items()}
    if REF_KEYWORD not in made:
        return made
    told = {key: made.pop(key) for key in ("description", "default", REF_KEYWORD) if key in made}
    return told | {"anyOf": [{"enum": list(_proposed(told[REF_KEYWORD], ids))}, made]}


def _proposed(kinds: Sequence[str], ids: Ids) -> Iterator[str]:
    if kinds == ["*"]:
        return (f"{kind}:{name}" for kind, names in ids.items() for name in names)
    return (name for kind in kinds for name in ids[kind])
