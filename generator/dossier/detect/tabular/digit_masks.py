"""Digits that count nothing in any language: addresses, telephone numbers, times, coordinates, codes."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from dossier.detect.date_mentions import DateMention
from dossier.text.spans import Bounds

BLANK = "\0"
_DIGIT = re.compile("[0-9]")
_REASONS: tuple[tuple[str, str], ...] = (
    ("web or mail address", r"(?<!\w)(?:https?://\S+|(?<!\S)www\.\S+|(?<!\S)[^\s@]+@\S+)"),
    (
        "telephone number",
        r"(?<![\w.,])(?:\+[0-9]{1,3}[ -]?(?:\(0?[0-9]{1,4}\)[ -]?)?[0-9]{1,4}(?:[ -][0-9]{2,4}){1,4}"
        r"|\([0-9]{2,5}\) ?[0-9]{3,4}[ -][0-9]{3,4}|0[0-9]{2,4}[ -/][0-9]{3,4}(?:[ -][0-9]{2,4}){1,2}"
        r"|0[0-9](?: [0-9]{2}){4}|[0-9]{3}-[0-9]{3}-[0-9]{4}"
        r"|(?i:(?<=tel\. )|(?<=tel: )|(?<=tel.: )|(?<=fax: )|(?<=tfno\. ))[0-9]{2,5}(?:[ -][0-9]{2,4}){1,4})"
        r"(?![\w]|[.,][0-9])",
    ),
    ("date", r"(?<![\w-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.,Z+-]+)?(?![\w-])"),
    ("date", r"(?<![\w/])(?:19|20)[0-9]{2}[/–-][0-9]{2}(?![\w/-])"),
    ("time of day", r"(?<![\w:.,])[0-9]{1,2}(?::[0-5][0-9]){1,2}(?![\w:])"),
    ("saying", r"(?<![\w/])(?:9/11|24/7)(?![\w/])"),
    (
        "coordinates",
        r"(?<![\w.,])[-−]?[0-9]{1,3}(?:[.,][0-9]+)? ?°(?: ?[0-9]{1,2}(?:[.,][0-9]+)? ?[′'’])?"
        r"(?: ?[0-9]{1,2}(?:[.,][0-9]+)? ?[″\"”])? ?[NSEWO](?!\w)"
        r"|(?<![\w.,])[-−]?[0-9]{1,3}\.[0-9]{4,}, ?[-−]?[0-9]{1,3}\.[0-9]{4,}(?!\w)",
    ),
    ("footnote mark", r"\[[0-9]{1,3}\](?![0-9])"),
    ("item of a list", r"(?:\A|(?<=[.:;!?”»\"\n]\n))[^\S\n]{0,8}\(?[0-9]{1,2}[.)](?=[^\S\n]+\S)"),
    (
        "name with digits",
        r"(?<![\w$€£])(?=[A-Za-z]*[A-Z])(?!(?:US|AU|CA|R|Bs)[0-9])[A-Za-zÁÉÍÓÚÑáéíóúñ]{1,12}-?[0-9]{1,5}[A-Za-z]?(?![\w]|[.,][0-9])",
    ),
    (
        "version or address",
        r"(?<![\w.])(?![0-9]{1,3}(?:\.[0-9]{3})+(?![\w.]))[0-9]{1,4}(?:\.[0-9]{1,3}){2,4}(?!\w|\.[0-9])",
    ),
    ("code", r"(?<![\w.,])[0-9]{16,}(?![\w]|[.,][0-9])"),
    ("code", r"(?<![\w.,:/-])(?<![0-9][\s'’ʼ])0[0-9]+(?!\w|[.,:/][0-9])"),
    ("code", r"(?<!\w)(?:ISBN|ISSN|IBAN|IMO|DOI)(?:-1[03])?:? ?[0-9][0-9X -]{5,20}[0-9X](?!\w)"),
)


class Masker:
    """Finds the digits of a text that are no figures, by the patterns of its language and of all languages."""

    def __init__(self, own: Sequence[tuple[str, str]], find_dates: Callable[[str], Iterable[DateMention]]) -> None:
        self._reasons = (*own, *_REASONS)
        joined = "|".join(f"(?P<m{index}>{pattern})" for index, (_, pattern) in enumerate(self._reasons))
        self._pattern = re.compile(joined)
        self._find_dates = find_dates

    def find(self, text: str) -> Sequence[tuple[Bounds, str]]:
        """Return the spans with digits that are no figure, in order, with the reason for each."""
        return sorted(self._iter_masked(text))

    def _iter_masked(self, text: str) -> Iterator[tuple[Bounds, str]]:
        for mention in self._find_dates(text):
            is_weekday = mention.weekday is not None and mention.kind in ("weekday", "relative")
            if is_weekday or (mention.kind not in ("year", "relative") and _DIGIT.search(mention.text)):
                yield Bounds(mention.start, mention.end), "date"
        for match in self._pattern.finditer(text):
            yield Bounds(*match.span()), self._reasons[int((match.lastgroup or "m0")[1:])][0]


def blank(text: str, masked: Iterable[tuple[Bounds, str]]) -> str:
    """Return a text with NUL for each character that is masked."""
    pieces, done = [], 0
    for (start, end), _ in masked:
        pieces += [text[done:start], BLANK * (end - max(start, done))]
        done = max(done, end)
    return "".join((*pieces, text[done:]))
