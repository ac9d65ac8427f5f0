"""Every address of the site in memory has the bytes that a build writes, after edits of every kind."""

import hashlib
from contextlib import closing

import pytest
from dossier.live.live_site import LiveSite

from tests.build.conftest import files, replace
from tests.build.test_serve import NEW_SUMMARY, NUMBER, OLD_SUMMARY, PAGE, SOURCE_TEXT
from tests.site.conftest import run

STYLE = "content/pages/own.css"
NEW_EVENT = """title: A new event
status: reported
summary: Dockers left the port.
passages:
  - source: gazette
    exact: More than 500 dockers left the port on Jan. 23
about: [event:walk-out]
note: It belongs to [[event:walk-out]].
review: published
"""


def nothing(project):
    pass


def change_a_record(project):
    replace(project / NUMBER, OLD_SUMMARY, NEW_SUMMARY)


def add_a_record(project):
    (project / "content/events/new.yml").write_text(NEW_EVENT, "utf-8")


def rename_a_record(project):
    (project / "content/events/new.yml").rename(project / "content/events/newer.yml")


def delete_a_record(project):
    (project / "content/events/newer.yml").unlink()


def change_a_source_text(project):
    old = hashlib.sha256((project / SOURCE_TEXT).read_bytes()).hexdigest()
    with (project / SOURCE_TEXT).open("a", encoding="utf-8") as file:
        file.write("One more line.\n")
    new = hashlib.sha256((project / SOURCE_TEXT).read_bytes()).hexdigest()
    replace(project / "content/sources/ledger.yml", old, new)


def change_the_settings(project):
    replace(project / "content/dossier.yml", "title:", "title: Another title of")


def change_the_settings_of_mkdocs(project):
    replace(project / "mkdocs.yml", "Venezuelan military defections", "Another name")


def add_a_page_and_a_style(project):
    (project / "content/pages/more.md").write_text("# More\n\nSee [the walk-out](events/walk-out.md).\n", "utf-8")
    (project / STYLE).write_text("body { color: green }\n", "utf-8")
    replace(project / "mkdocs.yml", "extra_css:\n", "extra_css:\n  - own.css\n")


def change_the_page_and_the_style(project):
    replace(project / "content/pages/more.md", "# More", "# Still more")
    replace(project / STYLE, "green", "blue")


def override_a_template(project):
    (project / "overrides").mkdir()
    (project / "overrides/main.html").write_text(
        '{% extends "base.html" %}{% block content %}Mine. {{ super() }}{% endblock %}', "utf-8"
    )
    replace(project / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: overrides\n")


def change_the_template(project):
    replace(project / "overrides/main.html", "Mine.", "Ours.")


def inherit_the_settings(project):
    (project / "mkdocs.yml").rename(project / "base.yml")
    (project / "mkdocs.yml").write_text("INHERIT: base.yml\nsite_url: https://example.org/d/\n", "utf-8")


def change_the_inherited_settings(project):
    replace(project / "base.yml", "Another name", "A third name")


EDITS = (
    nothing,
    change_a_record,
    add_a_record,
    rename_a_record,
    delete_a_record,
    change_a_source_text,
    change_the_settings,
    change_the_settings_of_mkdocs,
    add_a_page_and_a_style,
    change_the_page_and_the_style,
    override_a_template,
    change_the_template,
    inherit_the_settings,
    change_the_inherited_settings,
)


@pytest.fixture
def live(project, tmp_path):
    with closing(LiveSite(project / "mkdocs.yml", tmp_path / "live")) as site:
        yield site


@pytest.fixture
def built_files(project):
    """A function that returns the files of a build of the present state by their addresses."""

    def read():
        done = run("dossier", "build", cwd=project)
        assert done.returncode == 0, done.stderr
        built = files(project / "site")
        del built[".gitignore"]  # The one file that no build writes.
        return built

    return read


def test_every_address_has_the_bytes_of_a_build_after_each_edit(project, live, built_files):
    before = None
    for edit in EDITS:
        edit(project)
        assert live.refresh() == "", edit.__name__
        assert live.read(PAGE), edit.__name__  # A page is asked for before all others, as in a browser.
        built = built_files()
        assert len(built) > 100
        assert built != before, edit.__name__
        differing = [path for path, content in built.items() if live.read(path) != content]
        assert differing == [], edit.__name__
        before = built


def test_a_page_that_cannot_be_rendered_is_an_error_with_its_name(project, live, monkeypatch):
    from dossier.render.pages import timeline

    def fail(*_):
        raise KeyError("x")

    monkeypatch.setattr(timeline, "build_scale", fail)
    assert live.refresh() == ""
    with pytest.raises(Exception, match=r"timeline\.md, .*: KeyError: 'x'"):
        live.read("timeline.html")


@pytest.mark.parametrize("address", ["data/../../../project/mkdocs.yml", "data/../../../project/content/dossier.yml"])
def test_no_file_outside_the_site_is_read(live, tmp_path, address):
    assert (tmp_path / "live/whole" / address).resolve().is_file()
    assert live.read(address) is None


def test_data_and_search_are_there_with_findings(project, live):
    replace(project / NUMBER, "value: 567", "value: 568")
    assert live.refresh() == ""
    assert b"568" in live.read("data/dossier.json")
    assert live.read("search/entries.js")


@pytest.mark.parametrize("name", ["gone-567.yml~", "#gone-567.yml#", "notes.txt", "4913", "new.yml"])
def test_files_that_editors_leave_behind_do_not_stop_it(project, live, name):
    (project / "content/numbers" / name).write_text("title: [", "utf-8")
    change_a_record(project)
    assert live.refresh() == ""
    assert NEW_SUMMARY.encode() in live.read(PAGE)


def test_a_page_that_is_not_in_utf8_is_named(project, live):
    with (project / "content/pages/about.md").open("ab") as file:
        file.write(b"\xe9")
    assert live.refresh().startswith("about.md: ")
    assert live.read(PAGE)


def test_settings_without_our_plugin_are_an_error(project, live):
    replace(project / "mkdocs.yml", "  - dossier\n", "")
    assert live.refresh() == "mkdocs.yml: the plugin `dossier` is missing"
    assert live.read(PAGE)


def test_an_unknown_address_does_not_build_the_site(live, tmp_path):
    assert live.read("nowhere.html") is None
    assert not (tmp_path / "live/whole").exists()


def test_only_files_that_changed_are_read_again(project, live, monkeypatch):
    from dossier.load import loader

    read = []
    read_content = loader.read_content
    monkeypatch.setattr(loader, "read_content", lambda file, *rest: read.append(file.name) or read_content(file, *rest))
    change_a_record(project)
    live.refresh()
    assert read == ["dossier.yml", "gone-567.yml"]
