"""What a statement says, as far as its words show it: figures, dates, quoted words, names, and whether it denies."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dossier.detect.date_mentions import DateMention
from dossier.detect.detectors import Detectors
from dossier.detect.en.lexicon import ARTICLES, COMMON_WORDS, PARTICLES, ROLE_WORDS
from dossier.detect.languages import find_quotations_in, prose_detectors
from dossier.graph import Graph
from dossier.graph.markup import find_cross_links
from dossier.match import ascii_punctuation
from dossier.match.normalize import normalize
from dossier.text.whitespace import collapse_whitespace

EDGE_PUNCTUATION = " .,;:!?…"
_CAPITALISED = re.compile(r"(?<=[^\W_][ ,;] )[^\W\d_a-zß-ÿ][\w’'-]*|(?<=[^\W_] )[^\W\d_a-zß-ÿ][\w’'-]*")
"""Words that may be names in a language whose names are not read: capitalised ones inside a sentence."""
_DIGITS = re.compile("[0-9][0-9.,/:-]*")
WORD = re.compile(r"[^\W_]+(?:\.(?=\s|$))?")
NAMED_KINDS = ("actor", "place", "source")
"""The kinds of record whose links are names, if their words are capitalised."""


class StatedDate(NamedTuple):
    """A day, the days of a range, a month, a season or a year, as far as it is stated."""

    days: tuple[int, ...]
    month: int | None
    season: object
    year: int | None

    def agrees_with(self, other: "StatedDate") -> bool:
        """Return whether they may be the same date: one of them may lack the year, but not the day or the month."""
        is_part_of_year = self.month is not None or self.season is not None
        is_same_year = self.year == other.year or (is_part_of_year and None in (self.year, other.year))
        return self[:3] == other[:3] and is_same_year


class Name(NamedTuple):
    """The words of a name, without case, accents, titles and particles; `key` is the record that it links to."""

    words: tuple[str, ...]
    key: str | None

    def agrees_with(self, other: "Name") -> bool:
        """Return whether they may name the same: one is a part of the other, and they link to no two records."""
        if self.key and other.key:
            return self.key == other.key
        words, other_words = set(self.words), set(other.words)
        return words <= other_words or other_words <= words


class Substance(NamedTuple):
    """What a statement says. If it changes, it is another claim.

    `facts` are its figures, quoted words and dates such as "Friday". `linked` are the names of the records that it
    links to, however its words call them; `other_words` are those outside its names, where a name may not be noticed.
    """

    facts: frozenset[object]
    dates: tuple[StatedDate, ...]
    names: tuple[Name, ...]
    linked: tuple[Name, ...]
    other_words: frozenset[str]
    is_negated: bool


def find_substance(graph: Graph, markup: str) -> Substance:
    """Return what a statement says; `markup` is its prose without marks."""
    text, detectors = graph.plain_text(markup), prose_detectors(graph.dossier)
    dates = detectors.find_dates(text) if detectors else []
    stated = tuple(_stated_date(date) for date in dates if _is_stated(date))
    links = tuple(_links(graph, markup))
    mentions = _possible_names(text, detectors)
    names = [Name(words, _key_of(mention, links)) for mention in mentions if (words := _name_words(mention))]
    names += [Name(words, key) for key, text_of in links if _is_name(text_of) and (words := _name_words(text_of))]
    in_names = {word for name in names for word in name.words}
    return Substance(
        frozenset(
            (
                *_figures(text, detectors),
                *_quoted_words(text, detectors),
                *(_fold(date.text) for date in dates if not _is_stated(date)),
            )
        ),
        stated,
        tuple(dict.fromkeys(names)),
        tuple(Name(words, key) for key, _ in links if (words := _name_words(graph.labels.get(key, "")))),
        frozenset(set(_words(text)) - in_names - COMMON_WORDS),
        _is_negated(text, detectors),
    )


def _possible_names(text: str, detectors: Detectors | None) -> list[str]:
    """Return the names of a text; capitalised words where not every name is found."""
    is_read = detectors is not None and detectors.name_words is not None and detectors.name_words.finds_all
    if detectors is None or detectors.find_names is None or not is_read:
        return _CAPITALISED.findall(text)
    return [mention.text for mention in detectors.find_names(text)]


def loses_facts(old: Substance, kept: Sequence[Substance]) -> bool:
    """Return whether a figure, a date or quoted words of a statement are in none of others."""
    facts = {fact for substance in kept for fact in substance.facts}
    dates = [date for substance in kept for date in substance.dates]
    return not old.facts <= facts or any(not any(map(date.agrees_with, dates)) for date in old.dates)


def loses_names(old: Substance, kept: Sequence[Substance]) -> bool:
    """Return whether a name of a statement is in none of others, whole or in part."""
    names = [name for substance in kept for name in (*substance.names, *substance.linked)]
    words = {word for substance in kept for word in substance.other_words}
    return any(name.words[-1] not in words and not any(map(name.agrees_with, names)) for name in old.names)


def _figures(text: str, detectors: Detectors | None) -> Iterator[object]:
    """Yield the figures of a statement; in a language that is not read, its digits."""
    if detectors is None:
        yield from _DIGITS.findall(text)
        return
    for mention in detectors.find_quantities(text):
        if not mention.ordinal:
            yield mention.quantity, mention.of, mention.text if mention.quantity.value is None else ""
    for span in detectors.find_unread_digits(text):
        yield text[span.start : span.end]


def _quoted_words(text: str, detectors: Detectors | None) -> Iterator[str]:
    for quotation in find_quotations_in(text, detectors):
        words = ascii_punctuation(collapse_whitespace(text[quotation.inner_start : quotation.inner_end]))
        yield words.strip(EDGE_PUNCTUATION).casefold()


def _is_stated(date: DateMention) -> bool:
    """Return whether a date has a month, a season or just a year; `Friday` and `02/01/2019` are compared as written."""
    return date.month is not None or date.season is not None or (date.year is not None and date.kind != "date")


def _stated_date(date: DateMention) -> StatedDate:
    days = date.days or ((date.day,) if date.day is not None else ())
    return StatedDate(days, date.month, date.season, date.year)


def _is_negated(text: str, detectors: Detectors | None) -> bool:
    """Return whether a statement denies something; the `no` of `no fewer than 500` belongs to a figure."""
    if detectors is None or detectors.negation is None:
        return False
    for mention in reversed(detectors.find_quantities(text)):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    return detectors.negation.search(text) is not None


def _links(graph: Graph, markup: str) -> Iterator[tuple[str, str]]:
    """Yield the key and the words of each link to a record that has a name."""
    for link in find_cross_links(markup):
        if link.key.partition(":")[0] in NAMED_KINDS:
            yield link.key, graph.plain_text(markup[link.start : link.end])


def _key_of(name: str, links: Iterable[tuple[str, str]]) -> str | None:
    """Return the record that a name links to: the name is in the words of the link, or has them in it."""
    return next((key for key, words in links if name in words or words in name), None)


def _is_name(words: str) -> bool:
    """Return whether all words are capitalised that need to be in a name; at the start of a sentence one always is."""
    written = [word for word in WORD.findall(words) if word not in PARTICLES and word.casefold() not in COMMON_WORDS]
    return bool(written) and all(word[0].isupper() for word in written)


def _name_words(name: str) -> tuple[str, ...]:
    skipped = {*ROLE_WORDS, *PARTICLES, *ARTICLES, "The"}
    return tuple(_words(" ".join(word for word in WORD.findall(name) if word not in skipped)))


def _words(text: str) -> list[str]:
    return [word.rstrip(".") for word in WORD.findall(_fold(text))]


def _fold(text: str) -> str:
    return normalize(text, ("typography", "unicode form", "case", "diacritics")).chars
