"""Reads workbooks (XLSX): one line per row of each sheet, with the values as they are stored."""

from dossier.documents.formats import XLSX
from dossier.documents.read_options import HEADER_OPTION, SHEET_OPTION
from dossier.documents.reader import DocumentReader, Extract, ReadOptions
from dossier.documents.workbook.whole_workbook import write_workbook
from dossier.documents.workbook.xlsx import read_sheets
from dossier.documents.zip_package import ZipPackage

OMITTED_PARTS = (
    ("xl/comments", "Comments are left out."),
    ("xl/threadedComments/", "Comments are left out."),
    ("xl/charts/", "Charts are left out."),
    ("xl/chartsheets/", "Charts are left out."),
    ("xl/media/", "Pictures are left out."),
    ("xl/drawings/drawing", "Drawings, and the text in them, are left out."),
    ("xl/pivotTables/", "Pivot tables are read as their cells are stored."),
    ("xl/vbaProject", "Macros are left out, and were not run."),
    ("xl/externalLinks/", "Values from other workbooks are read as stored."),
)
CORE_PROPERTIES = "docProps/core.xml"
PROPERTY_NAMES = ("creator", "created", "lastModifiedBy", "modified")


def read_workbook(data: bytes, options: ReadOptions) -> Extract:
    """Read the sheets of a workbook; those with nothing in them are left out."""
    package = ZipPackage(data, options.name)
    builder, remarks = write_workbook(read_sheets(package, options.name), options)
    parts = {remark for start, remark in OMITTED_PARTS if any(name.startswith(start) for name in package.names)}
    properties = _properties(package)
    return Extract(
        builder.text,
        properties.pop("title", None),
        tuple(f"{name}: {value}" for name, value in properties.items()),
        (*remarks, *sorted(parts), *builder.remarks),
        locators=builder.locators,
    )


def _properties(package: ZipPackage) -> dict[str, str]:
    """Return what the workbook says about itself."""
    if CORE_PROPERTIES not in package:
        return {}
    root = package.read_xml(CORE_PROPERTIES)
    fields = {str(field.tag).rpartition("}")[2]: " ".join((field.text or "").split()) for field in root}
    return {name: fields[name] for name in ("title", *PROPERTY_NAMES) if fields.get(name)}


READER = DocumentReader(
    id="xlsx",
    formats=(XLSX,),
    suffixes=(".xlsx", ".xlsm"),
    read=read_workbook,
    packages=("lxml",),
    options={**HEADER_OPTION, **SHEET_OPTION},
    begins_with_title=False,
)
