"""`dossier pages` writes the Markdown that MkDocs is handed, for any engine to build."""

import pytest

from tests.build.conftest import files, replace
from tests.site.conftest import run

KEEPS = """import pathlib
def on_files(files, config):
    for file in files:
        ours = file.generated_by and not file.src_uri.startswith("assets/javascripts/")
        if ours or str(file.src_dir) == config.docs_dir:
            kept = pathlib.Path("handed", file.src_uri)
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(file.content_bytes)
"""


@pytest.fixture
def pages(project):
    """The folder that `dossier pages` writes."""
    done = run("dossier", "pages", "--to", "made", cwd=project)
    assert done.returncode == 0, done.stderr
    return project / "made"


def test_the_pages_are_those_that_mkdocs_is_handed_and_all_else_that_of_the_site(project, pages):
    (project / "hook.py").write_text(KEEPS, "utf-8")
    replace(project / "mkdocs.yml", "docs_dir:", "hooks: [hook.py]\ndocs_dir:")
    run("mkdocs", "build", cwd=project)
    written, handed, site = files(pages), files(project / "handed"), files(project / "site")
    del written[".dossier-pages"]
    later = {path for path in written if not handed.get(path)}
    assert written == handed | {path: site[path] for path in later}
    assert not any(path.endswith(".md") for path in later)
    assert {"index.md", "about.md", "data/dossier.json", "numbers/defectors-to-colombia-567.md"} <= written.keys()


def test_pages_name_the_address_and_the_day_that_a_build_names(project):
    replace(project / "mkdocs.yml", "docs_dir:", "site_url: https://example.org/dossier\ndocs_dir:")
    for command in (["dossier", "pages", "--to", "made"], ["dossier", "build"]):
        done = run(*command, cwd=project, SOURCE_DATE_EPOCH="1549929600")
        assert done.returncode == 0, done.stderr
    address = "https://example.org/dossier/quotes/silva-dont-mistreat.html"
    page, built = files(project / "made"), files(project / "site")
    for content in (page["quotes/silva-dont-mistreat.md"], built["quotes/silva-dont-mistreat.html"]):
        assert f"as of 12 February 2019. {address}</pre>".encode() in content
    assert page["data/cards/epoch-times-silva.js"] == built["data/cards/epoch-times-silva.js"]


def test_pages_are_written_again_over_those_of_an_earlier_run(project, pages):
    (pages / "forgotten.md").write_text("old", "ascii")
    assert run("dossier", "pages", "--to", "made", cwd=project).returncode == 0
    assert not (pages / "forgotten.md").exists()


def test_pages_are_not_written_over_other_files(project):
    assert run("dossier", "pages", "--to", "seeds", cwd=project).returncode == 2
    assert len(files(project / "seeds")) == 5


def test_no_pages_are_written_of_content_with_findings(project):
    replace(project / "content/numbers/defectors-to-colombia-567.yml", "value: 567", "value: 568")
    assert run("dossier", "pages", "--to", "made", cwd=project).returncode == 1
    assert not (project / "made").exists()


@pytest.mark.zensical
def test_another_engine_builds_the_pages(project, pages):
    replace(project / "mkdocs.yml", "docs_dir: content/pages", "docs_dir: made")
    replace(project / "mkdocs.yml", "\n  - dossier\n", "\n")
    done = run("zensical", "build", "--strict", "--config-file", "mkdocs.yml", cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    built = files(project / "site")
    assert b"567 soldiers" in built["numbers/defectors-to-colombia-567.html"]
    assert b'id="p-' in built["texts/wnu-defected-567.html"]
    assert {path.replace(".md", ".html") for path in files(pages) if path.endswith(".md")} <= built.keys()
