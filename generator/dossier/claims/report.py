"""Changed claims as Markdown, for reviewers, and as JSON, for programs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from dossier.claims.changes import ClaimChange, ComparedState, Comparison, EvidenceSources, Flag, Outcome
from dossier.claims.differences import Difference
from dossier.graph.markup import strip_markup
from dossier.match import DiffOp, word_diff
from dossier.model.content_item import ContentItem
from dossier.model.dossier import Settings
from dossier.model.record import Record
from dossier.text.report_markdown import markdown_code, markdown_text
from dossier.text.serialize import json_document
from dossier.text.wording import pluralize, truncate

MAX_STATEMENT_LENGTH = 50
MAX_UNCHANGED_WORDS = 14
CONTEXT_WORDS = 5
"""A run of more unchanged words than `MAX_UNCHANGED_WORDS` is cut to this many at either end."""
PROSE_SHOWN_WHOLE = frozenset({"summary"})
"""The prose shown of a record that was added or removed."""
OUTCOME_LABELS: dict[Outcome, str] = {"unchanged": "with other sources only"}
"""The names of outcomes in reports, if they differ."""
FLAG_LABELS: dict[Flag, str] = {
    "deleted": "published, then deleted; withdraw it instead, so that its address says why",
    "origins changed": "sources or origins changed",
    "review changed": "review status changed",
    "changed after its review": "claim changed, the verdict of its review did not",
    "look again": "a reviewer says: look again",
    "not corrected": "published claim changed without a correction",
}
"""The wording of flags in reports, if it differs."""


def claims_markdown(comparison: Comparison) -> str:
    """Return the report as Markdown; it begins with a second-level heading."""
    base, head = comparison.base, comparison.head
    sections = [f"## Changed claims: {_state_name(base)} to {_state_name(head)}", _summary(comparison)]
    sections += [_findings_note(state) for state in (base, head) if state.finding_count]
    flagged = [change for change in comparison.changes if change.flags]
    if flagged:
        sections.append("### Review first\n\n" + "\n".join(map(_flags_line, flagged)))
    for outcome, changes in groupby(comparison.changes, key=lambda change: change.outcome):
        heading = OUTCOME_LABELS.get(outcome, outcome).capitalize()
        sections.append(f"### {heading}\n\n" + "\n".join(map(_change_lines, changes)))
    if comparison.reformatted:
        paths = "\n".join(f"- {markdown_code(path)}" for path in comparison.reformatted)
        sections.append(f"### Reformatted or moved only\n\n{paths}")
    return "\n\n".join(sections) + "\n"


def claims_json(comparison: Comparison) -> str:
    """Return the comparison as JSON: both states, every change, and the files that are only reformatted or moved."""
    data = {
        "base": _state_data(comparison.base),
        "head": _state_data(comparison.head),
        "changes": [_change_data(change) for change in comparison.changes],
        "formatted": comparison.reformatted,
    }
    return json_document(data)


def _state_data(state: ComparedState) -> dict[str, Any]:
    return {"revision": state.revision, "findings": state.finding_count, "unreadable": state.unreadable_keys}


def _change_data(change: ClaimChange) -> dict[str, Any]:
    return {
        "key": change.item.key,
        "was": change.before.key if change.before else None,
        "path": change.item.path,
        "outcome": change.outcome,
        "review": [_review_status(change.before), _review_status(change.after)],
        "flags": change.flags,
        "corroboration": [change.sources_before._asdict(), change.sources_after._asdict()],
        "differences": [
            {**difference._asdict(), "field": difference.field, "statement": _statement_data(difference)}
            for difference in change.differences
        ],
    }


def _statement_data(difference: Difference) -> dict[str, Any] | None:
    return difference.statement._asdict() if difference.statement else None


def _review_status(item: ContentItem | None) -> str | None:
    return item.review if isinstance(item, Record) else None


def _summary(comparison: Comparison) -> str:
    counts = Counter(OUTCOME_LABELS.get(change.outcome, change.outcome) for change in comparison.changes)
    if comparison.reformatted:
        counts["reformatted or moved only"] = len(comparison.reformatted)
    return ", ".join(f"{count} {label}" for label, count in counts.items()) + "." if counts else "No claims changed."


def _findings_note(state: ComparedState) -> str:
    """Say that a state has findings, which do not stop the comparison, and which records could not be read."""
    note = f"`dossier check` has {pluralize(state.finding_count, 'finding')} in {_state_name(state)}."
    if state.unreadable_keys:
        note += f" Unreadable records are left out: {', '.join(map(markdown_code, state.unreadable_keys))}."
    return note


def _state_name(state: ComparedState) -> str:
    return markdown_code(state.revision) if state.revision else "the current files"


def _flags_line(change: ClaimChange) -> str:
    return f"- {markdown_code(change.item.key)}: {'; '.join(FLAG_LABELS.get(flag, flag) for flag in change.flags)}"


def _change_lines(change: ClaimChange) -> str:
    """Return a list item for a change, with a nested list of its details."""
    before, after = change.before, change.after
    is_renamed = before is not None and after is not None and before.key != after.key
    former_key = f", formerly {markdown_code(before.key)}" if before is not None and is_renamed else ""
    lines = [
        f"- **{markdown_text(_label(change.item))}** ({markdown_code(change.item.key)}{former_key})",
        *_status_lines(change),
    ]
    if change.outcome != "withdrawn":
        lines += [f"{_name(difference)}: {_difference_text(difference)}" for difference in _shown_differences(change)]
        lines += _source_lines(change.sources_before, change.sources_after)
    return "\n  - ".join(lines)


def _shown_differences(change: ClaimChange) -> list[Difference]:
    """Return the differences to show: values, then each statement with its evidence, then other evidence."""
    prose_and_claims = change.differences_in("claim", "prose")
    if change.before is None or change.after is None:
        prose_and_claims = [
            difference
            for difference in prose_and_claims
            if difference.facet == "claim" or difference.field in PROSE_SHOWN_WHOLE
        ]
    shown = [*prose_and_claims, *change.differences_in("evidence")]
    statements = dict.fromkeys(difference.statement for difference in shown if difference.statement)
    in_order = sorted(statements, key=lambda statement: statement.number)
    return [
        *(difference for difference in shown if difference.facet != "evidence" and not difference.statement),
        *(difference for statement in in_order for difference in shown if difference.statement == statement),
        *(difference for difference in shown if difference.facet == "evidence" and not difference.statement),
    ]


def _name(difference: Difference) -> str:
    """Return what a difference is in: a field, a statement with its label, or the evidence of a statement."""
    statement = difference.statement
    if statement is None:
        return difference.field
    name = difference.field if statement.id == difference.field else f"{difference.field} {markdown_code(statement.id)}"
    if difference.facet != "evidence":
        return name
    return f"{name}, evidence of “{markdown_text(truncate(strip_markup(statement.text, {}), MAX_STATEMENT_LENGTH))}”"


def _status_lines(change: ClaimChange) -> Iterator[str]:
    """Yield the record's review status, its withdrawal and its new corrections."""
    before, after = change.before, change.after
    if isinstance(after, Record):
        old_status = before.review if isinstance(before, Record) else None
        if old_status != after.review:
            yield f"review: {f'{old_status} → ' if old_status else ''}{after.review}"
        if after.reviewed and after.reviewed != (before.reviewed if isinstance(before, Record) else None):
            yield f"reviewed by {markdown_text(after.reviewed.by)} on {after.reviewed.date}: {after.reviewed.verdict}"
        if change.outcome == "withdrawn" and after.withdrawn:
            yield f"withdrawn on {after.withdrawn.date}: {markdown_text(after.withdrawn.why)}"
    if isinstance(after, Record | Settings):
        known = before.corrections if isinstance(before, Record | Settings) else ()
        for correction in after.corrections:
            if correction not in known:
                was = f" (was “{markdown_text(correction.was)}”)" if correction.was else ""
                what, why = markdown_text(correction.what), markdown_text(correction.why)
                yield f"correction of {correction.date}: {what}{was}. {why}"


def _source_lines(before: EvidenceSources, after: EvidenceSources) -> Iterator[str]:
    """Yield how many sources and origins the evidence has and, if it had some before, which it gained and lost."""
    if before == after:
        return
    if not before.sources or not after.sources:
        yield _source_counts(after if after.sources else before)
        return
    yield f"{_source_counts(before)} → {_source_counts(after)}"
    yield from _gains_and_losses("source", before.sources, after.sources)
    yield from _gains_and_losses("origin", before.origins, after.origins)


def _source_counts(evidence: EvidenceSources) -> str:
    return f"{pluralize(len(evidence.sources), 'source')}, {pluralize(len(evidence.origins), 'origin')}"


def _gains_and_losses(noun: str, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    for label, names in (("new", set(after) - set(before)), ("lost", set(before) - set(after))):
        named = sorted(filter(None, names))
        if named:
            yield f"{label} {noun}: {', '.join(map(markdown_code, named))}"


def _difference_text(difference: Difference) -> str:
    if difference.before is None or difference.after is None:
        return _ins(difference.after) if difference.after else _del(difference.before or "")
    operations = word_diff(difference.before, difference.after)
    return "".join(
        _shorten(operation.removed) if operation.is_same else _changed_words(operation) for operation in operations
    ).strip()


def _changed_words(operation: DiffOp) -> str:
    """Return removed and added words, with the space before them outside the tags."""
    space, removed, added = operation.split_leading_space()
    return f"{space}{_del(removed) if removed else ''}{_ins(added) if added else ''}"


def _ins(text: str) -> str:
    return f"<ins>{markdown_text(text)}</ins>"


def _del(text: str) -> str:
    return f"<del>{markdown_text(text)}</del>"


def _shorten(text: str) -> str:
    words = text.split(" ")
    if len(words) > MAX_UNCHANGED_WORDS:
        text = " ".join([*words[:CONTEXT_WORDS], "…", *words[-CONTEXT_WORDS:]])
    return markdown_text(text)


def _label(item: ContentItem) -> str:
    return item.label if isinstance(item, Record) else "Dossier settings"
