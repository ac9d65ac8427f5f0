"""`dossier init`: the new dossier is complete, has no findings and builds."""

import subprocess
import sys

import pytest
import yaml
from dossier.cli import main
from dossier.editor.scaffold import DOTFILES, starter_languages
from dossier.pipeline import check_dossier
from dossier.text.interface import interface_languages

from tests.site.conftest import ROOT

EXAMPLE = {"Lindholm", "Mara Voss", "herald", "heraldo"}
VSCODE = [".vscode/settings.json", ".vscode/extensions.json", ".vscode/dossier.code-snippets"]


@pytest.fixture(params=starter_languages())
def starter(request, tmp_path):
    """The folder of a new dossier in each of the languages."""
    assert main(["init", "--language", request.param, str(tmp_path / "new")]) == 0
    return tmp_path / "new"


@pytest.fixture(params=starter_languages())
def empty(request, tmp_path):
    """The folder of a new dossier without the example, in each of the languages."""
    assert main(["init", "--empty", "--language", request.param, str(tmp_path / "new")]) == 0
    return tmp_path / "new"


def names_below(folder):
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


class Loader(yaml.SafeLoader):
    """Reads mkdocs.yml and ignores its custom tags."""


Loader.add_multi_constructor("", lambda loader, suffix, node: suffix)


def test_it_has_no_findings_and_every_kind_of_record(starter):
    graph, findings = check_dossier(starter)
    assert findings == ()
    assert all(graph.by_kind.values())
    assert len(graph.by_kind) == 7
    assert all(item.state != "open" for item in graph.coverage)
    assert len(graph.coverage) > 10


def test_it_is_formatted(starter):
    assert main(["fmt", "--check", "--root", str(starter)]) == 0


def test_it_requires_the_generator_that_created_it(starter):
    assert "wheels/mkdocs_dossier-" in (starter / "requirements.txt").read_text("utf-8")


def test_dot_files_get_their_dot(starter):
    names = {file.name for file in starter.iterdir()}
    assert (
        {".devcontainer", ".gitattributes", ".gitignore", ".gitlab-ci.yml", ".github", ".pre-commit-config.yaml"}
        == {f".{name}" for name in DOTFILES}
        <= names
    )
    assert not DOTFILES & names


def test_git_changes_no_byte_of_its_source_texts(starter):
    assert "seeds/** -text\n" in (starter / ".gitattributes").read_text("utf-8")


@pytest.mark.parametrize("path", VSCODE)
def test_its_editor_settings_are_those_of_this_repository(starter, path):
    assert (starter / path).read_bytes() == (ROOT / path).read_bytes()


def test_its_site_settings_are_those_of_this_repository(starter):
    own, here = (yaml.load((root / "mkdocs.yml").read_text("utf-8"), Loader) for root in (starter, ROOT))
    for settings in (own, here):
        for palette in settings["theme"]["palette"]:
            del palette["toggle"]["name"]
    own_settings = {"site_name", "site_description"}
    assert {key: value for key, value in own.items() if key not in own_settings} == {
        key: value for key, value in here.items() if key not in own_settings
    }


def test_it_builds(starter):
    done = subprocess.run(
        [sys.executable, "-m", "dossier", "build"], cwd=starter, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    title = yaml.safe_load((starter / "content/dossier.yml").read_text("utf-8"))["title"]
    assert f">{title}</a>" in (starter / "site/index.html").read_text("utf-8")


def test_there_are_examples_in_languages_of_the_interface():
    assert {"en", "es"} <= set(starter_languages()) <= set(interface_languages())


def test_a_folder_with_files_is_refused(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    assert main(["init", str(tmp_path)]) == 2
    assert "is not empty" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_its_workflows_check_and_build(starter):
    texts = [(starter / name).read_text("utf-8") for name in (".gitlab-ci.yml", ".github/workflows/dossier.yml")]
    for text in texts:
        assert yaml.safe_load(text)
        assert "dossier check" in text
        assert "dossier build" in text


def test_an_empty_one_has_no_records_no_sources_and_no_word_of_the_example(empty):
    graph, findings = check_dossier(empty)
    assert findings == () and not any(graph.by_kind.values())
    assert not (empty / "seeds").exists()
    for name in names_below(empty):
        text = (empty / name).read_text("utf-8")
        assert not {word for word in EXAMPLE if word in text}, name


def test_an_empty_one_has_every_other_file_of_the_example(empty, tmp_path):
    assert main(["init", str(tmp_path / "full")]) == 0
    files = {name for name in names_below(tmp_path / "full") if not name.startswith(("seeds/", "content/"))}
    assert files == {name for name in names_below(empty) if not name.startswith("content/")}


def test_an_empty_one_reads_as_one_read_me(empty):
    text = (empty / "README.md").read_text("utf-8")
    assert text.count("\n# ") == 0 and text.count("\n## ") == 4
    assert "requirements.txt" in text and "pre-commit install" in text


def test_an_empty_one_builds_and_takes_a_first_source(empty, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "dossier", "build"], cwd=empty, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (empty / "site/index.html").is_file()
    (tmp_path / "note.txt").write_text("The boat left at noon.\n", "utf-8")
    added = ["add", "source", str(tmp_path / "note.txt"), "--id", "note", "--kind", "news", "--root", str(empty)]
    assert main(added) == 0 and (empty / "seeds/note.txt").is_file()


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("lindholm-ferry", "lindholm-ferry"),
        ("El ferri de Ávila", "el-ferri-de-avila"),
        ("2019_defections", "dossier-2019-defections"),
        ("история", "dossier"),
    ],
)
@pytest.mark.parametrize("options", [[], ["--empty"], ["--language", "es"], ["--empty", "--language", "es"]])
def test_its_name_is_that_of_its_folder(tmp_path, options, folder, name):
    assert main(["init", *options, str(tmp_path / folder)]) == 0
    graph, findings = check_dossier(tmp_path / folder)
    assert findings == () and graph.dossier.settings.name == name


def test_the_name_of_the_folder_that_is_here(tmp_path, monkeypatch):
    (tmp_path / "Port Brenn").mkdir()
    monkeypatch.chdir(tmp_path / "Port Brenn")
    assert main(["init", "."]) == 0
    assert check_dossier(tmp_path / "Port Brenn").graph.dossier.settings.name == "port-brenn"


def test_its_addresses_are_there_to_be_uncommented(starter):
    settings = starter / "mkdocs.yml"
    lines = settings.read_text("utf-8").splitlines()
    addresses = [line for line in lines if line.startswith(("# site_url: ", "# repo_url: ", "# edit_uri: "))]
    assert len(addresses) == 3
    uncommented = yaml.load("\n".join(line.removeprefix("# ") for line in addresses), Loader)
    assert uncommented["site_url"].startswith("https://") and uncommented["edit_uri"] == "edit/main/content/pages/"


TITLES = ("The ferry: who knew?", "- [a] #1 *b*", "Sí: 'no'", "yes", "42", "T" * 150)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("options", [[], ["--empty"], ["--empty", "--language", "es"]], ids=" ".join)
def test_its_title_description_and_organization_are_those_given(tmp_path, title, options):
    given = ["--title", title, "--description", f"What: {title}", "--organization", title]
    assert main(["init", *options, *given, str(tmp_path / "new")]) == 0
    graph, findings = check_dossier(tmp_path / "new")
    settings = graph.dossier.settings
    assert findings == ()
    assert (settings.title, settings.description, settings.organization) == (title, f"What: {title}", title)
    assert main(["fmt", "--check", "--root", str(tmp_path / "new")]) == 0
    assert "Tells this dossier apart" in (tmp_path / "new/content/dossier.yml").read_text("utf-8") or "es" in options
    assert (tmp_path / "new/README.md").read_text("utf-8").startswith("# ")


def test_the_site_has_the_title_given_and_it_is_typed_once(tmp_path):
    assert main(["init", "--empty", "--title", "Ships <b> & docks", str(tmp_path / "new")]) == 0
    done = subprocess.run(
        [sys.executable, "-m", "dossier", "build"], cwd=tmp_path / "new", capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "<title>Ships &lt;b&gt; &amp; docks" in (tmp_path / "new/site/index.html").read_text("utf-8")


def test_a_site_that_is_called_otherwise_than_its_dossier_is_said(starter, capsys):
    assert main(["check", "--root", str(starter)]) == 0
    assert "site_name" not in capsys.readouterr().err
    settings = starter / "mkdocs.yml"
    text = settings.read_text("utf-8")
    for name, is_said in (("Other", True), ("'Other: \u202e'  # x", True), ("[", False), ("", False)):
        settings.write_text(text.replace('site_name: ""', f"site_name: {name}"), "utf-8")
        assert main(["check", "--root", str(starter)]) == 0
        err = capsys.readouterr().err
        assert ("mkdocs.yml: the site is called “Other" in err) == is_said and "\u202e" not in err
    settings.unlink()
    assert main(["check", "--root", str(starter)]) == 0


def test_an_empty_one_asks_on_a_terminal_and_takes_no_answer(tmp_path, monkeypatch, capsys):
    asked = []
    monkeypatch.setattr("dossier.cli.commands.init.is_interactive", lambda: True)
    monkeypatch.setattr("click.prompt", lambda text, **_: asked.append(text) or ("Mine" if "Org" in text else ""))
    assert main(["init", "--empty", "--title", "T", str(tmp_path / "new")]) == 0
    settings = check_dossier(tmp_path / "new").graph.dossier.settings
    assert (settings.title, settings.organization) == ("T", "Mine") and settings.description.startswith("What the")
    assert asked == ["Description (Enter: later)", "Organization (Enter: later)"]
