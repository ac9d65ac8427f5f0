"""`dossier diff` and `dossier check --since`: what they print, and their exit codes."""

import json

import pytest
from dossier.cli import main

NUMBER = "content/numbers/gone-567.yml"
WALK_OUT = "content/events/walk-out.yml"
EVENT = "content/events/opening.yml"
DISAGREEMENT = "content/disagreements/how-many.yml"
RULE = "missing-correction"


@pytest.fixture
def replace(base, write):
    """Replace words in a file of the small dossier."""

    def replace_words(path, old, new):
        text = (base / path).read_text("utf-8")
        assert old in text
        return write(path, text.replace(old, new))

    return replace_words


@pytest.fixture
def changes_to_review(commit, replace):
    """Commit the small dossier, then change a value and its summary, withdraw a record and reformat a file."""
    commit()
    replace(NUMBER, "value: 567", "value: 568")
    replace(NUMBER, "summary: 567 had gone.", "summary: 568 had gone, it *is* said.")
    replace(EVENT, "review: published", "review: published\nwithdrawn: {date: 2019-03-04, why: It adds no facts.}")
    replace(DISAGREEMENT, "assessment: The two do", "assessment: >-\n  The two\n  do")


REPORT = """\
## Changed claims: `HEAD` to the current files

1 withdrawn, 1 changed, 1 reformatted or moved only.

`dossier check` has 2 findings in the current files.

### Review first

- `number:gone-567`: value changed, evidence did not; published claim changed without a correction

### Withdrawn

- **The opening of the free harbour** (`event:opening`)
  - withdrawn on 2019-03-04: It adds no facts.

### Changed

- **568 dockers: dockers who left** (`number:gone-567`)
  - value: <del>567</del><ins>568</ins>
  - summary: <del>567</del><ins>568</ins> had gone<ins>, it \\*is\\* said</ins>.

### Reformatted or moved only

- `content/disagreements/how-many.yml`
"""


def test_a_report_lists_what_to_review_first_and_each_change_word_by_word(run, changes_to_review):
    assert run("diff", "HEAD") == (0, REPORT, "")


def test_a_report_without_changes_says_so(run, commit):
    commit()
    assert run("diff", "HEAD") == (0, "## Changed claims: `HEAD` to the current files\n\nNo claims changed.\n", "")


def test_two_revisions_are_compared_whatever_the_current_files_are(run, changes_to_review, commit, base):
    commit()
    (base / NUMBER).unlink()
    assert run("diff", "HEAD~1", "HEAD")[1] == REPORT.replace("HEAD", "HEAD~1").replace("the current files", "`HEAD`")


def test_revisions_in_reverse_order_give_the_reverse_changes(run, changes_to_review, commit):
    commit()
    out = run("diff", "HEAD", "HEAD~1")[1]
    assert "1 changed, 1 reinstated, 1 reformatted or moved only." in out
    assert "value: <del>568</del><ins>567</ins>" in out


def test_a_file_moved_to_another_folder_is_no_changed_claim(run, base, commit):
    commit()
    (base / "content/numbers/left").mkdir()
    (base / NUMBER).rename(base / "content/numbers/left/gone-567.yml")
    assert "### Reformatted or moved only\n\n- `content/numbers/left/gone-567.yml`\n" in run("diff", "HEAD")[1]


def test_json_has_every_difference(run, changes_to_review):
    code, out, _ = run("diff", "HEAD", "--format", "json")
    report = json.loads(out)
    assert (code, list(report)) == (0, ["base", "head", "changes", "formatted"])
    assert report["base"] == {"revision": "HEAD", "findings": 0, "unreadable": []}
    assert (report["head"]["revision"], report["formatted"]) == (None, [DISAGREEMENT])
    [withdrawn, changed] = report["changes"]
    assert (withdrawn["key"], withdrawn["outcome"]) == ("event:opening", "withdrawn")
    assert changed["flags"] == ["value changed, evidence did not", "not corrected"]
    assert changed["review"] == ["published", "published"]
    assert (
        changed["corroboration"][0]
        == changed["corroboration"][1]
        == {"sources": ["ledger"], "origins": ["wire-report"]}
    )
    value = {"facet": "claim", "path": ["value"], "before": "567", "after": "568", "field": "value"}
    assert changed["differences"][0] == value | {"statement": None, "needs_correction": True}
    summary = changed["differences"][1]
    assert (summary["path"], summary["statement"]) == (
        ["summary"],
        {"id": "summary", "text": "568 had gone, it *is* said.", "number": 1},
    )


@pytest.mark.parametrize(
    ("path", "old", "new", "code"), [(NUMBER, "567\n", "568\n", 1), (NUMBER, "567\n", "567 #\n", 0)]
)
def test_exit_code_shows_whether_a_claim_changed_if_asked_for(run, commit, replace, path, old, new, code):
    commit()
    replace(path, f"value: {old}", f"value: {new}")
    assert run("diff", "HEAD", "--exit-code")[0] == code
    assert run("diff", "HEAD")[0] == 0


def test_unreadable_records_are_left_out(run, commit, replace):
    replace(NUMBER, "value: 567", "value: some")
    commit()
    replace(NUMBER, "value: some", "value: 567")
    replace(DISAGREEMENT, "confidence: high", "confidence: low")
    out = run("diff", "HEAD")[1]
    assert "`dossier check` has 1 finding in `HEAD`." in out
    assert "Unreadable records are left out: `number:gone-567`." in out
    assert "confidence: <del>high</del><ins>low</ins>" in out
    assert "value:" not in out


@pytest.mark.parametrize("command", [["diff", "HEAD"], ["check", "--since", "HEAD"]])
@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("language: en", "language: [", "the dossier cannot be read: content/dossier.yml:"),
        ("format: 2", "format: 3", "the dossier cannot be read: content/dossier.yml: unknown format `3`"),
        ("language: en", "language: English", "the dossier's settings cannot be read: content/dossier.yml:3:11: "),
    ],
)
def test_a_revision_that_cannot_be_read_is_an_error(run, commit, replace, command, old, new, message):
    replace("content/dossier.yml", old, new)
    commit()
    replace("content/dossier.yml", new, old)
    code, out, err = run(*command)
    assert (code, out) == (2, "")
    assert err.startswith(f"dossier: at `HEAD` {message}")


def test_a_revision_of_format_1_is_converted_before_it_is_compared(run, base, commit, replace, write):
    settings = (base / "content/dossier.yml").read_text("utf-8")
    position = "More than 500.[^number:more-than-500]"
    replace("content/dossier.yml", "format: 2\n", "")
    replace(DISAGREEMENT, position, "More than 500.\n    rests_on: [number:more-than-500]")
    commit()
    write("content/dossier.yml", settings)
    replace(DISAGREEMENT, "More than 500.\n    rests_on: [number:more-than-500]", "500 or more.[^number:more-than-500]")
    code, out, err = run("diff", "HEAD")
    assert (code, err) == (0, "")
    assert [line for line in out.splitlines() if "positions" in line or "evidence" in line] == [
        "- `disagreement:how-many`: value changed, evidence did not; positions changed, assessment did not; "
        "published claim changed without a correction",
        "  - positions.statement `number-more-than-500`: <del>More than</del> 500 <ins>or more</ins>.",
    ]


def test_a_claim_of_a_revision_of_format_1_needs_a_correction(run, base, commit, replace):
    position = "567, no less.[^number:gone-567]"
    replace("content/dossier.yml", "format: 2\n", "format: 1\n")
    replace(DISAGREEMENT, position, "567, no less.\n    rests_on: [number:gone-567]")
    commit()
    assert run("migrate")[0] == 0
    assert RULE not in run("check", "--since", "HEAD")[1]
    replace(NUMBER, "unit: dockers", "unit: workers")
    assert "`unit` was `dockers` at HEAD" in run("check", "--since", "HEAD")[1]
    replace(DISAGREEMENT, "567, no less.", "576, no less.")
    assert "`positions.statement` was `567, no less.` at HEAD" in run("check", "--since", "HEAD")[1]


@pytest.mark.parametrize("command", [["diff", "nowhere"], ["diff", "HEAD", "nowhere"], ["check", "--since", "nowhere"]])
def test_an_unknown_revision_is_an_error(run, commit, command):
    commit()
    message = "dossier: no revision `nowhere`: name a commit, branch or tag\n"
    assert run(*command) == (2, "", message)


def test_a_folder_without_a_repository_is_an_error(run, base, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(base.parent))
    code, _, err = run("diff", "HEAD")
    assert (code, err) == (2, f"dossier: {base} is not a git repository\n")


def test_long_runs_of_unchanged_words_are_shortened(run, commit, replace):
    words = " ".join(f"word{number}" for number in range(40))
    replace(NUMBER, "summary: 567 had gone.", f"summary: {words} then.")
    commit()
    replace(NUMBER, "word39 then", "word39 later")
    summary = "word0 word1 word2 word3 … word35 word36 word37 word38 word39 <del>then</del><ins>later</ins>."
    assert f"summary: {summary}" in run("diff", "HEAD")[1]


def test_a_changed_claim_needs_a_correction(run, commit, replace):
    commit()
    replace(NUMBER, "where: port-brenn", "where: port-brenn\n  scope: by Thursday")
    assert run("check", "--since", "HEAD")[0] == 0
    replace(NUMBER, "unit: dockers", "unit: workers")
    code, out, _ = run("check", "--since", "HEAD")
    assert code == 1
    assert f"{NUMBER}:3:7: `unit` was `dockers` at HEAD; add an entry to `corrections` [{RULE}]" in out
    assert RULE not in run("check")[1]


LABELS = """summary: >-
  567 had gone.[^gone] Port officials counted them.[^count]
passages:
  - label: gone
    source: ledger
    exact: 567 dockers had gone by Thursday.
    via: [wire-report, port-officials]
  - label: count
    source: ledger
    exact: Port officials counted them.
    via: [wire-report, port-officials]
about:"""


@pytest.fixture
def two_statements(base, replace, commit):
    """Commit the small dossier with a record whose summary has two statements."""
    text = (base / NUMBER).read_text("utf-8")
    replace(NUMBER, text[text.index("summary:") : text.index("about:") + 6], LABELS)
    commit()


def test_a_report_names_the_statement_and_shows_its_old_and_new_evidence(run, two_statements, replace):
    replace(NUMBER, "567 had gone.[^gone] Port officials", "568 had gone.[^gone] The port's officials")
    replace(NUMBER, "counted them.[^count]", "counted them.[^gone]")
    replace(NUMBER, "by Thursday.", "by Thursday")
    lines = run("diff", "HEAD")[1].splitlines()
    attribution = "ledger → wire-report → port-officials"
    assert [line.strip() for line in lines if "summary" in line] == [
        "- summary `gone`: <del>567</del><ins>568</ins> had gone.",
        f"- summary `gone`, evidence of “568 had gone.”: {attribution}: “567 dockers had gone by Thursday<del>.</del>”",
        "- summary `gone-2`: <del>Port</del><ins>The port's</ins> officials counted them.",
        f"- summary `gone-2`, evidence of “The port's officials counted them.”: {attribution}: "
        "“<del>Port officials counted them.</del><ins>567 dockers had gone by Thursday</ins>”",
    ]
    assert any("published claim changed without a correction" in line for line in lines)


def test_a_statement_with_another_figure_needs_a_correction(run, two_statements, replace):
    replace(NUMBER, "567 had gone.[^gone]", "568 dockers had gone.[^gone]")
    out = run("check", "--since", "HEAD")[1]
    assert f"{NUMBER}:10:3: `summary` was `567 had gone.` at HEAD; add an entry to `corrections` [{RULE}]" in out


def test_a_statement_that_loses_a_passage_needs_a_correction(run, two_statements, replace):
    replace(NUMBER, "counted them.[^count]", "counted them.[^gone]")
    out = run("check", "--since", "HEAD")[1]
    subject = f"{NUMBER}:10:24: `Port officials counted them.` was based on `ledger → wire-report → port-officials"
    assert subject in out


def test_a_statement_in_other_words_needs_no_correction(run, two_statements, replace):
    replace(NUMBER, "Port officials counted them.[^count]", "They were counted by port officials.[^count]")
    assert RULE not in run("check", "--since", "HEAD")[1]
    report = run("diff", "HEAD")[1]
    assert "summary `count`: " in report
    assert "without a correction" not in report


def test_a_removed_claim_needs_a_correction(run, commit, replace):
    commit()
    replace(NUMBER, "counted_by: port-officials\n", "")
    assert f"{NUMBER}:1:1: `counted_by` was `port-officials` at HEAD" in run("check", "--since", "HEAD")[1]


def test_the_lead_needs_corrections_as_a_record_does(run, commit, replace):
    replace("content/dossier.yml", "language: en", "language: en\nlead: ['More than 500 left.[^number:more-than-500]']")
    commit()
    replace("content/dossier.yml", "More than 500 left.", "About 500 left.")
    place = "content/dossier.yml:4:9"
    out = run("check", "--since", "HEAD")[1]
    assert f"{place}: `lead` was `More than 500 left.` at HEAD; add an entry to `corrections` [{RULE}]" in out
    assert "- `dossier:dossier`: value changed, evidence did not; published claim" in run("diff", "HEAD")[1]
    correction = "corrections: [{date: 2019-03-04, what: lead, was: More than 500, why: A slip.}]"
    replace("content/dossier.yml", "language: en", f"language: en\n{correction}")
    assert RULE not in run("check", "--since", "HEAD")[1]


@pytest.fixture
def marked_title(replace, commit):
    """Commit the small dossier with an event whose title has a mark, and two passages."""
    replace(WALK_OUT, "title: The walk-out", "title: Dockers leave[^left]")
    replace(WALK_OUT, "Dockers left the port.", "Dockers left the port.[^left] They had time.[^hours]")
    hours = "  - label: hours\n    source: gazette\n    exact: He gave the dockers 72 hours.\nreview:"
    replace(WALK_OUT, "  - source: gazette", "  - label: left\n    source: gazette")
    replace(WALK_OUT, "review:", hours)
    commit()


def test_a_title_with_other_evidence_needs_a_correction(run, marked_title, replace):
    replace(WALK_OUT, "leave[^left]", "leave[^hours]")
    out = run("check", "--since", "HEAD")[1]
    assert f"{WALK_OUT}:1:8: `Dockers leave` was based on `gazette: “More than 500 dockers left the port" in out
    report = run("diff", "HEAD")[1]
    assert "  - title `hours`, evidence of “Dockers leave”: gazette: “<del>More than 500</del>" in report


def test_a_title_with_other_words_is_one_changed_value(run, marked_title, replace):
    replace(WALK_OUT, "Dockers leave[^left]", "A summer of discontent[^left]")
    lines = [line for line in run("diff", "HEAD")[1].splitlines() if "title" in line]
    assert lines == ["  - title: <del>Dockers leave</del><ins>A summer of discontent</ins>"]
    assert f"{WALK_OUT}:1:8: `title` was `Dockers leave` at HEAD" in run("check", "--since", "HEAD")[1]


def test_only_a_new_correction_covers_a_changed_claim(run, add, commit, replace):
    earlier_correction = {"date": "2019-03-04", "what": "unit", "why": "A slip."}
    add(NUMBER, corrections=[earlier_correction])
    commit()
    replace(NUMBER, "unit: dockers", "unit: workers")
    assert RULE in run("check", "--since", "HEAD")[1]
    replace(NUMBER, "- date:", "- {date: 2019-03-04, what: unit, was: dockers, why: It is their work.}\n- date:")
    assert RULE not in run("check", "--since", "HEAD")[1]


def test_a_published_record_must_not_be_deleted(run, base, commit):
    commit()
    (base / DISAGREEMENT).unlink()
    code, out, _ = run("check", "--since", "HEAD")
    assert (code, f"{DISAGREEMENT}:1:1: `disagreement:how-many` was published at HEAD and is gone" in out) == (1, True)
    assert "- `disagreement:how-many`: published, then deleted" in run("diff", "HEAD")[1]


def test_a_record_that_was_not_published_may_be_deleted(run, base, commit, replace):
    replace(DISAGREEMENT, "review: published", "review: reviewed")
    commit()
    (base / DISAGREEMENT).unlink()
    assert RULE not in run("check", "--since", "HEAD")[1]


def test_an_assessment_of_changed_positions_is_flagged(run, commit, replace):
    commit()
    replace(DISAGREEMENT, "567, no less.", "567, no fewer.")
    assert "positions changed, assessment did not" in run("diff", "HEAD")[1]


def test_a_record_that_was_not_published_may_change(run, commit, replace):
    replace(NUMBER, "review: published", "review: reviewed")
    commit()
    replace(NUMBER, "unit: dockers", "unit: workers")
    assert RULE not in run("check", "--since", "HEAD")[1]
    replace(NUMBER, "review: reviewed", "review: published")
    assert RULE not in run("check", "--since", "HEAD")[1]


def test_the_rule_is_explained(capsys):
    assert main(["explain", RULE]) == 0
    assert capsys.readouterr().out.splitlines()[0] == RULE
