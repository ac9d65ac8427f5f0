"""Makes small workbooks (XLSX, ODS) from scratch, with what programs write in them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STYLES = ("General", "0.0%", "#,##0", "yyyy\\-mm\\-dd", "0.00", "[h]:mm:ss", "d/m/yy h:mm", '0.0 "km"')
"""The number formats that a cell may have, by their index."""


def zipped(members):
    """Return a zip archive with these members."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def text(reference, words):
    """Return a cell with words."""
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


def number(reference, value, style=0, formula=""):
    """Return a cell with a number, whose format is that of STYLES."""
    return f'<c r="{reference}" s="{style}">{f"<f>{formula}</f>" if formula else ""}<v>{value}</v></c>'


def row(count, *cells, attributes=""):
    """Return a row; cells that are no XML are words or numbers in the columns from A."""
    written = []
    for column, cell in zip("ABCDEFGH", cells, strict=False):
        if isinstance(cell, str) and cell.startswith("<"):
            written.append(cell)
        elif isinstance(cell, str):
            written.append(text(f"{column}{count}", cell))
        else:
            written.append(number(f"{column}{count}", cell))
    return f'<row r="{count}" {attributes}>{"".join(written)}</row>'


def sheet(*rows, before="", after=""):
    """Return a sheet with these rows."""
    return f'<worksheet xmlns="{SPREADSHEET}">{before}<sheetData>{"".join(rows)}</sheetData>{after}</worksheet>'


def workbook(sheets, states=None, **members):
    """Return a workbook with sheets by their names; `states` are those that are hidden."""
    states = states or {}
    entries = "".join(
        f'<sheet name="{name}" sheetId="{count}" r:id="rId{count}" state="{states.get(name, "visible")}"/>'
        for count, name in enumerate(sheets, 1)
    )
    relations = "".join(
        f'<Relationship Id="rId{count}" Type="{DOCUMENT}/worksheet" Target="worksheets/sheet{count}.xml"/>'
        for count in range(1, len(sheets) + 1)
    )
    styles = f'<Relationship Id="styles" Type="{DOCUMENT}/styles" Target="styles.xml"/>'
    styles += f'<Relationship Id="strings" Type="{DOCUMENT}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
    codes = [code.replace('"', "&quot;") for code in STYLES]
    formats = "".join(f'<numFmt numFmtId="{200 + index}" formatCode="{code}"/>' for index, code in enumerate(codes))
    cells = "".join(f'<xf numFmtId="{200 + index if index else 0}"/>' for index in range(len(STYLES)))
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" '
            f'Type="{DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{DOCUMENT}"><sheets>{entries}</sheets>'
            "</workbook>",
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}{styles}'
            "</Relationships>",
            "xl/styles.xml": f'<styleSheet xmlns="{SPREADSHEET}"><numFmts>{formats}</numFmts><cellXfs>{cells}</cellXfs>'
            "</styleSheet>",
            **{f"xl/worksheets/sheet{count}.xml": content for count, content in enumerate(sheets.values(), 1)},
            **members,
        }
    )
