"""`dossier verify`: verify an archive, as the `verify.py` inside it does."""

from pathlib import Path

import click

from dossier.cli.options import examples, ignored_root_option


@click.command("verify", help="Verify an archive.", epilog=examples("dossier verify dossier.zip"))
@ignored_root_option
@click.argument("path", type=click.Path(path_type=Path), metavar="PATH", help="the archive, zipped or unpacked")
def command(path: Path) -> int:
    """Check the archive's bytes, passages and links."""
    from dossier.archive import verify  # No build needs it.

    return verify.main([str(path)])
