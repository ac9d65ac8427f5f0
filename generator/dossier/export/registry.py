"""The registry of export formats: every format, by its heading on the data page."""

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

from dossier.graph import Graph
from dossier.io.memory import trim_memory
from dossier.model.docs import ExportDoc
from dossier.model.output import OutputFile
from dossier.model.publish_context import NO_CONTEXT, PublishContext
from dossier.text.interface import gettext_noop


class ExportFormat(Protocol):
    """A module of this package: one format of the data.

    `PATH` is its file (the first, if it has several) below the site's root, `DESCRIPTION` what the file contains and
    `EXAMPLE` Python that uses it, run in the folder of the site. A module may have `PARTS`, further files that readers
    open directly, and `TABLES`, whose columns the data page lists.
    """

    PATH: str
    MEDIA_TYPE: str
    DESCRIPTION: str
    EXAMPLE: str

    def export(self, graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
        """Yield the files of the format, each as it is made."""
        ...


GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        gettext_noop("Everything, for programs"),
        ("llms_txt", "dossier_json", "schema_json", "records_json", "claims_jsonl", "annotations", "texts", "jsonld"),
    ),
    (
        gettext_noop("For spreadsheets and databases"),
        ("data_package", "tables_xlsx", "sqlite", "datasette_metadata", "parquet_schema"),
    ),
    (gettext_noop("For networks, maps and calendars"), ("gexf", "graphml", "geojson", "events_geojson", "events_ics")),
    (gettext_noop("For reference managers"), ("bibliography_csl", "bibliography_bib")),
    (gettext_noop("For investigation platforms and search engines"), ("ftm", "bulk")),
    (gettext_noop("To follow changes"), ("changes_atom", "kind_feeds")),
)
"""The modules of the formats, by heading, in the order of the data page. A new format is one more name here."""

_BY_GROUP: tuple[tuple[str, ExportFormat], ...] = tuple(
    (group, cast(ExportFormat, import_module(f"dossier.export.{name}"))) for group, names in GROUPS for name in names
)
EXPORTS: tuple[ExportFormat, ...] = tuple(export_format for _, export_format in _BY_GROUP)
EXPORT_DOCS: tuple[ExportDoc, ...] = tuple(
    ExportDoc(
        path=export_format.PATH,
        summary=export_format.DESCRIPTION,
        example=export_format.EXAMPLE,
        group=group,
        parts=getattr(export_format, "PARTS", ()),
        media_type=export_format.MEDIA_TYPE,
        tables=getattr(export_format, "TABLES", ()),
    )
    for group, export_format in _BY_GROUP
)


def export_all(graph: Graph, publication: PublishContext = NO_CONTEXT) -> Iterator[OutputFile]:
    """Yield the files of every format, in the order of the registry, as they are made."""
    for export_format in EXPORTS:
        yield from export_format.export(graph, publication)
        trim_memory()
