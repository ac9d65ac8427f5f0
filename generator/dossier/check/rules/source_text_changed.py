"""The text of a source is the very file that was curated, as is its original: its record pins their SHA-256.

Passes: a file in `seeds/` that nobody has touched.
Fails:  a file with one byte changed, added or taken away.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "source-text-changed"


def check(graph: Graph) -> Iterator[Finding]:
    for source in graph.dossier.sources:
        seed = graph.dossier.source_texts.get(source.text or "")
        if seed and source.sha256 and seed.sha256 != source.sha256:
            message = f"seeds/{seed.file} has the SHA-256 {seed.sha256}: restore the file, or check every passage anew"
            yield Finding(source.location("sha256"), ID, message, {"verdict": ID})
        kept = source.original and graph.dossier.originals.get(source.original.file)
        if source.original and kept and kept != source.original.sha256:
            message = f"seeds/{source.original.file} has the SHA-256 {kept}: restore the file"
            yield Finding(source.location("original", "sha256"), ID, message, {"verdict": ID})
