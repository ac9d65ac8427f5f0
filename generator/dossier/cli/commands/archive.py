"""`dossier archive`: build the site and package it with its sources as a self-verifying zip."""

import sys
from pathlib import Path

import click

from dossier.archive.snapshot import snapshot
from dossier.cli.commands.build import run_mkdocs
from dossier.cli.console import EXIT_FINDINGS, EXIT_OK
from dossier.cli.options import PROGRAM, examples, root_option
from dossier.io.atomic_write import temporary_folder


@click.command(
    "archive",
    help="Package the site and its sources as a self-verifying zip.",
    epilog=examples(
        "dossier archive --to dossier.zip", "dossier archive --since dossier-2019.zip", "dossier archive --sign key"
    ),
)
@root_option
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="the zip to write (default: a name made from its content, in build/)",
)
@click.option(
    "--since",
    "earlier",
    type=click.Path(path_type=Path),
    metavar="OLD",
    help="an earlier archive; the new one lists what has changed since",
)
@click.option(
    "--sign",
    "key",
    type=click.Path(path_type=Path),
    metavar="KEY",
    help="sign with this SSH key, by ssh-keygen; a public key if an agent has the private one",
)
@click.option("--small", is_flag=True, help="compress: smaller, but other machines may write different bytes")
def command(root: Path, target: Path | None, earlier: Path | None, key: Path | None, small: bool) -> int:
    """Build the site in a temporary folder, then write and verify the archive."""
    from dossier.archive.archive import ArchiveRequest, InvalidArchiveError, build_archive  # No build needs it.
    from dossier.archive.signature import require_signing

    if key:
        require_signing(key)  # Before the build, which takes longer.
    before = snapshot(root)
    with temporary_folder() as folder:
        site = folder / "site"
        settings = str(root / "mkdocs.yml")
        code = run_mkdocs("build", "--strict", "--config-file", settings, "--site-dir", str(site))
        if code != EXIT_OK:
            return code
        try:
            archive = build_archive(ArchiveRequest(root, site, before, small, earlier, key), target)
        except InvalidArchiveError as faults:
            sys.stderr.write(f"{faults}\n{PROGRAM}: no archive written: it would not verify\n")
            return EXIT_FINDINGS
    sys.stderr.write(f"{archive.path}: {archive.verified.summary}\nseal: {archive.verified.seal}\n")
    if key:
        sys.stderr.write(f"signed {archive.verified.signature.partition(';')[0]}\n")
    return EXIT_OK
