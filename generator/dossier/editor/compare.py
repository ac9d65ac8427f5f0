"""The claims of a dossier at two revisions, compared."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from dossier.claims.diff import ClaimChange, Comparison, State, diff_claims, find_renames
from dossier.graph import Graph
from dossier.io.git import checkout_revision, files_equal
from dossier.model.content_item import ContentItem
from dossier.model.dossier import Dossier
from dossier.model.errors import UserError
from dossier.pipeline import CheckResult, check_dossier


def compare_revisions(root: Path, base: str, head: str | None) -> Comparison:
    """What changed from one revision to another, or to the files below `root` where no other is named.

    Findings in a state do not stop it. Raises NoRevisionError, and RefusedError where the settings of a state cannot be
    read.
    """
    with checkout_revision(root, base) as earlier, _state(root, head) as later:
        old, new = check_dossier(earlier), check_dossier(later)
        before, after = _readable(old, base), _readable(new, head)
        told = diff_claims(before, after)
        formatted = tuple(sorted(_formatted(before.dossier, after.dossier, told, earlier, later)))
    return Comparison(_named(base, old, before), _named(head, new, after), told, formatted)


def _state(root: Path, revision: str | None) -> AbstractContextManager[Path]:
    return nullcontext(root) if revision is None else checkout_revision(root, revision)


def _readable(state: CheckResult, revision: str | None) -> Graph:
    if state.graph is None:
        at = f"at `{revision}` " if revision else ""
        raise UserError(f"{at}the dossier's settings cannot be read: {state.findings[0]}")
    return state.graph


def _named(revision: str | None, state: CheckResult, graph: Graph) -> State:
    return State(revision, len(state.findings), tuple(sorted(graph.dossier.unreadable_keys)))


def _formatted(
    base: Dossier, head: Dossier, told: tuple[ClaimChange, ...], earlier: Path, later: Path
) -> Iterator[str]:
    """The files of entries that no change is told of, and whose bytes or place are others."""
    names, changed = find_renames(base, head), {change.entry.key for change in told if change.differences}
    before = {names.get(entry.key, entry.key): entry for entry in _written(base)}
    for entry in _written(head):
        old = before.get(entry.key)
        if old is None or entry.key in changed:
            continue
        if old.path != entry.path or not files_equal(earlier / old.path, later / entry.path):
            yield entry.path


def _written(dossier: Dossier) -> tuple[ContentItem, ...]:
    return (dossier.settings, *dossier.records_with_pages)
