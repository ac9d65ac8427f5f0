"""What a PDF has beside the text of its pages: attachments, comments and form fields."""

from collections.abc import Iterator
from typing import Any

from dossier.documents.pdf.document import clean
from dossier.documents.remarks import list_texts

MAX_LISTED_ANNOTATIONS = 10_000
NAME, VALUE, CONTENTS = b"T", b"V", b"Contents"
MARKS = {4: "a line", 9: "a highlight", 10: "an underline", 12: "struck-out words", 13: "a stamp", 15: "a drawing"}
"""The name of each kind of mark that may have no words, by PDFium's number of it."""
FORM_REMARK = "The PDF has a form whose fields are not in the text: compare it with the pages."


class ExtrasReader:
    """Collects the comments and form fields on the pages of a document, none of which is in the text."""

    def __init__(self) -> None:
        self._comments: list[str] = []
        self._fields: list[str] = []

    def read(self, page: Any, number: int) -> None:
        """Collect what is on a page, whose number is counted from 0."""
        import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

        count = min(pdfium.FPDFPage_GetAnnotCount(page), MAX_LISTED_ANNOTATIONS)
        for index in range(count):
            annotation = pdfium.FPDFPage_GetAnnot(page, index)
            if not annotation:
                continue
            subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
            if subtype == pdfium.FPDF_ANNOT_WIDGET:
                parts = (_value(annotation, key, pdfium) for key in (NAME, VALUE))
                self._fields.append(": ".join(part for part in parts if part))
            elif subtype not in (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP):
                text = _value(annotation, CONTENTS, pdfium)
                self._comments.append(f"page {number + 1}: {text or MARKS.get(subtype, 'a mark')}")
            pdfium.FPDFPage_CloseAnnot(annotation)

    def remarks(self, document: Any) -> Iterator[str]:
        """Yield remarks on the attachments of a document, and on what was collected."""
        names = (clean(document.get_attachment(number).get_name()) for number in range(document.count_attachments()))
        yield from list_texts("Attached to the PDF, and left out", names)
        yield from list_texts("Comment or mark on the PDF, and left out", self._comments)
        yield from list_texts("Field of a form, and left out", (field for field in self._fields if ": " in field))
        if any(": " not in field for field in self._fields):
            yield FORM_REMARK


def _value(annotation: Any, key: bytes, pdfium: Any) -> str:
    import ctypes

    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = ctypes.create_string_buffer(length)
    address = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    pdfium.FPDFAnnot_GetStringValue(annotation, key, address, length)
    return clean(buffer.raw.decode("utf-16-le", "replace").rstrip("\0"))
