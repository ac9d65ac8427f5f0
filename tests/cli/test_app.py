"""The program `dossier`: its commands, help, exit codes and errors."""

import shlex
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from dossier.cli.app import COMMANDS, cli, main
from dossier.cli.options import example_lines

from tests.cli.command_lines import parse
from tests.helpers import nonempty

EACH_COMMAND = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
PROGRAMS = ([Path(sys.executable).with_name("dossier")], [sys.executable, "-m", "dossier"])


@EACH_COMMAND
def test_the_examples_of_a_command_call_it(command):
    lines = list(example_lines(command))
    assert lines
    assert {parse(shlex.split(line)[1:]) for line in lines} == {command.name}


@EACH_COMMAND
def test_the_help_of_a_command_shows_what_it_does_and_examples(command, capsys):
    assert main([command.name, "--help"]) == 0
    text = " ".join(capsys.readouterr().out.split())
    assert f"{command.help} " in text
    assert all(" ".join(line.split()) in text for line in nonempty(example_lines(command)))


@EACH_COMMAND
def test_a_command_documents_every_argument_and_option(command):
    commands = [command, *getattr(command, "commands", {}).values()]
    parameters = [parameter for command in commands for parameter in command.params]
    assert parameters
    assert [parameter.name for parameter in parameters if not parameter.help] == []


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_lists_every_command_with_its_whole_summary(option, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert main([option]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split() for line in lines[-len(COMMANDS) - 2 : -2]] == [
        [command.name, *command.help.split()] for command in COMMANDS
    ]


def test_help_of_a_command_needs_no_dossier(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for arguments in (["check", "--help"], ["new", "--help"], ["new", "quote", "--help"]):
        assert main(arguments) == 0
    assert capsys.readouterr().err == ""


def test_the_version_is_that_of_the_installed_package(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"dossier {version('mkdocs-dossier')}\n"


@pytest.mark.parametrize(
    "arguments", [[], ["unknown"], ["check", "--format", "xml"], ["check", "--unknown"], ["pages"]], ids=" ".join
)
def test_wrong_usage_exits_with_2_and_shows_the_usage(arguments, capsys, base, monkeypatch):
    monkeypatch.chdir(base)
    assert main(arguments) == 2
    output, errors = capsys.readouterr()
    assert (output, errors.partition(" [")[0].split()[:2]) == ("", ["Usage:", "dossier"])


def test_a_folder_without_content_exits_with_2(tmp_path, capsys):
    assert main(["check", "--root", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"dossier: no content/ in {tmp_path}; use --root DIR\n"


@pytest.mark.parametrize("position", [1, 2], ids=["before the subcommand", "after the subcommand"])
def test_the_root_of_a_subcommand_may_be_given_before_or_after_its_name(position, base, capsys):
    arguments = ["new", "quote", "some-id", "--from", "no such words in any text"]
    arguments[position:position] = ["--root", str(base)]
    assert main(arguments) == 1
    assert "no content/" not in capsys.readouterr().err


def test_an_interrupted_command_exits_with_2_and_without_a_traceback(monkeypatch, capsys):
    def interrupt(context):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "invoke", interrupt)
    assert main(["explain"]) == 2
    assert capsys.readouterr().err.strip() == "dossier: interrupted"


@pytest.mark.parametrize("program", PROGRAMS, ids=["dossier", "python -m dossier"])
def test_the_installed_program_checks_a_dossier(program, base):
    (base / "content/actors/nils-aker.yml").write_text("name: Nils\n", "utf-8")
    process = subprocess.run([*program, "check", "--root", base], capture_output=True, text=True, check=False)
    assert (process.returncode, "[missing-key]" in process.stdout) == (1, True)


@pytest.mark.parametrize(
    "arguments",
    [["check"], ["explain"], ["explain", "unknown-side"], ["explain", "--help"], ["pages", "--to", "build/pages"]],
    ids=" ".join,
)
def test_output_is_the_same_where_python_drops_docstrings_and_assertions(base, arguments, monkeypatch, capsys):
    monkeypatch.chdir(base)
    command = [sys.executable, "-OO", "-m", "dossier", *arguments]
    process = subprocess.run(command, capture_output=True, text=True, check=False)
    assert process.returncode == main(arguments) == 0
    assert (process.stdout, process.stderr) == capsys.readouterr()
