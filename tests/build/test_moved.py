"""A record that had another id is found at its old address: by every engine, in no search and in no sitemap."""

import shutil

import pytest

from tests.build.conftest import files, replace
from tests.site.conftest import ROOT, run

OLD = ("sources/notes.html", "texts/notes.html")


@pytest.fixture
def renamed(base, write):
    """The small dossier with an address of its own, one of its texts under a new id."""
    shutil.copy(ROOT / "mkdocs.yml", base)
    replace(base / "mkdocs.yml", "docs_dir:", "site_url: https://example.org/\ndocs_dir:")
    file = "content/sources/ledger.yml"
    return write(file, (base / file).read_text("utf-8") + "formerly: [notes]\n")


@pytest.fixture
def site(renamed):
    done = run("mkdocs", "build", "--strict", cwd=renamed)
    assert done.returncode == 0, done.stderr
    return files(renamed / "site")


def test_mkdocs_puts_a_page_at_every_old_address(site):
    assert all(b'content="0; url=ledger.html"' in site[path] for path in OLD)


def test_neither_the_search_nor_the_sitemap_holds_it(site):
    assert all(path.encode() not in site["search/entries.js"] + site["sitemap.xml"] for path in OLD)
    assert b"sources/ledger.html" in site["sitemap.xml"]


def test_it_is_among_the_pages_for_another_engine(renamed):
    done = run("dossier", "pages", "--to", "made", cwd=renamed)
    assert done.returncode == 0, done.stderr
    assert set(OLD) <= files(renamed / "made").keys()


@pytest.mark.zensical
def test_another_engine_leaves_it_as_it_is(renamed, site):
    run("dossier", "pages", "--to", "made", cwd=renamed)
    replace(renamed / "mkdocs.yml", "docs_dir: content/pages", "docs_dir: made")
    replace(renamed / "mkdocs.yml", "\n  - dossier\n", "\n")
    done = run("zensical", "build", "--strict", "--config-file", "mkdocs.yml", cwd=renamed)
    assert done.returncode == 0, done.stdout + done.stderr
    assert all((renamed / "site" / path).read_bytes() == site[path] for path in OLD)


def test_a_hand_written_page_at_an_old_address_is_refused(renamed, write):
    write("content/pages/texts/notes.md", "# Notes\n")
    done = run("mkdocs", "build", "--strict", cwd=renamed)
    assert done.returncode == 1
    assert "texts/notes.md has the address of a generated page" in done.stdout + done.stderr
