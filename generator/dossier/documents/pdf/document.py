"""A PDF as a whole: opening it, the labels of its pages, and what it says of itself."""

import re
from collections.abc import Iterator
from typing import Any

from dossier.io.encodings import remove_control_characters
from dossier.model.errors import UserError

MAX_PAGES = 10_000
MAX_LABEL = 20
END_MARK = b"%%EOF"
END_LENGTH = 8 * 1024
"""The number of bytes at the end of a file in which its end mark is."""
ENCRYPTION = b"/Encrypt"
PASSWORD_ERROR = 4
SECURITY_ERROR = 5
METADATA_FIELDS = (("Author", "author"), ("CreationDate", "created"), ("Producer", "producer"))
PROGRAM_FIELDS = ("Creator", "Producer")
DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")


def open_pdf(data: bytes) -> Any:
    """Open a PDF; raises UserError if it is damaged, incomplete, encrypted or too long."""
    import pypdfium2  # type: ignore[import-untyped]

    if END_MARK not in data[-END_LENGTH:]:
        raise UserError("this PDF is damaged or incomplete, as its end is missing: get it again")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (PASSWORD_ERROR, SECURITY_ERROR) and ENCRYPTION in data:  # The code may be an earlier one.
            message = "this PDF needs a password: save it without one, by printing it to a PDF, and add that"
        else:
            message = "this PDF is damaged or incomplete: get it again, or save it again with a PDF program"
        raise UserError(message) from None
    count = len(document)
    if count > MAX_PAGES:
        document.close()
        raise UserError(f"this PDF has {count:,} pages, more than the limit of {MAX_PAGES:,}: split it")
    return document


def page_labels(document: Any) -> list[str]:
    """Return the label of each page as programs show it, such as `iv`; its number where the PDF gives none."""
    labels = []
    for number in range(len(document)):
        label = clean(document.get_page_label(number))
        labels.append(label if label and len(label) <= MAX_LABEL else str(number + 1))
    return labels


def clean(text: str) -> str:
    """Return a text of the PDF's data without control characters, white space collapsed."""
    return " ".join(remove_control_characters(text).split())


def declared_title(document: Any) -> str | None:
    """Return the title that the PDF declares, if it is one, and not a file's name."""
    title = clean(document.get_metadata_value("Title"))
    is_file_name = re.fullmatch(
        r"(?:Microsoft Word - .*|.*\.(?:docx?|pdf|indd|qxd|tex|dvi|xlsx?|pptx?|rtf|odt))", title
    )
    return title if title and not is_file_name and title.lower() not in ("untitled", "document1") else None


def declared_programs(document: Any) -> list[str]:
    """Return the programs that the PDF names as those that made it."""
    return [program for key in PROGRAM_FIELDS if (program := clean(document.get_metadata_value(key)))]


def metadata_lines(document: Any) -> Iterator[str]:
    """Yield what else the PDF declares: `created: 2019-02-25`."""
    for key, name in METADATA_FIELDS:
        value = clean(document.get_metadata_value(key))
        if key == "CreationDate" and (date := DATE.match(value)):
            value = "-".join(part for part in date.groups() if part)
        if value:
            yield f"{name}: {value}"
