"""`dossier serve` shows changes as they are saved; with findings it keeps showing the last state without any."""

import shutil

import pytest

from tests.build.conftest import replace, wait_for
from tests.site.conftest import ROOT

NUMBER = "content/numbers/gone-567.yml"
PAGE = "numbers/gone-567.html"
SOURCE_TEXT = "seeds/ledger.txt"
OLD_SUMMARY, NEW_SUMMARY = "567 had gone.", "All 567 had gone."
TEMPLATE = "generator/dossier/render/templates/record.md.j2"


@pytest.fixture
def package(tmp_path):
    """A copy of this package, whose templates a test may change."""
    shutil.copytree(ROOT / "generator", tmp_path / "package/generator", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "package"


def test_a_changed_record_is_shown(project, serve):
    server = serve(project)
    replace(project / NUMBER, OLD_SUMMARY, NEW_SUMMARY)
    server.wait_for_text(PAGE, NEW_SUMMARY)


def test_a_changed_template_is_shown(project, package, serve):
    server = serve(project, PYTHONPATH=str(package / "generator"))
    replace(
        package / TEMPLATE,
        '{{ record | statements("summary") }}',
        'A changed template. {{ record | statements("summary") }}',
    )
    server.wait_for_text(PAGE, "A changed template.")


def test_a_finding_is_reported_and_the_last_good_state_served_until_it_is_fixed(project, serve):
    server = serve(project)
    before = without_reload_script(server.get(PAGE))
    builds = server.output().count("Documentation built")
    replace(project / SOURCE_TEXT, "567 dockers", "568 dockers")
    wait_for(lambda: "[source-text-changed]" in server.output(), "the finding")
    wait_for(lambda: server.output().count("Documentation built") > builds, "the rebuild")
    assert "content/sources/ledger.yml:" in server.output()
    assert without_reload_script(server.get(PAGE)) == before
    replace(project / SOURCE_TEXT, "568 dockers", "567 dockers")
    replace(project / NUMBER, OLD_SUMMARY, NEW_SUMMARY)
    server.wait_for_text(PAGE, NEW_SUMMARY)


def test_findings_at_the_start_are_shown_until_they_are_fixed(project, serve):
    replace(project / NUMBER, "value: 567", "value: 568")
    server = serve(project)
    assert f"{NUMBER}:1:8: " in server.output()
    assert f"{NUMBER}:1:8: " in server.get("index.html")
    replace(project / NUMBER, "value: 568", "value: 567")
    server.wait_for_text("index.html", "The walk-out at Port Brenn")
    server.wait_for_text(PAGE, OLD_SUMMARY)


def without_reload_script(page):
    """Return a page without the script that the server adds."""
    return page.rpartition("<script>")[0]
