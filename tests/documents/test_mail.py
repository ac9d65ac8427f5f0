"""Emails are read with the headers that readers see; attachments are listed, and forwarded messages are read."""

import hashlib
from base64 import encodebytes
from email.message import EmailMessage

import pytest
from dossier.model.errors import UserError

HEADERS = """\
Message-ID: <1@example.org>
From: Ada Lind <ada@example.org>
To: Bo <bo@example.org>
Date: Mon, 28 Jan 2019 10:00:00 +0100
Subject: The quay
MIME-Version: 1.0
"""
START = """\
From: Ada Lind <ada@example.org>
To: Bo <bo@example.org>
Date: Mon, 28 Jan 2019 10:00:00 +0100
Subject: The quay

"""


def part(type, content, *headers):
    return "\n".join([f"Content-Type: {type}", *headers, "", content])


def parts(kind, *contents, boundary="A"):
    """Return a part that has parts, such as `mixed`."""
    inner = "".join(f"--{boundary}\n{content}\n" for content in contents)
    return part(f'multipart/{kind}; boundary="{boundary}"', f"{inner}--{boundary}--\n")


PLAIN = part("text/plain; charset=utf-8", "Some 12 boats left.\n")
PAGE = part("text/html; charset=utf-8", "<html lang=es><p>Some 12 boats <b>left</b>.<p>More: 3<img src=x></html>")

CASES = {
    "no type": ("\nSome 12 boats left.\n", "Some 12 boats left.\n"),
    "carriage returns": ("\r\nSome\r\n\r\nboats  \r\n", "Some\n\nboats\n"),
    "quoted-printable": (
        part(
            "text/plain; charset=iso-8859-1",
            "Logro=F1o: 12 boats were=\n found=20\n",
            "Content-Transfer-Encoding: quoted-printable",
        ),
        "Logroño: 12 boats were found\n",
    ),
    "base64": (
        part(
            "text/plain; charset=windows-1252",
            encodebytes("“Logroño”".encode("cp1252")).decode(),
            "Content-Transfer-Encoding: BASE64",
        ),
        "“Logroño”\n",
    ),
    "page only": (PAGE, "Some 12 boats left.\nMore: 3\n"),
    "plain text before a page": (parts("alternative", PLAIN, PAGE), "Some 12 boats left.\n"),
    "plain text after a page": (parts("alternative", PAGE, PLAIN), "Some 12 boats left.\n"),
    "empty plain text": (parts("alternative", part("text/plain", " \n"), PAGE), "Some 12 boats left.\nMore: 3\n"),
    "page with pictures": (
        parts("alternative", part("text/plain", ""), parts("related", PAGE, part("image/gif", "x"), boundary="B")),
        "Some 12 boats left.\nMore: 3\n",
    ),
    "several texts": (
        parts("mixed", PLAIN, part("text/plain", "-- \nA list\n")),
        "Some 12 boats left.\n\n--\nA list\n",
    ),
    "signed": (parts("signed", PLAIN, part("application/pgp-signature", "x")), "Some 12 boats left.\n"),
    "signed in the text": (
        "\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nWe stay.\n- -- \nAda\n"
        "-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n",
        "We stay.\n--\nAda\n",
    ),
    "flowed": (
        part(
            "text/plain; format=flowed",
            "Some 12 \nboats left.\nThen\n>they \n> came\n>> No \n>> more\n\n  indented\n-- \nAda \nLind\n",
        ),
        "Some 12 boats left.\nThen\n> they came\n> > No more\n\n indented\n--\nAda Lind\n",
    ),
    "flowed without spaces": (part("text/plain; format=flowed; delsp=yes", "港に \n船が\n"), "港に船が\n"),
    "quoted": (
        "\nAda wrote:\n> Some 12\n> boats left.\n>\n> Then:\n>> No more\n>> came.\nWe stay.\n",
        "Ada wrote:\n> Some 12\n> boats left.\n\n> Then:\n> > No more\n> > came.\n\nWe stay.\n",
    ),
    "quoted lines that were broken": (
        part(
            "text/plain",
            "> The harbour office counted 12 boats on Monday, and said that\n> the quay was closed.\n> Boats: 12\n"
            "> Men: 30\n>\n> The harbour office said on Tuesday that it had not counted any\n> more.\n",
        ),
        "> The harbour office counted 12 boats on Monday, and said that the quay was closed.\n"
        "> Boats: 12\n> Men: 30\n\n> The harbour office said on Tuesday that it had not counted any more.\n",
    ),
    "a line that was escaped": ("\n>From Monday on\n", ">From Monday on\n"),
    "quoted in a page": (part("text/html", "We stay.<blockquote>12 boats</blockquote>"), "We stay.\n> 12 boats\n"),
    "not ASCII as it says": (part("text/plain; charset=us-ascii", "Logroño\n"), "Logroño\n"),
    "control characters": ("\nSome\x00 12\x1b boats\u202e left\n", "Some 12 boats left\n"),
}


@pytest.mark.parametrize(("body", "text"), CASES.values(), ids=CASES)
def test_the_text_of_an_email_is_read(read, body, text):
    assert read(HEADERS + body, "letter.eml").text == START + text


def header_text(read, *lines):
    """Return what is read of an email with these headers."""
    return read(b"\n".join([b"Received: x", *lines, b"", b"We stay.", b""]), "letter.eml").text.partition("\n\n")[0]


@pytest.mark.parametrize(
    ("header", "text"),
    [
        (b"From: =?utf-8?q?N=C3=BA=C3=B1ez?= <a@b.c>", "From: Núñez <a@b.c>"),
        (b"From: =?ISO-8859-1?B?TvrxZXo=?=\r\n =?iso-8859-1?q?_Ib=E1=F1ez?= <a@b.c>", "From: Núñez Ibáñez <a@b.c>"),
        (b"Subject: =?utf-8?b?5riv?= (port) =?utf-8?q?=E6=B8?= =?utf-8?q?=AF?=", "Subject: 港 (port) 港"),
        (b"Subject: =?utf-8*es?q?Logro=C3=B1o?=", "Subject: Logroño"),
        (b"Subject: =?klingon?q?Qapla?= =?utf-8?b?%%%?= =?utf-8?z?x?=", "Subject: Qapla =?utf-8?z?x?="),
        ("Subject: Logroño".encode(), "Subject: Logroño"),
        (
            b'To: a@b.c,\n\t"Lind, Ada" <d@e.f>\nCc: undisclosed-recipients:;',
            'To: a@b.c, "Lind, Ada" <d@e.f>\nCc: undisclosed-recipients:;',
        ),
        (b"Date: soon\nFrom: <<>>@,;:", "From: <<>>@,;:\nDate: soon"),
        (b"Subject: One\nSubject: Two", "Subject: One\nSubject: Two"),
    ],
)
def test_headers_are_decoded_and_otherwise_as_they_are(read, header, text):
    assert header_text(read, header) == text


def test_an_email_has_its_subject_as_title_and_its_identifiers_as_metadata(read):
    extract = read(HEADERS + "\nWe stay.\n", "letter.eml")
    assert (extract.title, extract.metadata, extract.remarks) == ("The quay", ("Message-ID: <1@example.org>",), ())
    assert extract.locators == ()


def test_attachments_are_listed_and_not_read(read):
    message = EmailMessage()
    message["From"], message["Subject"] = "Ada <ada@example.org>", "The quay"
    message.set_content("Some 12 boats left.\n")
    pdf = b"%PDF-1.7 SECRET 99"
    message.add_attachment(pdf, maintype="application", subtype="pdf", filename="Pürt.pdf")
    message.add_attachment("secret 98\n", filename="notes.txt")
    extract = read(message.as_bytes(), "letter.eml")
    assert extract.text.endswith("\n\nSome 12 boats left.\n") and "98" not in extract.text
    digest = hashlib.sha256(pdf).hexdigest()
    assert extract.remarks[0] == f"Attachment, left out: Pürt.pdf (application/pdf, 18 bytes, SHA-256 {digest})."
    assert extract.remarks[1].startswith("Attachment, left out: notes.txt (text/plain, 10 bytes, SHA-256 ")


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ("attachment; filename=a.pdf", "a.pdf"),
        ("attachment; filename*=utf-8''P%C3%BCrt%20.pdf", "Pürt .pdf"),
        ('attachment; filename*0="Some "; filename*1=boats.pdf', "Some boats.pdf"),
        ('attachment; filename="=?utf-8?q?P=C3=BCrt=2Epdf?="', "Pürt.pdf"),
        ('attachment; filename="../../etc/passwd\u202e\x07"', "../../etc/passwd"),
        ("attachment", "without a name"),
    ],
)
def test_names_of_attachments_are_decoded(read, disposition, name):
    file = part("application/pdf", "x", f"Content-Disposition: {disposition}")
    (remark,) = read(HEADERS + parts("mixed", PLAIN, file), "letter.eml").remarks
    assert remark.startswith(f"Attachment, left out: {name} (application/pdf, 1 byte, ")


def test_forwarded_messages_are_read_with_their_headers_and_a_place_each(read):
    old = "From: Cy <cy@example.org>\nDate: Sun, 1 Jan 2017 09:00:00 +0000\nSubject: Old boats\n"
    forwarded = parts(
        "mixed", PLAIN, part("message/rfc822", old + "\nSome 7 boats.\n"), part("message/rfc822", "From: x\n\nNo.\n")
    )
    extract = read(HEADERS + forwarded, "letter.eml")
    first = "From: Cy <cy@example.org>\nDate: Sun, 1 Jan 2017 09:00:00 +0000\nSubject: Old boats\n\nSome 7 boats.\n"
    assert extract.text == f"{START}Some 12 boats left.\n\n{first}\nFrom: x\n\nNo.\n"
    places = [
        (extract.text[locator.offset :].partition("\n")[0], locator.kind, locator.label) for locator in extract.locators
    ]
    assert places == [
        ("From: Ada Lind <ada@example.org>", "part", "The quay"),
        ("From: Cy <cy@example.org>", "part", "Old boats"),
        ("From: x", "part", "message 2"),
    ]


def test_what_only_the_other_version_has_is_in_the_remarks(read):
    message = HEADERS + parts("alternative", PLAIN, PAGE)
    remark = "Only in the other version of the message (--body), not in the text: More: 3"
    assert read(message, "letter.eml").remarks == (remark,)
    assert read(message, "letter.eml", body="html").text == START + "Some 12 boats left.\nMore: 3\n"
    assert read(message, "letter.eml", body="html").remarks == ()
    assert read(message, "letter.eml", body="html").language == "es"


def test_a_picture_in_the_message_is_in_the_remarks(read):
    message = HEADERS + parts("related", PAGE, part("image/gif; name=boat.gif", "x", "Content-ID: <x>"))
    (remark,) = read(message, "letter.eml").remarks
    assert remark.startswith("Image in the message, left out: boat.gif (image/gif, 1 byte, SHA-256 ")


def test_signatures_and_parts_that_are_encrypted_are_in_the_remarks(read):
    encrypted = part("application/pkcs7-mime; smime-type=enveloped-data", "x")
    message = HEADERS + parts(
        "signed", parts("mixed", PLAIN, encrypted, boundary="B"), part("application/pgp-signature", "x")
    )
    assert read(message, "letter.eml").remarks == (
        "The message is signed; the signature was not verified, and is left out.",
        "A part of the message is encrypted, and left out.",
    )


def test_a_message_that_was_cut_off_says_so(read):
    message = HEADERS + parts("mixed", PLAIN)
    assert read(message[: message.rindex("--A--")], "letter.eml").remarks == (
        "The message is damaged or cut off: a part that it announces is missing.",
    )


NESTED = "".join(f"Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n" for depth in range(150)) + "\nx\n"
REJECTED = [
    (
        HEADERS + part("multipart/encrypted; boundary=A", "--A\n\nx\n--A--"),
        "the message is encrypted: open it in a mail program",
    ),
    (HEADERS + part("application/pkcs7-mime; smime-type=enveloped-data", "x"), "the message is encrypted: open it"),
    (
        HEADERS + part("application/pkcs7-mime; smime-type=signed-data", "x"),
        "the message is signed in a form that hides its",
    ),
    (HEADERS + "\n-----BEGIN PGP MESSAGE-----\n\nx\n", "the message is encrypted: open it"),
    ("Received: x\nX-Mailer: y\n\nWe stay.\n", "it has no headers of an email"),
    ("", "it has no headers of an email"),
    (HEADERS + NESTED, "it has parts within parts, more than 60 deep"),
    (HEADERS + NESTED * 2, "it has parts within parts, more than 60 deep"),
    (HEADERS + parts("mixed", *["\nx"] * 3000), "it has too many parts"),
    (HEADERS + NESTED + "x\n" * 100_000, "it has too many parts, or lines in them"),
    (HEADERS + part("text/plain; " + "a=b; " * 100_000, "x"), "its header Content-Type is too long"),
    (HEADERS.replace("The quay", "x" * 300_000) + "\nx\n", ", header Subject: it has 300,000 characters"),
    (HEADERS.encode() + b"\nLogro\xf1o\n", ", part text/plain:1:6: byte 0xf1 is not UTF-8"),
    (HEADERS + part("text/plain; charset=a\0b", "x"), ", part text/plain: unknown encoding"),
    ((HEADERS + part("text/plain; charset=klingon", "x")).encode(), ", part text/plain: unknown encoding `klingon`"),
    (
        (HEADERS + part("text/plain; charset=latin1", "Logroño")).encode(),
        ", part text/plain: the email declares latin1, but is UTF-8",
    ),
    (HEADERS.encode().replace(b"The quay", b"Logro\xf1o") + b"\nx\n", ", header Subject:1:6: byte 0xf1 is not UTF-8"),
]


@pytest.mark.parametrize(("message", "reason"), REJECTED)
def test_an_email_that_cannot_be_read_is_rejected_with_advice(read, message, reason):
    with pytest.raises(UserError) as error:
        read(message, "letter.eml")
    assert str(error.value).removeprefix("letter.eml").removeprefix(": ").startswith(reason)


def test_an_encoding_can_be_named_for_what_declares_none(read):
    message = HEADERS.encode().replace(b"The quay", b"Logro\xf1o") + b"\nLogro\xf1o\n"
    extract = read(message, "letter.eml", encoding="windows-1252")
    assert extract.title == "Logroño" and extract.text.endswith("\n\nLogroño\n")


def test_a_version_that_does_not_exist_is_rejected(read):
    with pytest.raises(UserError, match=r"letter\.eml: --body: expected plain or html, got `text`"):
        read(HEADERS + PLAIN, "letter.eml", body="text")


def test_a_message_without_headers_of_mail_programs_is_read_by_its_name(read):
    assert read("From: Ada\nSubject: The quay\n\nWe stay.\n", "letter.eml").title == "The quay"


@pytest.mark.parametrize(
    "body", ["\n", "Content-Type: multipart/mixed; boundary=A\n\n--A--\n", part("application/pdf", "x")]
)
def test_a_message_without_text_is_read_with_its_headers(read, body):
    extract = read(HEADERS + body, "letter.eml")
    assert extract.text == START.rstrip() + "\n"
    assert "The message contains no text." in extract.remarks


def test_a_mailbox_with_one_email_is_read_as_that(read):
    line = "From ada@example.org Mon Jan 28 10:00:00 2019\n"
    message = line + HEADERS + "\nWe stay.\n"
    assert read(message, "letter.eml").text == START + "We stay.\n"
