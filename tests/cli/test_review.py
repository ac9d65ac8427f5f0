"""`dossier review`: the statements most likely to differ from their passages, or all that have changed."""

import json

import pytest

PASSAGE = "More than 500 dockers left the port on Jan. 23"
ALTERED = "Dockers did not leave the port."


@pytest.fixture
def alter(base):
    """Replace words of the summary of the walk-out; return the file."""

    def altered(before, after):
        file = base / "content/events/walk-out.yml"
        file.write_text(file.read_text("utf-8").replace(before, after), "utf-8")
        return file

    return altered


def test_the_statement_that_denies_what_its_passage_says_comes_first_with_its_passage(run, alter):
    alter("Dockers left the port.", ALTERED)
    code, out, err = run("review")
    assert code == 0
    assert out.splitlines()[:3] == [
        "content/events/walk-out.yml:15:22: statement says `not leave`, passage `dockers left`",
        f"    {ALTERED}",
        f"    | gazette: {PASSAGE}",
    ]
    assert err.endswith(" listed\n")


def test_the_list_is_as_long_as_asked_for(run, alter):
    alter("Dockers left the port.", ALTERED)
    _, everything, _ = run("review")
    _, out, err = run("review", "--limit", "1")
    assert everything.startswith(out) and len(out) < len(everything)
    assert err.endswith(", 1 listed\n")


def test_only_the_statements_of_a_record_or_a_kind_are_listed(run, alter):
    alter("Dockers left the port.", ALTERED)
    assert ALTERED in run("review", "--record", "event:walk-out")[1]
    assert ALTERED in run("review", "--kind", "event")[1]
    assert ALTERED not in run("review", "--record", "actor:nils-aker")[1]
    assert ALTERED not in run("review", "--kind", "actor")[1]


def test_an_unknown_record_exits_with_2_and_suggests_a_known_one(run):
    code, out, err = run("review", "--record", "event:walk-ot")
    assert (code, out) == (2, "")
    assert err == "dossier: no record `event:walk-ot`; did you mean `event:walk-out`?\n"


def test_since_a_revision_every_changed_statement_is_listed_and_no_other(run, alter, commit):
    revision = commit()
    assert run("review", "--since", revision) == (0, "", "0 statements changed, 0 listed\n")
    alter("Dockers left the port.", "More than 500 dockers left the port.")
    _, out, err = run("review", "--since", revision)
    assert out.splitlines() == [
        "content/events/walk-out.yml:15:10: no difference of wording found",
        "    More than 500 dockers left the port.",
        f"    | gazette: {PASSAGE}",
    ]
    assert err == "1 statement changed, 1 listed\n"


def test_a_statement_with_other_passages_has_changed(run, alter, commit):
    revision = commit()
    alter(PASSAGE, "More than 500 dockers left the port")
    assert "Dockers left the port." in run("review", "--since", revision)[1]


def test_a_renamed_record_has_not_changed(run, base, commit):
    revision = commit()
    run("rename", "event", "walk-out", "strike")
    assert run("review", "--since", revision) == (0, "", "0 statements changed, 0 listed\n")


def test_the_list_is_markdown_that_shows_every_character(run, alter):
    alter("Dockers left the port.", "Dockers did *not* leave <b>the</b> port.")
    _, out, err = run("review", "--format", "markdown", "--limit", "1")
    assert err == ""
    assert out.splitlines()[0] == "## 1 statement to review"
    assert "- `content/events/walk-out.yml:15`: statement says \\`not" in out
    assert "\\<b\\>the\\</b\\>" in out and f"  - `gazette`: “{PASSAGE}”\n" in out


def test_an_empty_list_says_so(run, commit):
    revision = commit()
    assert run("review", "--since", revision, "--format", "markdown")[1] == "## Statements to review\n\nNone.\n"
    assert json.loads(run("review", "--since", revision, "--format", "json")[1]) == []


def test_the_list_for_programs_has_scores_and_reasons(run, alter):
    alter("Dockers left the port.", ALTERED)
    first, *others = json.loads(run("review", "--format", "json")[1])
    assert (first["path"], first["line"], first["record"]) == ("content/events/walk-out.yml", 15, "event:walk-out")
    assert first["statement"] == ALTERED
    assert first["reasons"][0]["kind"] == "negation added"
    assert first["passages"] == [{"source": "gazette", "text": PASSAGE}]
    assert all(0 < other["score"] <= first["score"] <= 1 for other in others)


def test_a_dossier_with_findings_is_reviewed_too(run, alter, misspelt):
    alter("Dockers left the port.", ALTERED)
    code, out, _ = run("review")
    assert code == 0 and ALTERED in out


def test_a_passage_in_another_language_is_not_compared(run, base, alter):
    alter("Dockers left the port.", ALTERED)
    source = base / "content/sources/gazette.yml"
    source.write_text(source.read_text("utf-8") + "language: es\n", "utf-8")
    _, out, _ = run("review", "--record", "event:walk-out")
    assert "not compared: it or a passage is in a language whose words are not read\n" in out
    assert "`not leave`" not in out


VERDICT = "review: {state: published, verdict: VERDICT, by: Ana *Pérez*, date: 2026-11-30}"


@pytest.fixture
def judge(base):
    """Write a verdict into the file of a record."""

    def judged(path, verdict):
        file = base / "content" / path
        text = file.read_text("utf-8").replace("review: published", VERDICT.replace("VERDICT", verdict))
        file.write_text(text, "utf-8")

    return judged


def test_the_records_that_remain_are_listed_with_the_last_review(run, judge):
    judge("actors/nils-aker.yml", "holds")
    judge("actors/eva-holm.yml", "look again")
    code, out, err = run("review", "--remaining", "--kind", "actor")
    assert (code, out.splitlines()) == (
        0,
        [
            "content/actors/eva-holm.yml: look again (reviewed by Ana *Pérez* on 2026-11-30)",
            "content/actors/port-officials.yml: not reviewed",
            "content/actors/rolf-brandt.yml: not reviewed",
        ],
    )
    assert err.startswith("3 of 4 records to review, 3 listed\n") and "dossier serve" in err
    listed = json.loads(run("review", "--remaining", "--record", "actor:eva-holm", "--format", "json")[1])
    assert listed == [
        {
            "record": "actor:eva-holm",
            "path": "content/actors/eva-holm.yml",
            "state": "published",
            "status": "look again",
            "by": "Ana *Pérez*",
            "date": "2026-11-30",
        }
    ]


def test_the_checklist_has_each_statement_with_its_doubts_and_its_passages_in_context(run, judge, alter):
    judge("actors/nils-aker.yml", "holds")
    alter("Dockers left the port.", ALTERED)
    _, out, _ = run("review", "--format", "checklist", "--limit", "50")
    lines = out.splitlines()
    assert lines[0] == "## 15 records to review"
    done = "- [x] **Nils Aker** (`content/actors/nils-aker.yml`): holds (reviewed by Ana \\*Pérez\\* on 2026-11-30)"
    assert done in lines
    start = lines.index(f"  - `summary`: {ALTERED}")
    assert lines[start + 1] == "    - doubt: statement says \\`not leave\\`, passage \\`dockers left\\`"
    context = next(line for line in lines[start:] if f"<b>{PASSAGE}</b>" in line)
    before, _, after = context.partition(f"<b>{PASSAGE}</b>")
    assert (
        before == "    - Dockers walk out at Port Brenn: Dockers walk out at Port Brenn By Ada Lind, January 27, 2019 "
    )
    assert after.startswith(", officials said on Sunday. ")
    assert "  - `speaker`: Eva Holm" in lines


def test_the_checklist_of_a_pull_request_has_the_records_whose_statements_have_changed(run, alter, commit):
    revision = commit()
    empty = "## Records to review\n\nNone.\n"
    assert run("review", "--since", revision, "--format", "checklist")[1] == empty
    alter("Dockers left the port.", ALTERED)
    out = run("review", "--since", revision, "--format", "checklist")[1]
    assert [line for line in out.splitlines() if line.startswith("- [")] == [
        "- [ ] **The walk-out** (`content/events/walk-out.yml`): not reviewed"
    ]
    assert "  - finding: " in out
