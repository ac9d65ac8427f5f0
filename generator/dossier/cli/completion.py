"""`dossier completion`: a script that lets a shell complete commands and their options."""

import argparse
import sys

import shtab

from dossier.cli.command import CLEAN, Command


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=shtab.SUPPORTED_SHELLS)


def _run(arguments: argparse.Namespace) -> int:
    sys.stdout.write(shtab.complete(arguments.parser, arguments.shell))
    return CLEAN


COMPLETION = Command(
    "completion",
    "print a script that lets your shell complete commands and options",
    "dossier completion bash\ndossier completion zsh",
    _arguments,
    _run,
    of_dossier=False,
)
