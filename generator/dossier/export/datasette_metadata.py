"""Datasette's metadata of the SQLite database: what it is, where it is from, and what its tables and columns mean."""

from collections.abc import Iterator
from typing import Any

from dossier.export import sqlite
from dossier.export.columns import Table
from dossier.export.credits import rights_statement
from dossier.export.tables import iter_tables
from dossier.graph import Graph
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.text.interface import gettext_noop
from dossier.text.serialize import json_document

PATH = "data/metadata.json"
MEDIA_TYPE = "application/json"
DESCRIPTION = gettext_noop(
    "the metadata of the SQLite database for Datasette, which then shows the title, and what each table and column "
    "means: `datasette data/dossier.sqlite --metadata data/metadata.json`."
)
EXAMPLE = """\
import json

tables = json.load(open("data/metadata.json", encoding="utf-8"))["databases"]["dossier"]["tables"]
for name, description in list(tables["numbers"]["columns"].items())[:3]:
    print(f"{name}: {description}")
"""
DATABASE = "dossier"
"""The name that Datasette gives the database: that of its file."""
LABEL_COLUMNS = ("label", "name", "title", "question", "text")
"""The column that stands for a row in links to it: the first of these that its table has."""


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the description of the database, its tables and its views."""
    yield OutputFile(PATH, lambda: json_document(_metadata(graph, publication.site_url)))


def _metadata(graph: Graph, site_url: str) -> dict[str, Any]:
    settings = graph.dossier.settings
    about = {"source": settings.organization, "source_url": site_url} if site_url else {}
    if settings.licence_terms:
        about |= {"license": rights_statement(settings) or "", "license_url": settings.licence_terms.url}
    tables = {table.name: _table(table) for table in iter_tables(graph)}
    views = {view.name: {"description": view.question} for view in sqlite.VIEWS}
    return {
        "title": settings.title,
        "description": graph.plain_text(settings.description),
        **about,
        "databases": {DATABASE: {"description": graph.plain_text(settings.description), "tables": tables | views}},
    }


def _table(table: Table) -> dict[str, Any]:
    names = [column.name for column in table.columns]
    label = next((name for name in LABEL_COLUMNS if name in names), None)
    return {
        "description": f"{table.description[0].upper()}{table.description[1:]}.",
        "columns": {column.name: column.description for column in table.columns},
        **({"label_column": label} if label else {}),
    }
