"""The days that a calendar expression means, reckoned from the date of the text it stands in."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta

from dossier.detect.dates import (
    AWAY,
    BACK,
    DAYS,
    NUMBERS,
    RELATIVE_DATES,
    SAME_DAY,
    UNDIRECTED,
    WITHIN,
    DateMention,
    day_offset_range,
    find_dates,
    monday,
    month_start,
)
from dossier.edtf.parse import WEEKDAYS, Edtf


def resolve_relative_date(phrase: str, anchor: Edtf) -> Edtf | None:
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
        if distance := AWAY.search(phrase) or WITHIN.search(phrase):
            return _from_distance(distance, *_ends(anchor))
        meanings = {_meaning(mention, anchor) for mention in find_dates(phrase)}
        return meanings.pop() if len(meanings) == 1 else None
    return None


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
    if days := DAYS.search(mention.text):
        first, last = (_meaning(mention._replace(text="", day=int(day)), anchor) for day in days.groups())
        return Edtf.parse(f"{first}/{last}")
    if mention.year and mention.kind == "date":
        return _whole(mention)
    if mention.year:
        return Edtf.parse(f"{mention.year:04}-{mention.month:02}")
    if mention.month and mention.day:
        return _nearest_year(mention.month, mention.day, *_ends(anchor))
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


def _nearest_year(month: int, day: int, earliest: date, latest: date) -> Edtf:
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
    rule = RELATIVE_DATES.get(" ".join(words))
    if rule is SAME_DAY:
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
        "last": (monday(earliest) - timedelta(7) + in_week, latest - timedelta(1)),
        "this": (monday(earliest) + in_week, monday(latest) + in_week),
        "next": (earliest + timedelta(after), monday(latest) + timedelta(7) + in_week),
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


def _from_distance(distance: re.Match[str], earliest: date, latest: date) -> Edtf | None:
    """The days from the anchor to a distance before or after it."""
    found = {name: (text or "").lower() for name, text in distance.groupdict().items()}
    back = found["way"] in BACK
    if found["way"] in UNDIRECTED:
        return None
    if not found["count"]:
        if found["units"] != "day":
            return None
        few = day_offset_range(-7, -1) if back else day_offset_range(1, 7)
        return _span(few(earliest)[0], few(latest)[1])
    count = NUMBERS.get(found["count"]) or int(found["count"])
    if back:
        return Edtf.parse(f"{_shift(earliest, -count, found['unit'])}/{latest}")
    return Edtf.parse(f"{earliest}/{_shift(latest, count, found['unit'])}")


def _shift(day: date, count: int, unit: str) -> str:
    """So many units on, in EDTF: a day, counting a day begun as whole, or the whole month or year."""
    if unit == "year":
        return f"{day.year + count:04}"
    if unit == "month":
        return month_start(day, count).isoformat()[:7]
    days, rest = divmod(abs(count) * {"hour": 1, "day": 24, "week": 168}[unit], 24)
    days += rest > 0
    return str(day + timedelta(days if count > 0 else -days))
