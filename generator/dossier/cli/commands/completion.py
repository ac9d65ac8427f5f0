"""`dossier completion`: print a script for shell completion."""

import sys

import click

from dossier.cli.complete import SHELLS, completion_script
from dossier.cli.console import EXIT_OK
from dossier.cli.options import examples, ignored_root_option


@click.command(
    "completion",
    help="Print a shell completion script.",
    epilog=examples("dossier completion bash", "dossier completion zsh", "dossier completion fish"),
)
@ignored_root_option
@click.argument("shell", type=click.Choice(tuple(SHELLS)), metavar="SHELL", help=", ".join(SHELLS))
def command(shell: str) -> int:
    """Print the script; the shell calls `dossier` for each completion."""
    sys.stdout.write(completion_script(shell))
    return EXIT_OK
