"""Verifying: whatever is done to an archive is named, and `verify.py` in it does as `dossier verify` does."""

import ast
import io
import json
import shutil
import sys
import zipfile
from pathlib import Path

import pytest
from dossier.archive import verify as module
from dossier.cli import main
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.archive.conftest import TEXT, bagged, faults, tiny_files, told_by, zipped

OLDEST = (3, 8)
RECORDS = "data/site/data/dossier.json"
SEAL = "seal: "


def flip(file, at):
    """Change one bit of one byte; a file without any gets one."""
    content = bytearray(file.read_bytes() or b"\0")
    content[at % len(content)] ^= 1 << at % 8
    file.write_bytes(content)
    return [file]


def truncate(file, at):
    content = file.read_bytes()
    file.write_bytes(content[: at % len(content)] if content else b"x")
    return [file]


def lengthen(file, at):
    file.write_bytes(file.read_bytes() + bytes([at % 256]))
    return [file]


def drop(file, at):
    file.unlink()
    return [file]


def rename(file, at):
    other = file.with_name(f"{at}-{file.name}")
    file.rename(other)
    return [file, other]


def add(file, at):
    other = file.with_name(f"{at}-{file.name}")
    shutil.copy(file, other)
    return [other]


DEEDS = (flip, truncate, lengthen, drop, rename, add)
SOME = settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])


def named(found):
    """The files that the faults name."""
    return {fault.partition(": ")[0] for fault in found}


def below(folder):
    return sorted(file for file in folder.rglob("*") if file.is_file())


@SOME
@given(data=st.data())
def test_every_file_of_the_real_archive_that_is_touched_is_named(real_bag, tmp_path_factory, data):
    everything = [file for file in below(real_bag) if not file.name.startswith("tagmanifest-")]
    chosen = data.draw(st.lists(st.sampled_from(everything), min_size=1, max_size=20, unique=True))
    kept = {file: file.read_bytes() for file in chosen}
    touched = []
    for file in chosen:
        deed, at = data.draw(st.sampled_from(DEEDS)), data.draw(st.integers(0, 10_000_000))
        touched += [one.relative_to(real_bag).as_posix() for one in deed(file, at)]
    try:
        assert set(touched) <= named(faults(real_bag))
    finally:
        for file in below(real_bag):
            if file.relative_to(real_bag).as_posix() in touched:
                file.unlink()
        for file, content in kept.items():
            file.write_bytes(content)
    assert named(module.manifest_faults(module.Folder(real_bag))) == set()


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize(
    "name", ["tagmanifest-sha256.txt", "tagmanifest-sha512.txt", "manifest-sha256.txt", "bagit.txt"]
)
def test_no_manifest_can_be_touched_unseen(bag, name, deed):
    for at in (0, 70, 200, 333):
        kept = (bag / name).read_bytes()
        touched = deed(bag / name, at)
        assert faults(bag) != [], at
        for file in touched:
            file.unlink(missing_ok=True)
        (bag / name).write_bytes(kept)
    assert faults(bag) == []


def broken(whole):
    """A zip with one bit changed of each of its bytes in turn."""
    for at in range(len(whole)):
        changed = bytearray(whole)
        changed[at] ^= 1 << at % 8
        yield changed


def test_no_byte_of_a_zip_can_be_changed_unseen(faults_of, tiny):
    assert faults_of(tiny) == []
    assert [at for at, changed in enumerate(broken(tiny)) if faults_of(changed) == []] == []


def test_of_a_compressed_zip_only_what_changes_no_file_can_be(faults_of):
    """Such as the last bits of a compressed file, which are there to fill up a byte."""
    files = bagged(tiny_files())
    small = zipped(files, small=True)
    unseen = [changed for changed in broken(small) if faults_of(changed) == []]
    for changed in unseen:
        with zipfile.ZipFile(io.BytesIO(changed)) as opened:
            assert {name.partition("/")[2]: opened.read(name) for name in opened.namelist()} == files


def test_no_end_can_be_cut_from_a_zip_unseen(faults_of, tiny):
    assert all(faults_of(tiny[:length]) for length in range(0, len(tiny), 7))


PASSAGE = {"source": "hello", "file": "hello.txt", "start": 7, "end": 12, "exact": "world", "via": []}
NOT_THERE = "these words do not stand at"


def records(**changed):
    """The records of the tiny archive, its passage changed."""
    source = json.loads(tiny_files()[RECORDS])["sources"][0]
    return json.dumps({"format": "dossier/2", "sources": [source | {"passages": [PASSAGE | changed]}]})


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({RECORDS: records(exact="word")}, f"{RECORDS}: {NOT_THERE} 7 to 12 of hello.txt: word"),
        ({RECORDS: records(start=6)}, f"{RECORDS}: {NOT_THERE} 6 to 12 of hello.txt: world"),
        ({RECORDS: records(end=9_999)}, f"{RECORDS}: {NOT_THERE} 7 to 9999 of hello.txt: world"),
        ({RECORDS: records(start=-21)}, f"{RECORDS}: {NOT_THERE} -21 to 12 of hello.txt: world"),
        ({RECORDS: records(start="7")}, f"{RECORDS}: {NOT_THERE} 7 to 12 of hello.txt: world"),
        ({RECORDS: records(file="other.txt")}, f"{RECORDS}: {NOT_THERE} 7 to 12 of other.txt: world"),
        ({RECORDS: records(exact="a\nb\u202e")}, f"{RECORDS}: {NOT_THERE} 7 to 12 of hello.txt: a\\nb\\u202e"),
        ({"data/seeds/hello.txt": f"{TEXT} "}, f"{RECORDS}: the text hello.txt is not the one that its source pins"),
        ({RECORDS: "[" * 100_000}, f"{RECORDS}: cannot be read: "),
        ({RECORDS: "{}"}, f"{RECORDS}: missing, or without a format"),
        ({RECORDS: '{"format": "dossier/2"}'}, f"{RECORDS}: of another format"),
        ({RECORDS: None}, f"{RECORDS}: missing, or without a format"),
        ({"data/site/index.html": '<a href="gone.html">'}, "data/site/index.html: the link gone.html leads to no file"),
        ({"data/site/index.html": '<a href="#b">'}, "data/site/index.html: the link #b leads to no place there"),
        (
            {"data/site/index.html": '<a href="other.html#a">'},
            "data/site/index.html: the link other.html#a leads to no place there",
        ),
        (
            {"data/site/index.html": '<img src="../../x">'},
            "data/site/index.html: the link ../../x leads out of the site",
        ),
        ({"data/site/index.html": '<a href="/other.html">'}, "data/site/index.html: the link /other.html leads out"),
        (
            {"data/site/index.html": '<meta http-equiv="Refresh" content="0; url=gone.html">'},
            "data/site/index.html: the link gone.html leads to no file",
        ),
        ({"data/site/index.html": '<a href="http://[">'}, "data/site/index.html: the link http://[ is no address"),
    ],
)
def test_what_the_checksums_cannot_tell_is_named(faults_of, changed, fault):
    found = faults_of(zipped(bagged(tiny_files(**changed))))
    assert [one for one in found if one.startswith(fault)], found
    assert named(found) == {fault.partition(": ")[0]}


def test_a_page_for_addresses_that_are_not_there_may_lead_to_the_root_of_its_host(faults_of):
    assert faults_of(zipped(bagged(tiny_files(**{"data/site/404.html": '<a href="/index.html">'})))) == []


EXCERPTS = {"sha256": json.loads(tiny_files()[RECORDS])["sources"][0]["sha256"]}


@pytest.mark.parametrize(
    ("excerpts", "stands"),
    [
        ([{"start": 7, "end": 12, "text": "world"}], True),
        ([{"start": 0, "end": 5, "text": "Hello"}, {"start": 5, "end": 13, "text": ", world."}], True),
        ([{"start": 6, "end": 11, "text": "world"}], False),
        ([{"start": 7, "end": 12, "text": "worl"}], False),
        ([{"start": True, "text": "world"}], False),
        ([{"start": 7}], False),
        ([7], False),
        (7, False),
    ],
)
def test_of_a_text_that_is_held_back_the_excerpts_stand_in(faults_of, excerpts, stands):
    held = json.dumps(EXCERPTS | {"excerpts": excerpts})
    given = tiny_files(**{"data/seeds/hello.txt": None, "data/excerpts/hello.txt.json": held})
    found = faults_of(zipped(bagged(given)))
    assert (found == []) is stands and named(found) <= {RECORDS}


MANIFESTS = {
    "../../etc/passwd": "../../etc/passwd: missing",
    "/etc/passwd": "/etc/passwd: missing",
    "data/../../x": "data/../../x: missing",
    "data\\x": "data\\x: missing",
    "data/x\x1b[2J": "data/x\\x1b[2J: missing",
}


@pytest.mark.parametrize(("name", "fault"), MANIFESTS.items())
def test_a_manifest_that_names_what_lies_elsewhere_is_not_followed(faults_of, name, fault):
    files = bagged(tiny_files())
    lines = files["manifest-sha256.txt"] + f"{'0' * 64}  {name}\n".encode()
    found = faults_of(zipped(bagged(tiny_files(), **{"manifest-sha256.txt": lines})))
    assert fault in found and "manifest-sha256.txt" in named(found)


@pytest.mark.parametrize(
    "lines",
    [
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"0" * 64 + b"  data/site/index.html",
        b"0" * 63 + b"  data/site/index.html\n",
        b"0" * 64 + b" data/site/index.html\n",
        b"\n",
        b"x" * 1_000_000,
    ],
)
def test_a_manifest_that_is_none_is_named(faults_of, lines):
    files = bagged(tiny_files())
    for changed in (lines, files["manifest-sha512.txt"] + lines):
        assert "manifest-sha512.txt" in named(faults_of(zipped(files | {"manifest-sha512.txt": changed})))


def test_a_file_that_a_manifest_names_twice_is_named(faults_of):
    files = bagged(tiny_files())
    twice = files["manifest-sha256.txt"] * 2
    assert "manifest-sha256.txt: line 5 is no checksum and name, or names a file again" in faults_of(
        zipped(files | {"manifest-sha256.txt": twice})
    )


@pytest.mark.parametrize(
    ("tags", "fault"),
    [
        ({"bagit.txt": b"BagIt-Version: 0.97\n"}, "bagit.txt: it does not say that this is a bag of BagIt 1.0"),
        ({"bag-info.txt": b"Payload-Oxum: 1.1\n"}, "bag-info.txt: its Payload-Oxum is 1.1, and that of data/ "),
        ({"bag-info.txt": b"Contact-Name: me\n"}, "bag-info.txt: its Payload-Oxum is missing, and that of data/ "),
        (
            {"fetch.txt": b"https://example.org/ 1 data/x\n"},
            "fetch.txt: a part of this archive would have to be fetched",
        ),
        ({"tagmanifest-md5.txt": b""}, "tagmanifest-md5.txt: it was added"),
        ({"new.txt": b""}, "new.txt: no manifest tells of it"),
    ],
)
def test_tag_files_say_what_they_must(faults_of, tags, fault):
    assert any(one.startswith(fault) for one in faults_of(zipped(bagged(tiny_files(), **tags))))


def test_a_link_in_a_folder_is_not_followed(bag):
    (bag / "data/site/about.html").unlink()
    (bag / "data/site/about.html").symlink_to("/etc/hosts")
    assert faults(bag) == ["data/site/about.html: a symbolic link or a device: only plain files belong here"]


def test_a_program_of_its_own_says_the_same_of_the_zip_and_of_the_folder_it_stands_in(real_archive, real_bag, capsys):
    inside = real_bag / "verify.py"
    assert inside.read_bytes() == Path(module.__file__).read_bytes()
    code, out, err = told_by(inside)
    assert (code, out) == (0, "") and SEAL in err and err.startswith("whole: ")
    assert told_by(inside, real_archive) == (code, out, err)
    assert (main(["verify", str(real_archive)]), capsys.readouterr().err) == (code, err)


def test_faults_are_printed_a_line_each(bag):
    (bag / "bagit.txt").unlink()
    assert told_by(bag / "verify.py") == (1, "bagit.txt: missing\n", "1 fault\n")


@pytest.mark.parametrize("path", ["gone.zip", "", "content"])
def test_what_is_no_archive_is_2(base, path, capsys):
    assert main(["verify", str(base / path)]) == 2
    assert str(base / path) in capsys.readouterr().err


def test_too_many_arguments_are_2(bag):
    code, out, err = told_by(bag / "verify.py", "one", "two")
    assert (code, out) == (2, "") and "python3 verify.py [PATH]" in err


def test_the_seal_is_another_where_anything_is(real_archive, small_archive):
    seals = {module.verify(path).seal for path in (real_archive, small_archive)}
    assert len(seals) == 2 and all(len(seal) == 64 for seal in seals)


def test_it_is_written_for_old_pythons_and_needs_nothing_else():
    text = Path(module.__file__).read_text("utf-8")
    tree = ast.parse(text, feature_version=OLDEST)
    named = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in named} <= sys.stdlib_module_names


@pytest.mark.parametrize("version", ["3.8", "3.9", "3.10", "3.12", "3.13", "3.14"])
def test_other_pythons_find_the_same(bag, version):
    python = shutil.which(f"python{version}")
    if python is None or told_by("-c", "", python=python)[0]:
        pytest.skip(f"there is no Python {version} here")
    (bag / "data/site/about.html").write_text("<p>Other</p>", "ascii")
    assert told_by(bag / "verify.py", python=python) == told_by(bag / "verify.py")
