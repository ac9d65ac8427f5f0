"""The drawing of provenance: columns of boxes, and lines as wide as there are passages.

Boxes are HTML, so that their words wrap as the page's do; the lines are SVG, stretched over the same ground. Positions
across the columns are in whole units, which are classes of the style sheet, since hosts forbid styles in pages. Those
along the columns follow from their number, so a drawing fits any width. On narrow screens the columns become rows: the
style sheet exchanges the axes. Where that would be too small, a second drawing with fewer, wider boxes takes its place.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple, Protocol

from dossier.graph.provenance import ROLES, Node, Place, Provenance, Role, merge_lightest
from dossier.render.charts.layers import Item, Layout, lay_out
from dossier.text.interface import format_decimal, gettext_noop, ngettext
from dossier.text.interface import gettext as _

BOX_TO_GAP = 1.6
"""The width of a box in that of a gap between columns; the style sheet has the same ratio."""
BOX_SHARE, NARROW_BOX_SHARE = 0.84, 0.92
"""How much of its units a box fills on wide and on narrow screens; the style sheet has the same shares."""
PORT_SHARE = 0.6
"""The part of a box's units where lines meet it."""
BOX_UNITS, LANE_UNITS = 4, 1
"""The units of a box, and of a lane in which lines pass a column."""
NARROW_UNITS, MAX_NARROW_BOX = 60, 24
"""The units of a row on a narrow screen, which its boxes share, and the most that one gets."""
MAX_UNITS = 99
"""The most that the style sheet can place."""
EXTENT = 1000
"""The units of the lines' view box in both directions."""
MIN_LINE, MAX_LINE, MAX_NARROW_LINE, LINE_PER_PASSAGE = 1.5, 14.0, 8.0, 2.0
"""The widths of lines in pixels."""
NARROW_WIDTH, NARROW_PADDING, NARROW_BOXES = 358, 6, 5
"""The pixels between the margins of a phone and in the paddings of a box, and the boxes that fit in a row."""
MIN_NARROW_BOXES = 3
CHARACTER_WIDTHS = {
    2.8: "ijl ",
    3.4: "I'’.,",
    4.2: "frt()",
    5.0: "1-",
    6.0: "s",
    6.4: "7acekvxyzFJL",
    7.2: "04689BPRSTZ",
    8.2: "ACDGHKNOQUVXY",
    9.2: "w",
    10.0: "mM",
    11.2: "W",
}
"""The pixels of some characters of names at their smallest size, 11 pixels; others have DEFAULT_WIDTH."""
DEFAULT_WIDTH = 6.8
MAX_WORDS = 2**12
"""Words whose widths are kept: most are parts of the names of sources and actors."""

HEADINGS: Mapping[Role, str] = {
    "read": gettext_noop("We read"),
    "relay": gettext_noop("Which relay"),
    "said": gettext_noop("Who said it"),
}


Style = Literal["lit", "faint", "based"]
"""How a line is drawn: set apart, or not, or dotted where a source is based on another and no passage has this link."""


class DrawnBox(NamedTuple):
    """A box: its name, its passages as a number and in words, the path of its page, "" if none, its first unit."""

    role: Role
    name: str
    passages: int
    counts: str
    path: str
    start: int
    is_read: bool
    is_merged: bool


class DrawnColumn(NamedTuple):
    """A column of boxes; `heading` is "" where it continues the one before. `size` is that of its boxes in units."""

    heading: str
    size: int
    boxes: tuple[DrawnBox, ...]


class DrawnLine(NamedTuple):
    """A line from box to box: the data of its path, and its width in pixels, 0 where no passage has this link.

    Lines of merged boxes are fainter.
    """

    path: str
    width: float
    style: Style
    is_merged: bool


class Drawing(NamedTuple):
    """A drawing and for what it is: `wide` or `narrow` screens, "" for both.

    On a narrow screen, one that is dense shows the numbers of passages without words.
    """

    screen: str
    is_dense: bool
    units: int
    columns: tuple[DrawnColumn, ...]
    lines: tuple[DrawnLine, ...]


class Names(Protocol):
    """The names of parties."""

    def name(self, party: str) -> str:
        """Return the short name of a party."""

    def path(self, party: str) -> str:
        """Return the path of a party's page, "" if it has none."""

    def is_read(self, party: str) -> bool:
        """Return whether a party is a source that we have read."""


def draw(provenance: Provenance, names: Names, limit: int, lit: str = "") -> tuple[Drawing, ...]:
    """Draw provenance with at most `limit` boxes in a column: once for all screens, or for wide and narrow ones.

    The lines to and from the party `lit` are set apart, or all lines if there is none.
    """
    wide = merge_lightest(provenance, [limit] * len(ROLES), lit)
    flow = _flow(wide, lit)
    layout = _lay_out(flow)
    unit = NARROW_WIDTH / max(layout.units, 1)
    if unit * BOX_UNITS * NARROW_BOX_SHARE - NARROW_PADDING >= _longest_word(wide.nodes, names):
        return (_drawing("", flow, layout, names),)
    return _drawing("wide", flow, layout, names), _narrow_drawing(wide, names, lit)


def _narrow_drawing(provenance: Provenance, names: Names, lit: str) -> Drawing:
    """Draw provenance for phones: as many boxes in each row as leave their longest words whole."""
    limits = [NARROW_BOXES] * len(ROLES)
    while True:
        flow = _flow(merge_lightest(provenance, limits, lit), lit)
        layout = _lay_out(flow, is_narrow=True)
        too_small = False
        for boxes in map(_boxes, flow.columns):
            width = NARROW_WIDTH / NARROW_UNITS * layout.sizes[boxes[0]] * NARROW_BOX_SHARE - NARROW_PADDING
            if len(boxes) > MIN_NARROW_BOXES and _longest_word(boxes, names) > width:
                too_small = True
                limits[boxes[0].column] = len(boxes) - 1
        if not too_small:
            return _drawing("narrow", flow, layout, names)


class Lane(NamedTuple):
    """Where lines pass a column on their way to a box; those of one style share it."""

    column: int
    end: Node
    style: Style


class Flow(NamedTuple):
    """What is to be drawn: boxes and lanes by column, and the passages and style of each line from one to the next."""

    provenance: Provenance
    columns: tuple[list[Item], ...]
    lines: Mapping[tuple[Item, Item], tuple[set[Place], Style]]


def _flow(provenance: Provenance, lit: str) -> Flow:
    """Return provenance with the links that pass columns led through lanes."""
    numbers = sorted({node.column for node in provenance.nodes})
    columns: tuple[list[Item], ...] = tuple([*provenance.in_column(number)] for number in numbers)
    lines: dict[tuple[Item, Item], tuple[set[Place], Style]] = {}
    links = [*sorted(provenance.links.items()), *((link, frozenset()) for link in provenance.based_on)]
    for (start, end), places in links:
        is_lit = not lit or lit in (start.party, end.party)
        style: Style = ("lit" if is_lit else "faint") if places else "based"
        passed = range(numbers.index(start.column) + 1, numbers.index(end.column))
        lanes = [Lane(column, end, style) for column in passed]
        for lane in lanes:
            if lane not in columns[lane.column]:
                columns[lane.column].append(lane)
        for step in pairwise([start, *lanes, end]):
            lines.setdefault(step, (set(), style))[0].update(places)
    return Flow(provenance, columns, lines)


def _boxes(column: Iterable[Item]) -> list[Node]:
    return [item for item in column if isinstance(item, Node)]


def _lay_out(flow: Flow, *, is_narrow: bool = False) -> Layout:
    sizes: dict[Item, int] = {}
    for column in flow.columns:
        boxes = _boxes(column)
        shared = NARROW_UNITS - LANE_UNITS * (len(column) - len(boxes))
        size = min(shared // len(boxes), MAX_NARROW_BOX) if is_narrow else BOX_UNITS
        sizes |= {item: size if isinstance(item, Node) else LANE_UNITS for item in column}
    weights = {step: len(places) or 0.5 for step, (places, _) in flow.lines.items()}
    merged: set[Item] = {node for node in flow.provenance.nodes if node.others}
    return lay_out(flow.columns, weights, sizes, merged, NARROW_UNITS if is_narrow else 0)


def _drawing(screen: str, flow: Flow, layout: Layout, names: Names) -> Drawing:
    columns: list[DrawnColumn] = []
    roles: list[Role] = []
    for column in flow.columns:
        boxes = sorted(_boxes(column), key=layout.starts.__getitem__)
        drawn = tuple(_drawn_box(box, flow.provenance, layout, names) for box in boxes)
        role = boxes[0].role
        columns.append(DrawnColumn("" if role in roles else _(HEADINGS[role]), layout.sizes[boxes[0]], drawn))
        roles.append(role)
    lines = _lines(flow, layout, MAX_NARROW_LINE if screen == "narrow" else MAX_LINE)
    unit = NARROW_WIDTH / max(layout.units, BOX_UNITS)
    is_dense = screen != "wide" and any(
        word_width(box.counts) > unit * column.size * NARROW_BOX_SHARE - NARROW_PADDING
        for column in columns
        for box in column.boxes
    )
    return Drawing(screen, is_dense, layout.units, tuple(columns), tuple(lines))


def _words(box: Node, names: Names) -> str:
    if box.others:
        return ngettext("one other", "%(number)s others", box.others)
    return names.name(box.party) if box.party else _("Someone not named")


def _drawn_box(box: Node, provenance: Provenance, layout: Layout, names: Names) -> DrawnBox:
    path = names.path(box.party) if box.party else ""
    passages = len(provenance.nodes[box])
    counts = _counts(passages, len(provenance.own.get(box, ())))
    is_read = box.role == "read" or (bool(box.party) and names.is_read(box.party))
    start, is_merged = layout.starts[box], box.others > 0
    return DrawnBox(box.role, _words(box, names), passages, counts, path, start, is_read, is_merged)


def _counts(passages: int, own: int) -> str:
    if not passages:
        return _("not cited here")
    if not own:
        return ngettext("%(number)s passage", "%(number)s passages", passages)
    if own == passages:
        return ngettext("%(number)s passage of its own", "%(number)s passages of its own", own)
    return _("%(own)s own, %(relayed)s relayed", own=format_decimal(own), relayed=format_decimal(passages - own))


def _lines(flow: Flow, layout: Layout, widest: float) -> Iterator[DrawnLine]:
    """Yield the lines, the lightest first: heavier ones, and those that are lit, are drawn over them."""
    counts = {step: len(places) for step, (places, _) in flow.lines.items()}
    scale = min(LINE_PER_PASSAGE, widest / max(counts.values(), default=1))
    widths = {step: max(MIN_LINE, count * scale) if count else 0.0 for step, count in counts.items()}
    ports = _ports(widths, layout)
    column_of = {item: index for index, column in enumerate(flow.columns) for item in column}
    for step in sorted(counts, key=lambda step: (flow.lines[step][1] == "lit", widths[step])):
        start, end = step
        last = end.end if isinstance(end, Lane) else end
        is_merged = any(isinstance(item, Node) and item.others for item in (start, last))
        path = _curve(column_of[start], ports[step], len(flow.columns), is_lane=isinstance(start, Lane))
        yield DrawnLine(path, round(widths[step], 1), flow.lines[step][1], is_merged)


def _ports(widths: Mapping[tuple[Item, Item], float], layout: Layout) -> dict[tuple[Item, Item], tuple[int, int]]:
    """Return where each line leaves and meets its boxes: next to each other, in the order of their other ends."""
    ports: dict[tuple[Item, Item], list[int]] = {step: [0, 0] for step in widths}
    for side in (0, 1):
        by_item: dict[Item, list[tuple[Item, Item]]] = defaultdict(list)
        for step in widths:
            by_item[step[side]].append(step)
        for item, steps in by_item.items():
            steps.sort(key=lambda step: layout.middle(step[1 - side]))
            shares = [max(widths[step], MIN_LINE) + 2 for step in steps]
            extent = layout.sizes[item] * PORT_SHARE if isinstance(item, Node) else 0.0
            position = layout.middle(item) - extent / 2
            for step, share in zip(steps, shares, strict=True):
                part = extent * share / sum(shares)
                ports[step][side] = round((position + part / 2) / layout.units * EXTENT)
                position += part
    return {step: (start, end) for step, (start, end) in ports.items()}


def _curve(column: int, ports: tuple[int, int], columns: int, *, is_lane: bool) -> str:
    """Return the data of a path from a column to the next; one that begins in a lane first runs through it."""
    pitch = EXTENT / ((BOX_TO_GAP + 1) * columns - 1)
    before = round((BOX_TO_GAP + 1) * column * pitch)
    left, right = round(before + BOX_TO_GAP * pitch), round((BOX_TO_GAP + 1) * (column + 1) * pitch)
    middle, (start, end) = (left + right) // 2, ports
    straight = f"M{before} {start}H{left}" if is_lane else f"M{left} {start}"
    return f"{straight}H{right}" if start == end else f"{straight}C{middle} {start} {middle} {end} {right} {end}"


def unit_rules() -> bytes:
    """Return the rules of the style sheet for positions: `u7` begins at unit 7, `s4` takes 4, `m24` has 24 in all."""
    rules = (
        f".dossier-flow .u{number}{{--u:{number}}}.dossier-flow .s{number}{{--s:{number}}}"
        f".dossier-flow.m{number}{{--m:{number}}}"
        for number in range(MAX_UNITS + 1)
    )
    return "\n".join(rules).encode("ascii")


def _longest_word(boxes: Iterable[Node], names: Names) -> float:
    """Return the width of the longest word in the boxes, in pixels at the smallest size."""
    return max((word_width(word) for box in boxes for word in _words(box, names).split()), default=0.0)


@lru_cache(MAX_WORDS)
def word_width(word: str) -> float:
    """Return about how many pixels a word takes at the smallest size."""
    return sum(_WIDTHS.get(character, DEFAULT_WIDTH) for character in word)


_WIDTHS = {character: width for width, characters in CHARACTER_WIDTHS.items() for character in characters}
