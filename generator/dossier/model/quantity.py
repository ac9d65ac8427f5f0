"""A quantity: an exact value, or bounds, or a vague word; never more exact than what was written."""

from decimal import Decimal
from typing import Literal, NamedTuple, get_args

Qualifier = Literal["exactly", "about", "more than", "less than", "at least", "at most", "between", "vague"]
QUALIFIERS: tuple[str, ...] = get_args(Qualifier)

TIME_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")


def is_known_unit(unit: str | None) -> bool:
    """Whether a unit is one that texts are read for: percent, a span of time, or money by its ISO 4217 code."""
    return unit is not None and (unit == "percent" or unit in TIME_UNITS or (len(unit) == 3 and unit.isupper()))


class Quantity(NamedTuple):
    """How many, how much.

    `value` stands for `exactly`, `about`, `more than`, `less than`, `at least` and `at most`; `low` and `high`
    for `between`; none of them for `vague` ("hundreds"). `unit` is a known unit (`percent`, `USD`, `hour`,
    `day`, …) or None where the text only names what is counted.
    """

    qualifier: Qualifier
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None

    def in_words(self) -> str:
        """The quantity as a reader says it: `more than 500 soldiers`, `25 to 50 percent`, `$20 million`."""
        if self.qualifier == "vague":
            return self.unit or ""
        if self.qualifier == "between":
            return _with_unit(f"{format_number(self.low)} to {format_number(self.high)}", self.unit)
        said = _with_unit(format_number(self.value), self.unit)
        return said if self.qualifier == "exactly" else f"{self.qualifier} {said}"


def format_number(value: Decimal | None) -> str:
    """A figure as a reader writes it: `567`, `20 million`; nothing where there is none."""
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
