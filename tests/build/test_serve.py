"""`dossier serve` shows every change as it is made, and on a finding goes on showing the last state without one."""

import shutil

import pytest

from tests.build.conftest import replace, until
from tests.site.conftest import ROOT

NUMBER = "content/numbers/defectors-to-colombia-567.yml"
PAGE = "numbers/defectors-to-colombia-567.html"
SEED = "seeds/004_5988b86e951c5c96.txt"
HEADING = "## Evidence"


@pytest.fixture
def package(tmp_path):
    """A copy of our own package, whose templates may be changed."""
    shutil.copytree(ROOT / "generator", tmp_path / "package/generator", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "package"


def test_a_changed_record_is_shown(project, serve):
    server = serve(project)
    replace(project / NUMBER, "has not counted anything itself", "has counted nothing of its own")
    server.shows(PAGE, "has counted nothing of its own")


def test_a_changed_template_is_shown(project, package, serve):
    server = serve(project, PYTHONPATH=str(package))
    replace(package / "generator/dossier/render/templates/record.md.j2", HEADING, "## The words it rests on")
    server.shows(PAGE, "The words it rests on")


def test_a_finding_is_said_with_its_place_and_the_last_good_state_is_served_until_it_is_mended(project, serve):
    server = serve(project)
    before = server.get(PAGE)
    replace(project / SEED, "567 defectors", "568 defectors")
    until(lambda: "[source-text-changed]" in server.said(), "the finding")
    until(lambda: server.said().count("Documentation built") == 2, "the rebuild")
    assert "content/sources/wnu-defected-567.yml:" in server.said()
    assert unscripted(server.get(PAGE)) == unscripted(before)
    replace(project / SEED, "568 defectors", "567 defectors")
    replace(project / NUMBER, "has not counted anything itself", "has counted nothing of its own")
    server.shows(PAGE, "has counted nothing of its own")


def test_serving_content_with_findings_shows_them_until_they_are_mended(project, serve):
    replace(project / NUMBER, "value: 567", "value: 568")
    server = serve(project)
    assert f"{NUMBER}:1:8: " in server.said()
    assert f"{NUMBER}:1:8: " in server.get("index.html")
    replace(project / NUMBER, "value: 568", "value: 567")
    server.shows("index.html", "Where the sources disagree")


def unscripted(page):
    """A page without the script that the server adds."""
    return page.rpartition("<script>")[0]
