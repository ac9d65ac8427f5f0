"""`dossier completion`: scripts that let a shell complete commands, options and choices."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from dossier.cli import main
from dossier.cli.app import cli
from dossier.cli.reference import subcommands

PROGRAMS_FOLDER = Path(sys.executable).parent


def complete(words):
    """Return what click answers to a shell that completes the last word of a command line."""
    shell = {"_DOSSIER_COMPLETE": "bash_complete", "COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}
    command = [sys.executable, "-m", "dossier"]
    process = subprocess.run(command, env=os.environ | shell, capture_output=True, text=True, check=True)
    return [line.partition(",")[2] for line in process.stdout.splitlines()]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_calls_the_program(capsys, shell):
    assert main(["completion", shell]) == 0
    assert f"_DOSSIER_COMPLETE={shell}_complete" in capsys.readouterr().out


def test_an_unknown_shell_exits_with_2(capsys):
    assert main(["completion", "tcsh"]) == 2
    assert "'bash', 'zsh', 'fish'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["dossier", "loc"], ["locate"]),
        (["dossier", "check", "--for"], ["--format"]),
        (["dossier", "check", "--format", "s"], ["sarif"]),
        (["dossier", "new", "q"], ["quote"]),
        (["dossier", "rename", "so"], ["source"]),
    ],
    ids=lambda value: " ".join(value),
)
def test_a_word_is_completed(words, expected):
    assert complete(words) == expected


def test_commands_are_completed_in_their_order():
    assert complete(["dossier", ""]) == [command.name for command in subcommands(cli)]


def test_bash_completes_a_command_with_the_script(capsys, tmp_path):
    main(["completion", "bash"])
    (tmp_path / "completion").write_text(capsys.readouterr().out, "utf-8")
    script = (
        "source completion; COMP_WORDS=(dossier loc); COMP_CWORD=1; "
        '_dossier_completion dossier loc dossier; echo "${COMPREPLY[@]}"'
    )
    environment = os.environ | {"PATH": f"{PROGRAMS_FOLDER}{os.pathsep}{os.environ['PATH']}"}
    process = subprocess.run(
        [shutil.which("bash"), "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert process.stdout.split() == ["locate"], process.stderr
