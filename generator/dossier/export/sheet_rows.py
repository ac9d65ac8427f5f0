"""The rows of a sheet of a workbook as SpreadsheetML (ECMA-376 part 1, sections 18.3.1.4 and 18.3.1.73).

XlsxWriter makes everything else of a workbook, but takes eight times as long for the cells, a tenth of a whole build.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from dossier.export.columns import Cell, Column, Row

MAX_CHARACTERS = 32_767
"""The characters of a cell, in UTF-16: one beyond the basic plane, such as an emoji, counts as two."""
FIRST_YEAR = 1901
"""Excel counts days from 1900, in which it has a day too many."""
DAY_BEFORE_FIRST = date(1899, 12, 30)
MAX_DIGITS = 15
"""The digits of a number that Excel keeps; a longer one is text."""
HEADER_STYLE, TEXT_STYLE, DAY_STYLE = 1, 2, 3
"""The numbers of the styles of cells in the workbook. What has no style of its own has none."""
ESCAPED = re.compile("[\0-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
"""Characters that XML does not allow, and the beginning of what stands for them (section 22.4.2.4)."""
LETTERS = 26


def sheet_rows(columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[str]:
    """Yield the header and the rows of a sheet, each as an element."""
    names = [*map(_column_name, range(len(columns)))]
    are_days = [column.type == "date" for column in columns]
    header = (
        _text(f'<c r="{name}1" s="{HEADER_STYLE}"', column.name) for name, column in zip(names, columns, strict=True)
    )
    yield f'<row r="1">{"".join(header)}</row>'
    for number, row in enumerate(rows, 2):
        cells = [
            _cell(f"{name}{number}", cell, is_day)
            for name, cell, is_day in zip(names, row, are_days, strict=True)
            if cell is not None
        ]
        yield f'<row r="{number}">{"".join(cells)}</row>'


def _cell(address: str, cell: Cell, is_day: bool) -> str:
    """Return a value as what it is: a number, a truth value, a day, or a text."""
    if isinstance(cell, str):
        if is_day and (day := _day(cell)):
            return f'<c r="{address}" s="{DAY_STYLE}"><v>{(day - DAY_BEFORE_FIRST).days}</v></c>'
        return _text(f'<c r="{address}" s="{TEXT_STYLE}"', cell)
    if isinstance(cell, bool):
        return f'<c r="{address}" t="b"><v>{cell:d}</v></c>'
    if isinstance(cell, Decimal) and not _is_exact(cell):
        return _text(f'<c r="{address}" s="{TEXT_STYLE}"', format(cell, "f"))
    return f'<c r="{address}"><v>{cell:.16G}</v></c>'


def _text(opening: str, text: str) -> str:
    """Return a cell with a text; most are as they are, which is quickly seen, since only the space is printable."""
    if not text.isprintable() or "_x" in text or len(text) > MAX_CHARACTERS // 2:
        text = ESCAPED.sub(lambda match: f"_x{ord(match[0]):04X}_", _cut_to_cell(text))
    is_bare = text.strip() == text
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    tag = "<t>" if is_bare else '<t xml:space="preserve">'
    return f'{opening} t="inlineStr"><is>{tag}{text}</t></is></c>'


def _cut_to_cell(text: str) -> str:
    """Return a text with at most as many UTF-16 code units as a cell has room for."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * MAX_CHARACTERS:
        return text
    return units[: 2 * (MAX_CHARACTERS - 1)].decode("utf-16-le", "ignore") + "…"  # Half a character is left out.


def _is_exact(figure: Decimal) -> bool:
    """Return whether a spreadsheet keeps all digits of a figure."""
    return len(figure.normalize().as_tuple().digits) <= MAX_DIGITS


def _day(text: str) -> date | None:
    """Return the day of a cell, None if spreadsheets count no such day."""
    day = date.fromisoformat(text)
    return day if day.year >= FIRST_YEAR else None


def _column_name(index: int) -> str:
    """Return the name of a column by its index from 0: `A`, …, `Z`, `AA`, …."""
    before, letter = divmod(index, LETTERS)
    return (_column_name(before - 1) if before else "") + chr(ord("A") + letter)
