"""Rename the label of a passage, and every mark that cites it."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from dossier.editor.rename import RenamedFile, edit_entry
from dossier.editor.transaction import FileChange
from dossier.editor.yaml.edit_values import Edit
from dossier.model.base import FieldPath, is_id, list_marked_fields, list_parts
from dossier.model.dossier import Dossier
from dossier.model.errors import UserError
from dossier.model.marks import EDITOR, MARK, TODO, find_marks
from dossier.text.suggest import did_you_mean


def rename_label(target: str, new: str, root: Path, dossier: Dossier) -> tuple[RenamedFile, ...]:
    """Return the changes that give a passage another label, its own file first.

    `target` is that of a mark in another record: `number:defectors-567#officials`. Raises UserError where there is no
    such passage, the new label is invalid or taken, or a file cannot be edited in place.
    """
    key, _, old = target.partition("#")
    record = next((record for record in dossier.records_with_pages if record.key == key), None)
    if record is None:
        raise UserError(f"no record `{key}`{did_you_mean(key, sorted(dossier.by_key))}; write kind:id#label")
    paths = {passage.label: path for path, passage in record.iter_passages() if passage.label is not None}
    if old not in paths:
        raise UserError(f"no passage of `{key}` has the label `{old}`{did_you_mean(old, sorted(paths))}")
    if not is_id(new) or new in (EDITOR, TODO):
        raise UserError(f"`{new}` is not a valid label: use lower-case letters a to z, digits and hyphens")
    if new in paths:
        raise UserError(f"another passage of `{key}` has the label `{new}`: choose a different one")
    files = []
    for entry in (record, *(entry for entry in dossier.all_items if entry is not record)):
        targets = {f"{key}#{old}": f"{key}#{new}"} | ({old: new} if entry is record else {})
        edits: dict[FieldPath, Edit] = {}
        references = 0
        for path, _, text in list_marked_fields(list_parts(entry)):
            citing = sum(mark.target in targets for mark in find_marks(text))
            if citing:
                edits[path] = partial(_rename_marks, targets)
                references += citing
        if entry is record:
            edits[*paths[old], "label"] = partial(_replace, new)
        if edits:
            before, after = edit_entry(entry, edits, root.resolve())
            files.append(RenamedFile(FileChange(entry.path, entry.path, before.encode(), after.encode()), references))
    return tuple(files)


def _replace(new: str, label: str) -> str:
    return new


def _rename_marks(targets: Mapping[str, str], prose: str) -> str:
    return MARK.sub(lambda mark: f"[^{targets.get(mark['target'], mark['target'])}]", prose)
