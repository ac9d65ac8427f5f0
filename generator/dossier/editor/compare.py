"""A dossier compared with an earlier git revision, or two: changed claims, corrections, statements to review."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from dossier.check.run import run_revision_rules
from dossier.claims.changes import ClaimChange, ComparedState, Comparison, diff_claims
from dossier.claims.renames import find_renames
from dossier.claims.review import ReviewItem, changed_statements, rank_statements, statements_to_review
from dossier.editor.migrate import migrate
from dossier.editor.transaction import apply
from dossier.graph import Graph
from dossier.io.files import files_equal
from dossier.io.git import checkout_revision
from dossier.model.content_item import ContentItem
from dossier.model.dossier import Dossier
from dossier.model.errors import UserError
from dossier.pipeline import CheckResult, check_dossier, sort_findings
from dossier.text.suggest import did_you_mean


def compare_revisions(root: Path, base: str, head: str | None) -> Comparison:
    """Compare the claims at the revision `base` with those at `head`, or in the files below `root` if it is None.

    Findings do not prevent the comparison, and a revision of format 1 is converted first. Raises NoRevisionError, and
    UserError where the settings of either side cannot be read, or one of format 1 cannot be converted.
    """
    with _checkout(root, base) as old_root, _checkout(root, head) as new_root:
        old, new = check_dossier(old_root), check_dossier(new_root)
        before, after = require_graph(old, base), require_graph(new, head)
        changes = diff_claims(before, after)
        reformatted = _reformatted_files(before.dossier, after.dossier, changes, old_root, new_root)
        return Comparison(_state(base, old, before), _state(head, new, after), changes, tuple(sorted(reformatted)))


def check_since(root: Path, revision: str) -> CheckResult:
    """Check, and require a correction for each published claim that has changed since the git `revision`.

    A revision of format 1 is converted first; records that could not be read at it are ignored. Raises
    NoRevisionError, and UserError where the revision cannot be converted or its settings cannot be read.
    """
    graph, findings = check_dossier(root)
    if graph is None:
        return CheckResult(None, findings)
    with _checkout(root, revision) as folder:
        base = require_graph(check_dossier(folder), revision)
    return CheckResult(graph, sort_findings([*findings, *run_revision_rules(graph, base, revision)]))


def review(root: Path, since: str | None = None, key: str | None = None) -> list[ReviewItem]:
    """Return the statements to review, ranked: those that differ from their passages, or all that have changed.

    With `since`, all whose record had none of the same words and passages at that git revision; with `key`, only those
    of this record. Raises NoRevisionError, and UserError for an unknown key, or where the settings of either side
    cannot be read or the revision not converted.
    """
    graph = require_graph(check_dossier(root), None)
    require_key(key, [entry.key for entry in _entries(graph.dossier)])
    if since is None:
        items = [item for item in rank_statements(statements_to_review(graph)) if item.reasons]
    else:
        with _checkout(root, since) as folder:
            base = require_graph(check_dossier(folder), since)
        items = rank_statements(changed_statements(base, graph))
    return [item for item in items if key in (None, item.statement.item.key)]


def keys_changed_since(root: Path, graph: Graph, revision: str) -> frozenset[str]:
    """Return the keys of the records with a statement that has changed since a git revision. Raises like `review`."""
    with _checkout(root, revision) as folder:
        base = require_graph(check_dossier(folder), revision)
    return frozenset(item.statement.item.key for item in changed_statements(base, graph))


def require_key(key: str | None, keys: Collection[str]) -> None:
    """Raise UserError, with the closest of the keys, where a key is given that is none of them."""
    if key is not None and key not in keys:
        raise UserError(f"no record `{key}`{did_you_mean(key, keys)}")


@contextmanager
def _checkout(root: Path, revision: str | None) -> Iterator[Path]:
    """Provide the files of a revision in the present format, in a folder of their own; `root` itself for None."""
    if revision is None:
        yield root
        return
    with checkout_revision(root, revision) as folder:
        try:
            migration = migrate(folder)
        except UserError as error:
            raise UserError(f"at `{revision}` the dossier cannot be read: {error}") from None
        apply(folder, migration.changes if migration else ())
        yield folder


def require_graph(result: CheckResult, revision: str | None) -> Graph:
    """Return the graph of a dossier at a revision, or of the files (None). Raises UserError if there is none."""
    if result.graph is None:
        where = f"at `{revision}` " if revision else ""
        raise UserError(f"{where}the dossier's settings cannot be read: {result.findings[0]}")
    return result.graph


def _state(revision: str | None, result: CheckResult, graph: Graph) -> ComparedState:
    return ComparedState(revision, len(result.findings), tuple(sorted(graph.dossier.unreadable_keys)))


def _reformatted_files(
    base: Dossier, head: Dossier, changes: tuple[ClaimChange, ...], old_root: Path, new_root: Path
) -> Iterator[str]:
    """Yield the path of each entry whose file was edited or moved without a change to its claims."""
    renames = find_renames(base, head)
    changed = {change.item.key for change in changes if change.differences}
    before = {renames.get(entry.key, entry.key): entry for entry in _entries(base)}
    for entry in _entries(head):
        old = before.get(entry.key)
        if old is None or entry.key in changed:
            continue
        if old.path != entry.path or not files_equal(old_root / old.path, new_root / entry.path):
            yield entry.path


def _entries(dossier: Dossier) -> tuple[ContentItem, ...]:
    return (dossier.settings, *dossier.records_with_pages)
