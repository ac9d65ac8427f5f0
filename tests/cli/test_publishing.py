"""`dossier review --publish`: drafts without findings are published, the others stay and the reasons are said."""

import pytest
from dossier.editor.drafting_comments import without_drafting_comments
from dossier.io.yaml_reader import read_yaml
from dossier.pipeline import check_dossier

AKER, BRANDT, WALK_OUT = "content/actors/nils-aker.yml", "content/actors/rolf-brandt.yml", "content/events/walk-out.yml"


@pytest.fixture
def edit(base):
    """Replace words of a file; return its text."""

    def edited(path, before, after):
        text = (base / path).read_text("utf-8")
        assert before in text
        (base / path).write_text(text.replace(before, after), "utf-8")
        return (base / path).read_text("utf-8")

    return edited


@pytest.fixture
def draft(edit, commit, base):
    """Make records drafts, in a repository whose editor has a name."""
    import subprocess

    commit()
    subprocess.run(["git", "config", "user.name", "Ana Pérez"], cwd=base, check=True)
    return lambda *paths: [edit(path, "review: published", "review: draft") for path in paths]


def review_of(base, path):
    return read_yaml((base / path).read_text("utf-8"), path).value["review"]


def test_a_draft_is_published_with_a_verdict_and_without_its_drafting_comments(base, run, draft, edit):
    draft(AKER)
    comments = "# Drafted from seeds/a.txt:1:1. To do: every TODO.\n# Names here: Nils Aker.\n# Mine: ask him.\n"
    text = (base / AKER).read_text("utf-8")
    (base / AKER).write_text(comments + text, "utf-8")
    code, out, err = run("review", "--publish", "actor:nils-aker")
    assert (code, out, err) == (0, f"{AKER}\n", "1 draft published, 0 not\n")
    review = review_of(base, AKER)
    assert {name: review[name] for name in ("state", "verdict", "by")} == {
        "state": "published",
        "verdict": "holds",
        "by": "Ana Pérez",
    }
    after = (base / AKER).read_text("utf-8")
    assert after.startswith("# Mine: ask him.\n" + text.partition("review:")[0])
    assert check_dossier(base).findings == ()
    assert run("review", "--remaining", "--record", "actor:nils-aker")[1] == ""


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("summary: A docker.", 'summary: "TODO: a summary"', "`summary` is unfinished: a summary [unfinished-todo]"),
        ("summary: A docker.", "summary: TODO", "`summary` is unfinished [unfinished-todo]"),
        ("summary: A docker.", "summary: A docker of 1999.", "[prose-date-unsupported]"),
        ("Nils Aker, a docker", "Nils Aker, a baker", "[passage-absent]"),
        ("kind: person\n", "", "[missing-key]"),
    ],
)
def test_a_draft_with_a_finding_is_refused_with_its_place(base, run, draft, edit, before, after, reason):
    draft(AKER, BRANDT)
    text = edit(AKER, before, after)
    for arguments in (["actor:nils-aker"], ["--all"]):
        code, out, err = run("review", "--publish", *arguments)
        assert code == 1 and (base / AKER).read_text("utf-8") == text
        lines = [line for line in err.splitlines() if reason in line]
        assert lines and all(line.startswith(f"{AKER}:") for line in lines), err
        assert AKER not in out
    assert review_of(base, BRANDT)["state"] == "published"


def test_drafts_that_refer_to_each_other_are_published_together_or_not_at_all(base, run, draft, edit):
    draft(AKER, WALK_OUT)
    edit(AKER, "summary: A docker.", "summary: A docker.\nabout: [event:walk-out]")
    edit(WALK_OUT, "Dockers left the port.", "Dockers left the port.\nabout: [actor:nils-aker]")
    text = (base / AKER).read_text("utf-8")
    for arguments in (["actor:nils-aker"], ["event:walk-out"], ["--all", "--kind", "event"]):
        code, out, err = run("review", "--publish", *arguments)
        assert (code, out) == (1, "") and "is a draft" in err
    edit(AKER, "summary: A docker", "summary: TODO")
    assert run("review", "--publish", "--all")[:2] == (1, "")
    edit(WALK_OUT, "status: ", "status: un")
    (base / AKER).write_text(text, "utf-8")
    code, out, err = run("review", "--publish", "actor:nils-aker")
    assert (code, out) == (1, "") and "`event:walk-out` cannot be read" in err
    edit(WALK_OUT, "status: un", "status: ")
    assert run("review", "--publish", "--all")[:2] == (0, f"{AKER}\n{WALK_OUT}\n")
    assert check_dossier(base).findings == ()


def test_a_verdict_of_somebody_else_counts(base, run, draft, edit):
    draft(AKER, BRANDT)
    edit(AKER, "review: draft", "review: {state: draft, verdict: holds, by: Bo, date: 2026-11-30}")
    edit(BRANDT, "review: draft", "review: {state: draft, verdict: look again, by: Bo, date: 2026-11-30}")
    code, out, err = run("review", "--publish", "--all")
    assert (code, out) == (1, f"{AKER}\n")
    assert f"{BRANDT}:" in err and "Bo said to look at it again" in err and err.endswith("1 draft published, 1 not\n")
    assert review_of(base, AKER) == {"state": "published", "verdict": "holds", "by": "Bo", "date": "2026-11-30"}
    assert run("review", "--publish", "actor:rolf-brandt")[0] == 0
    assert review_of(base, BRANDT)["by"] == "Ana Pérez"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--publish"], "say which drafts to publish"),
        (["--publish", "--all", "actor:nils-aker"], "say which drafts to publish"),
        (["--publish", "--all", "--remaining"], "no other option"),
        (["--publish", "actor:nils-akr"], "did you mean `actor:nils-aker`"),
        (["actor:nils-aker"], "--record KIND:ID"),
        (["--all"], "--publish"),
        (["--remaining", "--format", "markdown"], "--remaining is listed as text, json, checklist, not as markdown"),
    ],
)
def test_a_command_line_that_says_something_else_is_refused(run, base, arguments, message):
    before = {file: file.read_bytes() for file in base.rglob("*.yml")}
    code, out, err = run("review", *arguments)
    assert (code, out) == (2, "") and message in err
    assert {file: file.read_bytes() for file in base.rglob("*.yml")} == before


def test_a_published_record_is_left_as_it_is(run, base, draft):
    assert run("review", "--publish", "actor:nils-aker") == (
        0,
        "",
        "actor:nils-aker is published already\n0 drafts published, 0 not\n",
    )


def test_only_comments_about_the_draft_go():
    kept = "# Drafted from my own notes.\n# Names here: all of them are mine.\n# yaml-language-server: $schema=x\n"
    gone = "# To choose: kind (person, group).\n# To do: every TODO, the grade.\n# Said by “he”: choose the actor.\n"
    body = "name: x # Names here: y\n# Names here: z\nreview: draft\n"
    for line_end in ("\n", "\r\n"):
        text = f"{kept}{gone}{body}".replace("\n", line_end)
        assert without_drafting_comments(text) == f"{kept}{body}".replace("\n", line_end)


@pytest.mark.parametrize("holds", [False, True])
def test_at_a_terminal_the_editor_says_once_more_that_all_of_them_hold(run, base, draft, monkeypatch, holds):
    draft(AKER)
    monkeypatch.setattr("dossier.cli.publishing.is_interactive", lambda: True)
    monkeypatch.setattr("click.confirm", lambda *_, **__: holds)
    assert run("review", "--publish", "--all")[0] == (0 if holds else 2)
    assert (review_of(base, AKER) == "draft") == (not holds)
