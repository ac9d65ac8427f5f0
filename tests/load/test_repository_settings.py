"""The addresses of files and issues at each kind of host."""

import pytest
from dossier.load.repository_settings import find_repository
from dossier.model.repository import Repository

FILE = "content/actors/ana.yml"
SETTINGS = {"docs_dir": "content/pages"}
ADDRESSES = [
    # repo_url, edit_uri, edit form at line 12, history
    (
        "https://github.com/o/r",
        "edit/main/content/pages/",
        "https://github.com/o/r/edit/main/content/actors/ana.yml#L12",
        "https://github.com/o/r/commits/main/content/actors/ana.yml",
    ),
    (
        "https://github.com/o/r/",
        "blob/main/stories/port/content/pages",
        "https://github.com/o/r/edit/main/stories/port/content/actors/ana.yml#L12",
        "https://github.com/o/r/commits/main/stories/port/content/actors/ana.yml",
    ),
    (
        "https://gitlab.com/group/sub/r",
        "-/edit/main/content/pages/",
        "https://gitlab.com/group/sub/r/-/edit/main/content/actors/ana.yml#L12",
        "https://gitlab.com/group/sub/r/-/commits/main/content/actors/ana.yml",
    ),
    (
        "https://gitlab.com/o/r",
        "edit/main/content/pages/",
        "https://gitlab.com/o/r/-/edit/main/content/actors/ana.yml#L12",
        "https://gitlab.com/o/r/-/commits/main/content/actors/ana.yml",
    ),
    (
        "https://code.example.org/o/r",
        "-/edit/main/content/pages/",
        "https://code.example.org/o/r/-/edit/main/content/actors/ana.yml#L12",
        "https://code.example.org/o/r/-/commits/main/content/actors/ana.yml",
    ),
    (
        "https://codeberg.org/o/r",
        "_edit/main/content/pages/",
        "https://codeberg.org/o/r/_edit/main/content/actors/ana.yml",
        "https://codeberg.org/o/r/commits/branch/main/content/actors/ana.yml",
    ),
    (
        "https://code.example.org/o/r",
        "_edit/main/content/pages/",
        "https://code.example.org/o/r/_edit/main/content/actors/ana.yml",
        "https://code.example.org/o/r/commits/branch/main/content/actors/ana.yml",
    ),
    (
        "https://forgejo.example.org/o/r",
        "src/branch/main/content/pages/",
        "https://forgejo.example.org/o/r/_edit/main/content/actors/ana.yml",
        "https://forgejo.example.org/o/r/commits/branch/main/content/actors/ana.yml",
    ),
    (
        "https://bitbucket.org/o/r",
        "src/main/content/pages/",
        "https://bitbucket.org/o/r/src/main/content/actors/ana.yml",
        "https://bitbucket.org/o/r/history-node/main/content/actors/ana.yml",
    ),
    (
        "https://code.example.org/o/r",
        "https://edit.example.org/r/content/pages/",
        "https://edit.example.org/r/content/actors/ana.yml",
        "",
    ),
]


@pytest.mark.parametrize(("repo_url", "edit_uri", "edit", "history"), ADDRESSES)
def test_files_have_an_edit_form_and_a_history(repo_url, edit_uri, edit, history):
    found = find_repository(SETTINGS | {"repo_url": repo_url, "edit_uri": edit_uri})
    assert found.problem == ""
    assert (found.repository.edit_url(FILE, 12), found.repository.history_url(FILE)) == (edit, history)
    assert found.repository.edit_url(FILE) == edit.partition("#")[0]


def test_a_template_has_the_path_of_the_file():
    template = "src/main/content/pages/{path}?mode=edit"
    settings = SETTINGS | {"repo_url": "https://bitbucket.org/o/r", "edit_uri_template": template}
    repository = find_repository(settings).repository
    assert repository.edit_url(FILE, 12) == "https://bitbucket.org/o/r/src/main/content/actors/ana.yml?mode=edit"
    assert repository.history_url(FILE) == "https://bitbucket.org/o/r/history-node/main/content/actors/ana.yml"


def test_the_folder_of_the_dossier_is_part_of_the_path():
    settings = {"repo_url": "https://github.com/o/r", "edit_uri": "edit/main/docs/"}
    repository = find_repository(settings, "story").repository
    assert repository.edit_url(FILE) == "https://github.com/o/r/edit/main/story/content/actors/ana.yml"


@pytest.mark.parametrize("edit_uri", ["edit/main/docs/", "edit/main/content/", "edit/main/", "other-content/pages/"])
def test_an_edit_uri_that_leads_to_no_record_is_a_problem(edit_uri):
    found = find_repository(SETTINGS | {"repo_url": "https://github.com/o/r", "edit_uri": edit_uri})
    assert "edit_uri does not end with content/pages/" in found.problem
    assert found.repository.host and not found.repository.edit_url(FILE) and not found.repository.history_url(FILE)


def test_a_template_with_other_fields_is_a_problem():
    settings = {"repo_url": "https://github.com/o/r", "edit_uri_template": "edit?file=content/pages/{path!q}"}
    assert find_repository(SETTINGS | settings).problem


def test_without_an_edit_uri_there_are_neither_links_to_files_nor_problems():
    assert find_repository(SETTINGS | {"edit_uri": "edit/main/content/pages/"}) == (None, "")
    repository, problem = find_repository(SETTINGS | {"repo_url": "https://github.com/o/r"})
    assert not problem and not repository.edit_url(FILE) and not repository.history_url(FILE)


def test_paths_are_encoded():
    repository = Repository("https://example.org", None, "https://example.org/edit/")
    assert repository.edit_url("content/a b#ñ.yml") == "https://example.org/edit/content/a%20b%23%C3%B1.yml"
