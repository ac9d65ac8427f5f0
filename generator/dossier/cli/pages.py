"""`dossier pages`: writes the Markdown pages to a folder."""

import argparse
import sys
from pathlib import Path

from dossier.cli.command import CLEAN, FINDINGS, Command
from dossier.cli.reference import command_docs
from dossier.cli.style import looks
from dossier.load.publish_context import read_publish_context
from dossier.pipeline import check_dossier, render_all
from dossier.publish.write_outputs import write_to_empty_folder
from dossier.report import REPORTS


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--to", type=Path, required=True, metavar="DIR", help="a folder that is new, empty or was made so"
    )


def _run(arguments: argparse.Namespace) -> int:
    graph, findings = check_dossier(arguments.root)
    if findings or graph is None:
        sys.stderr.write(REPORTS["text"](findings, looks(arguments.root, sys.stderr)))
        return FINDINGS
    made = render_all(graph, read_publish_context(arguments.root), command_docs(arguments.commands))
    written = write_to_empty_folder(made, arguments.root / "content" / "pages", arguments.to)
    sys.stderr.write(f"{written} files in {arguments.to}\n")
    return CLEAN


PAGES = Command(
    "pages",
    "write the Markdown pages to a folder, for another engine to build",
    "dossier pages --to build/pages",
    _arguments,
    _run,
)
