"""A document that is neither plain text nor a web page is recognized by its content, whatever its name."""

import gzip
import io
import zipfile

import pytest
from dossier.documents.formats import identify_format
from dossier.documents.read_options import READ_OPTIONS
from dossier.documents.reading import READERS


def zipped(*members, compression=zipfile.ZIP_STORED):
    """Return a zip archive with these members, each a name or a name and its content."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for member in members:
            name, content = member if isinstance(member, tuple) else (member, "x")
            archive.writestr(name, content)
    return stream.getvalue()


MAIL = b"Received: from a by b; Mon, 28 Jan 2019\r\nFrom: Ada <a@e.org>\r\nTo: b@e.org\r\nSubject: The quay\r\n"
PAGE = b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="X"\r\n\r\n--X\r\n'
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OFFICE = "[Content_Types].xml"
TYPE = b"application/epub+zip"
PACKED = zipped(("mimetype", TYPE), compression=zipfile.ZIP_DEFLATED)
DAMAGED_TYPE = PACKED.replace(PACKED[38:50], b"\xff" * 12, 1)
"""An e-book whose member `mimetype` cannot be unpacked."""
NAMED = [
    (b"{\\rtf1\\ansi The quay}", "an RTF document"),
    (b"\xef\xbb\xbf\r\n{\\rtf1 The quay}", "an RTF document"),
    (b"%PDF-1.4\n1 0 obj <</Type /Catalog>>", "a PDF document"),
    (b"\nHTTP header rests\n%PDF-1.7\n", "a PDF document"),
    (b"%!PS-Adobe-3.0\n", "a PostScript document"),
    (b"\\documentclass{article}\n", "a LaTeX document"),
    (b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://e.org\r\n" + PAGE, "a web page saved as MHTML"),
    (PAGE, "a web page saved as MHTML"),
    (b'From: "Saved by Windows Internet Explorer 8"\nSubject: The quay\n' + PAGE, "a web page saved as MHTML"),
    (b"\r\n\r\nmime-version: 1.0\ncontent-type: multipart/related; boundary=X\n\n--X\n", "a web page saved as MHTML"),
    (MAIL + b"\r\nWe stay.\r\n", "an email (EML)"),
    (b"From: a@e.org\nSubject: x\nMessage-ID: <1@e.org>\n\nWe stay.\n", "an email (EML)"),
    (MAIL + PAGE, "an email (EML)"),
    (b"From ada@e.org Mon Jan 28 10:00:00 2019\n" + MAIL, "an email (EML)"),
    ((b"From ada@e.org Mon Jan 28 10:00:00 2019\n" + MAIL + b"\nx\n\n") * 2, "a mailbox (mbox)"),
    (zipped(OFFICE, "word/document.xml"), "a Word document (DOCX)"),
    (zipped(OFFICE, "xl/workbook.xml"), "an Excel workbook (XLSX)"),
    (zipped(OFFICE, "xl/workbook.bin"), "an Excel workbook (XLSB)"),
    (COMPOUND + "Workbook".encode("utf-16-le"), "an Excel workbook (XLS)"),
    (zipped(OFFICE, "ppt/presentation.xml"), "a PowerPoint presentation (PPTX)"),
    (zipped(("mimetype", "application/vnd.oasis.opendocument.text")), "an OpenDocument text (ODT)"),
    (zipped(("mimetype", "application/vnd.oasis.opendocument.spreadsheet")), "an OpenDocument spreadsheet (ODS)"),
    (zipped(("mimetype", "application/epub+zip")), "an e-book (EPUB)"),
    (zipped("META-INF/container.xml"), "an e-book (EPUB)"),
    (zipped("archive/data.warc.gz"), "a web archive (WACZ)"),
    (zipped("article.txt"), "a zip archive"),
    (zipped(), "a zip archive"),
    (b"PK\x03\x04broken", "a damaged document or zip archive"),
    (DAMAGED_TYPE, "a damaged document or zip archive"),
    (COMPOUND + bytes(100), "a document of Microsoft Office 97"),
    (COMPOUND + "__substg1.0_001A001E".encode("utf-16-le"), "an email of Outlook (MSG)"),
    (
        COMPOUND + "EncryptedPackage".encode("utf-16-le"),
        "an Office document with a password",
    ),
    (b"!BDN\1\2\3\4SM", "a mailbox of Outlook (PST)"),
    (b"\x89PNG\r\n\x1a\n" + bytes(20), "an image (PNG)"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF", "an image (JPEG)"),
    (b"GIF89a" + bytes(20), "an image (GIF)"),
    (b"RIFF\1\2\3\4WEBPVP8 ", "an image (WebP)"),
    (b"II*\0" + bytes(20), "an image (TIFF)"),
    (b"\0\0\0\x18ftypheic" + bytes(20), "an image (HEIF)"),
    (b"<svg xmlns='http://www.w3.org/2000/svg'><text>12</text></svg>", "an image (SVG)"),
    (b"ID3\3\0" + bytes(20), "a recording (MP3)"),
    (b"\0\0\0\x18ftypmp42" + bytes(20), "a recording (MP4)"),
    (b"RIFF\1\2\3\4WAVEfmt ", "a recording (WAV or AVI)"),
    (gzip.compress(b"The quay"), "compressed (gzip)"),
    (b"7z\xbc\xaf\x27\x1c" + bytes(20), "a 7z archive"),
    (b"WARC/1.0\r\nWARC-Type: response\r\n", "a web archive (WARC)"),
    (b"bplist00\xd1\1\2_\x10\x0fWebMainResource", "a web archive of Safari"),
    (b"<?xml version='1.0'?>\n<!-- x --><rss version='2.0'><channel/></rss>", "a feed (RSS)"),
    (
        b"<?xml version='1.0'?><office:document><text:p>12</text:p></office:document>",
        "an OpenDocument or Word text as XML",
    ),
    (b"<?xml version='1.0'?><story><toll>12</toll></story>", "an XML file (<story>)"),
    (b"[InternetShortcut]\r\nURL=https://e.org\r\n", "a shortcut"),
    (b"version https://git-lfs.github.com/spec/v1\noid sha256:12\n", "a Git LFS pointer"),
    (b"WEBVTT\n\n00:01.000 --> 00:03.000\nThe quay\n", "a file of subtitles (WebVTT)"),
    (b"\xef\xbb\xbfWEBVTT - The quay\n", "a file of subtitles (WebVTT)"),
    (b"1\r\n00:00:01,000 --> 00:00:02,000\r\nThe quay\r\n", "a file of subtitles (SRT)"),
    (b"[Script Info]\r\nTitle: The quay\r\n", "a file of subtitles (ASS)"),
    (b"\n17\n01:00:01.000 --> 01:00:02.000\nThe quay\n", "a file of subtitles (SRT)"),
]


@pytest.mark.parametrize(("data", "name"), NAMED, ids=[name for _, name in NAMED])
def test_a_format_is_named_with_advice(data, name):
    format = identify_format(data)
    assert format is not None
    assert format.name == name
    assert bool(format.advice) is not any(format in reader.formats for reader in READERS)


READABLE = [
    b"",
    b"The quay\nOn Monday 12 boats left.\n",
    b"<!doctype html><html><body>12</body></html>",
    b"<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE html PUBLIC 'x' 'y'>\n<html xmlns='x'><body>12</body></html>",
    b"<p>The quay</p>",
    b"From: Ada Lind\nTo: all\nDate: 28 January 2019\nSubject: The quay\n\nWe stay.\n",
    b"MEMORANDUM\nTo: the mayor\nFrom: the office\n",
    b"Dead: 12\nHurt: 40\n",
    b"From Monday on, 12 boats stay.\n",
    b"RIFF is a format, PDF another; {rtf} too. %PDF is not a percentage.\n",
    b"PK, the pilot, said so.\n",
    b"BMW and MZ left. II, III and IV stayed. MM. ID3 is a law.\n",
    b'{"toll": 12}\n',
    b"- 12 boats\n",
    b"\xff\xfeT\0h\0e\0",
    "Логроньо: 12\n".encode("cp1251"),
    "Ÿÿþ Ünü".encode("cp1252"),
    b"1\nThe quay was shut at 10:00:00,5 --> later\n",
    b"WEBVTTS are files\n",
    b"00:00:01,000 --> 00:00:02,000\n",
]


@pytest.mark.parametrize("data", READABLE)
def test_plain_text_and_web_pages_are_not_taken_for_another_format(data):
    assert identify_format(data) is None


def test_the_options_of_all_readers_are_listed_in_one_place():
    assert dict(option for reader in READERS for option in reader.options.items()) == READ_OPTIONS
