"""Every test file on disk is collected: a folder that the runner skips by its defaults is a gate that cannot fail."""

import os
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent

LATER = """
import time
now, local = time.time, time.localtime
time.time = lambda: now() + 90_000
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
"""
"""A plugin of the runner that sets the clock forward by more than a day."""


def collected_tests(*arguments, **environment):
    """Return the tests that `python -m pytest` would run, as `path::name`."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-o", "addopts=--import-mode=importlib", "-q"]
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider", *arguments],
        cwd=TESTS.parent,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:]
    return [line for line in done.stdout.splitlines() if line.startswith("tests/")]


def collected_files(*arguments):
    """Return the test files that `python -m pytest` would run, relative to the repository's root."""
    return {test.partition(":")[0] for test in collected_tests(*arguments)}


def test_every_test_file_on_disk_is_collected():
    on_disk = {
        file.relative_to(TESTS.parent).as_posix()
        for file in TESTS.rglob("test_*.py")
        if "node_modules" not in file.parts
    }
    assert on_disk == collected_files()


def test_a_folder_that_the_defaults_of_pytest_skip_would_be_noticed():
    others = [f"--ignore={path}" for path in TESTS.iterdir() if path.name not in ("build", "text")]
    with_defaults = collected_files("--override-ini", "norecursedirs=build node_modules .*", *others)
    assert {path.split("/")[1] for path in with_defaults} == {"text"}


def test_tests_have_the_same_names_in_every_process(tmp_path):
    """The processes that share the tests must agree about their names, whatever the time and the order of sets."""
    tmp_path.joinpath("later_clock.py").write_text(LATER)
    path = os.pathsep.join(filter(None, [str(tmp_path), os.environ.get("PYTHONPATH")]))
    now, later = (
        collected_tests(*plugin, PYTHONPATH=path, PYTHONHASHSEED=seed)
        for plugin, seed in (((), "1"), (("-p", "later_clock"), "2"))
    )
    assert len(now) > len({test.partition(":")[0] for test in now})
    assert [pair for pair in zip(now, later, strict=True) if pair[0] != pair[1]] == []
