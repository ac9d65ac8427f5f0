"""Verifying: every change to an archive is reported; its `verify.py` reports the same as `dossier verify`."""

import ast
import io
import json
import shutil
import struct
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from dossier.archive import verify as module
from dossier.cli import main
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.archive.conftest import PAGE, TEXT, faults, make_bag, make_zip, run_verifier, tiny_files
from tests.helpers import nonempty

OLDEST = (3, 8)
RECORDS = "data/site/data/dossier.json"
SEAL = "seal: "


def flip(file, at):
    """Change one bit; an empty file gets one byte."""
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


TAMPERINGS = (flip, truncate, lengthen, drop, rename, add)
FEW = settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def files_named(faults):
    """Return the names of the files that the faults are about."""
    return {fault.partition(": ")[0] for fault in faults}


def files_below(folder):
    return sorted(file for file in folder.rglob("*") if file.is_file())


@FEW
@given(data=st.data())
def test_every_file_that_is_tampered_with_is_named(bag, data):
    everything = [file for file in files_below(bag) if not file.name.startswith("tagmanifest-")]
    chosen = data.draw(st.lists(st.sampled_from(everything), min_size=1, max_size=20, unique=True))
    kept = {file: file.read_bytes() for file in chosen}
    touched = []
    for file in chosen:
        tamper, at = data.draw(st.sampled_from(TAMPERINGS)), data.draw(st.integers(0, 10_000_000))
        touched += [changed.relative_to(bag).as_posix() for changed in tamper(file, at)]
    try:
        assert set(touched) <= files_named(faults(bag))
    finally:
        for file in files_below(bag):
            if file.relative_to(bag).as_posix() in touched:
                file.unlink()
        for file, content in kept.items():
            file.write_bytes(content)
    assert files_named(module.manifest_faults(module.Folder(bag))) == set()


@pytest.mark.parametrize("tamper", TAMPERINGS)
@pytest.mark.parametrize(
    "name", ["tagmanifest-sha256.txt", "tagmanifest-sha512.txt", "manifest-sha256.txt", "bagit.txt"]
)
def test_no_manifest_can_be_changed_unnoticed(bag, name, tamper):
    for at in (0, 70, 200, 333):
        kept = (bag / name).read_bytes()
        touched = tamper(bag / name, at)
        assert faults(bag) != [], at
        for file in touched:
            file.unlink(missing_ok=True)
        (bag / name).write_bytes(kept)
    assert faults(bag) == []


def with_each_byte_changed(content):
    """Yield a zip with one bit changed, in each of its bytes in turn."""
    for index in range(len(content)):
        changed = bytearray(content)
        changed[index] ^= 1 << index % 8
        yield changed


def test_no_byte_of_a_zip_can_be_changed_unnoticed(faults_of, tiny):
    assert faults_of(tiny) == []
    assert [index for index, changed in enumerate(with_each_byte_changed(tiny)) if not faults_of(changed)] == []


def test_an_unnoticed_change_to_a_compressed_zip_changes_no_file(faults_of):
    """Such as one to the padding bits at the end of a compressed file."""
    files = make_bag(tiny_files())
    small = make_zip(files, small=True)
    unnoticed = [changed for changed in with_each_byte_changed(small) if faults_of(changed) == []]
    for changed in nonempty(unnoticed):
        with zipfile.ZipFile(io.BytesIO(changed)) as opened:
            assert {name.partition("/")[2]: opened.read(name) for name in opened.namelist()} == files


def test_no_zip_can_be_truncated_unnoticed(faults_of, tiny):
    assert all(faults_of(tiny[:length]) for length in nonempty(range(0, len(tiny), 7)))


PASSAGE = {"source": "hello", "file": "hello.txt", "start": 7, "end": 12, "exact": "world", "via": []}
NOT_FOUND = "not found at"


def records(**changed):
    """Return the records of the tiny archive with its passage changed."""
    source = json.loads(tiny_files()[RECORDS])["sources"][0]
    return json.dumps({"format": "dossier/4", "sources": [source | {"passages": [PASSAGE | changed]}]})


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({RECORDS: records(exact="word")}, f"{RECORDS}: {NOT_FOUND} 7 to 12 of hello.txt: word"),
        ({RECORDS: records(start=6)}, f"{RECORDS}: {NOT_FOUND} 6 to 12 of hello.txt: world"),
        ({RECORDS: records(end=9_999)}, f"{RECORDS}: {NOT_FOUND} 7 to 9999 of hello.txt: world"),
        ({RECORDS: records(start=-21)}, f"{RECORDS}: {NOT_FOUND} -21 to 12 of hello.txt: world"),
        ({RECORDS: records(start=7, end=7, exact="")}, f"{RECORDS}: {NOT_FOUND} 7 to 7 of hello.txt: "),
        ({RECORDS: records(start="7")}, f"{RECORDS}: {NOT_FOUND} 7 to 12 of hello.txt: world"),
        ({RECORDS: records(file="other.txt")}, f"{RECORDS}: {NOT_FOUND} 7 to 12 of other.txt: world"),
        ({RECORDS: records(exact="a\nb\u202e")}, f"{RECORDS}: {NOT_FOUND} 7 to 12 of hello.txt: a\\nb\\u202e"),
        (
            {"data/seeds/hello.txt": f"{TEXT} "},
            f"{RECORDS}: the text hello.txt does not have the checksum of its source",
        ),
        ({RECORDS: "[" * 100_000}, f"{RECORDS}: cannot be read: "),
        ({RECORDS: "{}"}, f"{RECORDS}: missing, or it does not name its format"),
        ({RECORDS: '{"format": "dossier/9"}'}, f"{RECORDS}: unknown format: dossier/9"),
        ({RECORDS: None}, f"{RECORDS}: missing, or it does not name its format"),
        (
            {"data/site/index.html": '<a href="gone.html">'},
            "data/site/index.html: the link gone.html leads to a missing file",
        ),
        ({"data/site/index.html": '<a href="#b">'}, "data/site/index.html: the link #b leads to a missing anchor"),
        (
            {"data/site/index.html": '<a href="other.html#a">'},
            "data/site/index.html: the link other.html#a leads to a missing anchor",
        ),
        (
            {"data/site/index.html": '<img src="../../x">'},
            "data/site/index.html: the link ../../x leads outside the site",
        ),
        (
            {"data/site/index.html": '<a href="/other.html">'},
            "data/site/index.html: the link /other.html leads outside the site",
        ),
        (
            {"data/site/index.html": '<meta http-equiv="Refresh" content="0; url=gone.html">'},
            "data/site/index.html: the link gone.html leads to a missing file",
        ),
        ({"data/site/index.html": '<a href="http://[">'}, "data/site/index.html: the link http://[ is not a valid URL"),
    ],
)
def test_faults_beyond_checksums_are_reported(faults_of, changed, fault):
    faults = faults_of(make_zip(make_bag(tiny_files(**changed))))
    assert any(reported.startswith(fault) for reported in faults), faults
    assert files_named(faults) == {fault.partition(": ")[0]}


LINKS = """<a href="#top">up</a> <a href="//example.org/x">elsewhere</a> <a href="data/a%20list.csv">list</a>
<a name="old">old</a><a href="#old">old</a> <p id="año">año</p><a href="#a%C3%B1o">año</a>"""


def test_links_to_other_hosts_the_top_named_anchors_and_encoded_addresses_are_valid(faults_of):
    payload = tiny_files(**{"data/site/index.html": LINKS + PAGE, "data/site/data/a list.csv": "a"})
    assert faults_of(make_zip(make_bag(payload))) == []


@pytest.mark.parametrize("attribute", ["src", "xlink:href"])
def test_addresses_in_other_attributes_are_checked(faults_of, attribute):
    payload = tiny_files(**{"data/site/index.html": f'{PAGE}<svg><image {attribute}="gone.png"/></svg>'})
    assert faults_of(make_zip(make_bag(payload))) == ["data/site/index.html: the link gone.png leads to a missing file"]


def test_a_source_whose_text_is_missing_is_reported_even_if_nothing_cites_it(faults_of):
    source = json.loads(tiny_files()[RECORDS])["sources"][0] | {"passages": []}
    uncited = json.dumps({"format": "dossier/4", "sources": [source]})
    assert faults_of(make_zip(make_bag(tiny_files(**{RECORDS: uncited, "data/seeds/hello.txt": None})))) == [
        f"{RECORDS}: the text hello.txt is not in this archive, in full or in excerpts"
    ]


def test_a_page_that_is_not_utf_8_is_reported(faults_of):
    (fault,) = faults_of(make_zip(make_bag(tiny_files() | {"data/site/page.html": b"\xff"})))
    assert fault.startswith("data/site/page.html: cannot be read as a page: ")


def test_a_file_too_large_to_read_at_once_is_reported(faults_of, tiny, monkeypatch):
    monkeypatch.setattr(module, "MAX_IN_MEMORY", 300)
    assert f"{RECORDS}: cannot be read: 301 bytes is too large to read at once" in faults_of(
        make_zip(make_bag(tiny_files(**{RECORDS: "x" * 301})))
    )


@pytest.mark.parametrize("earlier_format", ["dossier/1", "dossier/2", "dossier/3"])
def test_records_of_an_earlier_format_verify_too(faults_of, earlier_format):
    earlier = records().replace("dossier/4", earlier_format)
    assert earlier_format in earlier
    assert faults_of(make_zip(make_bag(tiny_files(**{RECORDS: earlier})))) == []


STATEMENT = {
    "id": "1",
    "text": "It is the world.",
    "by": "source",
    "evidence": [PASSAGE | {"annotation": "../index.html#passages.0"}],
    "documents": 1,
    "origins": 1,
    "url": "index.html#a",
}
CLAIM = STATEMENT | {"url": "https://example.org/index.html#a"}
CLAIMS = "data/site/data/claims.jsonl"
EVIDENCE = STATEMENT["evidence"][0]
SAME_WORDS = {"start": 0, "end": 5, "exact": "Hello"}
"""Words of the text that are no passage of the record."""


def stated(statement=STATEMENT, *claims, place="lead"):
    """Return the files of the tiny archive with a statement, of the home page or the record, and with claims."""
    data = json.loads(tiny_files()[RECORDS])
    (data if place == "lead" else data["sources"][0])[place] = [statement]
    lines = "".join(f"{claim if isinstance(claim, str) else json.dumps(claim)}\n" for claim in claims or (CLAIM,))
    return tiny_files(**{RECORDS: json.dumps(data), CLAIMS: lines})


def based_on(holder, **changed):
    return holder | {"evidence": [EVIDENCE | changed]}


@pytest.mark.parametrize("place", ["lead", "statements"])
def test_statements_and_claims_that_agree_verify(faults_of, place):
    assert faults_of(make_zip(make_bag(stated(STATEMENT, CLAIM, place=place)))) == []
    assert faults_of(make_zip(make_bag(stated(STATEMENT, STATEMENT, place=place)))) == []  # With a relative address.


@pytest.mark.parametrize("place", ["lead", "statements"])
@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        (based_on(STATEMENT, exact="word"), "the evidence of index.html#a is no passage of a record: "),
        (based_on(STATEMENT, start=6), "the evidence of index.html#a is no passage of a record: "),
        (based_on(STATEMENT, **SAME_WORDS), "the evidence of index.html#a is no passage of a record: "),
        (based_on(STATEMENT, source="other"), "the evidence of index.html#a is no passage of a record: "),
        (STATEMENT | {"documents": 2}, "the evidence of index.html#a is from 1 sources, not 2"),
        (STATEMENT | {"evidence": []}, "the evidence of index.html#a is from 0 sources, not 1"),
        (STATEMENT | {"url": "index.html#c"}, "the address index.html#c of a statement leads to a missing anchor"),
        (
            STATEMENT | {"url": "https://example.org/d/index.html#c"},
            "the address https://example.org/d/index.html#c of a statement leads to a missing anchor",
        ),
        (STATEMENT | {"url": "gone.html#a"}, "the address gone.html#a of a statement leads to a missing file"),
        ({"text": "Who?"}, "a statement without its address, its evidence or its counts: Who?"),
        (STATEMENT | {"evidence": [7]}, "a statement without its address, its evidence or its counts: It is"),
        (STATEMENT | {"evidence": 7}, "a statement without its address, its evidence or its counts: It is"),
    ],
)
def test_a_statement_with_a_fault_is_reported(faults_of, statement, fault, place):
    faults = faults_of(make_zip(make_bag(stated(statement, statement, place=place))))
    assert any(reported.startswith(f"{RECORDS}: {fault}") for reported in faults), faults


@pytest.mark.parametrize(
    ("claims", "fault"),
    [
        ([based_on(CLAIM, exact="word")], "line 1 has other evidence than the statement index.html#a"),
        ([based_on(CLAIM, end=11)], "line 1 has other evidence than the statement index.html#a"),
        ([CLAIM | {"evidence": []}], "line 1 has other evidence than the statement index.html#a"),
        ([CLAIM | {"text": "It is flat."}], "line 1 differs from the statement index.html#a: text"),
        ([CLAIM | {"by": "editor", "origins": 2}], "line 1 differs from the statement index.html#a: by, origins"),
        ([CLAIM | {"url": "index.html#b"}], "line 1 is no statement of the records, or repeats one: index.html#b"),
        ([CLAIM, CLAIM], "line 2 is no statement of the records, or repeats one: https://example.org/index.html#a"),
        ([CLAIM, "[" * 100_000], "line 2 cannot be read as a claim: "),
        ([CLAIM, ""], "line 2 cannot be read as a claim: "),
        (["7"], "line 1 cannot be read as a claim: "),
        ([CLAIM | {"evidence": [7]}], "line 1 cannot be read as a claim: "),
    ],
)
def test_a_claim_that_is_not_its_statement_is_reported(faults_of, claims, fault):
    faults = faults_of(make_zip(make_bag(stated(STATEMENT, *claims))))
    assert any(reported.startswith(f"{CLAIMS}: {fault}") for reported in faults), faults
    assert files_named(faults) == {CLAIMS}


def test_a_statement_without_its_claim_is_reported(faults_of):
    (fault,) = faults_of(make_zip(make_bag(stated() | {CLAIMS: b""})))
    assert fault == f"{CLAIMS}: statements without a line: index.html#a"


def test_claims_that_are_not_utf_8_are_reported(faults_of):
    (fault,) = faults_of(make_zip(make_bag(stated() | {CLAIMS: b"\xff"})))
    assert fault.startswith(f"{CLAIMS}: cannot be read: ")


def test_the_error_page_may_link_to_the_root_of_its_host(faults_of):
    assert faults_of(make_zip(make_bag(tiny_files(**{"data/site/404.html": '<a href="/index.html">'})))) == []


EXCERPTS = {"sha256": json.loads(tiny_files()[RECORDS])["sources"][0]["sha256"]}


@pytest.mark.parametrize(
    ("excerpts", "is_found"),
    [
        ([{"start": 7, "end": 12, "text": "world"}], True),
        ([{"start": 0, "end": 5, "text": "Hello"}, {"start": 5, "end": 13, "text": ", world."}], True),
        ([{"start": 6, "end": 11, "text": "world"}], False),
        ([{"start": 7, "end": 12, "text": "worl"}], False),
        ([{"start": True, "text": "ello, world"}], False),
        ([{"start": 7}], False),
        ([7], False),
        (7, False),
    ],
)
def test_passages_are_checked_against_excerpts_if_the_text_is_restricted(faults_of, excerpts, is_found):
    document = json.dumps(EXCERPTS | {"excerpts": excerpts})
    payload = tiny_files(**{"data/seeds/hello.txt": None, "data/excerpts/hello.txt.json": document})
    faults = faults_of(make_zip(make_bag(payload)))
    assert (faults == []) is is_found and files_named(faults) <= {RECORDS}


def test_excerpts_of_another_text_are_reported(faults_of):
    document = json.dumps({"sha256": "0" * 64, "excerpts": [{"start": 7, "end": 12, "text": "world"}]})
    payload = tiny_files(**{"data/seeds/hello.txt": None, "data/excerpts/hello.txt.json": document})
    assert faults_of(make_zip(make_bag(payload))) == [
        f"{RECORDS}: the text hello.txt does not have the checksum of its source"
    ]


MANIFESTS = {
    "../../etc/passwd": "../../etc/passwd: missing",
    "/etc/passwd": "/etc/passwd: missing",
    "data/../../x": "data/../../x: missing",
    "data\\x": "data\\x: missing",
    "data/x\x1b[2J": "data/x\\x1b[2J: missing",
}


@pytest.mark.parametrize(("name", "fault"), MANIFESTS.items())
def test_a_manifest_entry_outside_the_archive_is_not_followed(faults_of, name, fault):
    files = make_bag(tiny_files())
    lines = files["manifest-sha256.txt"] + f"{'0' * 64}  {name}\n".encode()
    faults = faults_of(make_zip(make_bag(tiny_files(), **{"manifest-sha256.txt": lines})))
    assert fault in faults and "manifest-sha256.txt" in files_named(faults)


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
def test_a_malformed_manifest_is_reported(faults_of, lines):
    files = make_bag(tiny_files())
    for changed in (lines, files["manifest-sha512.txt"] + lines):
        assert "manifest-sha512.txt" in files_named(faults_of(make_zip(files | {"manifest-sha512.txt": changed})))


def test_a_file_listed_twice_in_a_manifest_is_reported(faults_of):
    files = make_bag(tiny_files())
    twice = files["manifest-sha256.txt"] * 2
    assert "manifest-sha256.txt: line 5 is not a checksum and a name, or repeats a name" in faults_of(
        make_zip(files | {"manifest-sha256.txt": twice})
    )


@pytest.mark.parametrize(
    ("tags", "fault"),
    [
        ({"bagit.txt": b"BagIt-Version: 0.97\n"}, "bagit.txt: it does not declare a bag of BagIt 1.0"),
        ({"bag-info.txt": b"Payload-Oxum: 1.1\n"}, "bag-info.txt: Payload-Oxum is 1.1, but data/ has "),
        ({"bag-info.txt": b"\xff\n"}, "bag-info.txt: cannot be read: 'utf-8' codec can't decode byte 0xff"),
        ({"bag-info.txt": b"Contact-Name: me\n"}, "bag-info.txt: Payload-Oxum is missing, but data/ has "),
        (
            {"fetch.txt": b"https://example.org/ 1 data/x\n"},
            "fetch.txt: incomplete: some files would have to be fetched",
        ),
        ({"tagmanifest-md5.txt": b""}, "tagmanifest-md5.txt: added later"),
        ({"new.txt": b""}, "new.txt: not in every manifest"),
    ],
)
def test_faults_of_tag_files_are_reported(faults_of, tags, fault):
    assert any(reported.startswith(fault) for reported in faults_of(make_zip(make_bag(tiny_files(), **tags))))


def test_a_size_declared_twice_is_reported(faults_of):
    files = make_bag(tiny_files())
    (size,) = [line for line in files["bag-info.txt"].splitlines(keepends=True) if line.startswith(b"Payload-Oxum")]
    twice = make_bag(tiny_files(), **{"bag-info.txt": files["bag-info.txt"] + size})
    assert "bag-info.txt" in files_named(
        fault for fault in faults_of(make_zip(twice)) if "Payload-Oxum" in fault and " and " in fault
    )


def test_a_symbolic_link_to_a_folder_is_not_followed(tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/page.html").write_text("", "ascii")
    for name, content in make_bag(tiny_files()).items():
        (tmp_path / "bag" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "bag" / name).write_bytes(content)
    (tmp_path / "bag/data/linked").symlink_to(tmp_path / "outside")
    assert faults(tmp_path / "bag") == ["data/linked: a symbolic link or a device: only regular files are allowed"]


def test_a_symbolic_link_in_a_folder_is_not_followed(bag):
    (bag / "data/site/about.html").unlink()
    (bag / "data/site/about.html").symlink_to("/etc/hosts")
    assert faults(bag) == ["data/site/about.html: a symbolic link or a device: only regular files are allowed"]


def test_the_archived_verifier_reports_the_same_for_the_zip_and_for_its_own_folder(small_archive, bag, capsys):
    inside = bag / "verify.py"
    assert inside.read_bytes() == Path(module.__file__).read_bytes()
    code, out, err = run_verifier(inside)
    assert (code, out) == (0, "") and SEAL in err and err.startswith("verified: ")
    assert run_verifier(inside, small_archive) == (code, out, err)
    assert (main(["verify", str(small_archive)]), capsys.readouterr().err) == (code, err)


def test_faults_are_printed_one_per_line(bag):
    (bag / "bagit.txt").unlink()
    assert run_verifier(bag / "verify.py") == (1, "bagit.txt: missing\n", "1 fault\n")


@pytest.mark.parametrize("path", ["gone.zip", "", "content"])
def test_anything_but_an_archive_is_an_error(base, path, capsys):
    assert main(["verify", str(base / path)]) == 2
    assert str(base / path) in capsys.readouterr().err


def test_too_many_arguments_are_an_error(bag):
    code, out, err = run_verifier(bag / "verify.py", "one", "two")
    assert (code, out) == (2, "") and "usage: verify.py" in err and "two" in err


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_the_verifier_explains_itself(option, capsys):
    with pytest.raises(SystemExit) as end:
        module.main([option])
    assert end.value.code == 0
    assert "python3 verify.py [PATH]" in capsys.readouterr().out


def test_an_archive_with_faults_has_no_seal(tmp_path):
    (tmp_path / "faulty.zip").write_bytes(make_zip(make_bag(tiny_files(), **{"new.txt": b""}) | {"late.txt": b""}))
    assert module.verify(tmp_path / "faulty.zip").faults
    assert module.verify(tmp_path / "faulty.zip").seal == ""


def test_different_archives_have_different_seals(tmp_path, small_archive, tiny):
    (tmp_path / "tiny.zip").write_bytes(tiny)
    seals = {module.verify(path).seal for path in (small_archive, tmp_path / "tiny.zip")}
    assert len(seals) == 2 and all(len(seal) == 64 for seal in seals)


def test_the_verifier_runs_on_old_pythons_and_imports_only_the_standard_library():
    text = Path(module.__file__).read_text("utf-8")
    tree = ast.parse(text, feature_version=OLDEST)
    modules = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in modules} <= sys.stdlib_module_names


@pytest.mark.parametrize("version", ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14"])
def test_other_pythons_report_the_same(bag, version):
    python = shutil.which(f"python{version}")
    if python is None or run_verifier("-c", "", python=python)[0]:
        pytest.skip(f"no working python{version} on the PATH of this machine")
    (bag / "data/site/about.html").write_text("<p>Other</p>", "ascii")
    assert run_verifier(bag / "verify.py", python=python) == run_verifier(bag / "verify.py")


@pytest.mark.parametrize("day", [date(2019, 2, 11), date(2019, 2, 13), None])
def test_files_that_are_not_dated_as_the_archive_are_reported(faults_of, day):
    (fault,) = faults_of(make_zip(make_bag(tiny_files()), day=day))
    actual = day or date(1980, 1, 1)
    assert (
        fault == f"the zip: its files are dated {actual} 00:00:00, not 2019-02-12 00:00:00 as its Bagging-Date requires"
    )


@pytest.mark.parametrize(("written", "is_dated_to_the_day"), [("dossier/4", False), ("dossier/2", True)])
def test_the_time_of_day_of_files_is_reported_too_except_in_earlier_formats(faults_of, written, is_dated_to_the_day):
    """Earlier programs dated files by the time of the last commit."""
    changed = {RECORDS: records().replace("dossier/4", written)}
    content = make_zip(make_bag(tiny_files(**changed)))
    midnight = struct.pack("<2H", 0, 39 << 9 | 2 << 5 | 12)
    assert faults_of(content) == []
    later = content.replace(midnight, struct.pack("<2H", 9 << 11, 39 << 9 | 2 << 5 | 12))
    assert later != content
    assert (faults_of(later) == []) == is_dated_to_the_day


def test_a_text_of_the_site_is_the_text_of_the_source(faults_of):
    text = {"data/site/data/texts/hello.txt": TEXT, "data/site/data/texts/index.json": "[]"}
    assert faults_of(make_zip(make_bag(tiny_files(**text)))) == []
    changed = tiny_files(**{"data/site/data/texts/hello.txt": f"{TEXT} "})
    assert faults_of(make_zip(make_bag(changed))) == [
        "data/site/data/texts/hello.txt: differs from data/seeds/hello.txt"
    ]
    added = tiny_files(**{"data/site/data/texts/other.txt": TEXT})
    assert faults_of(make_zip(make_bag(added))) == [
        "data/site/data/texts/other.txt: there is no such source text in data/seeds/"
    ]
    missing = tiny_files(**{"data/site/data/texts/index.json": "[]"})
    assert faults_of(make_zip(make_bag(missing))) == [
        "data/site/data/texts/hello.txt: missing, but the source text is in data/seeds/"
    ]
