"""Names in an English news text: the capitalised words that name a person, a body, an outlet or a place.

A name is a run of capitalised words on one line, particles such as "of" or "de la" inside it included; "and" never
joins. Titles belong to the run ("Col. Jose Luis Silva"), but roles alone ("President") are no name. A nationality
before a name is left out ("Venezuelan National Guard"), and is none alone. Calendar expressions are not names.

A capital tells nothing where a sentence starts: a word there counts if the run goes on, if it stands capitalised
elsewhere, has capitals inside (CNN, WhatsApp), owns ("Venezuela's") or opens a list ("Reuters and CNN"), and stands
nowhere in lower case. In a line set as a title only what is a name elsewhere counts, or has capitals inside. In doubt
a name is found: a wrong find costs an editor an exemption, a missed one hides somebody.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from dossier.detect.dates import ADDRESS, find_dates
from dossier.detect.lexicon import (
    ARTICLES,
    COMMON,
    CONTRACTED,
    KEEPS_NATION,
    NATIONAL,
    NOT_COMMON,
    PARTICLES,
    PARTS_OF_WORLD,
    ROLES,
    SHORT_TITLES,
)

_BLANK = "\0"
_LETTERS = r"(?:[^\W_][\u0300-\u036f]*)+"
_WORD = re.compile(
    rf"(?P<word>(?:{SHORT_TITLES}|Inc|Ltd|Corp)\.|(?:[^\W\d_]\.){{1,8}}[^\W\d_]?(?!\w)|[A-Z]{{1,3}}&[A-Z]{{1,3}}(?!\w)"
    rf"|{_LETTERS}(?:['’](?![sS](?!\w)){_LETTERS})*)(?P<owns>['’][sS](?!\w))?"
)
_OPENING = re.compile("[.!?…]|[\"'“‘«„][(\\[]?$")
_PRONOUN = re.compile(r"I(?!\w)")
_JOINT = re.compile(r"[ \t\xa0\u202f]{1,3}|[-‑]| ?& ?")
_LISTED = re.compile(rf"(?:, (?:(?:and|or) )?| (?:and|or|&) | \()(?P<next>{_BLANK}|{_LETTERS})")
_RUN = re.compile("[Bb](?:(?:pa?)?b)*")  # in the codes of a line
_IN_A_ROW = re.compile("[Bb]b{4}")
_LONGEST_KNOWN = 8


class NameMention(NamedTuple):
    """A name where it stands: `text` is `text[start:end]` of the whole, code points, end-exclusive."""

    start: int
    end: int
    text: str


class _Word(NamedTuple):
    """A word or figure: whether it opens a sentence, goes on from the word before, owns, begins a list.

    `capital` tells whether it is written as names are: Maduro, CNN, teleSUR.
    """

    start: int
    end: int
    text: str
    opens: bool
    joined: bool
    owns: bool
    listed: bool
    capital: bool

    @property
    def marked(self) -> bool:
        """Whether capitals or digits inside tell a name wherever it stands: CNN, U.S., WhatsApp, G20."""
        inside = any(letter.isupper() or letter.isdigit() for letter in self.text[1:])
        return inside and self.capital and not _is_common(self.text)


_Words = Sequence[_Word]


class _Seen(NamedTuple):
    """The words that the text has in lower case, and those it has capitalised where no sentence starts."""

    lower: frozenset[str]
    capital: frozenset[str] = frozenset()

    def is_ordinary(self, word: _Word) -> bool:
        return not word.marked and (_is_common(word.text) or word.text.casefold() in self.lower)

    def is_certain(self, word: _Word) -> bool:
        """Whether a word is a name though it is alone and opens a sentence."""
        shown = word.marked or word.owns or word.listed or word.text in self.capital
        return shown and not self.is_ordinary(word)


def find_names(text: str) -> list[NameMention]:
    """Every name the text mentions, in order and never overlapping, each as long as it is written."""
    lines = [line for line in _lines(text) if not _is_shouted(line)]
    lower = frozenset(word.text.casefold() for word in chain(*lines) if word.text.islower())
    titled = [_is_title(line, _Seen(lower)) for line in lines]
    body = [line for line, is_title in zip(lines, titled, strict=True) if not is_title]
    seen = _Seen(lower, frozenset(word.text for word in chain(*body) if word.capital and not word.opens))
    names = [name for line in body for name in _names(line, {word.start for word in line if word.capital}, seen)]
    known = _known(names, seen)
    seen = seen._replace(capital=frozenset(chain(*known)))
    for line in (line for line, is_title in zip(lines, titled, strict=True) if is_title):
        names += _names(line, _standing(line, known), seen)
    return sorted(_mention(text, name) for name in names)


def _mention(text: str, name: _Words) -> NameMention:
    start, end = name[0].start, name[-1].end
    return NameMention(start, end, text[start:end])


def _lines(text: str) -> Iterator[_Words]:
    """The words of each line, but for addresses and calendar expressions."""
    plain, parts, done = ADDRESS.sub(lambda found: _BLANK * len(found[0]), text), [], 0
    for date in find_dates(text):
        parts += [plain[done : date.start], re.sub(r"[^\n]", _BLANK, date.text)]
        done = date.end
    plain = "".join(parts) + plain[done:]
    return (list(_words(plain, *line.span())) for line in re.finditer(r"[^\n]+", plain))


def _words(plain: str, start: int, stop: int) -> Iterator[_Word]:
    before, owned, done = "", False, start
    for match in _WORD.finditer(plain, start, stop):
        text, gap = match["word"], plain[done : match.start()]
        anew = before.endswith(".") and _is_common(text)  # "in the U.S. The army", unlike "the U.S. Army"
        joined = not anew and not owned and (gap == " " or _JOINT.fullmatch(gap) is not None)
        owns = match["owns"] is not None
        opens = anew or _opens(gap, is_first=not before)
        listed, capital = _is_listed(plain, match.end()), not text.islower() and _is_capital(text)
        yield _Word(*match.span("word"), text, opens, joined, owns, listed, capital)
        before, owned, done = text, owns, match.end()


def _is_capital(text: str) -> bool:
    cased = text[0].isalpha() and any(letter.isupper() for letter in text)
    return cased and text not in ("And", "Or") and not _PRONOUN.match(text)


def _opens(gap: str, *, is_first: bool) -> bool:
    """Whether a sentence, line, list item or quotation starts behind the gap; none does right behind a date."""
    if gap == " ":  # As most are.
        return is_first
    behind = gap.rpartition(_BLANK)[2]
    return (is_first and behind == gap) or _OPENING.search(behind) is not None


def _is_listed(plain: str, end: int) -> bool:
    """Whether another name follows, as in a list, or a date or an outlet, as in a dateline."""
    match = _LISTED.match(plain, end)
    following = match["next"] if match else ""
    return following == _BLANK or (following[:1].isupper() and not (_is_common(following) or _is_national(following)))


def _is_common(word: str) -> bool:
    return word not in NOT_COMMON and (word.casefold().rstrip(".") in COMMON or bool(CONTRACTED.search(word)))


def _is_national(word: str) -> bool:
    return word in NATIONAL or word.removesuffix("s") in NATIONAL


def _is_shouted(line: _Words) -> bool:
    """Whether a line is all in capitals, and not for being acronyms only."""
    words = [word.text for word in line]
    return len(words) > 1 and "".join(words).isupper() and any(_is_common(word) or len(word) > 5 for word in words)


def _is_title(line: _Words, seen: _Seen) -> bool:
    """Whether most words are capitalised, five in a row, or over a third against the rest of the text."""
    words = [word for word in line if word.text[0].isalpha()]
    capitals = [word for word in words if word.capital]
    plain = [word for word in capitals if word.text not in ROLES and not _is_national(word.text)]
    ordinary = [word for word in plain if word is not words[0] and seen.is_ordinary(word)]
    row = _IN_A_ROW.search(_codes(line, {word.start for word in plain}))
    return 2 * len(capitals) > len(words) and (row is not None or len(ordinary) > max(1, len(capitals) / 3))


def _codes(line: _Words, counted: set[int]) -> str:
    """A letter a word: b, or B where a run must begin, for what counts; p for a particle, a for an article."""
    return "".join(_code(word, word.start in counted) for word in line)


def _code(word: _Word, counts: bool) -> str:
    if counts:
        return "b" if word.joined else "B"
    if not word.joined:
        return "-"
    return "p" if word.text in PARTICLES else "a" if word.text in ARTICLES else "-"


def _names(line: _Words, counted: set[int], seen: _Seen) -> Iterator[_Words]:
    """The names of a line, made of the words whose places count."""
    for run in _RUN.finditer(_codes(line, counted)):
        name = _trimmed(line[run.start() : run.end()], seen)
        if _is_name(name, seen):
            yield name


def _trimmed(run: _Words, seen: _Seen) -> _Words:
    """The run without what leads up to the name."""
    at = 0
    while at < len(run) and _leads(run[at], run[at + 1].text if at + 1 < len(run) else "", seen):
        at += 1
    return run[at:]


def _leads(word: _Word, following: str, seen: _Seen) -> bool:
    if not word.capital or _is_common(word.text):
        return True
    if _is_national(word.text) or (word.text in PARTS_OF_WORLD and _is_national(following)):
        return following not in KEEPS_NATION
    if not (word.opens and following) or word.text in ROLES or word.text in seen.capital:
        return False
    is_gerund = len(word.text) > 5 and word.text.endswith("ing")  # "Citing CNN", but King
    return is_gerund or seen.is_ordinary(word)


def _is_name(name: _Words, seen: _Seen) -> bool:
    if all(word.text in ROLES for word in name) or len(name[0].text.strip(".")) + len(name) < 3:
        return False
    return len(name) > 1 or not name[0].opens or seen.is_certain(name[0])


def _known(names: Iterable[_Words], seen: _Seen) -> set[tuple[str, ...]]:
    """Each name, and each of its words that may stand for it."""
    known = {tuple(word.text for word in name) for name in names}
    return known | {(word.text,) for word in chain(*names) if word.capital and not seen.is_ordinary(word)}


def _standing(line: _Words, known: set[tuple[str, ...]]) -> set[int]:
    """The places of the words of a title that count."""
    words, places = [word.text for word in line], {word.start for word in line if word.marked}
    for at in range(len(line)):
        for length in range(1, _LONGEST_KNOWN + 1):
            if tuple(words[at : at + length]) in known:
                places |= {word.start for word in line[at : at + length] if word.capital}
    return places
