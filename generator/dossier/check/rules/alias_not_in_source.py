"""An alias is a spelling that a source writes.

Passes: `aliases: [Nicholas Maduro]`, which a text has.
Fails:  `aliases: [Nikolas Maduro]`, which none has: spellings from elsewhere belong in `note`.
"""

from collections.abc import Iterator, Mapping

from dossier.check.helpers import texts_loaded
from dossier.graph import Graph
from dossier.match import SearchableText, occurs, prepare_texts
from dossier.model.base import VerbatimField
from dossier.model.finding import Finding
from dossier.model.record import Record
from dossier.text.suggest import did_you_mean

ID = "alias-not-in-source"


def check(graph: Graph) -> Iterator[Finding]:
    if not texts_loaded(graph):
        return
    texts = prepare_texts(graph.dossier)
    for record in graph.dossier.records:
        for path, mark, spelling in record.marked_fields:
            if isinstance(mark, VerbatimField) and not any(
                occurs(spelling, text) for text in _own_first(record, texts)
            ):
                yield Finding(
                    record.location(*path),
                    ID,
                    f"no text writes `{spelling}`{_near(spelling, [text.content for text in texts.values()])}",
                )


def _own_first(record: Record, texts: Mapping[str, SearchableText]) -> Iterator[SearchableText]:
    """Every text, those that the record cites first: its spellings stand there, so few texts are looked through."""
    own = {passage.source for _, passage in record.iter_passages()}
    yield from (texts[source] for source in own if source in texts)
    yield from (text for source, text in texts.items() if source not in own)


def _near(spelling: str, texts: list[str]) -> str:
    words = spelling.count(" ") + 1
    runs = {" ".join(run) for text in texts for run in zip(*(text.split()[at:] for at in range(words)), strict=False)}
    return did_you_mean(spelling, (run.strip('.,;:!?"“”‘’()') for run in runs))
