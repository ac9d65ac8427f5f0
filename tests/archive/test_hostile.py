"""Malicious zips: each is rejected with the name of the file, and nothing in it is unpacked."""

import io
import stat
import struct
import unicodedata
import zipfile

import pytest
from dossier.archive.verify import name_faults

from tests.archive.conftest import TOP, entry, make_bag, make_zip, tiny_files

BAD_HEADERS = "zip headers that `dossier archive` does not write"
END_LENGTH = 22
"""The bytes of the record that ends a zip."""


def with_entries(*entries, content=b"x", method=zipfile.ZIP_STORED):
    """Return the tiny archive with these entries after its own."""
    file = io.BytesIO(make_zip(make_bag(tiny_files())))
    with zipfile.ZipFile(file, "a") as archive:
        for info in entries:
            archive.writestr(info, content, method)
    return file.getvalue()


def with_name(name, **fields):
    return with_entries(entry(name, **fields))


def patched(name, offset, value, *, size=2):
    """Return the tiny archive with a field of one directory entry changed."""
    content = bytearray(make_zip(make_bag(tiny_files())))
    start = content.rindex(name.encode()) - 46
    content[start + offset : start + offset + size] = value.to_bytes(size, "little")
    return bytes(content)


NAMES = [
    f"/{TOP}/x",
    "/etc/passwd",
    f"{TOP}/../x",
    f"{TOP}/../../etc/passwd",
    "../x",
    f"{TOP}\\x",
    f"{TOP}/..\\x",
    f"C:/{TOP}/x",
    "C:x",
    f"{TOP}/x:stream",
    f"{TOP}/CON",
    f"{TOP}/data/nul.txt",
    f"{TOP}/com1.html",
    f"{TOP}/x.",
    f"{TOP}/x ",
    f"{TOP}/ x",
    f"{TOP}//x",
    f"{TOP}/./x",
    f"{TOP}/x?",
    f"{TOP}/x\nverified: 3 files",
    f"{TOP}/x\x1b[2J",
    f"{TOP}/\u202egpj.exe",
    f"{TOP}/{'x' * 300}",
    f"{TOP}/{unicodedata.normalize('NFD', 'é')}",
    f"{TOP}/",
    TOP,
    "other/x",
]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_that_is_not_allowed_everywhere_or_leads_outside_is_rejected(faults_of, name):
    faults = faults_of(with_name(name))
    assert faults and all("\n" not in fault and "\x1b" not in fault and "\u202e" not in fault for fault in faults)
    assert any(fault.startswith(name[:2]) for fault in faults)
    assert not any("manifest" in fault for fault in faults), "its files were read"


@pytest.mark.parametrize("name", ["/etc/passwd", "../x", f"{TOP}/../x", f"{TOP}/a/../../../etc/passwd"])
def test_a_name_that_leads_outside_is_reported_as_such(faults_of, name):
    assert f"{name}: the name leads out of the folder" in faults_of(with_name(name))


def test_a_name_may_have_200_characters():
    assert list(name_faults(["x" * 200])) == []
    assert list(name_faults(["x" * 201])) == [f"{'x' * 201}: the name is longer than 200 characters"]


CLASHES = {
    "the same name": [f"{TOP}/x", f"{TOP}/x"],
    "a name of the archive's own": [f"{TOP}/bagit.txt"],
    "case": [f"{TOP}/x", f"{TOP}/X"],
    "case beyond ASCII": [f"{TOP}/straße", f"{TOP}/STRASSE"],
    "case, which changes the form of an accent": [f"{TOP}/ß\u0307", f"{TOP}/s\u1e61"],
    "case of a folder": [f"{TOP}/DATA/x"],
    "a file where a folder is": [f"{TOP}/data"],
    "a folder where a file is": [f"{TOP}/bagit.txt/x"],
    "the form of an accent": [
        f"{TOP}/{unicodedata.normalize('NFC', 'é')}",
        f"{TOP}/{unicodedata.normalize('NFD', 'é')}",
    ],
}


@pytest.mark.parametrize("names", CLASHES.values(), ids=CLASHES)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_names_that_are_equal_on_some_systems_are_reported(faults_of, names):
    faults = faults_of(with_entries(*map(entry, names)))
    assert any("the same name as another file or folder" in fault for fault in faults), faults


def kind(mode, target=b"x"):
    return with_entries(entry(f"{TOP}/x", external_attr=mode << 16), content=target)


MODES = [stat.S_IFLNK | 0o777, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK, stat.S_IFDIR | 0o755, 0]


@pytest.mark.parametrize("mode", MODES, ids=oct)
def test_anything_but_a_regular_file_is_rejected(faults_of, mode):
    fault = f"{TOP}/x: a symbolic link, a device or a folder: only regular files are allowed"
    assert faults_of(kind(mode, b"/etc/passwd")) == [fault]


def test_a_set_user_id_file_is_rejected(faults_of):
    assert faults_of(kind(0o104755)) == [f"{TOP}/x: {BAD_HEADERS}"]


def test_a_zip_bomb_is_not_unpacked(faults_of):
    bomb = with_entries(entry(f"{TOP}/x"), content=bytes(50_000_000), method=zipfile.ZIP_DEFLATED)
    (fault,) = faults_of(bomb)
    assert fault.startswith(f"{TOP}/x: ") and fault.endswith(" bytes would unpack to 50000000: not unpacked")


def test_a_small_file_may_be_compressed_to_a_fraction(faults_of):
    files = make_bag(tiny_files(**{"data/site/blank.txt": " " * 500_000}))
    assert faults_of(make_zip(files, small=True)) == []


def test_files_of_excessive_declared_size_are_not_unpacked(faults_of):
    faults = faults_of(patched(f"{TOP}/bagit.txt", 24, 4_100_000_000, size=4))
    assert "the zip: more than 4000000000 bytes when unpacked: not unpacked" in faults


def test_directory_entries_that_share_their_bytes_are_rejected(faults_of):
    """Overlapping files make a zip bomb without a suspicious ratio."""
    whole = make_zip(make_bag(tiny_files()))
    start = struct.unpack("<L", whole[-6:-2])[0]
    assert struct.unpack("<L", whole[start + 42 : start + 46])[0] == 0
    faults = faults_of(patched(f"{TOP}/data/site/index.html", 42, 0, size=4))
    assert faults == [f"{TOP}/data/site/index.html: {BAD_HEADERS}"]


def test_too_many_files_are_rejected(faults_of):
    whole = bytearray(make_zip(make_bag(tiny_files())))
    whole[-END_LENGTH + 8 : -END_LENGTH + 12] = struct.pack("<HH", 65_000, 65_000)
    assert faults_of(whole) == ["the zip: unexpected bytes before or after the archive, or too many files"]


@pytest.mark.parametrize("flag", [0x1, 0x40, 0x41])
def test_an_encrypted_file_is_rejected(faults_of, flag):
    assert f"{TOP}/bagit.txt: encrypted" in faults_of(patched(f"{TOP}/bagit.txt", 8, flag))


@pytest.mark.parametrize(("offset", "value"), [(8, 0x8), (10, 12), (10, 99), (4, 45), (6, 45), (36, 1), (34, 1)])
def test_unexpected_metadata_of_a_file_is_rejected(faults_of, offset, value):
    (fault,) = faults_of(patched(f"{TOP}/bagit.txt", offset, value))
    assert fault.startswith((f"{TOP}/bagit.txt: ", "crafted.zip: not a readable zip"))


def test_a_stored_file_of_another_declared_size_is_rejected(faults_of, tiny):
    name, changed = f"{TOP}/bagit.txt".encode(), bytearray(tiny)
    for offset in (tiny.index(name) - 8, tiny.rindex(name) - 22):
        changed[offset : offset + 4] = struct.pack("<L", 5_000)
    assert faults_of(changed) == [f"{TOP}/bagit.txt: zip metadata that `dossier archive` does not write"]


def test_a_comment_that_is_declared_but_missing_is_reported(faults_of, tiny):
    assert faults_of(tiny[:-2] + b"\x01\x00") == [
        "the zip: unexpected bytes before or after the archive, or too many files"
    ]


@pytest.mark.parametrize("field", ["extra", "comment"])
def test_an_extra_field_or_comment_is_rejected(faults_of, field):
    assert faults_of(with_name(f"{TOP}/x", **{field: b"\xfe\xca\x00\x00"}))


@pytest.mark.parametrize(
    "junk",
    [
        lambda whole: b"#!/bin/sh\n" + whole,
        lambda whole: whole + b"\n",
        lambda whole: whole + whole,
        lambda whole: whole[:-2] + b"\x05\x00hello",
        lambda whole: whole[: whole.index(b"PK\1\2")] + b"junk" + whole[whole.index(b"PK\1\2") :],
        lambda whole: b"",
        lambda whole: b"PK\5\6" + bytes(18),
        lambda whole: b"hello",
        lambda whole: bytes(100),
        lambda whole: whole[whole.index(b"PK\1\2") :],
    ],
)
def test_bytes_that_belong_to_no_file_are_reported(faults_of, tiny, junk):
    faults = faults_of(junk(tiny))
    assert len(faults) == 1 and faults[0].startswith(("the zip: ", "crafted.zip: not a readable zip"))


def test_a_hidden_file_without_a_directory_entry_is_reported(faults_of, tiny):
    start, hidden = tiny.index(b"PK\1\2"), tiny[: tiny.index(b"PK\3\4", 4)]
    moved = bytearray(tiny[:start] + hidden + tiny[start:])
    moved[-6:-2] = struct.pack("<L", start + len(hidden))
    assert faults_of(moved) == ["the zip: unexpected bytes between its files, its directory and its end"]


def test_a_local_header_that_differs_from_the_directory_is_reported(faults_of, tiny):
    """Some programs trust the header, some the directory."""
    other = tiny.replace(b"tiny/bagit.txt", b"tiny/gitba.txt", 1)
    assert faults_of(other) == [f"{TOP}/bagit.txt: {BAD_HEADERS}"]


def test_a_name_that_is_not_utf_8_is_reported(faults_of):
    whole = make_zip(make_bag(tiny_files(**{"data/site/é.txt": "x"})))
    assert len(faults_of(whole.replace("é".encode(), b"\xff\xff"))) == 1


def test_a_name_with_a_zero_byte_is_reported(faults_of, tiny):
    faults = faults_of(tiny.replace(b"tiny/bagit.txt", b"tiny/ba\0it.txt"))
    fault = "the name has a character that is not allowed on some systems, or is not in Unicode form NFC"
    assert f"tiny/ba\\x00it.txt: {fault}" in faults
