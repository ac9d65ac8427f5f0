"""A chart of figures of one measure: the drawing of each on a common scale, as SVG, and the axis below them.

Each qualifier is drawn differently without relying on colour: a point, an open end, a bar or a hatched band. Positions
on the scale are percentages of the width, and everything else has a fixed size, so that a chart fits any screen; the
page puts the words of each figure above its drawing.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_CEILING, Decimal
from itertools import repeat
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from dossier.model.quantity import Qualifier, Quantity, format_number
from dossier.render.markdown import Markdown
from dossier.text.interface import gettext, gettext_noop

POINT_RADIUS, ARROW_SIZE, BAND_HEIGHT = 6, 5, 14
"""In pixels, like all lengths here that are no percentages."""
HEIGHT, AXIS_HEIGHT, TICK_LENGTH, TICK_BASELINE = 20, 24, 6, 20
HATCH_WIDTH = 7
FULL_WIDTH = "100%"
MIDDLE = str(HEIGHT // 2)

QUALIFIER_MEANINGS: Mapping[Qualifier, str] = {
    "exactly": gettext_noop("the figure as stated"),
    "about": gettext_noop("about this figure"),
    "more than": gettext_noop("more than this (upper limit unknown)"),
    "at least": gettext_noop("this or more"),
    "less than": gettext_noop("less than this (lower limit unknown)"),
    "at most": gettext_noop("this or less"),
    "between": gettext_noop("between these two figures"),
    "vague": gettext_noop("a vague word; no figure is stated"),
}


class Extent(NamedTuple):
    """A horizontal extent, in percent of the width."""

    left: float
    right: float


class NumberChart(NamedTuple):
    """A chart of several figures: the drawing of each, the axis, and what the drawings mean."""

    drawings: tuple[Markdown, ...]
    axis: Markdown
    legend: tuple[tuple[Markdown, str], ...]


def interval(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """Return the least and the greatest value that a quantity allows, None where it is unbounded."""
    if quantity.qualifier in ("less than", "at most"):
        return None, quantity.value
    if quantity.qualifier in ("more than", "at least"):
        return quantity.value, None
    if quantity.qualifier == "between":
        return quantity.low, quantity.high
    return quantity.value, quantity.value


def draw_chart(id: str, quantities: Sequence[Quantity]) -> NumberChart | None:
    """Return the chart of these quantities, None where none of them has a figure. `id` must be unique on its page."""
    bounds = [bound for quantity in quantities for bound in interval(quantity) if bound is not None]
    if not bounds:
        return None
    scale = _scale(quantities, bounds)
    ids = [f"{id}-{number}" for number in range(1, len(quantities) + 1)]
    ticks = [_ticks(f"{id}-ticks", scale), *[Element("use", {"href": f"#{id}-ticks"})] * (len(ids) - 1)]
    drawings = map(_drawing, ids, quantities, repeat(scale), ticks)
    qualifiers = {quantity.qualifier for quantity in quantities}
    legend = (
        (_sample(f"{id}-{qualifier.replace(' ', '-')}", qualifier), gettext(meaning))
        for qualifier, meaning in QUALIFIER_MEANINGS.items()
        if qualifier in qualifiers
    )
    return NumberChart(tuple(drawings), _axis(scale), tuple(legend))


def draw_quantity(id: str, qualifier: Qualifier, extent: Extent) -> Element:
    """Draw a quantity; an unbounded side of the extent is that side of the plot. `id` begins the ids that it needs."""
    group = Element("g", {"class": f"mark {qualifier.replace(' ', '-')}"})
    group.extend(_DRAW[qualifier](extent, id))
    return group


def _exactly(extent: Extent, id: str) -> list[Element]:
    return [_point("solid", extent.left)]


def _about(extent: Extent, id: str) -> list[Element]:
    dashes = Element("path", {"class": "doubtful", "d": f"M{-3 * POINT_RADIUS} 0H{3 * POINT_RADIUS}"})
    return [_at(extent.left, dashes), _point("hollow", extent.left)]


def _more_than(extent: Extent, id: str) -> list[Element]:
    return [*_arrow(extent.left, extent.right), _point("hollow", extent.left)]


def _at_least(extent: Extent, id: str) -> list[Element]:
    return [*_arrow(extent.left, extent.right), _point("solid", extent.left)]


def _less_than(extent: Extent, id: str) -> list[Element]:
    return [*_arrow(extent.right, extent.left), _point("hollow", extent.right)]


def _at_most(extent: Extent, id: str) -> list[Element]:
    return [*_arrow(extent.right, extent.left), _point("solid", extent.right)]


def _between(extent: Extent, id: str) -> list[Element]:
    ends = (Element("path", {"d": f"M0 {-POINT_RADIUS}V{POINT_RADIUS}"}) for _ in extent)
    return [_line("range", *extent), *(_at(x, end) for x, end in zip(extent, ends, strict=True))]


def _vague(extent: Extent, id: str) -> list[Element]:
    hatch = Element("pattern", {"id": f"{id}-hatch", "patternUnits": "userSpaceOnUse"})
    hatch.attrib |= {"width": str(HATCH_WIDTH), "height": str(HATCH_WIDTH), "patternTransform": "rotate(45)"}
    SubElement(hatch, "path", {"class": "hatch", "d": f"M0 0V{HATCH_WIDTH}"})
    band = Element("rect", {"class": "band", "x": _percent(extent.left), "y": str((HEIGHT - BAND_HEIGHT) // 2)})
    width = _percent(extent.right - extent.left)
    band.attrib |= {"width": width, "height": str(BAND_HEIGHT), "fill": f"url(#{id}-hatch)"}
    return [hatch, band]


def _point(style: str, x: float) -> Element:
    return Element("circle", {"class": style, "cx": _percent(x), "cy": MIDDLE, "r": str(POINT_RADIUS)})


def _line(style: str, start: float, end: float) -> Element:
    return Element("line", {"class": style, "x1": _percent(start), "y1": MIDDLE, "x2": _percent(end), "y2": MIDDLE})


def _arrow(start: float, tip: float) -> list[Element]:
    back = -ARROW_SIZE if tip > start else ARROW_SIZE
    head = Element("path", {"d": f"M{back} {-ARROW_SIZE}L0 0L{back} {ARROW_SIZE}"})
    return [_line("open", start, tip), _at(tip, head)]


def _at(x: float, shape: Element) -> Element:
    """Return a shape of fixed size, drawn around the origin, at a position on the scale."""
    place = Element("svg", {"x": _percent(x), "y": MIDDLE, "overflow": "visible"})
    place.append(shape)
    return place


def _percent(position: float) -> str:
    return f"{position:.1f}".removesuffix(".0") + "%"


_DRAW: Mapping[Qualifier, Callable[[Extent, str], list[Element]]] = {
    "exactly": _exactly,
    "about": _about,
    "more than": _more_than,
    "at least": _at_least,
    "less than": _less_than,
    "at most": _at_most,
    "between": _between,
    "vague": _vague,
}

LEGEND_WIDTH, LEGEND_POINT_WIDTH = "40", "14"
LEGEND_EXTENT = Extent(20, 95)
HEADROOM = Decimal("1.15")
"""Stretches the scale where a bound is open, so that its arrow has a length."""
TICK_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))
MIN_INTERVALS, MAX_INTERVALS = 3, 5


class AxisScale(NamedTuple):
    """A linear scale, whose first and last ticks are the ends of the plot."""

    ticks: Sequence[Decimal]

    def x(self, value: Decimal) -> float:
        """Return the position of a value, in percent of the width."""
        first, last = self.ticks[0], self.ticks[-1]
        return float((value - first) / (last - first)) * 100


def _ticks(id: str, scale: AxisScale) -> Element:
    """Return the lines of the ticks across a drawing, which the other drawings of the chart use too."""
    group = Element("g", {"id": id})
    group.extend(_line_of_tick(scale.x(value), HEIGHT) for value in scale.ticks)
    return group


def _drawing(id: str, quantity: Quantity, scale: AxisScale, ticks: Element) -> Markdown:
    """Return the drawing of a quantity as HTML on one line."""
    low, high = interval(quantity)
    extent = Extent(0 if low is None else scale.x(low), 100 if high is None else scale.x(high))
    svg = _svg(HEIGHT, {"role": "img"})
    SubElement(svg, "title").text = gettext(QUALIFIER_MEANINGS[quantity.qualifier])
    svg.append(ticks)
    svg.append(draw_quantity(id, quantity.qualifier, extent))
    return _html(svg)


def _sample(id: str, qualifier: Qualifier) -> Markdown:
    """Return a drawing for the legend."""
    left, right = LEGEND_EXTENT
    extent = Extent(50, 50) if qualifier in ("exactly", "about") else LEGEND_EXTENT
    if qualifier in ("less than", "at most"):
        extent = Extent(100 - right, 100 - left)
    svg = _svg(HEIGHT, {"aria-hidden": "true"})
    svg.set("width", LEGEND_POINT_WIDTH if qualifier == "exactly" else LEGEND_WIDTH)
    svg.append(draw_quantity(id, qualifier, extent))
    return _html(svg)


def _axis(scale: AxisScale) -> Markdown:
    svg = _svg(AXIS_HEIGHT, {"class": "dossier-chart-axis", "aria-hidden": "true"})
    SubElement(svg, "line", {"x2": FULL_WIDTH})
    for value in scale.ticks:
        x = scale.x(value)
        svg.append(_line_of_tick(x, TICK_LENGTH))
        anchor = "start" if x == 0 else "end" if x == 100 else "middle"
        label = SubElement(svg, "text", {"x": _percent(x), "y": str(TICK_BASELINE), "text-anchor": anchor})
        label.text = format_number(value.normalize())
    return _html(svg)


def _line_of_tick(x: float, length: int) -> Element:
    return Element("line", {"class": "tick", "x1": _percent(x), "x2": _percent(x), "y2": str(length)})


def _svg(height: int, attributes: Mapping[str, str]) -> Element:
    return Element("svg", {**attributes, "width": FULL_WIDTH, "height": str(height)})


def _html(svg: Element) -> Markdown:
    return Markdown(tostring(svg, "unicode").replace(" />", "/>"))


def _scale(quantities: Sequence[Quantity], bounds: Sequence[Decimal]) -> AxisScale:
    """Return a scale that includes zero and every bound."""
    low, high = min(Decimal(0), *bounds), max(Decimal(0), *bounds)
    if low == high:
        high = Decimal(1)
    intervals = [interval(quantity) for quantity in quantities if quantity.qualifier != "vague"]
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
