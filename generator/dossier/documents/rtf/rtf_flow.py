"""A flow of paragraphs and tables of an RTF document: the body, a footnote, a text box or a header."""

from typing import Any

from dossier.documents.html_building import add_element, add_marked, add_text

MAX_LEVEL = 30
"""The most tables that are in one another."""


class _OpenTable:
    """A table that has not ended: its element, the cells of its row, and what is in the cell that is being written."""

    def __init__(self) -> None:
        self.element = _element("table")
        self.cells: list[Any] = []
        self.pieces: list[Any] = []

    def end_cell(self) -> None:
        cell = _element("td")
        cell.extend(self.pieces)
        self.cells.append(cell)
        self.pieces = []

    def end_row(self) -> None:
        if self.pieces:
            self.end_cell()
        if self.cells:
            add_element(self.element, "tr").extend(self.cells)
        self.cells = []


class RtfFlow:
    """Builds the HTML of a flow; a paragraph is at level 0, in a table at level 1, in a table in a cell at level 2."""

    def __init__(self) -> None:
        """Begin with an empty flow."""
        self.root = _element("body")
        self._paragraph: Any = None
        self._tables: list[_OpenTable] = []

    def add(self, text: str, tag: str = "") -> None:
        """Add text to the paragraph; `tag` is the element of HTML for text that is raised, lowered or struck out."""
        if tag:
            add_marked(self.paragraph, tag, text)
        else:
            add_text(self.paragraph, text)

    @property
    def paragraph(self) -> Any:
        """The paragraph that is being written."""
        if self._paragraph is None:
            self._paragraph = _element("p")
        return self._paragraph

    def end_paragraph(self, heading: int | None, level: int) -> None:
        """End the paragraph, which is a heading if it has the level of one."""
        paragraph, self._paragraph = self._paragraph, None
        if paragraph is None:
            return
        if heading is not None:
            paragraph.tag = f"h{min(heading, 6)}"
        self._pieces(level).append(paragraph)

    def add_block(self, element: Any, level: int) -> None:
        """Add an element after the paragraphs so far."""
        self._pieces(level).append(element)

    def end_cell(self, level: int) -> None:
        """End a cell of a table with the paragraph."""
        self.end_paragraph(None, level)
        self._pieces(level)
        self._tables[-1].end_cell()

    def end_row(self, level: int) -> None:
        """End a row of a table."""
        if self._paragraph is not None:
            self.end_paragraph(None, level)
        self._pieces(level)
        self._tables[-1].end_row()

    def finish(self) -> Any:
        """End what has not ended, and return the body."""
        self.end_paragraph(None, len(self._tables))
        self._pieces(0)
        return self.root

    def _pieces(self, level: int) -> Any:
        """Return what is at a level, after ending the tables in it, or beginning those around it."""
        while len(self._tables) > level:
            table = self._tables.pop()
            table.end_row()
            (self._tables[-1].pieces if self._tables else self.root).append(table.element)
        while len(self._tables) < min(level, MAX_LEVEL):
            self._tables.append(_OpenTable())
        return self._tables[-1].pieces if self._tables else self.root


def _element(tag: str) -> Any:
    from lxml.html import Element  # type: ignore[import-untyped]  # Imported here because it takes 0.1 s.

    return Element(tag)
