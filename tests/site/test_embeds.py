"""Records in frames on other sites, and the oEmbed that describes them."""

import json
import shutil
from html import unescape

import pytest
from dossier.pipeline import check_dossier

from tests.build.conftest import copy_base_project, files, replace
from tests.helpers import nonempty
from tests.site.conftest import ROOT, Html, build, once

ADDRESS = "https://example.org/brenn/"
WITHDRAWN = "withdrawn: {date: 2024-01-01, why: It was misheard.}"


@pytest.fixture(scope="module")
def embedding(tmp_path_factory):
    """The site of the small dossier, with an address, and with a record that was called otherwise."""

    def make(folder):
        copy_base_project(folder)
        replace(folder / "mkdocs.yml", "docs_dir:", f"site_url: {ADDRESS}\ndocs_dir:")
        replace(folder / "content/actors/eva-holm.yml", "review:", "formerly: [eva]\nreview:")
        replace(folder / "content/quotes/good-day.yml", "review:", f"{WITHDRAWN}\nreview:")
        build(folder)

    return once(tmp_path_factory, "embedding", make) / "site"


@pytest.fixture(scope="module")
def spanish(tmp_path_factory):
    """The site of the Spanish dossier, with an address."""

    def make(folder):
        shutil.copytree(ROOT / "tests/spanish", folder, dirs_exist_ok=True)
        replace(folder / "mkdocs.yml", "docs_dir:", f"site_url: {ADDRESS}\ndocs_dir:")
        build(folder)

    return once(tmp_path_factory, "spanish-embedding", make) / "site"


def test_the_oembed_of_each_record_follows_its_specification(embedding):
    described = nonempty(files(embedding / "data/oembed"))
    for name, content in described.items():
        data = json.loads(content)
        assert (data["version"], data["type"]) == ("1.0", "rich")
        assert type(data["width"]) is type(data["height"]) is int
        frame = Html.of(data["html"])
        assert frame.loads == [f"{ADDRESS}embed/{name.removesuffix('.json')}.html"]
        assert (embedding / "embed" / name).with_suffix(".html").is_file()
    assert len(described) == len(check_dossier(embedding.parent).graph.visible)


def test_a_page_leads_to_its_oembed_and_has_the_html_to_copy(embedding):
    page = (embedding / "actors/eva-holm.html").read_text("utf-8")
    link = f'type="application/json+oembed" title="Eva Holm" href="{ADDRESS}data/oembed/actors/eva-holm.json">'
    assert link in page
    assert f'<iframe src="{ADDRESS}embed/actors/eva-holm.html" title="Eva Holm"' in unescape(page)


def test_a_former_id_has_the_same_page(embedding):
    pages = [(embedding / f"embed/actors/{name}.html").read_text("utf-8") for name in ("eva", "eva-holm")]
    assert pages[0] == pages[1]


def test_a_withdrawn_record_says_so_and_is_no_longer_offered(embedding):
    page = (embedding / "embed/quotes/good-day.html").read_text("utf-8")
    assert "Withdrawn" in page and "It was misheard." in page
    assert "Holm to the Wire" not in page and "<sup>" not in page
    assert not (embedding / "data/oembed/quotes/good-day.json").exists()


def test_a_page_for_frames_is_small_and_has_no_script(embedding):
    for name, content in nonempty(files(embedding / "embed")).items():
        assert len(content) < 4000, name
        assert b"<script" not in content and b"style=" not in content, name


def test_a_page_for_frames_says_where_it_is_from_in_the_language_of_the_dossier(spanish):
    page = (spanish / "embed/numbers/barcos-1234.html").read_text("utf-8")
    assert '<html lang="es">' in page and "Cifra" in page and "Fuentes" in page
    assert f'href="{ADDRESS}numbers/barcos-1234.html"' in page


def test_without_a_site_address_there_is_none(site):
    assert not (site / "embed").exists() and not (site / "data/oembed").exists()
    assert "<iframe" not in unescape((site / "actors/juan-guaido.html").read_text("utf-8"))
