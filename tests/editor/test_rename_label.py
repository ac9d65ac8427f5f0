"""`dossier rename label`: a label changes in its passage and in every mark that cites it, and only there."""

import pytest

WALK_OUT, QUESTION = "content/events/walk-out.yml", "content/disagreements/how-many.yml"
RECORD = """\
title: The walk-out
status: reported
summary: >-
  Dockers left.[^left] He waited.[^hours] They had 72 hours, or [[event:walk-out|left]].[^hours][^event:walk-out#left]
passages:
  - label: left
    source: gazette
    exact: More than 500 dockers left the port on Jan. 23
  - label: hours
    source: gazette
    exact: He gave the dockers 72 hours.
review: published
"""


@pytest.fixture
def labelled(base, write):
    """The small dossier with labels in a record, and marks of it in another."""
    write(WALK_OUT, RECORD)
    question = (base / QUESTION).read_text("utf-8")
    marks = "[^event:walk-out#left][^event:walk-out][^number:gone-567#left]"
    return write(QUESTION, question.replace("500.[^number:more-than-500]", f"500.{marks}"))


def test_the_label_and_its_marks_change(run, labelled):
    code, out, err = run("rename", "label", "event:walk-out#left", "departure")
    assert (code, out) == (0, f"{WALK_OUT}: 2 references\n{QUESTION}: 1 reference\n"), err
    expected = RECORD.replace("[^left]", "[^departure]").replace("#left]", "#departure]")
    assert (labelled / WALK_OUT).read_text("utf-8") == expected.replace("label: left", "label: departure")
    marks = "[^event:walk-out#departure][^event:walk-out][^number:gone-567#left]"
    assert marks in (labelled / QUESTION).read_text("utf-8")


def test_a_dry_run_changes_nothing(run, labelled):
    code, out, _ = run("rename", "label", "event:walk-out#left", "departure", "--dry-run")
    assert (code, "+  - label: departure\n" in out) == (0, True)
    assert (labelled / WALK_OUT).read_text("utf-8") == RECORD


REFUSED = [
    ("event:walk-uot#left", "x", "no record `event:walk-uot`; did you mean `event:walk-out`?; write kind:id#label"),
    ("left", "x", "no record `left`; write kind:id#label"),
    ("event:walk-out#lefd", "x", "no passage of `event:walk-out` has the label `lefd`; did you mean `left`?"),
    ("event:walk-out#left", "hours", "another passage of `event:walk-out` has the label `hours`"),
    ("event:walk-out#left", "editor", "`editor` is not a valid label"),
    ("event:walk-out#left", "The port", "`The port` is not a valid label"),
]


@pytest.mark.parametrize(("old", "new", "message"), REFUSED)
def test_a_label_that_cannot_be_renamed_is_refused(run, labelled, old, new, message):
    code, out, err = run("rename", "label", old, new)
    assert (code, out, message in err) == (2, "", True), err
    assert (labelled / WALK_OUT).read_text("utf-8") == RECORD
