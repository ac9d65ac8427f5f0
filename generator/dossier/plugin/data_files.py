"""The data files of a site: written while its pages are rendered, with placeholders for MkDocs until then."""

from collections.abc import Iterator
from pathlib import Path

from dossier.export.registry import EXPORT_DOCS
from dossier.graph import Graph
from dossier.load.publication import publish_context
from dossier.model.output import OutputFile
from dossier.model.repository import Repository
from dossier.pipeline import render_data
from dossier.publish.write_outputs import write_outputs
from dossier.publish.write_social_cards import write_social_cards


def write_data_files(
    root: Path,
    site_url: str | None,
    repository: Repository | None,
    site: Path,
    last_site: Path | None,
    graph: Graph,
) -> None:
    """Write the data of a graph to the folder of a site, and the social cards unless `last_site` is None.

    Cards are copied from the last site where they are the same. A site without an address has none.
    """
    write_outputs(render_data(graph, publish_context(root, site_url, repository)), site)
    if site_url and last_site:
        write_social_cards(graph, site, last_site)


def placeholder_files() -> Iterator[OutputFile]:
    """Yield an empty file at the path of each export, so that MkDocs accepts links to them."""
    for export in EXPORT_DOCS:
        for path in (export.path, *export.parts):
            yield OutputFile(path, b"")
