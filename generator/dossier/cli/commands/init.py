"""`dossier init`: create a new dossier, from a small example or empty."""

import sys
from pathlib import Path

import click

from dossier.cli.choosing import is_interactive
from dossier.cli.console import EXIT_OK
from dossier.cli.options import examples, ignored_root_option
from dossier.editor.scaffold import create_dossier, require_empty, starter_languages
from dossier.model.dossier import Settings
from dossier.text.interface import SOURCE_LANGUAGE


@click.command(
    "init",
    help="Create a new dossier from a small example.",
    epilog=examples(
        "dossier init my-dossier",
        "dossier init --language es mi-dossier",
        'dossier init --empty --title "The ferry to Lindholm" ferry',
    ),
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
@click.option("--title", metavar="TITLE", help="title of the dossier, and name of the site")
@click.option("--description", metavar="TEXT", help=Settings.model_fields["description"].description)
@click.option("--organization", metavar="NAME", help=Settings.model_fields["organization"].description)
def command(folder: Path, language: str, empty: bool, **texts: str | None) -> int:
    """Write the example dossier and print the next steps."""
    require_empty(folder)  # Before the first question.
    settings = {name: text for name, text in texts.items() if text}
    if empty and is_interactive():
        for name in texts:
            if name not in settings and (answer := _ask(name)):
                settings[name] = answer
    written = create_dossier(folder, language, empty=empty, settings=settings)
    sys.stderr.write(f"{written} files in {folder}. Next:\n  cd {folder}\n  dossier build\n")
    sys.stderr.write("Then open site/index.html and read README.md.\n")
    return EXIT_OK


def _ask(name: str) -> str:
    """Ask for a setting of the dossier; the answer may be empty: it can be written later."""
    return str(click.prompt(f"{name.capitalize()} (Enter: later)", default="", show_default=False, err=True)).strip()
