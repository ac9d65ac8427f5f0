"""The old addresses of a renamed record redirect: with every site generator, and in neither search nor sitemap."""

import shutil

import pytest

from tests.build.conftest import copy_base_project, files, replace
from tests.site.conftest import once, run

OLD_PAGES = ("sources/notes.html", "texts/notes.html")


def copy_renamed_project(folder):
    """Copy the base dossier with an address, and with a former id for one of its sources; return the folder."""
    copy_base_project(folder)
    replace(folder / "mkdocs.yml", "docs_dir:", "site_url: https://example.org/\ndocs_dir:")
    with (folder / "content/sources/ledger.yml").open("a", encoding="utf-8") as record:
        record.write("formerly: [notes]\n")
    return folder


def build_renamed(folder):
    done = run("mkdocs", "build", "--strict", cwd=copy_renamed_project(folder))
    assert done.returncode == 0, done.stderr


@pytest.fixture
def renamed(tmp_path):
    """A project with a renamed source, not built."""
    return copy_renamed_project(tmp_path / "project")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The files of its site."""
    return files(once(tmp_path_factory, "renamed", build_renamed) / "site")


@pytest.fixture
def pages(renamed):
    done = run("dossier", "pages", "--to", "pages", cwd=renamed)
    assert done.returncode == 0, done.stderr
    return renamed / "pages"


@pytest.mark.parametrize("path", OLD_PAGES)
def test_every_old_address_redirects(site, path):
    assert b'content="0; url=ledger.html"' in site[path]


@pytest.mark.parametrize("path", OLD_PAGES)
def test_old_addresses_are_in_neither_search_nor_sitemap(site, path):
    assert path.encode() not in site["search/entries.js"] + site["sitemap.xml"]
    assert b"sources/ledger.html" in site["sitemap.xml"]


def test_redirects_are_among_the_pages_for_another_site_generator(pages):
    assert set(OLD_PAGES) <= files(pages).keys()


@pytest.mark.zensical
def test_another_site_generator_keeps_the_redirects(renamed, pages, site):
    replace(renamed / "mkdocs.yml", "docs_dir: content/pages", "docs_dir: pages")
    replace(renamed / "mkdocs.yml", "\n  - dossier\n", "\n")
    shutil.rmtree(renamed / "site")
    done = run("zensical", "build", "--strict", "--config-file", "mkdocs.yml", cwd=renamed)
    assert done.returncode == 0, done.stdout + done.stderr
    assert {path: (renamed / "site" / path).read_bytes() for path in OLD_PAGES} == {
        path: site[path] for path in OLD_PAGES
    }


def test_a_hand_written_page_at_an_old_address_is_refused(renamed):
    (renamed / "content/pages/texts").mkdir()
    (renamed / "content/pages/texts/notes.md").write_text("# Notes\n", "utf-8")
    done = run("mkdocs", "build", "--strict", cwd=renamed)
    assert done.returncode == 1
    assert "texts/notes.md has the address of a generated page" in done.stdout + done.stderr
