"""The command `dossier`: its exit codes, and what it prints where."""

import json
import shlex
import signal
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from dossier.cli import COMMANDS, main, parser


@pytest.fixture
def broken(base):
    """Put a wrong side into the small dossier."""
    file = base / "content/actors/nils-aker.yml"
    file.write_text(file.read_text("utf-8").replace("side: dockers", "side: dokers"), "utf-8")


FOUND = """\
content/actors/nils-aker.yml:3:7: `dokers` is no side of dossier.yml; did you mean `dockers`? [unknown-side]
     3 | side: dokers
       |       ^
"""
COUNTED = "15 records, 14 passages in 2 texts: "
ADVICE = "What they ask for: dossier explain unknown-side\n"


def test_a_dossier_without_findings_is_0(run):
    assert run("check") == (0, "", f"{COUNTED}no findings\n")


def test_a_dossier_with_findings_is_1(run, broken):
    assert run("check") == (1, FOUND, f"{COUNTED}1 finding\n{ADVICE}")


def test_json_alone_is_printed_as_json(run, broken):
    code, out, err = run("check", "--format", "json")
    assert (code, err, [finding["rule"] for finding in json.loads(out)]) == (1, "", ["unknown-side"])


def test_findings_are_printed_for_github(run, broken):
    assert run("check", "--format", "github")[1].startswith("::error file=content/actors/nils-aker.yml,line=3,col=7,")


def test_all_findings_are_in_the_summary_of_a_job_on_github(run, broken, tmp_path, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    run("check", "--format", "github")
    assert "### 1 finding\n" in (tmp_path / "summary.md").read_text("utf-8")


@pytest.fixture
def explain(capsys, tmp_path, monkeypatch):
    """Ask what rules say, where no dossier is."""
    monkeypatch.chdir(tmp_path)

    def asked(*rules):
        code = main(["explain", *rules])
        return code, *capsys.readouterr()

    return asked


def test_a_rule_is_explained(explain):
    code, out, _ = explain("unknown-side")
    assert (code, out.splitlines()[0]) == (0, "unknown-side")
    assert {"Passes:", "Fails:"} <= set(out.split())


def test_every_rule_is_listed(explain):
    assert {"unknown-side:", "duplicate-key:"} <= {line.split()[0] for line in explain()[1].splitlines()}


def test_a_rule_that_is_not_is_2(explain):
    said = "dossier: there is no rule `side-knwon`; did you mean `unknown-side`?\n"
    assert explain("side-knwon") == (2, "", said)


def test_a_watched_dossier_is_checked_again_on_every_change(base, broken):
    command = [sys.executable, "-m", "dossier", "check", "--watch", "--format", "line", "--root", str(base)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as watching:
        file = base / "content/actors/nils-aker.yml"
        assert "`dokers`" in watching.stdout.readline()
        file.write_text(file.read_text("utf-8").replace("dokers", "dockrs"), "utf-8")
        assert "`dockrs`" in watching.stdout.readline()
        watching.send_signal(signal.SIGINT)
        assert watching.wait() == 1


def test_settings_that_cannot_be_read_are_findings(run, base):
    (base / "content/dossier.yml").unlink()
    code, out, _ = run("check")
    assert (code, out.rpartition(" ")[2]) == (1, "[unreadable]\n")


def test_a_folder_without_content_is_2(tmp_path, capsys):
    assert main(["check", "--root", str(tmp_path)]) == 2
    assert f"there is no content/ in {tmp_path}" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [[], ["unknown"], ["check", "--format", "xml"], ["check", "--unknown"], ["pages"]]
)
def test_wrong_use_is_2(arguments, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage: dossier" in capsys.readouterr().err


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_example_of_a_command_is_one_of_its_own(command):
    parsed = [parser().parse_args(shlex.split(line)[1:]) for line in command.example.splitlines()]
    assert {one.run for one in parsed} == {command.run}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_says_what_it_does(command, capsys):
    with pytest.raises(SystemExit) as stopped:
        main([command.name, "--help"])
    assert stopped.value.code == 0
    told = " ".join(capsys.readouterr().out.split())
    assert command.summary.casefold() in told.casefold()
    assert " ".join(command.example.split()) in told


def test_help_names_every_command(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert all(command.name in told for command in COMMANDS)


def test_version_is_that_of_the_package(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert (stopped.value.code, capsys.readouterr().out) == (0, f"dossier {version('dossier')}\n")


COMMAND_LINES = ([Path(sys.executable).with_name("dossier")], [sys.executable, "-m", "dossier"])


@pytest.mark.parametrize("command", COMMAND_LINES, ids=("dossier", "python -m dossier"))
def test_the_installed_command_does_the_same(command, base, broken):
    done = subprocess.run([*command, "check", "--root", base], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, FOUND)


def test_pages_are_written_to_a_new_folder(run, tmp_path):
    to = tmp_path / "a" / "pages"
    code, out, err = run("pages", "--to", str(to))
    files = [file for file in to.rglob("*") if file.is_file() and not file.name.startswith(".")]
    assert (code, out, err) == (0, "", f"{len(files)} files in {to}\n")
    assert (to / "about.md").read_text("utf-8") == "# About\n"
    assert (to / "actors/nils-aker.md").read_text("utf-8").count("# Nils Aker") == 1


def test_pages_are_written_anew_to_their_own_folder(run, tmp_path):
    run("pages", "--to", str(tmp_path / "pages"))
    (tmp_path / "pages/left-over.md").write_text("old", "utf-8")
    assert run("pages", "--to", str(tmp_path / "pages"))[0] == 0
    assert not (tmp_path / "pages/left-over.md").exists()
    assert (tmp_path / "pages/index.md").exists()


def test_pages_are_written_anew_behind_a_link(run, tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "pages")
    run("pages", "--to", str(tmp_path / "link"))
    (tmp_path / "pages/left-over.md").write_text("old", "utf-8")
    assert run("pages", "--to", str(tmp_path / "link"))[0] == 0
    assert (tmp_path / "link").is_symlink()
    assert not (tmp_path / "pages/left-over.md").exists()


def test_pages_are_not_written_to_a_folder_of_others(run, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").write_text("dear", "utf-8")
    code, _, err = run("pages", "--to", str(tmp_path / "mine"))
    assert (code, "holds other files" in err) == (2, True)
    assert [file.name for file in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_pages_are_not_written_over_a_file(run, tmp_path):
    (tmp_path / "file").write_text("mine", "utf-8")
    assert run("pages", "--to", str(tmp_path / "file"))[0] == 2
    assert (tmp_path / "file").read_text("utf-8") == "mine"


def test_pages_are_not_written_where_there_are_findings(run, broken, tmp_path):
    assert run("pages", "--to", str(tmp_path / "pages")) == (1, "", FOUND)
    assert not (tmp_path / "pages").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_a_shell_is_told_every_command(capsys, shell):
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert all(command.name in script for command in COMMANDS)


def test_bash_completes_a_command(capsys, tmp_path):
    main(["completion", "bash"])
    (tmp_path / "completion").write_text(capsys.readouterr().out, "utf-8")
    asked = 'source completion; COMP_WORDS=(dossier loc); COMP_CWORD=1; _shtab_dossier; echo "${COMPREPLY[@]}"'
    done = subprocess.run(["bash", "-c", asked], cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout.split() == ["locate"]
