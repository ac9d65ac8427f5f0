"""The units a quantity can have: percent, money by its ISO 4217 code, spans of time."""

import re

from dossier.detect.number_words import GAP

TIME = ("second", "minute", "hour", "day", "week", "month", "year")

# A bare dollar is the United States' one, as newspapers write it. Pounds may weigh and bolivars changed their code
# twice: neither word is a unit.
MARKS = {
    "us$": "USD", "$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "hk$": "HKD",
    "r$": "BRL", "₴": "UAH", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₩": "KRW",
    "₪": "ILS", "usd": "USD", "eur": "EUR", "gbp": "GBP", "jpy": "JPY", "chf": "CHF", "cny": "CNY", "cad": "CAD",
    "aud": "AUD",
}  # fmt: skip
_WORDS = {
    "%": "percent", "percent": "percent", "per cent": "percent", "percentage point": "percent",
    "us dollar": "USD", "u.s. dollar": "USD", "dollar": "USD", "euro": "EUR", "pounds sterling": "GBP", "yen": "JPY",
    "ruble": "RUB", "rouble": "RUB", **{name: name for name in TIME},
}  # fmt: skip

MARK = "(?:" + "|".join(re.escape(mark) for mark in sorted(MARKS, key=lambda mark: (-len(mark), mark))) + ")"
_CODE = "(?:usd|eur|gbp|jpy|chf|cny|cad|aud)"
_NAME = (
    r"(?:percentage points?|per ?cent|(?:u\.?s\.? )?dollars?|euros?|pounds sterling|yen|rou?bles?"
    rf"|(?:minute|hour|day|week|month|year)s?|{_CODE})"
)
# "Two second lieutenants" counts no seconds: a lone singular second is a unit only after one, digits or a hyphen.
UNIT = rf"(?: {{0,4}}%|{GAP}{_NAME}\b|{GAP}seconds\b|-second\b|(?:(?<=one)|(?<=[0-9])) second\b)"


def read_unit(written: str) -> str:
    """The unit of a text that UNIT or MARK matches, gap included."""
    name = " ".join(written.strip(" -").split())
    return MARKS.get(name) or _WORDS.get(name) or _WORDS[name.rstrip("s")]
