"""Quantities: an exact value, bounds, or a vague word, only as precise as the source."""

from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple, get_args

from dossier.model.units import PERCENTAGE_POINT, TIME_UNITS

Qualifier = Literal["exactly", "about", "more than", "less than", "at least", "at most", "between", "vague"]
QUALIFIERS: tuple[str, ...] = get_args(Qualifier)


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
            return _with_unit(f"{format_number(self.low)} to {format_number(self.high)}", self.unit)
        amount = _with_unit(format_number(self.value), self.unit)
        return amount if self.qualifier == "exactly" else f"{self.qualifier} {amount}"

    def amount_in_words(self) -> str:
        """Return the quantity without its unit, unless that is a sign before the figure: `more than 500`, `$3`."""
        return self.in_words() if self.unit == "USD" else self._replace(unit=None).in_words()


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
    if abs(value) >= 1_000_000 and value % 100_000 == 0:
        return f"{(value / 1_000_000).normalize():f} million"
    return f"{value:,f}"


def _with_unit(figure: str, unit: str | None) -> str:
    if unit == "USD":
        return f"-${figure[1:]}" if figure.startswith("-") else f"${figure}"
    if (unit in TIME_UNITS or unit == PERCENTAGE_POINT) and figure != "1":
        unit = f"{unit}s"
    return f"{figure} {unit}" if unit else figure
