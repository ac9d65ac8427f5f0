"""Disagreements: two sources' figures that may disagree are proposed, and drafts of them are answers already."""

import pytest
import yaml
from dossier.cli import main
from dossier.editor.drafting_comments import without_drafting_comments
from dossier.editor.likely_disagreements import find_likely_disagreements
from dossier.editor.loading import load_or_fail
from dossier.pipeline import check_dossier

FIRST = """Bridge falls at Ostmark

A bridge fell at Ostmark and left at least three people dead, officials said on Sunday. 14 people were injured.
The bridge cost $2 million. It lasted for 12 years. About 40 cars were on it.
"""
SECOND = """More victims of the bridge

Seven people were confirmed dead, Mayor Ada Brenn said on Tuesday. 900 people were injured in road accidents last year.
It was closed for two years. The new bridge is to cost $30 million. Some 500 people had signed a letter against it.
"""


@pytest.fixture
def dossier(tmp_path):
    """A new dossier with two sources and the drafts of all that they say."""
    root = tmp_path / "new"
    assert main(["init", "--empty", str(root)]) == 0
    for id, text, day in (("first", FIRST, "2021-03-07"), ("second", SECOND, "2021-03-09")):
        (tmp_path / f"{id}.txt").write_text(text, "utf-8")
        options = ["--id", id, "--kind", "news", "--published", day, "--grade", "b", "--rights", "2", "--short", id]
        assert main(["add", "source", str(tmp_path / f"{id}.txt"), *options, "--root", str(root)]) == 0
        assert main(["draft", id, "--root", str(root)]) == 0
    return root


def commands(root):
    loaded = load_or_fail(root)
    return [likely.command for likely in find_likely_disagreements(loaded, "second")]


def dead(root):
    return [number.id for number in load_or_fail(root).numbers if "dead" in number.measure.what]


def test_figures_of_the_same_that_differ_are_proposed_once_and_others_are_not(dossier, capsys):
    three, seven = sorted(dead(dossier), key=lambda id: "7" in id)
    places = f"--from number:{three} --from number:{seven}"
    assert [command.partition(" --type")[0].split(" ", 4)[4] for command in commands(dossier)] == [places]
    capsys.readouterr()
    assert main(["draft", "second", "--root", str(dossier)]) == 0
    assert f"{places} --type time --confidence low" in capsys.readouterr().err


def test_the_command_that_is_proposed_leaves_only_the_assessment(dossier, capsys):
    (command,) = commands(dossier)
    assert main([*command.split()[1:], "--root", str(dossier)]) == 0
    (file,) = (dossier / "content/disagreements").glob("*.yml")
    record = yaml.safe_load(file.read_text("utf-8"))
    assert "passages" not in record["positions"][0] and record["positions"][0]["statement"].endswith("]")
    assert "three people dead" in record["positions"][0]["statement"]
    assert "[[actor:ada-brenn|" in record["positions"][1]["statement"]
    assert record["question"].endswith("?") and record["summary"] == "The sources give different figures.[^editor]"
    found = [finding for finding in check_dossier(dossier).findings if "disagreements" in finding.location.path]
    assert [finding.message.partition(":")[0] for finding in found] == ["`assessment` is unfinished"]
    assert commands(dossier) == []


def test_a_disagreement_about_a_number_whose_id_only_begins_alike_answers_nothing(dossier):
    (command,) = commands(dossier)
    assert main([*command.split()[1:], "--root", str(dossier)]) == 0
    (file,) = (dossier / "content/disagreements").glob("*.yml")
    text = file.read_text("utf-8")
    for id in dead(dossier):
        text = text.replace(f"[^number:{id}]", f"[^number:{id}-2]")
    file.write_text(text, "utf-8")
    assert len(commands(dossier)) == 1


def test_words_stand_for_the_record_that_cites_them_and_others_keep_their_passage(dossier):
    arguments = ["--from", "at least three people dead", "--from", "a letter against it"]
    options = ["--type", "framing", "--confidence", "low", "--root", str(dossier)]
    assert main(["new", "disagreement", "x", *arguments, *options]) == 0
    first, second = yaml.safe_load((dossier / "content/disagreements/x.yml").read_text("utf-8"))["positions"]
    assert first["statement"].endswith(f"[^number:{next(id for id in dead(dossier) if '3' in id)}]")
    assert second["statement"].startswith("TODO") and second["passages"] == [
        {"source": "second", "exact": "a letter against it"}
    ]


@pytest.mark.parametrize(
    ("summary", "answer"),
    [
        ("Three or more died.", "Three or more died."),
        ("'TODO: a summary'", "At least 3 people dead, according to [[actor:officials|officials]]."),
    ],
)
def test_an_answer_is_the_summary_of_the_record_or_what_it_counts_on_whose_word(dossier, summary, answer):
    three = next(id for id in dead(dossier) if "3" in id)
    file = dossier / f"content/numbers/{three}.yml"
    text = file.read_text("utf-8")
    start = text.index("summary:")
    file.write_text(f"{text[:start]}summary: {summary}\n{text[text.index('passages:', start) :]}", "utf-8")
    (command,) = commands(dossier)
    assert main([*command.split()[1:], "--root", str(dossier)]) == 0
    (file,) = (dossier / "content/disagreements").glob("*.yml")
    positions = yaml.safe_load(file.read_text("utf-8"))["positions"]
    assert positions[0]["statement"] == f"{answer}[^number:{three}]"


@pytest.mark.parametrize("place", ["number:nothing", "actor:ada-brenn-x"])
def test_a_record_that_there_is_not_is_no_answer(dossier, place, capsys):
    arguments = ["--from", place, "--from", "three people dead", "--type", "time", "--confidence", "low"]
    assert main(["new", "disagreement", "x", *arguments, "--root", str(dossier)]) != 0
    assert not (dossier / "content/disagreements").exists()


def test_every_comment_of_a_draft_is_about_the_draft_and_goes_when_it_is_published(dossier):
    for file in sorted((dossier / "content").glob("*s/*.yml")):
        left = without_drafting_comments(file.read_text("utf-8"))
        assert [line for line in left.splitlines() if line.startswith("#")] == left.splitlines()[:1], file


@pytest.mark.parametrize(("date", "differs"), [("2019-02-03", True), ("2019-01-23", False)])
def test_dates_are_said_to_differ_only_if_they_do(base, run, date, differs):
    event = f"""\
title: They left
date: {date}
status: reported
summary: Some left.
passages: [{{source: gazette, exact: Hundreds of them crossed the bridge this weekend}}]
review: draft
"""
    (base / "content/events/again.yml").write_text(event, "utf-8")
    run("new", "disagreement", "when", "--from", "event:walk-out", "--from", "event:again", "--type", "contradiction")
    record = yaml.safe_load((base / "content/disagreements/when.yml").read_text("utf-8"))
    assert ("different dates" in record["summary"]) is differs
