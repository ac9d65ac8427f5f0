"""The text of an RTF document has all that the document shows, kept apart; the remarks list everything else."""

import pytest
from dossier.documents.reader import ReadOptions
from dossier.documents.readers.rtf import READER
from dossier.documents.reading import find_reader, read_document
from dossier.model.errors import UserError
from dossier.model.locator import Locator

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Arial{\*\falt Cyr};}"
    r"{\f2\fcharset2 Wingdings;}{\f3\fcharset128 Mincho;}}{\colortbl;\red0\green0\blue0;}"
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 heading 2;}}"
)


def rtf(body, head=HEAD):
    """Return an RTF document with this body."""
    return (head + body + "}").encode("latin-1")


def read(body, head=HEAD, **options):
    """Read a document with this body as `dossier add` does."""
    data = rtf(body, head)
    assert find_reader(data, "boats.rtf", ".txt") is READER
    return read_document(READER, data, ReadOptions("boats.rtf", options))


SENTENCES = [
    # White space and characters that no tree of elements can hold.
    (r"12\'0c000\u11?boats \u8?stay\u8238?", "12 000 boats stay"),
    # Letters in every encoding.
    (r"caf\'e9 and \'80 12", "café and € 12"),
    (r"\u1053?\u1072? 12", "На 12"),
    (r"\uc2\u8217\'92\'92s and \uc0\u8217s", "’s and ’s"),
    (r"\u-10179?\u-8704?", "😀"),
    (r"{\f1 \'cd\'e0} 12", "На 12"),
    (r"{\f3 \'93\'fa\'96\'7b}", "日本"),
    (r"{\f2 \'fc} done", "✓ done"),
    (r"\lquote a\rquote  \ldblquote b\rdblquote  c\emdash d\endash e", "‘a’ “b” c—d–e"),
    (r"10\~000 sol\-diers, 2019\_01 \{x\} a\\b", "10\u00a0000 soldiers, 2019-01 {x} a\\b"),
    # Letters kept apart.
    (r"567{\super 2} soldiers", "567 [2] soldiers"),
    (r"10{\super 6} litres", "10^6 litres"),
    (r"567{\up6 2} soldiers", "567 [2] soldiers"),
    (r"567\super 2\nosupersub  soldiers", "567 [2] soldiers"),
    (r"CO{\sub 2}", "CO₂"),
    (r"12 {\strike 40}15", "12 15"),
    (r"12 {\v 40 }boats\v 50\v0", "12 boats"),
    (r"2018\tab 000", "2018\t000"),
    (r"12\line 000", "12\n000"),
    ("1\r\n2 boats\\par\r\n13 boats", "12 boats\n\n13 boats"),
    # What is not shown.
    (r"{\*\unknown 99}12 boats", "12 boats"),
    (r"{\pict\pngblip 8950}12 {\*\bkmkstart x}boats", "12 boats"),
    (r"{\pict\wmetafile8\bin5 }}}}}}12 boats", "12 boats"),
    (r'{\field{\*\fldinst HYPERLINK "http://e.org/99"}{\fldrslt 12 boats}}', "12 boats"),
    (r"{\upr{99}{\*\ud{12}}} boats", "12 boats"),
    (r"{\object\objemb{\*\objclass Excel}{\*\objdata 99}{\result 12 boats}}", "12 boats"),
]


@pytest.mark.parametrize(("content", "text"), SENTENCES)
def test_a_sentence_keeps_apart_what_the_document_keeps_apart(content, text):
    assert read(content).text == f"{text}\n"


@pytest.mark.parametrize(
    ("head", "letters"),
    [
        (r"{\rtf1\ansi\ansicpg1251 ", "На"),
        (r"{\rtf1\ansi\ansicpg1250 ", "Íŕ"),
        (r"{\rtf1\mac ", "Õ‡"),
        (r"{\rtf1\ansi ", "Íà"),
        (r"{\rtf1 ", "Íà"),
    ],
)
def test_letters_are_read_in_the_encoding_that_the_document_declares(head, letters):
    assert read(r"\'cd\'e0 12", head).text == f"{letters} 12\n"


def test_headings_are_locators():
    extract = read(r"\pard\s1 Boats\par\pard 12 stay.\par\pard\s2 Crews\par\pard\plain 15 stay.\par")
    assert extract.text == "Boats\n\n12 stay.\n\nCrews\n\n15 stay.\n"
    assert extract.locators == (Locator(0, "chapter", "Boats"), Locator(17, "chapter", "Crews"))


def test_a_table_has_a_line_for_each_row():
    row = r"\trowd\cellx1\cellx2\pard\intbl {}\cell {}\cell\row"
    body = (
        r"So:\par"
        + row.format("Town", "Dead")
        + row.format("Lind", r"567{\super 2}")
        + row.format("", "3")
        + r"\pard No.\par"
    )
    assert read(body).text == "So:\n\nTown | Dead\nLind | 567 [2]\n| 3\n\nNo.\n"


def test_a_table_in_a_cell_has_lines_of_its_own():
    body = (
        r"\trowd\pard\intbl\itap1 Outer\par\pard\intbl\itap2 a\nestcell 1\nestcell{\*\nesttableprops\trowd\nestrow}"
        r"{\nonesttables\par}\pard\intbl\itap1 End\cell\row\pard After\par"
    )
    assert read(body).text == "Outer\n\na | 1\n\nEnd\n\nAfter\n"


def test_notes_are_at_the_end_under_their_marks():
    note = r"{{\super\chftn}}{{\footnote{} \pard\plain{{\super\chftn}} {}}}"
    body = f"567{note.format('', 'By 2 March.')} fled{note.format(chr(92) + 'ftnalt', 'So he said.')}." + r"\par"
    extract = read(body)
    assert extract.text == "567 [1] fled [i].\n\n[1] By 2 March.\n\n[i] So he said.\n"
    assert [locator.label for locator in extract.locators] == ["footnotes", "endnotes"]


def test_lists_have_the_marks_that_the_document_stores():
    mark = r"{{\listtext\pard\plain {}\tab}}boats\par"
    body = mark.format("1.") + mark.format(r"\'b7") + mark.format("o") + r"{\pntext a)\tab}boats\par"
    assert read(body).text == "1. boats\n\n- boats\n\n- boats\n\na) boats\n"


def test_tracked_changes_are_read_only_as_an_option_says():
    changes = r"It was {\deleted 12}{\revised\revauth1 15} in all."
    with pytest.raises(UserError, match=r"boats.rtf: it has 2 tracked changes \(`deleted: 12`\)"):
        read(changes)
    assert read(changes, changes="accepted").text == "It was 15 in all.\n"
    original = read(changes, changes="original")
    assert original.text == "It was 12 in all.\n"
    assert original.remarks[0] == "Tracked change, read as original: deleted: 12"


REMARKS = [
    (r"12{\v 40}", "Hidden in the document, and left out: 40"),
    (r"12 {\strike 40}", "Struck out, and left out: 40"),
    (r"12{\*\atnauthor Ada}{\*\annotation So?}", "Comment, left out: Ada: So?"),
    (r"{\header Draft 3\par}12", "In the header of the pages, and left out: Draft 3"),
    (r"{\footerr Page 1\par}12", "In the footer of the pages, and left out: Page 1"),
    (r"12{\pict 99}", "Picture, left out: without description"),
    (r"12{\object{\*\objclass Excel.Sheet}}", "Embedded document, left out: Excel.Sheet"),
    (
        r"12{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt 15 stay.\par}}{\shprslt 99}}",
        "Text box, written after the paragraph that it belongs to: 15 stay.",
    ),
    (r"{\f3 \'93}12", "Written as �: 1 byte that are no letters in the encoding that the document declares."),
    (r"12{", "The file ends before the document does: its end may be missing."),
]


@pytest.mark.parametrize(("content", "remark"), REMARKS)
def test_what_is_left_out_or_written_otherwise_is_listed(content, remark):
    assert remark in read(content).remarks


def test_title_language_and_metadata_are_those_of_the_document():
    extract = read(r"{\info{\title The quay}{\author Ada}{\operator Jon}}\lang3082 Los barcos {\lang1033 12}")
    assert (extract.title, extract.language) == ("The quay", "es")
    assert extract.metadata == ("author: Ada", "last modified by: Jon")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (rb"{\rtf1}", "the document contains no text"),
        (rb"{\rtf1" + b"{" * 100_000, "the document contains no text"),
        (b"Boats stay.", "this is not an RTF document, although its name says so"),
    ],
)
def test_a_document_without_text_is_refused(data, message):
    with pytest.raises(UserError, match=f"boats.rtf: {message}"):
        read_document(READER, data, ReadOptions("boats.rtf"))


@pytest.mark.parametrize(
    "content", [r"\bin999999999 12", r"\u99999999999 12", "}" * 99, r"\'", r"\trowd\cell\row\nestrow", "\\"]
)
def test_a_malformed_document_is_read_as_far_as_it_goes(content):
    assert read(r"12 boats\par " + content).text.startswith("12 boats\n")
