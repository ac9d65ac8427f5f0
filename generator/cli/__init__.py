"""The command `dossier`: reads arguments, prints, returns exit codes; nothing else. One file a command."""

import argparse
import sys
from collections.abc import Sequence
from importlib.metadata import version
from textwrap import indent

from mkdocs.exceptions import ConfigurationError

from generator.cli.add import ADD
from generator.cli.archive import ARCHIVE
from generator.cli.check import CHECK
from generator.cli.command import WRONG_USE, Command, take
from generator.cli.completion import COMPLETION
from generator.cli.coverage import COVERAGE
from generator.cli.diff import DIFF
from generator.cli.explain import EXPLAIN
from generator.cli.fmt import FMT
from generator.cli.init import INIT
from generator.cli.locate import LOCATE
from generator.cli.new import NEW
from generator.cli.pages import PAGES
from generator.cli.rename import RENAME
from generator.cli.schemas import SCHEMAS
from generator.cli.site import BUILD, SERVE
from generator.cli.verify import VERIFY
from generator.edit.refused import RefusedError
from generator.load.at_revision import NoRevisionError
from generator.package.changes import NotComparableError
from generator.package.folder import NotEmptyError
from generator.package.inputs import ChangedError
from generator.package.whole import NotWrittenError
from generator.render import MissingAssetsError

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
COULD_NOT = (
    MissingAssetsError,
    NotEmptyError,
    NotWrittenError,
    ChangedError,
    NotComparableError,
    RefusedError,
    NoRevisionError,
    ConfigurationError,
    OSError,
)


def parser() -> argparse.ArgumentParser:
    """The arguments of every command."""
    made = argparse.ArgumentParser(
        prog="dossier",
        description="Checks curated YAML against its sources and makes a cross-linked, searchable site of it.",
        epilog="Exit codes: 0 all is well, 1 there are findings, 2 the command could not be carried out.",
    )
    made.add_argument("--version", action="version", version=f"dossier {version('dossier')}")
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
    except COULD_NOT as error:
        sys.stderr.write(f"dossier: {error}\n")
        return WRONG_USE
