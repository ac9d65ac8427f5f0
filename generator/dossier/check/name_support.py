"""What the evidence of a statement does not support: its names."""

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from dossier.check.names import (
    find_spellings,
    has_name,
    is_named,
    known_words,
    names_of,
    records_by_spelling,
    simple_names_of,
    simplify_name,
    without_spellings,
)
from dossier.check.prose import ProseItem, prose_texts
from dossier.detect.detectors import FindNames
from dossier.detect.languages import prose_detectors
from dossier.detect.name_words import NameWords
from dossier.detect.word_sets import may_have_digit
from dossier.graph import Graph
from dossier.match.normalize import strip_diacritics
from dossier.model.citation import Citation
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.text.whole_words import has_whole_words

WORD = re.compile(r"[^\W\d_]+\.?")


def unsupported_names(graph: Graph, prose: ProseItem) -> Iterator[str]:
    """Yield the names that neither the evidence has, nor the records that the statement is about, links or is based on.

    A name may be another spelling of an actor or a place that the evidence names. The names of the sources read in
    full, and of their publishers, are always supported in a statement by the editor: an absence is about them.
    """
    detectors = prose_detectors(graph.dossier)
    if detectors is None or detectors.find_names is None or detectors.name_words is None:
        return
    words = detectors.name_words
    records = _known_records(graph, prose, words)
    simplified = frozenset().union(*map(simple_names_of, records))
    patterns = _patterns(words)
    if ordinals := list(_ordinals_of_names(prose.text, words)):
        has = simplify_name("\n".join((*prose_texts(graph, prose), *_names_of_all(records))))
        yield from (ordinal for ordinal in ordinals if not has_whole_words(has, ordinal))
    others = [
        run for run in _capitalised_words(graph, prose.text, patterns) if not _are_names(run, simplified, patterns)
    ]
    if not others:
        return  # Most statements; the texts of their passages need not be searched.
    texts = prose_texts(graph, prose)
    known = "\n".join((*texts, *_names_of_all(records)))
    if all(_are_known(run, known, patterns) for run in others):
        return  # Every name in it is known, so that it need not be read word by word.
    elsewhere = known_words(graph) if words.takes_known else frozenset()
    for name in dict.fromkeys(_names_in(graph, prose.text, detectors.find_names, elsewhere, words)):
        if not _is_supported(graph, name, known, texts, words):
            yield name


_CAPITAL = "(?:[^\\W\\d_a-z]|[a-z]++[A-Z])"
_INNER_CAPITAL = re.compile("[A-Z](?<=[a-z][A-Z])")
_CAPITALISED_END = re.compile(r"(?:[^\W\d_a-z][\w.'’]*\s+)*$")
_CAPITALISED_INSIDE = re.compile(r"(?<=[\w,;:)’'\"] )[A-Z][\w+&-]*")
"""A capitalised word that begins no sentence."""
_ORDINAL_OF_NAME = re.compile(r"(\d(?<!\w.)\d*(?:st|nd|rd|th)) ((?:[A-Z]\w+ ?){1,3})")
_POSSESSIVE = re.compile(r"['’]s?$")


class _Patterns(NamedTuple):
    """How names are written in a language, in texts without accents."""

    words: NameWords
    common: frozenset[str]
    capitalised: re.Pattern[str]
    """A capitalised word with those that follow it, and the particles between them."""
    capital_first: re.Pattern[str]
    """The same, for a text without capitals after small letters; it is quicker as it begins with a character."""
    ascii_first: re.Pattern[str]
    """The same, for such a text that has ASCII characters only; it takes half the time."""
    sentence_end: re.Pattern[str]
    """A full stop that is not part of a name, as those of initials and abbreviations may be."""


@lru_cache(maxsize=8)
def _patterns(words: NameWords) -> _Patterns:
    inside = "|".join(sorted((*words.particles, *words.articles)))
    following = rf"[\w.'’]*(?:(?:[ \xa0-]| & )(?:(?:{inside})(?: the)? )*{_CAPITAL}[\w.'’]*)*"
    after = "".join(f"(?<!{abbreviation})" for abbreviation in sorted(words.abbreviations))
    return _Patterns(
        words,
        words.common | frozenset(map(strip_diacritics, words.common)),
        re.compile(rf"(?<!\w){_CAPITAL}{following}"),
        re.compile(rf"[^\W\d_a-z](?<!\w.){following}"),
        re.compile(rf"[A-Z](?<!\w.){following.replace(_CAPITAL, '[A-Z]')}", re.ASCII),
        re.compile(rf"(?<!\b[^\W\d_])(?<!_[^\W\d_]){after}\. "),
    )


def _capitalised_words(graph: Graph, text: str, patterns: _Patterns) -> Iterator[str]:
    """Yield every run of capitalised words, without common words at its start, and every name of an actor or place."""
    simplified = simplify_name(text)
    if _INNER_CAPITAL.search(simplified):
        capitalised = patterns.capitalised
    else:
        capitalised = patterns.ascii_first if simplified.isascii() else patterns.capital_first
    for match in capitalised.finditer(simplified):
        if run := _without_common_words(match[0], patterns):
            yield run
    yield from find_spellings(graph, simplified)


def _without_common_words(run: str, patterns: _Patterns) -> str:
    """Return a run of capitalised words without common words at its start, "" if nothing is left."""
    first, _, others = run.partition(" ")
    while run and first.casefold() in patterns.common and first not in patterns.words.never_common:
        run = others
        first, _, others = run.partition(" ")
    run = run.rstrip(".")
    return _POSSESSIVE.sub("", run) if "'" in run or "’" in run else run


def _are_names(run: str, names: Set[str], patterns: _Patterns) -> bool:
    """Return whether these words are one of the names or, if a sentence ends between them, those of each sentence."""
    if run in names:
        return True
    if ". " not in run:
        return False  # As for most, which is quicker to find than with the pattern.
    sentences = patterns.sentence_end.split(run)
    parts = (_without_common_words(sentence, patterns) for sentence in sentences)
    return len(sentences) > 1 and all(part in names for part in parts if part)


def _are_known(run: str, known: str, patterns: _Patterns) -> bool:
    """Return whether the evidence has these words or, if a sentence ends between them, those of each sentence."""
    if has_name(run, known):
        return True
    sentences = patterns.sentence_end.split(run)
    simplified = simplify_name(known) if len(sentences) > 1 else ""
    parts = (_without_common_words(sentence, patterns) for sentence in sentences)
    return bool(simplified) and all(has_whole_words(simplified, part) for part in parts if part)


def _is_supported(graph: Graph, name: str, known: str, texts: list[str], words: NameWords) -> bool:
    """Return whether a name is known or another spelling of one; or all names in it, and its other words, are."""
    if any(has_name(form, known) for form in _forms(name, words)) or _is_other_spelling(graph, name, texts, words):
        return True
    simplified = simplify_name(name)
    inner = find_spellings(graph, simplified)
    if simplified in inner or not all(_is_supported(graph, part, known, texts, words) for part in inner):
        return False
    parts = _joined_names(name, words)
    if len(parts) > 1 and all(_is_supported(graph, part, known, texts, words) for part in parts):
        return True
    other_words = WORD.findall(without_spellings(graph, simplified))
    return bool(inner) and all(_says_no_name(word, words) or has_name(word, known) for word in other_words)


def _joined_names(name: str, words: NameWords) -> list[str]:
    """Return the names that particles may have joined: `Ana Ruiz` and `Colombia` in `Ana Ruiz de Colombia`."""
    if not words.joining:
        return [name]
    particles, articles = ("|".join(sorted(known)) for known in (words.joining, words.articles))
    return re.split(rf"\W(?:{particles})\W(?:(?:{articles})\W)?", name)


def _forms(name: str, words: NameWords) -> Iterator[str]:
    """Yield a name, then the forms that the evidence may have it in: `Maduro` and `Maduros` in German."""
    yield name
    for ending in words.endings:
        yield f"{name}{ending}"
        if name.endswith(ending):
            yield name.removesuffix(ending)


def _says_no_name(word: str, words: NameWords) -> bool:
    """Return whether a capitalised word before a name is a title, a particle or a nationality."""
    is_known = any(word in known for known in (words.titles, words.particles, words.articles, words.nationalities))
    return is_known or word.casefold() in words.reporting


def _names_in(graph: Graph, text: str, find_names: FindNames, elsewhere: Set[str], words: NameWords) -> Iterator[str]:
    """Yield the names in a text, those of actors and places wherever they are; and what capitals claim of somebody.

    A name has its title before it, so that "Dr. Ada Roth" is not "Gen. Ada Roth" where no record has the name.
    """
    mentions = find_names(text, elsewhere)
    found = [f"{''.join(_CAPITALISED_END.findall(mention.title)[:1])}{mention.text}" for mention in mentions]
    yield from found
    for word in _CAPITALISED_INSIDE.finditer(text) if words.claims else ():
        is_inside = any(mention.start <= word.start() < mention.end for mention in mentions)
        if word[0] in words.claims and not is_inside:
            yield word[0]
    for spelling in find_spellings(graph, simplify_name(text)):
        if not any(has_name(spelling, name) for name in found):
            yield spelling


def _ordinals_of_names(text: str, words: NameWords) -> Iterator[str]:
    """Yield each ordinal in digits that begins a name: the "82nd" of "82nd Airborne Division"."""
    for match in _ORDINAL_OF_NAME.finditer(text) if words.numbered and may_have_digit(text) else ():
        if not words.numbered.isdisjoint(match[2].split()):
            yield match[1]


def _is_other_spelling(graph: Graph, name: str, texts: list[str], words: NameWords) -> bool:
    """Return whether a name is that of an actor or a place that one of the texts names in another way."""
    by_spelling = records_by_spelling(graph)
    records = [record for form in _forms(name, words) for record in by_spelling.get(simplify_name(form), ())]
    return any(is_named(record, text) for record in records for text in texts)


def known_names(graph: Graph, prose: ProseItem, words: NameWords | None) -> Iterator[str]:
    """Return the names of the records that a statement is about, links or cites, and of its sources and publishers."""
    return _names_of_all(_known_records(graph, prose, words))


def _names_of_all(records: Sequence[Record]) -> Iterator[str]:
    return chain.from_iterable(map(names_of, records))


def _known_records(graph: Graph, prose: ProseItem, words: NameWords | None) -> list[Record]:
    """Return the records that a statement is about, links or cites, and its sources and publishers.

    A title names its sources only if it says so: `The Herald reports a storm`, but not `The Herald is informed`.
    """
    by_key = graph.dossier.by_key
    citations = (*prose.citations, *_previous_citations(graph, prose))
    parties = [party for citation in citations for party in citation.passage.via]
    if prose.statement.has_markup or (words and _says_who_reports(prose.text, words)):
        parties += [citation.passage.source for citation in citations]
    keys = [record.key for record in prose.linked]
    keys += [graph.party_key(party) or "" for party in dict.fromkeys(parties)]
    if prose.statement.has_markup:  # A title is no evidence for its own names.
        keys.append(prose.statement.item.key)
    if prose.statement.by == "editor":
        keys += [*graph.references_from(prose.statement.item), *(source.key for source in graph.readable_sources)]
    publishers = [f"actor:{source.publisher}" for source in map(by_key.get, keys) if isinstance(source, Source)]
    return [by_key[key] for key in dict.fromkeys((*keys, *publishers)) if key in by_key]


def _says_who_reports(title: str, words: NameWords) -> bool:
    return any(word.casefold() in words.reporting for word in WORD.findall(title))


def _previous_citations(graph: Graph, prose: ProseItem) -> tuple[Citation, ...]:
    """Return the passages of the statement before, whose attribution may follow its mark: `567,[^a] says CNN; …`."""
    statement = prose.statement
    before = [other for other in graph.statements_in(statement.item, *statement.path) if other.start < statement.start]
    return before[-1].citations if before else ()
