"""What a PDF has that its pages do not show as text: scans, recognized and hidden text, comments, forms, passwords."""

import ctypes
import sys
from functools import partial

import pytest
from dossier.documents.pdf import own_process
from dossier.documents.pdf.page_images import PdfPages
from dossier.documents.reader import ReadOptions
from dossier.documents.readers.pdf import READER
from dossier.documents.reading import read_document
from dossier.io.child_process import call_in_child
from dossier.model.errors import UserError

from tests.documents.pdf_builder import PdfBuilder, box, image, lines, text

SENTENCE = "The harbour office counted 12 boats in Kell."


def read_pdf(builder):
    data = builder if isinstance(builder, bytes) else builder.data()
    return read_document(READER, data, ReadOptions("boats.pdf"))


def with_image(*operations, builder=None, shade=200):
    """Add a page with an image, named Scan; `operations` may draw it."""
    builder = builder or PdfBuilder()
    return builder.page(*operations, images=[("Scan", builder.add_image(shade))])


FULL = image("Scan", 0, 0, 595, 842)


def test_a_scan_is_rejected_with_advice():
    with pytest.raises(UserError, match=r"boats\.pdf: this PDF is a scan, without letters: .*ocrmypdf --sidecar"):
        read_pdf(with_image(FULL))


def test_pages_that_are_images_are_named():
    builder = PdfBuilder().page(text(72, 100, SENTENCE))
    for _ in range(3):
        with_image(FULL, builder=builder)
    builder.page(text(72, 100, SENTENCE))
    with_image(FULL, builder=builder)
    assert "Images without letters, and not in the text: pages 2–4, 6." in read_pdf(builder).remarks


@pytest.mark.parametrize(
    "operations",
    [(FULL, text(72, 100, SENTENCE, mode=3)), (text(72, 100, SENTENCE), FULL)],
    ids=["not painted", "behind the image"],
)
def test_text_that_a_machine_recognized_in_an_image_is_kept_and_named(operations):
    builder = PdfBuilder({"Creator": "ocrmypdf 16.1 / Tesseract OCR-PDF 5.3", "Producer": "pikepdf 8"})
    extract = read_pdf(with_image(*operations, builder=builder))
    assert extract.text == f"{SENTENCE}\n"
    assert extract.ocr == "ocrmypdf 16.1 / Tesseract OCR-PDF 5.3"
    assert "A machine recognized the text of page 1 in an image: compare it." in extract.remarks


def test_the_program_that_recognized_the_text_may_be_unknown():
    extract = read_pdf(with_image(FULL, text(72, 100, SENTENCE, mode=3)))
    assert extract.ocr == "unknown; the PDF was made by a program it does not name"


def test_text_beside_a_picture_is_not_recognized_text():
    extract = read_pdf(with_image(text(72, 100, SENTENCE), image("Scan", 72, 200, 200, 200)))
    assert (extract.text, extract.ocr) == (f"{SENTENCE}\n", "")


HIDDEN = [
    ((text(72, 130, "and 9 more", mode=3),), "not painted"),
    ((text(72, 130, "and 9 more", grey=1),), "white on white"),
    ((box(60, 110, 200, 40), text(72, 130, "and 9 more", grey=0)), "black on black"),
    ((text(72, 130, "and 9 more"), box(60, 110, 200, 40)), "covered by a bar"),
    ((text(72, 130, "and 9 more", size=0.5),), "tiny"),
]


@pytest.mark.parametrize("operations", [operations for operations, _ in HIDDEN], ids=[name for _, name in HIDDEN])
def test_text_that_nobody_sees_is_left_out_with_a_remark(operations):
    extract = read_pdf(PdfBuilder().page(text(72, 100, SENTENCE), *operations))
    assert extract.text == f"{SENTENCE}\n"
    assert "Not to be seen on the page, and left out: and 9 more" in extract.remarks


def test_white_text_on_black_is_kept():
    extract = read_pdf(PdfBuilder().page(box(60, 80, 400, 40), text(72, 100, SENTENCE, grey=1)))
    assert extract.text == f"{SENTENCE}\n"
    assert extract.remarks == ()


def test_words_that_a_bar_covers_do_not_join_those_beside_it():
    covering = box(72 + 6 * len("The harbour office counted "), 91, 12, 12)
    extract = read_pdf(PdfBuilder().page(text(72, 100, SENTENCE), covering))
    assert extract.text == "The harbour office counted | boats in Kell.\n"
    assert "Not to be seen on the page, and left out: 12" in extract.remarks


def test_comments_fields_and_attachments_are_listed():
    builder = PdfBuilder(
        catalog="/Names << /EmbeddedFiles << /Names [(crew.csv) << /Type /Filespec /F (crew.csv) /EF << >> >>] >> >>"
    )
    note = builder.add("<< /Type /Annot /Subtype /Text /Rect [10 10 20 20] /Contents (Ask the crew) >>")
    mark = builder.add("<< /Type /Annot /Subtype /StrikeOut /Rect [10 10 20 20] /QuadPoints [1 1 2 1 1 2 2 2] >>")
    link = builder.add("<< /Type /Annot /Subtype /Link /Rect [10 10 20 20] >>")
    field = builder.add("<< /Type /Annot /Subtype /Widget /FT /Tx /T (Boat) /V (Ada) /Rect [10 10 20 20] >>")
    builder.page(text(72, 100, SENTENCE), entries=f"/Annots [{note} 0 R {mark} 0 R {link} 0 R {field} 0 R]")
    assert read_pdf(builder).remarks == (
        "Attached to the PDF, and left out: crew.csv",
        "Comment or mark on the PDF, and left out: page 1: Ask the crew",
        "Comment or mark on the PDF, and left out: page 1: struck-out words",
        "Field of a form, and left out: Boat: Ada",
    )


def test_ligatures_become_letters():
    builder = PdfBuilder()
    names = "/Differences [1 /fi /fl]"
    codes = "<01> <FB01> <02> <FB02>"
    unicode = builder.add_stream(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> <FF> "
        f"endcodespacerange 2 beginbfchar {codes} endbfchar endcmap end end"
    )
    font = f"/Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding << {names} >> /ToUnicode {unicode} 0 R"
    builder.fonts += f" /F4 << {font} >>"
    builder.page("BT /F4 10 Tf 72 700 Td (\x01rst in a \x02eet) Tj ET")
    assert read_pdf(builder).text == "first in a fleet\n"


def test_a_pdf_that_needs_a_password_is_rejected_with_advice():
    builder = PdfBuilder().page(text(72, 100, SENTENCE))
    encrypted = "/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <%s> /U <%s> >> /ID [<00> <00>]"
    data = builder.data().replace(b"trailer << ", b"trailer << " + (encrypted % ("41" * 32, "42" * 32)).encode())
    with pytest.raises(UserError, match=r"boats\.pdf: this PDF needs a password: save it without one"):
        read_pdf(data)


def test_a_page_tree_with_a_loop_does_not_hang():
    builder = PdfBuilder().page(text(72, 100, SENTENCE))
    data = builder.data().replace(b"/Kids [", b"/Kids [2 0 R ")
    assert SENTENCE in read_pdf(data).text


def test_a_page_with_too_many_characters_is_rejected():
    builder = PdfBuilder().page(lines(72, 100, "\n".join(["x" * 10_000] * 21)))
    with pytest.raises(UserError, match=r"boats\.pdf: page 1 of this PDF has more than 200,000 characters"):
        read_pdf(builder)


@pytest.fixture
def limit(monkeypatch):
    """Return a function that sets the limits of the process that reads a PDF."""

    def set_limits(**limits):
        monkeypatch.setattr(own_process, "LIMITS", own_process.LIMITS._replace(**limits))

    return set_limits


def endless_pdf():
    """Return a PDF of forms within forms within forms."""
    builder = PdfBuilder()
    entries = "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
    form = builder.add_stream("0 0 9 9 re f", entries)
    for _ in range(20):
        resources = f"{entries} /Resources << /XObject << /F {form} 0 R >> >>"
        form = builder.add_stream("/F Do " * 8, resources)
    return builder.page("/F Do", images=[("F", form)]).data()


def test_forms_within_forms_do_not_hang_nor_are_they_read_again(limit, monkeypatch):
    data = endless_pdf()
    limit(seconds=1)
    message = "quay.pdf: this PDF takes more than 1 seconds to read: print it to a new PDF"
    for _ in range(2):
        with pytest.raises(UserError, match=message):
            read_document(READER, data, ReadOptions("quay.pdf"))
        monkeypatch.setattr(own_process, "call_in_child", None)


def test_a_page_that_is_drawn_for_ever_is_an_error_that_names_the_file(limit):
    pages = PdfPages(PdfBuilder().page(text(72, 100, SENTENCE)).data(), "boats.pdf")
    limit(seconds=0)
    with pytest.raises(UserError, match=r"boats\.pdf: this PDF takes more than 0 seconds"):
        pages.render([1])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit the memory of a process")
def test_a_pdf_that_needs_too_much_memory_is_an_error_that_names_it(limit):
    rows = [text(72, 60 + number, SENTENCE * 40, size=1) for number in range(80)]
    data = PdfBuilder().page(*rows).data()
    limit(memory=24 * 1024**2)
    with pytest.raises(UserError, match=r"boats\.pdf: this PDF (takes more than 24 MB|makes its reader crash)"):
        read_pdf(data)


def test_what_a_crashed_process_printed_is_in_the_error(monkeypatch):
    crash = partial(call_in_child, ctypes.string_at, 0)
    monkeypatch.setattr(own_process, "call_in_child", lambda *_, limits: crash(limits=limits))
    with pytest.raises(UserError, match=r"boats\.pdf: .*crash \(SIGSEGV: Fatal Python error: Segmentation fault"):
        read_pdf(PdfBuilder().page(text(72, 100, SENTENCE), text(72, 120, "It crashes.")).data())
