"""Words that a summary, title, question or position sets in quote marks stand in what its record rests on.

Passes: `the *Gazette* calls them “brave”`, where a passage of the record, or of one that it names, has the word.
Fails:  `the *Gazette* calls them “heroic”`. Case and the kind of quote marks inside are free.
"""

from collections.abc import Iterator

from dossier.check.helpers import normalize_words
from dossier.check.prose import iter_prose, supporting_texts
from dossier.detect.quotations import find_quotations
from dossier.graph import Graph
from dossier.match import ascii_punctuation
from dossier.model.finding import Finding

ID = "prose-quote-unsupported"
MARKS = '"“«'
EDGE = " .,;:!?…"


def check(graph: Graph) -> Iterator[Finding]:
    for told in iter_prose(graph, MARKS):
        known: list[str] | None = None
        for mention in find_quotations(told.prose):
            words = told.prose[mention.inner_start : mention.inner_end]
            known = [_folded(text) for text in supporting_texts(graph, told.record)] if known is None else known
            if not any(_folded(words).strip(EDGE) in text for text in known):
                message = f"“{normalize_words(words)}” stands in no passage of this record, nor of those it names"
                yield Finding(told.at(words), ID, message)


def _folded(text: str) -> str:
    return ascii_punctuation(normalize_words(text)).casefold()
