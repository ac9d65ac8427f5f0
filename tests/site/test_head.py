"""The head of each built page: its description, its icon, and its JSON-LD."""

import json
import shutil
from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from tests.build.conftest import files, replace
from tests.conftest import BASE
from tests.helpers import nonempty
from tests.site.conftest import ROOT, Html, is_redirect, once, run

ADDRESS = "https://example.org/a%20b/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def addressed(tmp_path_factory):
    """The files of the small dossier's site, which has an address."""

    def make(folder):
        shutil.copytree(BASE, folder, dirs_exist_ok=True)
        shutil.copy(ROOT / "mkdocs.yml", folder)
        replace(folder / "mkdocs.yml", "docs_dir:", f"site_url: {ADDRESS}\ndocs_dir:")
        replace(folder / "content/dossier.yml", "organization:", "licence: CC-BY-4.0\norganization:")
        done = run("dossier", "build", cwd=folder, SOURCE_DATE_EPOCH="1549929600")
        assert done.returncode == 0, done.stderr

    return files(once(tmp_path_factory, "addressed", make) / "site")


def test_without_social_cards_there_are_no_images_and_no_page_names_one(tmp_path):
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    replace(tmp_path / "mkdocs.yml", "docs_dir:", f"site_url: {ADDRESS}\ndocs_dir:")
    replace(tmp_path / "mkdocs.yml", "  - dossier\n", "  - dossier: {social_cards: false}\n")
    done = run("dossier", "build", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert list((tmp_path / "site/assets/dossier").iterdir()) and not (tmp_path / "site/assets/dossier/social").exists()
    for page in nonempty((tmp_path / "site").rglob("*.html")):
        assert "og:image" not in page.read_text("utf-8") and "summary_large_image" not in page.read_text("utf-8")


def content_pages(pages):
    """All pages but the one for unknown addresses and those for frames."""
    return {name: page for name, page in pages.items() if name != "404.html" and not name.startswith("embed/")}


@pytest.fixture(scope="module")
def addressed_pages(addressed):
    """The HTML of the content pages of the site that has an address; redirects are not among them."""
    texts = {name: content.decode("utf-8") for name, content in addressed.items() if name.endswith(".html")}
    return nonempty({name: text for name, text in content_pages(texts).items() if not is_redirect(text)})


def test_the_foot_of_each_page_names_the_licence(addressed_pages):
    link = '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>'
    assert [name for name, text in addressed_pages.items() if link not in text] == []


def test_each_page_has_its_own_description(pages):
    descriptions = {name: page.metas["description"] for name, page in content_pages(pages).items()}
    assert [name for name, text in descriptions.items() if not 15 < len(text) <= 160] == []
    assert len(set(descriptions.values())) > 0.95 * len(descriptions)


def test_a_preview_has_the_title_and_description_of_its_page(pages):
    for name, page in content_pages(pages).items():
        assert page.metas["og:description"] == page.metas["description"], name
        assert page.metas["og:title"] and page.metas["og:locale"] == "en_US", name
        assert page.metas["og:type"] == ("website" if name == "index.html" else "article"), name


def test_each_generated_page_has_json_ld(pages):
    without = [name for name, page in content_pages(pages).items() if not page.data]
    assert without == ["about.html"]
    assert all(json.loads(page.data[0])["@type"] for page in content_pages(pages).values() if page.data)


def test_without_a_site_address_no_page_names_one(site, pages):
    assert not (site / "sitemap.xml").exists() and not (site / "sitemap.xml.gz").exists()
    assert pages
    assert [name for name, page in pages.items() if "og:url" in page.metas] == []
    assert [name for name in pages if b'rel="canonical"' in (site / name).read_bytes()] == []


def test_with_a_site_address_each_page_names_its_own(addressed_pages):
    assert addressed_pages
    for name, html in addressed_pages.items():
        assert f'<link rel="canonical" href="{ADDRESS}{name}">' in html, name
        assert Html.of(html).metas["og:url"] == ADDRESS + name, name


def test_with_a_site_address_each_page_names_its_image(addressed, addressed_pages):
    named = set()
    for name, html in addressed_pages.items():
        metas = Html.of(html).metas
        assert metas["twitter:card"] == "summary_large_image" and metas["og:image:alt"], name
        assert (metas["og:image:width"], metas["og:image:height"]) == ("1200", "630"), name
        assert metas["og:image"].startswith(ADDRESS), name
        named.add(metas["og:image"].removeprefix(ADDRESS))
    assert named == {name for name in addressed if "/social/" in name}
    for name in nonempty(named):
        image = Image.open(BytesIO(addressed[name]))
        assert (image.format, image.size) == ("PNG", (1200, 630)), name


def test_without_a_site_address_there_are_no_images_of_pages(site, pages):
    assert [name for name, page in nonempty(pages).items() if "og:image" in page.metas] == []
    assert not (site / "assets/dossier/social").exists()


def test_the_sitemap_lists_every_page_once_with_the_date_of_the_content(addressed, addressed_pages):
    urls = ElementTree.fromstring(addressed["sitemap.xml"]).iter(f"{SITEMAP}url")
    entries = [(url.findtext(f"{SITEMAP}loc"), url.findtext(f"{SITEMAP}lastmod")) for url in urls]
    assert sorted(address for address, _ in entries) == sorted(ADDRESS + name for name in addressed_pages)
    assert {day for _, day in entries} == {"2019-02-12"}


def test_the_icon_is_where_pages_link_to_it_and_where_browsers_look_for_it(site, pages):
    assert all("assets/dossier/icon.svg" in " ".join(page.loads) for page in pages.values())
    assert ElementTree.fromstring((site / "assets/dossier/icon.svg").read_text("utf-8")).tag.endswith("svg")
    assert (site / "apple-touch-icon.png").read_bytes().startswith(b"\x89PNG")
    assert (site / "favicon.ico").read_bytes().startswith(b"\0\0\1\0\1\0")


def test_the_page_for_unknown_addresses_includes_its_style(site, addressed):
    for html in ((site / "404.html").read_text("utf-8"), addressed["404.html"].decode("utf-8")):
        assert 'rel="stylesheet"' not in html and "--md-default-fg-color" in html and "--dossier-mark" in html


def test_the_headers_allow_only_the_inline_scripts_of_the_pages(site):
    policy = (site / "_headers").read_text("utf-8")
    (scripts,) = [directive for directive in policy.split(";") if "script-src" in directive]
    assert "unsafe" not in policy and "http" not in policy and scripts.count("sha256-") == 5
