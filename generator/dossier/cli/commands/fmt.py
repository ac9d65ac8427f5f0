"""`dossier fmt`: format content files."""

import sys
from pathlib import Path

import click

from dossier.cli.console import EXIT_FINDINGS, EXIT_OK
from dossier.cli.options import examples, root_option
from dossier.editor.formatter import format_files
from dossier.editor.transaction import apply
from dossier.text.wording import pluralize


@click.command(
    "fmt",
    help="Format content files (values and comments unchanged).",
    epilog=examples("dossier fmt", "dossier fmt --check content/actors/juan-guaido.yml"),
)
@root_option
@click.argument(
    "files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...", help="content files (default: all)"
)
@click.option("--check", is_flag=True, help="change nothing; list the files that are not formatted")
def command(root: Path, files: tuple[Path, ...], check: bool) -> int:
    """Format the files, or list those that are not formatted."""
    changes = format_files(root, files)
    if not check:
        apply(root, changes)
    sys.stdout.writelines(f"{change.new_path}\n" for change in changes)
    sys.stderr.write(f"{pluralize(len(changes), 'file')} {'would be ' if check else ''}reformatted\n")
    return EXIT_FINDINGS if check and changes else EXIT_OK
