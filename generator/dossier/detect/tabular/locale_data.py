"""What the CLDR knows of a locale: separators, months, weekdays, units and currencies, read with Babel."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from babel import Locale, UnknownLocaleError
from babel.numbers import get_currency_name
from babel.units import format_unit

from dossier.edtf.parse import WEEKDAYS
from dossier.model.units import CURRENCY_CODES

_UNITS = {
    "duration-second": "second", "duration-minute": "minute", "duration-hour": "hour", "duration-day": "day",
    "duration-week": "week", "duration-month": "month", "duration-year": "year", "length-millimeter": "millimetre",
    "length-centimeter": "centimetre", "length-meter": "metre", "length-kilometer": "kilometre",
    "length-inch": "inch", "length-foot": "foot", "length-mile": "mile", "length-nautical-mile": "nautical mile",
    "area-hectare": "hectare", "area-square-kilometer": "square kilometre", "area-square-meter": "square metre",
    "area-acre": "acre", "mass-gram": "gram", "mass-kilogram": "kilogram", "mass-tonne": "tonne",
    "mass-pound": "pound", "volume-liter": "litre", "volume-cubic-meter": "cubic metre",
    "speed-kilometer-per-hour": "kilometre per hour", "temperature-celsius": "degree Celsius",
    "power-megawatt": "megawatt", "power-gigawatt": "gigawatt", "power-kilowatt": "kilowatt",
    "energy-kilowatt-hour": "kilowatt hour", "volume-barrel": "barrel",
}  # fmt: skip
_NUMBER = re.compile(r"[0-9]+\s*")
_LETTERS = ("metre", "litre")
"""Units that a single letter may mean after a number."""


class Separators(NamedTuple):
    """How a locale writes numbers: the decimal mark, and the mark between groups of three digits."""

    decimal: str
    group: str


@cache
def load_locale(tag: str) -> Locale:
    """Return the locale of a language tag such as `es-MX`, or that of its language if the CLDR lacks the region."""
    language, *rest = tag.split("-")
    regions = [part.upper() for part in rest if len(part) in (2, 3)]
    for name in (*(f"{language.lower()}_{region}" for region in regions), language.lower()):
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    raise ValueError(f"the CLDR has no locale for {tag}")


def separators(locale: Locale) -> Separators:
    """Return the marks of a locale."""
    symbols = locale.number_symbols
    symbols = symbols.get("latn", symbols)
    return Separators(symbols["decimal"], symbols["group"])


def is_day_first(locale: Locale) -> bool:
    """Return whether 02/01/2019 is 2 January."""
    return str(locale.date_formats["short"].pattern).lstrip().lower().startswith("d")


def months(locale: Locale) -> Mapping[str, int]:
    """Return the numbers of the months by their names in lower case."""
    return {name.lower(): number for number, name in locale.months["format"]["wide"].items()}


def month_abbreviations(locale: Locale) -> Mapping[str, int]:
    """Return the numbers of the months by their abbreviations in lower case, without a full stop."""
    found = {
        name.lower().rstrip("."): number
        for context in ("format", "stand-alone")
        for number, name in locale.months[context]["abbreviated"].items()
    }
    return {name: number for name, number in found.items() if name not in months(locale)}


def weekdays(locale: Locale) -> Mapping[str, str]:
    """Return the English names of the weekdays by their names in lower case."""
    return {name.lower(): WEEKDAYS[number] for number, name in locale.days["format"]["wide"].items()}


def countries(locale: Locale) -> frozenset[str]:
    """Return the names of countries, territories and the cities of time zones that are one word."""
    names = {name for code, name in locale.territories.items() if code.isalpha()}
    names |= {zone["city"] for zone in locale.time_zones.values() if "city" in zone}
    return frozenset(name for name in names if name.isalpha() and name[0].isupper())


def units_of(locale: Locale) -> Mapping[str, str]:
    """Return the model's name of each unit of measure and currency by its spellings in lower case."""
    return dict(_spellings(locale))


def _spellings(locale: Locale) -> Iterator[tuple[str, str]]:
    for key, name in _UNITS.items():
        for number in (1, 2):
            for length in ("long", "short"):
                spelling = _NUMBER.sub("", format_unit(number, key, length=length, locale=locale)).strip().lower()
                if len(spelling) > 1 or name in _LETTERS:
                    yield spelling, name
    for code in CURRENCY_CODES:
        for number in (1, 2):
            yield get_currency_name(code, count=number, locale=locale).lower(), code
