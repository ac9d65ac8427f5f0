"""`dossier init`: makes a new dossier to start from."""

import argparse
import sys
from pathlib import Path

from dossier.cli.command import CLEAN, Command
from dossier.editor.scaffold import create_dossier


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="a folder that is new or empty")


def _run(arguments: argparse.Namespace) -> int:
    written = create_dossier(arguments.folder)
    sys.stderr.write(f"{written} files in {arguments.folder}. Next:\n  cd {arguments.folder}\n  dossier build\n")
    sys.stderr.write("Then open site/index.html, and read README.md.\n")
    return CLEAN


INIT = Command(
    "init",
    "make a new dossier: small, complete, on a made-up story, to be replaced by yours",
    "dossier init my-dossier",
    _arguments,
    _run,
    of_dossier=False,
)
