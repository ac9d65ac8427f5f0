"""`dossier build` and `dossier serve`: MkDocs' own commands, on the dossier's settings."""

import argparse

import click
from mkdocs.__main__ import cli as mkdocs

from dossier.cli.command import CLEAN, FINDINGS, Command, no_arguments


def _serve_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--address", default="127.0.0.1:8000", metavar="HOST:PORT", help="where to serve")


def _build(arguments: argparse.Namespace) -> int:
    return run_mkdocs("build", "--strict", "--config-file", str(arguments.root / "mkdocs.yml"))


def _serve(arguments: argparse.Namespace) -> int:
    return run_mkdocs("serve", "--dev-addr", arguments.address, "--config-file", str(arguments.root / "mkdocs.yml"))


def run_mkdocs(*arguments: str) -> int:
    """Run a command of MkDocs; its exit code."""
    try:
        mkdocs.main(list(arguments), prog_name="dossier", standalone_mode=False)
    except click.Abort:
        return FINDINGS
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return CLEAN


BUILD = Command(
    "build",
    "check the content and build the site; on findings the last good site stays",
    "dossier build --root ../another-dossier",
    no_arguments,
    _build,
)
SERVE = Command(
    "serve",
    "show the site while you edit, reloading on every change",
    "dossier serve --address 127.0.0.1:9000",
    _serve_arguments,
    _serve,
)
