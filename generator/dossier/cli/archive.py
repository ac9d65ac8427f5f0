"""`dossier archive`: makes one file of the dossier, that keeps and proves itself whole."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from dossier.archive.archive import ArchiveRequest, InvalidArchiveError, build_archive
from dossier.archive.snapshot import snapshot
from dossier.cli.command import CLEAN, FINDINGS, Command
from dossier.cli.site import run_mkdocs


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", type=Path, metavar="FILE", help="the zip to write (one of its own name in build/)")
    parser.add_argument("--since", type=Path, metavar="OLD", help="an earlier archive, to tell what has changed since")
    parser.add_argument(
        "--small", action="store_true", help="compress: a smaller file, whose bytes other machines may not make again"
    )


def _run(arguments: argparse.Namespace) -> int:
    before = snapshot(arguments.root)
    with TemporaryDirectory(prefix="dossier-") as folder:
        site = Path(folder) / "site"
        settings = str(arguments.root / "mkdocs.yml")
        code = run_mkdocs("build", "--strict", "--config-file", settings, "--site-dir", str(site))
        if code != CLEAN:
            return code
        try:
            made = build_archive(
                ArchiveRequest(arguments.root, site, before, arguments.small, arguments.since), arguments.to
            )
        except InvalidArchiveError as faults:
            sys.stderr.write(f"{faults}\ndossier: no archive was made: it would not verify\n")
            return FINDINGS
    sys.stderr.write(f"{made.path}: {made.verified.lines}\nseal: {made.verified.seal}\n")
    return CLEAN


ARCHIVE = Command(
    "archive",
    "build the site and make one zip of it and all it rests on, which proves itself whole",
    "dossier archive --to dossier.zip\ndossier archive --since dossier-2019.zip",
    _arguments,
    _run,
)
