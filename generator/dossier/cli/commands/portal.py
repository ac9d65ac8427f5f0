"""`dossier portal`: build one site over the built sites of several dossiers."""

import sys
from pathlib import Path

import click

from dossier.cli.console import EXIT_OK
from dossier.cli.options import examples, ignored_root_option
from dossier.text.interface import interface_languages


@click.command(
    "portal",
    help="Build one site over the built sites of several dossiers.",
    epilog=examples("dossier portal ../port-brenn ../lindholm-ferry --to ../portal"),
)
@ignored_root_option
@click.argument(
    "folders",
    type=click.Path(path_type=Path),
    metavar="DIR…",
    nargs=-1,
    required=True,
    help="the folders of dossiers whose sites are built, or of the sites",
)
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="SITE",
    help="a folder that is new, empty or written by this command before",
)
@click.option("--title", default="", metavar="TEXT", help="what the portal is called (default: Dossiers)")
@click.option(
    "--language",
    type=click.Choice(interface_languages()),
    help="the language of the portal's own words (default: that of all its dossiers, else en)",
)
def command(folders: tuple[Path, ...], target: Path, title: str, language: str | None) -> int:
    """Copy the sites and write the pages over them."""
    from dossier.publish.portal import build_portal  # No other command needs it.

    count = build_portal(folders, target, title, language)
    sys.stderr.write(f"{count} dossiers in {target}: open {target / 'index.html'}\n")
    return EXIT_OK
