"""Dates as small SVG tracks: each is drawn on a common scale, in a shape that shows how precisely it is known.

Horizontal positions are percentages of a track's width.
"""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from dossier.edtf.format import format_edtf
from dossier.edtf.parse import Edtf
from dossier.render.charts.side_markers import SHAPES, SideMarker
from dossier.render.charts.time_scale import TimeScale
from dossier.render.markdown import Markdown, escape_block
from dossier.text.interface import gettext_noop

DateShape = Literal["day", "within", "days", "span", "from", "until", "later", "earlier", "about", "unknown"]

SHAPE_MEANINGS: dict[DateShape, str] = {
    "day": gettext_noop("a day"),
    "within": gettext_noop("some day of this period"),
    "days": gettext_noop("one or more of these days"),
    "span": gettext_noop("throughout this period"),
    "from": gettext_noop("from then on"),
    "until": gettext_noop("until then"),
    "later": gettext_noop("then or later"),
    "earlier": gettext_noop("then or earlier"),
    "about": gettext_noop("approximate or uncertain"),
    "unknown": gettext_noop("date unknown"),
}
"""In the order of a legend."""


def date_shape(date: Edtf | None) -> DateShape:
    """Return the shape of a date; None has the shape "unknown"."""
    if date is None or (date.earliest, date.latest) == (None, None):
        return "unknown"
    if date.earliest is None:
        return "earlier" if date.is_one_of else "until"
    if date.latest is None:
        return "later" if date.is_one_of else "from"
    if date.approximate or date.uncertain:
        return "about"
    if len(date.parts) > 1:
        return "days"
    if date.is_day:
        return "day"
    return "span" if date.is_interval or date.is_all_of else "within"


FADE_WIDTH, FADE_DAYS = 2.5, 0.7
"""On either side of an approximate date: the larger of the two."""
FADE_OPACITY, HATCHED_OPACITY = 0.55, 0.22
MARK_RADIUS, ROW_HEIGHT = 5, 20
"""Pixels, of the mark of a day, and of all marks of a date."""
SHARED_GRID = "dossier-grid"
"""The id of the grid lines of the axis, which the tracks below it draw as their own."""


def date_words(date: Edtf | None, unknown: str) -> Markdown:
    """Return a date in words; `unknown` is the text for no date."""
    return Markdown(escape_block(format_edtf(date) if date else unknown))


def draw_track(
    date: Edtf | None,
    scale: TimeScale | None,
    marker: SideMarker | None = None,
    name: str = "track",
    *,
    shares_grid: bool = False,
) -> Markdown:
    """Draw a date as SVG, hidden from screen readers because its words are next to it.

    `marker` gives the colour, and the shape of a day; `name` is an id that no other track of the page has. The grid is
    the axis's own if `shares_grid`, else some months.
    """
    shape = date_shape(date)
    marks = draw_marks(date, scale, marker, name) if date and scale else _UNKNOWN
    return _svg(shape, _grid(scale, shares_grid) + _row(marks), marker)


def legend_swatch(shape: DateShape) -> Markdown:
    """Draw an example of a shape for a legend."""
    marks = draw_marks(Edtf.parse(_EXAMPLES[shape]), _EXAMPLE_SCALE, None, f"swatch-{shape}")
    return _svg(shape, _row(marks), None)


def _grid(scale: TimeScale | None, shares_grid: bool) -> str:
    if not scale:
        return ""
    if shares_grid:
        return f'<use href="#{SHARED_GRID}"/>'
    return grid_lines(scale, scale.grid)


def grid_lines(scale: TimeScale, days: tuple[date, ...]) -> str:
    """Return the lines at the beginnings of some days."""
    positions = [f"{scale.position(day):.1f}%" for day in days]
    return "".join(f'<line class="line" x1="{x}" x2="{x}" y2="100%"/>' for x in positions)


def _svg(shape: DateShape, content: str, marker: SideMarker | None) -> Markdown:
    colour = f' color="{marker.side.colour}"' if marker else ""
    return Markdown(f'<svg class="dossier-track {shape}"{colour} aria-hidden="true">{content}</svg>')


def _row(marks: str) -> str:
    """Return marks in a row of its own, which the style sheet puts in the middle of a higher track."""
    return f'<svg class="dossier-marks" height="{ROW_HEIGHT}" overflow="visible">{marks}</svg>'


_EXAMPLE_SCALE = TimeScale(date(2001, 1, 1), date(2001, 1, 9), ())
_EXAMPLES: Mapping[DateShape, str] = {
    "day": "2001-01-05",
    "within": "[2001-01-03..2001-01-07]",
    "days": "[2001-01-03,2001-01-07]",
    "span": "2001-01-03/2001-01-07",
    "from": "2001-01-03/..",
    "until": "../2001-01-07",
    "later": "[2001-01-03..]",
    "earlier": "[..2001-01-07]",
    "about": "2001-01-04/2001-01-06~",
    "unknown": "XXXX-01-05",
}
_UNKNOWN = '<line class="unknown" x1="0" x2="100%" y1="50%" y2="50%"/>'
_BEFORE_SCALE = '<svg y="50%" overflow="visible"><path d="M8-5l-6 5l6 5"/></svg>'
_AFTER_SCALE = '<svg x="100%" y="50%" overflow="visible"><path d="M-8-5l6 5l-6 5"/></svg>'


def draw_marks(date: Edtf, scale: TimeScale, marker: SideMarker | None, name: str) -> str:
    """Draw a date's marks: a day as the marker's shape, a period solid, possible days hatched, or an arrow.

    An open end fades if something lasted, and has no border if it is only not known.
    """
    shape = date_shape(date)
    if shape == "unknown":
        return _UNKNOWN
    if shape == "days":
        parts = ((part.earliest, part.latest) for part in date.parts)
        return "".join(_day_or_range(first, last, scale, marker, hollow=date.is_one_of) for first, last in parts)
    left, right = scale.ends(date.earliest, date.latest)
    if left == right:
        return _BEFORE_SCALE if right == 0 else _AFTER_SCALE
    if shape == "about":
        fade = max(FADE_WIDTH, FADE_DAYS * 100 / scale.days)
        core = _day_or_range(date.earliest, date.latest, scale, marker, hollow=True)
        opacity = FADE_OPACITY if date.earliest == date.latest else HATCHED_OPACITY
        return (
            _draw_faded(max(left - fade, 0), min(right + fade, 100), name, (fade, right - left, fade), opacity) + core
        )
    left, right, arrows = _clip(date.earliest, date.latest, scale)
    if shape == "from":
        return _draw_faded(left, right, name, (0, 0, 1)) + (arrows or _bound(left))
    if shape == "until":
        return _draw_faded(left, right, name, (1, 0, 0)) + (arrows or _bound(right))
    if shape in ("later", "earlier"):
        return _draw_hatched(left, right, is_hollow=True) + (arrows or _bound(left if shape == "later" else right))
    return _day_or_range(date.earliest, date.latest, scale, marker, is_solid=shape == "span")


def _day_or_range(
    first: date | None,
    last: date | None,
    scale: TimeScale,
    marker: SideMarker | None,
    *,
    hollow: bool = False,
    is_solid: bool = False,
) -> str:
    """Draw a mark for one day, a hatched or solid bar for several, an arrow for what is off the scale."""
    left, right = scale.ends(first, last)
    if left == right:
        return _BEFORE_SCALE if right == 0 else _AFTER_SCALE
    if first != last:
        left, right, arrows = _clip(first, last, scale)
        bar = f'<rect class="solid" {_bar(left, right)}/>' if is_solid else _draw_hatched(left, right, is_hollow=hollow)
        return bar + arrows
    style, points = " hollow" if hollow else "", marker.points if marker else SHAPES[0]
    polygon = f'<polygon class="day{style}" transform="scale({MARK_RADIUS})" points="{points}"/>'
    return f'<svg x="{(left + right) / 2:.1f}%" y="50%" overflow="visible">{polygon}</svg>'


def _draw_hatched(left: float, right: float, *, is_hollow: bool) -> str:
    """Draw a hatched bar, with a border unless it is hollow."""
    style = " hollow" if is_hollow else ""
    hatching = '<line x1="-5%" x2="105%" y1="50%" y2="50%"/>'
    return f'<svg class="range{style}" {_bar(left, right)}><rect width="100%" height="100%"/>{hatching}</svg>'


def _clip(first: date | None, last: date | None, scale: TimeScale) -> tuple[float, float, str]:
    """Return the ends of a range on the scale, and the arrows in the place of those off it."""
    left, right = scale.ends(first, last)
    arrows = ""
    if first and first < scale.first:
        left, arrows = scale.position(scale.first), _BEFORE_SCALE
    if last and last > scale.last:
        right, arrows = scale.position(scale.last, elapsed=1), arrows + _AFTER_SCALE
    return left, right, arrows


def _bar(left: float, right: float) -> str:
    """Return the attributes of a bar."""
    return f'x="{left:.1f}%" width="{right - left:.1f}%" y="30%" height="40%"'


def _draw_faded(
    left: float, right: float, name: str, parts: tuple[float, float, float], opacity: float = FADE_OPACITY
) -> str:
    """Draw a bar that fades in, stays and fades out in these proportions; the gradient's id is `name`."""
    before, solid, after = parts
    ends = (before / sum(parts), (before + solid) / sum(parts)) if after else (1.0, 1.0)
    levels = ((0.0, 0 if before else 1), (ends[0], 1), (ends[1], 1), (1.0, 0 if after else 1))
    stops = "".join(
        f'<stop offset="{offset:.2f}" stop-color="currentColor" stop-opacity="{level * opacity}"/>'
        for offset, level in dict(levels).items()
    )
    return f'<linearGradient id="{name}">{stops}</linearGradient><rect {_bar(left, right)} fill="url(#{name})"/>'


def _bound(position: float) -> str:
    """Draw the end of an open range that is known."""
    return f'<line class="bound" x1="{position:.1f}%" x2="{position:.1f}%" y1="20%" y2="80%"/>'
