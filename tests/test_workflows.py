"""The workflows of this repository and of a new dossier call existing commands, safely."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest
import yaml

from tests.cli.command_lines import parse

ROOT = Path(__file__).parents[1]
STARTER = ROOT / "generator/dossier/editor/starters/shared"
GITHUB = [*sorted((ROOT / ".github/workflows").iterdir()), *sorted((STARTER / "github/workflows").iterdir())]
GITLAB = [ROOT / ".gitlab-ci.yml", STARTER / "gitlab-ci.yml"]
HOOKS = [ROOT / ".pre-commit-config.yaml", ROOT / ".pre-commit-hooks.yaml", STARTER / "pre-commit-config.yaml"]
DOSSIER = re.compile(r"(?:\.venv/bin/)?dossier (?=[a-z])(.*)")


def read(file):
    return yaml.safe_load(file.read_text("utf-8"))


def steps(file):
    return [step for job in read(file)["jobs"].values() for step in job["steps"]]


def scripts(file):
    """Return the lines that a workflow runs in a shell."""
    if file in GITHUB:
        runs = [step["run"] for step in steps(file) if "run" in step]
    else:
        runs = [line for job in read(file).values() if isinstance(job, dict) for line in lines_of(job)]
    return [line.strip() for run in runs for line in run.splitlines()]


def lines_of(job):
    return [*job.get("before_script", []), *job.get("script", [])]


def hooks(file):
    settings = read(file)
    return settings if isinstance(settings, list) else [hook for repo in settings["repos"] for hook in repo["hooks"]]


def commands(lines):
    """Return the arguments of each call of `dossier`, without redirections."""
    return [re.split(" >>? ", match[1])[0] for line in lines if (match := DOSSIER.match(line))]


@pytest.mark.parametrize("file", [*GITHUB, *GITLAB], ids=lambda file: str(file.relative_to(ROOT)))
def test_a_workflow_calls_existing_commands_and_targets(file):
    called = commands(scripts(file))
    targets = [line.split()[1] for line in scripts(file) if line.startswith("make ")]
    assert called or targets
    for arguments in called:
        parse(shlex.split(arguments))
    assert all(re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE) for target in targets)


@pytest.mark.parametrize("file", HOOKS, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_hook_calls_an_existing_command(file):
    for arguments in commands([hook["entry"] for hook in hooks(file)]):
        parse(shlex.split(arguments))
    assert {"dossier-fmt", "dossier-check"} <= {hook["id"] for hook in hooks(file)}


@pytest.mark.parametrize("file", GITHUB, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_script_contains_an_expression_that_others_control(file):
    assert not [line for line in scripts(file) if "${{" in line]


@pytest.mark.parametrize("file", GITHUB, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_workflow_may_only_read_unless_a_job_asks_for_more(file):
    assert read(file)["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in file.read_text("utf-8")


def test_the_archive_of_a_release_is_verified_before_it_is_attached():
    ours = (ROOT / ".github/workflows/release.yml", ROOT / ".gitlab-ci.yml")
    for file in (*ours, STARTER / "github/workflows/archive.yml", STARTER / "gitlab-ci.yml"):
        called = [
            arguments.split()[0] for arguments in commands(scripts(file)) if arguments.startswith(("arch", "ver"))
        ]
        assert called == ["archive", "verify"]
        assert any("sha256sum" in line for line in scripts(file))


@pytest.mark.parametrize("file", GITHUB, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_action_is_pinned_by_hash_with_its_version_in_a_comment(file):
    used = re.findall(r"uses: *(.*)", file.read_text("utf-8"))
    assert used
    assert [action for action in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)] == []


def test_pull_requests_are_tested_with_every_supported_python():
    matrix = read(ROOT / ".github/workflows/review.yml")["jobs"]["test"]["strategy"]["matrix"]["python-version"]
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    supported = [name.rpartition(" ")[2] for name in metadata["classifiers"] if re.search(r":: 3\.\d+$", name)]
    assert matrix == supported and metadata["requires-python"] == f">={supported[0]}"
