"""The drawing of provenance: columns of boxes, and lines as wide as there are passages.

Boxes are HTML, so that their words wrap as the page's do; the lines are SVG, stretched over the same ground. Positions
across the columns are in slots, positions along them follow from the number of columns, so that a drawing fits any
width. On narrow screens the columns become rows: the style sheet exchanges the axes. If it would be too small there, a
second drawing with fewer, wider boxes takes its place.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from dossier.graph.provenance import ROLES, Node, Provenance, Role, merge_lightest
from dossier.render.charts.layers import Layout, Link, lay_out
from dossier.text.wording import pluralize

BOX_TO_GAP = 1.6
"""The width of a box in that of a gap between columns; the style sheet has the same ratio."""
BOX_SHARE, NARROW_BOX_SHARE = 0.84, 0.92
"""How much of its slots a box fills; the style sheet has the same shares."""
LANE, NARROW_LANE = 0.3, 0.14
"""The slots of a line that passes a column."""
PORT_SHARE = 0.72
"""The part of a box's side where lines meet it."""
EXTENT = 1000
"""The units of the lines' view box in both directions."""
MIN_LINE, MAX_LINE, MAX_NARROW_LINE, LINE_PER_PASSAGE = 1.5, 14.0, 8.0, 2.0
"""The widths of lines in pixels."""
NARROW_WIDTH, NARROW_PADDING, NARROW_SLOTS = 358, 6, 5
"""The pixels between the margins of a phone and in the paddings of a box, and the boxes that fit in a row."""
MIN_NARROW_BOXES = 3
CHARACTER_WIDTHS = {
    2.8: "ijl",
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

HEADINGS: Mapping[Role, str] = {"read": "We read", "relay": "Which relay", "said": "Who said it"}
OTHERS = "others"
UNNAMED = "Someone not named"


class DrawnBox(NamedTuple):
    """A box: its name, its passages as a number and in words, the path of its page, "" if none, its middle."""

    role: Role
    name: str
    passages: int
    counts: str
    path: str
    middle: float
    is_read: bool
    is_merged: bool


class DrawnColumn(NamedTuple):
    """A column of boxes; `heading` is "" where it continues the one before. `size` is that of its boxes in slots."""

    heading: str
    size: float
    boxes: tuple[DrawnBox, ...]


class DrawnLine(NamedTuple):
    """A line from box to box: the data of its path, and its width in pixels, 0 where no passage has this link."""

    path: str
    width: float
    is_lit: bool


class Drawing(NamedTuple):
    """A drawing and for what it is: `wide` or `narrow` screens, "" for both."""

    screen: str
    slots: float
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
    layout = _lay_out(wide)
    narrow_width = NARROW_WIDTH * BOX_SHARE / max(layout.slots, 1)
    if layout.slots <= NARROW_SLOTS and _longest_word(wide.nodes, names) <= narrow_width - NARROW_PADDING:
        return (_drawing("", wide, layout, names, lit),)
    return _drawing("wide", wide, layout, names, lit), _narrow_drawing(provenance, names, lit)


def _narrow_drawing(provenance: Provenance, names: Names, lit: str) -> Drawing:
    """Draw provenance for phones: as many boxes in each row as leave their longest words whole."""
    limits = [NARROW_SLOTS] * len(ROLES)
    while True:
        merged = merge_lightest(provenance, limits, lit)
        layout = _lay_out(merged, fill=NARROW_SLOTS)
        too_small = []
        for index, column in enumerate(_columns(merged)):
            width = NARROW_WIDTH / NARROW_SLOTS * layout.sizes[index] * NARROW_BOX_SHARE - NARROW_PADDING
            boxes = merged.in_column(column)
            if len(boxes) > MIN_NARROW_BOXES and _longest_word(boxes, names) > width:
                too_small.append((column, len(boxes)))
        if not too_small:
            return _drawing("narrow", merged, layout, names, lit)
        for column, count in too_small:
            limits[column] = count - 1


def _columns(provenance: Provenance) -> list[int]:
    return sorted({box.column for box in provenance.nodes})


def _lay_out(provenance: Provenance, fill: float = 0) -> Layout:
    columns = [provenance.in_column(column) for column in _columns(provenance)]
    merged = [box for box in provenance.nodes if box.others]
    lane = NARROW_LANE if fill else LANE
    return lay_out(columns, _passage_counts(provenance), merged, lane=lane, fill=fill)


def _passage_counts(provenance: Provenance) -> dict[Link, int]:
    """Return the links with their numbers of passages, 0 for those without any."""
    counts = {Link(*link, weight=len(places)): len(places) for link, places in sorted(provenance.links.items())}
    return counts | {Link(*link, weight=0.5): 0 for link in provenance.based_on}


def _drawing(screen: str, provenance: Provenance, layout: Layout, names: Names, lit: str) -> Drawing:
    columns: list[DrawnColumn] = []
    roles: list[Role] = []
    for index, column in enumerate(_columns(provenance)):
        boxes = sorted(provenance.in_column(column), key=layout.middles.__getitem__)
        drawn = tuple(_drawn_box(box, provenance, layout, names) for box in boxes)
        role = boxes[0].role
        columns.append(DrawnColumn("" if role in roles else HEADINGS[role], round(layout.sizes[index], 2), drawn))
        roles.append(role)
    return Drawing(
        screen,
        round(layout.slots, 2),
        tuple(columns),
        tuple(_lines(provenance, layout, lit, MAX_NARROW_LINE if screen == "narrow" else MAX_LINE)),
    )


def _words(box: Node, names: Names) -> str:
    if box.others:
        return f"{box.others} {OTHERS}"
    return names.name(box.party) if box.party else UNNAMED


def _drawn_box(box: Node, provenance: Provenance, layout: Layout, names: Names) -> DrawnBox:
    path = names.path(box.party) if box.party else ""
    passages = len(provenance.nodes[box])
    counts = _counts(passages, len(provenance.own.get(box, ())))
    is_read = box.role == "read" or (bool(box.party) and names.is_read(box.party))
    return DrawnBox(
        box.role, _words(box, names), passages, counts, path, round(layout.middles[box], 2), is_read, box.others > 0
    )


def _counts(passages: int, own: int) -> str:
    if not passages:
        return "not cited here"
    if not own:
        return pluralize(passages, "passage")
    return f"{own} own words" if own == passages else f"{own} own, {passages - own} relayed"


def _lines(provenance: Provenance, layout: Layout, lit: str, widest: float) -> Iterable[DrawnLine]:
    """Yield the lines, the lightest first: heavier ones, and those that are lit, are drawn over them."""
    counts = _passage_counts(provenance)
    scale = min(LINE_PER_PASSAGE, widest / max(counts.values(), default=1))
    widths = {link: max(MIN_LINE, count * scale) if count else 0.0 for link, count in counts.items()}
    lit_boxes = {box for box in provenance.nodes if lit and box.party == lit}
    lit_links = {link for link in counts if not lit or {link.start, link.end} & lit_boxes}
    paths = {link: layout.path(link) for link in counts}
    ports = _ports(paths, widths, layout)
    for link in sorted(counts, key=lambda link: (link in lit_links, widths[link])):
        yield DrawnLine(_curve(paths[link], ports[link], layout), round(widths[link], 1), link in lit_links)


Path = Sequence[tuple[int, float]]


def _ports(paths: Mapping[Link, Path], widths: Mapping[Link, float], layout: Layout) -> dict[Link, tuple[float, float]]:
    """Return where each link meets the sides of its two boxes: next to each other, in the order of their other ends."""
    starts: dict[Hashable, list[Link]] = defaultdict(list)
    ends: dict[Hashable, list[Link]] = defaultdict(list)
    for link in paths:
        starts[link.start].append(link)
        ends[link.end].append(link)
    found: dict[Link, list[float]] = {link: [0.0, 0.0] for link in paths}
    for side, neighbour, by_box in ((0, 1, starts), (1, -2, ends)):
        for box, links in by_box.items():
            links.sort(key=lambda link: paths[link][neighbour][1])
            shares = [max(widths[link], MIN_LINE) + 2 for link in links]
            extent = layout.sizes[layout.columns[box]] * BOX_SHARE * PORT_SHARE
            position = layout.middles[box] - extent / 2
            for link, share in zip(links, shares, strict=True):
                found[link][side] = position + extent * share / sum(shares) / 2
                position += extent * share / sum(shares)
    return {link: (start, end) for link, (start, end) in found.items()}


def _curve(path: Path, ports: tuple[float, float], layout: Layout) -> str:
    """Return the data of a path through the gaps between columns, straight in the lanes that it takes."""
    pitch = EXTENT / ((BOX_TO_GAP + 1) * len(layout.sizes) - 1)
    positions = [ports[0], *(middle for _, middle in path[1:-1]), ports[1]]
    across = [round(position / layout.slots * EXTENT) for position in positions]
    pieces: list[str] = []
    for index, ((column, _), (next_column, _)) in enumerate(pairwise(path)):
        left = round(((BOX_TO_GAP + 1) * column + BOX_TO_GAP) * pitch)
        right = round((BOX_TO_GAP + 1) * next_column * pitch)
        middle, start, end = (left + right) // 2, across[index], across[index + 1]
        pieces.append(f"H{left}" if pieces else f"M{left} {start}")
        pieces.append(f"H{right}" if start == end else f"C{middle} {start} {middle} {end} {right} {end}")
    return "".join(pieces)


def _longest_word(boxes: Iterable[Node], names: Names) -> float:
    """Return the width of the longest word in the boxes, in pixels at the smallest size."""
    return max((word_width(word) for box in boxes for word in _words(box, names).split()), default=0.0)


def word_width(word: str) -> float:
    """Return about how many pixels a word takes at the smallest size."""
    return sum(_WIDTHS.get(character, DEFAULT_WIDTH) for character in word)


_WIDTHS = {character: width for width, characters in CHARACTER_WIDTHS.items() for character in characters}
