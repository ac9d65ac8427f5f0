"""`dossier build`: check the content and build the site with MkDocs."""

from pathlib import Path

import click
from mkdocs.__main__ import cli as mkdocs

from dossier.cli.console import EXIT_FINDINGS, EXIT_OK
from dossier.cli.options import PROGRAM, examples, root_option


def run_mkdocs(*arguments: str) -> int:
    """Run a command of MkDocs and return its exit code."""
    try:
        mkdocs.main(list(arguments), prog_name=PROGRAM, standalone_mode=False)
    except click.Abort:
        return EXIT_FINDINGS
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return EXIT_OK


@click.command(
    "build",
    help="Check content and build the site.",
    epilog=examples("dossier build --root ../another-dossier"),
)
@root_option
def command(root: Path) -> int:
    """Build the site into the folder that `mkdocs.yml` names; on findings the last good site stays."""
    return run_mkdocs("build", "--strict", "--config-file", str(root / "mkdocs.yml"))
