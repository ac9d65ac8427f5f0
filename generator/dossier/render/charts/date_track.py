"""How exactly a date is known: the shape that a track gives it, and words for what its own words leave open."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import ceil
from typing import Literal, NamedTuple

from dossier.edtf.format import format_edtf
from dossier.edtf.parse import Edtf
from dossier.render.markdown import Markdown, escape_block

DateShape = Literal["day", "span", "days", "about", "from", "until", "unknown"]

WITHIN = "throughout, or some time within"
"""EDTF does not tell how long something took from within when it was."""
MEANINGS: dict[DateShape, str] = {
    "day": "a day",
    "span": f"a span: {WITHIN}",
    "days": "one or more of these days",
    "about": "about then, or doubted",
    "from": "then, perhaps later",
    "until": "by then, perhaps earlier",
    "unknown": "date unknown",
}
"""What each shape means, in the order of a legend."""


def date_shape(when: Edtf | None) -> DateShape:
    """The shape of a date; None is no date at all."""
    if when is None or (when.earliest, when.latest) == (None, None):
        return "unknown"
    if when.earliest is None or when.latest is None:
        return "until" if when.earliest is None else "from"
    if when.approximate or when.uncertain:
        return "about"
    if when.is_one_of or when.is_all_of:
        return "days"
    return "day" if when.is_day else "span"


def date_extent(when: Edtf | None) -> str:
    """`throughout, or some time within`, `then, perhaps later`; nothing for a date whose own words say as much."""
    shape = date_shape(when)
    if when and shape == "span" and "/" in when.text:
        return WITHIN
    return MEANINGS[shape] if shape in ("from", "until") else ""


COVERED_FRACTION = 0.9
"""The scale runs over the shortest stretch that holds so much of the dates,"""
NEAR = 0.25
"""and over what lies no further from it than so much of its length."""
EDGE = 6.0
"""Percent of a track kept at either end for what lies before and after."""
DOUBT = 5.0
"""Percent of a track by which an approximate date fades out on either side."""
STEPS = 6
FAINT = ' opacity="0.3"'
MAX_LINES = 6
MONTHS_APART = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24000)


class TimeScale(NamedTuple):
    """The days that tracks run over, first and last, and the days marked by a line."""

    first: date
    last: date
    lines: tuple[date, ...]

    def at(self, day: date, share: float = 0) -> float:
        """Where a day stands, in percent of a track; `share` of the day is over. 0 is before, 100 after the scale."""
        if day < self.first:
            return 0
        if day > self.last:
            return 100
        passed = ((day - self.first).days + share) / ((self.last - self.first).days + 1)
        return EDGE + passed * (100 - 2 * EDGE)


def build_scale(dates: Iterable[Edtf | None]) -> TimeScale | None:
    """The scale for these dates; None where none of them has both ends."""
    whole = [one for one in dates if one is not None and one.earliest and one.latest]
    days = sorted(day for one in whole for day in (one.earliest, one.latest) if day)
    if not days:
        return None
    reach = ceil(len(days) * COVERED_FRACTION) - 1
    first, last = min(zip(days, days[reach:], strict=False), key=lambda ends: (ends[1] - ends[0], ends))
    near = (last - first) * NEAR
    first = next(day for day in days if first - day <= near)
    last = next(day for day in reversed(days) if day - last <= near)
    return TimeScale(first, last, _lines(first, last))


def date_with_track(scale: TimeScale | None, when: Edtf | None, unknown: str) -> Markdown:
    """A date in words, with what they leave open, and on its track; `unknown` says that there is none."""
    words, reach = (format_edtf(when), date_extent(when)) if when else (unknown, "")
    small = f" <small>{reach}</small>" if reach else ""
    return Markdown(f'<span class="dossier-date">{escape_block(words)}{small}</span> {draw_track(when, scale)}')


def draw_track(when: Edtf | None, scale: TimeScale | None) -> Markdown:
    """A date as a small picture, hidden from screen readers: its words stand beside it."""
    shape = date_shape(when)
    marks = _marks(when, shape, scale) if when and scale else _UNKNOWN
    lines = "".join(f'<line class="line" x1="{x}" x2="{x}" y2="100%"/>' for x in _line_places(scale, shape))
    return Markdown(f'<svg class="dossier-track {shape}" aria-hidden="true">{lines}{marks}</svg>')


def legend_swatch(shape: DateShape) -> Markdown:
    """The track of a date of this shape, for a legend."""
    marks = _marks(Edtf.parse(_SAMPLES[shape]), shape, _SAMPLE_SCALE)
    return Markdown(f'<svg class="dossier-track {shape}" aria-hidden="true">{marks}</svg>')


_SAMPLE_SCALE = TimeScale(date(2001, 1, 1), date(2001, 1, 9), ())
_SAMPLES: Mapping[DateShape, str] = {
    "day": "2001-01-05",
    "span": "2001-01-03/2001-01-07",
    "days": "[2001-01-03,2001-01-07]",
    "about": "2001-01-05",
    "from": "2001-01-03/..",
    "until": "../2001-01-07",
    "unknown": "XXXX-01-05",
}
_UNKNOWN = '<line class="unknown" x1="0" x2="100%" y1="50%" y2="50%"/>'
_BEFORE = '<path d="M7 4l-5 5l5 5"/>'
_AFTER = '<svg x="100%" overflow="visible"><path d="M-7 4l5 5l-5 5"/></svg>'


def _marks(when: Edtf, shape: DateShape, scale: TimeScale) -> str:
    if shape == "unknown":
        return _UNKNOWN
    if shape == "days":
        return "".join(_stretch(part.earliest, part.latest, scale, hollow=when.is_one_of) for part in when.parts)
    left, right = _ends(when.earliest, when.latest, scale)
    if left == right:
        return _BEFORE if right == 0 else _AFTER
    if shape == "about":
        before, after = _fading(left - DOUBT, left, rising=True), _fading(right, right + DOUBT, rising=False)
        return before + _bar(left, right) + after
    if shape in ("from", "until"):
        return _fading(left, right, rising=shape == "until")
    return _stretch(when.earliest, when.latest, scale)


def _stretch(first: date | None, last: date | None, scale: TimeScale, *, hollow: bool = False) -> str:
    """A point for a day, a bar for more; an arrow for what lies outside of the scale."""
    left, right = _ends(first, last, scale)
    if left == right:
        return _BEFORE if right == 0 else _AFTER
    if first == last:
        look = ' class="hollow"' if hollow else ""
        return f'<circle{look} cx="{(left + right) / 2:.1f}%" cy="50%" r="4"/>'
    return _bar(left, right)


def _ends(first: date | None, last: date | None, scale: TimeScale) -> tuple[float, float]:
    """Where a stretch begins and ends on a track; an end that is not told is the end of the track."""
    return scale.at(first) if first else 0.0, scale.at(last, 1) if last else 100.0


def _bar(left: float, right: float, look: str = "") -> str:
    return f'<rect x="{left:.1f}%" width="{right - left:.1f}%" y="30%" height="40%"{look}/>'


def _fading(left: float, right: float, *, rising: bool) -> str:
    """A bar that grows out of nothing, or dies away: faint ones upon each other, the next shorter by a step."""
    left, right = max(left, 0.0), min(right, 100.0)
    steps = [at * (right - left) / STEPS for at in range(STEPS)]
    return "".join(_bar(left + step, right, FAINT) if rising else _bar(left, right - step, FAINT) for step in steps)


def _line_places(scale: TimeScale | None, shape: DateShape) -> Sequence[str]:
    return [f"{scale.at(day):.1f}%" for day in scale.lines] if scale and shape != "unknown" else ()


def _lines(first: date, last: date) -> tuple[date, ...]:
    """The first days of the months on the scale, or of so many months that there are few."""
    months = range(first.year * 12 + first.month, last.year * 12 + last.month)
    apart = next(one for one in MONTHS_APART if len(months) // one < MAX_LINES)
    return tuple(date(month // 12, month % 12 + 1, 1) for month in months if month % apart == 0)
