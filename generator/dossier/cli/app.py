"""The program `dossier`: its list of commands, its exit codes and how it reports errors."""

import shutil
import sys
from collections.abc import Sequence
from importlib import import_module

import click
from mkdocs.exceptions import ConfigurationError

from dossier.cli.console import EXIT_ERROR, accept_any_character
from dossier.cli.options import PROGRAM, program_root_option
from dossier.model.errors import UserError

COMMAND_NAMES = (
    "check",
    "explain",
    "coverage",
    "review",
    "build",
    "serve",
    "pages",
    "export",
    "portal",
    "add",
    "archive",
    "verify",
    "locate",
    "new",
    "draft",
    "rename",
    "reextract",
    "fmt",
    "migrate",
    "diff",
    "schemas",
    "init",
    "completion",
)
"""The modules with a `command` each, in the order of the help and of the handbook's page."""


class Program(click.Group):
    """A group that imports the module of a command when it is asked for: `dossier check` needs no archive."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in their order."""
        return list(COMMAND_NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None for an unknown name."""
        if cmd_name not in COMMAND_NAMES:
            return None
        command: click.Command = import_module(f"dossier.cli.commands.{cmd_name}").command
        return command


@click.group(
    PROGRAM,
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Check curated YAML against its sources and build a cross-linked, searchable site from it.",
    epilog="Exit codes: 0 ok, 1 findings, 2 error.",
)
@program_root_option
@click.version_option(package_name="mkdocs-dossier", prog_name=PROGRAM, message="%(prog)s %(version)s")
def cli() -> None:
    """Run one command: click's entry point."""


def run(arguments: Sequence[str] | None) -> int:
    """Run a command and return its exit code; `arguments` are those of the process if not given."""
    accept_any_character()
    try:
        return int(cli.main(arguments, PROGRAM, standalone_mode=False))
    except click.UsageError as error:
        error.show()
        return EXIT_ERROR
    except click.Abort:
        sys.stderr.write(f"{PROGRAM}: interrupted\n")
        return EXIT_ERROR
    except (UserError, ConfigurationError, OSError) as error:
        sys.stderr.write(f"{PROGRAM}: {_system_error(error) if isinstance(error, OSError) else error}\n")
        return EXIT_ERROR


def _system_error(error: OSError) -> str:
    """Return the file and the reason, as in `content/x.yml: Permission denied`."""
    if isinstance(error, shutil.Error) and error.args and isinstance(error.args[0], list):
        _, file, reason = error.args[0][0]  # The first of the files that could not be copied.
        return f"{file}: {reason}"
    file = error.filename2 or error.filename
    return f"{file}: {error.strerror}" if file and error.strerror else error.strerror or str(error)
