"""What hosts run of this repository, and of a dossier started with it, calls what there is, and cannot be misused."""

import re
import shlex
from pathlib import Path

import pytest
import yaml
from dossier.cli import parser

ROOT = Path(__file__).parents[1]
STARTER = ROOT / "generator/dossier/edit/starter"
GITHUB = [*sorted((ROOT / ".github/workflows").iterdir()), *sorted((STARTER / "github/workflows").iterdir())]
GITLAB = [ROOT / ".gitlab-ci.yml", STARTER / "gitlab-ci.yml"]
HOOKS = [ROOT / ".pre-commit-config.yaml", ROOT / ".pre-commit-hooks.yaml"]
DOSSIER = re.compile(r"(?:\.venv/bin/)?dossier (?=[a-z])(.*)")


def read(file):
    return yaml.safe_load(file.read_text("utf-8"))


def steps(file):
    return [step for job in read(file)["jobs"].values() for step in job["steps"]]


def scripts(file):
    """The lines that a workflow runs in a shell."""
    if file in GITHUB:
        runs = [step["run"] for step in steps(file) if "run" in step]
    else:
        runs = [line for job in read(file).values() if isinstance(job, dict) for line in lines_of(job)]
    return [line.strip() for run in runs for line in run.splitlines()]


def lines_of(job):
    return [*job.get("before_script", []), *job.get("script", [])]


def hooks(file):
    told = read(file)
    return told if isinstance(told, list) else [hook for one in told["repos"] for hook in one["hooks"]]


def commands(lines):
    """The arguments of each call of `dossier`, what the shell writes to left out."""
    return [found[1].split(" > ")[0] for line in lines for found in [DOSSIER.match(line)] if found]


@pytest.mark.parametrize("file", [*GITHUB, *GITLAB], ids=lambda file: str(file.relative_to(ROOT)))
def test_a_workflow_calls_commands_and_targets_that_there_are(file):
    called = commands(scripts(file))
    made = [line.split()[1] for line in scripts(file) if line.startswith("make ")]
    assert called or made
    for arguments in called:
        parser().parse_args(shlex.split(arguments))
    assert all(re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE) for target in made)


@pytest.mark.parametrize("file", HOOKS, ids=lambda file: file.name)
def test_a_hook_calls_a_command_that_there_is(file):
    for arguments in commands([hook["entry"] for hook in hooks(file)]):
        parser().parse_args(shlex.split(arguments))
    assert {"dossier-fmt", "dossier-check"} <= {hook["id"] for hook in hooks(file)}


@pytest.mark.parametrize("file", GITHUB, ids=lambda file: str(file.relative_to(ROOT)))
def test_what_others_write_is_never_a_part_of_a_script(file):
    assert not [line for line in scripts(file) if "${{" in line]


@pytest.mark.parametrize("file", GITHUB, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_workflow_may_read_alone_but_where_a_job_says_more(file):
    assert read(file)["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in file.read_text("utf-8")


def test_the_archive_of_a_release_is_proved_before_it_is_attached():
    for file in (ROOT / ".github/workflows/release.yml", ROOT / ".gitlab-ci.yml"):
        called = [
            arguments.split()[0] for arguments in commands(scripts(file)) if arguments.startswith(("arch", "ver"))
        ]
        assert called == ["archive", "verify"]
        assert any("sha256sum" in line for line in scripts(file))
