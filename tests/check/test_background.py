"""A part of the rules runs in a second process, with the same findings."""

import os
import subprocess
import sys
import threading

import pytest
from dossier.check import background

SCRIPT = """
import sys
from pathlib import Path
from dossier.check import background, run
from dossier.pipeline import check_dossier

root, least = Path(sys.argv[1]), int(sys.argv[2])
run.MANY_STATEMENTS = least
for finding in check_dossier(root).findings:
    print(finding.location, finding.rule, finding.message)
"""
FAILURE = """
import os
from dossier.check.background import start

parent = os.getpid()

def task():
    if os.getpid() != parent:
        os._exit(1)
    return ["found here"]

print(start(task)())
"""
ELSEWHERE = """
import os
from dossier.check.background import start

print(start(lambda: [os.getpid()])() == [os.getpid()])
"""
INSIDE = """
from dossier.check.background import start

task = list
print(start(lambda: [start(task) is task])())
"""
FAILURE_HERE = """
from dossier.check.background import start

start(lambda: ["x" * 1_000_000])
raise SystemExit("failed here")
"""
LINUX_ONLY = pytest.mark.skipif(
    sys.platform != "linux" or (os.cpu_count() or 1) < 2, reason="only Linux with two processors copies a process"
)


def run_python(script, *arguments):
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_the_findings_are_the_same(base):
    event = base / "content/events/walk-out.yml"
    event.write_text(event.read_text("utf-8").replace("Dockers left", "900 dockers left Geneva on May 1"), "utf-8")
    alone = run_python(SCRIPT, base, 10**9)
    assert "prose-figure-unsupported" in alone
    assert "prose-date-unsupported" in alone
    assert run_python(SCRIPT, base, 0) == alone


@LINUX_ONLY
def test_the_task_runs_in_another_process():
    assert run_python(ELSEWHERE) == "False\n"


@LINUX_ONLY
def test_a_task_that_fails_there_is_done_here():
    assert run_python(FAILURE) == "['found here']\n"


@LINUX_ONLY
def test_a_copy_makes_no_copy_of_itself():
    assert run_python(INSIDE) == "[True]\n"


@LINUX_ONLY
def test_a_failure_here_does_not_wait_for_the_other_process():
    command = [sys.executable, "-c", FAILURE_HERE]
    assert subprocess.run(command, capture_output=True, text=True, timeout=60).stderr == "failed here\n"


def test_a_process_with_threads_is_not_copied():
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        task = list
        assert background.start(task) is task
    finally:
        ended.set()
        thread.join()
