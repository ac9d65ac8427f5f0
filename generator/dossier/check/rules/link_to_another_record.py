"""The words of a cross-link must fit the record that it leads to.

Passes: `[[actor:juan-guaido|Guaidó]]`; `[[actor:juan-guaido|he]]`; `[[source:cnn-report|CNN]]`, which CNN published;
    `[[event:walk-out|the strike]]`, if title, summary or passages of the event have the word, or if the statement
    cites a passage of the event.
Fails:  `[[actor:russia|Juan Guaidó]]`: the words are another record's name, or neither those of the record nor of the
    evidence that the two have in common.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from dossier.check.function_words import function_words
from dossier.check.names import is_named, known_words
from dossier.detect.en.lexicon import REPORTING_WORDS
from dossier.detect.en.word_forms import has_word, meaningful_words, simplify_word
from dossier.detect.languages import prose_detectors
from dossier.edtf.format import format_edtf
from dossier.edtf.parse import MONTHS
from dossier.graph import Graph
from dossier.graph.markup import CrossLink, find_cross_links, strip_markup
from dossier.match import simplify_text
from dossier.model.base import FieldPath, ProseField
from dossier.model.content_item import ContentItem
from dossier.model.finding import Finding
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.number import Number
from dossier.model.kinds.place import Place
from dossier.model.kinds.quote import Quote
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.text.whitespace import collapse_whitespace
from dossier.text.wording import truncate

ID = "link-to-another-record"
_NAME = re.compile(r"(?<!^)\b[A-Z]\w*(?:'s)?")
"""A word with a capital, other than the first."""
_IN_NAMES_ONLY = re.compile(rf"\d.*|{'|'.join(MONTHS)}|(?:ten|hundred|thousand|million|billion)s", re.IGNORECASE)
"""Words of dates and figures, which must be those of the record itself."""
_FIGURE = re.compile(r"\d[\d,.]*(?<=\d)")
_GENERIC_WORDS = REPORTING_WORDS | frozenset(
    (
        "differ",
        "differs",
        "disagree",
        "disputed",
        "disagreement",
        "question",
        "whether",
        "other",
        "one",
        "piece",
    )
)
"""What any source, quote, event, number or disagreement may be called."""
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_NUMBER_WORDS = {word: str(value) for value, word in enumerate(_DIGITS)}


def check(graph: Graph) -> Iterator[Finding]:
    for item in graph.dossier.all_items:
        for path, mark, text in item.prose_fields:
            for link in find_cross_links(text) if isinstance(mark, ProseField) and mark.has_markup else ():
                record = graph.dossier.by_key.get(link.key)
                message = _mismatch(graph, record, link, item, path) if record is not None else ""
                if message:
                    yield Finding(item.location(*path, words=text[link.start : link.end]), ID, message)


def _mismatch(graph: Graph, record: Record, link: CrossLink, item: ContentItem, path: FieldPath) -> str:
    """Return what is wrong with the words of a link to a record; "" if nothing."""
    words = collapse_whitespace(strip_markup(link.words or "", {}))
    owners = _records_by_name(graph).get(_simplify(words), ())
    if not words or record.key in owners or f" {_simplify(words)} " in f" {_plain_label(record)} ":
        return ""
    if not isinstance(record, Actor | Place) and (
        any(owner in graph.references_from(record) for owner in owners)
        or any(reference.record is record for reference in graph.unresolved_references)
    ):
        return ""  # "the [[source:cnn-report|CNN]] report": a record of whom it names.
    if owners:
        return f"“{words}” is a name of `{owners[0]}`, but the link leads to `{record.key}`; correct one"
    if isinstance(record, Actor | Place) and _is_name(graph, words):
        is_fitting = _fits(graph, record, words)
    else:
        is_fitting = _fits(graph, record, words) or _have_common_evidence(graph, record, words, item, path)
    if is_fitting:
        return ""
    return f"“{words}” does not fit `{record.key}`, “{truncate(record.label, 30)}”; correct the link or the words"


def _fits(graph: Graph, record: Record, words: str) -> bool:
    """Return whether a record has most of the words, for an actor or a place at least half of them."""
    least = 1 / 2 if isinstance(record, Actor | Place) else 2 / 3
    return _share_known(graph, record, words) >= least


def _share_known(graph: Graph, record: Record, words: str) -> float:
    """Return the share of the words and figures that a record has, 1 if there are none with a meaning: `he`, `it`.

    Names among other words do not count, nor words that fit any record of its kind.
    """
    every = _words_in(graph, words)
    found = every
    if not isinstance(record, Actor | Place):
        readings = (_words_in(graph, _NAME.sub(" ", words)), every)
        meaningful = ([word for word in reading if word not in _generic_words(graph)] for reading in readings)
        found = next(filter(None, meaningful), [])
    if not found:
        return 0.0 if every else 1.0
    own = _words_of_names(graph, record)
    others = [word for word in found if word not in own]
    if others and not isinstance(record, Source):
        texts = _words_of_texts(graph, record)
        others = [word for word in others if word not in texts or _IN_NAMES_ONLY.fullmatch(word)]
        own |= texts if others and not any(map(_IN_NAMES_ONLY.fullmatch, others)) else frozenset()
    others = [word for word in others if _NUMBER_WORDS.get(word) not in own and not has_word(own, word)]
    return 1 - len(others) / len(found)


@lru_cache(maxsize=4)
def _role_titles(graph: Graph) -> frozenset[str]:
    return frozenset(_simplify(role.title) for actor in graph.dossier.actors for role in actor.roles)


def _words_in(graph: Graph, text: str) -> list[str]:
    skipped = function_words(graph)
    return [*(word for word in meaningful_words(text) if word not in skipped), *_FIGURE.findall(text)]


@lru_cache(maxsize=4)
def _generic_words(graph: Graph) -> frozenset[str]:
    detectors = prose_detectors(graph.dossier)
    words = detectors.name_words if detectors and not detectors.reads_words else None
    return _GENERIC_WORDS | frozenset(map(simplify_word, words.reporting)) if words else _GENERIC_WORDS


@lru_cache(maxsize=1024)
def _words_of_names(graph: Graph, record: Record) -> frozenset[str]:
    """Return the words by which a record is called, or what it says in its fields."""
    texts = [*_names(record), record.label, record.id.replace("-", " ")]
    if record.main_date is not None:
        texts.append(format_edtf(record.main_date))
    if isinstance(record, Actor):
        texts += [role.title for role in record.roles]
    elif isinstance(record, Quote):
        texts += record.words
    elif isinstance(record, Number):
        texts += [record.figure, record.words or "", record.unit, record.measure.scope or ""]
    elif isinstance(record, Source):
        publisher = graph.dossier.by_key.get(f"actor:{record.publisher}")
        texts += [record.kind, *(_names(publisher) if publisher is not None else ()), *record.authors]
    return frozenset(_words_in(graph, " ".join(texts)))


@lru_cache(maxsize=1024)
def _words_of_texts(graph: Graph, record: Record) -> frozenset[str]:
    """Return the words of a record's summary and, unless it is an actor or a place, of its passages."""
    evidence = () if isinstance(record, Actor | Place) else graph.evidence_of(record)
    passages = (graph.passage_text(citation) for citation in evidence if citation.is_found)
    return frozenset(_words_in(graph, " ".join((graph.plain_text(record.summary), *passages))))


def _have_common_evidence(graph: Graph, record: Record, words: str, item: ContentItem, path: FieldPath) -> bool:
    """Return whether the statements of a field cite a passage of the record or one that names it, or it refers back."""
    if not isinstance(record, Actor | Place | Source) and item.key in graph.references_from(record):
        return True
    if _simplify(words) in _role_titles(graph):
        return False  # "mayor", for somebody who is not said to be one.
    statements = graph.statements_in(item, *path)
    citations = [citation for statement in statements for citation in statement.citations]
    if not statements and isinstance(item, Record):
        citations = [citation for citation in graph.evidence_of(item) if citation.is_found]
    if isinstance(record, Source):
        parties = {party for citation in citations for party in (citation.passage.source, *citation.passage.via)}
        is_of_another = not _generic_words(graph).issuperset(_words_in(graph, words)) and not _share_known(
            graph, record, words
        )
        return record.id in parties and not is_of_another
    if isinstance(record, Actor | Place) and any(is_named(record, graph.passage_text(found)) for found in citations):
        return True
    places = {citation.place for citation in graph.evidence_of(record) if citation.is_found}
    return any(citation.place in places for citation in citations)


@lru_cache(maxsize=4)
def _records_by_name(graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """Return the keys of the records with each name, simplified."""
    owners: dict[str, tuple[str, ...]] = {}
    for record in graph.dossier.records:
        for name in _names(record):
            owners[_simplify(name)] = (*owners.get(_simplify(name), ()), record.key)
    return owners


def _names(record: Record) -> tuple[str, ...]:
    names = (record.name, *record.aliases) if isinstance(record, Actor | Place) else ()
    return (*names, *((record.label, record.short_label) if isinstance(record, Source) else ()))


def _simplify(words: str) -> str:
    plain = simplify_text(words).removesuffix("'s").removesuffix("'")
    return plain.removeprefix("the ")


def _plain_label(record: Record) -> str:
    return " ".join(_simplify(word) for word in record.label.split())


def _is_name(graph: Graph, words: str) -> bool:
    """Return whether the words are a proper name and nothing else, read as in the middle of a sentence."""
    detectors = prose_detectors(graph.dossier)
    if detectors is None or detectors.find_names is None or detectors.name_words is None:
        return False
    names = detectors.find_names(detectors.name_words.mid_sentence.format(words), known_words(graph))
    return len(names) == 1 and names[0].text == words.removeprefix("the ").removeprefix("The ")
