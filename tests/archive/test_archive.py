"""An archive: its contents, that other programs can read it, and that it is reproducible."""

import hashlib
import json
import shutil
import zipfile

import bagit
import pytest

from tests.archive.conftest import DAY, EPOCH, REAL, faults, make_archive, run_archive
from tests.build.conftest import files, replace
from tests.build.test_bytes import umask  # noqa: F401 (a fixture)
from tests.site.conftest import ROOT, run, site  # noqa: F401 (a fixture)

SETTINGS = "archive: {identifier: 'doi:10.1/x', contact: Ada Lind, email: ada@example.org}\n"
MACHINES = [
    # umask, environment
    (0o022, {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
    (0o077, {"TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}),
]


def contents_of(archive):
    """Return the files of an archive by name, relative to its one folder."""
    with zipfile.ZipFile(archive) as opened:
        names = opened.namelist()
        (top,) = {name.partition("/")[0] for name in names}
        return {name.removeprefix(f"{top}/"): opened.read(name) for name in names}


def bag_info(archive):
    """Return the elements of `bag-info.txt`."""
    return dict(line.split(": ", 1) for line in contents_of(archive)["bag-info.txt"].decode().splitlines())


def test_another_program_finds_a_valid_bag(real_bag):
    bag = bagit.Bag(str(real_bag))
    assert bag.validate() and bag.version_info == (1, 0)
    assert sorted(bag.algorithms) == ["sha256", "sha512"]


def test_it_verifies(real_archive, real_bag):
    assert faults(real_archive) == faults(real_bag) == []


def test_it_contains_the_site_the_content_the_source_texts_and_the_tool(real_archive):
    contents = contents_of(real_archive)
    for folder in ("content", "seeds"):
        prefix = f"data/{folder}/"
        archived = {name.removeprefix(prefix): content for name, content in contents.items() if name.startswith(prefix)}
        assert archived == files(ROOT / folder)
    assert contents["data/mkdocs.yml"] == (ROOT / "mkdocs.yml").read_bytes()
    assert {"dossier", "packages"} == json.loads(contents["data/tool.json"]).keys()
    assert {"data/site/index.html", "data/site/data/dossier.json", "verify.py", "README.txt"} <= contents.keys()


def test_it_contains_the_site_that_a_build_writes(real_archive, site):  # noqa: F811
    prefix = "data/site/"
    archived = {name.removeprefix(prefix) for name in contents_of(real_archive) if name.startswith(prefix)}
    assert archived == {path for path in files(site) if not path.startswith(".")}


def test_it_contains_the_lock_file(small, tmp_path):
    (small / "requirements.lock").write_text("mkdocs==1.6.1\n", "ascii")
    contents = contents_of(make_archive(small, tmp_path / "small.zip"))
    assert contents["data/requirements.lock"] == b"mkdocs==1.6.1\n"


def test_of_a_text_with_restricted_rights_it_has_only_the_cited_passages(small_archive, base):
    contents = contents_of(small_archive)
    assert "data/seeds/ledger.txt" not in contents and "data/seeds/gazette.txt" in contents
    text = (base / "seeds/ledger.txt").read_bytes().decode()
    document = json.loads(contents["data/excerpts/ledger.txt.json"])
    assert (document["sha256"], document["length"]) == (hashlib.sha256(text.encode()).hexdigest(), len(text))
    excerpts = document["excerpts"]
    assert [text[excerpt["start"] : excerpt["end"]] for excerpt in excerpts] == [
        excerpt["text"] for excerpt in excerpts
    ]
    assert [excerpt["text"] for excerpt in excerpts] == [
        "According to the Wire",
        "567 dockers had gone by Thursday.",
        "Port officials counted them.",
        '"A good day for Brenn," the Wire quoted Eva Holm, who leads the dockers',
    ]


@pytest.mark.parametrize(("source", "is_archived"), [("gazette", True), ("ledger", False)])
def test_a_web_page_is_archived_if_its_text_is(small, tmp_path, source, is_archived):
    paragraphs = (small / f"seeds/{source}.txt").read_text("utf-8").splitlines()
    page = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs).encode()
    (small / "seeds/page.html").write_bytes(page)
    original = f"original:\n  file: page.html\n  sha256: {hashlib.sha256(page).hexdigest()}\ngrade:"
    replace(small / f"content/sources/{source}.yml", "grade:", original)
    contents = contents_of(make_archive(small, tmp_path / "small.zip"))
    assert contents.get("data/seeds/page.html") == (page if is_archived else None)


def test_drafts_are_not_archived(small, tmp_path):
    replace(small / "content/events/opening.yml", "review: published", "review: draft")
    contents = contents_of(make_archive(small, tmp_path / "small.zip"))
    assert [name for name in contents if "opening" in name] == []
    assert "data/content/events/walk-out.yml" in contents


def test_the_bag_describes_itself(real_archive):
    info = bag_info(real_archive)
    payload = [len(content) for name, content in contents_of(real_archive).items() if name.startswith("data/")]
    assert (info["Bagging-Date"], info["Source-Organization"]) == (DAY, "Dossier")
    assert info["Payload-Oxum"] == f"{sum(payload)}.{len(payload)}"
    assert info["Bag-Size"] == f"{sum(payload) / 1e6:.1f} MB"
    assert "External-Identifier" not in info


def test_contact_and_identifier_come_from_the_settings(small, tmp_path):
    with (small / "content/dossier.yml").open("a") as settings:
        settings.write(SETTINGS)
    info = bag_info(make_archive(small, tmp_path / "small.zip"))
    assert info["External-Identifier"] == "doi:10.1/x"
    assert (info["Contact-Name"], info["Contact-Email"]) == ("Ada Lind", "ada@example.org")


def test_the_site_url_is_the_identifier_if_there_is_no_other(small, tmp_path):
    replace(small / "mkdocs.yml", "docs_dir:", "site_url: https://example.org/brenn\ndocs_dir:")
    assert bag_info(make_archive(small, tmp_path / "small.zip"))["External-Identifier"] == "https://example.org/brenn/"


def test_compressed_files_of_the_site_are_not_archived(small, tmp_path):
    replace(small / "mkdocs.yml", "docs_dir:", "site_url: https://example.org/brenn\ndocs_dir:")
    contents = contents_of(make_archive(small, tmp_path / "small.zip"))
    assert [name for name in contents if "sitemap" in name] == ["data/site/sitemap.xml"]


@pytest.mark.parametrize(("mask", "environment"), MACHINES)
def test_another_machine_makes_the_same_bytes(small, small_archive, tmp_path, umask, mask, environment):  # noqa: F811
    umask(mask)
    small.rename(tmp_path / "another place")
    archive = make_archive(tmp_path / "another place", tmp_path / "other.zip", **environment)
    assert archive.read_bytes() == small_archive.read_bytes()


def test_files_are_stored_uncompressed(real_archive):
    with zipfile.ZipFile(real_archive) as opened:
        assert {entry.compress_type for entry in opened.infolist()} == {zipfile.ZIP_STORED}


def test_a_compressed_archive_has_the_same_contents_and_verifies(small, small_archive, tmp_path):
    compressed = make_archive(small, tmp_path / "small.zip", "--small")
    assert contents_of(compressed) == contents_of(small_archive)
    assert faults(compressed) == []
    assert compressed.stat().st_size < small_archive.stat().st_size / 2


def test_by_default_it_is_written_to_build_and_named_after_title_and_date(small):
    assert run("dossier", "archive", cwd=small, SOURCE_DATE_EPOCH=EPOCH).returncode == 0
    assert [file.name for file in (small / "build").iterdir()] == [f"the-walk-out-at-port-brenn-{DAY}.zip"]


def test_its_folder_is_named_after_title_and_date_whatever_the_file_is_called(real_archive):
    with zipfile.ZipFile(real_archive) as opened:
        assert {name.partition("/")[0] for name in opened.namelist()} == {REAL}


def test_the_site_folder_is_not_touched(small, tmp_path):
    make_archive(small, tmp_path / "small.zip")
    assert not (small / "site").exists()


def test_it_replaces_an_older_archive(small, tmp_path):
    (tmp_path / "small.zip").write_bytes(b"old")
    assert faults(make_archive(small, tmp_path / "small.zip")) == []


def test_content_with_findings_is_not_archived(small, tmp_path):
    replace(small / "content/numbers/gone-567.yml", "value: 567", "value: 568")
    done = run_archive(small, tmp_path / "small.zip")
    assert done.returncode == 1
    assert "content/numbers/gone-567.yml:" in done.stdout + done.stderr
    assert not (tmp_path / "small.zip").exists()


def test_an_archive_that_does_not_verify_is_not_kept(small, tmp_path):
    replace(small / "content/pages/about.md", "# About\n", '# About\n\n<a href="gone.html">gone</a>\n')
    done = run_archive(small, tmp_path / "small.zip")
    assert done.returncode == 1
    assert "data/site/about.html: the link gone.html leads to a missing file\n" in done.stderr
    assert sorted(file.name for file in tmp_path.iterdir()) == ["dossier"]


def test_a_file_name_that_windows_forbids_is_reported(small, tmp_path):
    shutil.copy(ROOT / ".github/front.png", small / "content/pages/a:b.png")
    done = run_archive(small, tmp_path / "small.zip")
    assert done.returncode == 1
    assert "/data/content/pages/a:b.png: the name has a character" in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["dossier"]
