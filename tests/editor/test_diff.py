"""`dossier diff` and `dossier check --since`: what they print, and with what they exit."""

import json

import pytest
from dossier.cli import main

NUMBER, EVENT, DISAGREEMENT = (
    "content/numbers/gone-567.yml",
    "content/events/opening.yml",
    "content/disagreements/how-many.yml",
)
SINCE = "missing-correction"


@pytest.fixture
def change(base, write):
    """Replace words of a file."""

    def changed(path, old, new):
        text = (base / path).read_text("utf-8")
        assert old in text
        return write(path, text.replace(old, new))

    return changed


@pytest.fixture
def reviewed(commit, change):
    """What a reviewer has before them: a value, its passage's words, a withdrawal, a new form of a file."""
    commit()
    change(NUMBER, "value: 567", "value: 568")
    change(NUMBER, "summary: 567 had gone.", "summary: 568 had gone, it *is* said.")
    change(EVENT, "review: published", "review: published\nwithdrawn: {date: 2019-03-04, why: It told nothing new.}")
    change(DISAGREEMENT, "assessment: The two do", "assessment: >-\n  The two\n  do")


REPORT = """\
## Claims: `HEAD` to the files as they are

1 withdrawn, 1 changed, 1 in form alone.

In the files as they are the check has 1 finding.

### Look at these

- `number:gone-567`: its value changed, its evidence did not; readers were told otherwise, and no correction says so

### Withdrawn

- **The opening of the free harbour** (`event:opening`)
  - withdrawn on 2019-03-04: It told nothing new.

### Changed

- **568 dockers: dockers who left** (`number:gone-567`)
  - value: <del>567</del><ins>568</ins>
  - summary: <del>567</del><ins>568</ins> had gone<ins>, it \\*is\\* said</ins>.

### In form alone

- `content/disagreements/how-many.yml`
"""


def test_a_report_tells_what_to_look_at_and_each_change_word_by_word(run, reviewed):
    assert run("diff", "HEAD") == (0, REPORT, "")


def test_without_a_change_it_says_so(run, commit):
    commit()
    assert run("diff", "HEAD") == (0, "## Claims: `HEAD` to the files as they are\n\nNo claim changed.\n", "")


def test_two_revisions_are_compared_whatever_the_files_are(run, reviewed, commit, base):
    commit()
    (base / NUMBER).unlink()
    assert run("diff", "HEAD~1", "HEAD")[1] == REPORT.replace("HEAD", "HEAD~1").replace(
        "the files as they are", "`HEAD`"
    )


def test_the_other_way_round_it_tells_the_other_way_round(run, reviewed, commit):
    commit()
    out = run("diff", "HEAD", "HEAD~1")[1]
    assert "1 changed, 1 reinstated, 1 in form alone." in out
    assert "value: <del>568</del><ins>567</ins>" in out


def test_a_file_in_another_folder_of_its_kind_is_another_form(run, base, commit):
    commit()
    (base / "content/numbers/left").mkdir()
    (base / NUMBER).rename(base / "content/numbers/left/gone-567.yml")
    assert "### In form alone\n\n- `content/numbers/left/gone-567.yml`\n" in run("diff", "HEAD")[1]


def test_as_json_it_has_every_difference(run, reviewed):
    code, out, _ = run("diff", "HEAD", "--format", "json")
    told = json.loads(out)
    assert (code, list(told)) == (0, ["base", "head", "changes", "formatted"])
    assert told["base"] == {"revision": "HEAD", "findings": 0, "unread": []}
    assert (told["head"]["revision"], told["formatted"]) == (None, [DISAGREEMENT])
    [withdrawn, changed] = told["changes"]
    assert (withdrawn["key"], withdrawn["became"]) == ("event:opening", "withdrawn")
    assert changed["flags"] == ["value changed, evidence did not", "not corrected"]
    assert changed["review"] == ["published", "published"]
    assert changed["spread"][0] == changed["spread"][1] == {"documents": ["ledger"], "origins": ["port-officials"]}
    value = {"facet": "claim", "path": ["value"], "before": "567", "after": "568", "field": "value"}
    assert changed["differences"][0] == value


@pytest.mark.parametrize(
    ("path", "old", "new", "code"), [(NUMBER, "567\n", "568\n", 1), (NUMBER, "567\n", "567 #\n", 0)]
)
def test_the_exit_code_tells_whether_a_claim_changed_where_that_is_asked(run, commit, change, path, old, new, code):
    commit()
    change(path, f"value: {old}", f"value: {new}")
    assert run("diff", "HEAD", "--exit-code")[0] == code
    assert run("diff", "HEAD")[0] == 0


def test_what_cannot_be_read_does_not_stop_it(run, commit, change):
    change(NUMBER, "value: 567", "value: some")
    commit()
    change(NUMBER, "value: some", "value: 567")
    change(DISAGREEMENT, "confidence: high", "confidence: low")
    out = run("diff", "HEAD")[1]
    assert "In `HEAD` the check has" in out
    assert "Left out, since they cannot be read: `number:gone-567`." in out
    assert "confidence: <del>high</del><ins>low</ins>" in out
    assert "value:" not in out


def test_settings_that_cannot_be_read_do(run, commit, change):
    change("content/dossier.yml", "language: en", "language: [")
    commit()
    code, out, err = run("diff", "HEAD")
    assert (code, out) == (2, "")
    assert err.startswith("dossier: at `HEAD` the dossier's settings cannot be read: content/dossier.yml:")


@pytest.mark.parametrize("command", [["diff", "nowhere"], ["diff", "HEAD", "nowhere"], ["check", "--since", "nowhere"]])
def test_an_unknown_revision_is_wrong_use(run, commit, command):
    commit()
    told = "dossier: `nowhere` is no revision here: name a commit, a branch or a tag\n"
    assert run(*command) == (2, "", told)


def test_a_folder_without_a_repository_is_wrong_use(run, base, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(base.parent))
    code, _, err = run("diff", "HEAD")
    assert (code, err) == (2, f"dossier: {base} is in no git repository, so there is no revision to compare\n")


def test_long_stretches_that_both_have_are_shortened(run, commit, change):
    words = " ".join(f"word{number}" for number in range(40))
    change(NUMBER, "summary: 567 had gone.", f"summary: {words} then.")
    commit()
    change(NUMBER, "word39 then", "word39 later")
    said = "word0 word1 word2 word3 … word35 word36 word37 word38 word39 <del>then</del><ins>later</ins>."
    assert f"summary: {said}" in run("diff", "HEAD")[1]


def test_a_changed_claim_asks_for_a_correction_at_its_place(run, commit, change):
    commit()
    change(NUMBER, "where: port-brenn", "where: port-brenn\n  scope: by Thursday")
    assert run("check", "--since", "HEAD")[0] == 0
    change(NUMBER, "unit: dockers", "unit: workers")
    code, out, _ = run("check", "--since", "HEAD")
    assert code == 1
    assert f"{NUMBER}:3:7: `unit` was `dockers` at HEAD; add an entry to `corrections` [{SINCE}]" in out
    assert SINCE not in run("check")[1]


def test_a_claim_that_is_taken_away_asks_for_one_at_what_held_it(run, commit, change):
    commit()
    change(NUMBER, "counted_by: port-officials\n", "")
    assert f"{NUMBER}:1:1: `counted_by` was `port-officials` at HEAD" in run("check", "--since", "HEAD")[1]


def test_a_new_correction_answers_it_and_an_old_one_does_not(run, add, commit, change):
    older = {"date": "2019-03-04", "what": "unit", "why": "A slip."}
    add(NUMBER, corrections=[older])
    commit()
    change(NUMBER, "unit: dockers", "unit: workers")
    assert SINCE in run("check", "--since", "HEAD")[1]
    change(NUMBER, "- date:", "- {date: 2019-03-04, what: unit, was: dockers, why: It is their work.}\n- date:")
    assert SINCE not in run("check", "--since", "HEAD")[1]


def test_a_published_record_is_withdrawn_not_deleted(run, base, commit):
    commit()
    (base / DISAGREEMENT).unlink()
    code, out, _ = run("check", "--since", "HEAD")
    assert (code, f"{DISAGREEMENT}:1:1: `disagreement:how-many` was published at HEAD and is gone" in out) == (1, True)
    assert "- `disagreement:how-many`: it was published and is gone" in run("diff", "HEAD")[1]


def test_what_was_not_published_may_be_deleted(run, base, commit, change):
    change(DISAGREEMENT, "review: published", "review: reviewed")
    commit()
    (base / DISAGREEMENT).unlink()
    assert SINCE not in run("check", "--since", "HEAD")[1]


def test_an_assessment_that_stays_while_positions_change_is_to_be_looked_at(run, commit, change):
    commit()
    change(DISAGREEMENT, "567, no less.", "567, no fewer.")
    assert "its positions changed, its assessment did not" in run("diff", "HEAD")[1]


def test_what_was_not_published_may_change(run, commit, change):
    change(NUMBER, "review: published", "review: reviewed")
    commit()
    change(NUMBER, "unit: dockers", "unit: workers")
    assert SINCE not in run("check", "--since", "HEAD")[1]
    change(NUMBER, "review: reviewed", "review: published")
    assert SINCE not in run("check", "--since", "HEAD")[1]


def test_the_rule_is_explained(capsys):
    assert main(["explain", SINCE]) == 0
    assert capsys.readouterr().out.splitlines()[0] == SINCE
