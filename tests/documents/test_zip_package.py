"""A document that is a zip archive is read within limits, and refused with advice where it is damaged or hostile."""

import io
import struct
import zipfile

import pytest
from dossier.documents import zip_package
from dossier.documents.zip_package import MAX_MEMBER_BYTES, ZipPackage
from dossier.model.errors import UserError


def zipped(members, method=zipfile.ZIP_DEFLATED):
    """Return a zip archive with these members, as pairs of a name and its content."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, method)  # With a fixed time: these bytes name tests.
    return stream.getvalue()


def test_members_are_read_by_name():
    package = ZipPackage(zipped([("a/", ""), ("a/text.xml", "<a>12</a>"), ("../b", "34")]), "boats.zip")
    assert package.names == ("a/text.xml", "../b")
    assert "a/text.xml" in package
    assert "c" not in package
    assert package.size("../b") == len("34")
    assert package.read_xml("a/text.xml").text == "12"
    assert package.read("../b") == b"34"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 cut", r"boats: the file is damaged \(File is not a zip file\)"),
        (zipped([("a", "12")])[:-20], "boats: the file is damaged"),
        (zipped([("a", "12"), ("0", "34")]).replace(b"0", b"a"), "it has two parts named `a`"),
        (zipped([("b", "12")]), "its part `a` is missing"),
        (zipped([("a", "12" * 99)], zipfile.ZIP_LZMA), "its part `a` is packed in a way that documents do not use"),
        (zipped([("a", bytes(MAX_MEMBER_BYTES + 1))]), r"its part `a` has [\d,]+ bytes when unpacked, too many"),
        (zipped([("a", bytes(20_000_000))]), r"its part `a` has 20,000,000 bytes when unpacked, too many"),
    ],
)
def test_a_damaged_or_hostile_archive_is_refused(data, message):
    with pytest.raises(UserError, match=message):
        ZipPackage(data, "boats").read("a")


def test_an_encrypted_archive_is_refused():
    data = bytearray(zipped([("a", "12")]))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", data, data.index(signature) + offset, 1)
    with pytest.raises(UserError, match="boats: it is encrypted: open it with its password"):
        ZipPackage(bytes(data), "boats").read("a")


def test_a_member_that_has_more_than_it_says_is_refused():
    data = bytearray(zipped([("a", "12" * 5000)]))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.index(signature) + offset, 10)
    with pytest.raises(UserError, match="damaged"):
        ZipPackage(bytes(data), "boats").read("a")


def test_the_members_together_have_a_limit(monkeypatch):
    monkeypatch.setattr(zip_package, "MAX_TOTAL_BYTES", 100)
    package = ZipPackage(zipped([(str(number), bytes(30)) for number in range(4)]), "boats")
    for name in ("0", "1", "2"):
        package.read(name)
    with pytest.raises(UserError, match="its part `3` has 30 bytes"):
        package.read("3")


def test_the_number_of_members_has_a_limit(monkeypatch):
    monkeypatch.setattr(zip_package, "MAX_MEMBERS", 2)
    with pytest.raises(UserError, match="boats: it has 3 parts, more than the limit of 2"):
        ZipPackage(zipped([(str(number), "") for number in range(3)]), "boats")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<!DOCTYPE a [<!ENTITY b 'cc'><!ENTITY d '&b;&b;'>]><a>&d;</a>", "declares XML entities"),
        ("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>".encode("utf-16"), "declares XML entities"),
        ("<a><b></a>", "is damaged"),
        ("", "is damaged"),
        ("<a>" * 9000, "is damaged"),
    ],
)
def test_xml_that_is_damaged_or_declares_entities_is_refused(content, message):
    with pytest.raises(UserError, match=f"boats: its part `a` {message}"):
        ZipPackage(zipped([("a", content)]), "boats").read_xml("a")
