"""The text of a workbook: its sheets one after the other, each as a table."""

from collections.abc import Iterable

from dossier.documents.reader import ReadOptions, TextBuilder
from dossier.documents.table_text import parse_header_option, write_table
from dossier.documents.workbook.sheet import Sheet
from dossier.model.errors import UserError


def write_workbook(sheets: Iterable[Sheet], options: ReadOptions) -> tuple[TextBuilder, list[str]]:
    """Write the sheets, or the one that is chosen, and return remarks on them; those with nothing in them are left out.

    Raises UserError where no sheet has a value, or there is none of the chosen name.
    """
    filled = [sheet for sheet in sheets if any(row.filled for row in sheet.rows)]
    if chosen := options.values.get("sheet"):
        names = ", ".join(sheet.name for sheet in filled)
        filled = [sheet for sheet in filled if sheet.name == chosen]
        if not filled:
            raise UserError(f"{options.name}: --sheet: no sheet `{chosen}`; it has {names}")
    if not filled:
        raise UserError(f"{options.name}: the workbook contains no values")
    header = parse_header_option(options.values.get("header"), options.name)
    builder = TextBuilder()
    remarks: list[str] = []
    for sheet in filled:
        if builder.length:
            builder.write("\n")
        heading = sheet.name if len(filled) > 1 else ""
        remarks += write_table(builder, sheet.rows, sheet.name, header, options.name, heading)
        remarks += sheet.remarks()
    return builder, remarks
