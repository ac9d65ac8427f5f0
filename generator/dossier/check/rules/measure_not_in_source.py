"""What a number counts must be in or next to its passages, or `measure.basis` says how it is known.

Passes: `what: soldiers who defected` for `567 soldiers fled`: some of its words, in any form, and all its names and
    figures; words such as `share`, `size` or `by a reader's estimate` need no source.
Fails:  `what: countries that joined` for the same; `what: soldiers who fled to Peru`.
"""

import re
from collections.abc import Iterator, Sequence

from dossier.check.content import citations_in_own_language, prose_content
from dossier.check.passages import cited_span, read_citations, surrounding_lines
from dossier.detect.content_words import ContentWords
from dossier.detect.en.word_forms import (
    FUNCTION_WORDS,
    WordIndex,
    index_of,
    iter_words,
    meaningful_words,
    simplify_word,
)
from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.number import Number
from dossier.model.kinds.place import Place
from dossier.model.kinds.source import Source
from dossier.model.record import TODO_PREFIX, Record

ID = "measure-not-in-source"
LINES_BEFORE = 1
DIGITS = re.compile(r"\d[\d,.]*\d|\d")
_FRAME_TEXT = """
    time period duration share part proportion percentage rate level ratio size sum total number count counts figure
    amount quantity value price cost make-up composition estimate estimated calculation opinion view guess forecast
    prediction according said given reported claimed author editor reader writer article post report source people
    persons members participants
"""
FRAME_WORDS = frozenset(_FRAME_TEXT.split())
"""Words that say how something is counted, or by whom, and not what."""


def check(graph: Graph) -> Iterator[Finding]:
    for number in graph.dossier.numbers:
        is_unfinished = number.measure.what.startswith(TODO_PREFIX)
        if number.measure.basis is not None or is_unfinished:
            continue
        content, citations = prose_content(graph), read_citations(graph, number)
        missing: list[str] = []
        if content is not None:
            citations = citations_in_own_language(graph, number)
            missing = _missing_stems(number, content, _evidence(graph, number, citations)) if citations else []
        elif citations:
            evidence = _evidence(graph, number, citations)
            words = index_of(evidence)
            missing = _missing_names(number, words, evidence) or _missing_words(number, words)
        if missing:
            given = ", ".join(f"`{word}`" for word in missing)
            message = f"no passage has {given}; say what its words count, or explain in `measure.basis`"
            yield Finding(number.location("measure", "what", words=missing[0]), ID, message)


def _missing_stems(number: Number, content: ContentWords, evidence: str) -> list[str]:
    """Return the figures that the evidence lacks, or all words that need a source if it has none of several."""
    what = number.measure.what
    figures = [match[0] for match in DIGITS.finditer(what) if match[0] not in evidence]
    words = {word: stem for word, stem in content.stems_by_word(what).items() if not content.is_framing(stem)}
    has_none = len(content.missing(words.values(), content.stems(evidence))) == len(words) > 1
    return figures or ([*words] if has_none else [])


def _missing_names(number: Number, words: WordIndex, evidence: str) -> list[str]:
    """Return the capitalised words and the figures that are not in the evidence."""
    what = number.measure.what
    capitalised = [match[0] for match in iter_words(what) if match.start() > 0 and match[0][0].isupper()]
    figures = [match[0] for match in DIGITS.finditer(what) if match[0] not in evidence]
    names = (name for name in capitalised if simplify_word(name) not in FUNCTION_WORDS)
    return [*(name for name in names if not words.has(simplify_word(name))), *figures]


def _missing_words(number: Number, words: WordIndex) -> list[str]:
    """Return the words that need a source, if there are several and the evidence has none of them."""
    wanted = [word for word in meaningful_words(number.measure.what) if word not in FRAME_WORDS]
    return wanted if len(wanted) > 1 and not any(map(words.has, wanted)) else []


def _evidence(graph: Graph, number: Number, citations: Sequence[Citation]) -> str:
    """Return the lines of the passages and those before, the titles of their sources, and the names of those linked."""
    texts = [number.unit]
    records = [graph.dossier.by_key[key] for key in graph.references_from(number) if key in graph.dossier.by_key]
    for citation in citations:
        texts.append(surrounding_lines(cited_span(graph, citation.span), LINES_BEFORE).words)
        records += graph.parties_of(citation)
    texts += [name for record in dict.fromkeys(records) for name in _names(record)]
    return "\n".join(texts)


def _names(record: Record) -> tuple[str, ...]:
    if isinstance(record, Actor | Place):
        return (record.name, *record.aliases)
    return (record.label,) if isinstance(record, Source) else ()
