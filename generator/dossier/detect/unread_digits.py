"""Find the digits of a text that no detector has understood, so that none of them is silently passed over."""

import re
from collections.abc import Iterator, Sequence

from dossier.detect.word_sets import may_have_digit
from dossier.text.spans import Bounds

VULGAR_FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
UNCLEAR_SIGN = (
    r"(?<=[$£€¥][-−–])(?<![0-9][$£€¥][-−–])(?<![0-9]\s[$£€¥][-−–])[0-9]"
    r"|(?:(?<=: \()|(?<=: [$£€¥]\())[$£€¥]?[0-9][0-9.,'’]*\)(?=;|\n|$)"
)
"""A figure that may be below zero, from its first digit or currency: `€-300`, and `(300)` alone in a cell."""
_DIGITS = rf"\d{VULGAR_FRACTIONS}⁄{SUPERSCRIPTS}"
_DIGIT = re.compile(f"[{_DIGITS}]")
_DIGIT_RUN = re.compile(rf"[{_DIGITS}](?:[{_DIGITS}.,'’/]*[{_DIGITS}])?")
_ASCII_RUN = re.compile("[0-9](?:[0-9.,'/]*[0-9])?")
"""The same for a text that has ASCII characters only, in a fraction of the time."""
_CHUNK_BEFORE = re.compile(r"\S{0,20}$")
_CHUNK_AFTER = re.compile(r"[^\s,;:!?”\"]{0,20}")


def find_unread(text: str, understood: Sequence[Bounds]) -> Iterator[Bounds]:
    """Yield the words around digits that are in none of the spans that are understood."""
    if not may_have_digit(text):
        return
    done = 0
    known = sorted(understood)
    index = 0
    for run in (_ASCII_RUN if text.isascii() else _DIGIT_RUN).finditer(text):
        while index < len(known) and known[index].end <= run.start():
            index += 1
        inside = _beginning_before(known, index, run.end())
        holes = [
            place
            for place in range(max(done, run.start()), run.end())
            if _DIGIT.match(text, place) and not any(bounds.start <= place < bounds.end for bounds in inside)
        ]
        if not holes:
            continue
        bounds = Bounds(holes[0], holes[-1] + 1)
        before = _CHUNK_BEFORE.search(text, max(done, bounds.start - 20), bounds.start)
        after = _CHUNK_AFTER.match(text, bounds.end)
        start = before.start() if before else bounds.start
        done = after.end() if after else bounds.end
        while 0 < start < bounds.start and text[start - 1].isalnum() and text[start].isalnum():
            start += 1  # Not in the middle of a word, with which the evidence could not be compared.
        while bounds.end < done < len(text) and text[done - 1].isalnum() and text[done].isalnum():
            done -= 1
        word = text[start:done]
        stripped = word.lstrip("(“\"'‘[~*_").rstrip(".)]”\"'’*_")
        start += len(word) - len(word.lstrip("(“\"'‘[~*_"))
        yield Bounds(start, start + len(stripped))


def _beginning_before(known: Sequence[Bounds], index: int, end: int) -> Sequence[Bounds]:
    """Return the bounds from an index on that begin before an offset; `known` is in order."""
    last = index
    while last < len(known) and known[last].start < end:
        last += 1
    return known[index:last]
