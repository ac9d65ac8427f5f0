"""The command `dossier`: reads arguments, prints, returns exit codes; nothing else. One file a command."""

import argparse
import sys
from collections.abc import Sequence
from importlib.metadata import version
from textwrap import indent

from mkdocs.exceptions import ConfigurationError

from dossier.cli.add import ADD
from dossier.cli.archive import ARCHIVE
from dossier.cli.check import CHECK
from dossier.cli.command import WRONG_USE, Command, take
from dossier.cli.completion import COMPLETION
from dossier.cli.coverage import COVERAGE
from dossier.cli.diff import DIFF
from dossier.cli.explain import EXPLAIN
from dossier.cli.fmt import FMT
from dossier.cli.init import INIT
from dossier.cli.locate import LOCATE
from dossier.cli.new import NEW
from dossier.cli.pages import PAGES
from dossier.cli.rename import RENAME
from dossier.cli.schemas import SCHEMAS
from dossier.cli.site import BUILD, SERVE
from dossier.cli.verify import VERIFY
from dossier.model.errors import UserError

COMMANDS: tuple[Command, ...] = (
    CHECK,
    EXPLAIN,
    COVERAGE,
    BUILD,
    SERVE,
    PAGES,
    ADD,
    ARCHIVE,
    VERIFY,
    LOCATE,
    NEW,
    RENAME,
    FMT,
    DIFF,
    SCHEMAS,
    INIT,
    COMPLETION,
)
REPORTED_ERRORS = (UserError, ConfigurationError, OSError)


def parser() -> argparse.ArgumentParser:
    """The arguments of every command."""
    made = argparse.ArgumentParser(
        prog="dossier",
        description="Checks curated YAML against its sources and makes a cross-linked, searchable site of it.",
        epilog="Exit codes: 0 all is well, 1 there are findings, 2 the command could not be carried out.",
    )
    made.add_argument("--version", action="version", version=f"dossier {version('mkdocs-dossier')}")
    commands = made.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        added = commands.add_parser(
            command.name,
            help=command.says,
            description=command.says[0].upper() + command.says[1:] + ".",
            epilog="Example:\n" + indent(command.example, "  "),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        take(command, added)
        added.set_defaults(run=command.run, parser=made, commands=COMMANDS)
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; its exit code."""
    parsed = parser().parse_args(arguments)
    if "root" in parsed and not (parsed.root / "content").is_dir():
        sys.stderr.write(f"dossier: there is no content/ in {parsed.root.resolve()}: say --root DIR\n")
        return WRONG_USE
    try:
        return int(parsed.run(parsed))
    except REPORTED_ERRORS as error:
        sys.stderr.write(f"dossier: {error}\n")
        return WRONG_USE
