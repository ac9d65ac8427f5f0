"""`dossier diff`: show which claims changed between two revisions."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from dossier.claims.changes import Comparison
from dossier.claims.report import claims_json, claims_markdown
from dossier.cli.console import EXIT_FINDINGS, EXIT_OK
from dossier.cli.options import examples, root_option
from dossier.editor.compare import compare_revisions

FORMATS: Mapping[str, Callable[[Comparison], str]] = {"json": claims_json, "markdown": claims_markdown}


@click.command(
    "diff",
    help="Show which claims changed between two revisions.",
    epilog=examples("dossier diff main", "dossier diff v1.0 v1.1 --format json"),
)
@root_option
@click.argument("base", metavar="REV", help="the earlier commit, branch or tag")
@click.argument("head", required=False, metavar="[REV]", help="the later one (default: the files in the folder)")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(tuple(FORMATS)),
    default="markdown",
    show_default=True,
    help="output format",
)
@click.option("--exit-code", is_flag=True, help="exit with 1 if a claim or its evidence changed")
def command(root: Path, base: str, head: str | None, output_format: str, exit_code: bool) -> int:
    """Print the changes."""
    comparison = compare_revisions(root, base, head)
    sys.stdout.write(FORMATS[output_format](comparison))
    return EXIT_FINDINGS if exit_code and comparison.changes else EXIT_OK
