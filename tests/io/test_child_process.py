"""A function is called in a child process, which may crash or never return."""

import json
import os

import pytest
from dossier.documents.pdf.extraction import extract_here
from dossier.io.child_process import call_in_child
from dossier.model.errors import UserError

SECONDS = 60


def test_what_the_function_returns_is_returned():
    assert call_in_child(json.loads, b'{"boats": [1, 2]}', SECONDS) == {"boats": [1, 2]}


def test_an_error_for_the_user_is_raised():
    with pytest.raises(UserError):
        call_in_child(extract_here, b"no PDF", SECONDS)


@pytest.mark.parametrize("function", [os._exit, json.dumps])
def test_a_process_without_a_result_is_an_error(function):
    with pytest.raises(ChildProcessError):
        call_in_child(function, b"", SECONDS)


def test_no_module_of_the_current_folder_is_imported(tmp_path, monkeypatch):
    (tmp_path / "pickle.py").write_text("raise SystemExit(1)", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert call_in_child(json.loads, b"1", SECONDS) == 1


def test_a_process_that_does_not_end_is_stopped():
    with pytest.raises(TimeoutError):
        call_in_child(json.loads, b"1", 0)
