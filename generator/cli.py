"""The command `dossier`: reads arguments, prints, returns exit codes; nothing else."""

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import click
from mkdocs.__main__ import cli as mkdocs
from mkdocs.exceptions import ConfigurationError

from generator.cover import cover
from generator.load.edition import read_edition
from generator.package.folder import NotEmptyError, write_folder
from generator.pipeline import checked, outputs
from generator.render import MissingAssetsError
from generator.report import REPORTS
from generator.report.coverage import coverage_table, open_mentions

CLEAN, FINDINGS, WRONG_USE = 0, 1, 2
COVERAGE_RULE = "coverage-open"


class Command(NamedTuple):
    """A command: its name, what it does in a line, how it reads its arguments, and the function that does it."""

    name: str
    says: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def _check(arguments: argparse.Namespace) -> int:
    graph, findings = checked(arguments.root)
    sys.stdout.write(REPORTS[arguments.format](findings))
    if arguments.format == "text" and graph is not None:
        dossier = graph.dossier
        found = sum(citation.found for citation in graph.citations)
        said = (
            f"{len(dossier.records)} records, {found} passages in {len(dossier.seeds)} texts: {_count(len(findings))}"
        )
        sys.stderr.write(f"{said}\n")
    return FINDINGS if findings else CLEAN


def _coverage(arguments: argparse.Namespace) -> int:
    graph, findings = checked(arguments.root)
    broken = [finding for finding in findings if finding.rule != COVERAGE_RULE]
    sys.stderr.write(REPORTS["text"](broken))
    if graph is None:
        return FINDINGS
    covered = graph.coverage or cover(graph)
    sys.stdout.write(coverage_table(covered) + open_mentions(graph, covered))
    return FINDINGS if broken or any(one.state == "open" for one in covered) else CLEAN


def _pages(arguments: argparse.Namespace) -> int:
    graph, findings = checked(arguments.root)
    if findings or graph is None:
        sys.stderr.write(REPORTS["text"](findings))
        return FINDINGS
    written = write_folder(
        outputs(graph, read_edition(arguments.root)), arguments.root / "content" / "pages", arguments.to
    )
    sys.stderr.write(f"{written} files in {arguments.to}\n")
    return CLEAN


def _build(arguments: argparse.Namespace) -> int:
    return _mkdocs("build", "--strict", "--config-file", str(arguments.root / "mkdocs.yml"))


def _serve(arguments: argparse.Namespace) -> int:
    return _mkdocs("serve", "--dev-addr", arguments.address, "--config-file", str(arguments.root / "mkdocs.yml"))


def _mkdocs(*arguments: str) -> int:
    try:
        mkdocs.main(list(arguments), prog_name="dossier", standalone_mode=False)
    except click.Abort:
        return FINDINGS
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return CLEAN


def _count(findings: int) -> str:
    return "no findings" if findings == 0 else f"{findings} finding{'s' * (findings != 1)}"


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=sorted(REPORTS), default="text", help="how findings are printed")


def _pages_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--to", type=Path, required=True, metavar="DIR", help="a folder that is new, empty or was made so"
    )


def _serve_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--address", default="127.0.0.1:8000", metavar="HOST:PORT", help="where to serve")


def _no_arguments(parser: argparse.ArgumentParser) -> None:
    """The command has none of its own."""


COMMANDS: tuple[Command, ...] = (
    Command("check", "hold the content to every rule and print what breaks one", _check_arguments, _check),
    Command("coverage", "count what the records account for, and list what they do not", _no_arguments, _coverage),
    Command(
        "build", "check the content and build the site; on findings the last good site stays", _no_arguments, _build
    ),
    Command("serve", "show the site while you edit, reloading on every change", _serve_arguments, _serve),
    Command("pages", "write the Markdown pages to a folder, for another engine to build", _pages_arguments, _pages),
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
        added = commands.add_parser(command.name, help=command.says, description=command.says.capitalize() + ".")
        added.add_argument("--root", type=Path, default=Path(), metavar="DIR", help="the dossier's folder (here)")
        command.arguments(added)
        added.set_defaults(run=command.run)
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; its exit code."""
    parsed = parser().parse_args(arguments)
    if not (parsed.root / "content").is_dir():
        sys.stderr.write(f"dossier: there is no content/ in {parsed.root.resolve()}: say --root DIR\n")
        return WRONG_USE
    try:
        return int(parsed.run(parsed))
    except (MissingAssetsError, NotEmptyError, ConfigurationError, OSError) as error:
        sys.stderr.write(f"dossier: {error}\n")
        return WRONG_USE
