"""Zips that mean harm: each is refused by name, and nothing in it is unpacked."""

import io
import stat
import struct
import unicodedata
import zipfile

import pytest

from tests.archive.conftest import TOP, bagged, entry, tiny_files, zipped

NOT_WRITTEN = "the zip says of it, here or in its list, what `dossier archive` does not write"
END = 22
"""The bytes of the record that ends a zip."""


def with_entries(*entries, content=b"x", method=zipfile.ZIP_STORED):
    """The tiny archive with these entries after its own."""
    file = io.BytesIO(zipped(bagged(tiny_files())))
    with zipfile.ZipFile(file, "a") as made:
        for one in entries:
            made.writestr(one, content, method)
    return file.getvalue()


def named(name, **fields):
    return with_entries(entry(name, **fields))


def patched(name, offset, value, *, size=2):
    """The tiny archive with a field of one entry's line in the list of files changed."""
    whole = bytearray(zipped(bagged(tiny_files())))
    line = whole.rindex(name.encode()) - 46
    whole[line + offset : line + offset + size] = value.to_bytes(size, "little")
    return bytes(whole)


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
    f"{TOP}/x\nwhole: 3 files",
    f"{TOP}/x\x1b[2J",
    f"{TOP}/\u202egpj.exe",
    f"{TOP}/{'x' * 300}",
    f"{TOP}/{unicodedata.normalize('NFD', 'é')}",
    f"{TOP}/",
    TOP,
    "other/x",
]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_that_is_none_everywhere_or_leads_elsewhere(faults_of, name):
    found = faults_of(named(name))
    assert found and all("\n" not in fault and "\x1b" not in fault and "\u202e" not in fault for fault in found)
    assert any(fault.startswith(name[:2]) for fault in found)
    assert not any("manifest" in fault for fault in found), "its files were read"


@pytest.mark.parametrize("name", ["/etc/passwd", "../x", f"{TOP}/../x", f"{TOP}/a/../../../etc/passwd"])
def test_a_name_that_leads_elsewhere_is_called_so(faults_of, name):
    assert f"{name}: a name that leads out of the folder that it is unpacked in" in faults_of(named(name))


CLASHES = {
    "the same name": [f"{TOP}/x", f"{TOP}/x"],
    "a name of the archive's own": [f"{TOP}/bagit.txt"],
    "case": [f"{TOP}/x", f"{TOP}/X"],
    "case beyond ASCII": [f"{TOP}/straße", f"{TOP}/STRASSE"],
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
def test_two_names_that_are_one_on_some_systems(faults_of, names):
    found = faults_of(with_entries(*map(entry, names)))
    assert any("the name of another file or folder" in fault for fault in found), found


def kind(mode, target=b"x"):
    return with_entries(entry(f"{TOP}/x", external_attr=mode << 16), content=target)


MODES = [stat.S_IFLNK | 0o777, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK, stat.S_IFDIR | 0o755, 0]


@pytest.mark.parametrize("mode", MODES, ids=oct)
def test_what_is_no_plain_file(faults_of, mode):
    fault = f"{TOP}/x: a symbolic link, a device or a folder: only plain files belong here"
    assert faults_of(kind(mode, b"/etc/passwd")) == [fault]


def test_a_file_that_sets_another_user(faults_of):
    assert faults_of(kind(0o104755)) == [f"{TOP}/x: {NOT_WRITTEN}"]


def test_a_file_that_grows_out_of_measure(faults_of):
    bomb = with_entries(entry(f"{TOP}/x"), content=bytes(50_000_000), method=zipfile.ZIP_DEFLATED)
    (fault,) = faults_of(bomb)
    assert fault.startswith(f"{TOP}/x: ") and fault.endswith(" bytes would unpack to 50000000: not unpacked")


def test_files_that_say_they_are_more_than_a_disk_holds(faults_of):
    found = faults_of(patched(f"{TOP}/bagit.txt", 24, 4_100_000_000, size=4))
    assert "the zip: its files are more than 4000000000 bytes: not unpacked" in found


def test_files_that_share_their_bytes(faults_of):
    """As in a bomb without a ratio: many lines of the list lead to one place."""
    whole = zipped(bagged(tiny_files()))
    start = struct.unpack("<L", whole[-6:-2])[0]
    place = struct.unpack("<L", whole[start + 42 : start + 46])[0]
    assert place == 0
    found = faults_of(patched(f"{TOP}/data/site/index.html", 42, 0, size=4))
    assert found == [f"{TOP}/data/site/index.html: {NOT_WRITTEN}"]


def test_more_files_than_any_archive_has(faults_of):
    whole = bytearray(zipped(bagged(tiny_files())))
    whole[-END + 8 : -END + 12] = struct.pack("<HH", 65_000, 65_000)
    assert faults_of(whole) == [
        "the zip: something stands before its beginning or after its end, or it has too many files"
    ]


@pytest.mark.parametrize("flag", [0x1, 0x40, 0x41])
def test_an_encrypted_file(faults_of, flag):
    assert f"{TOP}/bagit.txt: it is encrypted" in faults_of(patched(f"{TOP}/bagit.txt", 8, flag))


@pytest.mark.parametrize(("offset", "value"), [(8, 0x8), (10, 12), (10, 99), (4, 45), (6, 45), (36, 1), (34, 1)])
def test_what_no_archive_says_of_a_file(faults_of, offset, value):
    (fault,) = faults_of(patched(f"{TOP}/bagit.txt", offset, value))
    assert fault.startswith((f"{TOP}/bagit.txt: ", "crafted.zip: no zip that can be read"))


@pytest.mark.parametrize("field", ["extra", "comment"])
def test_what_no_archive_adds_to_a_file(faults_of, field):
    assert faults_of(named(f"{TOP}/x", **{field: b"\xfe\xca\x00\x00"}))


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
def test_what_belongs_to_no_file(faults_of, tiny, junk):
    found = faults_of(junk(tiny))
    assert len(found) == 1 and found[0].startswith(("the zip: ", "crafted.zip: no zip that can be read"))


def test_a_gap_between_files_that_the_list_passes_over(faults_of, tiny):
    """A file in the zip that no line of the list leads to."""
    start, hidden = tiny.index(b"PK\1\2"), tiny[: tiny.index(b"PK\3\4", 4)]
    moved = bytearray(tiny[:start] + hidden + tiny[start:])
    moved[-6:-2] = struct.pack("<L", start + len(hidden))
    assert faults_of(moved) == ["the zip: something stands between its files, their list and its end"]


def test_a_head_that_says_other_than_the_list(faults_of, tiny):
    """Some programs go by the one, some by the other."""
    other = tiny.replace(b"tiny/bagit.txt", b"tiny/gitba.txt", 1)
    assert faults_of(other) == [f"{TOP}/bagit.txt: {NOT_WRITTEN}"]


def test_a_name_that_is_not_utf_8(faults_of):
    whole = zipped(bagged(tiny_files(**{"data/site/é.txt": "x"})))
    assert len(faults_of(whole.replace("é".encode(), b"\xff\xff"))) == 1


def test_a_name_that_ends_early_for_some(faults_of, tiny):
    found = faults_of(tiny.replace(b"tiny/bagit.txt", b"tiny/ba\0it.txt"))
    assert (
        "tiny/ba\\x00it.txt: a name with a character that names on some systems cannot have, or not in this form"
        in found
    )
