"""The recipes of CONTRIBUTING.md, followed literally in a copy of the project, work and are complete."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEADING = re.compile(r"^#### (?P<title>Add .*)$", re.MULTILINE)
BLOCK = re.compile(r"^```\w+ (?P<options>file=.*)\n(?P<text>(?:.*\n)*?)```$", re.MULTILINE)

Step = namedtuple("Step", "file after text")


def recipes():
    """Yield each recipe of CONTRIBUTING.md as (title, steps)."""
    parts = HEADING.split((ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("\n### Design decisions")[0])
    for title, body in zip(parts[1::2], parts[2::2], strict=True):
        yield title, [step_of(match) for match in BLOCK.finditer(body)]


def step_of(match):
    options = dict(option.split("=", 1) for option in shlex.split(match["options"]))
    return Step(options["file"], options.get("after"), match["text"])


RECIPES = dict(recipes())


def follow(step, copy):
    """Create the file of a step, or insert its lines after the line that begins as the step says."""
    file = copy / step.file
    if step.after is None:
        assert not file.exists(), f"{step.file} exists already"
        file.write_text(step.text, "utf-8")
        return
    lines = file.read_text("utf-8").splitlines(keepends=True)
    places = [index for index, line in enumerate(lines, 1) if line.startswith(step.after)]
    assert len(places) == 1, f"{step.file}: {len(places)} lines begin with {step.after}"
    lines.insert(places[0], step.text)
    file.write_text("".join(lines), "utf-8")


@pytest.fixture
def copy(tmp_path):
    """Copy the program, its tests and its settings."""
    ignored = shutil.ignore_patterns("__pycache__", "node_modules")
    for name in ("generator", "tests"):
        shutil.copytree(ROOT / name, tmp_path / "copy" / name, ignore=ignored)
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / "copy")
    return tmp_path / "copy"


def run(copy, *command, cwd):
    """Run a program of the copy; fail with its output if it fails."""
    environment = os.environ | {"PYTHONPATH": str(copy / "generator")}
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_there_is_a_recipe_for_each_common_addition():
    additions = (
        "a rule",
        "a data file",
        "a page",
        "a command",
        "a field",
        "a kind of record",
        "a language",
        "a reader",
    )
    assert list(RECIPES) == [f"Add {addition}" for addition in additions]
    assert all(steps for steps in RECIPES.values())


@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_works(title, copy, tmp_path):
    for step in RECIPES[title]:
        follow(step, copy)
    run(copy, "dossier", "init", "new", cwd=tmp_path)
    shutil.copy(copy / "mkdocs.yml", tmp_path / "new")
    run(copy, "dossier", "schemas", cwd=tmp_path / "new")
    run(copy, "dossier", "build", cwd=tmp_path / "new")
    test = next(step.file for step in reversed(RECIPES[title]) if step.file.startswith("tests/"))
    assert "passed" in run(copy, "pytest", "-p", "no:cacheprovider", *pytest_arguments(test), cwd=copy)


def pytest_arguments(file):
    """Return how pytest is called with a file of a recipe: cases are run by the test that reads them."""
    if not file.endswith(".yml"):
        return (file,)
    if file.startswith("tests/detect/"):
        return ("tests/detect/test_language_cases.py",)
    return "tests/check/test_rules.py", "tests/check/test_cases.py", "-k", f"test_rules or {Path(file).stem}"
