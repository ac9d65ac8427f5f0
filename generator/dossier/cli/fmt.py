"""`dossier fmt`: puts content files into their canonical form."""

import argparse
import sys
from pathlib import Path

from dossier.cli.command import CLEAN, FINDINGS, Command
from dossier.editor.formatter import format_files
from dossier.editor.transaction import apply
from dossier.text.plural import pluralize


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="content files (all of them)")
    parser.add_argument("--check", action="store_true", help="change nothing: name the files that are not in this form")


def _run(arguments: argparse.Namespace) -> int:
    changes = format_files(arguments.root, arguments.files)
    if not arguments.check:
        apply(arguments.root, changes)
    sys.stdout.writelines(f"{change.new_path}\n" for change in changes)
    said = "not in canonical form" if arguments.check else "put into canonical form"
    sys.stderr.write(f"{pluralize(len(changes), 'file')} {said}\n")
    return FINDINGS if arguments.check and changes else CLEAN


FMT = Command(
    "fmt",
    "put content files into their one form; no value and no comment is changed",
    "dossier fmt\ndossier fmt --check content/actors/juan-guaido.yml",
    _arguments,
    _run,
)
