"""`dossier init`: create a new dossier, from a small example or empty."""

import sys
from pathlib import Path

import click

from dossier.cli.console import EXIT_OK
from dossier.cli.options import examples, ignored_root_option
from dossier.editor.scaffold import create_dossier, starter_languages
from dossier.text.interface import SOURCE_LANGUAGE


@click.command(
    "init",
    help="Create a new dossier from a small example.",
    epilog=examples("dossier init my-dossier", "dossier init --language es mi-dossier", "dossier init --empty new"),
)
@ignored_root_option
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR", help="a new or empty folder")
@click.option(
    "--language",
    type=click.Choice(starter_languages()),
    default=SOURCE_LANGUAGE,
    show_default=True,
    help="the language of the example, and of the pages",
)
@click.option("--empty", is_flag=True, help="without the example: no records and no sources")
def command(folder: Path, language: str, empty: bool) -> int:
    """Write the example dossier and print the next steps."""
    written = create_dossier(folder, language, empty=empty)
    sys.stderr.write(f"{written} files in {folder}. Next:\n  cd {folder}\n  dossier build\n")
    sys.stderr.write("Then open site/index.html and read README.md.\n")
    return EXIT_OK
