"""The patterns of calendar expressions; what they find is for `dates.find_dates` to read."""

import re
from collections.abc import Iterator, Sequence

from dossier.detect.date_mentions import DateKind
from dossier.detect.en.date_phrases import COUNT_WORDS, EASTER, HOLIDAYS, RELATIVE_DATES
from dossier.detect.word_sets import has_ascii_digit, may_have_phrase, possible_words
from dossier.edtf.parse import MONTHS, WEEKDAYS

DIGIT = re.compile("[0-9]")


def _either_case(names: Sequence[str]) -> str:
    """Return alternatives for names as written or in capitals."""
    return "|".join(spelling for name in names for spelling in (name, name.upper()))


GAP = r"(?:[^\S\n]{1,3}|[^\S\n]{0,3}\n[^\S\n]{0,20})"  # White space with at most one line break: no new paragraph.
_ABBREVIATIONS = (*(name[:3] for name in MONTHS if name != "May"), "Sept")
_UNMISTAKABLE = tuple(name for name in MONTHS if name not in ("March", "May"))
_CUE = rf"\b(?i:in|of|last|next|this|since|until|till|by|early|late|mid|during|through)(?:{GAP}|-)"
"""Needed before "May", "March" or "Jan." alone, which may be other words."""
_MONTH = rf"(?P<month>{_either_case(MONTHS)}|(?:{_either_case(_ABBREVIATIONS)})\.?)"
ANY_MONTH = rf"(?:{_either_case(MONTHS)})\b"
_MONTH_NAMES = rf"(?:{_either_case(MONTHS)}|(?:{_either_case(_ABBREVIATIONS)})\.?)"
_BETWEEN_MONTH_WORDS = rf"(?:{GAP}?[-–—]{GAP}?|/|{GAP}(?:to|through|until|and|or){GAP})"
_YEAR_NUMBER = "(?:1[0-9]{3}|20[0-9]{2})"
_WEEKDAY = rf"(?P<weekday>{_either_case(WEEKDAYS)})"
_ON = rf"(?:(?P<weekday>{_either_case(WEEKDAYS)}|(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\.?),?{GAP})?"
_TWO_DIGITS = r"3[01]|[12][0-9]|0?[1-9]"
_ONE_DAY = rf"(?:{_TWO_DIGITS})(?![0-9])(?:st|nd|rd|th)?"
_DASH = rf"{GAP}?[-–]{GAP}?"
# "March 3 and 4", but "March 3 and 4 soldiers"
_NOT_COUNTED = (
    rf"(?!{GAP}(?!(?:was|is|as|has|this|its|across|perhaps|thus|always|says|vs|hours)\b)"
    r"(?:[a-z]+(?:s|men)|people|children|per ?cent|dozen|hundred|thousand|(?:m|b|tr)illion)\b|\s?%)"
)
_LAST_DAY = (
    rf"(?:(?:{_DASH}|/){_ONE_DAY}|(?:{GAP}(?:to|until|till|through)|,?{GAP}(?:and|or|&)){GAP}"
    rf"(?:(?:{_either_case(WEEKDAYS)}),?{GAP})?(?:the{GAP})?{_ONE_DAY}{_NOT_COUNTED})"
)
_DAYS = rf"(?P<day>{_TWO_DIGITS})(?![0-9])(?:st|nd|rd|th)?(?P<days>(?:,{GAP}{_ONE_DAY}){{0,9}}{_LAST_DAY})?"
"""A day, or several: "22-23", "3 and 4", "3, 4 or 5", "3 to 5"."""
LINK = re.compile(rf"{GAP}(?P<word>to|until|till|through|and|or|&){GAP}|(?P<slash>/)|(?P<dash>[-–])")
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})"
_THEN_YEAR = rf"(?:(?:,{GAP}?|{GAP}){_YEAR})?"
_START = r"(?<![\w$€£#@/])(?<![0-9][.,:])"  # Not inside a figure, a sum or a path.
_END = r"(?![\w%]|[.,:/-][0-9])"

_AMOUNT = r"(?:(?<!\bthan )|(?<=\blater than )|(?<=\bearlier than ))" + "".join(
    rf"(?<!\b{word} )" for word in ("least", "most", "nearly", "almost", "over", "up to")
)
_COUNTED = "soldiers|troops|people|men|women|officers|defectors|dollars|percent|miles|kilometers|kilometres|feet|meters"
_STREET = rf"(?:{GAP}[A-Z][\w.]*){{1,3}}{GAP}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Square)\b"
_CODE = r"(?<!\b[0-9]-)(?<!\b[0-9]{2}-)(?<!\b[0-9]{3}-)(?<![A-Z]-)"  # As in a telephone number.
_YEAR_ALONE = (
    rf"{_START}{_CODE}{_AMOUNT}(?P<year>(?:19|20)[0-9]{{2}})(?:(?<=0)s)?"
    rf"(?![\w%/]|[.,:][0-9]|-[0-9]{{3}}\b|-[0-9]{{1,2}}-|{GAP}(?:{_COUNTED})\b)"
    rf"(?:(?<=\b[Ii]n [0-9]{{4}})|(?!{_STREET}))"
)

_UNIT = "(?P<unit>(?a:hour|day|week|fortnight|month|year))"
_COUNT = rf"\b(?P<count>[0-9]{{1,4}}|{'|'.join(COUNT_WORDS)})(?:{GAP}|-){_UNIT}s?"
_UNCOUNTED = r"\b(?:a few |several |some )?(?P<units>day|week|month|year)s"
DISTANCE = re.compile(
    rf"(?<!\w)(?:(?:just|only|barely){GAP})?(?:{_COUNT}|{_UNCOUNTED}){GAP}"
    r"(?P<way>after|later|before|earlier|ago|prior)\b",
    re.IGNORECASE,
)
"""A length of time before or after a day: "two days later", "just days after"."""
DURATION = re.compile(
    rf"(?:\b(?P<way>within|in|next|last|past|previous|over|for|during){GAP}|(?!an?\b|one\b)){_COUNT}\b", re.IGNORECASE
)
"""A length of time up to or from a day: "within 30 days", "the past two years"."""
BACKWARD = ("before", "earlier", "ago", "prior", "last", "past", "previous")
UNDIRECTED = ("over", "for", "during")

_HOLIDAY_NAMES = [
    name.replace("'", "['’]").replace("St ", "(?:St\\.?|Saint) ").replace(" ", GAP) for name in (*HOLIDAYS, *EASTER)
]
FISCAL_BEFORE = re.compile(
    rf"(?:\b(?:fiscal|financial|tax)(?:{GAP}|-)(?:(?:quarter|half|year)(?:{GAP}of)?{GAP})?|\bFY{GAP})$",
    re.IGNORECASE,
)
FISCAL_AFTER = re.compile(rf"{GAP}(?:fiscal|financial|tax)(?:{GAP}|-)year", re.IGNORECASE)
PART_BEFORE = re.compile(
    rf"\b(?:(?P<early>early|(?:beginning|start){GAP}of)|(?P<mid>mid|middle{GAP}of)|(?P<late>late|end{GAP}of))"
    rf"(?:{GAP}(?:the{GAP})?|-)$",
    re.IGNORECASE,
)

_PHRASES = "|".join(phrase.replace(" ", GAP) for phrase in sorted(RELATIVE_DATES, key=len, reverse=True))
# The first letters of phrases are tried before the phrases, of which there are many.
_PHRASE = f"(?=[{''.join({phrase[0] for phrase in RELATIVE_DATES})}])(?:{_PHRASES})"
_MONTH_WORDS = frozenset(map(str.lower, (*MONTHS, *_ABBREVIATIONS)))
_WEEKDAY_WORDS = frozenset(map(str.lower, WEEKDAYS))
_SEASONS = frozenset(("spring", "summer", "autumn", "winter", "fall"))
_LAST_OF_HOLIDAYS = frozenset(name.split()[-1].lower() for name in (*HOLIDAYS, *EASTER))
_LAST_OF_PHRASES = frozenset(phrase.split()[-1] for phrase in RELATIVE_DATES)
_WAYS = frozenset(("after", "later", "before", "earlier", "ago", "prior"))
_UNITS = frozenset(
    form for unit in ("hour", "day", "week", "fortnight", "month", "year") for form in (unit, f"{unit}s")
)
_Patterns = tuple[tuple[DateKind, frozenset[str], re.Pattern[str]], ...]
"""Patterns with the kind of what they find, and words of which a text must have one for a match."""
_WITH_DIGITS: _Patterns = (
    (
        "date",
        _MONTH_WORDS,
        re.compile(rf"\b(?=[A-Z]){_ON}{_MONTH}{GAP}{_DAYS}(?(days)(?!{GAP}{ANY_MONTH})){_THEN_YEAR}{_END}"),
    ),
    ("date", _MONTH_WORDS, re.compile(rf"{_START}(?<![0-9]-){_ON}{_DAYS}(?:{GAP}of)?{GAP}{_MONTH}{_THEN_YEAR}{_END}")),
)
_WITH_YEAR: _Patterns = (
    ("month", _MONTH_WORDS, re.compile(rf"\b(?=[A-Z]){_MONTH}(?:,?{GAP}|{GAP}of{GAP}){_YEAR}{_END}")),
    (
        "month",
        _MONTH_WORDS,
        re.compile(
            rf"\b(?=[A-Z])(?P<mention>{_MONTH})(?={_BETWEEN_MONTH_WORDS}(?:{_MONTH_NAMES}){GAP}{_YEAR_NUMBER}{_END})"
        ),
    ),
    (
        "season",
        _SEASONS,
        re.compile(
            rf"\b(?P<season>(?i:spring|summer|autumn|winter|(?<=\bin )fall|(?<=\bin the )fall))"
            rf"(?:{GAP}|{GAP}of{GAP}){_YEAR}(?:[-–/][0-9]{{2}})?{_END}"
        ),
    ),
)
_YEARS: tuple[re.Pattern[str], ...] = (
    re.compile(_YEAR_ALONE),
    re.compile(rf"{_START}{_CODE}(?P<year>(?:19|20)[0-9]{{2}})[-–/](?P<end>[0-9]{{2}})(?![\w%/]|[-–.,:][0-9])"),
)
_IN_WORDS: _Patterns = (
    ("season", frozenset("qh"), re.compile(rf"\b(?P<quarter>Q[1-4]|H[12])(?:,?{GAP}|{GAP}of{GAP}){_YEAR}{_END}")),
    (
        "season",
        frozenset(("quarter", "half")),
        re.compile(
            rf"\b(?P<ordinal>(?i:first|second|third|fourth))(?:{GAP}|-)(?P<division>quarter|half)"
            rf"(?:,?{GAP}|{GAP}of{GAP}){_YEAR}{_END}"
        ),
    ),
    (
        "date",
        _LAST_OF_HOLIDAYS,
        re.compile(rf"\b(?P<holiday>{'|'.join(_HOLIDAY_NAMES)})(?:,?{GAP}{_YEAR}{_END})?(?!\w)"),
    ),
    ("month", _MONTH_WORDS, re.compile(rf"\b(?P<month>{_either_case(_UNMISTAKABLE)})\b")),
    ("month", _MONTH_WORDS, re.compile(rf"{_CUE}(?P<mention>(?P<month>{_either_case(('March', 'May'))}))\b")),
    ("month", _MONTH_WORDS, re.compile(rf"{_CUE}(?P<mention>(?P<month>{_either_case(_ABBREVIATIONS)})\.)")),
    ("weekday", _WEEKDAY_WORDS, re.compile(rf"\b{_WEEKDAY}\b")),
    (
        "relative",
        _MONTH_WORDS | _WEEKDAY_WORDS,
        re.compile(rf"\b(?ai:last|this|next|past|coming){GAP}(?:{_WEEKDAY}|{_MONTH})(?!\w|{GAP}[0-9])"),
    ),
    ("relative", _WEEKDAY_WORDS, re.compile(rf"\b(?ai:following|previous|preceding){GAP}{_WEEKDAY}\b")),
    ("relative", _WEEKDAY_WORDS, re.compile(rf"\b(?ai:the){GAP}{_WEEKDAY}{GAP}(?:after|before|following|preceding)\b")),
)
_NEEDED = frozenset().union(
    _LAST_OF_PHRASES, _WAYS, _UNITS, *(needed for _, needed, _ in (*_WITH_DIGITS, *_WITH_YEAR, *_IN_WORDS))
)
_PHRASES_ALONE = re.compile(rf"\b(?<!\bthe )(?:{_PHRASE})\b", re.IGNORECASE)
_IN_FIGURES = (
    re.compile(
        rf"(?<!\w)(?<![0-9]-){_YEAR}(?P<mark>[-/])(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12][0-9]|3[01])"
        r"(?![0-9]|-[0-9])"
    ),
    re.compile(rf"(?<![\w/])(?P<first>{_TWO_DIGITS})/(?P<second>{_TWO_DIGITS})/{_YEAR}(?![\w/])"),
)
_JOINED_FIGURES = re.compile("[0-9][-/][0-9]")
_YEAR_DIGITS = re.compile("[12][0-9]{3}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,200}")


def iter_matches(text: str) -> Iterator[tuple[DateKind, re.Match[str]]]:
    """Yield every match of every pattern with the kind of what it finds, overlapping ones included."""
    has_digits = has_ascii_digit(text)
    if has_digits and _JOINED_FIGURES.search(text):
        yield from (("date", match) for pattern in _IN_FIGURES for match in pattern.finditer(text))
    plain = blank_addresses(text)
    words = possible_words(plain, _NEEDED)
    has_year = has_digits and _YEAR_DIGITS.search(plain) is not None
    for patterns in (_WITH_DIGITS if has_digits else (), _WITH_YEAR if has_year else ()) if words else ():
        for kind, needed, pattern in patterns:
            if not needed.isdisjoint(words):
                yield from ((kind, match) for match in pattern.finditer(plain))
    if has_year:
        yield from (("year", match) for pattern in _YEARS for match in pattern.finditer(plain))
    for kind, needed, pattern in _IN_WORDS if words else ():
        if not needed.isdisjoint(words):
            yield from ((kind, match) for match in pattern.finditer(plain))
    if not _LAST_OF_PHRASES.isdisjoint(words) and may_have_phrase(plain, RELATIVE_DATES):
        yield from (("relative", match) for match in _PHRASES_ALONE.finditer(plain))
    if not (_WAYS.isdisjoint(words) or _UNITS.isdisjoint(words)):
        yield from (("relative", match) for match in DISTANCE.finditer(plain))


def blank_addresses(text: str) -> str:
    """Return a text with NUL for each character of its web and mail addresses."""
    if "@" not in text and "www." not in text and "://" not in text:
        return text
    return _ADDRESS.sub(lambda match: "\0" * len(match[0]), text)
