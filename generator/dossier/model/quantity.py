"""Quantities: an exact value, bounds, or a vague word, only as precise as the source."""

from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple, get_args

from dossier.model.unit_words import unit_after
from dossier.model.units import PERCENT
from dossier.text.interface import (
    SOURCE_LANGUAGE,
    active_interface,
    format_decimal,
    gettext,
    gettext_noop,
    ngettext,
)

Qualifier = Literal["exactly", "about", "more than", "less than", "at least", "at most", "between", "vague"]
QUALIFIERS: tuple[str, ...] = get_args(Qualifier)
_QUALIFIED = {
    "about": gettext_noop("about %(amount)s"),
    "more than": gettext_noop("more than %(amount)s"),
    "less than": gettext_noop("less than %(amount)s"),
    "at least": gettext_noop("at least %(amount)s"),
    "at most": gettext_noop("at most %(amount)s"),
}
MILLION = 1_000_000


class Quantity(NamedTuple):
    """An amount and how exact it is.

    `low` and `high` are set for `between`, neither they nor `value` for `vague` ("hundreds"), and only `value` for the
    other qualifiers. `unit` is a unit of measure (`percent`, `USD`, `hour`, `metre`, …), a noun, or None if the
    text names neither.
    """

    qualifier: Qualifier
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None

    def in_words(self) -> str:
        """Return the quantity in words: `more than 500 soldiers`, `25 to 50 percent`, `$20 million`."""
        if self.qualifier == "vague":
            return self.unit or ""
        if self.qualifier == "between":
            figures = gettext("%(first)s to %(last)s", first=format_number(self.low), last=format_number(self.high))
            return _with_unit(figures, self.high, self.unit)
        amount = _with_unit(format_number(self.value), self.value, self.unit)
        return amount if self.qualifier == "exactly" else gettext(_QUALIFIED[self.qualifier], amount=amount)

    def amount_in_words(self) -> str:
        """Return the quantity without its unit, unless that is a sign before the figure: `more than 500`, `$3`."""
        return self.in_words() if _is_sign(self.unit) else self._replace(unit=None).in_words()


MAX_DENOMINATOR = 1000


def parse_fraction(written: str) -> Decimal:
    """Return the value of `2/3`, to 28 digits if no decimal equals it; raise ValueError for what is no fraction."""
    numerator, _, denominator = written.partition("/")
    if not 1 < int(denominator) <= MAX_DENOMINATOR:
        raise ValueError(f"write a fraction with a denominator from 2 to {MAX_DENOMINATOR}, such as 2/3")
    return Decimal(numerator) / Decimal(denominator)


def fraction_of(value: Decimal) -> Fraction | None:
    """Return the fraction that a value is, if no short decimal equals it: 2/3, but not 0.75; else None."""
    if -int(value.as_tuple().exponent) < 20:
        return None
    fraction = Fraction(value).limit_denominator(MAX_DENOMINATOR)
    return fraction if Decimal(fraction.numerator) / Decimal(fraction.denominator) == value else None


def format_number(value: Decimal | None) -> str:
    """Return a figure as text, such as `567`, `20 million` or `2/3`; "" for None."""
    if value is None:
        return ""
    if fraction := fraction_of(value):
        return f"{fraction.numerator}/{fraction.denominator}"
    if _is_in_millions(value):
        millions = value / MILLION
        number = 1 if millions == 1 else 2
        figure = format_decimal(millions.normalize())
        return ngettext("%(number)s million", "%(number)s million", number, number=figure)
    return format_decimal(value)


def _is_in_millions(value: Decimal | None) -> bool:
    """Return whether a figure is written in millions."""
    return value is not None and abs(value) >= MILLION and value % 100_000 == 0 and not fraction_of(value)


def _is_sign(unit: str | None) -> bool:
    """Return whether a unit is a sign before the figure."""
    return unit == "USD" and active_interface().tag == SOURCE_LANGUAGE


def _with_unit(figures: str, last: Decimal | None, unit: str | None) -> str:
    """Return figures, of which `last` is the last one, with their unit."""
    if not unit:
        return figures
    if _is_sign(unit):
        return f"-${figures[1:]}" if figures.startswith("-") else f"${figures}"
    words = unit_after(figures, unit)
    if _is_in_millions(last) and unit != PERCENT:
        return gettext("%(millions)s %(unit)s", millions=figures, unit=words)
    return f"{figures} {words}"
