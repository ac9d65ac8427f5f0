"""Running headers and footers: lines at the edges of pages that are repeated on several pages, and page numbers."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dossier.documents.pdf.page_rows import PageRow

MIN_PAGES = 3
"""The least number of pages on which a line is repeated with other figures; on two pages, it is the same line."""
MAX_GAP = 10
"""The most pages from one with a line to the next: further apart, they are short last lines that happen to agree."""
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
        for series in _series(members):
            if len(series) >= MIN_PAGES:
                running.update(id(row) for number in series for row in members[number])
    if len(pages) < MIN_PAGES:
        running |= _same_rows(edges, labels)
    return _connected(pages, running)


def _series(numbers: Iterable[int]) -> Iterator[list[int]]:
    """Yield the numbers of pages, in order, in series without a gap that is too large."""
    series: list[int] = []
    for number in numbers:
        if series and number - series[-1] > MAX_GAP:
            yield series
            series = []
        series.append(number)
    yield series


def _same_rows(edges: Sequence[tuple[int, str, PageRow]], labels: Sequence[str]) -> set[int]:
    """Return the ids of the rows of two pages that are the same, figures too, but for the number of the page."""
    groups: dict[tuple[str, str], dict[int, PageRow]] = defaultdict(dict)
    for number, edge, row in edges:
        words = _without_page_number(row, labels[number], f"{number + 1}/{len(labels)}")
        height = round(row.baseline / SAME_HEIGHT)
        for near in (height, height + 1):
            groups[edge, f"{words} at {near}"][number] = row
    return {id(row) for members in groups.values() if len(members) > 1 for row in members.values()}


def _without_page_number(row: PageRow, label: str, of_all: str) -> str:
    """Return the words of a row, with # instead of the number of its page at either end: `2` or, of two, `2/2`."""
    tokens = row.text.split()
    for end in (0, -1):
        if tokens[end].strip(SURROUNDING) in (label, of_all):
            tokens[end] = "#"
    return " ".join(tokens)


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
