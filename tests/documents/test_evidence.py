"""A document of each format is added, its words are found, and a record cites a figure in it."""

from email.message import EmailMessage
from typing import NamedTuple

import pytest

from tests.documents import pdf_builder, sheet_builder
from tests.documents.test_docx import docx, paragraph
from tests.documents.test_epub import epub, page
from tests.documents.test_mailbox import FIRST, SECOND
from tests.documents.test_odt import odt
from tests.documents.test_pptx import pptx, shape
from tests.documents.test_rtf import rtf


class Document(NamedTuple):
    """A document: its name, its bytes, words that are to be found in its text, and a figure in these words."""

    name: str
    data: bytes
    words: str
    value: int
    unit: str


def letter():
    """Return an email in Latin-1, quoted-printable, with a PDF in base64."""
    message = EmailMessage()
    message["From"], message["Date"] = "Ada Lind <ada@example.org>", "Mon, 28 Jan 2019 10:00:00 +0100"
    message["Message-ID"], message["Subject"] = "<1@example.org>", "The quay"
    message.set_content("In Logroño they counted 48 boats.\n", charset="iso-8859-1", cte="quoted-printable")
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="boats.pdf")
    return message.as_bytes()


def web_page():
    """Return a web page as a browser saves it in one file."""
    page = EmailMessage()
    page["Snapshot-Content-Location"] = "https://example.org/port"
    text = "In Logroño they counted 48 boats. " + "The boats were at the quay until the end of the year. " * 5
    page.set_content(f"<article><h1>The quay</h1><p>{text}</p></article>", subtype="html", charset="utf-8")
    page.make_related()
    page.add_related(b"x", maintype="image", subtype="png", cid="<x>")
    return page.as_bytes()


def subsidies():
    """Return a workbook with a table of subsidies, shown with separators of thousands."""
    rows = [("port", "boats", "euros"), ("Brenn", 48, sheet_builder.number("C2", 1200000, 2)), ("Kell", 12, 300000)]
    table = sheet_builder.sheet(*(sheet_builder.row(count, *cells) for count, cells in enumerate(rows, 1)))
    return sheet_builder.workbook({"Subsidies": table})


def spreadsheet():
    """Return an OpenDocument spreadsheet with a table of subsidies, shown with separators of thousands."""
    euros = sheet_builder.ods_cell("1,200,000", "float", 1200000)
    rows = [("port", "boats", "euros"), ("Brenn", 48, euros), ("Kell", 12, 300000)]
    return sheet_builder.ods({"Subsidies": "".join(sheet_builder.ods_row(*cells) for cells in rows)})


DOCUMENTS = [
    Document(
        "boats.pdf",
        pdf_builder.PdfBuilder()
        .page(pdf_builder.lines(72, 100, "The harbour office counted 12 defi-\ncient boats in Kell."))
        .data(),
        "counted 12 deficient boats",
        12,
        "boats",
    ),
    Document(
        "boats.csv",
        b"year,boats,euros\n2018,48112,1200000\n2019,,\n",
        "year: 2018; boats: 48112; euros: 1200000",
        48112,
        "boats",
    ),
    Document("subsidies.xlsx", subsidies(), "port: Brenn; boats: 48; euros: 1200000", 48, "boats"),
    Document("subsidies.ods", spreadsheet(), "port: Brenn; boats: 48; euros: 1200000", 48, "boats"),
    Document("list.mbox", (FIRST + SECOND).encode(), "They counted 48 boats.", 48, "boats"),
    Document("talk.pptx", pptx([shape("In Logroño they counted 48 boats.")]), "they counted 48 boats", 48, "boats"),
    Document("port.docx", docx(paragraph("In Logroño they counted 48 boats.")), "they counted 48 boats", 48, "boats"),
    Document("port.odt", odt("<text:p>In Logroño they counted 48 boats.</text:p>"), "counted 48 boats.", 48, "boats"),
    Document(
        "port.rtf", rtf(r"In Logro\'f1o they counted 48 boats.\par"), "In Logroño they counted 48 boats.", 48, "boats"
    ),
    Document(
        "port.epub",
        epub({"a.xhtml": page("<h1>The quay</h1><p>In Logro&ntilde;o they counted 48<sup>2</sup> boats.</p>")}),
        "In Logroño they counted 48 [2] boats.",
        48,
        "boats",
    ),
    Document("letter.eml", letter(), "In Logroño they counted 48 boats.", 48, "boats"),
    Document("port.mhtml", web_page(), "In Logroño they counted 48 boats.", 48, "boats"),
    Document(
        "talk.srt",
        b"1\n00:12:31,000 --> 00:12:33,000\nAfter the storm, 48\n\n"
        b"2\n00:12:33,000 --> 00:12:35,000\nboats were lost.\n",
        "After the storm, 48 boats were lost.",
        48,
        "boats",
    ),
    Document(
        "talk.vtt",
        b"WEBVTT\n\n12:31.000 --> 12:33.000\n<v Ines Falk>We counted\n\n"
        b"12:33.000 --> 12:35.000\n<v Ines Falk>48 boats.\n",
        "Ines Falk: We counted 48 boats.",
        48,
        "boats",
    ),
]


@pytest.mark.parametrize("document", DOCUMENTS, ids=[document.name for document in DOCUMENTS])
def test_a_figure_of_a_document_is_evidence(add_document, cite_figure, run, base, document):
    record = add_document(document.data, document.name)
    suffix = document.name.rpartition(".")[2]
    assert (base / f"seeds/added.{suffix}").read_bytes() == document.data
    assert record["original"]["file"] == f"added.{suffix}"
    assert run("locate", document.words)[0] == 0
    assert cite_figure(document.words, document.value, document.unit) == ()
