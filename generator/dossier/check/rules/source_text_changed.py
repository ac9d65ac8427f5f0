"""A source's text and original must be unchanged: their SHA-256 must be the one in the record.

Passes: a file in `seeds/` that has not been edited.
Fails:  a file with one byte changed, added or removed.
"""

from collections.abc import Iterator

from dossier.graph import Graph
from dossier.model.finding import Finding
from dossier.model.kinds.source import Locators, Original, Source

ID = "source-text-changed"


def check(graph: Graph) -> Iterator[Finding]:
    for source in graph.dossier.sources:
        text = graph.dossier.source_texts.get(source.text or "")
        if text and source.sha256 and text.sha256 != source.sha256:
            message = _message(graph, text.file, text.sha256, "restore it, or recheck every passage")
            yield Finding(source.location("sha256"), ID, message, {"verdict": ID})
        original = source.original
        if original is None:
            continue
        yield from _compare(graph, source, original, ("original", "sha256"))
        if original.locators is not None:
            yield from _compare(graph, source, original.locators, ("original", "locators", "sha256"))


def _compare(graph: Graph, source: Source, pinned: Original | Locators, field: tuple[str, ...]) -> Iterator[Finding]:
    """Yield a finding if a file that belongs to the text has another SHA-256 than the record."""
    file = graph.dossier.originals.get(pinned.file)
    if file is not None and file.sha256 != pinned.sha256:
        message = _message(graph, pinned.file, file.sha256, "restore it")
        yield Finding(source.location(*field), ID, message, {"verdict": ID})


def _message(graph: Graph, name: str, sha256: str, advice: str) -> str:
    """Return how a file has changed, and what to do; in a Windows clone, only its line ends may differ."""
    if name in graph.dossier.other_line_ends:
        advice = "only line ends differ: put `seeds/** -text` in .gitattributes, and check it out again"
        return f"seeds/{name} has changed; {advice}"
    return f"seeds/{name} has changed (SHA-256 {sha256}); {advice}"
