"""Countries by their English names, and the states of the United States."""

import re
from functools import lru_cache

from babel import Locale

_OTHER_NAMES = {
    "US": "U.S. US USA U.S.A. America",
    "GB": "U.K. UK Britain England Scotland Wales",
    "CZ": "Czech_Republic",
    "TR": "Turkey",
    "CI": "Ivory_Coast",
    "MM": "Burma",
}
"""What news texts call countries beside their names in the CLDR; `_` is a space."""
_STATES_TEXT = """
    Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa
    Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska
    Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming
"""
STATES = frozenset(_STATES_TEXT.split())
"""Those of the United States whose names have one word."""

_COUNTRY = re.compile("(?!AA|E[UZ]|UN|Q[M-Z]|X(?!K)|ZZ)[A-Z]{2}")
"""The codes of countries among those that CLDR lists; not those of the United Nations and the European Union."""


def country_of(name: str) -> str | None:
    """Return the code (ISO 3166-1 alpha-2) of the country with this English name."""
    return _countries().get(name)


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    names = {name: code for code, name in Locale("en").territories.items() if _COUNTRY.fullmatch(code)}
    others = {name.replace("_", " "): code for code, text in _OTHER_NAMES.items() for name in text.split()}
    return names | others
