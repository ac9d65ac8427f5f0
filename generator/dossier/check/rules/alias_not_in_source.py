"""An alias must be a spelling that a source text uses.

Passes: `aliases: [Nicholas Maduro]`, where a text has that spelling.
Fails:  `aliases: [Nikolas Maduro]`, where none has: put spellings from elsewhere in `note`.
"""

from collections.abc import Iterator, Mapping

from dossier.graph import Graph
from dossier.match import SearchableText, occurs, prepare_texts
from dossier.model.base import VerbatimField
from dossier.model.finding import Finding
from dossier.model.record import Record
from dossier.text.suggest import did_you_mean

ID = "alias-not-in-source"
EDGE_MARKS = '.,;:!?"“”‘’()'


def check(graph: Graph) -> Iterator[Finding]:
    texts = prepare_texts(graph.dossier)
    for record in graph.dossier.records:
        for path, mark, spelling in record.marked_fields:
            if not isinstance(mark, VerbatimField):
                continue
            if not any(occurs(spelling, text) for text in _cited_texts_first(record, texts)):
                message = f"`{spelling}` does not appear in any source text{_suggestion(spelling, texts)}"
                yield Finding(record.location(*path), ID, message)


def _cited_texts_first(record: Record, texts: Mapping[str, SearchableText]) -> Iterator[SearchableText]:
    """Yield every text, first those that the record cites, which are the likeliest to have its spellings."""
    cited = {passage.source for _, passage in record.iter_passages()}
    yield from (texts[source] for source in cited if source in texts)
    yield from (text for source, text in texts.items() if source not in cited)


def _suggestion(spelling: str, texts: Mapping[str, SearchableText]) -> str:
    """Return the end of the message: the most similar run of as many words in any text, if one is similar."""
    length = spelling.count(" ") + 1
    runs: set[str] = set()
    for text in texts.values():
        words = text.content.split()
        runs.update(" ".join(words[start : start + length]) for start in range(len(words) - length + 1))
    return did_you_mean(spelling, (run.strip(EDGE_MARKS) for run in runs))
