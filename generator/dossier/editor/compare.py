"""The claims of a dossier at two revisions, compared."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from dossier.claims.diff import Change, Comparison, State, changes, new_names
from dossier.graph import Graph
from dossier.io.git import at_revision, same_file
from dossier.model.document import Entry
from dossier.model.dossier import Dossier
from dossier.model.errors import RefusedError
from dossier.pipeline import Checked, checked


def compare(root: Path, base: str, head: str | None) -> Comparison:
    """What changed from one revision to another, or to the files below `root` where no other is named.

    Findings in a state do not stop it. Raises NoRevisionError, and RefusedError where the settings of a state cannot be
    read.
    """
    with at_revision(root, base) as earlier, _state(root, head) as later:
        old, new = checked(earlier), checked(later)
        before, after = _readable(old, base), _readable(new, head)
        told = changes(before, after)
        formatted = tuple(sorted(_formatted(before.dossier, after.dossier, told, earlier, later)))
    return Comparison(_named(base, old, before), _named(head, new, after), told, formatted)


def _state(root: Path, revision: str | None) -> AbstractContextManager[Path]:
    return nullcontext(root) if revision is None else at_revision(root, revision)


def _readable(state: Checked, revision: str | None) -> Graph:
    if state.graph is None:
        at = f"at `{revision}` " if revision else ""
        raise RefusedError(f"{at}the dossier's settings cannot be read: {state.findings[0]}")
    return state.graph


def _named(revision: str | None, state: Checked, graph: Graph) -> State:
    return State(revision, len(state.findings), tuple(sorted(graph.dossier.broken)))


def _formatted(base: Dossier, head: Dossier, told: tuple[Change, ...], earlier: Path, later: Path) -> Iterator[str]:
    """The files of entries that no change is told of, and whose bytes or place are others."""
    names, changed = new_names(base, head), {change.entry.key for change in told if change.differences}
    before = {names.get(entry.key, entry.key): entry for entry in _written(base)}
    for entry in _written(head):
        old = before.get(entry.key)
        if old is None or entry.key in changed:
            continue
        if old.path != entry.path or not same_file(earlier / old.path, later / entry.path):
            yield entry.path


def _written(dossier: Dossier) -> tuple[Entry, ...]:
    return (dossier.settings, *dossier.addressed)
