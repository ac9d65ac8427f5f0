"""Two states of a dossier side by side: at a revision of its repository, and at another or as its files now are."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import NamedTuple

from dossier.edit.claims.changes import Change, changes
from dossier.edit.claims.names import new_names
from dossier.edit.refused import RefusedError
from dossier.link import Graph
from dossier.load.at_revision import at_revision, same_file
from dossier.model.dossier import Dossier
from dossier.model.entry import Entry
from dossier.pipeline import Checked, checked


class State(NamedTuple):
    """One of the states: its revision (None for the files), how many findings it has, and what of it cannot be read."""

    revision: str | None
    findings: int
    unread: tuple[str, ...]


class Comparison(NamedTuple):
    """What became of the claims; `formatted` are the files that say the same as before in another form or place."""

    base: State
    head: State
    changes: tuple[Change, ...]
    formatted: tuple[str, ...]


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
