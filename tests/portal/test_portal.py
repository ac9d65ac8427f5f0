"""A portal over real sites: its pages, and what it refuses."""

import json
import re
import shutil
from urllib.parse import unquote, urlsplit

import pytest
from dossier.cli import main
from dossier.export import dossier_json

from tests.browser.host import headers_for, parse_headers
from tests.helpers import nonempty
from tests.portal.conftest import NAMES
from tests.site.conftest import Html, search_entries

PAGES = ("index.html", "actors.html")


def files_in(folder):
    return {
        file.relative_to(folder): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and not file.relative_to(folder).parts[0].startswith(".")
    }


@pytest.fixture
def site(built, tmp_path):
    """A copy of the site of the first dossier, to be changed."""
    return shutil.copytree(built / NAMES[0] / "site", tmp_path / "site")


def run(capsys, *arguments):
    """Run the command; its exit code and what it printed on stderr."""
    code = main(["portal", *map(str, arguments)])
    return code, capsys.readouterr().err


def test_the_overview_presents_each_dossier_in_order(portal):
    text = (portal.folder / "index.html").read_text("utf-8")
    titles = ["The walk-out at Port Brenn", "The ferry to Lindholm", "El faro de Punta Lanza"]
    positions = [text.index(f">{title}</a></h2>") for title in titles]
    assert positions == sorted(positions)
    assert "Una historia inventada, con documentos de cinco formatos." in text
    assert "4 actors" in text and "Spanish" in text and "<h1>Our &lt;dossiers&gt;</h1>" in text


def test_each_site_is_copied_as_it_is(portal, built):
    for name in NAMES:
        assert nonempty(files_in(portal.folder / "dossiers" / name)) == files_in(built / name / "site")


@pytest.mark.parametrize(
    ("address", "is_readable"),
    [
        *((f"/dossiers/{name}/data/dossier.json", True) for name in NAMES),
        ("/dossiers/port-brenn/index.html", False),
        ("/index.html", False),
    ],
)
def test_other_sites_may_read_the_data_of_each_dossier_and_frame_nothing(portal, address, is_readable):
    sent = headers_for(parse_headers((portal.folder / "_headers").read_text("utf-8")), address)
    assert (["Access-Control-Allow-Origin", "*"] in sent) is is_readable
    policy = dict(sent)["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    own = (portal.folder / "dossiers/port-brenn/_headers").read_text("utf-8")
    assert set(re.findall("'sha256-[^']+'", own)) <= set(re.findall("'sha256-[^']+'", policy))


@pytest.mark.parametrize("page", ["index.html", "actors/ines-falk.html", "404.html"])
def test_a_dossier_with_the_address_of_the_portal_leads_back(portal, built, page):
    name, home = "lindholm-ferry", (portal.folder / "index.html").resolve()
    html = (portal.folder / "dossiers" / name / page).read_text("utf-8")
    link = re.search('<a href="([^"]+)">All dossiers</a>', html)[1]
    if page == "404.html":  # Its links begin at the root of the host.
        assert link == "/../../index.html"
    else:
        assert (portal.folder / "dossiers" / name / page).parent.joinpath(link).resolve() == home
    assert "All dossiers" not in (portal.folder / "dossiers/port-brenn/index.html").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_file(portal, page):
    html = Html.of((portal.folder / page).read_text("utf-8"))
    local = [link for link in nonempty([*html.links, *html.loads]) if not urlsplit(link).scheme]
    assert [link for link in nonempty(local) if not (portal.folder / unquote(urlsplit(link).path)).is_file()] == []


def test_search_entries_lead_to_files_of_every_dossier(portal):
    locations = [urlsplit(location).path for location, *_ in search_entries(portal.folder)]
    assert [path for path in locations if not (portal.folder / path).is_file()] == []
    assert {path.split("/")[1] for path in locations} == set(NAMES)
    assert [path for path in locations if "/handbook/" in path] == []


def test_actors_with_an_identifier_in_common_are_joined(portal):
    text = (portal.folder / "actors.html").read_text("utf-8")
    html = Html.of(text)
    pages = [f"dossiers/{NAMES[0]}/actors/eva-holm.html", f"dossiers/{NAMES[1]}/actors/ines-falk.html"]
    pages.append(f"dossiers/{NAMES[2]}/actors/marta-rios.html")
    assert [link for link in html.links if link.startswith("dossiers/")] == pages
    assert "https://orcid.org/0000-0002-1825-0097" in html.links and "Wikidata Q42" in text
    assert html.counts["h2"] == 1 and "Rolf Brandt" not in text


def test_absolute_addresses_of_a_site_become_those_of_its_copy(site, built, tmp_path, capsys):
    file = site / dossier_json.PATH
    data = json.loads(file.read_text("utf-8"))
    data["site"] = "https://example.org/brenn/"
    for actor in data["actors"]:
        actor["url"] = data["site"] + actor["url"]
    file.write_text(json.dumps(data), "utf-8")
    assert run(capsys, site, built / NAMES[1], "--to", tmp_path / "out")[0] == 0
    assert f'href="dossiers/{NAMES[0]}/actors/eva-holm.html"' in (tmp_path / "out/actors.html").read_text("utf-8")


def test_the_overview_shows_the_question_and_the_day_of_the_content(site, tmp_path, capsys):
    set_data(site, headline="How many left?", edition="2019-02-12")
    assert run(capsys, site, "--to", tmp_path / "out")[0] == 0
    text = (tmp_path / "out/index.html").read_text("utf-8")
    assert "How many left?" in text and "English · 12 February 2019 · Dossier" in text


def test_without_shared_actors_the_page_says_so(built, tmp_path, capsys):
    assert run(capsys, built / NAMES[0], "--to", tmp_path / "out")[0] == 0
    assert "No actor is known to be in more than one dossier." in (tmp_path / "out/actors.html").read_text("utf-8")


def test_a_portal_of_spanish_dossiers_is_in_spanish(built, tmp_path, capsys):
    assert run(capsys, built / NAMES[2], "--to", tmp_path / "out")[0] == 0
    text = (tmp_path / "out/index.html").read_text("utf-8")
    assert '<html lang="es">' in text and "Buscar en todos los dosieres" in text
    assert run(capsys, built / NAMES[2], "--to", tmp_path / "out", "--language", "en")[0] == 0
    assert "Search all dossiers" in (tmp_path / "out/index.html").read_text("utf-8")


def test_building_again_replaces_the_portal_and_keeps_its_git_folder(built, tmp_path, capsys):
    out = tmp_path / "out"
    (out / ".git").mkdir(parents=True)
    (out / ".git/HEAD").write_text("ref", "utf-8")
    assert run(capsys, built / NAMES[0], built / NAMES[1], "--to", out)[0] == 0
    first = files_in(out)
    assert run(capsys, built / NAMES[1], "--to", out)[0] == 0
    assert not (out / "dossiers" / NAMES[0]).exists() and (out / ".git/HEAD").read_text("utf-8") == "ref"
    assert run(capsys, built / NAMES[0], built / NAMES[1], "--to", out)[0] == 0
    assert files_in(out) == first
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


def set_data(site, **fields):
    file = site / dossier_json.PATH
    data = json.loads(file.read_text("utf-8")) | fields
    file.write_text(json.dumps({name: value for name, value in data.items() if value is not None}), "utf-8")


BREAKAGES = {
    "another version": (lambda site: set_data(site, format="dossier/3"), "has the format dossier/3"),
    "no name": (lambda site: set_data(site, name=None), "`name: port-brenn`"),
    "an address as its name": (lambda site: set_data(site, name="../x"), "`name: port-brenn`"),
    "no search": (lambda site: (site / "search/entries.js").unlink(), "incomplete or damaged"),
    "no JSON": (lambda site: (site / dossier_json.PATH).write_text("{", "utf-8"), "incomplete or damaged"),
    "a list": (lambda site: (site / dossier_json.PATH).write_text("[]", "utf-8"), "incomplete or damaged"),
    "no actors": (lambda site: set_data(site, actors=None), "incomplete or damaged"),
    "no data": (lambda site: (site / dossier_json.PATH).unlink(), "neither the folder of a dossier"),
}


@pytest.mark.parametrize("fault", BREAKAGES)
def test_a_site_that_cannot_be_shown_leaves_the_last_portal(fault, site, built, tmp_path, capsys):
    out = tmp_path / "out"
    assert run(capsys, site, "--to", out)[0] == 0
    before = files_in(out)
    break_site, message = BREAKAGES[fault]
    break_site(site)
    code, error = run(capsys, built / NAMES[1], site, "--to", out)
    assert (code, error.count("\n")) == (2, 1) and message in error and str(site) in error
    assert files_in(out) == before


def test_a_dossier_without_a_site_is_named_with_what_to_do(built, tmp_path, capsys):
    shutil.copy(built / NAMES[0] / "mkdocs.yml", tmp_path)
    code, error = run(capsys, tmp_path, "--to", tmp_path / "out")
    assert code == 2 and f"run `dossier build --root {tmp_path}` first" in error


def test_two_dossiers_with_one_name_are_refused(built, site, tmp_path, capsys):
    code, error = run(capsys, built / NAMES[0], site, "--to", tmp_path / "out")
    assert code == 2 and "are both called `port-brenn`" in error and str(site) in error
    assert not (tmp_path / "out").exists()


def test_a_folder_with_other_files_is_refused(built, tmp_path, capsys):
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine.txt").write_text("mine", "utf-8")
    code, error = run(capsys, built / NAMES[0], "--to", tmp_path / "out")
    assert code == 2 and "holds other files" in error
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("target", ["site/portal", "."])
def test_a_portal_and_a_site_cannot_be_one_in_the_other(site, tmp_path, target, capsys):
    code, error = run(capsys, site, "--to", tmp_path / target)
    assert code == 2 and "one in the other" in error
