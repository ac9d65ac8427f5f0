"""Every test file on disk is collected: a folder that the runner skips by its defaults is a gate that cannot fail."""

import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent


def collected_files(*arguments):
    """Return the test files that `python -m pytest` would run, relative to the repository's root."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *arguments]
    done = subprocess.run(command, cwd=TESTS.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]
    return {line.partition(":")[0] for line in done.stdout.splitlines() if line.startswith("tests/")}


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
