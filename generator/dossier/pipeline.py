"""The whole way: load, look for passages, link, check, then render and export."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from dossier.check import RULE_TEXTS, check, check_since
from dossier.coverage import cover
from dossier.export import EXPORT_TEXTS, export
from dossier.graph import Graph, link
from dossier.io.git import at_revision
from dossier.load import LOAD_RULE_TEXTS, load
from dossier.match import find_all
from dossier.model.docs import CommandText
from dossier.model.finding import Finding
from dossier.model.output import Output
from dossier.model.publish_context import UNTOLD, Edition
from dossier.render import LinkedData, assets, beside, render


class Checked(NamedTuple):
    """A dossier as far as it could be read, and everything wrong with it, sorted by place."""

    graph: Graph | None
    findings: tuple[Finding, ...]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold the collector of circular garbage: what is made here stays, and looking for it costs a fifth of the time.

    Until the next time it looks past what was made, which MkDocs would have to wait for as well.
    """
    was_on = gc.isenabled()
    gc.disable()
    gc.unfreeze()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


@_uncollected()
def checked(root: Path) -> Checked:
    """Load and check the dossier below `root`. Never raises for what its files hold."""
    dossier, findings = load(root)
    if dossier is None:
        return Checked(None, in_order(findings))
    graph = link(dossier, *find_all(dossier))
    if dossier.settings.policy.coverage:
        graph = replace(graph, coverage=cover(graph))
    return Checked(graph, in_order([*findings, *check(graph)]))


def checked_since(root: Path, revision: str) -> Checked:
    """Check, and ask for a correction of each claim that was published otherwise at `revision`.

    What could not be read at the revision is passed over. Raises NoRevisionError.
    """
    graph, findings = checked(root)
    if graph is None:
        return Checked(None, findings)
    with at_revision(root, revision) as folder:
        base = checked(folder).graph
    return Checked(graph, in_order([*findings, *(check_since(graph, base, revision) if base else ())]))


@_uncollected()
def pages(graph: Graph, edition: Edition = UNTOLD, commands: Sequence[CommandText] = ()) -> tuple[Output, ...]:
    """The pages of a dossier without findings.

    `commands` are those that the handbook tells of, handed in by who asks for the pages: they live floors above.
    """
    return tuple(render(graph, (*RULE_TEXTS, *LOAD_RULE_TEXTS), EXPORT_TEXTS, edition, commands))


@_uncollected()
def beside_pages(graph: Graph, edition: Edition = UNTOLD) -> tuple[Output, ...]:
    """What stands beside the pages: scripts and their data, styles, data files. It can wait until the pages stand."""
    return (*beside(graph, edition), *export(graph, edition), *assets())


def linked_data(graph: Graph, edition: Edition = UNTOLD) -> LinkedData:
    """What each page tells programs of itself, made when its head is."""
    return LinkedData(graph, edition, EXPORT_TEXTS)


def outputs(graph: Graph, edition: Edition = UNTOLD, commands: Sequence[CommandText] = ()) -> tuple[Output, ...]:
    """Every file of a dossier: the pages, and what stands beside them."""
    return (*pages(graph, edition, commands), *beside_pages(graph, edition))


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Findings as reports list them, by place."""
    return tuple(sorted(findings, key=lambda finding: (finding.place, finding.rule, finding.message)))
