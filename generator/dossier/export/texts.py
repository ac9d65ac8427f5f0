"""The texts themselves, of the sources whose rights allow it, and a list of all."""

import json
from collections.abc import Iterator
from typing import Any

from dossier.graph import Graph
from dossier.model.kinds.source import Source
from dossier.model.output import Output
from dossier.model.publish_context import Edition

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


def export(graph: Graph, edition: Edition) -> Iterator[Output]:
    """The list, by source, then each text that may be shown whole. Texts of drafts are left out."""
    seeds = graph.dossier.seeds
    told = sorted((_told(graph, source) for source in graph.texts), key=lambda text: str(text["source"]))
    yield Output(PATH, "[" + ",\n".join(map(_json, told)) + "]\n")
    for source in graph.texts:
        if source.shown_whole:
            seed = seeds[source.text or ""]
            yield Output(f"{FOLDER}/{seed.file}", seed.text.encode("utf-8"))


def _told(graph: Graph, source: Source) -> dict[str, Any]:
    seed = graph.dossier.seeds[source.text or ""]
    told = {"source": source.id, "sha256": seed.sha256, "rights": source.rights.statement if source.rights else ""}
    return told | ({"file": seed.file} if source.shown_whole else {})
