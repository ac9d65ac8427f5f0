"""Units of measure: their names, how texts and records write them, and which of them may mean the same."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

PERCENT = "percent"
PERCENTAGE_POINT = "percentage point"
TIME_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")

MEASURES: Mapping[str, tuple[str, ...]] = {
    "millimetre": ("millimetre", "millimeter", "mm"),
    "centimetre": ("centimetre", "centimeter", "cm"),
    "metre": ("metre", "meter", "m"),
    "kilometre": ("kilometre", "kilometer", "km", "kms"),
    "inch": ("inch", "inches", "in"),
    "foot": ("foot", "feet", "ft"),
    "yard": ("yard", "yd", "yds"),
    "mile": ("mile", "mi"),
    "per mille": ("per mille", "per mil", "‰"),
    "nautical mile": ("nautical mile", "nmi"),
    "square metre": ("square metre", "square meter", "sq m", "m²", "m2", "sqm"),
    "square kilometre": ("square kilometre", "square kilometer", "square km", "sq. km", "sq km", "km²", "km2"),
    "square foot": ("square foot", "square feet", "sq ft", "sq. ft", "ft²"),
    "square mile": ("square mile", "sq mi", "sq mile", "sq. mile", "sq. mi"),
    "cubic metre": ("cubic metre", "cubic meter", "cubic m", "cu m", "m³", "m3"),
    "cubic foot": ("cubic foot", "cubic feet"),
    "hectare": ("hectare", "ha"),
    "acre": ("acre",),
    "milligram": ("milligram", "mg"),
    "microgram": ("microgram", "mcg", "µg", "μg"),
    "milligram per decilitre": ("mg/dl",),
    "milligram per kilogram": ("mg/kg",),
    "millimole per litre": ("mmol/l",),
    "microgram per cubic metre": ("µg/m³", "μg/m³", "µg/m3", "μg/m3"),
    "gram": ("gram", "gramme", "g"),
    "kilogram": ("kilogram", "kilogramme", "kilo", "kg", "kgs"),
    "tonne": ("tonne", "metric ton", "t"),
    "ton": ("ton",),
    "stone": ("stone",),
    "ounce": ("ounce", "oz"),
    "pound": ("pound", "lb", "lbs"),
    "millilitre": ("millilitre", "milliliter", "ml"),
    "litre": ("litre", "liter", "l"),
    "gallon": ("gallon",),
    "barrel": ("barrel", "bbl"),
    "kilometre per hour": ("kilometre per hour", "kilometer per hour", "kilometres per hour", "kilometers per hour",
                           "kilometres an hour", "kilometers an hour", "km/h", "kmh", "kph"),
    "mile per hour": ("mile per hour", "miles per hour", "miles an hour", "mph"),
    "metre per second": ("metres per second", "meters per second", "m/s"),
    "knot": ("knot",),
    "degree": ("degree", "°", "º"),
    "degree Celsius": ("degree celsius", "degrees celsius", "degrees centigrade", "celsius", "°c", "degrees c", "c",
                       "ºc", "deg c", "℃"),
    "degree Fahrenheit": ("degree fahrenheit", "degrees fahrenheit", "fahrenheit", "°f", "degrees f", "ºf", "deg f",
                          "f"),
    "kilowatt": ("kilowatt", "kw"),
    "megawatt": ("megawatt", "mw"),
    "gigawatt": ("gigawatt", "gw"),
    "kilowatt hour": ("kilowatt hour", "kilowatt-hour", "kwh"),
    "megawatt hour": ("megawatt hour", "megawatt-hour", "mwh"),
    "gigawatt hour": ("gigawatt hour", "gigawatt-hour", "gwh"),
    "terawatt hour": ("terawatt hour", "terawatt-hour", "twh"),
    "mile per gallon": ("miles per gallon", "mpg"),
    "megabit per second": ("megabits per second", "mbps", "mbit/s"),
    "gigabit per second": ("gigabits per second", "gbps", "gbit/s"),
    "hertz": ("hertz", "hz"),
    "kilohertz": ("kilohertz", "khz"),
    "megahertz": ("megahertz", "mhz"),
    "gigahertz": ("gigahertz", "ghz"),
    "decibel": ("decibel", "db"),
    "kilocalorie": ("kilocalorie", "kcal"),
    "calorie": ("calorie",),
    "kilobyte": ("kilobyte", "kb"),
    "megabyte": ("megabyte", "mb"),
    "gigabyte": ("gigabyte", "gb"),
    "terabyte": ("terabyte", "tb"),
    "times": ("x",),
    "basis point": ("basis point", "bp", "bps"),
}  # fmt: skip
"""Each unit of measure with its spellings in lower case; an -s for the plural of a word goes without saying."""

CURRENCY_CODES = (
    "AED", "ARS", "AUD", "BDT", "BOB", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP",
    "HKD", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "JPY", "KES", "KRW", "LKR", "MAD", "MXN", "MYR", "NGN", "NOK",
    "NZD", "PEN", "PHP", "PKR", "PLN", "QAR", "RON", "RUB", "SAR", "SEK", "SGD", "SYP", "THB", "TRY", "TWD", "UAH",
    "USD", "UYU", "VEB", "VED", "VEF", "VES", "VND", "ZAR",
)  # fmt: skip
_NATIONAL_CURRENCIES = (
    ("mexican", "peso", "MXN"), ("argentine", "peso", "ARS"), ("argentinian", "peso", "ARS"),
    ("colombian", "peso", "COP"), ("chilean", "peso", "CLP"), ("philippine", "peso", "PHP"),
    ("uruguayan", "peso", "UYU"), ("indian", "rupee", "INR"), ("pakistani", "rupee", "PKR"),
    ("russian", "rouble", "RUB"), ("russian", "ruble", "RUB"), ("chinese", "yuan", "CNY"), ("japanese", "yen", "JPY"),
    ("swedish", "krona", "SEK"), ("swedish", "kronor", "SEK"), ("norwegian", "krone", "NOK"),
    ("norwegian", "kroner", "NOK"), ("danish", "krone", "DKK"), ("danish", "kroner", "DKK"),
    ("south african", "rand", "ZAR"), ("nigerian", "naira", "NGN"), ("turkish", "lira", "TRY"),
    ("israeli", "shekel", "ILS"), ("polish", "zloty", "PLN"), ("thai", "baht", "THB"),
)  # fmt: skip
CURRENCY_WORDS: Mapping[str, tuple[str, ...]] = {
    "dollar": ("USD",),
    "us dollar": ("USD",),
    "u.s. dollar": ("USD",),
    "american dollar": ("USD",),
    "canadian dollar": ("CAD",),
    "australian dollar": ("AUD",),
    "new zealand dollar": ("NZD",),
    "hong kong dollar": ("HKD",),
    "singapore dollar": ("SGD",),
    "euro": ("EUR",),
    "pound sterling": ("GBP",),
    "pounds sterling": ("GBP",),
    "british pound": ("GBP",),
    "pound": ("GBP", "pound"),
    "quid": ("GBP",),
    "yen": ("JPY",),
    "yuan": ("CNY",),
    "renminbi": ("CNY",),
    "rouble": ("RUB",),
    "ruble": ("RUB",),
    "rupee": ("INR", "PKR", "LKR"),
    "swiss franc": ("CHF",),
    "franc": ("CHF",),
    "krona": ("SEK",),
    "kronor": ("SEK",),
    "krone": ("NOK", "DKK"),
    "kroner": ("NOK", "DKK"),
    "zloty": ("PLN",),
    "hryvnia": ("UAH",),
    "lira": ("TRY",),
    "shekel": ("ILS",),
    "rand": ("ZAR",),
    "naira": ("NGN",),
    "baht": ("THB",),
    "ringgit": ("MYR",),
    "dirham": ("AED", "MAD"),
    "riyal": ("SAR", "QAR"),
    "peso": ("ARS", "CLP", "COP", "MXN", "PHP", "UYU"),
    "reais": ("BRL",),
    "bolivar": ("VEB", "VED", "VEF", "VES"),
    "bolívar": ("VEB", "VED", "VEF", "VES"),
    "bolivares": ("VEB", "VED", "VEF", "VES"),
    "venezuelan bolivar": ("VEB", "VED", "VEF", "VES"),
    "bolívares": ("VEB", "VED", "VEF", "VES"),
    "pence": ("pence",),
    "p": ("pence",),
    "penny": ("pence",),
    "pennies": ("pence",),
    "cent": ("cent",),
    "¢": ("cent",),
    "us cent": ("cent",),
    "u.s. cent": ("cent",),
    "american cent": ("cent",),
    "australian cent": ("cent",),
    "canadian cent": ("cent",),
    "euro cent": ("cent",),
    "kr": ("SEK", "NOK", "DKK"),
    **{f"{country} {word}": (code,) for country, word, code in _NATIONAL_CURRENCIES},
}
"""What each word for a currency may mean: codes of ISO 4217, or a name of ours. A bare dollar is a US dollar."""
CURRENCY_MARKS: Mapping[str, str] = {
    "us$": "USD", "$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "hk$": "HKD",
    "s$": "SGD", "r$": "BRL", "₴": "UAH", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY",
    "₩": "KRW", "₪": "ILS", "₦": "NGN", "rs": "rupee", "rs.": "rupee", "rmb": "CNY", "kr": "kr",
}  # fmt: skip
"""Signs before a sum."""
_TIME_SPELLINGS = {
    "h": "hour",
    "hr": "hour",
    "hrs": "hour",
    "min": "minute",
    "mins": "minute",
    "sec": "second",
    "secs": "second",
}
_PERCENT_WORDS = ("percent", "per cent", "pct", "%", "pc")
_POINT_WORDS = ("percentage point", "percent point", "per cent point", "%-point", "% point", "pp", "ppt", "ppts")


def _plural(word: str) -> tuple[str, ...]:
    is_word = len(word) > 3 and word[-1].isalpha() and not word.endswith("s")
    return (word, f"{word}s") if is_word else (word,)


@cache
def unit_names() -> Mapping[str, str]:
    """Return the name of the unit for each way to write it, in lower case; the name of a currency is its word."""
    names = dict.fromkeys(_PERCENT_WORDS, PERCENT)
    names |= {plural: PERCENTAGE_POINT for spelling in _POINT_WORDS for plural in _plural(spelling)}
    names |= {code.lower(): code for code in CURRENCY_CODES}
    for word, meanings in CURRENCY_WORDS.items():
        name = meanings[0] if len(meanings) == 1 else word
        names |= dict.fromkeys(_plural(word), name)
    for name, spellings in MEASURES.items():
        names |= {plural: name for spelling in spellings for plural in _plural(spelling) if plural not in names}
    names |= {plural: unit for unit in TIME_UNITS for plural in (unit, f"{unit}s")} | _TIME_SPELLINGS
    return names | {name.lower(): name for name in MEASURES}


def unit_meanings(unit: str) -> frozenset[str]:
    """Return the units that a record's `unit` may mean, read from its beginning: {"mile"} for `miles of road`.

    Empty for a noun such as `soldiers`; for `pounds`, both the weight and the currency.
    """
    for words in _beginnings(unit.lower()):
        name = unit_names().get(words)
        if name is not None:
            return frozenset(CURRENCY_WORDS.get(name, (name,)))
    return frozenset()


def _beginnings(unit: str) -> Iterator[str]:
    words = re.split(r"\s+", unit.strip())
    yield from (" ".join(words[:count]) for count in range(len(words), 0, -1))


def is_measured(unit: str | None) -> bool:
    """Return whether texts always write this unit next to the figure: percent, a unit of time or a currency's code."""
    return unit is not None and (
        unit in (PERCENT, PERCENTAGE_POINT, *TIME_UNITS) or (len(unit) == 3 and unit.isupper())
    )
