"""`dossier serve` shows changes as they are saved, and findings once all rules have run."""

import json
import shutil
from urllib.request import urlopen

import pytest

from tests.build.conftest import MAX_WAIT, replace, wait_for
from tests.site.conftest import ROOT, run

NUMBER = "content/numbers/gone-567.yml"
PAGE = "numbers/gone-567.html"
SOURCE_TEXT = "seeds/ledger.txt"
OLD_SUMMARY, NEW_SUMMARY = "567 had gone.", "All 567 had gone."
TEMPLATE = "generator/dossier/render/templates/record.md.j2"
OTHER_PLUGIN = "hooks: [hook.py]\ndocs_dir:"


@pytest.fixture
def package(tmp_path):
    """A copy of this package, whose templates a test may change."""
    shutil.copytree(ROOT / "generator", tmp_path / "package/generator", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "package"


def state(server):
    """Return the version of the site and the findings, as they are sent to browsers."""
    with urlopen(f"http://{server.address}/-/events", timeout=MAX_WAIT) as stream:
        return json.loads(stream.readline().removeprefix(b"data: "))


def wait_for_findings(server, text):
    """Wait until findings that contain a text are sent to browsers, or none for ""."""
    wait_for(lambda: text in (findings := state(server)["findings"]) and bool(text) == bool(findings), f"`{text}`")


def test_a_changed_record_is_shown(project, serve):
    server = serve(project)
    before = state(server)["version"]
    replace(project / NUMBER, OLD_SUMMARY, NEW_SUMMARY)
    server.wait_for_text(PAGE, NEW_SUMMARY)
    assert state(server)["version"] > before


def test_a_changed_template_is_shown(project, package, serve):
    server = serve(project, PYTHONPATH=str(package / "generator"))
    replace(
        package / TEMPLATE,
        '{{ record | statements("summary") }}',
        'A changed template. {{ record | statements("summary") }}',
    )
    server.wait_for_text(PAGE, "A changed template.")


def test_a_finding_is_reported_beside_the_page_until_it_is_fixed(project, serve):
    server = serve(project)
    wait_for(lambda: "No findings" in server.output(), "the first check")
    replace(project / NUMBER, "value: 567", "value: 568")
    wait_for_findings(server, f"{NUMBER}:1:8: ")
    assert f"{NUMBER}:1:8: " in server.output()
    assert "568" in server.get(PAGE)
    replace(project / NUMBER, "value: 568", "value: 567")
    wait_for_findings(server, "")


def test_a_broken_record_leaves_the_last_state_until_it_is_repaired(project, serve):
    server = serve(project)
    before = without_reload_script(server.get(PAGE))
    good = (project / NUMBER).read_text("utf-8")
    (project / NUMBER).write_text("value: [", "utf-8")
    wait_for_findings(server, f"{NUMBER}:")
    assert without_reload_script(server.get(PAGE)) == before
    (project / NUMBER).write_text(good.replace(OLD_SUMMARY, NEW_SUMMARY), "utf-8")
    server.wait_for_text(PAGE, NEW_SUMMARY)
    wait_for_findings(server, "")


def test_a_source_text_without_a_passage_leaves_the_last_state(project, serve):
    server = serve(project)
    before = without_reload_script(server.get(PAGE))
    replace(project / SOURCE_TEXT, "567 dockers", "568 dockers")
    wait_for_findings(server, "[source-text-changed]")
    assert without_reload_script(server.get(PAGE)) == before


def test_broken_settings_of_mkdocs_leave_the_last_state(project, serve):
    server = serve(project)
    before = without_reload_script(server.get(PAGE))
    replace(project / "mkdocs.yml", "docs_dir: content/pages", "docs_dir: [")
    wait_for(lambda: "mkdocs.yml" in state(server)["findings"], "the message")
    assert without_reload_script(server.get(PAGE)) == before
    replace(project / NUMBER, OLD_SUMMARY, NEW_SUMMARY)
    assert "mkdocs.yml" in state(server)["findings"]
    replace(project / "mkdocs.yml", "docs_dir: [", "docs_dir: content/pages")
    server.wait_for_text(PAGE, NEW_SUMMARY)
    wait_for_findings(server, "")


def test_a_dossier_that_cannot_be_shown_at_the_start_is_shown_once_it_can(project, serve):
    replace(project / NUMBER, "567 dockers", "569 dockers")
    server = serve(project)
    assert f"{NUMBER}:" in server.get("index.html")
    replace(project / NUMBER, "569 dockers", "567 dockers")
    server.wait_for_text("index.html", "The walk-out at Port Brenn")
    server.wait_for_text(PAGE, OLD_SUMMARY)


def test_templates_in_a_folder_that_is_named_later_are_watched(project, serve):
    server = serve(project)
    (project / "overrides").mkdir()
    template = '{% extends "base.html" %}{% block content %}Mine. {{ super() }}{% endblock %}'
    (project / "overrides/main.html").write_text(template, "utf-8")
    replace(project / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: overrides\n")
    server.wait_for_text(PAGE, "Mine.")
    replace(project / "overrides/main.html", "Mine.", "Ours.")
    server.wait_for_text(PAGE, "Ours.")


def test_an_address_that_does_not_exist_has_the_error_page(project, serve):
    assert "There is no page at this address" in serve(project).get("nowhere.html")


def test_the_data_is_that_of_the_present_state(project, serve):
    server = serve(project)
    assert OLD_SUMMARY in server.get("data/dossier.json")
    replace(project / NUMBER, OLD_SUMMARY, NEW_SUMMARY)
    server.wait_for_text("data/dossier.json", NEW_SUMMARY)


def test_with_a_hook_of_mkdocs_the_site_is_built_as_a_whole(project, serve):
    (project / "hook.py").write_text("def on_page_content(html, **named):\n    return html + 'By a hook.'\n", "utf-8")
    replace(project / "mkdocs.yml", "docs_dir:", OTHER_PLUGIN)
    server = serve(project)
    assert "By a hook." in server.get(PAGE)
    replace(project / NUMBER, OLD_SUMMARY, NEW_SUMMARY)
    server.wait_for_text(PAGE, NEW_SUMMARY)


def without_reload_script(page):
    """Return a page without the script that the server adds."""
    return page.rpartition("<script")[0]


def test_a_template_that_fails_is_an_error_page_which_reloads(project, serve):
    (project / "overrides").mkdir()
    (project / "overrides/main.html").write_text("{% nonsense %}", "utf-8")
    replace(project / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: overrides\n")
    page = serve(project).get(PAGE)
    assert "nonsense" in page
    assert "/-/reload.js" in page


def test_a_link_that_leads_nowhere_is_reported(project, serve):
    (project / "content/pages/about.md").write_text("# About\n\nSee [nowhere](nowhere.md).\n", "utf-8")
    server = serve(project)
    server.get("about.html")
    assert "nowhere.md" in server.output()


def test_it_ends_when_it_is_asked_to_and_leaves_nothing(project, tmp_path, serve):
    (tmp_path / "temporary").mkdir()
    server = serve(project, TMPDIR=str(tmp_path / "temporary"))
    server.get("data/dossier.json")
    server.process.terminate()
    assert server.process.wait(MAX_WAIT) == 0
    assert list((tmp_path / "temporary").glob("dossier-*")) == []


@pytest.mark.parametrize("address", ["127.0.0.1", ":8000", "127.0.0.1:99999", "localhost:x"])
def test_an_address_without_host_or_port_is_refused(project, address):
    done = run("dossier", "serve", "--address", address, cwd=project)
    assert done.returncode == 2
    assert "HOST:PORT" in done.stderr
