"""Reads the sheets of an Excel workbook (Office Open XML, ECMA-376) with the values as they are stored.

Libraries for workbooks give numbers as floats and cells with errors as empty, and make room for every cell up to the
last one; here a value keeps its digits, and a workbook costs what it contains.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from posixpath import join, normpath
from typing import Any, NamedTuple

from dossier.documents.table_text import Row, clean_value, column_letter
from dossier.documents.workbook.cell_text import join_runs
from dossier.documents.workbook.numbers import (
    BUILT_IN_FORMATS,
    date_text,
    has_hidden_digits,
    is_date_format,
    is_plain_format,
    plain_number,
)
from dossier.documents.workbook.sheet import CellBudget, Sheet, cell_name, dense
from dossier.documents.zip_package import ENTITY, ZipPackage
from dossier.io.encodings import join_surrogates
from dossier.model.errors import UserError

REFERENCE = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""A character that XML cannot hold, such as `_x000D_`."""
TRUE = ("1", "true")
MAX_COLUMNS = 16_384


class Workbook(NamedTuple):
    """What all sheets share: strings, the number format of each style, whether days are counted from 1904.

    A string has its text, and the words in it that are struck out.
    """

    strings: list[tuple[str, str]]
    formats: list[str]
    counts_from_1904: bool


def read_sheets(package: ZipPackage, name: str) -> Iterator[Sheet]:
    """Yield each sheet of a workbook that is a table. Raises UserError where the workbook is damaged or too large."""
    path = _workbook_path(package)
    root = package.read_xml(path)
    targets = _relations(package, path)
    strings = _shared_strings(package, targets)
    settings = next(_children(root, "workbookPr"), None)
    from_1904 = settings is not None and settings.get("date1904", "") in TRUE
    workbook = Workbook(strings, _formats(package, targets), from_1904)
    budget = CellBudget(name)
    for entry in _descendants(root, "sheet"):
        target = targets.get(_attribute(entry, "id"), ("", ""))
        if target[0] == "worksheet":
            sheet = Sheet(entry.get("name") or "", entry.get("state", "visible") != "visible")
            _read_sheet(sheet, package.read(target[1]), workbook, budget, name)
            yield sheet


def _workbook_path(package: ZipPackage) -> str:
    relations = _relations(package, "")
    return next((path for kind, path in relations.values() if kind == "officeDocument"), "xl/workbook.xml")


def _relations(package: ZipPackage, path: str) -> dict[str, tuple[str, str]]:
    """Return the kind and path of each part that another refers to, by the id of the relation."""
    folder, _, file = path.rpartition("/")
    member = join(folder, "_rels", f"{file}.rels")
    if member not in package:
        return {}
    names = {_plain_name(name): name for name in package.names}
    return {
        relation.get("Id", ""): (
            relation.get("Type", "").rpartition("/")[2],
            _resolve(names, join("/", folder, relation.get("Target", ""))),
        )
        for relation in _children(package.read_xml(member), "Relationship")
        if relation.get("TargetMode") != "External"
    }


def _plain_name(member: str) -> str:
    """Return the name of a part as it is compared (ECMA-376, part 2, 6.2.2): in whatever case."""
    return member.replace("\\", "/").lower()


def _resolve(names: dict[str, str], target: str) -> str:
    path = normpath(target.replace("\\", "/")).lstrip("/")
    return names.get(_plain_name(path), path)


def _shared_strings(package: ZipPackage, targets: dict[str, tuple[str, str]]) -> list[tuple[str, str]]:
    path = next((path for kind, path in targets.values() if kind == "sharedStrings"), "")
    if path not in package:
        return []
    return [_rich_text(item) for item in _children(package.read_xml(path), "si")]


def _rich_text(item: Any) -> tuple[str, str]:
    """Return the text of a string, whose parts may be raised or lowered, and the words in it that are struck out."""
    parts: list[tuple[str, str]] = []
    for child in item:
        kind = _name(child)
        if kind == "t":
            parts.append(("", child.text or ""))
        elif kind == "r":
            words = "".join(text.text or "" for text in _children(child, "t"))
            parts.append((_effect(child), words))
    return join_runs([(effect, _unescape(words)) for effect, words in parts])


def _unescape(text: str) -> str:
    return join_surrogates(ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text)) if "_x" in text else text


def _effect(run: Any) -> str:
    """Return `superscript`, `subscript` or `strike` where a part of a string is shown so, otherwise ""."""
    for properties in _children(run, "rPr"):
        for element in properties:
            if _name(element) == "vertAlign":
                return str(element.get("val") or "")
            if _name(element) == "strike" and element.get("val", "1") in TRUE:
                return "strike"
    return ""


def _formats(package: ZipPackage, targets: dict[str, tuple[str, str]]) -> list[str]:
    """Return the number format of each style of cells."""
    path = next((path for kind, path in targets.values() if kind == "styles"), "")
    if path not in package:
        return []
    root = package.read_xml(path)
    codes = dict(BUILT_IN_FORMATS)
    for element in _descendants(root, "numFmt"):
        if (element.get("numFmtId") or "").isdecimal():
            codes[int(element.get("numFmtId"))] = element.get("formatCode") or ""
    styles = (style for group in _children(root, "cellXfs") for style in _children(group, "xf"))
    ids = (style.get("numFmtId") or "0" for style in styles)
    return [codes.get(int(id), "General") if id.isdecimal() else "General" for id in ids]


def _read_sheet(sheet: Sheet, content: bytes, workbook: Workbook, budget: CellBudget, name: str) -> None:
    from lxml import etree  # type: ignore[import-untyped]  # Imported here because it takes 30 ms.

    if ENTITY.search(content.replace(b"\0", b"")):
        raise UserError(f"{name}: the sheet {sheet.name} declares XML entities, which workbooks do not have")
    safe = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    count = 0
    try:
        for _, element in etree.iterparse(BytesIO(content), events=("end",), remove_comments=True, **safe):
            kind = _name(element)
            if kind == "row":
                given = element.get("r") or ""
                count = int(given) if re.fullmatch(r"\d{1,7}", given) else count + 1
                values = _read_row(sheet, element, count, workbook)
                budget.spend(max(values, default=0) + 1)
                sheet.rows.append(Row(count, dense(values)))
                if element.get("hidden") in TRUE:
                    sheet.hidden_rows.append(str(count))
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
            elif kind == "mergeCell":
                sheet.merged.append(element.get("ref") or "")
            elif kind == "col" and element.get("hidden") in TRUE:
                sheet.hidden_columns.append(_columns(element))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UserError(f"{name}: the sheet {sheet.name} is damaged ({error}): open it and save it anew") from None


def _columns(element: Any) -> str:
    first, last = (int(element.get(key) or 1) - 1 for key in ("min", "max"))
    return column_letter(first) if first == last else f"{column_letter(first)}:{column_letter(last)}"


def _read_row(sheet: Sheet, row: Any, number: int, workbook: Workbook) -> dict[int, str]:
    values: dict[int, str] = {}
    column = -1
    for cell in _children(row, "c"):
        place = REFERENCE.fullmatch(cell.get("r") or "")
        column = _column_number(place[1]) if place else column + 1
        if column >= MAX_COLUMNS:
            raise ValueError(f"row {number} has too many columns")
        if value := clean_value(_cell_value(sheet, cell, cell_name(column, number), column, workbook)):
            values[column] = value
    return values


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _cell_value(sheet: Sheet, cell: Any, place: str, column: int, workbook: Workbook) -> str:
    """Return the value of a cell as text, and note in the sheet what is not as it looks."""
    kind = cell.get("t") or "n"
    if kind == "inlineStr":
        return _string(sheet, [_rich_text(item) for item in _children(cell, "is")], "0")
    stored = next((value.text or "" for value in _children(cell, "v")), "")
    if next(_children(cell, "f"), None) is not None:
        (sheet.formulas if stored else sheet.unstored).append(place)
    if kind == "s" and stored.strip():
        return _string(sheet, workbook.strings, stored)
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(stored, stored)
    if kind == "e":
        sheet.errors.append(place)
        return stored
    if kind in ("str", "d") or not stored.strip():
        return _unescape(stored)
    return _number_text(sheet, stored, cell.get("s") or "0", place, column, workbook)


def _string(sheet: Sheet, strings: list[tuple[str, str]], index: str) -> str:
    """Return a string by its index. Raises ValueError where there is none."""
    if not index.isdecimal() or int(index) >= len(strings):
        raise ValueError(f"it has no string {index}")
    text, struck = strings[int(index)]
    if struck:
        sheet.struck.append(struck)
    return text


def _number_text(sheet: Sheet, stored: str, style: str, place: str, column: int, workbook: Workbook) -> str:
    is_known = style.isdecimal() and int(style) < len(workbook.formats)
    code = workbook.formats[int(style)] if is_known else "General"
    if is_date_format(code) and (text := date_text(stored, code, workbook.counts_from_1904)) is not None:
        sheet.dates.append(place)
        return text
    number = plain_number(stored)
    if not is_plain_format(code):
        sheet.formats.setdefault(column_letter(column), set()).add(code)
    if has_hidden_digits(number):
        sheet.long_numbers.append(place)
    return number


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _children(element: Any, name: str) -> Iterator[Any]:
    return (child for child in element if _name(child) == name)


def _descendants(element: Any, name: str) -> Iterator[Any]:
    return (child for child in element.iter() if _name(child) == name)


def _attribute(element: Any, name: str) -> str:
    """Return an attribute whatever its namespace, as strict and older workbooks have different ones."""
    return next((value for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")
