"""A published claim that has changed since an earlier revision must have a new entry in `corrections`.

Passes: `value: 567` where `main` has `value: 576`, with a new correction; a date added where there was none; a
    statement in other words.
Fails:  the same without a new correction, both published; a statement with another figure, date, quotation or name,
    one that denies what it said, or one without a passage that it cited, in a record or the lead; a published record
    deleted instead of withdrawn.
Checked by `dossier check --since main` only.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding, Location
from dossier.text.wording import truncate

ID = "missing-correction"
MAX_VALUE_LENGTH = 60


def check(head: Graph, base: Graph, revision: str) -> Iterator[Finding]:
    """Yield a finding for each claim published in `base`, the state at `revision`, and changed without a correction."""
    from dossier.claims.changes import diff_claims, missing_corrections  # Only here: most checks compare nothing.

    for change in diff_claims(base, head):
        if "deleted" in change.flags:
            message = f"`{change.item.key}` was published at {revision} and is gone; restore it and add `withdrawn`"
            yield Finding(Location(change.item.path, 1, 1), ID, message)
        for difference in missing_corrections(change):
            before = f"`{truncate(difference.before or '', MAX_VALUE_LENGTH)}`"
            subject, words = f"`{difference.field}` was", ""
            if difference.statement:
                words = difference.statement.text
            if difference.statement and difference.facet == "evidence":
                subject = f"`{truncate(head.plain_text(words), MAX_VALUE_LENGTH)}` was based on"
            message = f"{subject} {before} at {revision}; add an entry to `corrections`"
            yield Finding(change.item.location(*difference.path, words=words), ID, message)
