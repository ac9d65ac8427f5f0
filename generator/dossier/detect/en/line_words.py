"""The words of the lines of an English text, and how each is written, as the detector of names reads them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dossier.detect.en.date_patterns import blank_addresses
from dossier.detect.en.dates import find_dates
from dossier.detect.en.lexicon import (
    COMMON_WORDS,
    COMPANY_TITLES,
    CONTRACTION,
    NATIONALITIES,
    NEVER_COMMON,
    SHORT_TITLES,
)

_BLANK = "\0"
_LETTERS = r"(?:[^\W_][\u0300-\u036f]*)+"
_WORD = re.compile(
    rf"(?P<word>(?:{SHORT_TITLES}|{SHORT_TITLES.upper()}|{COMPANY_TITLES})\.|(?:[^\W\d_]\.){{1,8}}[^\W\d_]?(?!\w)|[A-Z]{{1,3}}&[A-Z]{{1,3}}(?!\w)"
    rf"|{_LETTERS}(?:['’](?![sS](?!\w)){_LETTERS})*)(?P<possessive>['’][sS](?!\w))?"
)
_OPENING = re.compile("[.!?…]|[\"'“‘«„][(\\[]?$")
_DASH = re.compile(r"\s(?:--|[–—―-])\s+$")
_PRONOUN = re.compile(r"I(?!\w)")
_JOINT = re.compile(r"[ \t\xa0\u202f]{1,3}|[-‑]| ?& ?")
_LISTED = re.compile(rf"(?:, (?:(?:and|or) )?| (?:and|or|&|vs?\.?) | \()(?P<next>{_BLANK}|{_LETTERS})")


class TextWord(NamedTuple):
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
    gap: str
    """The text between the previous word and this one."""

    @property
    def has_inner_capitals(self) -> bool:
        """Whether capitals or digits inside prove a name anywhere in a sentence: CNN, U.S., WhatsApp, G20."""
        inside = any(map(str.isupper, self.text[1:])) or any(map(str.isdigit, self.text[1:]))
        return inside and self.is_capitalized and not is_common_word(self.text)


TextWords = Sequence[TextWord]


def split_lines(text: str) -> Iterator[TextWords]:
    """Yield the words of each line, without web and mail addresses and calendar expressions."""
    plain, parts, end = blank_addresses(text), [], 0
    for date in find_dates(text):
        parts += [plain[end : date.start], re.sub(r"[^\n]", _BLANK, date.text)]
        end = date.end
    plain = "".join(parts) + plain[end:]
    return (list(_split_words(plain, *line.span())) for line in re.finditer(r"[^\n]+", plain))


def _split_words(plain: str, start: int, stop: int) -> Iterator[TextWord]:
    previous, previous_is_possessive, previous_end = "", False, start
    previous_word_end = start
    may_be_label, may_be_dateline = True, False
    for match in _WORD.finditer(plain, start, stop):
        start, end = match.span("word")
        text, gap = match["word"], plain[previous_end:start]
        is_new_sentence = previous.endswith(".") and is_common_word(text)  # "in the U.S. The army", but "the U.S. Army"
        is_possessive = match.end() > end
        is_capitalized = _is_capitalized(text)
        is_new_sentence |= may_be_label and gap.endswith(": ")  # "EVA HOLM: Nobody asked"
        is_new_sentence |= may_be_dateline and _DASH.search(gap) is not None  # "PORT BRENN, Marra — Crews"
        is_new_sentence |= may_be_label and gap.endswith("-- ")  # "Port Brenn -- Crews"
        may_be_dateline = may_be_label and (may_be_dateline if previous else text.isupper() and len(text) > 1)
        may_be_label = may_be_label and (is_capitalized or text == "I" or text.isdigit()) and ": " not in gap
        yield TextWord(
            start,
            end,
            text,
            is_new_sentence or (is_capitalized and _starts_sentence(gap, is_first=not previous)),
            not is_new_sentence and not previous_is_possessive and (gap == " " or _JOINT.fullmatch(gap) is not None),
            is_possessive,
            is_capitalized and _is_in_list(plain, match.end()),
            is_capitalized,
            plain[previous_word_end:start] if previous else "",
        )
        previous_word_end = end
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
    return following == _BLANK or (
        following[:1].isupper() and not (is_common_word(following) or is_nationality(following))
    )


def is_common_word(word: str) -> bool:
    if len(word) == 2 and word.endswith("."):  # "A. Philip Holm"
        return False
    return word not in NEVER_COMMON and (word.casefold().rstrip(".") in COMMON_WORDS or bool(CONTRACTION.search(word)))


def is_nationality(word: str) -> bool:
    return word in NATIONALITIES or word.removesuffix("s") in NATIONALITIES
