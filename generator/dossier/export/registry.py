"""All data files, made from one graph."""

from collections.abc import Iterator
from typing import Protocol, cast

from dossier.export import (
    annotations,
    bibliography_bib,
    bibliography_csl,
    bulk,
    changes_atom,
    data_package,
    dossier_json,
    events_ics,
    ftm,
    geojson,
    gexf,
    graphml,
    jsonld,
    schema_json,
    sqlite,
    texts,
)
from dossier.graph import Graph
from dossier.model.docs import ExportDoc
from dossier.model.output import OutputFile
from dossier.model.publish_context import NO_CONTEXT, PublishContext


class Export(Protocol):
    """A module of this room: a format of the data.

    `PATH` is where its file stands (its first, if it has several), `SAYS` what it holds, `EXAMPLE` a use of it: some
    lines of Python that work in the folder of the site. `PARTS`, where it has them, are the files of its that readers
    open by themselves.
    """

    PATH: str
    SAYS: str
    EXAMPLE: str

    def export(self, graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
        """Its files, all of one graph, with what the publication tells of the day and the address."""
        ...


GROUPS: tuple[tuple[str, tuple[Export, ...]], ...] = cast(
    tuple[tuple[str, tuple[Export, ...]], ...],
    (
        ("All of it, for programs", (dossier_json, schema_json, annotations, texts, jsonld)),
        ("For spreadsheets and databases", (data_package, sqlite)),
        ("For networks, maps and calendars", (gexf, graphml, geojson, events_ics)),
        ("For reference managers", (bibliography_csl, bibliography_bib)),
        ("For platforms of investigation and search engines", (ftm, bulk)),
        ("To follow what changes", (changes_atom,)),
    ),
)
"""Every format, under what readers take it for."""
EXPORTS: tuple[Export, ...] = tuple(one for _, formats in GROUPS for one in formats)
EXPORT_DOCS: tuple[ExportDoc, ...] = tuple(
    ExportDoc(one.PATH, one.SAYS, one.EXAMPLE, group, getattr(one, "PARTS", ()))
    for group, formats in GROUPS
    for one in formats
)


def export_all(graph: Graph, publication: PublishContext = NO_CONTEXT) -> Iterator[OutputFile]:
    """Every data file, one format after the other."""
    for one in EXPORTS:
        yield from one.export(graph, publication)
