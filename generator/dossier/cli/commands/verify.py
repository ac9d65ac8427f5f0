"""`dossier verify`: verify an archive, as the `verify.py` inside it does."""

import sys
from pathlib import Path

import click

from dossier.cli.console import EXIT_ERROR, EXIT_FINDINGS
from dossier.cli.options import PROGRAM, examples, ignored_root_option
from dossier.model.errors import UserError


@click.command(
    "verify",
    help="Verify an archive.",
    epilog=examples("dossier verify dossier.zip", "dossier verify --signers allowed_signers dossier.zip"),
)
@ignored_root_option
@click.argument("path", type=click.Path(path_type=Path), metavar="PATH", help="the archive, zipped or unpacked")
@click.option(
    "--signers",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="check the signature too: FILE lists who may sign with which SSH keys, as for git",
)
@click.option("--identity", default="", metavar="NAME", help="with --signers: check that NAME signed")
def command(path: Path, signers: Path | None, identity: str) -> int:
    """Check the archive's bytes, passages, links and, with `signers`, its signature."""
    from dossier.archive import verify  # No build needs it.

    if identity and signers is None:
        raise UserError("--identity needs --signers FILE")
    return _report_other_bag(path) or verify.report(path, signers, identity)


def _report_other_bag(path: Path) -> int | None:
    """Report what is known about a bag that another program made; the exit code, None for anything else."""
    from dossier.archive.other_bag import read_other_bag
    from dossier.archive.verify import NotAnArchiveError

    try:
        bag = read_other_bag(path)
    except (NotAnArchiveError, OSError):  # Reported by the verifier.
        return None
    if bag is None:
        return None
    for fault in bag.faults:
        sys.stdout.write(f"{fault}\n")
    maker = f"by {bag.agent}" if bag.agent else "by another program"
    valid = "not a valid bag" if bag.faults else "a valid bag"
    sys.stderr.write(f"{PROGRAM}: {path} is {valid}, {maker}, and not an archive of a dossier.\n")
    sys.stderr.write(f"checked: {bag.checked}\n")
    others = ("passages, statements and links, since it has no records, and no signature", *bag.not_checked)
    sys.stderr.write(f"not checked: {'; '.join(others)}\n")
    return EXIT_FINDINGS if bag.faults else EXIT_ERROR
