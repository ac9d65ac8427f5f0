"""`dossier diff`: tells what changed in claims between two states of the dossier."""

import argparse
import sys
from collections.abc import Callable, Mapping

from dossier.claims.as_json import claims_json
from dossier.claims.as_markdown import claims_markdown
from dossier.claims.diff import Comparison
from dossier.cli.command import CLEAN, FINDINGS, Command
from dossier.editor.compare import compare_revisions

FORMATS: Mapping[str, Callable[[Comparison], str]] = {"markdown": claims_markdown, "json": claims_json}


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("base", metavar="REV", help="the earlier state: a commit, branch or tag")
    parser.add_argument("head", metavar="REV", nargs="?", help="the later state (the files as they are)")
    parser.add_argument("--format", choices=sorted(FORMATS), default="markdown", help="how the changes are printed")
    parser.add_argument("--exit-code", action="store_true", help="exit with 1 where a claim changed or its ground did")


def _run(arguments: argparse.Namespace) -> int:
    comparison = compare_revisions(arguments.root, arguments.base, arguments.head)
    sys.stdout.write(FORMATS[arguments.format](comparison))
    return FINDINGS if arguments.exit_code and comparison.changes else CLEAN


DIFF = Command(
    "diff",
    "tell what changed in claims between two states of the dossier, for who reviews it",
    "dossier diff main\ndossier diff v1.0 v1.1 --format json",
    _arguments,
    _run,
)
