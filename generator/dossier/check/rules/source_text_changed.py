"""A source's text and original must be unchanged: their SHA-256 must be the one in the record.

Passes: a file in `seeds/` that has not been edited.
Fails:  a file with one byte changed, added or removed.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding

ID = "source-text-changed"


def check(graph: Graph) -> Iterator[Finding]:
    for source in graph.dossier.sources:
        text = graph.dossier.source_texts.get(source.text or "")
        if text and source.sha256 and text.sha256 != source.sha256:
            advice = _line_ends_advice(graph, text.file) or "restore it, or recheck every passage"
            message = f"seeds/{text.file} has changed (SHA-256 {text.sha256}); {advice}"
            yield Finding(source.location("sha256"), ID, message, {"verdict": ID})
        original = source.original
        original_sha256 = graph.dossier.originals.get(original.file) if original else None
        if original and original_sha256 and original_sha256 != original.sha256:
            advice = _line_ends_advice(graph, original.file) or "restore it"
            message = f"seeds/{original.file} has changed (SHA-256 {original_sha256}); {advice}"
            yield Finding(source.location("original", "sha256"), ID, message, {"verdict": ID})


def _line_ends_advice(graph: Graph, name: str) -> str | None:
    """Return what to do about a file of which only the line ends have changed, as git does in a Windows clone."""
    if name not in graph.dossier.other_line_ends:
        return None
    return "only line ends differ: put `seeds/** -text` in .gitattributes, and check it out again"
