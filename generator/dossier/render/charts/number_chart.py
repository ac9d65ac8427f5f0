"""How a quantity is drawn: a point, an open end, a stretch or a hatched band, each unlike the others without colour."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from textwrap import wrap
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from leather import Chart, Linear, Ordinal, Series
from leather.shapes.base import Shape

from dossier.model.quantity import Qualifier, Quantity, format_number
from dossier.render.markdown import Markdown

RADIUS, ARROW, BAND = 5.5, 5.0, 12.0
"""Of a point, of the head of an arrow, the height of a hatched band; in the units of the picture, as all below."""

MEANINGS: Mapping[Qualifier, str] = {
    "exactly": "the figure as given",
    "about": "about this figure",
    "more than": "more than this; how much more is not told",
    "at least": "this or more",
    "less than": "less than this; how much less is not told",
    "at most": "this or less",
    "between": "between these two figures",
    "vague": "a vague word; no figure is given",
}


class Extent(NamedTuple):
    """A stretch of the picture, from left to right."""

    left: float
    right: float


def interval(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """The least and the greatest it can be; None where nothing bounds it."""
    if quantity.qualifier in ("less than", "at most"):
        return None, quantity.value
    if quantity.qualifier in ("more than", "at least"):
        return quantity.value, None
    if quantity.qualifier == "between":
        return quantity.low, quantity.high
    return quantity.value, quantity.value


def draw_quantity(qualifier: Qualifier, at: Extent, y: float) -> Element:
    """A quantity that reaches over `at`, the whole width where nothing bounds it, drawn around the height `y`."""
    group = Element("g", {"class": f"mark {qualifier.replace(' ', '-')}"})
    group.extend(_DRAWN[qualifier](at, y))
    return group


def _exactly(at: Extent, y: float) -> list[Element]:
    return [_circle("solid", at.left, y)]


def _about(at: Extent, y: float) -> list[Element]:
    reach = f"M{at.left - 3 * RADIUS:.1f} {y:.1f}H{at.left + 3 * RADIUS:.1f}"
    return [Element("path", {"class": "doubtful", "d": reach}), _circle("hollow", at.left, y)]


def _more_than(at: Extent, y: float) -> list[Element]:
    return [_arrow(at.left, at.right, y), _circle("hollow", at.left, y)]


def _at_least(at: Extent, y: float) -> list[Element]:
    return [_arrow(at.left, at.right, y), _circle("solid", at.left, y)]


def _less_than(at: Extent, y: float) -> list[Element]:
    return [_arrow(at.right, at.left, y), _circle("hollow", at.right, y)]


def _at_most(at: Extent, y: float) -> list[Element]:
    return [_arrow(at.right, at.left, y), _circle("solid", at.right, y)]


def _between(at: Extent, y: float) -> list[Element]:
    ends = "".join(f"M{x:.1f} {y - RADIUS:.1f}V{y + RADIUS:.1f}" for x in at)
    return [Element("path", {"class": "stretch", "d": f"M{at.left:.1f} {y:.1f}H{at.right:.1f}{ends}"})]


def _vague(at: Extent, y: float) -> list[Element]:
    top, bottom = y - BAND / 2, y + BAND / 2
    steps = range(int((at.right - at.left) // BAND))
    strokes = "".join(f"M{at.left + step * BAND:.1f} {bottom:.1f}l{BAND:.0f} -{BAND:.0f}" for step in steps)
    frame = f"M{at.left:.1f} {top:.1f}H{at.right:.1f}M{at.left:.1f} {bottom:.1f}H{at.right:.1f}"
    return [Element("path", {"class": "hatch", "d": strokes + frame})]


def _circle(look: str, x: float, y: float) -> Element:
    return Element("circle", {"class": look, "cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": str(RADIUS)})


def _arrow(start: float, tip: float, y: float) -> Element:
    back = tip - ARROW if tip > start else tip + ARROW
    head = f"M{back:.1f} {y - ARROW:.1f}L{tip:.1f} {y:.1f}L{back:.1f} {y + ARROW:.1f}"
    return Element("path", {"class": "open", "d": f"M{start:.1f} {y:.1f}H{tip:.1f}{head}"})


_DRAWN: Mapping[Qualifier, Callable[[Extent, float], list[Element]]] = {
    "exactly": _exactly,
    "about": _about,
    "more than": _more_than,
    "at least": _at_least,
    "less than": _less_than,
    "at most": _at_most,
    "between": _between,
    "vague": _vague,
}


WIDTH, ROW, LINE, AROUND = 480, 52, 17, 72
"""The picture's width, the height of a row and of a further line of its words, and of leather's margins and axis."""
LEFT, TOP, APART = 28, 20, 9
"""How much of the margins is cut off, and how far a row's words and its mark stand from its middle."""
SWATCH = (40, 16)
ZERO = Decimal(0)
LABEL_LENGTH, MOST_LINES = 62, 4
HEADROOM = Decimal("1.15")
"""An end that is open needs room to point into."""
THEME = ("fill", "stroke", "stroke-width", "font-family", "font-size")
"""What leather would decide, and the style sheet does, in light and dark."""


class ChartRow(NamedTuple):
    """A figure of the picture: how much, in words, and who says so and when."""

    quantity: Quantity
    figure: str
    told: str


def draw_chart(id: str, name: str, rows: Sequence[ChartRow]) -> Markdown:
    """The picture as HTML on one line, under an `id` that no other has; nothing where no row has a figure."""
    given = [bound for row in rows for bound in interval(row.quantity) if bound is not None]
    if not given:
        return Markdown("")
    figure = Element("figure", {"class": "dossier-chart"})
    figure.append(_picture(id, name, rows, given))
    figure.append(_legend([row.quantity.qualifier for row in rows]))
    return Markdown(tostring(figure, "unicode", short_empty_elements=False))


def _picture(id: str, name: str, rows: Sequence[ChartRow], given: Sequence[Decimal]) -> Element:
    height = (ROW + _further(rows)) * len(rows) + AROUND
    picture = Element("svg", {"role": "img", "aria-labelledby": f"{id}-title {id}-desc"})
    picture.set("viewBox", f"{LEFT} {TOP} {WIDTH - LEFT} {height - 2 * TOP}")
    SubElement(picture, "title", id=f"{id}-title").text = _one_line(name)
    SubElement(picture, "desc", id=f"{id}-desc").text = "; ".join(map(_described, rows))
    picture.append(_drawn(rows, given, height))
    return picture


def _drawn(rows: Sequence[ChartRow], given: Sequence[Decimal], height: int) -> Element:
    """The picture as leather lays it out, without its background and colours."""
    unit, scale = _scale(rows, given)
    drawn = Chart()
    drawn.set_x_scale(scale)
    drawn.set_y_scale(_Lines(range(len(rows))))
    drawn.add_x_axis(tick_formatter=lambda value, at, count: format_number((value * unit).normalize()))
    drawn.add_series(Series([(0, at) for at in range(len(rows))]), _Figures(rows, unit))
    group: Element = drawn.to_svg_group(WIDTH, height)
    group.remove(group[0])
    for one in group.iter():
        one.attrib = {key: _rounded(value) for key, value in one.attrib.items() if key not in THEME}
    return group


def _scale(rows: Sequence[ChartRow], given: Sequence[Decimal]) -> tuple[Decimal, Any]:
    """A scale that holds zero and every bound, in units that keep its figures below a thousand, and this unit."""
    unit = Decimal(10) ** (max(map(abs, given)).adjusted() - 2)
    low, high = min(ZERO, *given) / unit, (max(ZERO, *given) if any(given) else 1) / unit
    ends = [interval(row.quantity) for row in rows if row.quantity.qualifier != "vague"]
    low *= HEADROOM if any(first is None for first, _ in ends) else 1
    high *= HEADROOM if any(last is None for _, last in ends) else 1
    return unit, Linear(low, high)


class _Lines(Ordinal):  # type: ignore[misc]
    """A line of the picture for each row, told by the row's own words and not by an axis."""

    def ticks(self) -> list[int]:
        return []


class _Figures(Shape):  # type: ignore[misc]
    """Draws the rows: the words, and under them the mark."""

    def __init__(self, rows: Sequence[ChartRow], unit: Decimal) -> None:
        self._rows, self._unit = rows, unit

    def validate_series(self, series: Any) -> None:
        """Any series will do."""

    def to_svg(self, width: Any, height: Any, x_scale: Any, y_scale: Any, series: Any, palette: Any) -> Element:
        group = Element("g")
        for at, row in enumerate(self._rows):
            y = float(y_scale.project(at, 0, height)) + _further(self._rows) / 2
            low, high = (
                None if bound is None else float(x_scale.project(bound / self._unit, 0, width))
                for bound in interval(row.quantity)
            )
            stretch = Extent(0 if low is None else low, float(width) if high is None else high)
            group.append(_words(row, y - APART))
            group.append(draw_quantity(row.quantity.qualifier, stretch, y + APART))
        return group


def _words(row: ChartRow, y: float) -> Element:
    """The words of a row, the last line at the height `y`; the figure is set apart from what is told of it."""
    first, *others = _lines(row)
    words = Element("text", {"class": "said", "y": f"{y - LINE * len(others):.1f}"})
    figure = first[: len(_one_line(row.figure))]
    SubElement(words, "tspan").text = figure
    words[0].tail = first.removeprefix(figure)
    for line in others:
        SubElement(words, "tspan", {"class": "further", "x": "0", "dy": str(LINE)}).text = line
    return words


def _lines(row: ChartRow) -> list[str]:
    """A row's words in lines: a figure, and beside or below it what is told of it."""
    whole = _one_line(f"{row.figure} · {row.told}" if row.told else row.figure)
    if len(whole) <= LABEL_LENGTH:
        return [whole]
    parts = (_wrapped(part) for part in (row.figure, row.told))
    return [line for part in parts for line in part]


def _further(rows: Sequence[ChartRow]) -> int:
    """The height that each row takes for the further lines of the words that have most."""
    return LINE * (max(len(_lines(row)) for row in rows) - 1)


def _wrapped(words: str) -> list[str]:
    return wrap(words, LABEL_LENGTH, max_lines=MOST_LINES, placeholder="…")


def _legend(qualifiers: Sequence[Qualifier]) -> Element:
    legend = Element("figcaption")
    width, height = SWATCH
    for qualifier in (one for one in MEANINGS if one in qualifiers):
        meaning = SubElement(legend, "span")
        swatch = SubElement(meaning, "svg", {"viewBox": f"0 0 {width} {height}", "aria-hidden": "true"})
        middle = width / 2 if qualifier in ("exactly", "about") else 8
        swatch.append(
            draw_quantity(qualifier, Extent(middle, width - (8 if qualifier == "between" else 2)), height / 2)
        )
        swatch.tail = f" {MEANINGS[qualifier]}"
    return legend


def _described(row: ChartRow) -> str:
    told = f", {row.told}" if row.told else ""
    return f"{_one_line(row.figure)} ({MEANINGS[row.quantity.qualifier]}){_one_line(told)}"


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _rounded(value: str) -> str:
    """A coordinate with one decimal; what is no number as it is."""
    try:
        return f"{float(value):.1f}".removesuffix(".0")
    except ValueError:
        return value
