"""Quantities: an exact value, bounds, or a vague word, only as precise as the source."""

from decimal import Decimal
from typing import Literal, NamedTuple, get_args

Qualifier = Literal["exactly", "about", "more than", "less than", "at least", "at most", "between", "vague"]
QUALIFIERS: tuple[str, ...] = get_args(Qualifier)

TIME_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")


def is_known_unit(unit: str | None) -> bool:
    """Return whether a unit is detected in texts: percent, a unit of time, or a currency by its ISO 4217 code."""
    return unit is not None and (unit == "percent" or unit in TIME_UNITS or (len(unit) == 3 and unit.isupper()))


class Quantity(NamedTuple):
    """An amount and how exact it is.

    `low` and `high` are set for `between`, neither they nor `value` for `vague` ("hundreds"), and only `value` for the
    other qualifiers. `unit` is a known unit (`percent`, `USD`, `hour`, …), a noun, or None if the text names neither.
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


def format_number(value: Decimal | None) -> str:
    """Return a figure as text, such as `567` or `20 million`; "" for None."""
    if value is None:
        return ""
    if abs(value) >= 1_000_000 and value % 100_000 == 0:
        return f"{(value / 1_000_000).normalize():f} million"
    return f"{value:,f}"


def _with_unit(figure: str, unit: str | None) -> str:
    if unit == "USD":
        return f"${figure}"
    if unit in TIME_UNITS and figure != "1":
        unit = f"{unit}s"
    return f"{figure} {unit}" if unit else figure
