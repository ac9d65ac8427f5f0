"""`dossier export`: write the data of a dossier to a folder that it may share with others."""

import sys
from pathlib import Path

import click

from dossier.cli.console import EXIT_FINDINGS, EXIT_OK, report_style
from dossier.cli.options import examples, root_option
from dossier.graph import Graph
from dossier.load.publication import read_publish_context
from dossier.model.dossier import is_dossier_name
from dossier.model.errors import UserError
from dossier.pipeline import check_dossier
from dossier.report import REPORTS


@click.command(
    "export",
    help="Write the data as Parquet, next to that of other dossiers.",
    epilog=examples("dossier export --parquet ../lake", "dossier export --parquet ../lake --name port-brenn"),
)
@root_option
@click.option(
    "--parquet",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="DIR",
    help="the folder of the Parquet files, new or with those of other dossiers (needs the extra `parquet`)",
)
@click.option(
    "--name",
    metavar="NAME",
    help="what the dossier is called among others (default: `name` in content/dossier.yml)",
)
def command(root: Path, folder: Path, name: str | None) -> int:
    """Write the files, unless there are findings."""
    from dossier.publish.parquet import write_parquet  # No other command needs it.

    graph, findings = check_dossier(root)
    if findings or graph is None:
        sys.stderr.write(REPORTS["text"](findings, report_style(root, sys.stderr)))
        return EXIT_FINDINGS
    name = _dossier_name(graph, name)
    counts = write_parquet(graph, read_publish_context(root), name, folder)
    rows = ", ".join(f"{count} {table}" for table, count in counts.items())
    sys.stderr.write(f"{rows} of dossier={name} in {folder}\n")
    return EXIT_OK


def _dossier_name(graph: Graph, name: str | None) -> str:
    """Return the name of the dossier among others. Raises UserError if it has none, or one that is not allowed."""
    name = graph.dossier.settings.name if name is None else name
    if name is None:
        raise UserError(
            "content/dossier.yml has no `name`, which tells this dossier apart from others in the folder: add a line "
            "such as `name: port-brenn`, or use --name NAME"
        )
    if not is_dossier_name(name):
        raise UserError(f"--name {name!r}: write small letters, digits and single hyphens; begin with a letter")
    return name
