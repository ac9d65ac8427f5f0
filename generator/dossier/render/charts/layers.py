"""The layout of boxes in columns, joined by links from one column to the next, in whole units.

Boxes are ordered by the mean position of what they are linked to, which avoids most crossings. A link that passes a
column has a lane there, so that it does not run behind a box.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

SWEEPS = 6
"""How often the order of the columns is improved, to and fro."""

Item = Hashable
"""A box or a lane."""
Neighbours = Mapping[Item, Mapping[Item, float]]
"""What each item is linked to, with the weights of the links; heavier ones are kept straighter."""


class Layout(NamedTuple):
    """Where each item begins, across the columns, and how much it takes; and how much there is in all."""

    starts: Mapping[Item, int]
    sizes: Mapping[Item, int]
    units: int

    def middle(self, item: Item) -> float:
        """Return the middle of an item."""
        return self.starts[item] + self.sizes[item] / 2


def lay_out(
    columns: Sequence[Sequence[Item]],
    links: Mapping[tuple[Item, Item], float],
    sizes: Mapping[Item, int],
    last: set[Item],
    units: int = 0,
) -> Layout:
    """Lay out items, given by column, in `units`, or in as many as the fullest column takes.

    `links` have their weights. Items that are `last` stay at the end of their columns.
    """
    neighbours: dict[Item, dict[Item, float]] = defaultdict(dict)
    for (left, right), weight in links.items():
        neighbours[left][right] = neighbours[right][left] = weight
    units = units or max((sum(sizes[item] for item in row) for row in columns), default=0)
    rows = _order(columns, neighbours, last)
    return Layout(_place(rows, neighbours, sizes, units), sizes, units)


def _order(rows: Sequence[Sequence[Item]], neighbours: Neighbours, last: set[Item]) -> Sequence[Sequence[Item]]:
    """Return the rows in the order with the fewest crossings of those that sweeps to and fro find."""
    order = [sorted(row, key=lambda item: item in last) for row in rows]
    best, fewest = order, _crossings(order, neighbours)
    for sweep in range(SWEEPS):
        if not fewest:
            break
        order = [list(row) for row in order]
        for index in range(len(order)) if sweep % 2 == 0 else reversed(range(len(order))):
            places = {item: (place + 0.5) / len(row) for row in order for place, item in enumerate(row)}
            means = {item: _mean(neighbours.get(item, {}), places, places[item]) for item in order[index]}
            order[index].sort(key=lambda item: (item in last, means[item]))
        crossings = _crossings(order, neighbours)
        if crossings < fewest:
            best, fewest = order, crossings
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
    rows: Sequence[Sequence[Item]], neighbours: Neighbours, sizes: Mapping[Item, int], units: int
) -> dict[Item, int]:
    """Return where each item begins: as near to its neighbours as the others allow, in the order of its row."""
    middles: dict[Item, float] = dict.fromkeys(chain.from_iterable(rows), units / 2)
    if any(len(row) > 1 for row in rows):
        for row in rows:
            middles |= _stack(row, middles, sizes, units)
        for index in (*range(len(rows)), *reversed(range(len(rows))), *range(len(rows))):
            wished = {item: _mean(neighbours.get(item, {}), middles, units / 2) for item in rows[index]}
            middles |= _stack(rows[index], wished, sizes, units)
    starts: dict[Item, int] = {}
    for row in rows:
        starts |= _snap(row, {item: middles[item] - sizes[item] / 2 for item in row}, sizes, units)
    return starts


def _stack(
    row: Sequence[Item], wished: Mapping[Item, float], sizes: Mapping[Item, int], units: int
) -> dict[Item, float]:
    """Return the middles nearest to the wished ones at which the items do not overlap and are in order.

    Without their sizes, the wishes must not decrease: neighbours that do are given their mean (isotonic regression).
    """
    offsets: list[float] = []
    used = 0
    for item in row:
        offsets.append(used + sizes[item] / 2)
        used += sizes[item]
    blocks: list[tuple[float, int]] = []
    for item, offset in zip(row, offsets, strict=True):
        blocks.append((wished[item] - offset, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (mean, count), (other, others) = blocks.pop(), blocks.pop()
            blocks.append(((mean * count + other * others) / (count + others), count + others))
    shifts = [min(max(mean, 0.0), units - used) for mean, count in blocks for _ in range(count)]
    return {item: offset + shift for item, offset, shift in zip(row, offsets, shifts, strict=True)}


def _snap(row: Sequence[Item], starts: Mapping[Item, float], sizes: Mapping[Item, int], units: int) -> dict[Item, int]:
    """Return starts in whole units at which the items do not overlap."""
    snapped: dict[Item, int] = {}
    free = 0
    for item in row:
        snapped[item] = max(round(starts[item]), free)
        free = snapped[item] + sizes[item]
    limit = units
    for item in reversed(row):
        snapped[item] = min(snapped[item], limit - sizes[item])
        limit = snapped[item]
    return snapped


def _mean(neighbours: Mapping[Item, float], places: Mapping[Item, float], default: float) -> float:
    total = sum(neighbours.values())
    return sum(places[item] * weight for item, weight in neighbours.items()) / total if total else default
