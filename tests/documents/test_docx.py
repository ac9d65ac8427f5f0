"""The text of a Word document has all that the document shows, kept apart; the remarks list everything else."""

import io
import zipfile

import pytest
from dossier.documents.reader import ReadOptions
from dossier.documents.readers.docx import READER
from dossier.documents.reading import find_reader, read_document
from dossier.model.errors import UserError
from dossier.model.locator import Locator

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
TYPES = "http://schemas.openxmlformats.org/package/2006/relationships"


def docx(body, members=(), **parts):
    """Return a Word document with this content of its body, and parts by their type (`footnotes="…"`)."""
    names = {"core-properties": "docProps/core.xml"} | {type: f"word/{type.rstrip('12')}.xml" for type in parts}
    parts = {type.replace("_", "-"): content for type, content in parts.items()}
    names = {type: names.get(type, f"word/{type}.xml") for type in parts}
    related = {type: name for type, name in names.items() if type != "core-properties"}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", relationships({"officeDocument": "word/document.xml"} | names))
        archive.writestr(
            "word/_rels/document.xml.rels",
            relationships({type: name.removeprefix("word/") for type, name in related.items()}),
        )
        archive.writestr("word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
        for type, content in parts.items():
            archive.writestr(names[type], f"<w:{type} {NAMESPACES}>{content}</w:{type}>")
        for name, content in members:
            archive.writestr(name, content)
    return stream.getvalue()


def relationships(targets):
    """Return a part with relationships of these types."""
    rows = (
        f'<Relationship Id="{type}" Type="{OFFICE}{type}" Target="{target}"/>'
        for type, target in sorted(targets.items())
    )
    return f'<Relationships xmlns="{TYPES}">{"".join(rows)}</Relationships>'


def run(text, properties=""):
    """Return a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content, properties=""):
    """Return a paragraph; content that is not markup is one run."""
    content = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def read(data, **options):
    """Read a document as `dossier add` does."""
    assert find_reader(data, "boats.docx", ".docx") is READER
    return read_document(READER, data, ReadOptions("boats.docx", options))


def text_of(body, **parts):
    """Return the text of a document with this body."""
    return read(docx(body, **parts)).text


RAISED = '<w:vertAlign w:val="superscript"/>'
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
INSTRUCTION = "<w:r><w:instrText>{}</w:instrText></w:r>"
SENTENCES = [
    (run("567") + run("2", RAISED) + run(" soldiers"), "567 [2] soldiers"),
    (run("10") + run("6", RAISED) + run(" litres"), "10^6 litres"),
    (run("567") + run("1", RAISED) + run("2", RAISED), "567 [12]"),
    (run("567") + run("2", '<w:position w:val="6"/>') + run(" soldiers"), "567 [2] soldiers"),
    (run("CO") + run("2", '<w:vertAlign w:val="subscript"/>'), "CO₂"),
    (run("12 ") + run("40", "<w:strike/>") + run("15"), "12 15"),
    (run("12 ") + run("40", "<w:dstrike/>") + run("15", '<w:strike w:val="0"/>'), "12 15"),
    (run("12 ") + run("40", "<w:vanish/>") + run("boats"), "12 boats"),
    ("<w:r><w:t>2018</w:t><w:tab/><w:t>000</w:t></w:r>", "2018\t000"),
    ("<w:r><w:t>12</w:t><w:br/><w:t>000</w:t></w:r>", "12\n000"),
    ("<w:r><w:t>12</w:t><w:cr/><w:t>000</w:t></w:r>", "12\n000"),
    ("<w:r><w:t>2019</w:t><w:noBreakHyphen/><w:t>01</w:t></w:r>", "2019-01"),
    ("<w:r><w:t>sol</w:t><w:softHyphen/><w:t>diers</w:t></w:r>", "soldiers"),
    (run("10\u00a0000 boats"), "10\u00a0000 boats"),
    ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> done</w:t></w:r>', "✓ done"),
    ('<w:hyperlink r:id="x">' + run("12 boats") + "</w:hyperlink>", "12 boats"),
    ('<w:smartTag w:element="place">' + run("Kell") + "</w:smartTag>", "Kell"),
    ('<w:fldSimple w:instr="DATE">' + run("21 January 2019") + "</w:fldSimple>", "21 January 2019"),
    ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("12") + "</w:sdtContent></w:sdt>" + run(" boats"), "12 boats"),
    (
        FIELD.format("begin") + INSTRUCTION.format("IF ") + FIELD.format("begin") + INSTRUCTION.format("X")
        + FIELD.format("separate") + run("99") + FIELD.format("end") + FIELD.format("separate") + run("12")
        + FIELD.format("end") + run(" boats"),
        "12 boats",
    ),
    (
        "<w:r><mc:AlternateContent><mc:Choice Requires='x'><x:y xmlns:x='x'/></mc:Choice><mc:Fallback><w:t>12</w:t>"
        "</mc:Fallback></mc:AlternateContent></w:r>" + run(" boats"),
        "12 boats",
    ),
    (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>'
        f"</w:r>{FIELD.format('end')}" + run(" agreed"),
        "☒ agreed",
    ),
    (
        "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
        "1/2",
    ),
    (
        run("3") + "<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r></m:sup></m:sSup>"
        "</m:oMath>",
        "3 10^6",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("content", "text"), SENTENCES)
def test_a_sentence_keeps_apart_what_the_document_keeps_apart(content, text):
    assert text_of(paragraph(content)) == f"{text}\n"


def test_headings_are_locators():
    body = (
        paragraph("Boats", '<w:pStyle w:val="T1"/>')
        + paragraph("12 stay.")
        + paragraph("Crews", '<w:outlineLvl w:val="1"/>')
    )
    styles = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="heading 1"/></w:style>'
    extract = read(docx(body + paragraph("15 stay."), styles=styles))
    assert extract.text == "Boats\n\n12 stay.\n\nCrews\n\n15 stay.\n"
    assert extract.locators == (Locator(0, "chapter", "Boats"), Locator(17, "chapter", "Crews"))


def test_a_table_has_a_line_for_each_row_and_keeps_its_columns():
    def cell(text, properties=""):
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    rows = [
        cell("Town") + cell("Dead and missing", '<w:gridSpan w:val="2"/>'),
        cell("Lind", '<w:vMerge w:val="restart"/>') + cell("10\u00a0000") + cell("3"),
        cell("", "<w:vMerge/>") + cell(f"<w:r><w:t>567</w:t></w:r>{run('2', RAISED)}") + cell(""),
    ]
    table = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    text = text_of(paragraph("It was so:") + table + paragraph("No more."))
    assert text == "It was so:\n\nTown | Dead and missing\nLind | 10\u00a0000 | 3\n| 567 [2]\n\nNo more.\n"


def test_notes_are_at_the_end_under_their_marks():
    body = paragraph(
        run("567") + '<w:r><w:footnoteReference w:id="3"/></w:r>' + run(" fled")
        + '<w:r><w:endnoteReference w:id="1"/></w:r>' + run(".")
    )  # fmt: skip
    note = paragraph("<w:r><w:footnoteRef/><w:tab/></w:r>" + run("By 2 March."))
    footnotes = f'<w:footnote w:id="0">{paragraph("unused")}</w:footnote><w:footnote w:id="3">{note}</w:footnote>'
    endnotes = f'<w:endnote w:id="1">{paragraph("So he said.")}</w:endnote>'
    extract = read(docx(body, footnotes=footnotes, endnotes=endnotes))
    assert extract.text == "567 [1] fled [i].\n\n[1] By 2 March.\n\n[i] So he said.\n"
    assert [locator.label for locator in extract.locators] == ["footnotes", "endnotes"]


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1(%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="hebrew1"/><w:lvlText w:val="%3"/></w:lvl>'
    '<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
)


def test_the_numbers_of_paragraphs_are_counted():
    items = [("0", "1"), ("1", "1"), ("1", "1"), ("0", "1"), ("1", "1"), ("0", "2"), ("0", "1"), ("3", "1"), ("2", "1")]
    body = "".join(
        paragraph("boats", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{id}"/></w:numPr>')
        for level, id in items
    )
    extract = read(docx(body, numbering=NUMBERING))
    marks = [line.removesuffix("boats").strip() for line in extract.text.strip().split("\n\n")]
    assert marks == ["3.", "3(i)", "3(ii)", "4.", "4(i)", "7.", "8.", "-", ""]
    assert extract.remarks == ("Its number is left out, as its format is not known: boats",)


CHANGES = paragraph(
    run("It was ")
    + f"<w:del w:author='A'><w:r><w:delText>12</w:delText></w:r></w:del><w:ins w:author='A'>{run('15')}</w:ins>"
    + run(" in all.")
)


def test_tracked_changes_are_read_only_as_an_option_says():
    with pytest.raises(UserError, match=r"boats.docx: it has 2 tracked changes \(`deleted: 12`\) .* use --changes acc"):
        read(docx(CHANGES))
    assert read(docx(CHANGES), changes="accepted").text == "It was 15 in all.\n"
    original = read(docx(CHANGES), changes="original")
    assert original.text == "It was 12 in all.\n"
    assert original.remarks == (
        "Tracked change, read as original: deleted: 12",
        "Tracked change, read as original: inserted: 15",
    )
    with pytest.raises(UserError, match="--changes is `all`, but must be accepted or original"):
        read(docx(CHANGES), changes="all")


def test_paragraphs_and_rows_that_were_deleted_are_read_as_an_option_says():
    end = "<w:rPr><w:del w:author='A'/></w:rPr>"
    cells = f"<w:tc>{paragraph('Lind')}</w:tc><w:tc>{paragraph('12')}</w:tc>"
    table = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cells}</w:tr></w:tbl>"
    data = docx(paragraph("It was", end) + paragraph(" so.") + table)
    assert read(data, changes="accepted").text == "It was so.\n"
    assert read(data, changes="original").text == "It was\n\nso.\n\nLind | 12\n"


BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing>"
    "</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
REMARKS = [
    ({}, run("12") + run("40", "<w:vanish/>"), "Hidden in the document, and left out: 40"),
    ({}, run("12 ") + run("40", "<w:strike/>"), "Struck out, and left out: 40"),
    ({}, run("10") + run("6", RAISED), "Raised or lowered, and written as: 10^6"),
    ({"comments": f"<w:comment w:author='Ada'>{paragraph('So?')}</w:comment>"}, "12", "Comment, left out: Ada: So?"),
    ({"header": paragraph("Draft 3")}, "12", "In the header of the pages, and left out: Draft 3"),
    ({"footer": paragraph("Page 1")}, "12", "In the footer of the pages, and left out: Page 1"),
    (
        {},
        run("12") + '<w:r><w:drawing><wp:docPr name="Picture 1" descr="The quay"/></w:drawing></w:r>',
        "Picture, left out: The quay",
    ),
    (
        {"members": [("word/embeddings/sheet1.xlsx", "x")]},
        run("12") + '<w:r><w:object><o:OLEObject xmlns:o="x" ProgID="Excel.Sheet"/></w:object></w:r>',
        "Embedded document, left out: sheet1.xlsx",
    ),
    (
        {"members": [("word/vbaProject.bin", "x")]},
        "12",
        "The document has macros: they were not run, and are not in the text.",
    ),
    ({"chart": "<w:t>Dead</w:t><w:v>12</w:v>"}, "12", "Chart or diagram, left out: Dead, 12"),
    (
        {},
        run("12") + BOX.format(paragraph("15 stay.")),
        "Text box, written after the paragraph that it belongs to: 15 stay.",
    ),
    ({}, "sol\u00addiers", "Removed: 1 soft hyphen, which only show where a word may be divided."),
    ({}, run("12\uf041", '<w:rFonts w:ascii="Odd"/>'), "Symbol that is not in Unicode, written as �: F041 of Odd"),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "content", "remark"), REMARKS)
def test_what_is_left_out_or_written_otherwise_is_listed(parts, content, remark):
    assert remark in read(docx(paragraph(content), **parts)).remarks


def test_a_text_box_is_written_once():
    assert text_of(paragraph(run("12") + BOX.format(paragraph("15 stay.")))) == "12\n\n15 stay.\n"


def test_title_language_and_metadata_are_those_of_the_document():
    core = "<dc:title>The quay</dc:title><dc:creator>Ada</dc:creator><dcterms:modified>2019-01-21</dcterms:modified>"
    body = paragraph(run("Los barcos", '<w:lang w:val="es-ES"/>') + run("12", '<w:lang w:val="en-GB"/>'))
    extract = read(docx(body, core_properties=core))
    assert (extract.title, extract.language) == ("The quay", "es-ES")
    assert extract.metadata == ("author: Ada", "modified: 2019-01-21")


def test_a_document_in_the_strict_format_is_read():
    with zipfile.ZipFile(io.BytesIO(docx(paragraph("12 boats")))) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in contents.items():
            strict = content.replace(b"openxmlformats.org/wordprocessingml/2006/", b"X").replace(
                b"http://schemas.X", b"http://purl.oclc.org/ooxml/wordprocessingml/"
            )
            archive.writestr(name, strict)
    assert read(stream.getvalue()).text == "12 boats\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (docx(""), "boats.docx: the document contains no text"),
        (docx(paragraph("12"))[:-30], "boats.docx"),
        (docx("<w:p>" * 5000 + "</w:p>" * 5000), "`word/document.xml` is damaged"),
        (docx("<w:tbl><w:tr><w:tc>" * 300 + "</w:tc></w:tr></w:tbl>" * 300), "`word/document.xml` is damaged"),
        (docx(paragraph((run("a") + run("2", RAISED)) * 10_001)), "more than 10,000 raised or lowered letters"),
        (docx("<w:p><w:r></w:p>"), "`word/document.xml` is damaged"),
    ],
)
def test_a_damaged_document_is_refused(data, message):
    with pytest.raises(UserError, match=message):
        read_document(READER, data, ReadOptions("boats.docx"))
