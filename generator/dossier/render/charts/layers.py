"""The layout of boxes in columns, joined by links from one column to a later one.

Boxes are ordered by the mean position of what they are linked to, which avoids most crossings. A link that passes a
column gets a lane there, so that it does not run behind a box. Positions across the columns are in slots, one for each
box.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

SWEEPS = 6
"""How often the order of the columns is improved, to and fro."""

Item = Hashable


class Link(NamedTuple):
    """A link between two boxes, the first in an earlier column. Heavier ones are kept straighter."""

    start: Item
    end: Item
    weight: float


class Lane(NamedTuple):
    """Where a link passes a column."""

    link: Link
    column: int


class Layout(NamedTuple):
    """The middle of each box and lane, in slots, and the slots that the fullest column needs.

    `columns` are the column of each box, `sizes` how many slots a box of each column has.
    """

    middles: Mapping[Item, float]
    columns: Mapping[Item, int]
    sizes: Sequence[float]
    slots: float

    def path(self, link: Link) -> tuple[tuple[int, float], ...]:
        """Return the column and the middle of all that a link passes, from box to box."""
        first, last = self.columns[link.start], self.columns[link.end]
        lanes = [(column, self.middles[Lane(link, column)]) for column in range(first + 1, last)]
        return (first, self.middles[link.start]), *lanes, (last, self.middles[link.end])


def lay_out(
    columns: Sequence[Sequence[Item]], links: Iterable[Link], last: Iterable[Item], *, lane: float, fill: float = 0
) -> Layout:
    """Lay out boxes, given by column, each heaviest first; those that are `last` stay at the end of their columns.

    A lane has `lane` slots. With `fill`, which is a number of slots, the boxes of each column share them all, but none
    gets more than two.
    """
    column_of = {item: index for index, items in enumerate(columns) for item in items}
    neighbours: dict[Item, dict[Item, float]] = defaultdict(dict)
    rows: list[list[Item]] = [list(items) for items in columns]
    at_end = set(last)
    for link in links:
        first, final = column_of[link.start], column_of[link.end]
        lanes = [Lane(link, column) for column in range(first + 1, final)]
        for passed in lanes:
            rows[passed.column].append(passed)
        at_end |= set(lanes) if {link.start, link.end} & at_end else set()
        for left, right in pairwise([link.start, *lanes, link.end]):
            neighbours[left][right] = neighbours[right][left] = link.weight
    lanes_in = [len(row) - len(items) for row, items in zip(rows, columns, strict=True)]
    sizes = [1.0] * len(rows)
    slots = max((len(items) + count * lane for items, count in zip(columns, lanes_in, strict=True)), default=0.0)
    if fill:
        slots = fill
        rows_of = zip(columns, lanes_in, strict=True)
        shares = [(fill - count * lane) / max(len(items), 1) for items, count in rows_of]
        sizes = [min(share, 2.0) for share in shares]
    size_of = {item: sizes[column_of[item]] if item in column_of else lane for row in rows for item in row}
    best = _order(rows, neighbours, at_end)
    return Layout(_place(best, neighbours, size_of, slots), column_of, sizes, slots)


Neighbours = Mapping[Item, Mapping[Item, float]]


def _order(rows: list[list[Item]], neighbours: Neighbours, at_end: set[Item]) -> list[list[Item]]:
    """Return the rows in the order with the fewest crossings of those that sweeps to and fro find."""
    best, fewest = rows, _crossings(rows, neighbours)
    for sweep in range(SWEEPS):
        if not fewest:
            break
        indices = range(len(rows)) if sweep % 2 == 0 else reversed(range(len(rows)))
        rows = [list(row) for row in rows]
        for index in indices:
            places = {item: (place + 0.5) / len(row) for row in rows for place, item in enumerate(row)}
            means = {item: _mean(neighbours.get(item, {}), places, places[item]) for item in rows[index]}
            rows[index].sort(key=lambda item: (item in at_end and not isinstance(item, Lane), means[item]))
        crossings = _crossings(rows, neighbours)
        if crossings < fewest:
            best, fewest = rows, crossings
    return best


def _crossings(rows: Sequence[Sequence[Item]], neighbours: Neighbours) -> float:
    """Return how many links cross, each crossing by the weight of the lighter link."""
    total = 0.0
    for left, right in pairwise(rows):
        place = {item: index for index, item in enumerate(right)}
        ends = [
            (start, place[other], weight)
            for start, item in enumerate(left)
            for other, weight in neighbours.get(item, {}).items()
            if other in place
        ]
        for index, (start, end, weight) in enumerate(ends):
            total += sum(min(weight, other[2]) for other in ends[:index] if (start - other[0]) * (end - other[1]) < 0)
    return total


def _place(
    rows: Sequence[Sequence[Item]], neighbours: Neighbours, sizes: Mapping[Item, float], slots: float
) -> dict[Item, float]:
    """Return the middle of each item: as near to its neighbours as the others allow, in the order of its row."""
    middles: dict[Item, float] = {}
    for row in rows:
        middles |= _stack(row, dict.fromkeys(row, slots / 2), sizes, slots)
    for index in (*range(len(rows)), *reversed(range(len(rows))), *range(len(rows))):
        wished = {item: _mean(neighbours.get(item, {}), middles, slots / 2) for item in rows[index]}
        middles |= _stack(rows[index], wished, sizes, slots)
    return middles


def _stack(
    row: Sequence[Item], wished: Mapping[Item, float], sizes: Mapping[Item, float], slots: float
) -> dict[Item, float]:
    """Return the middles nearest to the wished ones at which the items do not overlap and are in order.

    Without their sizes, the wishes must not decrease: neighbours that do are given their mean (isotonic regression).
    """
    offsets: list[float] = []
    used = 0.0
    for item in row:
        size = sizes[item]
        offsets.append(used + size / 2)
        used += size
    blocks: list[tuple[float, int]] = []
    for item, offset in zip(row, offsets, strict=True):
        blocks.append((wished[item] - offset, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (mean, count), (other, others) = blocks.pop(), blocks.pop()
            blocks.append(((mean * count + other * others) / (count + others), count + others))
    shifts = [min(max(mean, 0.0), slots - used) for mean, count in blocks for _ in range(count)]
    return {item: offset + shift for item, offset, shift in zip(row, offsets, shifts, strict=True)}


def _mean(neighbours: Mapping[Item, float], places: Mapping[Item, float], default: float) -> float:
    total = sum(neighbours.values())
    return sum(places[item] * weight for item, weight in neighbours.items()) / total if total else default
