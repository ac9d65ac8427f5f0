"""The text of an OpenDocument text has all that the document shows, kept apart; the remarks list everything else."""

import io
import zipfile

import pytest
from dossier.documents.reader import ReadOptions
from dossier.documents.readers.odt import READER
from dossier.documents.reading import find_reader, read_document
from dossier.model.errors import UserError
from dossier.model.locator import Locator

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
PREFIXES = {"office": "office", "text": "text", "style": "style", "table": "table", "draw": "drawing", "meta": "meta",
            "svg": "svg-compatible", "fo": "xsl-fo-compatible"}  # fmt: skip
NAMESPACES = " ".join(
    (*(f'xmlns:{prefix}="{OASIS}{name}:1.0"' for prefix, name in PREFIXES.items()),
     'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"')
)  # fmt: skip
STYLES = """
<style:style style:name="up" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="down" style:family="text"><style:text-properties style:text-position="-8% 60%"/></style:style>
<style:style style:name="old" style:family="text">
<style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="gone" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="lost" style:family="paragraph"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="." text:start-value="3"/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/>
<text:list-level-style-number text:level="3" style:num-format="&#x5D0;"/>
</text:list-style>
<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
"""


def odt(body, members=()):
    """Return an OpenDocument text with this content."""
    members = dict(members)
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        for name, part in ({"content.xml": content} | members).items():
            archive.writestr(name, part)
    return stream.getvalue()


def read(body, members=(), **options):
    """Read a document with this body as `dossier add` does."""
    data = odt(body, members)
    assert find_reader(data, "boats.odt", ".odt") is READER
    return read_document(READER, data, ReadOptions("boats.odt", options))


SENTENCES = [
    ('567<text:span text:style-name="up">2</text:span> soldiers', "567 [2] soldiers"),
    ('10<text:span text:style-name="up">6</text:span> litres', "10^6 litres"),
    ('CO<text:span text:style-name="down">2</text:span>', "CO₂"),
    ('12 <text:span text:style-name="old">40</text:span>15', "12 15"),
    ('12 <text:span text:style-name="gone">40</text:span>boats', "12 boats"),
    ("2018<text:tab/>000", "2018\t000"),
    ("12<text:line-break/>000", "12\n000"),
    ('12<text:s text:c="3"/>boats', "12 boats"),
    ("10\u00a0000 sol\u00addiers", "10\u00a0000 soldiers"),
    ('<text:a xlink:href="http://e.org">12</text:a> boats', "12 boats"),
    ("on <text:date>21 January 2019</text:date>", "on 21 January 2019"),
    ("12<text:soft-page-break/> boats<text:bookmark/>", "12 boats"),
    ('12 <text:hidden-text text:is-hidden="true">40 </text:hidden-text>boats', "12 boats"),
    (
        "<text:ruby><text:ruby-base>1<text:span>2<text:span>3</text:span></text:span>4</text:ruby-base>"
        "<text:ruby-text>a</text:ruby-text></text:ruby>",
        "1234 (a)",
    ),
]


@pytest.mark.parametrize(("content", "text"), SENTENCES)
def test_a_sentence_keeps_apart_what_the_document_keeps_apart(content, text):
    assert read(f"<text:p>{content}</text:p>").text == f"{text}\n"


def test_headings_are_locators_and_have_their_numbers():
    outline = (
        f"<office:document-styles {NAMESPACES}><text:outline-style><text:outline-level-style text:level='1' "
        "style:num-format='I' style:num-suffix='.'/></text:outline-style></office:document-styles>"
    )
    heading = '<text:h text:outline-level="1">{}</text:h>'
    body = heading.format("Boats") + "<text:p>12 stay.</text:p>" + heading.format("Crews")
    extract = read(body, {"styles.xml": outline})
    assert extract.text == "I. Boats\n\n12 stay.\n\nII. Crews\n"
    assert extract.locators == (Locator(0, "chapter", "I. Boats"), Locator(20, "chapter", "II. Crews"))


def test_the_numbers_of_lists_are_counted():
    def item(content):
        return f"<text:list-item>{content}</text:list-item>"

    boat = "<text:p>boats</text:p>"
    inner = f"<text:list>{item(boat)}{item(boat + f'<text:list>{item(boat)}</text:list>')}</text:list>"
    body = (
        f'<text:list text:style-name="L">{item(boat)}{item(boat + inner)}</text:list>'
        f'<text:list text:style-name="L" text:continue-numbering="true">{item(boat)}</text:list>'
        f'<text:list text:style-name="L"><text:list-item text:start-value="8">{boat}</text:list-item></text:list>'
        f'<text:list text:style-name="B">{item(boat)}</text:list>'
    )
    extract = read(body)
    marks = [line.removesuffix("boats").strip() for line in extract.text.strip().split("\n\n")]
    assert marks == ["3.", "4.", "4.a)", "4.b)", "", "5.", "8.", "-"]
    assert extract.remarks == ("Its number is left out, as its format is not known: boats",)


def test_a_table_has_a_line_for_each_row_and_keeps_its_columns():
    def cell(text, attributes=""):
        return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"

    covered = "<table:covered-table-cell/>"
    rows = [
        cell("Town") + cell("Dead", 'table:number-columns-spanned="2"') + covered,
        cell("Lind") + '<table:table-cell table:number-columns-repeated="2"/>' + cell("10\u00a0000"),
        covered + cell("3", 'table:number-columns-repeated="2"'),
    ]
    table = f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"
    empty = '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>'
    text = read(table.replace("</table:table>", empty + "</table:table>")).text
    assert text == "Town | Dead\nLind | | | 10\u00a0000\n| 3 | 3\n"


def test_notes_are_at_the_end_under_their_marks():
    note = (
        '<text:note text:note-class="{}"><text:note-citation>{}</text:note-citation>'
        "<text:note-body><text:p>{}</text:p></text:note-body></text:note>"
    )
    first, second = note.format("endnote", "i", "So he said."), note.format("footnote", "1", "By 2 March.")
    extract = read(f"<text:p>567{first} fled{second}.</text:p>")
    assert extract.text == "567 [i] fled [1].\n\n[1] By 2 March.\n\n[i] So he said.\n"
    assert [locator.label for locator in extract.locators] == ["footnotes", "endnotes"]


CHANGES = (
    '<text:tracked-changes><text:changed-region text:id="a"><text:insertion/></text:changed-region>'
    '<text:changed-region text:id="b"><text:deletion><text:p>12</text:p></text:deletion></text:changed-region>'
    "</text:tracked-changes><text:p>It was <text:change text:change-id='b'/><text:change-start text:change-id='a'/>15"
    "<text:change-end text:change-id='a'/> in all.</text:p>"
)


def test_tracked_changes_are_read_only_as_an_option_says():
    with pytest.raises(UserError, match=r"boats.odt: it has 2 tracked changes \(`inserted: 15`\)"):
        read(CHANGES)
    assert read(CHANGES, changes="accepted").text == "It was 15 in all.\n"
    original = read(CHANGES, changes="original")
    assert original.text == "It was 12 in all.\n"
    assert original.remarks[1] == "Tracked change, read as original: deleted: 12"


FRAME = '<draw:frame draw:name="Picture 1">{}</draw:frame>'
REMARKS = [
    ('12<text:span text:style-name="gone">40</text:span>', {}, "Hidden in the document, and left out: 40"),
    ('12 <text:span text:style-name="old">40</text:span>', {}, "Struck out, and left out: 40"),
    (
        "12<office:annotation><dc:creator>Ada</dc:creator><text:p>So?</text:p></office:annotation>",
        {},
        "Comment, left out: Ada: So?",
    ),
    ("12" + FRAME.format("<draw:image/><svg:desc>The quay</svg:desc>"), {}, "Picture, left out: The quay"),
    ("12" + FRAME.format("<draw:object xlink:href='./Object 1'/>"), {}, "Embedded document, left out: Picture 1"),
    (
        "12" + FRAME.format("<draw:text-box><text:p>15 stay.</text:p></draw:text-box>"),
        {},
        "Text box, written after the paragraph that it belongs to: 15 stay.",
    ),
    (
        "12",
        {"styles.xml": f"<a {NAMESPACES}><style:header><text:p>Draft</text:p></style:header></a>"},
        "In the header of the pages, and left out: Draft",
    ),
    ("12", {"Basic/a.xml": "x"}, "The document has macros: they were not run, and are not in the text."),
]


@pytest.mark.parametrize(("content", "members", "remark"), REMARKS)
def test_what_is_left_out_or_written_otherwise_is_listed(content, members, remark):
    assert remark in read(f"<text:p>{content}</text:p>", members).remarks


def test_text_boxes_hidden_paragraphs_and_sections():
    box = FRAME.format("<draw:text-box><text:p>15 stay.</text:p></draw:text-box>")
    body = (
        f"<text:p>12{box} boats</text:p><text:p text:style-name='lost'>40</text:p>"
        "<text:section text:display='none'><text:p>50</text:p></text:section>"
        "<text:section><text:p>13</text:p></text:section>"
    )
    extract = read(body)
    assert extract.text == "12 boats\n\n15 stay.\n\n13\n"
    assert extract.remarks[:2] == (
        "Hidden in the document, and left out: 40",
        "Hidden in the document, and left out: 50",
    )


def test_a_formula_is_written_on_one_line():
    formula = '<math xmlns="http://www.w3.org/1998/Math/MathML"><msup><mn>10</mn><mn>6</mn></msup><annotation>x</annotation></math>'
    body = "<text:p>It is " + FRAME.format("<draw:object xlink:href='./Object 1'/>") + " litres</text:p>"
    assert read(body, {"Object 1/content.xml": formula}).text == "It is 10^6 litres\n"


def test_title_language_and_metadata_are_those_of_the_document():
    meta = (
        f"<office:document-meta {NAMESPACES}><office:meta><dc:title>The quay</dc:title><dc:language>es-ES</dc:language>"
        "<meta:initial-creator>Ada</meta:initial-creator><dc:date>2019-01-21</dc:date></office:meta></office:document-meta>"
    )
    extract = read("<text:p>12</text:p>", {"meta.xml": meta})
    assert (extract.title, extract.language) == ("The quay", "es-ES")
    assert extract.metadata == ("author: Ada", "modified: 2019-01-21")


@pytest.mark.parametrize(
    ("body", "members", "message"),
    [
        ("", {}, "the document contains no text"),
        ("<text:p>", {}, "`content.xml` is damaged"),
        ("12", {"META-INF/manifest.xml": "<a><encryption-data/></a>"}, "it is encrypted: open it with its password"),
        ("12", {"content.xml": f"<a {NAMESPACES}/>"}, "it has no text"),
        ("<text:list><text:list-item>" * 300, {}, "`content.xml` is damaged"),
    ],
)
def test_a_damaged_or_encrypted_document_is_refused(body, members, message):
    with pytest.raises(UserError, match=message):
        read(body, members)
