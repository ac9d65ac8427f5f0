"""`dossier rename`: gives a record another id."""

import argparse
import sys

from dossier.cli.command import CLEAN, Command
from dossier.editor.loading import load_strict
from dossier.editor.rename import RenamedFile, rename_record
from dossier.editor.transaction import apply, format_diff
from dossier.model.kinds import KINDS
from dossier.text.plural import pluralize

BY_KIND = {kind.singular: kind for kind in KINDS}


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=tuple(BY_KIND), metavar="KIND", help=", ".join(BY_KIND))
    parser.add_argument("old", metavar="OLD", help="the id it has")
    parser.add_argument("new", metavar="NEW", help="the id it is to have")
    parser.add_argument("--dry-run", action="store_true", help="change nothing: show what would change as a diff")


def _run(arguments: argparse.Namespace) -> int:
    dossier = load_strict(arguments.root)
    renamed = rename_record(BY_KIND[arguments.kind], arguments.old, arguments.new, arguments.root, dossier)
    changes = [one.change for one in renamed]
    if arguments.dry_run:
        sys.stdout.write(format_diff(changes))
        return CLEAN
    apply(arguments.root, changes)
    sys.stdout.writelines(map(_line, renamed))
    places, files = sum(one.references for one in renamed), len(changes)
    sys.stderr.write(f"{pluralize(places, 'reference')} changed, in {pluralize(files, 'file')}\n")
    return CLEAN


def _line(renamed: RenamedFile) -> str:
    change, places = renamed
    moved = f"{change.old_path} -> {change.new_path}" if change.old_path != change.new_path else change.new_path
    return f"{moved}: {pluralize(places, 'reference')}\n"


RENAME = Command(
    "rename",
    "give a record another id, in its file's name and wherever it is referred to",
    "dossier rename actor wnu war-news-updates --dry-run",
    _arguments,
    _run,
)
