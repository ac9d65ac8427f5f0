"""Reads OpenDocument texts (ODT): all their text, with the headings as locators, and the notes at its end."""

from collections.abc import Iterator
from copy import deepcopy
from functools import partial
from typing import Any

from dossier.documents.formats import ODT
from dossier.documents.opendocument.odf_package import (
    contains_macros,
    odf_metadata,
    odf_title,
    open_package,
    read_optional,
)
from dossier.documents.opendocument.odt_body import OdtBody, all_text
from dossier.documents.opendocument.odt_styles import DC, FO, OFFICE, STYLE, TEXT, OdtStyles
from dossier.documents.read_options import CHANGES_OPTION
from dossier.documents.reader import DocumentReader, Extract, ReadOptions
from dossier.documents.remarks import list_texts
from dossier.documents.tracked_changes import MACROS, choose_changes
from dossier.documents.whole_document import DocumentPart, write_document
from dossier.documents.zip_package import ZipPackage
from dossier.model.errors import UserError

MATHML = "{http://www.w3.org/1998/Math/MathML}"


def read_odt(data: bytes, options: ReadOptions) -> Extract:
    """Read an OpenDocument text; one with tracked changes only if an option says how to read them."""
    package = open_package(data, options.name)
    content = package.read_xml("content.xml")
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise UserError(f"{options.name}: the file is damaged (it has no text): open it and save it anew")
    style_sheet, meta = read_optional(package, "styles.xml"), read_optional(package, "meta.xml")
    regions = list(body.iter(f"{TEXT}changed-region"))
    starts = {mark.get(f"{TEXT}change-id") or "": mark for mark in body.iter(f"{TEXT}change-start")}
    changes = [change for region in regions if (change := _describe(region, starts))]
    choice = choose_changes(changes, options)
    conversion = _conversion(OdtStyles(content, style_sheet), regions, choice)
    conversion.formulas = partial(_formula, package)
    written = write_document(list(_convert(body, conversion)), options.name)
    _collect_omissions(style_sheet, conversion)
    remarks = [*list_texts(f"Tracked change, read as {choice}", changes)] if changes else []
    remarks += [*conversion.omissions.remarks(), *written.remarks]
    if contains_macros(package):
        remarks.append(MACROS)
    language = _language(meta, style_sheet)
    return Extract(written.text, odf_title(meta), tuple(odf_metadata(meta)), tuple(remarks), language, written.locators)


def _describe(region: Any, starts: dict[str, Any]) -> str:
    """Return a tracked change of the text, such as `deleted: 12`; "" for one of its looks."""
    deletion = region.find(f"{TEXT}deletion")
    if deletion is not None:
        paragraphs = deletion.findall(f"{TEXT}p") + deletion.findall(f"{TEXT}h")
        return f"deleted: {all_text(paragraphs) or 'the end of a paragraph'}"
    if region.find(f"{TEXT}insertion") is None:
        return ""
    start = starts.get(region.get(f"{TEXT}id") or "")
    words = "" if start is None else " ".join((start.tail or "").split())
    return f"inserted: {words or 'text'}"


def _conversion(styles: OdtStyles, regions: list[Any], choice: str) -> OdtBody:
    """Return the conversion, which leaves out what was inserted and puts back what was deleted if so chosen."""
    is_original = choice == "original"
    ids = [(region.get(f"{TEXT}id") or "", region) for region in regions if is_original]
    inserted = frozenset(id for id, region in ids if region.find(f"{TEXT}insertion") is not None)
    deleted = {id: found for id, region in ids if (found := region.find(f"{TEXT}deletion")) is not None}
    return OdtBody(styles, inserted, deleted)


def _convert(body: Any, conversion: OdtBody) -> Iterator[DocumentPart]:
    """Yield the body, and its footnotes and endnotes."""
    from lxml.html import Element  # type: ignore[import-untyped]  # Imported here because it takes 0.1 s.

    element = Element("body")
    conversion.convert(body, element)
    yield DocumentPart(element)
    for kind, notes in conversion.notes.items():
        if notes:
            notes_element = Element("body")
            notes_element.extend(notes)
            yield DocumentPart(notes_element, f"{kind}s", "part")


def _formula(package: ZipPackage, address: str) -> Any:
    """Return the formula at an address as an element of HTML, None if there is none."""
    member = f"{address.removeprefix('./').rstrip('/')}/content.xml"
    if member not in package:
        return None
    root = package.read_xml(member)
    if root.tag != f"{MATHML}math":
        return None
    formula = deepcopy(root)
    for node in formula.iter():
        if isinstance(node.tag, str):
            node.tag = node.tag.removeprefix(MATHML)
    for annotation in list(formula.iter("annotation")):
        annotation.getparent().remove(annotation)
    return formula


def _collect_omissions(style_sheet: Any, conversion: OdtBody) -> None:
    """Add the headers and footers of the pages, and what was deleted, to what is left out."""
    for name, texts in (("header", conversion.omissions.headers), ("footer", conversion.omissions.footers)):
        for suffix in ("", "-left", "-first"):
            elements = [] if style_sheet is None else style_sheet.iter(f"{STYLE}{name}{suffix}")
            texts += (text for element in elements if (text := all_text(element)))


def _language(meta: Any, style_sheet: Any) -> str:
    """Return the language of the document, otherwise that of its default style."""
    declared = None if meta is None else meta.findtext(f".//{DC}language")
    properties = [] if style_sheet is None else style_sheet.iterfind(f".//{STYLE}default-style/{STYLE}text-properties")
    languages = [
        "-".join(part for name in ("language", "country") if (part := found.get(f"{FO}{name}")) not in (None, "none"))
        for found in properties
    ]
    return (declared or "").strip() or next((language for language in languages if language), "")


READER = DocumentReader(
    id="odt",
    formats=(ODT,),
    suffixes=(".odt", ".ott"),
    read=read_odt,
    packages=("lxml",),
    options=CHANGES_OPTION,
)
