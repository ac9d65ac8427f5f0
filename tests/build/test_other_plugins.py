"""Other plugins of MkDocs beside ours, all in one build; and what happens where one fails."""

import json
import os
import re
import subprocess
from base64 import b64encode
from email.utils import parsedate_to_datetime
from hashlib import sha256
from html import unescape
from importlib import import_module
from importlib.metadata import entry_points
from xml.etree import ElementTree

import pytest
from dossier.plugin.build_errors import failure_of_plugin
from dossier.plugin.other_plugins import complete_pages

from tests.build.conftest import copy_base_project, files, replace
from tests.site.conftest import build, once, run

PLUGINS = {
    "git-revision-date-localized": "{type: iso_date}",
    "macros": "{}",
    "minify": "{minify_html: true, minify_js: true, js_files: [assets/dossier/cards.js]}",
    "redirects": "{redirect_maps: {old.md: actors/index.md}}",
    "rss": "{length: 100}",
    "material/tags": "{}",
    "print-site": "{}",
}
"""The options of each plugin, in the order of mkdocs.yml: `print-site` has to be the last."""
INSTALLED = {point.name for point in entry_points(group="mkdocs.plugins")} & PLUGINS.keys()
RECORD = "numbers/gone-567"
CHANGED, LATER = "2021-03-04", "2022-05-06"
INLINE_SCRIPT = re.compile(r"<script>(.+?)</script>", re.DOTALL)
FAILING_HOOK = "def on_page_context(context, page, config, nav):\n    return len(page.file.nothing)\n"


def commit(project, day):
    """Commit everything in a project on a day."""
    date = f"{day}T12:00:00Z"
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "a change"]):
        environment = os.environ | {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *identity, *command], cwd=project, env=environment, check=True)


def build_with_all(folder):
    """Build the base dossier with every plugin that is installed; one record is changed on a later day."""
    copy_base_project(folder)
    plugins = "".join(f"  - {name}: {PLUGINS[name]}\n" for name in PLUGINS if name in INSTALLED)
    replace(folder / "mkdocs.yml", "  - dossier\n", f"  - dossier\n{plugins}")
    replace(folder / "mkdocs.yml", "docs_dir:", "site_url: https://example.org/d/\ndocs_dir:")
    (folder / "content/pages/about.md").write_text("---\ntags: [Method]\n---\n# About\n", "utf-8")
    (folder / "content/pages/labels.md").write_text("# Labels\n\n<!-- material/tags -->\n", "utf-8")
    record = folder / f"content/{RECORD}.yml"
    text = record.read_text("utf-8")
    commit(folder, CHANGED)
    record.write_text(f"{text}note: The braces {{{{ 6 * 7 }}}} are no template.\n", "utf-8")
    commit(folder, LATER)
    build(folder)


@pytest.fixture
def site(request, tmp_path_factory):
    """The site, where the plugin that the test is about is installed."""
    if request.param not in INSTALLED:
        pytest.skip(f"the plugin {request.param} is not installed")
    return once(tmp_path_factory, "with-plugins", build_with_all) / "site"


def about(name):
    return pytest.mark.parametrize("site", [name], indirect=True)


@about("rss")
def test_a_feed_has_the_records_with_the_dates_of_their_files(site):
    dates = {
        item.findtext("link"): parsedate_to_datetime(item.findtext("pubDate")).date().isoformat()
        for item in ElementTree.parse(site / "feed_rss_updated.xml").iter("item")
    }
    assert dates[f"https://example.org/d/{RECORD}.html"] == LATER
    assert dates["https://example.org/d/numbers/more-than-500.html"] == CHANGED


@about("git-revision-date-localized")
def test_a_page_has_the_date_of_its_file(site):
    for name, day in ((RECORD, LATER), ("numbers/more-than-500", CHANGED)):
        assert f">{day}</span>" in (site / f"{name}.html").read_text("utf-8")


@about("print-site")
def test_one_page_has_all_pages_of_the_navigation_and_the_words_of_the_scripts(site):
    html = (site / "print_page.html").read_text("utf-8")
    for heading in ("Timeline", "Disagreements", "Actors", "Sources", "How we check"):
        assert re.search(f"<h1[^>]*>{heading}", html)
    assert html.count("assets/dossier/interface.js") == 1


@about("redirects")
def test_a_redirect_leads_to_a_page(site):
    assert "actors/index.html" in (site / "old.html").read_text("utf-8")


@about("minify")
def test_a_minified_script_is_that_of_the_site_and_the_headers_allow_the_scripts_of_all_pages(site, base_site):
    script, minified = "assets/dossier/cards.js", "assets/dossier/cards.min.js"
    assert 0 < (site / minified).stat().st_size < (base_site / script).stat().st_size
    headers = (site / "_headers").read_text("utf-8")
    scripts = {text for page in site.rglob("*.html") for text in INLINE_SCRIPT.findall(page.read_text("utf-8"))}
    hashes = {b64encode(sha256(text.encode()).digest()).decode() for text in scripts}
    assert hashes and not [digest for digest in hashes if f"'sha256-{digest}'" not in headers]


@about("material/tags")
def test_tags_of_hand_written_pages_are_listed(site):
    assert "Method" in (site / "about.html").read_text("utf-8")
    assert "about.html" in (site / "labels.html").read_text("utf-8").partition("<article")[2].partition("</article>")[0]


@about("macros")
def test_braces_of_a_record_are_no_template(site):
    assert "{{ 6 * 7 }} are no template" in unescape((site / f"{RECORD}.html").read_text("utf-8"))


def test_a_plugin_that_fails_is_named_without_a_traceback(project):
    (project / "hook.py").write_text(FAILING_HOOK, "utf-8")
    replace(project / "mkdocs.yml", "docs_dir:", "hooks: [hook.py]\ndocs_dir:")
    done = run("mkdocs", "build", cwd=project)
    assert done.returncode == 1
    assert "mkdocs.yml: the plugin or hook hook.py failed with AttributeError: " in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(files(project / "site")) == [".gitignore"]


def test_entries_are_in_the_search_of_a_site_with_plugins(tmp_path_factory):
    folder = once(tmp_path_factory, "with-plugins", build_with_all)
    script = (folder / "site/search/entries.js").read_text("utf-8")
    assert (
        f"{RECORD}.html" in script and json.loads((folder / "site/search/search_index.json").read_text())["docs"] == []
    )


def test_a_page_that_a_plugin_copied_in_another_encoding_stays_as_it_is(tmp_path):
    content = "<title>Café</title>".encode("latin-1")
    (tmp_path / "copied.html").write_bytes(content)
    (tmp_path / "other.html").write_text("<script>hash()</script>", "utf-8")
    assert "sha256-" in complete_pages(tmp_path).headers_file(tmp_path)
    assert (tmp_path / "copied.html").read_bytes() == content


@pytest.mark.parametrize("package", ["", "plugin_package."])
def test_only_the_package_of_a_plugin_is_blamed_or_its_one_module(tmp_path, monkeypatch, package):
    folder = tmp_path / package.rstrip(".")
    folder.mkdir(exist_ok=True)
    for name in ("one_plugin", "one_library"):
        (folder / f"{name}.py").write_text("class Plugin:\n    def fail(self):\n        raise ValueError\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    plugin, other = (import_module(f"{package}{name}").Plugin() for name in ("one_plugin", "one_library"))
    blamed = []
    for failing in (plugin, other):
        with pytest.raises(ValueError) as caught:
            failing.fail()
        blamed.append(failure_of_plugin(caught.value, {"one": plugin}) is not None)
    assert blamed == [True, package != ""]
