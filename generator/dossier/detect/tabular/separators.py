"""Read figures by the separators of a locale; a figure that another convention reads as another number is not read.

With a decimal comma, "10.000" is ten thousand and "12,5" twelve and a half; "10,000" may be either, so it is neither.
"1,234,567" and "1,234.5" have only one reading, and "3.5" has one before "%", a unit or a word such as "millones".
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from dossier.detect.tabular.locale_data import Separators

SPACES = "\u0020\u00a0\u2007-\u2009\u202f"
_APOSTROPHES = "'’"
_GROUPED_BY_SPACES = (
    rf"[1-9][0-9]{{0,2}}(?P<space>[{SPACES}])[0-9]{{3}}(?:(?P=space)[0-9]{{3}})*(?![0-9])(?:[.,][0-9]+)?"
)
DIGITS = re.compile(rf"(?<!\w)(?<![0-9][.,'’/^×*])(?<![/^×⁄])(?:{_GROUPED_BY_SPACES}|[0-9]+(?:[.,'’][0-9]+)*)(?![0-9])")
"""A run of digits with the marks and spaces of one number."""
_MAX_DIGITS = 15
"""A text counts with no longer runs."""


class WrittenFigure(NamedTuple):
    """The value of a figure; if `needs_unit`, it is only certain before a unit or a word that multiplies it."""

    value: Decimal
    needs_unit: bool = False


def figure_reader(separators: Separators) -> Callable[[str], WrittenFigure | None]:
    """Return the function that reads a match of `DIGITS`; it returns None for one with several readings, or none."""
    decimal = separators.decimal
    group = "." if decimal == "," else ","
    plain = re.compile("[0-9]+")
    grouped = re.compile(rf"[1-9][0-9]{{0,2}}(?:\{group}[0-9]{{3}})+(?:\{decimal}[0-9]{{1,9}})?")
    by_spaces = re.compile(rf"[0-9]{{1,3}}(?:[{SPACES}][0-9]{{3}})+(?:\{decimal}[0-9]{{1,9}})?")
    fraction = re.compile(rf"[0-9]+\{decimal}[0-9]{{1,9}}")
    may_be_group = re.compile(rf"[1-9][0-9]{{0,2}}\{decimal}[0-9]{{3}}")
    other_grouped = re.compile(
        rf"[1-9][0-9]{{0,2}}(?:(?:\{decimal}[0-9]{{3}}){{2,}}(?:\{group}[0-9]{{1,9}})?"
        rf"|\{decimal}[0-9]{{3}}\{group}[0-9]{{1,9}})"
    )
    other_fraction = re.compile(rf"[0-9]+\{group}[0-9]{{1,2}}")
    by_apostrophes = re.compile(rf"[1-9][0-9]{{0,2}}(?:[{_APOSTROPHES}][0-9]{{3}})+(?:\{decimal}[0-9]{{1,9}})?")
    has_apostrophes = separators.group in _APOSTROPHES

    def value_of(text: str, mark: str) -> Decimal:
        return Decimal("".join(digit for digit in text.replace(mark, "#") if digit in "0123456789#").replace("#", "."))

    def read(text: str) -> WrittenFigure | None:
        if sum(map(str.isdigit, text)) > _MAX_DIGITS:
            return None
        if plain.fullmatch(text):
            return WrittenFigure(Decimal(text))
        if grouped.fullmatch(text) or by_spaces.fullmatch(text):
            return None if has_apostrophes and group in text else WrittenFigure(value_of(text, decimal))
        if has_apostrophes and by_apostrophes.fullmatch(text):
            return WrittenFigure(value_of(text, decimal))
        if fraction.fullmatch(text):
            return None if may_be_group.fullmatch(text) else WrittenFigure(value_of(text, decimal))
        if other_grouped.fullmatch(text):
            return WrittenFigure(value_of(text, group))
        if other_fraction.fullmatch(text):
            return WrittenFigure(value_of(text, group), needs_unit=True)
        return None

    return read
