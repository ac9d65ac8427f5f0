"""Reads OpenDocument spreadsheets (ODS): one line per row of each sheet, with the values as they are stored."""

from collections.abc import Iterator
from typing import Any

from dossier.documents.formats import ODS
from dossier.documents.opendocument.odf_package import (
    contains_macros,
    odf_metadata,
    odf_title,
    open_package,
    read_optional,
)
from dossier.documents.opendocument.odt_styles import DRAW, OFFICE, TABLE
from dossier.documents.read_options import HEADER_OPTION, SHEET_OPTION
from dossier.documents.reader import DocumentReader, Extract, ReadOptions
from dossier.documents.tracked_changes import MACROS
from dossier.documents.workbook.ods_sheets import read_ods_sheets
from dossier.documents.workbook.whole_workbook import write_workbook

OMITTED_ELEMENTS = (
    (f"{OFFICE}annotation", "Comments are left out."),
    (f"{DRAW}image", "Pictures are left out."),
    (f"{DRAW}object", "Charts and other objects are left out."),
    (f"{DRAW}custom-shape", "Drawings, and the text in them, are left out."),
    (f"{DRAW}text-box", "Drawings, and the text in them, are left out."),
    (f"{TABLE}tracked-changes", "Tracked changes are read as accepted."),
    (f"{TABLE}cell-range-source", "Values from other workbooks are read as stored."),
)


def read_ods(data: bytes, options: ReadOptions) -> Extract:
    """Read the sheets of a spreadsheet; those with nothing in them are left out."""
    package = open_package(data, options.name)
    content, meta = package.read_xml("content.xml"), read_optional(package, "meta.xml")
    builder, remarks = write_workbook(read_ods_sheets(content, options.name), options)
    remarks += dict.fromkeys(_omissions(content))
    if contains_macros(package):
        remarks.append(MACROS)
    return Extract(
        builder.text,
        odf_title(meta),
        tuple(odf_metadata(meta)),
        (*remarks, *builder.remarks),
        locators=builder.locators,
    )


def _omissions(content: Any) -> Iterator[str]:
    for tag, remark in OMITTED_ELEMENTS:
        if next(content.iter(tag), None) is not None:
            yield remark


READER = DocumentReader(
    id="ods",
    formats=(ODS,),
    suffixes=(".ods", ".ots"),
    read=read_ods,
    packages=("lxml",),
    options={**HEADER_OPTION, **SHEET_OPTION},
    begins_with_title=False,
)
