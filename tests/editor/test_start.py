"""A new dossier to start from is complete, has no findings, and builds at once."""

import subprocess
import sys

import pytest
import yaml
from dossier.cli import main
from dossier.editor.scaffold import DOTFILES
from dossier.pipeline import check_dossier, render_all

from tests.site.conftest import ROOT

VSCODE = [".vscode/settings.json", ".vscode/extensions.json", ".vscode/dossier.code-snippets"]


@pytest.fixture
def started(tmp_path):
    """A new dossier."""
    assert main(["init", str(tmp_path / "new")]) == 0
    return tmp_path / "new"


class Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, tags of its own aside."""


Loader.add_multi_constructor("", lambda loader, suffix, node: suffix)


def test_it_has_no_findings_and_every_kind_of_record(started):
    graph, findings = check_dossier(started)
    assert findings == ()
    assert all(graph.by_kind.values())
    assert len(graph.by_kind) == 7
    assert all(one.state != "open" for one in graph.coverage)
    assert len(graph.coverage) > 10


def test_it_is_in_canonical_form(started):
    assert main(["fmt", "--check", "--root", str(started)]) == 0


def test_it_says_which_generator_made_it(started):
    assert "wheels/mkdocs_dossier-" in (started / "requirements.txt").read_text("utf-8")


def test_files_that_begin_with_a_dot_do(started):
    made = {file.name for file in started.iterdir()}
    assert {f".{name}" for name in DOTFILES} <= made
    assert not DOTFILES & made


@pytest.mark.parametrize("path", VSCODE)
def test_its_editor_settings_are_those_of_this_repository(started, path):
    assert (started / path).read_bytes() == (ROOT / path).read_bytes()


def test_its_site_is_set_up_as_that_of_this_repository(started):
    own, here = (yaml.load((root / "mkdocs.yml").read_text("utf-8"), Loader) for root in (started, ROOT))
    told = {"site_name", "site_description"}
    assert {key: value for key, value in own.items() if key not in told} == {
        key: value for key, value in here.items() if key not in told
    }


def test_its_navigation_leads_to_pages_that_are_made(started):
    pages = {output.path for output in render_all(check_dossier(started).graph)} | {
        file.name for file in (started / "content/pages").iterdir()
    }
    nav = yaml.load((started / "mkdocs.yml").read_text("utf-8"), Loader)["nav"]
    named = [page for entry in nav for value in entry.values() for page in _pages(value)]
    assert set(named) <= pages


def _pages(value):
    return [value] if isinstance(value, str) else [page for entry in value for page in entry.values()]


def test_it_is_checked_and_built_by_the_commands_its_readme_tells(started):
    done = subprocess.run(
        [sys.executable, "-m", "dossier", "build"], cwd=started, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (started / "site/index.html").is_file()


def test_a_folder_with_files_in_it_is_left_alone(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    assert main(["init", str(tmp_path)]) == 2
    assert "is not empty" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_its_workflows_call_what_there_is(started):
    texts = [(started / name).read_text("utf-8") for name in (".gitlab-ci.yml", ".github/workflows/dossier.yml")]
    for text in texts:
        assert yaml.safe_load(text)
        assert "dossier check" in text
        assert "dossier build" in text
