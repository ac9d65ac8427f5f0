"""The program `dossier`: its commands, help, exit codes and errors."""

import io
import json
import os
import shlex
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from dossier.cli import main
from dossier.cli.app import cli
from dossier.cli.options import example_lines
from dossier.cli.reference import subcommands

from tests.cli.command_lines import parse
from tests.helpers import nonempty

EACH_COMMAND = pytest.mark.parametrize("command", subcommands(cli), ids=lambda command: command.name)
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
    assert [line.split() for line in lines[-len(subcommands(cli)) - 2 : -2]] == [
        [command.name, *command.help.split()] for command in subcommands(cli)
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


ANYWHERE = {
    "check": ["check"],
    "explain": ["explain", "unknown-side"],
    "coverage": ["coverage"],
    "review": ["review"],
    "build": ["build"],
    "serve": ["serve", "--address", "127.0.0.1:0"],
    "pages": ["pages", "--to", "out"],
    "export": ["export", "--parquet", "out", "--name", "brenn"],
    "portal": ["portal", "nowhere", "--to", "out"],
    "add": ["add", "source", "nowhere.txt", "--id", "some-id", "--kind", "news"],
    "archive": ["archive", "--to", "out.zip"],
    "verify": ["verify", "nowhere.zip"],
    "locate": ["locate", "no", "such", "words"],
    "new": ["new", "quote", "some-id", "--from", "no such words in any text"],
    "draft": ["draft", "no-such-source"],
    "rename": ["rename", "actor", "no-such-id", "some-id", "--dry-run"],
    "reextract": ["reextract", "no-such-id"],
    "fmt": ["fmt", "--check"],
    "migrate": ["migrate", "--dry-run"],
    "diff": ["diff", "main"],
    "schemas": ["schemas", "--to", "out"],
    "init": ["init", "out"],
    "completion": ["completion", "bash"],
}
"""A call of each command, and of one subcommand of each group."""


def takes_value(word):
    return word in ("--from", "--id", "--kind", "--to", "--address", "--parquet", "--name")


def test_a_call_of_every_command_is_tried():
    assert list(ANYWHERE) == [command.name for command in subcommands(cli)]


@pytest.mark.parametrize(
    ("arguments", "position"),
    [
        (arguments, position)
        for arguments in ANYWHERE.values()
        for position in range(len(arguments) + 1)
        if not takes_value(arguments[position - 1])
    ],
)
def test_the_root_may_be_given_anywhere(arguments, position, base, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("dossier.cli.commands.build.mkdocs.main", lambda *_, **__: None)
    for option in (["--root", str(base)], [f"--root={base}"]):
        main([*arguments[:position], *option, *arguments[position:]])
        errors = capsys.readouterr().err
        assert [part for part in ("no content/", "Usage:", "Traceback") if part in errors] == [], errors


def test_every_subcommand_takes_the_root():
    commands = subcommands(cli)
    commands += tuple(command for group in commands for command in getattr(group, "commands", {}).values())
    options = [[option for parameter in command.params for option in parameter.opts] for command in commands]
    assert [names for names in nonempty(options) if "--root" not in names] == []


@pytest.mark.parametrize("name", ["explain", "completion"])
def test_a_command_that_needs_no_dossier_does_the_same_in_any_folder(name, tmp_path, capsys):
    assert main(ANYWHERE[name]) == 0
    output = capsys.readouterr().out
    for arguments in (["--root", str(tmp_path), *ANYWHERE[name]], [*ANYWHERE[name], "--root", str(tmp_path)]):
        assert main(arguments) == 0
        assert capsys.readouterr().out == output


def test_the_root_that_is_closest_to_the_command_counts(base, tmp_path):
    assert main(["--root", str(tmp_path), "check", "--root", str(base)]) == 0
    assert main(["--root", str(base), "check", "--root", str(tmp_path)]) == 2


def test_the_root_may_be_given_before_the_help_of_a_command(tmp_path):
    assert main(["--root", str(tmp_path / "nowhere"), "check", "--help"]) == 0


NARROW = [("ascii", "strict"), ("cp1252", "strict"), ("cp437", "strict"), ("utf-8", "strict")]


@pytest.fixture
def with_odd_characters(base):
    """The small dossier with findings about characters that few consoles can show."""
    (base / "content/actors/nils-aker.yml").write_text('name: "Łódź “x” é 😀"\nłóć “é”: 1\n', "utf-8")
    (base / "content/actors/café-😀.yml").write_text("name: x\n", "utf-8")
    return base


@pytest.mark.parametrize(("encoding", "errors"), NARROW)
@pytest.mark.parametrize("report", ["text", "line", "json", "sarif", "github"])
def test_output_contains_characters_that_the_console_cannot_show_as_escapes(
    with_odd_characters, monkeypatch, encoding, errors, report
):
    output, messages = (io.TextIOWrapper(io.BytesIO(), encoding, errors) for _ in range(2))
    monkeypatch.setattr(sys, "stdout", output)
    monkeypatch.setattr(sys, "stderr", messages)
    code = main(["check", "--root", str(with_odd_characters), "--format", report])
    texts = [stream.seek(0) or stream.read() for stream in (output, messages)]
    assert (code, "Error" in texts[1]) == (1, False), texts[1]
    if report in ("json", "sarif"):
        assert "unknown key `łóć “é”`" in json.dumps(json.loads(texts[0]), ensure_ascii=False)


@pytest.mark.parametrize(("encoding", "errors"), NARROW)
def test_the_program_writes_in_the_encoding_of_its_console(with_odd_characters, encoding, errors):
    command = [sys.executable, "-m", "dossier", "check", "--root", with_odd_characters, "--format", "line"]
    environment = os.environ | {"PYTHONIOENCODING": f"{encoding}:{errors}"}
    process = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert (process.returncode, b"Error" in process.stderr) == (1, False), process.stderr
    assert "nils-aker.yml:2:1: " in process.stdout.decode(encoding)


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&-"])
@pytest.mark.parametrize("arguments", ["check", "explain", "locate nowhere"])
def test_a_closed_stream_changes_no_exit_code(base, monkeypatch, arguments, closed):
    monkeypatch.chdir(base)
    command = f"'{sys.executable}' -m dossier {arguments} {closed}"
    process = subprocess.run(["sh", "-c", command], check=False, capture_output=True)
    assert process.returncode == main(arguments.split())


def test_a_reader_that_stops_reading_gets_no_traceback(base):
    (base / "content/actors/nils-aker.yml").write_text("name: x\n" + "key: 1\n" * 5000, "utf-8")
    command = f"'{sys.executable}' -m dossier check --format line 2>&1 | head -1"
    process = subprocess.run(["sh", "-c", command], cwd=base, check=False, capture_output=True, text=True)
    assert (process.stdout.count("\n"), process.stderr) == (1, "")
    assert "Traceback" not in process.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("arguments", ["check", "explain", "check --format json"])
def test_a_full_disk_is_an_error_without_a_traceback(base, arguments):
    command = f"'{sys.executable}' -m dossier {arguments} >/dev/full"
    process = subprocess.run(["sh", "-c", command], cwd=base, check=False, capture_output=True, text=True)
    assert (process.returncode, "No space left" in process.stderr, "Traceback" in process.stderr) == (2, True, False)


def test_a_file_name_that_is_no_text_can_be_printed(base):
    name = os.fsdecode(b"content/actors/\xff\xfe.yml")
    (base / name).write_text("name: x\n", "utf-8")
    command = [sys.executable, "-m", "dossier", "check", "--root", base]
    process = subprocess.run(command, capture_output=True, check=False)
    assert (process.returncode, b"Error" in process.stderr) == (1, False), process.stderr


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
