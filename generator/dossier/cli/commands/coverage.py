"""`dossier coverage`: count what in the sources the records cover, and list the rest."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.console import EXIT_FINDINGS, EXIT_OK, report_style
from dossier.cli.options import examples, root_option
from dossier.cli.parameter_types import RecordId
from dossier.cli.record_arguments import read_id
from dossier.coverage.compute import compute_coverage
from dossier.editor.transaction import apply
from dossier.graph import Graph
from dossier.model.coverage import MENTION_KINDS, CoverageItem
from dossier.model.errors import UserError
from dossier.model.kinds.source import Source
from dossier.pipeline import check_dossier
from dossier.report import REPORTS
from dossier.report.coverage import coverage_table, exemption_of, next_steps, open_mentions
from dossier.text.wording import pluralize

if TYPE_CHECKING:
    from dossier.editor.exemptions import ProposedExemptions

COVERAGE_RULE = "uncovered-mention"


@click.command(
    "coverage",
    help="Count what the records cover, and list what is open.",
    epilog=examples(
        "dossier coverage", "dossier coverage --source cnn-report --kind name", "dossier coverage --exempt --write"
    ),
)
@root_option
@click.option("--source", metavar="ID", type=RecordId("source"), help="this source only")
@click.option("--kind", type=click.Choice(MENTION_KINDS), help="this kind of mention only")
@click.option("--exempt", is_flag=True, help="print exemptions of what is open, to paste into the sources' files")
@click.option("--write", is_flag=True, help="with --exempt: write them into the files instead")
@click.option(
    "--dossier",
    "in_dossier",
    is_flag=True,
    help="with --exempt: what is open in several sources is exempted once, in dossier.yml",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="for people, or programs",
)
def command(
    root: Path, source: str | None, kind: str | None, exempt: bool, write: bool, in_dossier: bool, form: str
) -> int:
    """Print the table of coverage and the open mentions, or exempt them; stderr says how many other findings are."""
    if (write or in_dossier) and not exempt:
        raise UserError(f"{'--write' if write else '--dossier'} needs --exempt")
    if exempt and form == "json":
        raise UserError("exemptions are YAML: leave out --format json")
    if in_dossier and source:
        raise UserError("--dossier compares the sources: leave out --source")
    graph, findings = check_dossier(root)
    other_findings = [finding for finding in findings if finding.rule != COVERAGE_RULE]
    if graph is None:
        sys.stderr.write(REPORTS["text"](other_findings, report_style(root, sys.stderr)))
        return EXIT_FINDINGS
    if other_findings:
        sys.stderr.write(f"`dossier check` has {pluralize(len(other_findings), 'other finding')}\n")
    source = read_id(source, Source, graph.dossier) if source else None
    items = [
        item
        for item in graph.coverage or compute_coverage(graph.dossier, graph.resolution)
        if source in (None, item.source) and kind in (None, item.mention.kind)
    ]
    has_open = any(item.state == "open" for item in items)
    if exempt:
        from dossier.editor.exemptions import propose_exemptions  # Only here: each build loads all commands.

        proposals = list(propose_exemptions(graph.dossier, items, in_dossier=in_dossier))
        if write:
            return _write(root, proposals)
        sys.stdout.writelines(f"# {proposal.item.path}\n{proposal.as_yaml}" for proposal in proposals)
    elif form == "json":
        sys.stdout.write(_as_json(graph, items))
    else:
        sys.stdout.write(coverage_table(items) + open_mentions(graph, items))
        sys.stderr.write(next_steps(graph.dossier, items))
    return EXIT_FINDINGS if other_findings or has_open else EXIT_OK


def _write(root: Path, proposals: Sequence["ProposedExemptions"]) -> int:
    """Write the exemptions into the files, and say what is left to do."""
    from dossier.editor.exemptions import write_exemptions

    apply(root, write_exemptions(root, proposals))
    for proposal in proposals:
        count, unfinished = len(proposal.exemptions), proposal.unfinished
        to_do = f", {unfinished} without a reason" if unfinished else ""
        sys.stdout.write(f"{proposal.item.path}: {pluralize(count, 'exemption')}{to_do}\n")
    unfinished = sum(proposal.unfinished for proposal in proposals)
    if unfinished:
        notes = pluralize(unfinished, "note is `TODO`", "notes are `TODO`")
        sys.stderr.write(f"{notes}: write why no record needs the words, or remove the exemption and record them\n")
    elif not proposals:
        sys.stderr.write("nothing to exempt\n")
    return EXIT_OK


def _as_json(graph: Graph, items: Sequence[CoverageItem]) -> str:
    """Return a JSON array with the source, place, kind, words and state of each mention; lines and columns from 1.

    `exemption` is the place of the exemption that names it, with its line and column, null if there is none.
    """
    rows = []
    for item in items:
        exemption = exemption_of(graph, item)
        location = graph.dossier.source_texts[item.mention.file].location(item.mention.start)
        rows.append(
            {
                "source": item.source,
                "path": location.path,
                "line": location.line,
                "column": location.column,
                "kind": item.mention.kind,
                "text": item.mention.text,
                "state": item.state,
                "exemption": str(exemption) if exemption else None,
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
