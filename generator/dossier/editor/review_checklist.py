"""The records to review as a checklist in Markdown, for a pull request, and the list of those that remain."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from dossier.editor.compare import keys_changed_since, require_graph, require_key
from dossier.editor.review_queue import (
    MessagesByPath,
    PassageToRead,
    QueueEntry,
    RecordToRead,
    StatementToRead,
    findings_by_path,
    review_queue,
)
from dossier.graph import Graph
from dossier.model.finding import escape_controls
from dossier.pipeline import check_dossier
from dossier.text.report_markdown import markdown_code, markdown_text
from dossier.text.serialize import json_document
from dossier.text.wording import pluralize

ARROW = " ← "


class RecordsToReview(NamedTuple):
    """The records to review, the graph that they are in, and the findings by file."""

    graph: Graph
    findings: MessagesByPath
    entries: tuple[QueueEntry, ...]


def records_to_review(root: Path, since: str | None = None, key: str | None = None) -> RecordsToReview:
    """Return all records in the order of reviewing, with what the last review of each says.

    With `since`, only those with a statement that has changed since that git revision; with `key`, only this one.
    Raises NoRevisionError, and UserError for an unknown key, or where the dossier or the revision cannot be read.
    """
    result = check_dossier(root)
    graph = require_graph(result, None)
    entries = review_queue(graph)
    require_key(key, [entry.record.key for entry in entries])
    changed = None if since is None else keys_changed_since(root, graph, since)
    chosen = (entry for entry in entries if key in (None, entry.record.key))
    of_changed = tuple(entry for entry in chosen if changed is None or entry.record.key in changed)
    return RecordsToReview(graph, findings_by_path(result.findings), of_changed)


def checklist_markdown(records: Sequence[RecordToRead]) -> str:
    """Return a task for each record, with all that a reviewer reads below; it begins with a second-level heading."""
    if not records:
        return "## Records to review\n\nNone.\n"
    advice = "Tick a record off once each statement says what its passages say; `dossier serve` keeps the verdicts."
    tasks = "\n".join(line for record in records for line in _record_lines(record))
    return f"## {pluralize(len(records), 'record')} to review\n\n{advice}\n\n{tasks}\n"


def remaining_text(entries: Sequence[QueueEntry]) -> str:
    """Return a line for each record: its file and what its last review says."""
    return "".join(f"{escape_controls(f'{entry.record.path}: {_status(entry)}')}\n" for entry in entries)


def remaining_json(entries: Sequence[QueueEntry]) -> str:
    """Return a JSON list of the records: the key, the file, the state and what the last review says."""
    return json_document(
        [
            {
                "record": entry.record.key,
                "path": entry.record.path,
                "state": entry.record.review,
                "status": entry.status,
                "by": entry.record.reviewed.by if entry.record.reviewed else None,
                "date": entry.record.reviewed.date.text if entry.record.reviewed else None,
            }
            for entry in entries
        ]
    )


def _status(entry: QueueEntry | RecordToRead) -> str:
    """Return what the last review of a record says of it, by whom and when."""
    review = entry.record.reviewed
    draft = "draft, " if entry.record.is_draft else ""
    return f"{draft}{entry.status}" + (f" (reviewed by {review.by} on {review.date})" if review else "")


def _record_lines(record: RecordToRead) -> Iterator[str]:
    box = "x" if record.status == "holds" else " "
    name = f"**{markdown_text(record.label)}** ({markdown_code(record.record.path)})"
    yield f"- [{box}] {name}: {markdown_text(_status(record))}"
    yield from (f"  - finding: {markdown_text(finding)}" for finding in record.findings)
    yield from (line for statement in record.statements for line in _statement_lines(statement))
    for field, value in record.values:
        yield f"  - {markdown_code(field)}: {markdown_text(value)}"
    yield from (f"  - {_passage(passage)}" for passage in record.passages)


def _statement_lines(statement: StatementToRead) -> Iterator[str]:
    by = " (the editor's own words)" if statement.is_editors else " (the passages above)" if statement.is_on_all else ""
    yield f"  - {markdown_code(statement.field)}: {markdown_text(statement.text)}{by}"
    yield from (f"    - doubt: {markdown_text(doubt)}" for doubt in statement.doubts)
    yield from (f"    - {_passage(passage)}" for passage in statement.passages)


def _passage(passage: PassageToRead) -> str:
    """Return a passage in its context, its words in bold, on one line."""
    before, exact, after = map(markdown_text, (passage.before, passage.exact, passage.after))
    place = f", {markdown_text(passage.locator)}" if passage.locator else ""
    return f"{markdown_text(ARROW.join(passage.attribution))}{place}: {before}<b>{exact}</b>{after}"
