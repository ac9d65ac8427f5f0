"""`dossier serve`: show the site while it is edited, with MkDocs' development server."""

from pathlib import Path

import click

from dossier.cli.commands.build import run_mkdocs
from dossier.cli.options import examples, root_option


@click.command(
    "serve",
    help="Serve the site while you edit, reloading after every change.",
    epilog=examples("dossier serve --address 127.0.0.1:9000"),
)
@root_option
@click.option("--address", default="127.0.0.1:8000", show_default=True, metavar="HOST:PORT", help="address to serve at")
def command(root: Path, address: str) -> int:
    """Serve the site until interrupted."""
    return run_mkdocs("serve", "--dev-addr", address, "--config-file", str(root / "mkdocs.yml"))
