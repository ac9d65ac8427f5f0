"""Dates as small SVG tracks: each is drawn on a common scale, in a shape that shows how precisely it is known.

Horizontal positions are percentages of a track's width.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from math import ceil
from typing import Literal, NamedTuple

from dossier.edtf.format import format_edtf
from dossier.edtf.parse import Edtf
from dossier.render.markdown import Markdown, escape_block

DateShape = Literal["day", "span", "days", "about", "from", "until", "unknown"]

SPAN_MEANING = "at some point or throughout"
"""EDTF does not distinguish how long something took from the period within which it happened."""
SHAPE_MEANINGS: dict[DateShape, str] = {
    "day": "a day",
    "span": f"a period: {SPAN_MEANING}",
    "days": "one or more of these days",
    "about": "approximate or uncertain",
    "from": "then or later",
    "until": "then or earlier",
    "unknown": "date unknown",
}
"""In the order of a legend."""


def date_shape(date: Edtf | None) -> DateShape:
    """Return the shape of a date; None has the shape "unknown"."""
    if date is None or (date.earliest, date.latest) == (None, None):
        return "unknown"
    if date.earliest is None or date.latest is None:
        return "until" if date.earliest is None else "from"
    if date.approximate or date.uncertain:
        return "about"
    if date.is_one_of or date.is_all_of:
        return "days"
    return "day" if date.is_day else "span"


def date_extent(date: Edtf | None) -> str:
    """Return the meaning of an open or a closed interval; "" for dates whose own words say as much."""
    shape = date_shape(date)
    if date and shape == "span" and "/" in date.text:
        return SPAN_MEANING
    return SHAPE_MEANINGS[shape] if shape in ("from", "until") else ""


COVERED_FRACTION = 0.9
"""The scale covers the shortest period with this fraction of the dates."""
EXTENSION = 0.25
"""It is extended to further dates within this fraction of its length."""
EDGE_WIDTH = 6.0
"""At either end of a track, for arrows to what is off the scale."""
FADE_WIDTH = 5.0
"""On either side of an approximate date."""
FADE_STEPS = 6
FADE_OPACITY = ' opacity="0.3"'
MAX_GRID_LINES = 6
GRID_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24000)
"""Months from one grid line to the next, as few as MAX_GRID_LINES allows."""


class TimeScale(NamedTuple):
    """The first and the last day of the scale of tracks, and the days with a grid line."""

    first: date
    last: date
    grid: tuple[date, ...]

    def position(self, day: date, elapsed: float = 0) -> float:
        """Return the position of a day, of which the fraction `elapsed` is over; 0 before and 100 after the scale."""
        if day < self.first:
            return 0
        if day > self.last:
            return 100
        passed = ((day - self.first).days + elapsed) / ((self.last - self.first).days + 1)
        return EDGE_WIDTH + passed * (100 - 2 * EDGE_WIDTH)

    def ends(self, first: date | None, last: date | None) -> tuple[float, float]:
        """Return the positions of the beginning of a first and the end of a last day; None is an end of the track."""
        return self.position(first) if first else 0.0, self.position(last, elapsed=1) if last else 100.0


def build_scale(dates: Iterable[Edtf | None]) -> TimeScale | None:
    """Return the scale for these dates, None if none of them has both a first and a last day."""
    bounds = [(edtf.earliest, edtf.latest) for edtf in dates if edtf is not None]
    days = sorted(day for earliest, latest in bounds if earliest and latest for day in (earliest, latest))
    if not days:
        return None
    covered = ceil(len(days) * COVERED_FRACTION) - 1
    first, last = min(zip(days, days[covered:], strict=False), key=lambda ends: (ends[1] - ends[0], ends))
    extension = (last - first) * EXTENSION
    first = next(day for day in days if first - day <= extension)
    last = next(day for day in reversed(days) if day - last <= extension)
    return TimeScale(first, last, _grid(first, last))


def date_with_track(scale: TimeScale | None, date: Edtf | None, unknown: str) -> Markdown:
    """Return a date in words, what they leave open, and its track; `unknown` is the text for no date."""
    words, extent = (format_edtf(date), date_extent(date)) if date else (unknown, "")
    small = f" <small>{extent}</small>" if extent else ""
    return Markdown(f'<span class="dossier-date">{escape_block(words)}{small}</span> {draw_track(date, scale)}')


def draw_track(date: Edtf | None, scale: TimeScale | None) -> Markdown:
    """Draw a date as SVG, hidden from screen readers because its words are next to it."""
    shape = date_shape(date)
    marks = _marks(date, shape, scale) if date and scale else _UNKNOWN
    positions = [f"{scale.position(day):.1f}%" for day in scale.grid] if scale and shape != "unknown" else []
    grid = "".join(f'<line class="line" x1="{x}" x2="{x}" y2="100%"/>' for x in positions)
    return _svg(shape, grid + marks)


def legend_swatch(shape: DateShape) -> Markdown:
    """Draw an example of a shape for a legend."""
    return _svg(shape, _marks(Edtf.parse(_EXAMPLES[shape]), shape, _EXAMPLE_SCALE))


def _svg(shape: DateShape, content: str) -> Markdown:
    return Markdown(f'<svg class="dossier-track {shape}" aria-hidden="true">{content}</svg>')


_EXAMPLE_SCALE = TimeScale(date(2001, 1, 1), date(2001, 1, 9), ())
_EXAMPLES: Mapping[DateShape, str] = {
    "day": "2001-01-05",
    "span": "2001-01-03/2001-01-07",
    "days": "[2001-01-03,2001-01-07]",
    "about": "2001-01-05",
    "from": "2001-01-03/..",
    "until": "../2001-01-07",
    "unknown": "XXXX-01-05",
}
_UNKNOWN = '<line class="unknown" x1="0" x2="100%" y1="50%" y2="50%"/>'
_BEFORE_SCALE = '<path d="M7 4l-5 5l5 5"/>'
_AFTER_SCALE = '<svg x="100%" overflow="visible"><path d="M-7 4l5 5l-5 5"/></svg>'


def _marks(date: Edtf, shape: DateShape, scale: TimeScale) -> str:
    if shape == "unknown":
        return _UNKNOWN
    if shape == "days":
        return "".join(_day_or_bar(part.earliest, part.latest, scale, hollow=date.is_one_of) for part in date.parts)
    left, right = scale.ends(date.earliest, date.latest)
    if left == right:
        return _BEFORE_SCALE if right == 0 else _AFTER_SCALE
    if shape == "about":
        fade_in, fade_out = _fade(left - FADE_WIDTH, left, rising=True), _fade(right, right + FADE_WIDTH, rising=False)
        return fade_in + _bar(left, right) + fade_out
    if shape in ("from", "until"):
        return _fade(left, right, rising=shape == "until")
    return _day_or_bar(date.earliest, date.latest, scale)


def _day_or_bar(first: date | None, last: date | None, scale: TimeScale, *, hollow: bool = False) -> str:
    """Draw a point for one day, a bar for several, an arrow for what is off the scale."""
    left, right = scale.ends(first, last)
    if left == right:
        return _BEFORE_SCALE if right == 0 else _AFTER_SCALE
    if first == last:
        style = ' class="hollow"' if hollow else ""
        return f'<circle{style} cx="{(left + right) / 2:.1f}%" cy="50%" r="4"/>'
    return _bar(left, right)


def _bar(left: float, right: float, attributes: str = "") -> str:
    return f'<rect x="{left:.1f}%" width="{right - left:.1f}%" y="30%" height="40%"{attributes}/>'


def _fade(left: float, right: float, *, rising: bool) -> str:
    """Draw a bar that fades in (`rising`) or out: translucent bars on top of each other, each shorter than the last."""
    left, right = max(left, 0.0), min(right, 100.0)
    steps = [step * (right - left) / FADE_STEPS for step in range(FADE_STEPS)]
    bars = ((left + step, right) if rising else (left, right - step) for step in steps)
    return "".join(_bar(start, end, FADE_OPACITY) for start, end in bars)


def _grid(first: date, last: date) -> tuple[date, ...]:
    """Return the first days of some months on the scale, at most MAX_GRID_LINES of them."""
    months = range(first.year * 12 + first.month, last.year * 12 + last.month)
    interval = next(interval for interval in GRID_MONTHS if len(months) // interval < MAX_GRID_LINES)
    return tuple(date(month // 12, month % 12 + 1, 1) for month in months if month % interval == 0)
