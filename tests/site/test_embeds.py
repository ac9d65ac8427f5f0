"""Records in frames on other sites, and the oEmbed that describes them."""

import json
import shutil
from html import unescape

import pytest
from dossier.pipeline import check_dossier
from dossier.render.diagrams import SITE_DIAGRAMS

from tests.build.conftest import copy_base_project, files, replace
from tests.helpers import nonempty
from tests.site.conftest import ROOT, Html, build, once

ADDRESS = "https://example.org/brenn/"
DIAGRAMS_OF_RECORDS = {
    "disagreements/how-many/provenance",
    "numbers/gone-567/chart",
    "numbers/gone-567/provenance",
    "numbers/more-than-500/chart",
    "places/port-brenn/map",
    "sources/ledger/provenance",
    "sources/wire-report/provenance",
}
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


def pages_of_diagrams(site):
    """The pages for frames that show a diagram, by their paths in `embed/`."""
    return nonempty({name: content for name, content in files(site / "embed").items() if b"diagrams.css" in content})


@pytest.fixture(scope="module")
def spanish(tmp_path_factory):
    """The site of the Spanish dossier, with an address."""

    def make(folder):
        shutil.copytree(ROOT / "tests/spanish", folder, dirs_exist_ok=True)
        replace(folder / "mkdocs.yml", "docs_dir:", f"site_url: {ADDRESS}\ndocs_dir:")
        build(folder)

    return once(tmp_path_factory, "spanish-embedding", make) / "site"


def test_each_oembed_follows_its_specification(embedding):
    described = nonempty(files(embedding / "data/oembed"))
    for name, content in described.items():
        data = json.loads(content)
        assert (data["version"], data["type"]) == ("1.0", "rich")
        assert type(data["width"]) is type(data["height"]) is int
        frame = Html.of(data["html"])
        assert frame.loads == [f"{ADDRESS}embed/{name.removesuffix('.json')}.html"]
        assert (embedding / "embed" / name).with_suffix(".html").is_file()


def test_every_record_and_every_diagram_has_an_oembed(embedding):
    graph = check_dossier(embedding.parent).graph
    records = {f"{record.plural}/{record.id}" for record in graph.visible}
    described = {name.removesuffix(".json") for name in files(embedding / "data/oembed")}
    diagrams = {diagram.name for diagram in SITE_DIAGRAMS} | DIAGRAMS_OF_RECORDS
    assert described == records | diagrams


def test_a_page_leads_to_its_oembed_and_has_the_html_to_copy(embedding):
    page = (embedding / "actors/eva-holm.html").read_text("utf-8")
    link = f'type="application/json+oembed" title="Eva Holm" href="{ADDRESS}data/oembed/actors/eva-holm.json">'
    assert link in page
    assert f'<iframe src="{ADDRESS}embed/actors/eva-holm.html" title="Eva Holm"' in unescape(page)


@pytest.mark.parametrize(
    ("page", "diagram"),
    [
        ("index.html", "key-events"),
        ("timeline.html", "timeline"),
        ("network.html", "network"),
        ("map.html", "map"),
        ("sources/index.html", "provenance"),
        ("numbers/index.html", "numbers/more-than-500/chart"),
        ("numbers/gone-567.html", "numbers/gone-567/chart"),
        ("numbers/gone-567.html", "numbers/gone-567/provenance"),
        ("places/port-brenn.html", "places/port-brenn/map"),
    ],
)
def test_the_page_of_a_diagram_has_the_html_to_copy(embedding, page, diagram):
    html = unescape((embedding / page).read_text("utf-8"))
    assert json.loads((embedding / f"data/oembed/{diagram}.json").read_text("utf-8"))["html"] in html


@pytest.mark.parametrize("name", ["timeline", "network", "map"])
def test_a_page_of_one_diagram_leads_to_its_oembed(embedding, name):
    link = f'href="{ADDRESS}data/oembed/{name}.json">'
    assert link in (embedding / f"{name}.html").read_text("utf-8")
    assert link in (embedding / f"embed/{name}.html").read_text("utf-8")


def test_the_links_of_a_diagram_lead_to_pages_and_open_new_tabs(embedding):
    for name, content in pages_of_diagrams(embedding).items():
        html = content.decode("utf-8")
        assert html.count("<a ") == html.count('<a target="_blank" rel="noopener" ') + 1, name  # The title has its own.
        for href in Html.of(html).links:
            if not href.startswith(ADDRESS):
                target = (embedding / "embed" / name).parent / href.partition("#")[0]
                assert target.resolve().is_file(), (name, href)


def test_what_a_diagram_shows_is_in_its_page_without_scripts(embedding):
    shown = {
        "timeline": "The walk-out",
        "map": "Port Brenn",
        "network": "Nils Aker",
        "provenance": "Port officials",
        "numbers/gone-567/chart": "more than 500",
    }
    for name, words in shown.items():
        html = (embedding / f"embed/{name}.html").read_text("utf-8")
        assert words.casefold() in html.casefold(), name
        assert "from The walk-out at Port Brenn" in html, name


def test_only_the_network_needs_scripts(embedding):
    scripted = {name for name, content in files(embedding / "embed").items() if b"<script" in content}
    assert scripted == {"network.html"}


def test_a_diagram_of_a_withdrawn_record_says_so(embedding):
    pages = [(embedding / f"embed/quotes/good-day{name}.html").read_text("utf-8") for name in ("", "/provenance")]
    assert pages[0].replace("../../", "../../../") == pages[1]


def test_the_styles_of_frames_follow_the_reader(embedding):
    for name in ("embed.css", "diagrams.css"):
        styles = (embedding / "assets/dossier" / name).read_text("utf-8")
        assert "slate" not in styles and "prefers-color-scheme: dark" in styles


def test_a_former_id_has_the_same_page(embedding):
    pages = [(embedding / f"embed/actors/{name}.html").read_text("utf-8") for name in ("eva", "eva-holm")]
    assert pages[0] == pages[1]


def test_a_withdrawn_record_says_so_and_is_no_longer_offered(embedding):
    page = (embedding / "embed/quotes/good-day.html").read_text("utf-8")
    assert "Withdrawn" in page and "It was misheard." in page
    assert "Holm to the Wire" not in page and "<sup>" not in page
    assert not (embedding / "data/oembed/quotes/good-day.json").exists()


def test_a_record_in_a_frame_is_small(embedding):
    diagrams = pages_of_diagrams(embedding)
    records = {name: content for name, content in files(embedding / "embed").items() if name not in diagrams}
    for name, content in nonempty(records).items():
        assert len(content) < 4000, name
        assert b"style=" not in content, name


def test_a_page_for_frames_says_where_it_is_from_in_the_language_of_the_dossier(spanish):
    page = (spanish / "embed/numbers/barcos-1234.html").read_text("utf-8")
    assert '<html lang="es">' in page and "Cifra" in page and "Fuentes" in page
    assert f'href="{ADDRESS}numbers/barcos-1234.html"' in page


def test_without_a_site_address_there_is_none(site):
    assert not (site / "embed").exists() and not (site / "data/oembed").exists()
    assert "<iframe" not in unescape((site / "actors/juan-guaido.html").read_text("utf-8"))
