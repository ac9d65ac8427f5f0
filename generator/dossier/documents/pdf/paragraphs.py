"""Paragraphs: the lines of the pages of a PDF joined where a paragraph goes on, also over a column or a page."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from dossier.documents.pdf.page_rows import PageRow

Joint = Literal["joined", "line", "paragraph"]
"""What is between two lines: they are one paragraph, two lines of a block, or two paragraphs."""

SAME_SIZE = 0.92
"""From what part of a size on another one counts as the same."""
INDENT = 0.7
"""From what indent on, in sizes, a line begins a paragraph."""
DEFAULT_LEADING = 1.2
"""The distance of two baselines, in sizes, where a document has too few lines to tell."""
LARGER_GAP = 1.22
"""From what multiple of the usual distance of lines on there is a gap between them."""
BLOCK_GAP = 1.9
"""Up to what multiple of the usual distance lines belong to one block, with the same edges."""
SAME_EDGE = 2
"""By how many points the left edges of the blocks of a column differ at most."""
SMALL_NOTE = 0.93
"""The size of footnotes, at most, as a part of the size of the other lines."""
SENTENCE_END = re.compile(r"[.?!:;…][\"'”’»)\]]*(?:\s*\[[^\]]{1,4}\])*$")
LIST_ITEM = re.compile(r"(?:[•▪◦‣∙·●○■–—*-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\[[^\]]{1,4}\])\s", re.IGNORECASE)
LEADER = re.compile(r"(?:\. ?|… ?|_|·){4,}\s*\S{1,6}$")
"""The end of a line of a table of contents."""
MUCH_SPACE = 0.25
"""How much of the width of a column is free after a line that ends a paragraph in the middle of a sentence."""
HYPHENS = ("-", "\u2010", "\u00ad")


class PageLayout:
    """What is usual in a document: the distance of its lines, and the right edge of each column."""

    def __init__(self, pages: Sequence[Sequence[PageRow]]) -> None:
        gaps: Counter[float] = Counter()
        sizes: Counter[float] = Counter()
        self._columns: dict[int, tuple[float, float]] = {}
        for rows in pages:
            for first, second in pairwise(rows):
                gap = (second.baseline - first.baseline) / first.size
                if 0.8 < gap < 3 and _overlap(first, second):
                    gaps[round(gap, 1)] += 1
            for row in rows:
                sizes[round(row.size, 1)] += len(row.text)
        self.leading = gaps.most_common(1)[0][0] if gaps else DEFAULT_LEADING
        self.size = sizes.most_common(1)[0][0] if sizes else 1.0
        for rows in pages:
            self._add_columns([row for row in rows if row.is_single])

    def _add_columns(self, rows: Sequence[PageRow]) -> None:
        """Keep the left and right edge of the column of each row of a page.

        A column is the blocks with the same left edge; a block is rows below each other.
        """
        blocks: list[tuple[list[PageRow], int]] = []
        block: list[PageRow] = []
        for number, row in enumerate(rows):
            block.append(row)
            following = rows[number + 1] if number + 1 < len(rows) else None
            if following is None or not self._is_in_block(row, following):
                blocks.append((block, Counter(round(row.left) for row in block).most_common(1)[0][0]))
                block = []
        for block, left in blocks:
            size = block[0].size
            column = [other for other, edge in blocks if abs(edge - left) <= SAME_EDGE and _same_size(other[0], size)]
            right = max(row.right for other in column for row in other)
            self._columns.update((id(row), (left, right)) for row in block)

    def _is_in_block(self, row: PageRow, following: PageRow) -> bool:
        if not _same_size(following, row.size) or following.angle != row.angle:
            return False
        gap = following.baseline - row.baseline
        return 0 < gap < BLOCK_GAP * self.leading * row.size and _overlap(row, following)

    def column_of(self, row: PageRow) -> tuple[float, float]:
        """Return the left and right edge of the column of running text that a row is in."""
        return self._columns.get(id(row), (row.left, row.right))

    def joint(self, first: PageRow, second: PageRow, previous: PageRow | None) -> Joint:
        """Return what is between two rows; `previous` is the row before the first in the same paragraph."""
        if not first.is_single or not second.is_single or first.angle != second.angle:
            return "line" if self._is_below(first, second) else "paragraph"
        if not _same_size(first, second.size):
            return "paragraph"
        if self._is_below(first, second):
            return self._joint_below(first, second, previous)
        return self._joint_over_break(first, second)

    def _is_below(self, first: PageRow, second: PageRow) -> bool:
        """Return whether a row is the line directly below another one."""
        if first.page != second.page or not _overlap(first, second):
            return False
        gap = second.baseline - first.baseline
        return 0 < gap <= LARGER_GAP * self.leading * max(first.size, second.size)

    def _joint_below(self, first: PageRow, second: PageRow, previous: PageRow | None) -> Joint:
        left, right = self.column_of(first)
        if LIST_ITEM.match(second.text) or LEADER.search(first.text) or _is_centred(first, second):
            return "line"
        is_full = not _fits(first, second, right)
        is_open = second.text[:1].islower() and not SENTENCE_END.search(first.text)
        if second.left - first.left > INDENT * first.size and (previous or not LIST_ITEM.match(first.text)):
            if is_full and not SENTENCE_END.search(first.text):
                return "joined"
            return "line" if first.left > left + INDENT * first.size else "paragraph"
        return "joined" if is_full or (is_open and right - first.right < MUCH_SPACE * (right - left)) else "line"

    def _joint_over_break(self, first: PageRow, second: PageRow) -> Joint:
        """Return whether a paragraph goes on after a column or page."""
        is_after = second.page == first.page + 1 or (second.page == first.page and second.left > first.right)
        if not is_after:
            return "paragraph"
        _, right = self.column_of(first)
        left, _ = self.column_of(second)
        if first.text.endswith(HYPHENS):
            return "joined"
        if second.left > left + INDENT * second.size or LIST_ITEM.match(second.text) or _fits(first, second, right):
            return "joined" if second.text[:1].islower() and not SENTENCE_END.search(first.text) else "paragraph"
        if SENTENCE_END.search(first.text) and not second.text[:1].islower():
            return "paragraph"
        return "joined"


def _same_size(row: PageRow, size: float) -> bool:
    return min(row.size, size) >= SAME_SIZE * max(row.size, size)


def _overlap(first: PageRow, second: PageRow) -> bool:
    return second.left < first.right and first.left < second.right


def _is_centred(first: PageRow, second: PageRow) -> bool:
    """Return whether a row is shorter than the one before it by the same at both ends."""
    is_shorter = second.left - first.left > INDENT * first.size
    return is_shorter and abs(first.left + first.right - second.left - second.right) < 0.6 * first.size


def _fits(first: PageRow, second: PageRow, right: float) -> bool:
    """Return whether the first word of a row would have fitted at the end of the one before it."""
    text = second.text
    word = text.split(maxsplit=1)[0]
    width = (second.right - second.left) * len(word) / max(1, len(text))
    return first.right + width + 0.5 * first.size < right and not first.text.endswith(HYPHENS)


def split_notes(rows: Sequence[PageRow], layout: PageLayout) -> tuple[list[PageRow], list[PageRow]]:
    """Return the rows of a page without the footnotes at the end of a column, and the footnotes."""
    body: list[PageRow] = []
    notes: list[PageRow] = []
    pending: list[PageRow] = []
    for row in rows:
        if pending and row.baseline < pending[-1].baseline:
            notes, pending = [*notes, *pending], []
        if row.size <= SMALL_NOTE * layout.size and (pending or LIST_ITEM.match(row.text)) and body:
            pending.append(row)
            continue
        body += [*pending, row]
        pending = []
    return body, [*notes, *pending]
