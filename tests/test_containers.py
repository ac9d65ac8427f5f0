"""The container and the development containers: linted, since no engine runs here; what they copy exists."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
STARTER = ROOT / "generator/dossier/editor/starters/shared"
DOCKERFILE = ROOT / "Dockerfile"
DEVELOPMENT = (ROOT / ".devcontainer/devcontainer.json", STARTER / "devcontainer/devcontainer.json")


def hadolint(file):
    """Return what hadolint reports about a Dockerfile."""
    program = Path(sys.executable).with_name("hadolint")
    return subprocess.run([program, "--no-color", file], capture_output=True, text=True, check=False).stdout


def test_the_dockerfile_has_no_faults():
    assert hadolint(DOCKERFILE) == ""


def test_a_fault_in_a_dockerfile_would_be_noticed(tmp_path):
    (tmp_path / "Dockerfile").write_text(DOCKERFILE.read_text("utf-8").replace("3.12-slim", "latest"), "utf-8")
    assert "DL3007" in hadolint(tmp_path / "Dockerfile")


def test_what_the_image_is_built_from_exists_and_is_sent_to_the_engine():
    copied = re.findall(r"(?m)^COPY (?!--from)(.*) \S+$", DOCKERFILE.read_text("utf-8"))
    names = {name for line in copied for name in line.split()}
    sent = {line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")}
    assert names == sent and all((ROOT / name).exists() for name in names)


@pytest.mark.parametrize("file", DEVELOPMENT, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_development_container_installs_what_there_is(file):
    settings = json.loads(file.read_text("utf-8"))
    command = settings["postCreateCommand"]
    target = re.fullmatch("make (.*)", command)
    assert not target or re.search(f"(?m)^{target[1]}:", (ROOT / "Makefile").read_text("utf-8"))
    assert target or "--requirement requirements.txt" in command
    assert (
        settings["customizations"]["vscode"]["extensions"]
        == json.loads((ROOT / ".vscode/extensions.json").read_text("utf-8"))["recommendations"]
    )
