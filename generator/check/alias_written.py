"""An alias is a spelling that a source writes.

Passes: `aliases: [Nicholas Maduro]`, which a text has.
Fails:  `aliases: [Nikolas Maduro]`, which none has: spellings from elsewhere belong in `note`.
"""

from collections.abc import Iterator

from generator.check.nearest import propose
from generator.link import Graph
from generator.match import stands, texts_of
from generator.model.base import Evidence, leaves
from generator.model.finding import Finding

ID = "alias-written"


def check(graph: Graph) -> Iterator[Finding]:
    texts = list(texts_of(graph.dossier).values())
    for record in graph.dossier.records:
        for path, mark, spelling in leaves(record):
            if isinstance(mark, Evidence) and not any(stands(spelling, text) for text in texts):
                yield Finding(
                    record.at(*path),
                    ID,
                    f"no text writes `{spelling}`{_near(spelling, [text.content for text in texts])}",
                )


def _near(spelling: str, texts: list[str]) -> str:
    words = spelling.count(" ") + 1
    runs = {" ".join(run) for text in texts for run in zip(*(text.split()[at:] for at in range(words)), strict=False)}
    return propose(spelling, (run.strip('.,;:!?"“”‘’()') for run in runs))
