"""The search: Material's box and dialog, with our worker and our entries instead of its own."""

import json
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from dossier.model.output import OutputFile
from dossier.publish.write_outputs import write_outputs
from dossier.render.assets import read_search_worker
from dossier.render.search import search_index
from dossier.text.interface import gettext as _

SEARCH_INDEX = Path("search/search_index.json")
SEARCH_WORKER = "assets/javascripts/workers/search.*"
SEARCH_DIALOG = '<div class="md-search" data-md-component="search" role="dialog"'


def label_search_dialog(html: str) -> str:
    """Return a page in which screen readers hear what Material's dialog is for."""
    return html.replace(f"{SEARCH_DIALOG}>", f'{SEARCH_DIALOG} aria-label="{_("Search")}">', 1)


def write_search(site: Path, pages: Iterable[OutputFile]) -> None:
    """Write the entries of our search, which loads them on first use, and empty Material's own index.

    Material loads its index with every page: as JSON from a host, as a script from a local folder.
    """
    index = site / SEARCH_INDEX
    if not index.is_file():
        return
    settings = json.loads(index.read_text("utf-8"))
    write_outputs([search_index(pages, settings["docs"])], site)
    index_json = json.dumps(settings | {"docs": []}, separators=(",", ":"))
    for name, content in (
        ("search_index.json", index_json),
        ("search_index.js", f"var __index = {index_json}"),
    ):
        index.with_name(name).write_text(content, "utf-8", newline="\n")


def replace_search_worker(files: Files, config: MkDocsConfig) -> None:
    """Replace Material's search worker by ours, at the same address; drop its source map."""
    for worker in [file for file in files if fnmatch(file.src_uri, SEARCH_WORKER)]:
        files.remove(worker)
        if worker.src_uri.endswith(".js"):
            files.append(File.generated(config, worker.src_uri, content=read_search_worker()))
