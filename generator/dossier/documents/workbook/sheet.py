"""A sheet of a workbook as it is stored, and what a reader should know about it."""

from collections.abc import Iterator, Sequence

from dossier.documents.remarks import MAX_SHOWN
from dossier.documents.table_text import Row, column_letter
from dossier.model.errors import UserError
from dossier.text.wording import truncate

MAX_CELLS = 4_000_000
"""The most cells of a workbook, with the empty ones to the left of others."""


class Sheet:
    """The values of a sheet by their row and column, and the places of what is not as it looks."""

    def __init__(self, name: str, is_hidden: bool = False) -> None:
        self.name = name
        self.is_hidden = is_hidden
        self.rows: list[Row] = []
        self.hidden_rows: list[str] = []
        self.hidden_columns: list[str] = []
        self.merged: list[str] = []
        self.formulas: list[str] = []
        self.unstored: list[str] = []
        """Cells with a formula whose result is not stored."""
        self.errors: list[str] = []
        self.dates: list[str] = []
        self.long_numbers: list[str] = []
        """Cells with a number of more digits than any program shows."""
        self.struck: list[str] = []
        self.covered: list[str] = []
        """Cells with a value that is under a merged cell, where nobody sees it."""
        self.formats: dict[str, set[str]] = {}
        """The forms in which numbers are shown, by the letter of the column."""

    def remarks(self) -> Iterator[str]:
        """Yield what an editor should compare in the sheet."""
        where = f"the sheet {self.name}"
        if self.is_hidden:
            yield f"Hidden in the workbook, and read: {where}."
        listed = (
            (f"Hidden rows, read, in {where}", self.hidden_rows),
            (f"Hidden columns, read, in {where}", self.hidden_columns),
            (f"Merged cells, whose value is in the first column and row only, in {where}", self.merged),
            (f"Results of formulas, as stored, in {where}", self.formulas),
            (f"Formulas without a stored result, left out, in {where}", self.unstored),
            (f"Errors, written as they are, in {where}", self.errors),
            (f"Dates and times, written as in ISO 8601, in {where}", self.dates),
            (f"Numbers with more digits than a program shows, written as stored, in {where}", self.long_numbers),
            (f"Struck out, and left out, in {where}", self.struck),
            (f"Under a merged cell, and left out, in {where}", self.covered),
        )
        for label, places in listed:
            if places:
                yield f"{label}: {truncate(', '.join(places), MAX_SHOWN)}."
        if self.formats:
            forms = ", ".join(f"{column} as {' or '.join(sorted(codes))}" for column, codes in self.formats.items())
            yield f"Numbers that are shown in another form than stored, in {where}: {truncate(forms, MAX_SHOWN)}."


class CellBudget:
    """Counts the cells of a workbook, so that a small file cannot become a large table."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._left = MAX_CELLS

    def spend(self, cells: int) -> None:
        """Raise UserError where the workbook has too many cells."""
        self._left -= cells
        if self._left < 0:
            raise UserError(f"{self._name}: it has more than {MAX_CELLS:,} cells: save the rows that you need as CSV")


def dense(values: dict[int, str]) -> Sequence[str]:
    """Return values by their column as a list, "" where there is none."""
    return [values.get(column, "") for column in range(max(values, default=-1) + 1)]


def cell_name(column: int, row: int) -> str:
    """Return what a spreadsheet program calls a cell: `C4`."""
    return f"{column_letter(column)}{row}"
