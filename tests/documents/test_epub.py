"""The text of an e-book has all that its pages show, in their order; the table of contents gives the locators."""

import io
import zipfile

import pytest
from dossier.documents.reader import ReadOptions
from dossier.documents.readers.epub import READER
from dossier.documents.reading import find_reader, read_document
from dossier.model.errors import UserError
from dossier.model.locator import Locator

CONTAINER = (
    "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
    "<rootfile full-path='OPS/book.opf'/></rootfiles></container>"
)
METADATA = (
    "<metadata xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>The quay</dc:title><dc:language>es</dc:language>"
    "<dc:creator>Ada</dc:creator><dc:publisher>Kell</dc:publisher></metadata>"
)
NCX = "<ncx xmlns='http://www.daisy.org/z3986/2005/ncx/'><navMap>{}</navMap></ncx>"
POINT = "<navPoint><navLabel><text>{}</text></navLabel><content src='{}'/></navPoint>"


def page(body, head=""):
    """Return a page of a book."""
    html = "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops'>"
    start = f"<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html>{html}<head><title/>{head}</head>"
    return f"{start}<body>{body}</body></html>"


def epub(pages, members=(), manifest=""):
    """Return a book with these pages, by their file names in their order."""
    items = "".join(
        f"<item id='p{number}' href='{name}' media-type='application/xhtml+xml'/>" for number, name in enumerate(pages)
    )
    spine = "".join(f"<itemref idref='p{number}'/>" for number in range(len(pages)))
    package = (
        f"<package xmlns='http://www.idpf.org/2007/opf'>{METADATA}<manifest>{items}{manifest}</manifest>"
        f"<spine>{spine}</spine></package>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        parts = {"META-INF/container.xml": CONTAINER, "OPS/book.opf": package}
        parts |= {f"OPS/{name.replace('%20', ' ')}": content for name, content in pages.items() if content is not None}
        for name, content in (parts | dict(members)).items():
            archive.writestr(name, content)
    return stream.getvalue()


def read(pages, members=(), manifest=""):
    """Read a book with these pages as `dossier add` does."""
    data = epub(pages if isinstance(pages, dict) else {"a.xhtml": page(pages)}, members, manifest)
    assert find_reader(data, "boats.epub", ".epub") is READER
    return read_document(READER, data, ReadOptions("boats.epub"))


SENTENCES = [
    ("567<sup>2</sup> soldiers", "567 [2] soldiers"),
    ("567<a href='notes.xhtml#n2' epub:type='noteref'>2</a> soldiers", "567 [2] soldiers"),
    ("10<span class='up'>6</span> litres", "10^6 litres"),
    ("12 <span class='gone'>40</span>boats", "12 boats"),
    ("12 <del>40</del>15", "12 15"),
    ("12<a id='x'/> boats<br/>stay", "12 boats\nstay"),
    ("caf&eacute;&nbsp;12 &amp; 10\u00a0000", "café\u00a012 & 10\u00a0000"),
    ("12<script>99</script> boats<!-- 99 -->", "12 boats"),
    ("<ruby>東<rp>(</rp><rt>12</rt><rp>)</rp></ruby>", "東 (12)"),
    ("sol\u00addiers", "soldiers"),
]
STYLES = "<link rel='stylesheet' href='css/a.css'/><style>.gone {display: none}</style>"


@pytest.mark.parametrize(("content", "text"), SENTENCES)
def test_a_sentence_keeps_apart_what_the_page_keeps_apart(content, text):
    extract = read({"a.xhtml": page(f"<p>{content}</p>", STYLES)}, {"OPS/css/a.css": ".up {vertical-align: super}"})
    assert extract.text == f"{text}\n"


def test_pages_are_in_the_order_of_the_book():
    extract = read({"b%20b.xhtml": page("<p>12</p>"), "a.xhtml": page("<p>13</p>")})
    assert extract.text == "12\n\n13\n"


NAVIGATION = page(
    "<nav epub:type='toc'><ol><li><a href='a.xhtml'>One</a></li><li><a href='b.xhtml#two'>Two</a></li></ol></nav>"
)
ENTRIES = NCX.format(POINT.format("One", "a.xhtml") + POINT.format("Two", "b.xhtml#two"))


@pytest.mark.parametrize(
    ("file", "content", "item"),
    [
        ("OPS/nav.xhtml", NAVIGATION, "<item id='n' href='nav.xhtml' properties='nav'/>"),
        ("OPS/toc.ncx", ENTRIES, "<item id='n' href='toc.ncx' media-type='application/x-dtbncx+xml'/>"),
    ],
)
def test_the_entries_of_the_table_of_contents_are_locators(file, content, item):
    pages = {"a.xhtml": page("<h1>Boats</h1>"), "b.xhtml": page("<p>12 stay.</p><div id='two'><p>13</p></div>")}
    extract = read(pages, {file: content}, item)
    assert extract.text == "Boats\n\n12 stay.\n\n13\n"
    assert extract.locators == (Locator(0, "chapter", "One"), Locator(17, "chapter", "Two"))


def test_headings_are_locators_where_there_is_no_table_of_contents():
    extract = read("<h1>Boats</h1><p>12 stay.</p><h2>Crews</h2><p>15</p>")
    assert extract.locators == (Locator(0, "chapter", "Boats"), Locator(17, "chapter", "Crews"))


def test_lists_and_tables_have_a_line_each():
    body = (
        "<p>So:</p><ol start='5'><li>Lind</li><li><p>Holm</p><ol type='a'><li>East</li></ol></li></ol>"
        "<ul><li>Kell</li></ul><table><tr><th>Town</th><th>Dead</th></tr>"
        "<tr><td rowspan='2'><b>L<i>in</i></b>d</td><td>12<br/>34</td></tr><tr><td>56</td></tr>"
        "</table><p>No.</p>"
    )
    assert read(body).text == (
        "So:\n\n5. Lind\n6. Holm\na. East\n\n- Kell\n\nTown | Dead\nLind | 12; 34\n| 56\n\nNo.\n"
    )


def test_characters_that_no_text_should_have_are_left_out():
    extract = read("<p>12\f boats<sup>2\x01</sup> &#8;<b>stay</p><table><tr><td><p>1\f</p></td><td>2</td></tr></table>")
    assert extract.text == "12 boats [2] stay\n\n1 | 2\n"
    assert "Removed: control characters, or such as show words backwards." in extract.remarks


def test_a_page_that_is_not_well_formed_is_read_as_browsers_do():
    assert read({"a.xhtml": "<html><body><p>12 boats<p>13 <b>stay</body></html>"}).text == "12 boats\n\n13 stay\n"
    assert read({"a.xhtml": "<html><body><h<1>12 boats<x}>13 stay</body></html>"}).text == "12 boats13 stay\n"


def test_what_is_left_out_is_listed():
    pages = {
        "a.xhtml": page("<p>12<img alt='The quay' src='http://e.org/x'/><span hidden=''>40</span></p>"),
        "b.xhtml": None,
    }
    assert read(pages).remarks == (
        "Page that is listed, but not in the file: OPS/b.xhtml",
        "Hidden in the document, and left out: 40",
        "Picture, left out: The quay",
    )


def test_title_language_and_metadata_are_those_of_the_book():
    extract = read("<p>12</p>")
    assert (extract.title, extract.language) == ("The quay", "es")
    assert extract.metadata == ("author: Ada", "publisher: Kell")


ENCRYPTION = "<encryption><EncryptedData><EncryptionMethod Algorithm='{}'/></EncryptedData></encryption>"
BOMB = "<!DOCTYPE html [<!ENTITY a 'bb'><!ENTITY c '&a;&a;'>]><html><body>&c;</body></html>"


@pytest.mark.parametrize(
    ("pages", "members", "message"),
    [
        ("<p></p>", {}, "the document contains no text"),
        ({}, {}, "it lists no pages"),
        ("<p>12</p>", {"META-INF/encryption.xml": ENCRYPTION.format("x#aes256-cbc")}, "is protected against copying"),
        ("<p>12</p>", {"META-INF/container.xml": "<a/>"}, "its part `` is missing"),
        ("<p>12</p>", {"OPS/book.opf": "<a>"}, "`OPS/book.opf` is damaged"),
        ({"a.xhtml": BOMB}, {}, "declares XML entities"),
        ({"a.xhtml": b"<p>\xff</p>"}, {}, "`OPS/a.xhtml` is damaged"),
    ],
)
def test_a_damaged_or_protected_book_is_refused(pages, members, message):
    with pytest.raises(UserError, match=message):
        read(pages, members)


def test_hidden_fonts_are_no_protection():
    font = ENCRYPTION.format("http://www.idpf.org/2008/embedding")
    assert read("<p>12</p>", {"META-INF/encryption.xml": font}).text == "12\n"
