"""The head of each built page: it describes the page, names its icon, and carries data that runs nothing."""

import json
import shutil
from xml.etree import ElementTree

import pytest

from tests.build.conftest import files, replace
from tests.conftest import BASE
from tests.site.conftest import ROOT, Html, once, run

ADDRESS = "https://example.org/a%20b/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def addressed(tmp_path_factory):
    """The files of the small dossier's site, which has an address."""

    def make(folder):
        shutil.copytree(BASE, folder, dirs_exist_ok=True)
        shutil.copy(ROOT / "mkdocs.yml", folder)
        replace(folder / "mkdocs.yml", "docs_dir:", f"site_url: {ADDRESS}\ndocs_dir:")
        done = run("dossier", "build", cwd=folder, SOURCE_DATE_EPOCH="1549929600")
        assert done.returncode == 0, done.stderr

    return files(once(tmp_path_factory, "addressed", make) / "site")


def own(pages):
    """All but the page for an address that is not there."""
    return {name: page for name, page in pages.items() if name != "404.html"}


def test_each_page_is_described_and_no_two_alike(pages):
    said = {name: page.metas["description"] for name, page in own(pages).items()}
    assert [name for name, text in said.items() if not 15 < len(text) <= 160] == []
    assert len(set(said.values())) > 0.95 * len(said)


def test_a_preview_says_what_the_page_says(pages):
    for name, page in own(pages).items():
        assert page.metas["og:description"] == page.metas["description"], name
        assert page.metas["og:title"] and page.metas["og:locale"] == "en_US", name
        assert page.metas["og:type"] == ("website" if name == "index.html" else "article"), name


def test_each_made_page_carries_data_that_can_be_read(pages):
    without = [name for name, page in own(pages).items() if not page.data]
    assert without == ["about.html"]
    assert all(json.loads(page.data[0])["@graph"] for page in own(pages).values() if page.data)


def test_where_the_address_is_not_known_nothing_names_it(site, pages):
    assert not (site / "sitemap.xml").exists() and not (site / "sitemap.xml.gz").exists()
    assert [name for name, page in pages.items() if "og:url" in page.metas] == []
    assert [file for file in site.rglob("*.html") if b'rel="canonical"' in file.read_bytes()] == []


def test_where_the_address_is_known_each_page_names_its_own(addressed):
    for name, content in addressed.items():
        if name.endswith(".html") and name != "404.html":
            html = content.decode("utf-8")
            assert f'<link rel="canonical" href="{ADDRESS}{name}">' in html, name
            assert Html.of(html).metas["og:url"] == ADDRESS + name, name


def test_the_sitemap_names_every_page_once_with_the_day_of_the_content(addressed):
    urls = ElementTree.fromstring(addressed["sitemap.xml"]).iter(f"{SITEMAP}url")
    found = [(url.findtext(f"{SITEMAP}loc"), url.findtext(f"{SITEMAP}lastmod")) for url in urls]
    pages = {name for name in addressed if name.endswith(".html")} - {"404.html"}
    assert {loc for loc, _ in found} == {ADDRESS + name for name in pages}
    assert len(found) == len(pages) and {day for _, day in found} == {"2019-02-12"}


def test_a_browser_finds_the_icon_where_a_page_names_it_and_where_browsers_ask(site, pages):
    assert all("assets/dossier/icon.svg" in " ".join(page.loads) for page in pages.values())
    assert ElementTree.fromstring((site / "assets/dossier/icon.svg").read_text("utf-8")).tag.endswith("svg")
    assert (site / "apple-touch-icon.png").read_bytes().startswith(b"\x89PNG")
    assert (site / "favicon.ico").read_bytes().startswith(b"\0\0\1\0\1\0")


def test_the_page_for_an_address_that_is_not_there_carries_its_style(site, addressed):
    for html in ((site / "404.html").read_text("utf-8"), addressed["404.html"].decode("utf-8")):
        assert 'rel="stylesheet"' not in html and "--md-default-fg-color" in html and "--dossier-mark" in html


def test_the_headers_allow_the_scripts_that_stand_in_pages_and_no_others(site):
    policy = (site / "_headers").read_text("utf-8")
    (scripts,) = (one for one in policy.split(";") if "script-src" in one)
    assert "unsafe" not in policy and "http" not in policy and scripts.count("sha256-") == 5
