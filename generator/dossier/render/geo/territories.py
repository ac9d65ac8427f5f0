"""Countries by their codes, as Unicode's CLDR names them."""

from collections.abc import Callable

from babel import Locale, UnknownLocaleError
from babel.core import get_global

ENGLISH = "en"


def territory_names(language: str) -> Callable[[str], str]:
    """What names a country (ISO 3166-1 alpha-2) in a language (BCP 47); in English where CLDR does not know that.

    A code that CLDR does not know stays as it is.
    """
    try:
        names = Locale.parse(language, sep="-").territories
    except (UnknownLocaleError, ValueError):
        names = Locale.parse(ENGLISH).territories
    return lambda code: names.get(code, code)


def alpha_2(numeric: str) -> str | None:
    """The two letters of a country's three digits (UN M.49)."""
    known: list[str] = get_global("territory_aliases").get(numeric, [])
    return known[0] if known else None
