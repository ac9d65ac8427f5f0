"""Rows: the segments of a page, in the order in which they are read, those of one line of a table together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from dossier.documents.pdf.segments import CELL_GAP, FIGURES_GAP, WORD_GAP, Mapped, Segment

SAME_BASELINE = 0.35
"""The most by which the baselines of the cells of a row differ, in sizes."""
CELL_SEPARATOR = " | "
MIN_COLUMN_LINES = 4
"""The least number of lines of running text that make a column."""
LETTERS_OF_PROSE = 18
"""The least number of letters that the lines of a column have, by the median."""


@dataclass
class PageRow:
    """One or more segments on one line, the cells of a table."""

    segments: list[Segment]

    def __post_init__(self) -> None:
        self.left = min(segment.left for segment in self.segments)
        self.right = max(segment.right for segment in self.segments)
        self.baseline = self.segments[0].baseline
        self.size = max(segment.size for segment in self.segments)
        self.page = self.segments[0].page
        self.angle = self.segments[0].angle

    @property
    def is_single(self) -> bool:
        """Whether it is a line of running text, not of a table."""
        return len(self.segments) == 1

    @property
    def mapped(self) -> Mapped:
        """Its text, the cells separated, with the number of each character on the page."""
        if self.is_single:
            return self.segments[0].mapped
        text, indexes = "", list[int]()
        for segment in self.segments:
            if text:
                text += CELL_SEPARATOR
                indexes += [indexes[-1]] * len(CELL_SEPARATOR)
            text += segment.mapped.text
            indexes += segment.mapped.indexes
        return Mapped(text, indexes)

    @property
    def text(self) -> str:
        """Its text."""
        return self.mapped.text


def order_rows(segments: Sequence[Segment]) -> list[PageRow]:
    """Return the rows of a page in the order in which they are read; turned text comes last."""
    angles = sorted({segment.angle for segment in segments}, key=lambda angle: (-_letters(segments, angle), angle))
    rows: list[PageRow] = []
    for angle in angles:
        turned = [segment for segment in segments if segment.angle == angle]
        if _is_out_of_order(turned):
            turned = _by_columns(sorted(turned, key=lambda segment: (segment.baseline, segment.left)))
        rows += _join_cells(_by_columns(turned) if _is_interleaved(turned) else turned)
    return rows


def _letters(segments: Sequence[Segment], angle: int) -> int:
    return sum(len(segment.text) for segment in segments if segment.angle == angle)


def _are_on_one_line(first: Segment, second: Segment) -> bool:
    return abs(first.baseline - second.baseline) <= SAME_BASELINE * max(first.size, second.size)


def _join_cells(segments: Sequence[Segment]) -> list[PageRow]:
    """Return the rows that segments form; one that is directly beside an earlier one belongs to that one's row."""
    rows: list[list[Segment]] = []
    by_height: dict[int, list[list[Segment]]] = {}
    for segment in segments:
        row = rows[-1] if rows and _belongs_to(segment, rows[-1]) else None
        if row is None:
            height = round(segment.baseline)
            nearby = [other for near in (height - 1, height, height + 1) for other in by_height.get(near, ())]
            row = next((other for other in nearby if _belongs_to(segment, other) and _is_beside(segment, other)), None)
        if row is None:
            row = []
            rows.append(row)
            by_height.setdefault(round(segment.baseline), []).append(row)
        row.append(segment)
    return [PageRow(_join_beside(sorted(row, key=lambda segment: segment.left))) for row in rows]


def _belongs_to(segment: Segment, row: Sequence[Segment]) -> bool:
    return _are_on_one_line(row[-1], segment) and not any(_overlaps(segment, cell) for cell in row)


def _is_beside(segment: Segment, row: Sequence[Segment]) -> bool:
    return any(_has_no_gap(*sorted((segment, cell), key=lambda one: one.left)) for cell in row)


def _has_no_gap(first: Segment, second: Segment) -> bool:
    """Return whether a segment is the next word, or the rest of a word, after another one."""
    size = max(first.size, second.size)
    is_figure = first.text[-1].isdigit() and second.text[0].isdigit()
    return second.left - first.right < (FIGURES_GAP if is_figure else CELL_GAP) * size


def _join_beside(row: Sequence[Segment]) -> list[Segment]:
    """Return the segments of a row, those that are directly beside each other as one."""
    joined: list[Segment] = []
    for segment in row:
        if joined and _has_no_gap(joined[-1], segment):
            last = joined.pop()
            separator = " " if segment.left - last.right > WORD_GAP * last.size else ""
            text = last.mapped.text + separator + segment.mapped.text
            numbers = last.mapped.indexes + segment.mapped.indexes[:1] * len(separator) + segment.mapped.indexes
            segment = replace(last, right=segment.right, mapped=Mapped(text, numbers))
        joined.append(segment)
    return joined


def _overlaps(first: Segment, second: Segment) -> bool:
    """Return whether two segments are above each other, apart from a slight overlap."""
    margin = 0.5 * min(first.size, second.size)
    return first.left + margin < second.right and second.left + margin < first.right


def _is_out_of_order(segments: Sequence[Segment]) -> bool:
    """Return whether the file gives lines in another order than they are read: upwards, one above the other."""
    jumps = sum(
        1
        for first, second in pairwise(segments)
        if second.baseline < first.baseline - SAME_BASELINE * first.size
        and second.left < first.right
        and first.left < second.right
    )
    return jumps > max(1, len(segments) // 40)


def _is_interleaved(segments: Sequence[Segment]) -> bool:
    """Return whether the file gives the lines of two columns of running text in turns."""
    sides = [
        (first, second)
        for first, second in pairwise(segments)
        if _are_on_one_line(first, second) and second.left > first.right and _is_prose([first]) and _is_prose([second])
    ]
    return len(sides) >= MIN_COLUMN_LINES and _gutter(segments) is not None


def _by_columns(segments: Sequence[Segment]) -> list[Segment]:
    """Return segments that are sorted by line with each column of running text after the one to its left.

    A line that is as wide as several columns, such as a title, separates what is above it from what is below.
    """
    gutter = _gutter(segments)
    if gutter is None:
        return list(segments)
    ordered: list[Segment] = []
    for band in _bands(segments, gutter):
        left = [segment for segment in band if segment.right <= gutter]
        right = [segment for segment in band if segment.left >= gutter]
        if len(left) + len(right) < len(band):
            ordered += band
        else:
            ordered += [*_by_columns(left), *_by_columns(right)]
    return ordered


def _bands(segments: Sequence[Segment], gutter: float) -> Iterator[list[Segment]]:
    """Yield the segments above, on and below each line that crosses the gutter."""
    band: list[Segment] = []
    was_crossing = False
    for segment in segments:
        crosses = segment.left < gutter < segment.right
        if band and crosses != was_crossing:
            yield band
            band = []
        band.append(segment)
        was_crossing = crosses
    if band:
        yield band


def _gutter(segments: Sequence[Segment]) -> float | None:
    """Return the middle of the white space between two columns of running text; None if there are none."""
    lines = [segment for segment in segments if segment.letters]
    if len(lines) < MIN_COLUMN_LINES * 2:
        return None
    edges = sorted({segment.left for segment in lines})
    best: tuple[int, float] | None = None
    for edge in edges:
        left = [segment for segment in lines if segment.right < edge]
        right = [segment for segment in lines if segment.left >= edge - 1]
        crossing = len(lines) - len(left) - len(right)
        if len(left) < MIN_COLUMN_LINES or len(right) < MIN_COLUMN_LINES or crossing * 2 > len(left) + len(right):
            continue
        middle = (max(segment.right for segment in left) + edge) / 2
        if not _is_prose(left) or not _is_prose(right) or not _overlap(left, right):
            continue
        score = -crossing
        if best is None or score > best[0]:
            best = (score, middle)
    return best[1] if best else None


def _is_prose(segments: Sequence[Segment]) -> bool:
    return median(segment.letters for segment in segments) >= LETTERS_OF_PROSE


def _overlap(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    """Return whether two columns are side by side, not one above the other."""
    top = max(min(segment.baseline for segment in side) for side in (left, right))
    bottom = min(max(segment.baseline for segment in side) for side in (left, right))
    return bottom > top
