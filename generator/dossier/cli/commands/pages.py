"""`dossier pages`: write the site's Markdown pages to a folder."""

import sys
from itertools import chain
from pathlib import Path

import click

from dossier.cli.console import EXIT_FINDINGS, EXIT_OK, report_style
from dossier.cli.options import examples, root_option
from dossier.cli.reference import command_docs
from dossier.load.publication import read_publish_context
from dossier.pipeline import check_dossier, render_assets, render_pages
from dossier.publish.write_outputs import write_to_empty_folder
from dossier.report import REPORTS


@click.command(
    "pages",
    help="Write the Markdown pages, for another site generator.",
    epilog=examples("dossier pages --to build/pages"),
)
@root_option
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path),
    required=True,
    metavar="DIR",
    help="a folder that is new, empty or written by this command before",
)
@click.pass_context
def command(context: click.Context, root: Path, folder: Path) -> int:
    """Write every page and asset, unless there are findings."""
    graph, findings = check_dossier(root)
    if findings or graph is None:
        sys.stderr.write(REPORTS["text"](findings, report_style(root, sys.stderr)))
        return EXIT_FINDINGS
    publication, commands = read_publish_context(root), command_docs(context.find_root().command)
    outputs = chain(render_pages(graph, publication, commands), render_assets(graph, publication))
    written = write_to_empty_folder(outputs, root / "content" / "pages", folder)
    sys.stderr.write(f"{written} files in {folder}\n")
    return EXIT_OK
