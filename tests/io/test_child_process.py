"""A function is called in a child process, which may crash or never return."""

import ctypes
import json
import signal
import sys

import pytest
from dossier.documents.pdf.extraction import extract_here
from dossier.io.child_process import Limits, call_in_child
from dossier.model.errors import UserError

LIMITS = Limits(seconds=60, memory=1024**3)


def test_what_the_function_returns_is_returned():
    assert call_in_child(json.loads, b'{"boats": [1, 2]}', limits=LIMITS) == {"boats": [1, 2]}


def test_an_error_for_the_user_is_raised():
    with pytest.raises(UserError):
        call_in_child(extract_here, b"no PDF", limits=LIMITS)


@pytest.mark.parametrize(
    ("function", "data", "message"),
    [
        (json.dumps, b"", "status 1: TypeError: Object of type bytes is not JSON serializable"),
        (ctypes.string_at, 0, "SIGSEGV: Fatal Python error: Segmentation fault"),
        (signal.raise_signal, signal.SIGKILL, "SIGKILL"),
    ],
)
def test_a_process_without_a_result_says_how_it_ended(function, data, message):
    with pytest.raises(ChildProcessError, match=f"^{message}$"):
        call_in_child(function, data, limits=LIMITS)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit the memory of a process")
def test_a_process_that_needs_too_much_memory_is_stopped():
    with pytest.raises(MemoryError):
        call_in_child(bytes, 2 * LIMITS.memory, limits=LIMITS)


def test_further_arguments_are_passed():
    assert call_in_child(int, b"ff", 16, limits=LIMITS) == 255


def test_no_module_of_the_current_folder_is_imported(tmp_path, monkeypatch):
    (tmp_path / "pickle.py").write_text("raise SystemExit(1)", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert call_in_child(json.loads, b"1", limits=LIMITS) == 1


def test_a_process_that_does_not_end_is_stopped():
    with pytest.raises(TimeoutError):
        call_in_child(json.loads, b"1", limits=LIMITS._replace(seconds=0))
