"""`dossier check`: exit codes, output formats, watching."""

import json
import signal
import subprocess
import sys
from functools import partial

import pytest

CHECKED = "15 records, 15 passages in 2 texts: "


def test_a_dossier_without_findings_exits_with_0(run):
    assert run("check") == (0, "", f"{CHECKED}no findings\n")


def test_a_dossier_with_findings_exits_with_1_and_names_their_rules(run, misspelt_report):
    summary = f"{CHECKED}1 finding\nFor details: dossier explain unknown-side\n"
    assert run("check") == (1, misspelt_report, summary)


def test_json_output_is_nothing_but_json(run, misspelt):
    code, out, err = run("check", "--format", "json")
    assert (code, err, [finding["rule"] for finding in json.loads(out)]) == (1, "", ["unknown-side"])


def test_findings_are_printed_as_annotations_for_github(run, misspelt):
    assert run("check", "--format", "github")[1].startswith("::error file=content/actors/nils-aker.yml,line=3,col=7,")


def test_all_findings_are_appended_to_the_summary_of_a_job_on_github(run, misspelt, tmp_path, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    run("check", "--format", "github")
    assert "### 1 finding\n" in (tmp_path / "summary.md").read_text("utf-8")


def test_a_watched_dossier_is_checked_again_after_every_change(base, misspelt):
    command = [sys.executable, "-m", "dossier", "check", "--watch", "--format", "line", "--root", str(base)]
    # Python ignores the signal where its parent does, as a shell's background job does.
    interruptible = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, preexec_fn=interruptible) as process:
        assert "`dokers`" in process.stdout.readline()
        misspelt.write_text(misspelt.read_text("utf-8").replace("dokers", "dockrs"), "utf-8")
        assert "`dockrs`" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait() == 1


def test_settings_that_cannot_be_read_are_a_finding(run, base):
    (base / "content/dossier.yml").unlink()
    code, out, _ = run("check")
    assert (code, out.rpartition(" ")[2]) == (1, "[unreadable]\n")


@pytest.mark.parametrize(
    "code",
    [
        "import dossier.cli.commands.check, dossier.pipeline",
        "import dossier.cli.app, dossier.cli.reference, dossier.plugin\n"
        "dossier.cli.reference.command_docs(dossier.cli.app.cli)",
    ],
    ids=["check", "build"],
)
def test_no_reader_of_documents_is_loaded_without_documents(code):
    code += "\nimport sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    slow = ("dossier.documents.reader", "dossier.documents.reading", "dossier.archive.archive")
    assert [name for name in done.stdout.split() if name.startswith(slow)] == []
