"""`dossier completion`: print a script for shell completion."""

import sys

import click
from click.shell_completion import get_completion_class

from dossier.cli.console import EXIT_OK
from dossier.cli.options import PROGRAM, examples, ignored_root_option

SHELLS = ("bash", "zsh", "fish")
CALLBACK_VARIABLE = f"_{PROGRAM.upper()}_COMPLETE"
"""The environment variable by which click recognises that a shell asks for completions."""


@click.command(
    "completion",
    help="Print a shell completion script.",
    epilog=examples("dossier completion bash", "dossier completion zsh", "dossier completion fish"),
)
@ignored_root_option
@click.argument("shell", type=click.Choice(SHELLS), metavar="SHELL", help=", ".join(SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> int:
    """Print the script; the shell calls `dossier` for each completion."""
    completion_class = get_completion_class(shell)
    if completion_class is None:
        raise click.UsageError(f"no completion for {shell}")
    completion = completion_class(context.find_root().command, {}, PROGRAM, CALLBACK_VARIABLE)
    sys.stdout.write(completion.source())
    return EXIT_OK
