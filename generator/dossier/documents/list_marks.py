"""What is written before an item of a list: its number as the document counts it, otherwise a hyphen for its bullet."""

import re
from collections.abc import Callable, Mapping
from typing import Any

BULLET = "- "
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
         (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
MAX_ROMAN = 3999


def roman(number: int) -> str:
    """Return a number in small Roman numerals."""
    if not 0 < number <= MAX_ROMAN:
        return str(number)
    numeral = ""
    for value, letters in ROMAN:
        numeral += letters * (number // value)
        number %= value
    return numeral


def letters(number: int) -> str:
    """Return a number as a small letter: a to z, then aa, ab and so on, as in web pages."""
    numeral = ""
    while number > 0:
        number, remainder = divmod(number - 1, 26)
        numeral = chr(ord("a") + remainder) + numeral
    return numeral or "0"


def repeated_letter(number: int) -> str:
    """Return a number as a small letter: a to z, then aa, bb and so on, as in word processors."""
    count, index = divmod(max(number, 1) - 1, 26)
    return chr(ord("a") + index) * min(count + 1, 10)


TYPES: Mapping[str, Callable[[int], str]] = {
    "a": letters,
    "A": lambda number: letters(number).upper(),
    "i": roman,
    "I": lambda number: roman(number).upper(),
}
"""The types of HTML's ordered lists that are not decimal."""


def item_marks(element: Any) -> dict[Any, str]:
    """Return the mark of each item of a list of HTML, with a space after it."""
    items = list(element.iterchildren("li"))
    if element.tag != "ol":
        return dict.fromkeys(items, BULLET)
    step = -1 if element.get("reversed") is not None else 1
    number = _integer(element.get("start"), len(items) if step < 0 else 1) - step
    marks: dict[Any, str] = {}
    for item in items:
        number = _integer(item.get("value"), number + step)
        format_number = TYPES.get((item.get("type") or element.get("type") or "").strip(), str)
        marks[item] = f"{format_number(number)}. "
    return marks


def _integer(value: str | None, default: int) -> int:
    return int(value) if value is not None and re.fullmatch(r"-?\d{1,9}", value.strip()) else default
