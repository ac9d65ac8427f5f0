"""`dossier coverage`: one source, one kind, as JSON, and exemptions of what is open."""

import json

import pytest
import yaml
from dossier.pipeline import check_dossier

TEXT = "Ship leaves Brenn\n\nSome 40 people waved to Ada Lind.\n\nPhoto: Nils Berg/Wire\n"
EXEMPTION = {"text": "Nils Berg", "kind": "name", "reason": "not of the story", "note": "A bystander."}


def add_exemptions(file, *exemptions):
    """Append exemptions to a file without any."""
    file.write_text(file.read_text("utf-8") + yaml.safe_dump({"exempt": list(exemptions)}), "utf-8")


def mentions(run, kind, text):
    """Return the mentions of this kind with these words, as `dossier coverage` lists them."""
    listed = json.loads(run("coverage", "--kind", kind, "--format", "json")[1])
    return [mention for mention in listed if mention["text"] == text]


@pytest.fixture
def source(run, base, tmp_path):
    """A source of which no record cites anything."""
    file = tmp_path / "ship.txt"
    file.write_text(TEXT, "utf-8")
    run("add", "source", str(file), "--id", "ship", "--kind", "news", "--published", "2021-11-05")
    return base / "content/sources/ship.yml"


def test_exemptions_that_are_pasted_leave_nothing_open(run, source):
    _, printed, _ = run("coverage", "--source", "ship", "--exempt")
    heading, _, exemptions = printed.partition("\n")
    assert heading == "# content/sources/ship.yml"
    source.write_text(source.read_text("utf-8") + exemptions, "utf-8")
    assert run("coverage", "--source", "ship", "--exempt")[1] == ""


def test_a_reason_is_proposed_and_a_note_left_to_write_unless_the_text_shows_it(run, source):
    exemptions = yaml.safe_load(run("coverage", "--source", "ship", "--exempt")[1])["exempt"]
    by_text = {exemption["text"]: exemption for exemption in exemptions}
    assert by_text["Some 40"]["reason"] == "no measure"
    assert by_text["Nils Berg"]["note"] == "Part of the credit of a picture."
    assert by_text["Some 40"]["note"].startswith("TODO")


def test_a_sentence_about_pictures_is_no_credit(run, base, tmp_path):
    file = tmp_path / "news.txt"
    file.write_text("Images\n\nImages show 25 soldiers crossing, and the credit crisis cost 30 jobs.\n", "utf-8")
    run("add", "source", str(file), "--id", "news", "--kind", "news", "--published", "2021-11-05")
    exemptions = yaml.safe_load(run("coverage", "--source", "news", "--exempt")[1])["exempt"]
    assert all(exemption["note"].startswith("TODO") for exemption in exemptions)


def test_mentions_as_json_have_their_place_and_state(run, source):
    mentions = json.loads(run("coverage", "--source", "ship", "--kind", "quantity", "--format", "json")[1])
    assert [(m["text"], m["path"], m["line"], m["column"], m["state"]) for m in mentions] == [
        ("Some 40", "seeds/ship.txt", 3, 1, "open")
    ]


def test_a_source_that_does_not_exist_is_named(run):
    code, _, err = run("coverage", "--source", "gazete")
    assert code == 2 and "did you mean `gazette` (" in err


def test_an_exemption_of_the_dossier_holds_in_every_source(run, base, source):
    add_exemptions(base / "content/dossier.yml", EXEMPTION)
    (mention,) = mentions(run, "name", "Nils Berg")
    assert (mention["source"], mention["state"]) == ("ship", "exempt")
    place = mention["exemption"]
    path, line, column = place.split(":")
    assert path == "content/dossier.yml"
    assert (base / path).read_text("utf-8").splitlines()[int(line) - 1][int(column) - 1 :].startswith("Nils Berg")


def test_the_exemption_of_the_source_comes_before_that_of_the_dossier(run, base, source):
    for file in (base / "content/dossier.yml", source):
        add_exemptions(file, EXEMPTION)
    (mention,) = mentions(run, "name", "Nils Berg")
    assert mention["exemption"].startswith("content/sources/ship.yml:")


@pytest.mark.parametrize("file", ["content/dossier.yml", "content/sources/ship.yml"])
def test_an_exemption_without_a_reason_exempts_nothing(run, base, source, file):
    add_exemptions(base / file, EXEMPTION | {"note": "TODO: why"})
    (mention,) = mentions(run, "name", "Nils Berg")
    assert mention["state"] == "open" and mention["exemption"].startswith(file)
    code, out, _ = run("coverage", "--source", "ship")
    assert code == 1 and f"name `Nils Berg`: write the note of its exemption, {mention['exemption']}" in out
    findings = [finding for finding in check_dossier(base).findings if finding.message == "`note` is unfinished: why"]
    assert [(finding.location.path, finding.rule) for finding in findings] == [(file, "unfinished-todo")]


def test_a_finished_exemption_comes_before_an_unfinished_one(run, base, source):
    add_exemptions(source, EXEMPTION | {"note": "TODO: why"}, EXEMPTION)
    assert [mention["state"] for mention in mentions(run, "name", "Nils Berg")] == ["exempt"]
