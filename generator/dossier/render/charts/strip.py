"""The layout of a strip of time: days with labels above its axis, possible periods as labelled bars below it.

Lengths are in the units of the drawing, which are pixels where it is as wide as the page. No label overlaps another
one, a line to a mark, or a bar.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from textwrap import wrap
from typing import NamedTuple

from dossier.edtf.format import format_edtf, format_month, month_name, without_year
from dossier.edtf.parse import Edtf
from dossier.render.charts.time_scale import Tick, TimeScale
from dossier.text.interface import format_list, gettext

WIDTH = 1240
CHARACTER_WIDTH, LINE_HEIGHT = 6.9, 16
"""Of a label's title; its date is a line of the same height in smaller letters."""
MAX_CHARACTERS, MAX_LINES = 25, 3
"""Of a label above the axis; one below it is as wide as its bar, or MIN_BAR_CHARACTERS."""
MIN_BAR_CHARACTERS, MAX_BAR_LINES = 36, 2
GAP, BAR_GAP, STEM, INDENT = 10, 20, 22, 7
"""Between two labels or rows, around a bar, from the axis to the lowest label, and from a label's line to its text."""
BAR_HEIGHT, AXIS_HEIGHT = 20, 44
"""Of the row of a bar without its label, and of the axis with its names."""
ELLIPSIS = "…"


class StripEvent(NamedTuple):
    """An event with a date: its key, its title, and its date."""

    key: str
    title: str
    date: Edtf


class StripLabel(NamedTuple):
    """The title of an event in lines, below the words of its date: `top` is that of the date.

    `x` is the mark's, or that of the bar's end; `anchor` (SVG's text-anchor) is the end of the text that is there.
    `mark_top` is the top of the row with the mark, which is BAR_HEIGHT high; `is_day`: the text is above the mark.
    """

    key: str
    date: str
    lines: tuple[str, ...]
    x: float
    top: float
    anchor: str
    mark_top: float
    is_day: bool

    @property
    def bottom(self) -> float:
        """The lower end of the text."""
        return self.top + LINE_HEIGHT * (1 + len(self.lines))


class StripDrawing(NamedTuple):
    """A strip: its width and height, that of its axis from the top, its ticks with their places, and its labels."""

    width: int
    height: float
    axis: float
    ticks: tuple[tuple[float, Tick], ...]
    labels: tuple[StripLabel, ...]


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "_Box") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def draw_strip(events: Iterable[StripEvent], scale: TimeScale) -> StripDrawing:
    """Lay out events in a strip; one of a day that finds no room is left out."""
    events = sorted(events, key=lambda event: event.date)
    days = list(_place_days([event for event in events if event.date.is_day], scale))
    axis = BAR_HEIGHT / 2 - min((label.top for label in days), default=0.0)
    days = [label._replace(top=label.top + axis, mark_top=axis - BAR_HEIGHT / 2) for label in days]
    bars = list(_place_bars([event for event in events if not event.date.is_day], scale, axis + AXIS_HEIGHT))
    height = max((label.bottom for label in bars), default=axis + AXIS_HEIGHT)
    ticks = ((_pixels(scale.position(tick.day)), tick) for tick in scale.ticks())
    return StripDrawing(WIDTH, height, axis, tuple(ticks), (*reversed(days), *bars))


def _pixels(position: float) -> float:
    return round(position * WIDTH / 100, 1)


def _place_days(events: Sequence[StripEvent], scale: TimeScale) -> Iterator[StripLabel]:
    """Yield the labels of days, with their tops above an axis at 0: the last day first, so that earlier ones rise."""
    occupied: list[_Box] = []
    for event in reversed(events):
        first, last = scale.ends(event.date.earliest, event.date.latest)
        x = _pixels((first + last) / 2)
        lines = _wrap(event.title, MAX_CHARACTERS, MAX_LINES)
        words = _short_date(event.date, scale)
        width = _width((words, *lines))
        anchor = "start" if x + INDENT + width <= WIDTH else "end"
        left = x + INDENT if anchor == "start" else x - INDENT - width
        height = LINE_HEIGHT * (1 + len(lines))
        for level in range(STEM, 40 * LINE_HEIGHT, LINE_HEIGHT // 2):
            box = _Box(left, -level - height, left + width, -level)
            stem = _Box(x - 1, box.top, x + 1, 0)
            grown = _Box(box.left - GAP, box.top - GAP, box.right + GAP, box.bottom + GAP)
            if not any(grown.overlaps(other) or stem.overlaps(other) for other in occupied):
                occupied += [box, _Box(x - 0.5, stem.top, x + 0.5, -STEM)]
                yield StripLabel(event.key, words, lines, x, box.top, anchor, mark_top=0, is_day=True)
                break


def _place_bars(events: Sequence[StripEvent], scale: TimeScale, top: float) -> Iterator[StripLabel]:
    """Yield the bars, each in the first row with room for it and its label."""
    rows: list[list[tuple[_Box, StripLabel]]] = []
    for event in sorted(events, key=lambda event: scale.ends(event.date.earliest, event.date.latest)):
        first, last = map(_pixels, scale.ends(event.date.earliest, event.date.latest))
        characters = max(int((last - first) / CHARACTER_WIDTH), MIN_BAR_CHARACTERS)
        lines, words = _wrap(event.title, characters, MAX_BAR_LINES), _short_date(event.date, scale)
        width = _width((words, *lines))
        anchor, x = ("start", first) if first + width <= WIDTH else ("end", last)
        left, right = (first, max(last, first + width)) if anchor == "start" else (min(first, last - width), last)
        box = _Box(left - BAR_GAP, 0, right + BAR_GAP, 1)
        row = next((row for row in rows if not any(box.overlaps(other) for other, _ in row)), None)
        if row is None:
            rows.append(row := [])
        row.append((box, StripLabel(event.key, words, lines, x, 0, anchor, 0, is_day=False)))
    for row in rows:
        yield from (label._replace(top=top + BAR_HEIGHT, mark_top=top) for _, label in row)
        top += BAR_HEIGHT + LINE_HEIGHT * (1 + max(len(label.lines) for _, label in row)) + GAP


def _width(lines: Sequence[str]) -> float:
    return max(map(len, lines)) * CHARACTER_WIDTH


def _wrap(title: str, characters: int, most: int) -> tuple[str, ...]:
    """Return a title in lines; the last one ends in an ellipsis where there are more."""
    return tuple(wrap(title, characters, max_lines=most, placeholder=ELLIPSIS, break_on_hyphens=False))


def _short_date(edtf: Edtf, scale: TimeScale) -> str:
    """Return the date in words, without the year if all of the scale is in one."""
    words = format_edtf(edtf)
    return without_year(words, scale.first.year) if scale.first.year == scale.last.year else words


def period_in_words(first: date, last: date) -> str:
    """Return the months of a period: `January and February 2019`, `November 2018 to April 2019`, `2001 to 2009`."""
    if (last - first).days > 2 * 366:
        return gettext("%(first)s to %(last)s", first=first.year, last=last.year)
    start, end = (format_month(f"{day:%Y-%m}") for day in (first, last))
    if start == end:
        return start
    if first.year != last.year:
        return gettext("%(first)s to %(last)s", first=start, last=end)
    if last.month - first.month == 1:
        return format_list([month_name(first.month), end])
    return gettext("%(first)s to %(last)s", first=month_name(first.month), last=end)
