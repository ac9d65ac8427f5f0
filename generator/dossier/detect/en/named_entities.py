"""Find the names of an English news text: capitalised words that name a person, a body, an outlet or a place.

A name is a run of capitalised words on one line, including particles such as "of" or "de la" inside it; "and" never
joins. Titles belong to the name ("Col. Jose Luis Silva"), but roles alone ("President") are not names. A nationality
before a name is left out ("Venezuelan National Guard"), and is not a name by itself. Nor are calendar expressions.

At the start of a sentence a capital proves nothing. A word there counts if the run continues, or if the word is
capitalised elsewhere, has capitals inside (CNN, WhatsApp), is possessive ("Venezuela's") or begins a list ("Reuters
and CNN"), provided that the text never has it in lower case. In a headline, only words count that are names elsewhere
or have capitals inside. In doubt a name is reported: a false one costs an editor an exemption, a missed one hides
somebody.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from dossier.detect.en.date_patterns import blank_addresses
from dossier.detect.en.dates import find_dates
from dossier.detect.en.lexicon import (
    ARTICLES,
    COMMON_WORDS,
    COMPANY_TITLES,
    CONTRACTION,
    NAMED_WITH_NATIONALITY,
    NATIONALITIES,
    NEVER_COMMON,
    PARTICLES,
    REGION_PREFIXES,
    ROLE_WORDS,
    SHORT_TITLES,
)
from dossier.detect.name_mentions import NameMention

_BLANK = "\0"
_LETTERS = r"(?:[^\W_][\u0300-\u036f]*)+"
_WORD = re.compile(
    rf"(?P<word>(?:{SHORT_TITLES}|{COMPANY_TITLES})\.|(?:[^\W\d_]\.){{1,8}}[^\W\d_]?(?!\w)|[A-Z]{{1,3}}&[A-Z]{{1,3}}(?!\w)"
    rf"|{_LETTERS}(?:['’](?![sS](?!\w)){_LETTERS})*)(?P<possessive>['’][sS](?!\w))?"
)
_OPENING = re.compile("[.!?…]|[\"'“‘«„][(\\[]?$")
_PRONOUN = re.compile(r"I(?!\w)")
_JOINT = re.compile(r"[ \t\xa0\u202f]{1,3}|[-‑]| ?& ?")
_LISTED = re.compile(rf"(?:, (?:(?:and|or) )?| (?:and|or|&) | \()(?P<next>{_BLANK}|{_LETTERS})")
_RUN = re.compile("[Bb](?:(?:pa?)?b)*")
"""A name in the codes that `_codes` gives the words of a line."""
_FIVE_IN_A_ROW = re.compile("[Bb]b{4}")
_MAX_NAME_WORDS = 8
"""Longer names are not looked for in headlines."""


class _Word(NamedTuple):
    """A word or number of a line, and how it is written.

    `is_joined`: it follows the previous word directly, so that both may be one name. `in_list`: another name follows,
    as in a list. `is_capitalized`: it is written as names are: Maduro, CNN, teleSUR.
    """

    start: int
    end: int
    text: str
    starts_sentence: bool
    is_joined: bool
    is_possessive: bool
    in_list: bool
    is_capitalized: bool

    @property
    def has_inner_capitals(self) -> bool:
        """Whether capitals or digits inside prove a name anywhere in a sentence: CNN, U.S., WhatsApp, G20."""
        inside = any(map(str.isupper, self.text[1:])) or any(map(str.isdigit, self.text[1:]))
        return inside and self.is_capitalized and not _is_common(self.text)


_Words = Sequence[_Word]


class _Vocabulary(NamedTuple):
    """The words that the text has in lower case, and those it has capitalised other than at a sentence's start."""

    lower_case: frozenset[str]
    capitalized: frozenset[str] = frozenset()

    def is_ordinary(self, word: _Word) -> bool:
        return not word.has_inner_capitals and (_is_common(word.text) or word.text.casefold() in self.lower_case)

    def is_certain(self, word: _Word) -> bool:
        """Return whether a word is a name even if it is alone and begins a sentence."""
        is_marked = word.has_inner_capitals or word.is_possessive or word.in_list or word.text in self.capitalized
        return is_marked and not self.is_ordinary(word)


def find_names(text: str) -> list[NameMention]:
    """Return every name of the text, in order and without overlaps, each as long as it is written."""
    lines = [line for line in _split_lines(text) if not _is_in_capitals(line)]
    lower_case = frozenset(word.text.casefold() for word in chain(*lines) if word.text.islower())
    headlines: list[_Words] = []
    body: list[_Words] = []
    for line in lines:
        group = headlines if _is_headline(line, _Vocabulary(lower_case)) else body
        group.append(line)
    capitalized = (word.text for word in chain(*body) if word.is_capitalized and not word.starts_sentence)
    vocabulary = _Vocabulary(lower_case, frozenset(capitalized))
    names: list[_Words] = []
    for line in body:
        names += _names_in(line, {word.start for word in line if word.is_capitalized}, vocabulary)
    known = _known_names(names, vocabulary)
    vocabulary = vocabulary._replace(capitalized=frozenset(chain(*known)))
    for line in headlines:
        names += _names_in(line, _known_words(line, known), vocabulary)
    return sorted(_mention(text, name) for name in names)


def _mention(text: str, name: _Words) -> NameMention:
    start, end = name[0].start, name[-1].end
    return NameMention(start, end, text[start:end])


def _split_lines(text: str) -> Iterator[_Words]:
    """Yield the words of each line, without web and mail addresses and calendar expressions."""
    plain, parts, end = blank_addresses(text), [], 0
    for date in find_dates(text):
        parts += [plain[end : date.start], re.sub(r"[^\n]", _BLANK, date.text)]
        end = date.end
    plain = "".join(parts) + plain[end:]
    return (list(_split_words(plain, *line.span())) for line in re.finditer(r"[^\n]+", plain))


def _split_words(plain: str, start: int, stop: int) -> Iterator[_Word]:
    previous, previous_is_possessive, previous_end = "", False, start
    for match in _WORD.finditer(plain, start, stop):
        start, end = match.span("word")
        text, gap = match["word"], plain[previous_end:start]
        is_new_sentence = previous.endswith(".") and _is_common(text)  # "in the U.S. The army", but "the U.S. Army"
        is_possessive = match.end() > end
        is_capitalized = _is_capitalized(text)
        yield _Word(
            start,
            end,
            text,
            is_new_sentence or (is_capitalized and _starts_sentence(gap, is_first=not previous)),
            not is_new_sentence and not previous_is_possessive and (gap == " " or _JOINT.fullmatch(gap) is not None),
            is_possessive,
            is_capitalized and _is_in_list(plain, match.end()),
            is_capitalized,
        )
        previous, previous_is_possessive, previous_end = text, is_possessive, match.end()


def _is_capitalized(text: str) -> bool:
    has_capital = text[0].isalpha() and any(map(str.isupper, text))
    return has_capital and text not in ("And", "Or") and not _PRONOUN.match(text)


def _starts_sentence(gap: str, *, is_first: bool) -> bool:
    """Return whether a sentence, line, list item or quotation starts after the gap; none does right after a date."""
    after_blank = gap.rpartition(_BLANK)[2]
    return (is_first and after_blank == gap) or _OPENING.search(after_blank) is not None


def _is_in_list(plain: str, end: int) -> bool:
    """Return whether another name follows, as in a list, or a date or outlet, as in a dateline."""
    match = _LISTED.match(plain, end)
    following = match["next"] if match else ""
    return following == _BLANK or (following[:1].isupper() and not (_is_common(following) or _is_national(following)))


def _is_common(word: str) -> bool:
    return word not in NEVER_COMMON and (word.casefold().rstrip(".") in COMMON_WORDS or bool(CONTRACTION.search(word)))


def _is_national(word: str) -> bool:
    return word in NATIONALITIES or word.removesuffix("s") in NATIONALITIES


def _is_in_capitals(line: _Words) -> bool:
    """Return whether a line is all in capitals and has more than acronyms."""
    words = [word.text for word in line]
    return len(words) > 1 and "".join(words).isupper() and any(_is_common(word) or len(word) > 5 for word in words)


def _is_headline(line: _Words, vocabulary: _Vocabulary) -> bool:
    """Return whether a line is capitalised as a headline.

    Most of its words have capitals, and either five in a row do, or over a third of these are ordinary words.
    """
    words = [word for word in line if word.text[0].isalpha()]
    capitals = [word for word in words if word.is_capitalized]
    plain = [word for word in capitals if word.text not in ROLE_WORDS and not _is_national(word.text)]
    ordinary = [word for word in plain if word is not words[0] and vocabulary.is_ordinary(word)]
    row = _FIVE_IN_A_ROW.search(_codes(line, {word.start for word in plain}))
    return 2 * len(capitals) > len(words) and (row is not None or len(ordinary) > max(1, len(capitals) / 3))


def _codes(line: _Words, counted: set[int]) -> str:
    """Return one letter per word, so that `_RUN` can find names.

    `B` is a counted word that must begin a name, `b` one that may continue it, `p` a particle, `a` an article.
    """
    return "".join([_code(word, word.start in counted) for word in line])


def _code(word: _Word, counts: bool) -> str:
    if counts:
        return "b" if word.is_joined else "B"
    if not word.is_joined:
        return "-"
    return "p" if word.text in PARTICLES else "a" if word.text in ARTICLES else "-"


def _names_in(line: _Words, counted: set[int], vocabulary: _Vocabulary) -> Iterator[_Words]:
    """Yield the names of a line; only words that start at a counted offset can begin or end one."""
    for run in _RUN.finditer(_codes(line, counted)):
        name = _trim_leading_words(line[run.start() : run.end()], vocabulary)
        if _is_name(name, vocabulary):
            yield name


def _trim_leading_words(run: _Words, vocabulary: _Vocabulary) -> _Words:
    """Return the run without the leading words that are not part of the name."""
    for index, word in enumerate(run):
        following = run[index + 1].text if index + 1 < len(run) else ""
        if not _precedes_name(word, following, vocabulary):
            return run[index:]
    return ()


def _precedes_name(word: _Word, following: str, vocabulary: _Vocabulary) -> bool:
    """Return whether a word at the start of a run only leads up to the name: "Venezuelan", "Citing"."""
    if not word.is_capitalized or _is_common(word.text):
        return True
    if _is_national(word.text) or (word.text in REGION_PREFIXES and _is_national(following)):
        return following not in NAMED_WITH_NATIONALITY
    if not (word.starts_sentence and following) or word.text in ROLE_WORDS or word.text in vocabulary.capitalized:
        return False
    is_gerund = len(word.text) > 5 and word.text.endswith("ing")  # "Citing CNN", but "King"
    return is_gerund or vocabulary.is_ordinary(word)


def _is_name(name: _Words, vocabulary: _Vocabulary) -> bool:
    if all(word.text in ROLE_WORDS for word in name) or len(name[0].text.strip(".")) + len(name) < 3:
        return False
    return len(name) > 1 or not name[0].starts_sentence or vocabulary.is_certain(name[0])


def _known_names(names: Iterable[_Words], vocabulary: _Vocabulary) -> set[tuple[str, ...]]:
    """Return the words of each name, and each of its words that may be used for it alone."""
    known = {tuple(word.text for word in name) for name in names}
    return known | {(word.text,) for word in chain(*names) if word.is_capitalized and not vocabulary.is_ordinary(word)}


def _known_words(line: _Words, known: set[tuple[str, ...]]) -> set[int]:
    """Return the offsets of the words of a headline that are names elsewhere or have capitals inside."""
    words = [word.text for word in line]
    offsets = {word.start for word in line if word.has_inner_capitals}
    for index in range(len(line)):
        for length in range(1, _MAX_NAME_WORDS + 1):
            if tuple(words[index : index + length]) in known:
                offsets |= {word.start for word in line[index : index + length] if word.is_capitalized}
    return offsets
