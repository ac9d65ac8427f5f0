"""Units as readers see them: percent and times by our catalogue, other measures and currencies by Unicode's CLDR."""

import re
from contextlib import suppress
from functools import cache

from dossier.model.units import CURRENCY_CODES, MEASURES, PERCENT, PERCENTAGE_POINT, unit_names
from dossier.text.interface import SOURCE_LANGUAGE, active_interface, active_language, ngettext, ngettext_noop
from dossier.text.noun_forms import IRREGULAR_PLURALS, singular_of

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
_HEAD = re.compile(r"\b[a-z]+(?=(?: (?:an?|Celsius|Fahrenheit|in|of|per)\b.*)?$)", re.IGNORECASE)
"""The noun that says what is counted: `mile` in `square mile`, `mile per hour`."""
_IRREGULAR_SINGULARS = {plural: singular for singular, plural in IRREGULAR_PLURALS.items()} | {"persons": "person"}
_ONE_FORM = frozenset(
    {
        "barracks",
        "corps",
        "gas",
        "headquarters",
        "kcal",
        "means",
        "mille",
        "news",
        "series",
        "species",
        "stone",
        "times",
    }
)
"""Words that are the same in both numbers, or singular although they end in an -s."""
_ONE_FORM_ENDINGS = ("celsius", "fahrenheit", "hertz", "is", "ss", "us")
_SINGULAR_ENDINGS = (
    (re.compile(r"(?<=..)ies$"), "y"),
    (re.compile(r"(?<=ch|sh|ss)es$|(?<=[ox])es$"), ""),
    (re.compile(r"(?<=[cehrsw])men$"), "man"),
    (re.compile(r"s$"), ""),
)


def unit_after(figure: str, unit: str) -> str:
    """Return a unit as it follows a figure in digits: a noun in the number of the figure, as far as that is certain."""
    is_one, language = figure == "1", active_language().partition("-")[0]
    words = unit_in_words(unit, is_one=is_one)
    if unit in _PLURALS or words != unit:
        return words
    if language != SOURCE_LANGUAGE:
        return singular_of(words, language) if is_one else words
    if re.match(r"(?:in|of) ", unit):
        return words
    is_measure = unit_names().get(unit.lower(), "") in MEASURES
    return _HEAD.sub(lambda head: _singular(head[0]) if is_one else _plural(head[0], is_measure), words, count=1)


def _singular(noun: str) -> str:
    """Return the singular of an English noun in lower case; a noun that is no plural, or a name, as it is."""
    if noun in _IRREGULAR_SINGULARS:
        return _IRREGULAR_SINGULARS[noun]
    if noun in _ONE_FORM or noun.endswith(_ONE_FORM_ENDINGS) or not noun.islower() or len(noun) < 4:
        return noun
    return next((ending.sub(new, noun) for ending, new in _SINGULAR_ENDINGS if ending.search(noun)), noun)


def _plural(noun: str, is_measure: bool) -> str:
    """Return the plural of a few nouns, and of measures that are written as a word."""
    if noun in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[noun]
    is_word = noun == "ton" or (len(noun) > 3 and noun[-1] != "s" and noun not in _IRREGULAR_SINGULARS)
    is_regular = is_measure and is_word and noun not in _ONE_FORM and not noun.lower().endswith(_ONE_FORM_ENDINGS)
    return f"{noun}s" if is_regular else noun


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
