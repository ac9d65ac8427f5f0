"""Running headers and footers: lines at the edges of pages that are repeated on several pages, and page numbers."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from dossier.documents.pdf.page_rows import PageRow

MIN_PAGES = 3
"""The least number of pages on which a line is repeated."""
EDGE_LINES = 4
"""The number of lines at the top and at the bottom of a page that may be repeated ones."""
SAME_HEIGHT = 4.0
"""By how many points the place of a repeated line differs at most, to either side of a multiple of it."""
DIGITS = re.compile(r"\d+")
NUMBER = re.compile(r"[ivxlcdm]+|\d+", re.IGNORECASE)
SURROUNDING = " .–—-|/[]()"


def find_running_rows(pages: Sequence[Sequence[PageRow]], labels: Sequence[str]) -> set[int]:
    """Return the ids (`id()`) of the rows that are headers, footers and page numbers; `pages` are rows in order."""
    edges = [(number, edge, row) for number, rows in enumerate(pages) for edge, row in _edge_rows(rows)]
    running: set[int] = set()
    groups: dict[tuple[str, str], dict[int, list[PageRow]]] = defaultdict(lambda: defaultdict(list))
    for number, edge, row in edges:
        for key in _keys(row, labels[number], number):
            groups[edge, key][number].append(row)
    for members in groups.values():
        if len(members) >= MIN_PAGES:
            running.update(id(row) for rows in members.values() for row in rows)
    return _connected(pages, running)


def _edge_rows(rows: Sequence[PageRow]) -> Iterable[tuple[str, PageRow]]:
    """Yield the rows at the top and at the bottom of a page, each with the edge it is at."""
    ordered = sorted((row for row in rows if row.angle == rows[0].angle), key=lambda row: row.baseline)
    for row in ordered[:EDGE_LINES]:
        yield "top", row
    for row in ordered[-EDGE_LINES:]:
        yield "bottom", row


def _keys(row: PageRow, label: str, number: int) -> Iterable[str]:
    """Yield what a row has in common with those that repeat it: its words, or a page number at the same height."""
    text = " ".join(row.text.split())
    height = round(row.baseline / SAME_HEIGHT)
    words = DIGITS.sub("#", text)
    if any(character.isalpha() for character in words) and text != label:
        yield from (f"{words} at {near}" for near in (height, height + 1))
    tokens = text.split()
    for token in {tokens[0].strip(SURROUNDING), tokens[-1].strip(SURROUNDING)}:
        if token and token.lower() == label.lower() and NUMBER.fullmatch(token):
            yield from (f"the page's label at {near}" for near in (height, height + 1))
        elif token.isdecimal() and token.isascii() and len(token) < len("99999"):
            yield from (f"page number {int(token) - number} at {near}" for near in (height, height + 1))


def _connected(pages: Sequence[Sequence[PageRow]], running: set[int]) -> set[int]:
    """Return those of the rows that have no other row between them and the edge of the page."""
    kept: set[int] = set()
    for rows in pages:
        ordered = sorted((row for row in rows if row.angle == rows[0].angle), key=lambda row: row.baseline)
        for direction in (ordered, ordered[::-1]):
            for row in direction:
                if id(row) not in running:
                    break
                kept.add(id(row))
    return kept
