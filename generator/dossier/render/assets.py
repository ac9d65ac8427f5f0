"""The files that the browser loads with the pages: our own scripts and styles, and the libraries fetched at set-up."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dossier.io.resources import read_asset
from dossier.model.output import OutputFile
from dossier.render.charts.flow import unit_rules
from dossier.text.interface import active_interface
from dossier.text.serialize import join_lazily

_json = json.JSONEncoder(separators=(",", ":")).encode

STYLES = (
    "fallback-fonts.css",
    "tokens.css",
    "shell.css",
    "dossier.css",
    "front.css",
    "method.css",
    "pictures.css",
    "cards.css",
    "text.css",
    "search.css",
    "explore.css",
    "figures.css",
    "quotations.css",
    "provenance.css",
    "timeline.css",
    "map.css",
    "disagreements.css",
    "people.css",
    "network.css",
    "print.css",
)
"""Our style sheets, joined into one file, since each further request delays a page on a slow network."""
FRAME_STYLES: Mapping[str, tuple[str, ...]] = {
    "assets/dossier/embed.css": ("tokens.css", "embed.css"),
    "assets/dossier/diagrams.css": (
        "framed-diagrams.css",
        "fallback-fonts.css",
        "dossier.css",
        "pictures.css",
        "figures.css",
        "provenance.css",
        "timeline.css",
        "map.css",
        "network.css",
    ),
}
"""The style sheets of pages for frames, the second for those with diagrams: they have no switch of colours."""
DARK, READERS_DARK = (
    b'@media screen {\n  [data-md-color-scheme="slate"]',
    b"@media screen and (prefers-color-scheme: dark) {\n  [data-md-color-scheme]",
)
CARD_SCRIPTS = ("card.js", "cards.js", "previews.js", "reading.js", "statements.js", "highlight.js")
"""The scripts of marks, statements and links to records, which every page loads, joined likewise."""
FONTS = (
    "inter.woff2",
    "inter.LICENSE.txt",
    "source-serif-400.woff2",
    "source-serif-400-italic.woff2",
    "source-serif-600.woff2",
    "source-serif.LICENSE.txt",
)
"""The typefaces, with the characters of western European languages, and their licences."""
OWN_SCRIPTS = (
    "copy.js",
    "load-card.js",
    "moved.js",
    "reader.js",
    "panel.js",
    "network.js",
    "map.js",
    "folding.js",
    "text-search.js",
    "did-you-mean.js",
    "csv.js",
    "virtual-table.js",
    "explore.js",
    "timeline.js",
)
ASSETS: tuple[tuple[str, str], ...] = (
    *((f"assets/dossier/{name}", name) for name in OWN_SCRIPTS),
    *((f"assets/vendor/fonts/{name}", f"vendor/fonts/{name}") for name in FONTS),
    ("assets/dossier/icon.svg", "icons/icon.svg"),
    ("favicon.ico", "icons/favicon.ico"),
    ("apple-touch-icon.png", "icons/apple-touch-icon.png"),
    ("assets/dossier/iframe-worker.js", "vendor/iframe-worker/index.js"),
    ("assets/dossier/iframe-worker.LICENSE.txt", "vendor/iframe-worker/LICENSE"),
    ("assets/vendor/panzoom.min.js", "vendor/panzoom/panzoom.min.js"),
    ("assets/vendor/panzoom.LICENSE.txt", "vendor/panzoom/LICENSE"),
)
"""Each file's path in the site and in the package. Browsers ask for the last two icons at the root of a host."""


INTERFACE_SCRIPT = "assets/dossier/interface.js"
"""Where the words of the scripts are in the site."""


def iter_assets() -> Iterator[OutputFile]:
    """Yield every file for the browser. Raises MissingAssetsError."""
    yield OutputFile("assets/dossier/dossier.css", b"\n".join([*map(read_asset, STYLES), unit_rules()]))
    yield OutputFile("assets/dossier/cards.js", b";\n".join(read_asset(name) for name in CARD_SCRIPTS))
    yield OutputFile(INTERFACE_SCRIPT, _interface_script)
    yield from (OutputFile(path, read_asset(name)) for path, name in ASSETS)


def frame_styles() -> Iterator[OutputFile]:
    """Yield the style sheets of pages for frames, which are dark where the reader prefers that."""
    for path, names in FRAME_STYLES.items():
        styles = b"\n".join([*map(read_asset, names), *([unit_rules()] if "provenance.css" in names else ())])
        yield OutputFile(path, styles.replace(DARK, READERS_DARK))


def read_search_worker() -> bytes:
    """Return our search worker, which replaces Material's at its address."""
    return read_asset("search-worker.js")


def _interface_script() -> str:
    """Return the script with the messages of scripts, in the language of the interface."""
    interface, script = active_interface(), read_asset("interface.js").decode()
    if interface.is_source:
        return script
    catalogue = interface.script_messages
    words = js_data_file("language", interface.tag) + js_data_file("messages", dict(catalogue.messages))
    return f"{words}dossier.pluralForm = (n) => Number({catalogue.plural});\n{script}"


def js_data_file(name: str, data: Any) -> str:
    """Return a classic script that sets `dossier.<name>` to `data`.

    It is all ASCII, which browsers parse twice as fast, and nothing in it can end the script element it is put into.
    """
    return f"(self.dossier ??= {{}}).{name} = {_js_literal(data)};\n"


def js_list_file(name: str, items: Iterable[Any]) -> Iterator[str]:
    """Yield the pieces of such a script whose data is a list, each item as it is made."""
    yield f"(self.dossier ??= {{}}).{name} = ["
    yield from join_lazily(",", map(_js_literal, items))
    yield "];\n"


def _js_literal(data: Any) -> str:
    return _json(data).replace("<", "\\u003c")
