"""The source texts themselves, as far as their rights allow, and an index of all of them."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from dossier.graph import Graph
from dossier.graph.urls import page_url, text_page_path
from dossier.model.kinds.source import Source
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext
from dossier.text.interface import gettext_noop
from dossier.text.serialize import json_line

FOLDER, ORIGINALS = "data/texts", "data/originals"
PATH = f"{FOLDER}/index.json"
ACTIVE_SUFFIXES = (".html", ".htm", ".xhtml", ".mhtml", ".mht", ".svg", ".xml", ".eml")
"""Files that a browser would show as pages, with their scripts."""
MEDIA_TYPE = "application/json"
DESCRIPTION = gettext_noop(
    "the texts that all positions refer to: for each its source, its SHA-256, its rights and, where these allow it, "
    "the name of the file in the same folder with the full text. If the text was extracted from a file that may be "
    "shown, such as a PDF, `original` is its name in `data/originals`."
)
EXAMPLE = """\
import hashlib, json
from pathlib import Path

folder = Path("data/texts")
for text in json.loads((folder / "index.json").read_text("utf-8")):
    if "file" in text:
        print(text["source"], hashlib.sha256((folder / text["file"]).read_bytes()).hexdigest() == text["sha256"])
"""


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """Yield the index, sorted by source, then each text that may be shown in full. Drafts are left out."""
    sources = sorted(graph.readable_sources, key=lambda source: source.id)
    lines = (json_line(_index_entry(graph, source, publication.site_url)) for source in sources)
    yield OutputFile(PATH, "[" + ",\n".join(lines) + "]\n")
    for source in graph.readable_sources:
        if source.shows_full_text:
            source_text = graph.dossier.source_texts[source.text or ""]
            yield OutputFile(f"{FOLDER}/{source_text.file}", source_text.text.encode("utf-8"))
            if (path := original_path(source)) and source.original:
                yield OutputFile(path, graph.dossier.originals[source.original.file].read)


def original_path(source: Source) -> str | None:
    """Return the path of the file that a source's text was extracted from, None if its rights do not allow showing it.

    A web page is not among these files: its scripts would run as if they were ours.
    """
    original = source.original
    if original is None or not source.shows_full_text or PurePath(original.file).suffix.lower() in ACTIVE_SUFFIXES:
        return None
    return f"{ORIGINALS}/{original.file}"


def _index_entry(graph: Graph, source: Source, site_url: str) -> dict[str, Any]:
    source_text = graph.dossier.source_texts[source.text or ""]
    rights = source.rights.statement if source.rights else ""
    url = site_url + page_url(text_page_path(source.id))
    entry = {"source": source.id, "url": url, "sha256": source_text.sha256, "rights": rights}
    if not source.shows_full_text:
        return entry
    original = original_path(source)
    return entry | {"file": source_text.file} | ({"original": PurePath(original).name} if original else {})
