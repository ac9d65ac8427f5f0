"""`dossier pages` writes the Markdown pages that MkDocs builds from, for another site generator."""

import pytest

from tests.build.conftest import files, replace
from tests.site.conftest import run

RECORDING_HOOK = """import pathlib
def on_files(files, config):
    for file in files:
        ours = file.src_dir is None and not file.src_uri.startswith("assets/javascripts/")
        if ours or str(file.src_dir) == config.docs_dir:
            copy = pathlib.Path("mkdocs-input", file.src_uri)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.content_bytes)
"""


@pytest.fixture
def pages(project):
    """The folder that `dossier pages` writes."""
    done = run("dossier", "pages", "--to", "pages", cwd=project)
    assert done.returncode == 0, done.stderr
    return project / "pages"


def test_pages_are_the_input_of_mkdocs_and_all_other_files_those_of_the_site(project, pages):
    (project / "hook.py").write_text(RECORDING_HOOK, "utf-8")
    replace(project / "mkdocs.yml", "docs_dir:", "hooks: [hook.py]\ndocs_dir:")
    done = run("mkdocs", "build", cwd=project)
    assert done.returncode == 0, done.stderr
    written, mkdocs_input, site = files(pages), files(project / "mkdocs-input"), files(project / "site")
    del written[".dossier-pages"]
    assets = {path for path in written if not mkdocs_input.get(path)}
    assert written == mkdocs_input | {path: site[path] for path in assets}
    assert assets and not any(path.endswith(".md") for path in assets)
    assert {"index.md", "about.md", "data/dossier.json", "numbers/gone-567.md"} <= written.keys()


def test_pages_have_the_address_and_date_of_a_build(project):
    replace(project / "mkdocs.yml", "docs_dir:", "site_url: https://example.org/dossier\ndocs_dir:")
    for command in (["dossier", "pages", "--to", "pages"], ["dossier", "build"]):
        done = run(*command, cwd=project, SOURCE_DATE_EPOCH="1549929600")
        assert done.returncode == 0, done.stderr
    written, built = files(project / "pages"), files(project / "site")
    for content in (written["quotes/good-day.md"], built["quotes/good-day.html"]):
        assert b"12 February 2019. https://example.org/dossier/quotes/good-day.html</pre>" in content
    assert written["data/cards/ledger.js"] == built["data/cards/ledger.js"]


def test_pages_replace_those_of_an_earlier_run(project, pages):
    (pages / "forgotten.md").write_text("old", "ascii")
    assert run("dossier", "pages", "--to", "pages", cwd=project).returncode == 0
    assert not (pages / "forgotten.md").exists()


def test_pages_do_not_replace_other_files(project):
    before = files(project / "seeds")
    assert before
    assert run("dossier", "pages", "--to", "seeds", cwd=project).returncode == 2
    assert files(project / "seeds") == before


def test_content_with_findings_is_not_written(project):
    replace(project / "content/numbers/gone-567.yml", "value: 567", "value: 568")
    assert run("dossier", "pages", "--to", "pages", cwd=project).returncode == 1
    assert not (project / "pages").exists()


@pytest.mark.zensical
def test_another_site_generator_builds_the_pages(project, pages):
    replace(project / "mkdocs.yml", "docs_dir: content/pages", "docs_dir: pages")
    replace(project / "mkdocs.yml", "\n  - dossier\n", "\n")
    done = run("zensical", "build", "--strict", "--config-file", "mkdocs.yml", cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    built = files(project / "site")
    assert b"567 dockers" in built["numbers/gone-567.html"]
    assert b'id="p-' in built["texts/ledger.html"]
    assert {path.replace(".md", ".html") for path in files(pages) if path.endswith(".md")} <= built.keys()
