"""`dossier verify`: holds an archive to what it says of itself, as the `verify.py` inside it does."""

import argparse
from pathlib import Path

from dossier.archive import verify
from dossier.cli.command import Command


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=Path, metavar="PATH", help="the archive, zipped or unpacked")


def _run(arguments: argparse.Namespace) -> int:
    return verify.main([str(arguments.path)])


VERIFY = Command(
    "verify",
    "see whether an archive is as it was made: its bytes, its passages, its links",
    "dossier verify dossier.zip",
    _arguments,
    _run,
    of_dossier=False,
)
