"""`dossier add source`: what a new source has without anything typed into its file."""

import pytest
import yaml
from dossier.pipeline import check_dossier

TEXT = "Ships sent on\n\nBRENN, March 4 (Wire) - On Sunday 12 ships went on to Kell.\n"
NEVER = "Ships sent on\n\nThe ships went on March 4, the harbour master of Brenn said in the port on Sunday.\n"
GAZETTE = ("--publisher", "gazette-outlet")


@pytest.fixture
def add_source(run, tmp_path, base):
    """Add a text as a source; return the exit code, what was said, and the fields of the record."""

    def add_text(*options, text=TEXT, id="ships"):
        (tmp_path / "text.txt").write_text(text, "utf-8")
        code, _, err = run("add", "source", str(tmp_path / "text.txt"), "--id", id, "--kind", "news", *options)
        file = base / f"content/sources/{id}.yml"
        return code, err, yaml.load(file.read_text("utf-8"), yaml.BaseLoader) if file.is_file() else None

    return add_text


def unfinished(base):
    return [finding for finding in check_dossier(base).findings if finding.rule == "unfinished-todo"]


def test_nothing_is_left_to_type_but_what_is_chosen_by_number(add_source, base):
    code, _, record = add_source("--published", "2021-03-04", "--short", "Wire", "--grade", "b", "--rights", "1")
    assert code == 0 and unfinished(base) == []
    assert record["published"]["basis"]["phrase"] == "March 4" and "year" in record["published"]["basis"]["reasoning"]
    assert (record["grade"]["letter"], record["grade"]["reason"][:19]) == ("B", "A news organization")
    assert record["rights"]["statement"].startswith("All rights are with Wire.")
    assert record["summary"] == "A news report.[^editor]"
    assert {finding.rule for finding in check_dossier(base).findings} == {"orphan-record"}


def test_what_only_the_editor_knows_stays_to_do(add_source, base):
    add_source("--published", "2021-03-04")
    assert [finding.message.split("`")[1] for finding in unfinished(base)] == ["reason", "statement"]


@pytest.mark.parametrize("date", ["2021-03-04", "2021-03", "2021"])
def test_a_day_in_a_sentence_is_not_taken_for_that_of_publication(add_source, base, date):
    _, _, record = add_source("--published", date, text=NEVER)
    assert set(record["published"]["basis"]) == {"reasoning"}
    assert "the text does not print it" in record["published"]["basis"]["reasoning"]


@pytest.mark.parametrize(
    ("options", "letter", "reason"),
    [
        (("--grade", "3"), "C", "It says where"),
        (("--grade", "c", "--grade-reason", "It erred twice."), "C", "It erred twice."),
        (("--grade", "E", "--grade-reason", "It erred twice."), "E", "It erred twice."),
        (("--choice", "6", "--choice", "2"), "F", "Nothing is known"),
    ],
)
def test_a_grade_is_a_letter_or_a_number_of_the_list(add_source, options, letter, reason):
    code, _, record = add_source(*options)
    assert code == 0 and record["grade"]["letter"] == letter and record["grade"]["reason"].startswith(reason)
    if "--choice" in options:
        assert record["rights"]["statement"].startswith("The text states no licence.")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--grade", "X"), "a letter from A to F, or a number of this list:\n  1  A: The original"),
        (("--grade", "99"), "a letter from A to F"),
        (("--grade", "E"), "there is no standard reason for this letter: add --grade-reason"),
        (("--grade-reason", "Because."), "give the letter too"),
        (("--rights", "99"), "a statement, or a number of this list:\n  1  All rights"),
        (("--choice", "1", "--choice", "1", "--choice", "1"), "there is nothing to choose"),
    ],
)
def test_what_means_nothing_is_refused_and_nothing_is_written(add_source, options, message):
    code, err, record = add_source(*options)
    assert (code, record) == (2, None) and message in err


def test_the_next_source_of_an_outlet_has_the_grade_and_the_rights_of_the_last(add_source, base):
    _, _, record = add_source("--url", "https://www.wire.example/1", "--grade", "2", "--rights", "© The Wire.")
    file = base / "content/sources/ships.yml"
    file.write_text(file.read_text("utf-8").replace("review: draft", "review: published"), "utf-8")
    _, _, second = add_source("--url", "https://wire.example/2", text="Another\n", id="another")
    assert (second["grade"], second["rights"]) == (record["grade"], record["rights"])
    text = (base / "content/sources/another.yml").read_text("utf-8")
    assert "# As in content/sources/ships.yml, of the same outlet: `grade` and `rights`. Check them.\n" in text
    _, _, third = add_source("--url", "https://wire.example/3", "--grade", "1", "--show", "whole", text="A\n", id="a")
    assert third["grade"]["letter"] == "A" and third["rights"]["statement"].startswith("TODO")
    _, _, other = add_source("--url", "https://other.example/", text="B\n", id="b")
    assert other["grade"]["letter"] == "F" and other["rights"]["statement"].startswith("TODO")


def test_a_draft_hands_nothing_on(add_source):
    add_source("--url", "https://wire.example/1", "--grade", "2", "--rights", "© The Wire.")
    _, _, second = add_source("--url", "https://wire.example/2", text="Another\n", id="another")
    assert second["grade"]["letter"] == "F"


def test_the_wordings_are_in_the_language_of_the_dossier(add_source, base):
    settings = base / "content/dossier.yml"
    settings.write_text(settings.read_text("utf-8").replace("language: en", "language: es"), "utf-8")
    _, _, record = add_source("--published", "2021-03-04", "--grade", "2", "--rights", "2", text="Barcos\n")
    assert record["summary"] == "Una noticia.[^editor]"
    assert "medio" in record["grade"]["reason"] and "licencia" in record["rights"]["statement"]
    assert "fecha" in record["published"]["basis"]["reasoning"]
