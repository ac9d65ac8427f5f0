"""An archive: what is in it, that others read it, and that the same dossier gives the same bytes."""

import hashlib
import json
import shutil
import zipfile

import bagit
import pytest

from tests.archive.conftest import DAY, EPOCH, REAL, archived, faults, made
from tests.build.conftest import files, replace
from tests.build.test_bytes import umask  # noqa: F401 (a fixture)
from tests.site.conftest import ROOT, copy_project, run, site  # noqa: F401 (a fixture)

SETTINGS = "archive: {identifier: 'doi:10.1/x', contact: Ada Lind, email: ada@example.org}\n"
MACHINES = [
    # umask, environment
    (0o022, {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
    (0o077, {"TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}),
]


def held_in(archive):
    """The files of an archive by name, below its one folder."""
    with zipfile.ZipFile(archive) as opened:
        names = opened.namelist()
        (top,) = {name.partition("/")[0] for name in names}
        return {name.removeprefix(f"{top}/"): opened.read(name) for name in names}


def info(archive):
    """What `bag-info.txt` says."""
    return dict(line.split(": ", 1) for line in held_in(archive)["bag-info.txt"].decode().splitlines())


def test_another_program_holds_it_to_be_a_valid_bag(real_bag):
    bag = bagit.Bag(str(real_bag))
    assert bag.validate() and bag.version_info == (1, 0)
    assert sorted(bag.algorithms) == ["sha256", "sha512"]


def test_it_verifies(real_archive, real_bag):
    assert faults(real_archive) == faults(real_bag) == []


def test_it_holds_the_site_the_content_the_texts_and_what_made_them(real_archive):
    held = held_in(real_archive)
    for folder in ("content", "seeds"):
        assert {name for name in held if name.startswith(f"data/{folder}/")} == {
            f"data/{folder}/{path}" for path in files(ROOT / folder)
        }
        assert all(held[f"data/{folder}/{path}"] == content for path, content in files(ROOT / folder).items())
    assert held["data/mkdocs.yml"] == (ROOT / "mkdocs.yml").read_bytes()
    assert {"dossier", "packages"} == json.loads(held["data/tool.json"]).keys()
    assert {"data/site/index.html", "data/site/data/dossier.json", "verify.py", "README.txt"} <= held.keys()


def test_the_site_in_it_is_the_one_that_is_built(real_archive, site):  # noqa: F811
    held = {name.removeprefix("data/site/"): one for name, one in held_in(real_archive).items() if "/site/" in name}
    built = {path for path in files(site) if not path.startswith(".")}
    assert held.keys() == built


def test_the_lock_of_the_packages_is_in_it(small, tmp_path):
    (small / "requirements.lock").write_text("mkdocs==1.6.1\n", "ascii")
    held = held_in(made(small, tmp_path / "small.zip"))
    assert held["data/requirements.lock"] == b"mkdocs==1.6.1\n"


def test_of_a_text_that_is_held_back_it_has_the_cited_stretches_alone(small_archive, base):
    held = held_in(small_archive)
    assert "data/seeds/ledger.txt" not in held and "data/seeds/gazette.txt" in held
    text = (base / "seeds/ledger.txt").read_bytes()
    told = json.loads(held["data/excerpts/ledger.txt.json"])
    assert (told["sha256"], told["length"]) == (hashlib.sha256(text).hexdigest(), len(text.decode()))
    assert all(text.decode()[one["start"] : one["end"]] == one["text"] for one in told["excerpts"])
    assert [one["text"] for one in told["excerpts"]] == [
        "According to the Wire",
        "567 dockers had gone by Thursday.",
        "Port officials counted them.",
        '"A good day for Brenn," the Wire quoted Eva Holm, who leads the dockers',
    ]


@pytest.mark.parametrize(("source", "held"), [("gazette", True), ("ledger", False)])
def test_the_page_that_a_text_was_taken_out_of_goes_with_it(small, tmp_path, source, held):
    page = b"<p>As it was received.</p>"
    (small / "seeds/page.html").write_bytes(page)
    told = f"original:\n  file: page.html\n  sha256: {hashlib.sha256(page).hexdigest()}\ngrade:"
    replace(small / f"content/sources/{source}.yml", "grade:", told)
    assert held_in(made(small, tmp_path / "small.zip")).get("data/seeds/page.html") == (page if held else None)


def test_nothing_of_a_draft_is_in_it(small, tmp_path):
    replace(small / "content/events/opening.yml", "review: published", "review: draft")
    held = held_in(made(small, tmp_path / "small.zip"))
    assert [name for name in held if "opening" in name] == []
    assert "data/content/events/walk-out.yml" in held


def test_it_says_what_it_is(real_archive):
    told = info(real_archive)
    payload = [len(one) for name, one in held_in(real_archive).items() if name.startswith("data/")]
    assert (told["Bagging-Date"], told["Source-Organization"]) == (DAY, "Dossier")
    assert told["Payload-Oxum"] == f"{sum(payload)}.{len(payload)}"
    assert told["Bag-Size"] == f"{sum(payload) / 1e6:.1f} MB"
    assert "External-Identifier" not in told


def test_it_says_what_the_settings_tell(small, tmp_path):
    with (small / "content/dossier.yml").open("a") as settings:
        settings.write(SETTINGS)
    told = info(made(small, tmp_path / "small.zip"))
    assert told["External-Identifier"] == "doi:10.1/x"
    assert (told["Contact-Name"], told["Contact-Email"]) == ("Ada Lind", "ada@example.org")


def test_its_address_is_its_identifier_where_it_has_no_other(small, tmp_path):
    replace(small / "mkdocs.yml", "docs_dir:", "site_url: https://example.org/brenn\ndocs_dir:")
    assert info(made(small, tmp_path / "small.zip"))["External-Identifier"] == "https://example.org/brenn/"


def test_what_a_compressor_made_of_the_site_is_not_in_it(small, tmp_path):
    replace(small / "mkdocs.yml", "docs_dir:", "site_url: https://example.org/brenn\ndocs_dir:")
    held = held_in(made(small, tmp_path / "small.zip"))
    assert [name for name in held if "sitemap" in name] == ["data/site/sitemap.xml"]


@pytest.mark.parametrize(("mask", "environment"), MACHINES)
def test_another_machine_makes_the_same_bytes(real_archive, tmp_path, umask, mask, environment):  # noqa: F811
    umask(mask)
    (tmp_path / "another place").mkdir()
    copied = copy_project(tmp_path / "another place")
    assert made(copied, tmp_path / "other.zip", **environment).read_bytes() == real_archive.read_bytes()


def test_no_compressor_has_touched_it(real_archive):
    with zipfile.ZipFile(real_archive) as opened:
        assert {one.compress_type for one in opened.infolist()} == {zipfile.ZIP_STORED}


def test_a_small_one_holds_the_same_and_verifies(small, small_archive, tmp_path):
    compressed = made(small, tmp_path / "small.zip", "--small")
    assert held_in(compressed) == held_in(small_archive)
    assert faults(compressed) == []
    assert compressed.stat().st_size < small_archive.stat().st_size / 2


def test_its_own_place_is_build_under_the_name_of_the_dossier_and_its_day(small):
    assert run("dossier", "archive", cwd=small, SOURCE_DATE_EPOCH=EPOCH).returncode == 0
    assert [file.name for file in (small / "build").iterdir()] == [f"the-walk-out-at-port-brenn-{DAY}.zip"]


def test_its_folder_is_called_so_whatever_the_file_is(real_archive):
    with zipfile.ZipFile(real_archive) as opened:
        assert {name.partition("/")[0] for name in opened.namelist()} == {REAL}


def test_the_site_of_the_dossier_is_left_alone(small, tmp_path):
    made(small, tmp_path / "small.zip")
    assert not (small / "site").exists()


def test_it_replaces_an_older_one(small, tmp_path):
    (tmp_path / "small.zip").write_bytes(b"old")
    assert faults(made(small, tmp_path / "small.zip")) == []


def test_none_is_made_of_content_with_findings(small, tmp_path):
    replace(small / "content/numbers/gone-567.yml", "value: 567", "value: 568")
    done = archived(small, tmp_path / "small.zip")
    assert done.returncode == 1
    assert "content/numbers/gone-567.yml:" in done.stdout + done.stderr
    assert not (tmp_path / "small.zip").exists()


def test_none_is_made_that_would_not_verify(small, tmp_path):
    replace(small / "content/pages/about.md", "# About\n", '# About\n\n<a href="gone.html">gone</a>\n')
    done = archived(small, tmp_path / "small.zip")
    assert done.returncode == 1
    assert "data/site/about.html: the link gone.html leads to no file\n" in done.stderr
    assert sorted(file.name for file in tmp_path.iterdir()) == ["dossier"]


def test_a_name_that_no_windows_could_unpack_is_named(small, tmp_path):
    shutil.copy(ROOT / ".github/site.png", small / "content/pages/a:b.png")
    done = archived(small, tmp_path / "small.zip")
    assert done.returncode == 1
    assert "/data/content/pages/a:b.png: a name with a character" in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["dossier"]
