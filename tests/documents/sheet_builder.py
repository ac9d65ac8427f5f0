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


ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODF_NAMES = ("office", "table", "text", "style")
ODS_STYLES = """<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/>\
</style:style><style:style style:name="super" style:family="text"><style:text-properties \
style:text-position="super 58%"/></style:style><style:style style:name="struck" style:family="text">\
<style:text-properties style:text-line-through-style="solid"/></style:style>"""


def ods_cell(shown="", kind="", value="", attributes="", tag="table-cell"):
    """Return a cell of an OpenDocument spreadsheet: what it shows and, of a number, date or the like, its value."""
    name = kind if kind in ("date", "time", "boolean") else ""
    stored = f'office:value-type="{kind}" office:{f"{name}-value" if name else "value"}="{value}"' if kind else ""
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in shown.split("\n")) if shown else ""
    return f"<table:{tag} {stored} {attributes}>{paragraphs}</table:{tag}>"


def ods_row(*cells, attributes=""):
    """Return a row; cells that are no XML are words or numbers."""
    written = [
        cell if str(cell).startswith("<") else ods_cell(str(cell), "" if isinstance(cell, str) else "float", cell)
        for cell in cells
    ]
    return f"<table:table-row {attributes}>{''.join(written)}</table:table-row>"


def ods(sheets, hidden=(), after="", **members):
    """Return an OpenDocument spreadsheet with sheets, the rows of each by its name."""
    names = " ".join(f'xmlns:{name}="{ODF}{name}:1.0"' for name in ODF_NAMES)
    tables = "".join(
        f'<table:table table:name="{name}" table:style-name="{"hidden" if name in hidden else ""}">{rows}</table:table>'
        for name, rows in sheets.items()
    )
    content = (
        f"<office:automatic-styles>{ODS_STYLES}</office:automatic-styles><office:body><office:spreadsheet>{tables}"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content {names}>{content}{after}</office:spreadsheet></office:body>"
            "</office:document-content>",
            **members,
        }
    )
