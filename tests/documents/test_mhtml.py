"""Web pages saved as one file (MHTML) are read as the page in them is, in the encoding that it declares."""

import quopri

import pytest
from dossier.model.errors import UserError

TEXT = (
    "The fishermen of Logroño fled from the port on 21 January 2019, said the mayor of the town. Some 10,000 of the "
    "soldiers had come to the quays in the afternoon, and the boats of the town were not let out."
)
PAGE = (
    "<!DOCTYPE html><html lang=en><head>%s<title>The port</title></head>"
    f"<article><h1>The port</h1><p>{TEXT}</p></article></html>"
)
CHROME = b"""\
From: <Saved by Blink>\r
Snapshot-Content-Location: https://example.org/port\r
Subject: =?utf-8?Q?The=20port?=\r
Date: Mon, 28 Jan 2019 10:00:00 +0100\r
MIME-Version: 1.0\r
Content-Type: multipart/related;\r
\ttype="text/html";\r
\tboundary="----A"\r
\r
\r
------A\r
Content-Type: text/html\r
Content-ID: <frame-1@mhtml.blink>\r
Content-Transfer-Encoding: quoted-printable\r
Content-Location: https://example.org/port\r
\r
%s\r
------A\r
Content-Type: image/png\r
Content-Transfer-Encoding: base64\r
Content-Location: https://example.org/boat.png\r
\r
iVBORw0KGgo=\r
------A\r
Content-Type: text/html\r
Content-ID: <frame-2@mhtml.blink>\r
\r
<p>Buy 99 biscuits</p>\r
------A--\r
"""
EXPLORER = b"""\
From: "Saved by Windows Internet Explorer 11"
Subject: The port
Date: Mon, 28 Jan 2019 10:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tstart="<x@y>";
\tboundary="A"

This is a multi-part message in MIME format.

--A
Content-Type: text/html
Content-ID: <w@y>

<p>Buy 99 biscuits</p>
--A
Content-Type: text/html;
\tcharset="windows-1252"
Content-ID: <x@y>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://example.org/port

%s
--A--
"""


def encoded(head, encoding):
    return quopri.encodestring((PAGE % head).encode(encoding))


@pytest.mark.parametrize(
    "data",
    [
        CHROME % encoded("<meta charset=utf-8>", "utf-8"),
        CHROME % encoded("", "utf-8"),
        CHROME % encoded("<meta charset=windows-1252>", "windows-1252"),
        EXPLORER % encoded("", "windows-1252"),
        EXPLORER % encoded("<meta charset=utf-8>", "windows-1252"),
        b"MIME-Version: 1.0\nSnapshot-Content-Location: https://example.org/port\nContent-Type: text/html\n\n"
        + (PAGE % "").encode(),
    ],
)
def test_the_page_is_read_and_nothing_else(read, data):
    extract = read(data, "port.mhtml")
    assert extract.text == f"The port\n{TEXT}\n"
    assert (extract.title, extract.language) == ("The port", "en")
    assert "location: https://example.org/port" in extract.metadata


def test_the_day_on_which_a_page_was_saved_and_its_frames_are_told(read):
    extract = read(CHROME % encoded("", "utf-8"), "port.mhtml")
    assert "saved: Mon, 28 Jan 2019 10:00:00 +0100" in extract.metadata
    assert "Pages within the page, such as advertisements, left out: 1." in extract.remarks


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (CHROME % b"", "port.mhtml: no article found in this page"),
        (CHROME.replace(b"text/html", b"text/css"), "port.mhtml: no web page found in this file"),
        (CHROME[:200], "port.mhtml: no web page found in this file"),
        (b"", "port.mhtml: no web page found in this file"),
        (CHROME % encoded("", "windows-1252"), "port.mhtml:1:"),
    ],
)
def test_a_file_without_a_page_is_rejected(read, data, message):
    with pytest.raises(UserError) as error:
        read(data, "port.mhtml")
    assert str(error.value).startswith(message)
