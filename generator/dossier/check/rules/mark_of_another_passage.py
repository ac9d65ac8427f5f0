"""A mark must not lead to a passage with few words of its statement, where another passage of the record has most.

Passes: `She runs the ward.[^ward]` for a passage with `Holm, who runs the ward`; a statement in other words than any
    passage; one whose marks name both passages.
Fails:  `She runs the ward.[^rates]` for a passage with `rates rose in May`, in a record with the passage `ward` too.
"""

from collections.abc import Iterator, Sequence

from dossier.check.content import is_in_own_language, prose_content
from dossier.check.prose import ProseItem, has_unread_words, iter_prose, prose_texts
from dossier.detect.content_words import ContentWords
from dossier.detect.en.lexicon import REPORTING_WORDS
from dossier.detect.en.word_forms import clues_of, index_of, meaningful_words
from dossier.detect.languages import reads_words
from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.finding import Finding
from dossier.model.record import Record

ID = "mark-of-another-passage"
MIN_WORDS = 4
"""The fewest words with a meaning by which statements are compared."""
MAX_OWN_SHARE = 0.35
"""The greatest share of a statement's words in passages that may be those of another statement."""
MIN_DIFFERENCE = 0.3
"""By how much the share in another passage must be greater."""


def check(graph: Graph) -> Iterator[Finding]:
    if content := prose_content(graph):
        yield from _check_by_stems(graph, content)
    if not reads_words(graph.dossier):
        return
    for prose in iter_prose(graph):
        item = prose.statement.item
        if not isinstance(item, Record) or not prose.statement.has_markup or has_unread_words(graph, prose):
            continue
        words = [word for word in meaningful_words(prose.text) if word not in REPORTING_WORDS]
        if len(words) < MIN_WORDS:
            continue
        clues = [*map(clues_of, words)]
        passages = [other for other in _other_passages(graph, prose, item) if _may_be_meant(graph, clues, other)]
        texts = prose_texts(graph, prose) if passages else []
        if not passages or _share_unchanged(words, texts) > MAX_OWN_SHARE:
            continue
        own = _share(words, texts)
        if own > MAX_OWN_SHARE:
            continue
        others = [(_share(words, [graph.passage_text(other)]), other) for other in passages]
        share, other = max(others, key=lambda item: item[0], default=(0.0, None))
        if other is not None and share >= own + MIN_DIFFERENCE:
            yield _finding(prose, other)


def _finding(prose: ProseItem, other: Citation) -> Finding:
    message = f"`[^{other.passage.label}]` has more of these words than the passages marked; cite it"
    return Finding(prose.statement.location(), ID, message)


def _check_by_stems(graph: Graph, content: ContentWords) -> Iterator[Finding]:
    """Yield the findings in a language whose words are compared by their stems."""
    for prose in iter_prose(graph):
        item = prose.statement.item
        stems = [*content.stems_by_word(prose.text).values()]
        if not isinstance(item, Record) or not prose.statement.has_markup or len(stems) < MIN_WORDS:
            continue
        if not all(is_in_own_language(graph, citation) for citation in prose.citations):
            continue
        passages = [other for other in _other_passages(graph, prose, item) if is_in_own_language(graph, other)]
        known = frozenset[str]().union(*map(content.stems, prose_texts(graph, prose))) if passages else frozenset()
        own = 1 - len(content.missing(stems, known)) / len(stems)
        if not passages or own > MAX_OWN_SHARE:
            continue
        shares = [
            (1 - len(content.missing(stems, content.stems(graph.passage_text(other)))) / len(stems), other)
            for other in passages
        ]
        share, other = max(shares, key=lambda pair: pair[0])
        if share >= own + MIN_DIFFERENCE:
            yield _finding(prose, other)


def _other_passages(graph: Graph, prose: ProseItem, record: Record) -> Iterator[Citation]:
    """Yield the passages of the record with a label that the statement does not cite."""
    places = {citation.place for citation in prose.citations}
    for citation in graph.citations_of(record):
        if citation.is_found and citation.passage.label is not None and citation.place not in places:
            yield citation


def _may_be_meant(graph: Graph, clues: Sequence[frozenset[str]], passage: Citation) -> bool:
    """Return whether a passage may have so many words, given by clues, that its mark may be meant; it is quick."""
    return index_of(graph.passage_text(passage)).count_possible(clues) / len(clues) >= MIN_DIFFERENCE


def _share(words: Sequence[str], texts: Sequence[str]) -> float:
    """Return the share of words that are in one of the texts, with any ending."""
    missing = words
    for index in map(index_of, texts):
        missing = index.missing(missing)
    return (len(words) - len(missing)) / len(words)


def _share_unchanged(words: Sequence[str], texts: Sequence[str]) -> float:
    """Return the share of words that are in one of the texts as they are, which is quick to find."""
    known = set().union(*map(meaningful_words, texts))
    return sum(word in known for word in words) / len(words)
