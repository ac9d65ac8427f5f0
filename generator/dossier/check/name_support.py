"""What the evidence of a statement does not support: its names."""

import re
from collections.abc import Iterator, Set

from dossier.check.names import (
    find_spellings,
    has_name,
    is_named,
    names_of,
    records_by_spelling,
    simplify_name,
    without_spellings,
)
from dossier.check.prose import ProseItem, prose_texts
from dossier.detect.en.lexicon import (
    ARTICLES,
    COMMON_WORDS,
    COMPANY_TITLES,
    NATIONALITIES,
    NEVER_COMMON,
    PARTICLES,
    REPORTING_WORDS,
    ROLE_WORDS,
    SHORT_TITLES,
)
from dossier.detect.en.named_entities import find_names
from dossier.detect.languages import reads_words
from dossier.graph import Graph
from dossier.model.citation import Citation
from dossier.model.kinds.source import Source
from dossier.text.whole_words import has_whole_words

WORD = re.compile(r"[^\W\d_]+\.?")


def unsupported_names(graph: Graph, prose: ProseItem) -> Iterator[str]:
    """Yield the names that neither the evidence has, nor the records that the statement is about, links or is based on.

    A name may be another spelling of an actor or a place that the evidence names. The names of the sources read in
    full, and of their publishers, are always supported in a statement by the editor: an absence is about them.
    """
    if not reads_words(graph.dossier):
        return
    names = tuple(known_names(graph, prose))
    simplified = set(map(simplify_name, names))
    others = [words for words in _capitalised_words(graph, prose.text) if not _are_names(words, simplified)]
    if not others:
        return  # Most statements; the texts of their passages need not be searched.
    texts = prose_texts(graph, prose)
    known = "\n".join((*texts, *names))
    if all(_are_known(words, known) for words in others):
        return  # Every name in it is known, so that it need not be read word by word.
    for name in dict.fromkeys(_names_in(graph, prose.text)):
        if not _is_supported(graph, name, known, texts):
            yield name


_INSIDE_NAMES = "|".join((*PARTICLES, *ARTICLES))
_CAPITAL = "(?:[^\\W\\d_a-z]|[a-z]++[A-Z])"
_FOLLOWING = rf"[\w.'’]*(?:(?:[ \xa0-]| & )(?:(?:{_INSIDE_NAMES})(?: the)? )*{_CAPITAL}[\w.'’]*)*"
_CAPITALISED = re.compile(rf"(?<!\w){_CAPITAL}{_FOLLOWING}")
"""A capitalised word with those that follow it, and the particles between them."""
_CAPITAL_FIRST = re.compile(rf"[^\W\d_a-z](?<!\w.){_FOLLOWING}")
"""The same, for a text without capitals after small letters; it is quicker as it begins with a character."""
_INNER_CAPITAL = re.compile("[A-Z](?<=[a-z][A-Z])")
_SENTENCE_END = re.compile(
    rf"(?<!\b[^\W\d_])(?<!_[^\W\d_])(?<!{')(?<!'.join((*SHORT_TITLES.split('|'), *COMPANY_TITLES.split('|')))})\. "
)
"""A full stop that is not part of a name, as those of initials and abbreviations may be."""
_POSSESSIVE = re.compile(r"['’]s?$")
_DATE_WORDS = re.compile(
    "January|February|July|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)


def _capitalised_words(graph: Graph, text: str) -> Iterator[str]:
    """Yield every run of capitalised words, without common words at its start, and every name of an actor or place."""
    simplified = simplify_name(text)
    for match in (_CAPITALISED if _INNER_CAPITAL.search(simplified) else _CAPITAL_FIRST).finditer(simplified):
        if words := _without_common_words(match[0]):
            yield words
    yield from find_spellings(graph, simplified)


def _without_common_words(run: str) -> str:
    """Return a run of capitalised words without common words at its start, "" if nothing or a date is left."""
    words = run.split(" ")
    while words and words[0].casefold() in COMMON_WORDS and words[0] not in NEVER_COMMON:
        del words[0]
    if not words or (len(words) == 1 and _DATE_WORDS.fullmatch(words[0])):
        return ""
    return _POSSESSIVE.sub("", " ".join(words).rstrip("."))


def _are_names(words: str, names: Set[str]) -> bool:
    """Return whether these words are one of the names or, if a sentence ends between them, those of each sentence."""
    if words in names:
        return True
    sentences = _SENTENCE_END.split(words)
    return len(sentences) > 1 and all(part in names for part in map(_without_common_words, sentences) if part)


def _are_known(words: str, known: str) -> bool:
    """Return whether the evidence has these words or, if a sentence ends between them, those of each sentence."""
    if has_name(words, known):
        return True
    sentences = _SENTENCE_END.split(words)
    simplified = simplify_name(known) if len(sentences) > 1 else ""
    return bool(simplified) and all(
        has_whole_words(simplified, part) for part in map(_without_common_words, sentences) if part
    )


def _is_supported(graph: Graph, name: str, known: str, texts: list[str]) -> bool:
    """Return whether a name is known or another spelling of one; or all names in it, and its other words, are."""
    if has_name(name, known) or _is_other_spelling(graph, name, texts):
        return True
    simplified = simplify_name(name)
    inner = find_spellings(graph, simplified)
    if simplified in inner or not all(_is_supported(graph, part, known, texts) for part in inner):
        return False
    other_words = WORD.findall(without_spellings(graph, simplified))
    return bool(inner) and all(_says_no_name(word) or has_name(word, known) for word in other_words)


def _says_no_name(word: str) -> bool:
    """Return whether a capitalised word before a name is a title, a particle or a nationality."""
    words_without_names = ("State", *ROLE_WORDS, *PARTICLES, *ARTICLES, *NATIONALITIES)
    return word in words_without_names or word.casefold() in REPORTING_WORDS


def _names_in(graph: Graph, text: str) -> Iterator[str]:
    """Yield the names in a text: those that look like names, and those of actors and places, wherever they are."""
    found = [mention.text for mention in find_names(text)]
    yield from found
    for spelling in find_spellings(graph, simplify_name(text)):
        if not any(has_name(spelling, name) for name in found):
            yield spelling


def _is_other_spelling(graph: Graph, name: str, texts: list[str]) -> bool:
    """Return whether a name is that of an actor or a place that one of the texts names in another way."""
    records = records_by_spelling(graph).get(simplify_name(name), ())
    return any(is_named(record, text) for record in records for text in texts)


def known_names(graph: Graph, prose: ProseItem) -> Iterator[str]:
    """Yield the names of the records that a statement is about, links or cites, and of its sources and publishers.

    A title names its sources only if it says so: `The Herald reports a storm`, but not `The Herald is informed`.
    """
    by_key = graph.dossier.by_key
    citations = (*prose.citations, *_previous_citations(graph, prose))
    parties = [party for citation in citations for party in citation.passage.via]
    if prose.statement.has_markup or _says_who_reports(prose.text):
        parties += [citation.passage.source for citation in citations]
    keys = [record.key for record in prose.linked]
    keys += [graph.party_key(party) or "" for party in dict.fromkeys(parties)]
    if prose.statement.has_markup:  # A title is no evidence for its own names.
        keys.append(prose.statement.item.key)
    if prose.statement.by == "editor":
        keys += [*graph.references_from(prose.statement.item), *(source.key for source in graph.readable_sources)]
    publishers = [f"actor:{source.publisher}" for source in map(by_key.get, keys) if isinstance(source, Source)]
    for key in dict.fromkeys((*keys, *publishers)):
        if key in by_key:
            yield from names_of(by_key[key])


def _says_who_reports(title: str) -> bool:
    return any(word.casefold() in REPORTING_WORDS for word in WORD.findall(title))


def _previous_citations(graph: Graph, prose: ProseItem) -> tuple[Citation, ...]:
    """Return the passages of the statement before, whose attribution may follow its mark: `567,[^a] says CNN; …`."""
    statement = prose.statement
    before = [other for other in graph.statements_in(statement.item, *statement.path) if other.start < statement.start]
    return before[-1].citations if before else ()
