"""`dossier schemas`: writes what an editor with YAML support completes and checks files by."""

import argparse
import sys
from pathlib import Path

from dossier.cli.command import CLEAN, Command
from dossier.editor.schemas import FOLDER, build_schemas
from dossier.publish.write_outputs import write_outputs


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", type=Path, metavar="DIR", help=f"the folder of the schemas ({FOLDER} of the dossier)")


def _run(arguments: argparse.Namespace) -> int:
    folder = arguments.to or arguments.root / FOLDER
    written = write_outputs(build_schemas(arguments.root), folder)
    sys.stderr.write(f"{written} schemas in {folder}\n")
    return CLEAN


SCHEMAS = Command(
    "schemas",
    "write JSON Schemas of the content files, with this dossier's ids, for your editor",
    "dossier schemas",
    _arguments,
    _run,
)
