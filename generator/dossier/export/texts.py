"""The texts themselves, of the sources whose rights allow it, and a list of all."""

import json
from collections.abc import Iterator
from typing import Any

from dossier.graph import Graph
from dossier.model.kinds.source import Source
from dossier.model.output import OutputFile
from dossier.model.publish_context import PublishContext

FOLDER = "data/texts"
PATH = f"{FOLDER}/index.json"
SAYS = (
    "the texts that all positions count in: for each its source, its SHA-256, its rights and, where these allow it, "
    "the file in the same folder that holds it whole, as it was received."
)
EXAMPLE = """\
import hashlib, json
from pathlib import Path

folder = Path("data/texts")
for text in json.loads((folder / "index.json").read_text("utf-8")):
    if "file" in text:
        print(text["source"], hashlib.sha256((folder / text["file"]).read_bytes()).hexdigest() == text["sha256"])
"""

_json = json.JSONEncoder(ensure_ascii=False).encode


def export(graph: Graph, publication: PublishContext) -> Iterator[OutputFile]:
    """The list, by source, then each text that may be shown whole. Texts of drafts are left out."""
    seeds = graph.dossier.source_texts
    told = sorted((_told(graph, source) for source in graph.readable_sources), key=lambda text: str(text["source"]))
    yield OutputFile(PATH, "[" + ",\n".join(map(_json, told)) + "]\n")
    for source in graph.readable_sources:
        if source.shows_full_text:
            seed = seeds[source.text or ""]
            yield OutputFile(f"{FOLDER}/{seed.file}", seed.text.encode("utf-8"))


def _told(graph: Graph, source: Source) -> dict[str, Any]:
    seed = graph.dossier.source_texts[source.text or ""]
    told = {"source": source.id, "sha256": seed.sha256, "rights": source.rights.statement if source.rights else ""}
    return told | ({"file": seed.file} if source.shows_full_text else {})
