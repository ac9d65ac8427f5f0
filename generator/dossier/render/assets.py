"""What the browser needs beside the pages: our own style, and libraries that set-up fetched by name and hash."""

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from dossier.model.errors import UserError
from dossier.model.output import OutputFile

STYLES = (
    "dossier.css",
    "pictures.css",
    "cards.css",
    "search.css",
    "explore.css",
    "charts.css",
    "timeline.css",
    "print.css",
)
"""Our style sheets, which pages load as one: each request more keeps a reader on a slow network waiting."""
ASSETS: tuple[tuple[str, str], ...] = (
    ("assets/dossier/copy.js", "copy.js"),
    ("assets/dossier/passages.js", "passages.js"),
    ("assets/dossier/cards.js", "cards.js"),
    ("assets/dossier/moved.js", "moved.js"),
    ("assets/dossier/reader.js", "reader.js"),
    ("assets/dossier/panel.js", "panel.js"),
    ("assets/dossier/filters.js", "filters.js"),
    ("assets/dossier/network.js", "network.js"),
    ("assets/dossier/map.js", "map.js"),
    ("assets/dossier/words.js", "words.js"),
    ("assets/dossier/spelling.js", "spelling.js"),
    ("assets/dossier/csv.js", "csv.js"),
    ("assets/dossier/rows.js", "rows.js"),
    ("assets/dossier/explore.js", "explore.js"),
    ("assets/dossier/timeline.js", "timeline.js"),
    ("assets/dossier/iframe-worker.js", "vendor/iframe-worker/index.js"),
    ("assets/dossier/iframe-worker.LICENSE.txt", "vendor/iframe-worker/LICENSE"),
    ("assets/vendor/cytoscape.min.js", "vendor/cytoscape/cytoscape.min.js"),
    ("assets/vendor/cytoscape.LICENSE.txt", "vendor/cytoscape/LICENSE"),
    ("assets/vendor/panzoom.min.js", "vendor/panzoom/panzoom.min.js"),
    ("assets/vendor/panzoom.LICENSE.txt", "vendor/panzoom/LICENSE"),
)


class MissingAssetsError(UserError):
    """The package was set up without its browser parts."""


def read_atlas(millions: int) -> bytes:
    """Natural Earth's shapes of countries at 1:50 or 1:110 million, as TopoJSON (world-atlas).

    Raises MissingAssetsError.
    """
    return _bytes(f"vendor/world-atlas/countries-{millions}m.json")


def assets() -> Iterator[OutputFile]:
    """Every file for the browser. Raises MissingAssetsError where set-up has not fetched the libraries."""
    yield OutputFile("assets/dossier/dossier.css", b"\n".join(_bytes(name) for name in STYLES))
    yield from (OutputFile(path, _bytes(name)) for path, name in ASSETS)


def _bytes(name: str) -> bytes:
    file = files("dossier").joinpath("assets", name)
    if not file.is_file():
        raise MissingAssetsError(
            f"generator/dossier/assets/{name} is missing: run `make setup`, which fetches the browser parts"
        )
    return file.read_bytes()


def search_worker() -> bytes:
    """Our search, which stands at the address of Material's own."""
    return _bytes("search-worker.js")


def js_data_file(name: str, data: Any) -> str:
    """A classic script that makes `data` known as `dossier.<name>`.

    All ASCII, which browsers read twice as quickly; nothing in it can end a script that it is put into.
    """
    written = json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")
    return f"(self.dossier ??= {{}}).{name} = {written};\n"
