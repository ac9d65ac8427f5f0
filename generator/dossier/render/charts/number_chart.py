"""A chart of figures of one measure: a row for each, drawn as SVG on a common scale.

Each qualifier is drawn differently without relying on colour: a point, an open end, a bar or a hatched band. Lengths
are in units of the SVG's view box, about a pixel each.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_CEILING, Decimal
from textwrap import wrap
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from dossier.model.quantity import Qualifier, Quantity, format_number
from dossier.render.markdown import Markdown
from dossier.text.whitespace import collapse_whitespace

POINT_RADIUS, ARROW_SIZE, BAND_HEIGHT = 5.5, 5.0, 12.0

QUALIFIER_MEANINGS: Mapping[Qualifier, str] = {
    "exactly": "the figure as stated",
    "about": "about this figure",
    "more than": "more than this (upper limit unknown)",
    "at least": "this or more",
    "less than": "less than this (lower limit unknown)",
    "at most": "this or less",
    "between": "between these two figures",
    "vague": "a vague word; no figure is stated",
}


class Extent(NamedTuple):
    """A horizontal extent."""

    left: float
    right: float


def interval(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """Return the least and the greatest value that a quantity allows, None where it is unbounded."""
    if quantity.qualifier in ("less than", "at most"):
        return None, quantity.value
    if quantity.qualifier in ("more than", "at least"):
        return quantity.value, None
    if quantity.qualifier == "between":
        return quantity.low, quantity.high
    return quantity.value, quantity.value


def draw_quantity(qualifier: Qualifier, extent: Extent, y: float) -> Element:
    """Draw a quantity around the height `y`; an unbounded side of the extent is that side of the plot."""
    group = Element("g", {"class": f"mark {qualifier.replace(' ', '-')}"})
    group.extend(_DRAW[qualifier](extent, y))
    return group


def _exactly(extent: Extent, y: float) -> list[Element]:
    return [_circle("solid", extent.left, y)]


def _about(extent: Extent, y: float) -> list[Element]:
    dashes = f"M{extent.left - 3 * POINT_RADIUS:.1f} {y:.1f}H{extent.left + 3 * POINT_RADIUS:.1f}"
    return [Element("path", {"class": "doubtful", "d": dashes}), _circle("hollow", extent.left, y)]


def _more_than(extent: Extent, y: float) -> list[Element]:
    return [_arrow(extent.left, extent.right, y), _circle("hollow", extent.left, y)]


def _at_least(extent: Extent, y: float) -> list[Element]:
    return [_arrow(extent.left, extent.right, y), _circle("solid", extent.left, y)]


def _less_than(extent: Extent, y: float) -> list[Element]:
    return [_arrow(extent.right, extent.left, y), _circle("hollow", extent.right, y)]


def _at_most(extent: Extent, y: float) -> list[Element]:
    return [_arrow(extent.right, extent.left, y), _circle("solid", extent.right, y)]


def _between(extent: Extent, y: float) -> list[Element]:
    ends = "".join(f"M{x:.1f} {y - POINT_RADIUS:.1f}V{y + POINT_RADIUS:.1f}" for x in extent)
    return [Element("path", {"class": "range", "d": f"M{extent.left:.1f} {y:.1f}H{extent.right:.1f}{ends}"})]


def _vague(extent: Extent, y: float) -> list[Element]:
    top, bottom = y - BAND_HEIGHT / 2, y + BAND_HEIGHT / 2
    count = int((extent.right - extent.left) // BAND_HEIGHT)
    starts = (extent.left + index * BAND_HEIGHT for index in range(count))
    strokes = "".join(f"M{x:.1f} {bottom:.1f}l{BAND_HEIGHT:.0f} -{BAND_HEIGHT:.0f}" for x in starts)
    edges = "".join(f"M{extent.left:.1f} {edge:.1f}H{extent.right:.1f}" for edge in (top, bottom))
    return [Element("path", {"class": "hatch", "d": strokes + edges})]


def _circle(style: str, x: float, y: float) -> Element:
    return Element("circle", {"class": style, "cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": str(POINT_RADIUS)})


def _arrow(start: float, tip: float, y: float) -> Element:
    back = tip - ARROW_SIZE if tip > start else tip + ARROW_SIZE
    head = f"M{back:.1f} {y - ARROW_SIZE:.1f}L{tip:.1f} {y:.1f}L{back:.1f} {y + ARROW_SIZE:.1f}"
    return Element("path", {"class": "open", "d": f"M{start:.1f} {y:.1f}H{tip:.1f}{head}"})


_DRAW: Mapping[Qualifier, Callable[[Extent, float], list[Element]]] = {
    "exactly": _exactly,
    "about": _about,
    "more than": _more_than,
    "at least": _at_least,
    "less than": _less_than,
    "at most": _at_most,
    "between": _between,
    "vague": _vague,
}

PLOT_WIDTH = 424
MARGIN_LEFT, MARGIN_TOP, MARGIN_RIGHT = 4, 4, 24
AXIS_HEIGHT = 28
"""Below the plot, for the labels of the ticks."""
TICK_LENGTH, TICK_LABEL_GAP = 4, 8
ROW_HEIGHT, LINE_HEIGHT = 52, 17
"""A row with a label of one line; each further line of the longest label makes every row higher."""
LABEL_OFFSET = 9
"""From the middle of a row up to its label's last baseline, and down to its mark."""
MAX_LABEL_LENGTH, MAX_LABEL_LINES = 62, 4
LEGEND_SAMPLE = (40, 16)
HEADROOM = Decimal("1.15")
"""Stretches the scale where a bound is open, so that its arrow has a length."""
TICK_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))
MIN_INTERVALS, MAX_INTERVALS = 3, 5


class ChartRow(NamedTuple):
    """A row of a chart: a quantity, the same in words, and who counted it when."""

    quantity: Quantity
    figure: str
    detail: str


class AxisScale(NamedTuple):
    """A linear scale, whose first and last ticks are the ends of the plot."""

    ticks: Sequence[Decimal]

    def x(self, value: Decimal) -> float:
        """Return the position of a value, from the left of the plot."""
        first, last = self.ticks[0], self.ticks[-1]
        return float((value - first) / (last - first)) * PLOT_WIDTH


def draw_chart(id: str, name: str, rows: Sequence[ChartRow]) -> Markdown:
    """Return the chart as HTML on one line, "" where no row has a figure. `id` must be unique on its page."""
    bounds = [bound for row in rows for bound in interval(row.quantity) if bound is not None]
    if not bounds:
        return Markdown("")
    figure = Element("figure", {"class": "dossier-chart"})
    figure.append(_svg(id, name, rows, _scale(rows, bounds)))
    figure.append(_legend([row.quantity.qualifier for row in rows]))
    return Markdown(tostring(figure, "unicode", short_empty_elements=False))


def _svg(id: str, name: str, rows: Sequence[ChartRow], scale: AxisScale) -> Element:
    further_lines = LINE_HEIGHT * (max(len(_label_lines(row)) for row in rows) - 1)
    row_height = ROW_HEIGHT + further_lines
    plot_height = row_height * len(rows)
    svg = Element("svg", {"role": "img", "aria-labelledby": f"{id}-title {id}-desc"})
    width, height = MARGIN_LEFT + PLOT_WIDTH + MARGIN_RIGHT, MARGIN_TOP + plot_height + AXIS_HEIGHT
    svg.set("viewBox", f"0 0 {width} {height}")
    SubElement(svg, "title", id=f"{id}-title").text = collapse_whitespace(name)
    SubElement(svg, "desc", id=f"{id}-desc").text = "; ".join(map(_description, rows))
    plot = SubElement(svg, "g", transform=f"translate({MARGIN_LEFT} {MARGIN_TOP})")
    plot.extend(_tick(scale, value, plot_height) for value in scale.ticks)
    for index, row in enumerate(rows):
        middle = (index + 0.5) * row_height + further_lines / 2
        low, high = interval(row.quantity)
        extent = Extent(0 if low is None else scale.x(low), PLOT_WIDTH if high is None else scale.x(high))
        plot.append(_label(row, middle - LABEL_OFFSET))
        plot.append(draw_quantity(row.quantity.qualifier, extent, middle + LABEL_OFFSET))
    return svg


def _scale(rows: Sequence[ChartRow], bounds: Sequence[Decimal]) -> AxisScale:
    """Return a scale that includes zero and every bound."""
    low, high = min(Decimal(0), *bounds), max(Decimal(0), *bounds)
    if low == high:
        high = Decimal(1)
    intervals = [interval(row.quantity) for row in rows if row.quantity.qualifier != "vague"]
    if any(least is None for least, _ in intervals):
        low *= HEADROOM
    if any(greatest is None for _, greatest in intervals):
        high *= HEADROOM
    return AxisScale(axis_ticks(low, high))


def axis_ticks(low: Decimal, high: Decimal) -> list[Decimal]:
    """Return four to six round values, evenly spaced, the first at most `low` and the last at least `high`.

    Zero, which must be between `low` and `high`, is one of them. Of several step widths that fit, the one with the
    shortest scale is taken, and of those the widest.
    """
    magnitude = Decimal(10) ** (high - low).adjusted()
    fitting = []
    for step in (factor * power for power in (magnitude / 10, magnitude) for factor in TICK_STEPS):
        first, last = -_ceiling(-low / step), _ceiling(high / step)
        if MIN_INTERVALS <= last - first <= MAX_INTERVALS:
            fitting.append(((last - first) * step, -step, first, last))
    _, negative_step, first, last = min(fitting)
    return [-negative_step * count for count in range(first, last + 1)]


def _ceiling(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_CEILING))


def _tick(scale: AxisScale, value: Decimal, plot_height: int) -> Element:
    x = f"{scale.x(value):.1f}"
    tick = Element("g", {"class": "tick"})
    SubElement(tick, "line", {"x1": x, "y1": "0", "x2": x, "y2": str(plot_height + TICK_LENGTH)})
    label = SubElement(tick, "text", {"x": x, "y": str(plot_height + TICK_LABEL_GAP)})
    label.attrib |= {"dy": "1em", "text-anchor": "middle"}
    label.text = format_number(value.normalize())
    return tick


def _label(row: ChartRow, y: float) -> Element:
    """Draw the label of a row, the baseline of its last line at `y`; the figure is set apart from the detail."""
    first, *further = _label_lines(row)
    label = Element("text", {"class": "label", "y": f"{y - LINE_HEIGHT * len(further):.1f}"})
    figure = first[: len(collapse_whitespace(row.figure))]
    SubElement(label, "tspan").text = figure
    label[0].tail = first.removeprefix(figure)
    for line in further:
        SubElement(label, "tspan", {"class": "further", "x": "0", "dy": str(LINE_HEIGHT)}).text = line
    return label


def _label_lines(row: ChartRow) -> list[str]:
    """Return the lines of a label: figure and detail on one line, or each wrapped on lines of its own."""
    line = collapse_whitespace(f"{row.figure} · {row.detail}" if row.detail else row.figure)
    if len(line) <= MAX_LABEL_LENGTH:
        return [line]
    return [*_wrap(row.figure), *_wrap(row.detail)]


def _wrap(words: str) -> list[str]:
    return wrap(words, MAX_LABEL_LENGTH, max_lines=MAX_LABEL_LINES, placeholder="…")


def _legend(qualifiers: Sequence[Qualifier]) -> Element:
    legend = Element("figcaption")
    width, height = LEGEND_SAMPLE
    for qualifier, meaning in QUALIFIER_MEANINGS.items():
        if qualifier not in qualifiers:
            continue
        entry = SubElement(legend, "span")
        sample = SubElement(entry, "svg", {"viewBox": f"0 0 {width} {height}", "aria-hidden": "true"})
        left = width / 2 if qualifier in ("exactly", "about") else 8
        right = width - (8 if qualifier == "between" else 2)
        sample.append(draw_quantity(qualifier, Extent(left, right), height / 2))
        sample.tail = f" {meaning}"
    return legend


def _description(row: ChartRow) -> str:
    detail = f", {row.detail}" if row.detail else ""
    return (
        f"{collapse_whitespace(row.figure)} ({QUALIFIER_MEANINGS[row.quantity.qualifier]}){collapse_whitespace(detail)}"
    )
