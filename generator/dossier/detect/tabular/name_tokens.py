"""Split a text into the words of each line that may be those of names."""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from typing import NamedTuple

from dossier.detect.date_mentions import DateMention

_WORD = re.compile(r"(?:[A-Z]\.){2,6}|[^\W_]+(?!\$)")
_JOINT = re.compile(r"[ \t\xa0\u202f]{1,3}|[-‑'’]| ?& ?")
_AFTER_ABBREVIATION = re.compile(r"\.[ \xa0\u202f]")
_OPENING = re.compile("[.!?…:][”»\"')\\]]*\\s*|[\"'“‘«„—–(¿¡*•-]\\s*$|^\\s*$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]+@\S+")
BLANK = "\0"
MAX_ABBREVIATION = 5
"""The length below which a title may be abbreviated, so that its full stop ends no sentence: "Dra"."""


class NameToken(NamedTuple):
    """A word of a line; `is_joined` if it follows the previous one directly, so that both may be one name."""

    start: int
    end: int
    text: str
    is_capitalized: bool
    starts_sentence: bool
    is_joined: bool


class NameTokenizer:
    """Splits texts of one language; `abbreviations` are those in lower case whose full stop ends no sentence."""

    def __init__(self, find_dates: Callable[[str], Iterable[DateMention]], titles: Set[str], common: Set[str]) -> None:
        self._find_dates = find_dates
        self._abbreviations = frozenset(title for title in titles if len(title) < MAX_ABBREVIATION)
        self._common = common

    def split(self, text: str) -> Iterator[list[NameToken]]:
        """Yield the words of each line that is not all in capitals, without those of dates and addresses."""
        plain = _ADDRESS.sub(lambda match: BLANK * len(match[0]), text)
        parts, end = [], 0
        for date in self._find_dates(text):
            parts += [plain[end : date.start], re.sub(r"[^\n]", BLANK, date.text)]
            end = date.end
        plain = "".join(parts) + plain[end:]
        for line in re.finditer(r"[^\n]+", plain):
            tokens = list(self._tokens(plain, *line.span()))
            if len(tokens) < 3 or not "".join(token.text for token in tokens).isupper():
                yield tokens

    def _tokens(self, plain: str, start: int, stop: int) -> Iterator[NameToken]:
        previous, end = "", start
        for match in _WORD.finditer(plain, start, stop):
            gap, text = plain[end : match.start()], match[0]
            is_short = self._goes_on(previous, gap, text)
            is_joint = is_short or _JOINT.fullmatch(gap) is not None
            is_opening = not previous or (not is_joint and _OPENING.search(gap) is not None)
            is_capitalized = text[0].isupper() and not text.isdigit()
            yield NameToken(*match.span(), text, is_capitalized, is_opening, bool(previous) and is_joint)
            previous, end = text, match.end()

    def _goes_on(self, previous: str, gap: str, text: str) -> bool:
        """Return whether a full stop is that of a title or an initial before a name: "Sr. Gómez", "J. Pérez"."""
        if not _AFTER_ABBREVIATION.fullmatch(gap) or text.lower() in self._common:
            return False
        return previous.lower() in self._abbreviations or (len(previous) == 1 and previous.isupper())
