"""`dossier completion`: scripts that let a shell complete commands, options and choices."""

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from dossier.cli import main
from dossier.cli.app import cli
from dossier.cli.command_tree import command_of, tree_of
from dossier.cli.reference import subcommands
from dossier.io.record_list import list_records
from dossier.model.kinds import KINDS

from tests.cli.terminal import START, read_terminal
from tests.helpers import nonempty

PROGRAMS_FOLDER = Path(sys.executable).parent


@pytest.fixture(autouse=True)
def cache(monkeypatch, tmp_path_factory):
    """Keep the commands in a folder of the tests."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


def answer(instruction, options=(), **variables):
    """Return what the program prints for a shell; it must print nothing else."""
    command = [sys.executable, *options, "-m", "dossier"]
    environment = os.environ | {"_DOSSIER_COMPLETE": instruction} | variables
    process = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True)
    assert process.stderr == "" or options
    return process


def complete(words):
    """Return the answer to the script for bash of an earlier release, which names the words."""
    printed = answer("bash_complete", COMP_WORDS=" ".join(words), COMP_CWORD=str(len(words) - 1)).stdout
    return [line.partition(",")[2] for line in printed.splitlines() if line]


def complete_line(line, **variables):
    """Return the completions of a line in bash, which takes what a colon divides for two words."""
    printed = answer("bash_complete", COMP_LINE=line, COMP_WORDBREAKS=" \t\n=:", **variables).stdout
    return [line.partition(",")[2] for line in printed.splitlines() if line]


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


IDS = [
    ("dossier new quote x --speaker ev", ["eva-holm"]),
    ("dossier new quote x --speaker ", ["eva-holm", "nils-aker", "port-officials", "rolf-brandt"]),
    ("dossier new quote x --speaker Eva", ["eva-holm"]),
    ("dossier new quote x --speaker Brandt", ["rolf-brandt"]),
    ("dossier new quote x --speaker=ev", ["eva-holm"]),
    ("dossier new event x --place ", ["port-brenn"]),
    ("dossier new event x --about event:w", ["walk-out"]),
    ("dossier new event x --about actor:ev", ["eva-holm"]),
    ("dossier new quote x --from gaz", ["gazette:"]),
    ("dossier new quote x --in gaz", ["gazette"]),
    ("dossier locate --in gaz", ["gazette"]),
    ("dossier draft gaz", ["gazette"]),
    ("dossier reextract gaz", ["gazette"]),
    ("dossier coverage --source gaz", ["gazette"]),
    ("dossier add source x.txt --publisher ni", ["nils-aker"]),
    ("dossier review --record place:", ["port-brenn"]),
    ("dossier rename actor ni", ["nils-aker"]),
    ("dossier rename label actor:ni", ["nils-aker"]),
    ("dossier explain passage-differ", ["passage-differs"]),
    ("dossier new quote x --form reader", [r"reader\ comment"]),
]


@pytest.mark.parametrize(("line", "expected"), IDS)
def test_ids_and_names_are_completed(base, monkeypatch, line, expected):
    monkeypatch.chdir(base)
    assert complete_line(line) == expected


@pytest.mark.parametrize("line", ["dossier --root {} draft gaz", "dossier draft --root {} gaz"])
def test_the_dossier_may_be_in_another_folder(base, line):
    assert complete_line(line.format(base)) == ["gazette"]


def test_zsh_and_fish_show_names_beside_ids(base, monkeypatch):
    monkeypatch.chdir(base)
    zsh = answer("zsh_complete", COMP_WORDS="dossier review --record actor:ev", COMP_CWORD="3").stdout
    assert zsh == "plain\nactor\\:eva-holm\nEva Holm\n"
    fish = answer("fish_complete", COMP_WORDS="dossier draft ", COMP_CWORD="").stdout
    assert "plain,gazette\tDockers walk out at Port Brenn\n" in fish


def test_a_completion_loads_neither_the_model_nor_mkdocs(base, monkeypatch):
    monkeypatch.chdir(base)
    line = {"COMP_LINE": "dossier draft gaz", "COMP_WORDBREAKS": ":"}
    answer("bash_complete", **line)  # The first one after an update loads the program.
    process = answer("bash_complete", ("-X", "importtime"), **line)
    assert process.stdout == "plain,gazette\n"
    loaded = nonempty([row.rpartition("|")[2].strip() for row in process.stderr.splitlines()])
    assert [name for name in loaded if name.startswith(("pydantic", "mkdocs", "dossier.model.", "yaml"))] in (
        [],
        ["dossier.model.errors"],
    )


def damage_name(base):
    (base / "content/sources/gazette.yml").write_bytes(b"title: [\xff\n\x1b[31m:\n")


def damage_folder(base):
    shutil.rmtree(base / "content/sources")
    (base / "content/sources").write_text("no folder", "utf-8")


def remove_content(base):
    shutil.rmtree(base / "content")


@pytest.mark.parametrize("damage", [damage_name, damage_folder, remove_content])
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_nothing_but_completions_is_printed_in_a_broken_dossier(base, monkeypatch, damage, shell):
    monkeypatch.chdir(base)
    damage(base)
    word = "gaz" if shell == "fish" else "2"
    printed = answer(f"{shell}_complete", COMP_WORDS="dossier draft gaz", COMP_CWORD=word).stdout
    assert "\x1b" not in printed
    assert printed.strip() == "" or "gazette" in printed


@pytest.mark.parametrize("instruction", ["bash_complete", "tcsh_complete", "x", "bash_source"])
def test_a_shell_that_asks_wrongly_gets_nothing(instruction):
    assert answer(instruction).stdout.strip() == ""


def test_a_damaged_or_outdated_cache_is_made_again(base, monkeypatch, tmp_path):
    monkeypatch.chdir(base)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    file = tmp_path / "dossier/commands.json"
    for content in (None, "{", "[]", json.dumps({"key": "1", "value": {}})):
        if content is not None:
            file.write_text(content, "utf-8")
        assert complete_line("dossier draft gaz") == ["gazette"]
        assert "value" in json.loads(file.read_text("utf-8"))


def test_completion_works_where_nothing_can_be_kept(base, monkeypatch, tmp_path):
    monkeypatch.chdir(base)
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert complete_line("dossier draft gaz") == ["gazette"]


def test_the_kept_commands_are_those_of_the_program():
    tree = json.loads(json.dumps(tree_of(cli)))
    assert tree_of(command_of(tree)) == tree


def test_every_record_of_the_first_dossier_is_listed_with_its_name(root, real):
    listed = {
        f"{record.kind}:{record.id}": record for record in list_records(root, tuple(kind.singular for kind in KINDS))
    }
    assert listed.keys() == real.graph.dossier.by_key.keys()
    assert [key for key, record in listed.items() if not record.name] == []
    assert listed["actor:juan-guaido"].name == "Juan Guaidó"
    assert listed["source:wnu-defected-567"].name == "WNU"


SHELL_COMMANDS = {
    "bash": (["--norc", "--noprofile", "-i"], "source ./completion"),
    "zsh": (["-f", "-i"], "autoload -U compinit; compinit -D -u; source ./completion"),
    "fish": (["--no-config", "-i"], "source ./completion"),
}


@pytest.mark.parametrize("shell", SHELL_COMMANDS)
@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("dossier loc", "dossier locate"),
        ("dossier draft gaz", "gazette"),
        ("dossier review --record actor:ni", "nils-aker"),
    ],
)
def test_the_shell_itself_completes(capsys, base, shell, typed, shown):
    """As a person types it, with the tab key."""
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    main(["completion", shell])
    (base / "completion").write_text(capsys.readouterr().out, "utf-8")
    options, preparation = SHELL_COMMANDS[shell]
    environment = os.environ | {
        "PATH": f"{PROGRAMS_FOLDER}{os.pathsep}{os.environ['PATH']}",
        "TERM": "dumb",
        "HOME": str(base),
    }
    leader, follower = pty.openpty()
    command = [sys.executable, "-c", START, program, *options]
    process = subprocess.Popen(command, stdin=follower, stdout=follower, stderr=follower, cwd=base, env=environment)
    os.close(follower)
    try:
        os.write(leader, f"{preparation}; echo rea''dy\n".encode())
        read_terminal(leader, "ready")
        os.write(leader, f"{typed}\t".encode())
        printed = read_terminal(leader, shown)
    finally:
        process.kill()
        process.wait()
        os.close(leader)
    assert "Traceback" not in printed
