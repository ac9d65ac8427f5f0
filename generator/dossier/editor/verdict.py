"""The verdict of a reviewer, written to the `review` field of a record alone, and the publication of a draft."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from dossier.claims.reviewed import claim_digest, review_status
from dossier.editor.drafting_comments import without_drafting_comments
from dossier.editor.transaction import apply, replace
from dossier.editor.yaml.edit_values import set_mapping
from dossier.graph import Graph
from dossier.io.files import read_content
from dossier.io.git import user_name
from dossier.io.yaml_reader import read_yaml
from dossier.model.errors import UserError
from dossier.model.finding import Finding
from dossier.model.record import Record, Verdict
from dossier.text.interface import gettext

REVIEW = "review"


class WrittenVerdict(NamedTuple):
    """A verdict as it was written: the text of its record's file before and after."""

    path: str
    before: str
    after: str


def require_reviewer(root: Path) -> str:
    """Return the name of the reviewer, which is git's `user.name`. Raises UserError if it is not set."""
    name = user_name(root)
    if not name:
        raise UserError(gettext('Git does not know your name: run `git config user.name "Your Name"`, then try again.'))
    return name


def write_verdict(
    root: Path, graph: Graph, record: Record, verdict: Verdict, reviewer: str, day: str
) -> WrittenVerdict:
    """Write the verdict on a record as it is in `graph`; its state, such as `draft`, stays the same.

    Raises UserError where the file has changed since or cannot be written.
    """
    text = _read_unchanged(root, record)
    values = _verdict_values(graph, record, verdict, reviewer, day)
    written = WrittenVerdict(record.path, text, set_mapping(text, record.path, REVIEW, values, "state"))
    apply(root, [*replace(record.path, written.before, written.after)])
    return written


def publication_of(root: Path, graph: Graph, record: Record, reviewer: str, day: str) -> WrittenVerdict:
    """Return what publishing a draft writes, unwritten: that it holds, the state, and no comments about the draft.

    A verdict of somebody else that still counts stays. Raises UserError like `write_verdict`.
    """
    text = _read_unchanged(root, record)
    holds = review_status(graph, record) == "holds"
    values = {"state": "published", **({} if holds else _verdict_values(graph, record, "holds", reviewer, day))}
    published = set_mapping(text, record.path, REVIEW, values, "state")
    return WrittenVerdict(record.path, text, without_drafting_comments(published))


def _verdict_values(graph: Graph, record: Record, verdict: Verdict, reviewer: str, day: str) -> dict[str, str]:
    return {"verdict": verdict, "by": reviewer, "date": day, "digest": claim_digest(graph, record)}


def undo_verdicts(root: Path, written: Sequence[WrittenVerdict]) -> None:
    """Restore the texts before verdicts. Raises UserError if a file has changed since, and changes nothing then."""
    for each in written:
        if _read_text(root, each.path) != each.after:
            raise UserError(gettext("%(file)s has changed since the verdict: nothing was undone.", file=each.path))
    apply(root, [change for each in written for change in replace(each.path, each.after, each.before)])


def _read_unchanged(root: Path, record: Record) -> str:
    """Return the text of a record's file. Raises UserError if it no longer says what was loaded."""
    text = _read_text(root, record.path)
    if not _says(text, record):
        raise UserError(
            gettext("%(file)s has changed meanwhile: nothing was written. Read it again.", file=record.path)
        )
    return text


def _says(text: str, record: Record) -> bool:
    """Return whether the text of a file has the values of a record."""
    try:
        return type(record).model_validate(read_yaml(text, record.path).value).model_dump() == record.model_dump()
    except ValidationError:
        return False


def _read_text(root: Path, path: str) -> str:
    root = root.resolve()
    text = read_content(root / path, root, path)
    if isinstance(text, Finding):
        raise UserError(str(text))
    return text
