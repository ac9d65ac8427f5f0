"""`dossier schemas`: write JSON Schemas of the content files, and settings for Visual Studio Code."""

import sys
from pathlib import Path

import click

from dossier.cli.console import EXIT_OK
from dossier.cli.options import examples, root_option
from dossier.editor.schemas import FOLDER, build_schemas
from dossier.editor.vscode import vscode_files
from dossier.publish.write_outputs import write_outputs


@click.command(
    "schemas",
    help="Write JSON Schemas of the content files, for your editor.",
    epilog=examples("dossier schemas"),
)
@root_option
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help=f"the folder to write to (default: {FOLDER} in the dossier's folder)",
)
@click.option("--vscode", is_flag=True, help="also replace the settings and snippets in .vscode/")
def command(root: Path, folder: Path | None, vscode: bool) -> int:
    """Write one schema per kind, with the ids of this dossier."""
    target = folder or root / FOLDER
    written = write_outputs(build_schemas(root), target)
    if vscode:
        write_outputs(vscode_files(), root)
    sys.stderr.write(f"{written} schemas in {target}\n")
    return EXIT_OK
