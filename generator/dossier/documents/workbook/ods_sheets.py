"""Reads the sheets of an OpenDocument spreadsheet (OASIS OpenDocument 1.3, part 3, 9) with the values as stored."""

import re
from collections.abc import Iterator
from typing import Any

from dossier.documents.opendocument.odt_styles import OFFICE, STYLE, TABLE, TEXT, OdtStyles
from dossier.documents.table_text import Row, clean_value, column_letter
from dossier.documents.workbook.cell_text import join_runs
from dossier.documents.workbook.numbers import has_hidden_digits, plain_number
from dossier.documents.workbook.sheet import CellBudget, Sheet, cell_name, dense
from dossier.model.errors import UserError

ROW, CELL, COVERED = f"{TABLE}table-row", f"{TABLE}table-cell", f"{TABLE}covered-table-cell"
ANNOTATION = f"{OFFICE}annotation"
CALC_TYPE = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
"""The attribute in which LibreOffice says that a value is an error."""
HIDDEN = ("collapse", "filter")
EFFECTS = {"s": "strike", "sup": "superscript", "sub": "subscript"}
TIME = re.compile(r"PT(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:[.,]\d+)?)S)?")
MAX_COLUMNS = 16_384
MAX_ROWS = 2**20


def read_ods_sheets(content: Any, name: str) -> Iterator[Sheet]:
    """Yield the sheets in the part `content.xml`. Raises UserError where it has none, or too many cells."""
    body = content.find(f"{OFFICE}body/{OFFICE}spreadsheet")
    if body is None:
        raise UserError(f"{name}: the file is damaged (it has no sheets): open it and save it anew")
    styles = OdtStyles(content)
    hidden = {
        style.get(f"{STYLE}name")
        for style in content.iter(f"{STYLE}style")
        if any(item.get(f"{TABLE}display") == "false" for item in style.iterchildren(f"{STYLE}table-properties"))
    }
    budget = CellBudget(name)
    for table in body.iterchildren(f"{TABLE}table"):
        sheet = Sheet(table.get(f"{TABLE}name") or "", table.get(f"{TABLE}style-name") in hidden)
        _SheetReader(sheet, styles, budget, name).read(table)
        yield sheet


class _SheetReader:
    """Reads the rows of a sheet; one that is repeated, as the empty ones at the end are, is stored once."""

    def __init__(self, sheet: Sheet, styles: OdtStyles, budget: CellBudget, name: str) -> None:
        self._sheet, self._styles, self._budget, self._name = sheet, styles, budget, name

    def read(self, table: Any) -> None:
        """Add the rows of a table that have values to the sheet."""
        self._note_hidden_columns(table)
        number = 1
        for row in table.iter(ROW):
            if next(row.iterancestors(f"{TABLE}table", CELL)) is not table:
                continue  # It is in a table within a cell.
            repeated = _repeated(row, "rows")
            values = self._read_row(row, number)
            if values:
                if number + repeated > MAX_ROWS + 1:
                    raise UserError(f"{self._name}: the sheet {self._sheet.name} has more than {MAX_ROWS:,} rows")
                self._budget.spend((max(values) + 1) * repeated)
                self._sheet.rows += (Row(number + offset, dense(values)) for offset in range(repeated))
                if row.get(f"{TABLE}visibility") in HIDDEN:
                    last = number + repeated - 1
                    self._sheet.hidden_rows.append(str(number) if repeated == 1 else f"{number}–{last}")
            number += repeated

    def _note_hidden_columns(self, table: Any) -> None:
        column = 0
        for element in table.iter(f"{TABLE}table-column"):
            first, column = column, column + _repeated(element, "columns")
            if element.get(f"{TABLE}visibility") in HIDDEN and first < MAX_COLUMNS:
                last = column_letter(min(column, MAX_COLUMNS) - 1)
                self._sheet.hidden_columns.append(last if column == first + 1 else f"{column_letter(first)}:{last}")

    def _read_row(self, row: Any, number: int) -> dict[int, str]:
        values: dict[int, str] = {}
        column = 0
        for cell in row.iterchildren(CELL, COVERED):
            repeated = _repeated(cell, "columns")
            value = clean_value(self._cell_value(cell, column, number))
            if value and column + repeated > MAX_COLUMNS:
                raise UserError(f"{self._name}: row {number} of the sheet {self._sheet.name} has too many columns")
            if value and cell.tag == COVERED:
                self._sheet.covered.append(f"{cell_name(column, number)} {value}")
            elif value:
                values.update(dict.fromkeys(range(column, column + repeated), value))
                self._note_merged(cell, column, number)
            column += repeated
        return values

    def _note_merged(self, cell: Any, column: int, number: int) -> None:
        width, height = (_count(cell, f"number-{kind}-spanned") for kind in ("columns", "rows"))
        if width > 1 or height > 1:
            last = cell_name(min(column + width, MAX_COLUMNS) - 1, number + height - 1)
            self._sheet.merged.append(f"{cell_name(column, number)}:{last}")

    def _cell_value(self, cell: Any, column: int, number: int) -> str:
        """Return the value of a cell as text, and note in the sheet what is not as it looks."""
        if len(cell) == 0 and not cell.attrib:
            return ""
        place = cell_name(column, number)
        shown, struck = self._shown_text(cell)
        value = self._stored_value(cell, shown, place, column)
        if cell.tag == CELL and struck:
            self._sheet.struck.append(struck)
        if cell.get(f"{TABLE}formula") is not None:
            (self._sheet.formulas if value else self._sheet.unstored).append(place)
        if value and cell.get(CALC_TYPE) == "error":
            self._sheet.errors.append(place)
        return value

    def _stored_value(self, cell: Any, shown: str, place: str, column: int) -> str:
        kind = cell.get(f"{OFFICE}value-type") or ""
        stored = str(cell.get(f"{OFFICE}value") or "")
        if kind in ("float", "percentage", "currency") and stored:
            return self._number_text(plain_number(stored), shown, place, column)
        if kind == "date" and (date := cell.get(f"{OFFICE}date-value")):
            self._sheet.dates.append(place)
            return str(date).replace("T", " ")
        if kind == "time" and (time := TIME.fullmatch(cell.get(f"{OFFICE}time-value") or "")):
            self._sheet.dates.append(place)
            hours, minutes, seconds = (part or "0" for part in time.groups())
            return f"{hours:0>2}:{minutes:0>2}:{seconds.replace(',', '.'):0>2}"
        if kind == "boolean" and (boolean := cell.get(f"{OFFICE}boolean-value")):
            return str(boolean).upper()
        return shown or str(cell.get(f"{OFFICE}string-value") or "")

    def _number_text(self, number: str, shown: str, place: str, column: int) -> str:
        letter = column_letter(column)
        if shown and shown != number and letter not in self._sheet.formats:
            self._sheet.formats[letter] = {f"`{shown}`"}
        if has_hidden_digits(number):
            self._sheet.long_numbers.append(place)
        return number

    def _shown_text(self, cell: Any) -> tuple[str, str]:
        """Return the text that a cell shows, its paragraphs as lines, and the words in it that are struck out."""
        texts = [join_runs(list(self._runs(paragraph, ""))) for paragraph in cell.iterchildren(f"{TEXT}p")]
        return "\n".join(text for text, _ in texts), "".join(struck for _, struck in texts)

    def _runs(self, element: Any, effect: str) -> Iterator[tuple[str, str]]:
        """Yield the runs of a paragraph or a part of one, each with its effect."""
        yield effect, element.text or ""
        for child in element:
            if child.tag == f"{TEXT}s":
                yield effect, " " * min(_count(child, "c", TEXT), MAX_COLUMNS)
            elif child.tag == f"{TEXT}tab":
                yield effect, " "
            elif child.tag == f"{TEXT}line-break":
                yield effect, "\n"
            elif child.tag == f"{TEXT}span":
                yield from self._runs(child, EFFECTS.get(self._styles.tag(child.get(f"{TEXT}style-name")), effect))
            elif child.tag != ANNOTATION:
                yield from self._runs(child, effect)
            yield effect, child.tail or ""


def _repeated(element: Any, kind: str) -> int:
    return _count(element, f"number-{kind}-repeated")


def _count(element: Any, name: str, namespace: str = TABLE) -> int:
    value = element.get(f"{namespace}{name}") or ""
    return max(1, int(value)) if re.fullmatch(r"\d{1,7}", value) else 1
