"""Units as readers see them: percent and times by our catalogue, other measures and currencies by Unicode's CLDR."""

from contextlib import suppress
from functools import cache

from dossier.model.units import CURRENCY_CODES, MEASURES, PERCENT, PERCENTAGE_POINT, unit_names
from dossier.text.interface import SOURCE_LANGUAGE, active_interface, ngettext, ngettext_noop

_PLURALS = {
    PERCENT: ngettext_noop("percent", "percent"),
    PERCENTAGE_POINT: ngettext_noop("percentage point", "percentage points"),
    "second": ngettext_noop("second", "seconds"),
    "minute": ngettext_noop("minute", "minutes"),
    "hour": ngettext_noop("hour", "hours"),
    "day": ngettext_noop("day", "days"),
    "week": ngettext_noop("week", "weeks"),
    "month": ngettext_noop("month", "months"),
    "year": ngettext_noop("year", "years"),
}
_CLDR_NAMES = {"degree Celsius": "celsius", "degree Fahrenheit": "fahrenheit"}
"""The units with another name there, besides its American spelling."""
_CLDR_CATEGORIES = ("length", "area", "volume", "mass", "speed", "angle", "temperature", "power", "energy", "frequency",
                    "digital", "concentr", "consumption")  # fmt: skip


def unit_in_words(unit: str, *, is_one: bool) -> str:
    """Return a unit as it follows a figure; a noun, and in English any unit but these, is as the record has it."""
    if unit in _PLURALS:
        return ngettext(*_PLURALS[unit], 1 if is_one else 2)
    interface = active_interface()
    if interface.tag == SOURCE_LANGUAGE:
        return unit
    return _in_cldr(unit, interface.locale, 1 if is_one else 2) or unit


@cache
def _in_cldr(unit: str, locale: str, count: int) -> str | None:
    """Return a measure or a currency in a language; None if CLDR does not know it, or if it is no measure."""
    from babel.numbers import get_currency_name
    from babel.units import UnknownUnitError, format_unit

    if unit in CURRENCY_CODES:
        return get_currency_name(unit, count, locale)
    name = unit_names().get(unit.lower(), "")
    code = _CLDR_NAMES.get(name, name.replace("metre", "meter").replace("litre", "liter").replace(" ", "-"))
    for category in _CLDR_CATEGORIES if name in MEASURES else ():
        with suppress(UnknownUnitError):
            return format_unit(count, f"{category}-{code}", locale=locale).removeprefix(f"{count} ")
    return None
