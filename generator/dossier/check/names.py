"""Names in texts: whether a text names a record, by any of its spellings, and whether it has the words of a phrase."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from dossier.detect import demonyms
from dossier.detect.en.lexicon import DEMONYMS, NATIONALITIES, SEATS_OF_GOVERNMENT
from dossier.graph import Graph
from dossier.match import ascii_punctuation
from dossier.match.normalize import strip_diacritics
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.place import Place
from dossier.model.kinds.source import Source
from dossier.model.record import Record
from dossier.text.whitespace import collapse_whitespace
from dossier.text.whole_words import has_whole_words, is_in_word

MAX_ACRONYM_LENGTH = 3
"""Only capitals distinguish shorter names from other words: US, EU."""
MIN_STEM_LENGTH = 3
MIN_LENGTH_OF_STEM_CHANGE = 4
MIN_ROLE_WORDS = 3
"""Longer roles are as good as a name: `military attache in Washington`."""
_BRITISH = re.compile(r"z(?<=iz)(?=[aei])")
"""Spelled with an s in British English: `organize`."""
_DOTTED = re.compile(r"[A-Z](?<!\w[A-Z])\.(?: ?[A-Z]\.)+(?!\w)")
"""Acronyms and initials: `U.S.`, `J. K. Rowling`."""
_NAME_SUFFIX = re.compile(r",? (?:Jr|Sr|II|III|IV|MP|QC|KC|PhD|MD|CBE|OBE|MBE)\b\.?", re.IGNORECASE)
_JOINED_ARTICLE = re.compile(r"^(?:[Aa]l|[Ee]l|[Aa]sh|[Aa]n|[Aa]r|[Aa]s)-(?=[A-Z])")
"""The article of an Arabic surname, which texts leave out: `al-Assad`."""
_GIVEN_NAME = re.compile(r"[A-Z]\w*-[a-z]\w*")
"""A Korean or Chinese given name, which the surname precedes: `Jong-un`."""
_ARTICLE = re.compile(r"^the (?=\S)", re.IGNORECASE)
END_OF_HEAD = re.compile(
    r"[,(]|(?<!^)\b(?:about|after|against|among|at|behind|below|by|during|for|from|in|inside|near|of|on|outside|to|under"
    r"|what|where|who|whom|whose|which|that|with|within|\w{2,}(?:ed|ing))\b"
)
"""Where the noun phrase at the beginning of a description ends: `Soldiers in Lima`, `A reader of the post`."""


@lru_cache(maxsize=1024)
def simplify_name(text: str) -> str:
    """Return a text without accents and without the dots of acronyms, with straight punctuation and single spaces."""
    return "\n".join(map(_simplify_line, text.split("\n")))


@lru_cache(maxsize=4096)  # The same passages and names are joined again for each statement: a line is the unit.
def _simplify_line(text: str) -> str:
    plain = collapse_whitespace(ascii_punctuation(text))
    if not plain.isascii():
        plain = strip_diacritics(plain)
    return _without_dots(plain)


def _without_dots(text: str) -> str:
    if text.count(".") < 2:
        return text
    return _DOTTED.sub(lambda match: match[0].replace(".", "").replace(" ", ""), text)


@lru_cache(maxsize=4096)
def names_of(record: Record) -> tuple[str, ...]:
    """Return the names of a record: its labels, the spellings of an actor or a place, the authors of a source."""
    others: Sequence[str] = ()
    if isinstance(record, Actor | Place):
        others = record.aliases
    if isinstance(record, Source):
        others = record.authors
    return (record.label, record.short_label, *others)


@lru_cache(maxsize=4096)
def simple_names_of(record: Record) -> frozenset[str]:
    """Return the names of a record, simplified."""
    return frozenset(map(simplify_name, names_of(record)))


def is_named(record: Record, text: str) -> bool:
    """Return whether a text has a name of the record, or what it is called in short.

    A person may be called by the surname, a government or a place by its nationality, and an actor without a name by
    the head noun of its description: `soldiers` for `The two former soldiers who spoke to CNN`.
    """
    simplified = simplify_name(text)
    return any(_occurs(name, simplified) for name in _short_names(record))


def actors_named_in(graph: Graph, text: str) -> Iterator[Actor]:
    """Yield the actors of whom `is_named` is true, in the order of the dossier.

    Only those are tried of whom a name begins with a word of the text, for a dossier may have thousands.
    """
    by_word = _actors_by_first_word(graph)
    found = [by_word.get(word, ()) for word in ("", *_RUN.findall(_fold(simplify_name(text))))]
    for index in sorted(set().union(*found)):
        actor = graph.dossier.actors[index]
        if is_named(actor, text):
            yield actor


_RUN = re.compile(r"\w+")


@lru_cache(maxsize=4)
def _actors_by_first_word(graph: Graph) -> Mapping[str, Sequence[int]]:
    """Return the indexes of the actors by the first words of their short names, "" for those without a letter."""
    by_word: dict[str, list[int]] = {}
    for index, actor in enumerate(graph.dossier.actors):
        for name in _short_names(actor):
            first = _RUN.search(_fold(_words_of(name)[0]))
            by_word.setdefault(first[0] if first else "", []).append(index)
    return by_word


@lru_cache(maxsize=1024)
def short_name_pattern(record: Record) -> str:
    """Return a pattern for what a record is called, by name or in short, in a simplified text."""
    words = {_words_of(name)[0] for name in _short_names(record)} - {""}
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True))) or '(?!)'})(?!\w)"


def has_name(name: str, text: str) -> bool:
    """Return whether a text has this name or phrase as whole words; accents and, in longer ones, case are ignored."""
    return _occurs(name, simplify_name(text))


def has_exact_name(name: str, text: str) -> bool:
    """Return whether a text has this name as whole words, with its accents.

    Case, a leading "the", dots of initials and British or American spelling are ignored.
    """
    return has_whole_words(_plain(text), _plain(_ARTICLE.sub("", name.strip())))


def _plain(text: str) -> str:
    plain = _without_dots(unicodedata.normalize("NFC", ascii_punctuation(collapse_whitespace(text))))
    return _BRITISH.sub("s", plain.casefold())


@lru_cache(maxsize=4)
def records_by_spelling(graph: Graph) -> Mapping[str, tuple[Record, ...]]:
    """Return the actors and places that a spelling is a name of, by the simplified spelling."""
    spelled = (
        (simplify_name(name), record)
        for record in (*graph.dossier.actors, *graph.dossier.places)
        for name in dict.fromkeys(names_of(record))
    )
    by_spelling: dict[str, list[Record]] = {}
    for spelling, record in spelled:
        by_spelling.setdefault(spelling, []).append(record)
    return {spelling: tuple(records) for spelling, records in by_spelling.items()}


_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4)
def known_words(graph: Graph) -> frozenset[str]:
    """Return the words of the names of persons, and names of one word, that no source text has in lower case."""
    names = [name for record in graph.dossier.places for name in names_of(record)]
    names += [name for actor in graph.dossier.actors if not _is_description(actor) for name in names_of(actor)]
    words = {name for name in names if " " not in name and name[:1].isupper()}
    persons = (actor for actor in graph.dossier.actors if actor.kind == "person" and not actor.unnamed)
    words |= {word for actor in persons for name in names_of(actor) for word in _WORD.findall(name)}
    in_texts = {word for text in graph.dossier.source_texts.values() for word in _WORD.findall(text.text)}
    return frozenset(word for word in words if word[0].isupper() and word.lower() not in in_texts)


_FIRST = re.compile(r"\w+|\W")


class _Spellings(NamedTuple):
    """The names of actors and places that have a capital, the longest first, by their first word or character.

    A pattern of them all would take longer the more records there are. `first` finds what may begin one in a text.
    """

    by_first: Mapping[str, Sequence[str]]
    first: re.Pattern[str]


@lru_cache(maxsize=4)
def _spellings(graph: Graph) -> _Spellings:
    spellings = [spelling for spelling in records_by_spelling(graph) if spelling != spelling.lower()]
    by_first: dict[str, list[str]] = {}
    for spelling in sorted(spellings, key=len, reverse=True):
        by_first.setdefault(_FIRST.findall(spelling)[0], []).append(spelling)
    initials = "".join(re.escape(initial) for initial in sorted({first[0] for first in by_first}))
    # It begins with a character, not with what is before it, for then the characters of a text are passed over quickly.
    first = rf"[{initials}](?<![\w’'-].)(?:(?<=\w)\w*)?" if initials else "(?!)"
    return _Spellings(by_first, re.compile(first))


def _spelling_spans(graph: Graph, text: str) -> Iterator[tuple[int, int]]:
    by_first, first = _spellings(graph)
    end = 0
    for match in first.finditer(text):
        start = match.start()
        for spelling in by_first.get(match[0], ()) if start >= end else ():
            following = text[start + len(spelling) : start + len(spelling) + 1]
            if text.startswith(spelling, start) and following != "-" and not is_in_word(following):
                end = start + len(spelling)
                yield start, end
                break


def find_spellings(graph: Graph, text: str) -> list[str]:
    """Return the names of actors and places that have a capital in a simplified text; of those that overlap, the first.

    Of several that begin at one place, only the longest.
    """
    return [text[start:end] for start, end in _spelling_spans(graph, text)]


def without_spellings(graph: Graph, text: str) -> str:
    """Return a simplified text with a space in place of each name that `find_spellings` returns."""
    pieces, done = [], 0
    for start, end in _spelling_spans(graph, text):
        pieces += [text[done:start], " "]
        done = end
    return "".join((*pieces, text[done:]))


@lru_cache(maxsize=4096)
def _short_names(record: Record) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_iter_short_names(record)))


def _iter_short_names(record: Record) -> Iterator[str]:
    yield from names_of(record)
    if isinstance(record, Actor) and record.kind == "person" and not record.unnamed:
        yield from _surnames(record.name)
    if isinstance(record, Actor):
        yield from (role.title for role in record.roles if len(role.title.split()) >= MIN_ROLE_WORDS)
    if isinstance(record, Place) or (isinstance(record, Actor) and record.kind == "government"):
        yield from _nationalities(_ARTICLE.sub("", record.label))
    if isinstance(record, Actor) and record.kind == "government":
        yield from (seat for name in names_of(record) for seat in SEATS_OF_GOVERNMENT.get(_ARTICLE.sub("", name), ()))
    if isinstance(record, Actor) and record.kind in ("group", "person", "unit") and _is_description(record):
        yield from _head_nouns(record.name)


def _surnames(name: str) -> Iterator[str]:
    """Yield what a person may be called in short: `Cruz`, `Assad` and `al-Assad`, `King` for `Martin King Jr.`."""
    words = _NAME_SUFFIX.sub("", name).split()
    if not words:
        return
    yield words[-1]
    if _JOINED_ARTICLE.match(words[-1]):
        yield _JOINED_ARTICLE.sub("", words[-1])
    if len(words) > 1 and _GIVEN_NAME.fullmatch(words[-1]):
        yield words[-2]


def _is_description(actor: Actor) -> bool:
    """Return whether an actor is known by a description and not by a name."""
    return actor.unnamed or actor.kind == "group"


def _nationalities(name: str) -> Iterator[str]:
    yield from DEMONYMS.get(name, ())
    yield from sorted(demonyms.DEMONYMS.get(name, ()))
    for nationality in NATIONALITIES:
        stem = name[:-1] if len(name) > MIN_LENGTH_OF_STEM_CHANGE else name  # Ital-ian, but Iran-ian, not Ira-qi.
        if nationality.startswith(stem) or (len(nationality) > MIN_STEM_LENGTH and name.startswith(nationality)):
            yield nationality
            yield f"{nationality}s"


def _head_nouns(description: str) -> Iterator[str]:
    """Yield the last noun of the noun phrase with which a description begins, in both numbers, and of joined ones."""
    end = END_OF_HEAD.search(description)
    for phrase in re.split(r"\b(?:and|or)\b", description[: end.start()] if end else description):
        words = re.findall(r"[^\W\d_]{3,}", phrase)
        if words and words[-1].casefold() not in ("the",):
            singular = re.sub("ies$", "y", words[-1]).removesuffix("s")
            yield from (singular, re.sub("y$", "ie", singular) + "s")


def _occurs(name: str, text: str) -> bool:
    """Return whether a simplified text has a name as whole words; British and American spellings are equal."""
    words, is_long = _words_of(name)
    return has_whole_words(_fold(text), _fold(words)) if is_long else has_whole_words(text, words)


@lru_cache(maxsize=4096)
def _words_of(name: str) -> tuple[str, bool]:
    """Return the words of a name to look for, and whether they are long enough to be known without their capitals."""
    words = _ARTICLE.sub("", simplify_name(name).strip()).strip(" .,;:!?")
    return words, sum(letter.isalpha() for letter in words) > MAX_ACRONYM_LENGTH


@lru_cache(maxsize=1024)
def _fold(text: str) -> str:
    return _BRITISH.sub("s", text.casefold())
