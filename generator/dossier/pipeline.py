"""The whole way: load, look for passages, link, check, then render and export."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from dossier.check import RULE_DOCS, run_revision_rules, run_rules
from dossier.coverage import compute_coverage
from dossier.export import EXPORT_DOCS, export_all
from dossier.graph import Graph, build_graph
from dossier.io.git import checkout_revision
from dossier.load import LOAD_RULE_DOCS, load_dossier
from dossier.match import resolve_passages
from dossier.model.docs import CommandDoc
from dossier.model.finding import Finding
from dossier.model.output import OutputFile
from dossier.model.publish_context import NO_CONTEXT, PublishContext
from dossier.render import JsonLd, assets, iter_page_assets, iter_pages


class CheckResult(NamedTuple):
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
def check_dossier(root: Path) -> CheckResult:
    """Load and check the dossier below `root`. Never raises for what its files hold."""
    dossier, findings = load_dossier(root)
    if dossier is None:
        return CheckResult(None, sort_findings(findings))
    graph = build_graph(dossier, *resolve_passages(dossier))
    if dossier.settings.policy.coverage:
        graph = replace(graph, coverage=compute_coverage(graph))
    return CheckResult(graph, sort_findings([*findings, *run_rules(graph)]))


def check_since(root: Path, revision: str) -> CheckResult:
    """Check, and ask for a correction of each claim that was published otherwise at `revision`.

    What could not be read at the revision is passed over. Raises NoRevisionError.
    """
    graph, findings = check_dossier(root)
    if graph is None:
        return CheckResult(None, findings)
    with checkout_revision(root, revision) as folder:
        base = check_dossier(folder).graph
    return CheckResult(graph, sort_findings([*findings, *(run_revision_rules(graph, base, revision) if base else ())]))


@_uncollected()
def render_pages(
    graph: Graph, publication: PublishContext = NO_CONTEXT, commands: Sequence[CommandDoc] = ()
) -> tuple[OutputFile, ...]:
    """The pages of a dossier without findings.

    `commands` are those that the handbook tells of, handed in by who asks for the pages: they live floors above.
    """
    return tuple(iter_pages(graph, (*RULE_DOCS, *LOAD_RULE_DOCS), EXPORT_DOCS, publication, commands))


@_uncollected()
def render_assets(graph: Graph, publication: PublishContext = NO_CONTEXT) -> tuple[OutputFile, ...]:
    """What stands beside the pages: scripts and their data, styles, data files. It can wait until the pages stand."""
    return (*iter_page_assets(graph, publication), *export_all(graph, publication), *assets())


def json_ld(graph: Graph, publication: PublishContext = NO_CONTEXT) -> JsonLd:
    """What each page tells programs of itself, made when its head is."""
    return JsonLd(graph, publication, EXPORT_DOCS)


def render_all(
    graph: Graph, publication: PublishContext = NO_CONTEXT, commands: Sequence[CommandDoc] = ()
) -> tuple[OutputFile, ...]:
    """Every file of a dossier: the pages, and what stands beside them."""
    return (*render_pages(graph, publication, commands), *render_assets(graph, publication))


def sort_findings(findings: list[Finding]) -> tuple[Finding, ...]:
    """Findings as reports list them, by place."""
    return tuple(sorted(findings, key=lambda finding: (finding.location, finding.rule, finding.message)))
