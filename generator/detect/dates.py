"""Calendar expressions in English text, and the days they mean."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import Literal, NamedTuple

from generator.model.edtf import MONTHS, WEEKDAYS, Edtf

Kind = Literal["date", "month", "year", "weekday", "relative"]
Rule = Callable[[date], tuple[date, date]]


class DateMention(NamedTuple):
    """A calendar expression: `start` and `end` count code points, end-exclusive.

    `year`, `month`, `day` are numbers and `weekday` an English name, as far as printed; else None. In a date such as
    `02/01/2019`, which may be read two ways, `month` and `day` are None; in `Feb. 22-23` the first day is given.
    """

    start: int
    end: int
    text: str
    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: str | None = None


def find_dates(text: str) -> list[DateMention]:
    """Every calendar expression, in order; where two overlap, the longer.

    Durations ("within 30 days"), times of day and words such as "recently" are none. In web and mail addresses only
    whole dates in figures count, as `2019-01-30`. "May", "March" and "Jan." alone need a word such as "in" before.
    """
    found: list[DateMention] = []
    for mention in sorted(_candidates(text), key=lambda mention: (mention.start, -mention.end)):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
        elif len(mention.text) > len(found[-1].text):
            found[-1] = mention
    return found


def weekday_in(phrase: str) -> str | None:
    """The first English weekday named in the phrase, as "Sunday"."""
    found = re.search(rf"\b(?:{'|'.join(WEEKDAYS)})\b", phrase, re.IGNORECASE)
    return found[0].capitalize() if found else None


def resolve(phrase: str, anchor: Edtf) -> Edtf | None:
    """The day or days that `phrase` means when reckoned from `anchor`; None when it cannot say.

    - A whole date, a month or year with its number: itself. `02/01/2019`: one of its two readings.
    - "Jan. 23": in the year that brings it nearest to the anchor, the earlier of two as near.
    - "Feb. 22-23": from the one to the other.
    - "May": the anchor's own month, else one of the last and the next. "last May": of this year's and last year's,
      those before the anchor; "next May" likewise after it.
    - "Sunday": the latest on or before the anchor. "last Sunday": of the latest before the anchor and the one in the
      ISO week before; "next Sunday" likewise after it; "this Sunday": the one of the anchor's ISO week (Monday first).
    - "yesterday", "the next day" and the like: that day. "that day": the anchor. "last night": the day before and the
      day.
    - "last week": the ISO week before, and the seven days before the anchor; "next week" likewise after it;
      "this week": the anchor's ISO week.
    - "this weekend", "the weekend": Friday to Sunday; on Monday the one just over, from Tuesday to Thursday both that
      and the one to come. "last weekend": of the ISO week before; "next weekend": the one or two to come.
    - "last", "this", "next" month or year: the calendar's.
    - "days after", with no number: one to seven days after; "days ago" likewise before; other units: None.
    - "two days later", "within 30 days", "in eight days", "72 hours": from the anchor to so much after;
      "two days ago", "the past two years": from so much before to the anchor. A far end reckoned in months or years is
      the whole month or year. A phrase with such a distance is reckoned by it alone.
    - A phrase with several expressions of different meaning, or none: None.

    Where the anchor is not one day, the phrase is reckoned from its first and from its last day: the answer is the set
    of days between that fit (`[2019-02-21,2019-02-28]`), or an interval, also of more than ten days that fit.
    """
    with suppress(ValueError, OverflowError):
        if distance := _AWAY.search(phrase) or _WITHIN.search(phrase):
            return _reckoned(distance, *_ends(anchor))
        meanings = {_meaning(mention, anchor) for mention in find_dates(phrase)}
        return meanings.pop() if len(meanings) == 1 else None
    return None


def _days(first: int, last: int) -> Rule:
    return lambda day: (day + timedelta(first), day + timedelta(last))


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())


def _week(shift: int) -> Rule:
    def rule(day: date) -> tuple[date, date]:
        first = _monday(day) + timedelta(7 * shift)
        last = first + timedelta(6)
        if shift < 0:
            return first, max(last, day - timedelta(1))
        return (min(first, day + timedelta(1)) if shift > 0 else first), last

    return rule


def _weekend(shift: int) -> Rule:
    """Friday to Sunday: newspapers call Friday the weekend too."""

    def rule(day: date) -> tuple[date, date]:
        friday = _monday(day) + timedelta(4)
        over, to_come = friday - timedelta(7), friday + timedelta(7)
        if shift < 0:
            first, last = over, over
        elif shift > 0:
            first, last = (to_come if day >= friday else friday), to_come
        else:
            first, last = (friday if day >= friday else over), (over if day.weekday() == 0 else friday)
        return first, last + timedelta(2)

    return rule


def _month_start(day: date, shift: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + shift, 12)
    return date(year, month + 1, 1)


def _month(shift: int) -> Rule:
    return lambda day: (_month_start(day, shift), _month_start(day, shift + 1) - timedelta(1))


def _year(shift: int) -> Rule:
    return lambda day: (date(day.year + shift, 1, 1), date(day.year + shift, 12, 31))


_SAME = _days(0, 0)
_PHRASES: Mapping[str, Rule] = {
    **dict.fromkeys(("today", "tonight", "that day", "that same day", "the same day", "that night"), _SAME),
    **dict.fromkeys(("this morning", "this afternoon", "this evening"), _SAME),
    **dict.fromkeys(("yesterday", "the day before", "the previous day"), _days(-1, -1)),
    **dict.fromkeys(("tomorrow", "the day after", "the next day", "the following day"), _days(1, 1)),
    "the day before yesterday": _days(-2, -2),
    "the day after tomorrow": _days(2, 2),
    "last night": _days(-1, 0),
    "last week": _week(-1),
    **dict.fromkeys(("this week", "that week", "the same week"), _week(0)),
    "next week": _week(1),
    "last weekend": _weekend(-1),
    **dict.fromkeys(("this weekend", "that weekend", "the weekend"), _weekend(0)),
    "next weekend": _weekend(1),
    "last month": _month(-1),
    **dict.fromkeys(("this month", "that month", "the same month"), _month(0)),
    "next month": _month(1),
    "last year": _year(-1),
    **dict.fromkeys(("this year", "that year", "the same year"), _year(0)),
    "next year": _year(1),
}


def _either_case(names: Sequence[str]) -> str:
    return "|".join(spelling for name in names for spelling in (name, name.upper()))


_GAP = r"(?:[^\S\n]{1,3}|[^\S\n]{0,3}\n[^\S\n]{0,20})"  # White space with at most one line break: no new paragraph.
_ABBREVIATIONS = (*(name[:3] for name in MONTHS if name != "May"), "Sept")
_UNMISTAKABLE = tuple(name for name in MONTHS if name not in ("March", "May"))
_CUES = "in|of|last|next|this|since|until|till|by|early|late|mid|during|through"
_MONTH = rf"(?P<month>{_either_case(MONTHS)}|(?:{_either_case(_ABBREVIATIONS)})\.?)"
_WEEKDAY = rf"(?P<weekday>{_either_case(WEEKDAYS)})"
_ON = rf"(?:(?P<weekday>{_either_case(WEEKDAYS)}|(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\.?),?{_GAP})?"
_TWO_DIGITS = r"3[01]|[12][0-9]|0?[1-9]"
_DAY = rf"(?P<day>{_TWO_DIGITS})(?:st|nd|rd|th)?(?:{_GAP}?[-–]{_GAP}?(?:{_TWO_DIGITS})(?:st|nd|rd|th)?)?"
_DAYS = re.compile(r"(?<![0-9-])([0-9]{1,2})[a-z]*\s*[-–]\s*([0-9]{1,2})(?![0-9-])")
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})"
_THEN_YEAR = rf"(?:(?:,{_GAP}?|{_GAP}){_YEAR})?"
_NEW = r"(?<![\w$€£#@/])(?<![0-9][.,:])"  # Not inside a figure, a sum or a path.
_DONE = r"(?![\w%]|[.,:/-][0-9])"

_AMOUNT = "".join(rf"(?<!\b{word} )" for word in ("than", "least", "most", "nearly", "almost", "over", "up to"))
_COUNTED = "soldiers|troops|people|men|women|officers|defectors|dollars|percent|miles|kilometers|kilometres|feet|meters"
_STREET = rf"(?:{_GAP}[A-Z][\w.]*){{1,3}}{_GAP}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Square)\b"
_CODE = r"(?<!\b[0-9]-)(?<!\b[0-9]{2}-)(?<!\b[0-9]{3}-)(?<![A-Z]-)"  # As in a telephone number.
_YEAR_ALONE = (
    rf"{_NEW}{_CODE}{_AMOUNT}(?P<year>(?:19|20)[0-9]{{2}})(?:(?<=0)s)?"
    rf"(?![\w%/]|[.,:][0-9]|-[0-9]{{3}}\b|-[0-9]{{1,2}}-|{_GAP}(?:{_COUNTED})\b)"
    rf"(?:(?<=\b[Ii]n [0-9]{{4}})|(?!{_STREET}))"
)

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "ninety": 90,
}  # fmt: skip
_COUNT = rf"\b(?P<count>[0-9]{{1,4}}|{'|'.join(_NUMBERS)})(?:{_GAP}|-)(?P<unit>hour|day|week|month|year)s?"
_UNCOUNTED = r"\b(?:a few |several |some )?(?P<units>day|week|month|year)s"
_AWAY = re.compile(
    rf"(?:\b(?:just|only|barely){_GAP})?(?:{_COUNT}|{_UNCOUNTED}){_GAP}(?P<way>after|later|before|earlier|ago)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    rf"(?:\b(?P<way>within|in|next|last|past|previous|over|for|during){_GAP}|(?!an?\b|one\b)){_COUNT}\b", re.IGNORECASE
)
_BACK = ("before", "earlier", "ago", "last", "past", "previous")
_UNDIRECTED = ("over", "for", "during")

_PHRASE = "|".join(phrase.replace(" ", _GAP) for phrase in sorted(_PHRASES, key=len, reverse=True))
_IN_WORDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("date", re.compile(rf"\b{_ON}{_MONTH}{_GAP}{_DAY}{_THEN_YEAR}{_DONE}")),
    ("date", re.compile(rf"{_NEW}(?<![0-9]-){_ON}{_DAY}(?:{_GAP}of)?{_GAP}{_MONTH}{_THEN_YEAR}{_DONE}")),
    ("month", re.compile(rf"\b{_MONTH}(?:,?{_GAP}|{_GAP}of{_GAP}){_YEAR}{_DONE}")),
    ("month", re.compile(rf"\b(?P<month>{_either_case(_UNMISTAKABLE)})\b")),
    ("month", re.compile(rf"\b(?i:{_CUES})(?:{_GAP}|-)(?P<it>(?P<month>{_either_case(('March', 'May'))}))\b")),
    ("month", re.compile(rf"\b(?i:{_CUES})(?:{_GAP}|-)(?P<it>(?P<month>{_either_case(_ABBREVIATIONS)})\.)")),
    ("year", re.compile(_YEAR_ALONE)),
    ("weekday", re.compile(rf"\b{_WEEKDAY}\b")),
    ("relative", re.compile(rf"\b(?ai:last|this|next|past|coming){_GAP}(?:{_WEEKDAY}|{_MONTH})(?!\w|{_GAP}[0-9])")),
    ("relative", re.compile(rf"(?<!\bthe )\b(?:{_PHRASE})\b", re.IGNORECASE)),
    ("relative", _AWAY),
)
_IN_FIGURES = (
    re.compile(
        rf"(?<!\w)(?<![0-9]-){_YEAR}(?P<mark>[-/])(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12][0-9]|3[01])"
        r"(?![0-9]|-[0-9])"
    ),
    re.compile(rf"(?<![\w/])(?P<one>{_TWO_DIGITS})/(?P<two>{_TWO_DIGITS})/{_YEAR}(?![\w/])"),
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]{1,200}")


def _candidates(text: str) -> Iterator[DateMention]:
    for pattern in _IN_FIGURES:
        yield from (_mention("date", found) for found in pattern.finditer(text))
    plain = _ADDRESS.sub(lambda found: "\0" * len(found[0]), text)
    for kind, pattern in _IN_WORDS:
        yield from (_mention(kind, found) for found in pattern.finditer(plain))


def _mention(kind: Kind, found: re.Match[str]) -> DateMention:
    printed = found.groupdict()
    start, end = found.span("it" if "it" in printed else 0)
    month, day = printed.get("month"), printed.get("day")
    if "one" in printed:
        month, day = _month_and_day(found["one"], found["two"])
    return DateMention(
        start,
        end,
        found.string[start:end],
        kind,
        year=int(printed["year"]) if printed.get("year") else None,
        month=_month_number(month) if month else None,
        day=int(day) if day else None,
        weekday=_weekday_name(printed.get("weekday")),
    )


def _month_and_day(one: str, two: str) -> tuple[str | None, str | None]:
    """Tell month from day in `1/27/2019` and `27/1/2019`; None where either may be either."""
    if one == two or (int(one) <= 12 < int(two)):
        return one, two
    return (two, one) if int(two) <= 12 < int(one) else (None, None)


def _month_number(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    return next(number for number, name in enumerate(MONTHS, 1) if name[:3] == printed[:3].capitalize())


def _weekday_name(printed: str | None) -> str | None:
    return next((name for name in WEEKDAYS if printed and name[:3] == printed[:3].capitalize()), None)


def _ends(anchor: Edtf) -> tuple[date, date]:
    if anchor.earliest is None or anchor.latest is None:
        raise ValueError("nothing can be reckoned from an open or unknown date")
    return anchor.earliest, anchor.latest


def _meaning(mention: DateMention, anchor: Edtf) -> Edtf | None:
    """What one expression means; ValueError where it means no day at all."""
    if mention.kind == "relative":
        return _relative(mention, anchor)
    if mention.kind == "year" and mention.year:
        return Edtf.parse(f"{mention.year // 10}X" if mention.text.endswith("s") else f"{mention.year}")
    if days := _DAYS.search(mention.text):
        first, last = (_meaning(mention._replace(text="", day=int(day)), anchor) for day in days.groups())
        return Edtf.parse(f"{first}/{last}")
    if mention.year and mention.kind == "date":
        return _whole(mention)
    if mention.year:
        return Edtf.parse(f"{mention.year:04}-{mention.month:02}")
    if mention.month and mention.day:
        return _nearest(mention.month, mention.day, *_ends(anchor))
    return _recurring(mention, "", *_ends(anchor))


def _whole(mention: DateMention) -> Edtf:
    if mention.month and mention.day:
        return Edtf.parse(f"{mention.year:04}-{mention.month:02}-{mention.day:02}")
    one, two, year = mention.text.split("/")
    return _choice([f"{year}-{one:0>2}-{two:0>2}", f"{year}-{two:0>2}-{one:0>2}"])


def _choice(texts: Sequence[str]) -> Edtf:
    """One of several dates: the only one, a set, or an interval where they are many."""
    ordered = sorted(set(texts))
    if len(ordered) == 1:
        return Edtf.parse(ordered[0])
    return Edtf.parse(f"[{','.join(ordered)}]" if len(ordered) <= 10 else f"{ordered[0]}/{ordered[-1]}")


def _span(first: date, last: date) -> Edtf:
    """Days from first to last, as whole years or months where they are."""
    digits = 10
    if first.day == 1 and (last + timedelta(1)).day == 1:
        digits = 4 if (first.month, last.month) == (1, 12) else 7
    ends = first.isoformat()[:digits], last.isoformat()[:digits]
    return Edtf.parse(ends[0] if ends[0] == ends[1] else "/".join(ends))


def _nearest(month: int, day: int, earliest: date, latest: date) -> Edtf:
    """The day nearest to the anchor; eight years to either side hold a 29 February."""
    days = []
    for year in range(earliest.year - 8, latest.year + 9):
        with suppress(ValueError):
            days.append(date(year, month, day))
    away = [max(earliest - one, one - latest, timedelta(0)) for one in days]
    least = min(away)
    nearest = [str(one) for one, distance in zip(days, away, strict=True) if distance == least]
    return _choice(nearest if least == timedelta(0) else nearest[:1])


def _relative(mention: DateMention, anchor: Edtf) -> Edtf | None:
    words = mention.text.lower().split()
    rule = _PHRASES.get(" ".join(words))
    if rule is _SAME:
        return anchor
    earliest, latest = _ends(anchor)
    if rule is not None:
        return _span(rule(earliest)[0], rule(latest)[1])
    return _recurring(mention, {"past": "last", "coming": "next"}.get(words[0], words[0]), earliest, latest)


def _recurring(mention: DateMention, which: str, earliest: date, latest: date) -> Edtf | None:
    """A weekday or a month with no year: every one that may be meant."""
    if mention.weekday:
        return _choice([f"{day}" for day in _weekdays(WEEKDAYS.index(mention.weekday), which, earliest, latest)])
    if mention.month:
        return _choice([f"{year:04}-{mention.month:02}" for year in _years(mention.month, which, earliest, latest)])
    return None


def _weekdays(weekday: int, which: str, earliest: date, latest: date) -> list[date]:
    after, before = (weekday - earliest.weekday() - 1) % 7 + 1, (earliest.weekday() - weekday) % 7
    in_week = timedelta(weekday)
    first, last = {
        "": (earliest - timedelta(before), latest),
        "last": (_monday(earliest) - timedelta(7) + in_week, latest - timedelta(1)),
        "this": (_monday(earliest) + in_week, _monday(latest) + in_week),
        "next": (earliest + timedelta(after), _monday(latest) + timedelta(7) + in_week),
    }[which]
    return [first + timedelta(days) for days in range(0, (last - first).days + 1, 7)]


def _years(month: int, which: str, earliest: date, latest: date) -> range:
    """The years whose `month` may be meant."""
    first, last = {
        "": (earliest.year - (earliest.month < month), latest.year + (latest.month > month)),
        "last": (earliest.year - 1, latest.year - (latest.month <= month)),
        "this": (earliest.year, latest.year),
        "next": (earliest.year + (earliest.month >= month), latest.year + 1),
    }[which]
    return range(first, last + 1)


def _reckoned(distance: re.Match[str], earliest: date, latest: date) -> Edtf | None:
    """The days from the anchor to a distance before or after it."""
    found = {name: (text or "").lower() for name, text in distance.groupdict().items()}
    back = found["way"] in _BACK
    if found["way"] in _UNDIRECTED:
        return None
    if not found["count"]:
        if found["units"] != "day":
            return None
        few = _days(-7, -1) if back else _days(1, 7)
        return _span(few(earliest)[0], few(latest)[1])
    count = _NUMBERS.get(found["count"]) or int(found["count"])
    if back:
        return Edtf.parse(f"{_moved(earliest, -count, found['unit'])}/{latest}")
    return Edtf.parse(f"{earliest}/{_moved(latest, count, found['unit'])}")


def _moved(day: date, count: int, unit: str) -> str:
    """So many units on, in EDTF: a day, counting a day begun as whole, or the whole month or year."""
    if unit == "year":
        return f"{day.year + count:04}"
    if unit == "month":
        return _month_start(day, count).isoformat()[:7]
    days, rest = divmod(abs(count) * {"hour": 1, "day": 24, "week": 168}[unit], 24)
    days += rest > 0
    return str(day + timedelta(days if count > 0 else -days))
