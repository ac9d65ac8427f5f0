"""Records on the command line: an id, or the name of one record; a mistyped one gets a suggestion."""

import shutil

import pytest

from tests.cli.terminal import run_in_terminal

QUOTE = ("new", "quote", "gate", "--from", "gazette:6", "--speaker")


@pytest.fixture
def speaker(run, base):
    """A function that drafts a quote with a speaker; it returns the line of its file, and the messages."""

    def draft(words):
        code, _, err = run(*QUOTE, words)
        assert code == 0, err
        text = (base / "content/quotes/gate.yml").read_text("utf-8")
        return next(line for line in text.splitlines() if line.startswith("speaker:")), err

    return draft


@pytest.mark.parametrize("words", ["eva-holm", "actor:eva-holm"])
def test_an_id_is_taken_as_it_is(speaker, words):
    line, err = speaker(words)
    assert (line, "is actor:" in err) == ("speaker: eva-holm", False)


@pytest.mark.parametrize("words", ["Eva Holm", "EVA  HOLM", "Éva Holm"])
def test_a_name_is_taken_for_its_record_and_this_is_said(speaker, words):
    line, err = speaker(words)
    assert line == "speaker: eva-holm"
    assert f"`{words}` is actor:eva-holm\n" in err


def test_a_former_id_is_taken_for_its_record(speaker, add):
    add("content/actors/eva-holm.yml", formerly=["eva"])
    line, err = speaker("eva")
    assert line == "speaker: eva-holm"
    assert "`eva` is actor:eva-holm\n" in err


MISTYPED = [
    ((*QUOTE, "eva-home"), "no actor `eva-home`; did you mean `eva-holm` (Eva Holm)?"),
    ((*QUOTE, "Eva Home"), "no actor `Eva Home`; did you mean `eva-holm` (Eva Holm)?"),
    ((*QUOTE, "port-brenn"), "no actor `port-brenn`"),
    (("new", "quote", "gate", "--from", "gazette:6", "--about", "event:walk-uot"), "did you mean `event:walk-out` ("),
    (("coverage", "--source", "gazete"), "no source `gazete`; did you mean `gazette` ("),
    (("draft", "gazete"), "no source `gazete`; did you mean `gazette` ("),
    (("locate", "--in", "gazete", "Brenn"), "no source `gazete`; did you mean `gazette` ("),
    (("reextract", "gazete"), "no source `gazete`; did you mean `gazette` ("),
    (("rename", "actor", "eva-home", "eva"), "no actor `eva-home`; did you mean `eva-holm` (Eva Holm)?"),
    (("review", "--record", "actor:eva-home"), "did you mean `actor:eva-holm`"),
]


@pytest.mark.parametrize(("command", "message"), MISTYPED)
def test_a_mistyped_id_gets_a_suggestion(run, command, message):
    code, _, err = run(*command)
    assert (code, message in err) == (2, True), err


@pytest.mark.parametrize(
    "command",
    [
        ("coverage", "--source", "The Brenn Gazette"),
        ("draft", "The Brenn Gazette", "--dry-run"),
        ("locate", "--in", "The Brenn Gazette", "Brenn"),
    ],
)
def test_a_source_may_be_named_by_its_short_name_or_title(run, add, command):
    add("content/sources/gazette.yml", short="The Brenn Gazette")
    by_id = [word.replace("The Brenn Gazette", "gazette") for word in command]
    code, out, err = run(*command)
    assert "`The Brenn Gazette` is source:gazette\n" in err
    assert (code, out) == run(*by_id)[:2]


def test_a_record_may_be_renamed_and_reviewed_by_its_name(run, base):
    code, _, err = run("review", "--record", "Eva Holm")
    assert (code, "`Eva Holm` is actor:eva-holm\n" in err) == (0, True), err
    code, _, err = run("rename", "actor", "Eva Holm", "eva")
    assert (code, "`Eva Holm` is actor:eva-holm\n" in err) == (0, True), err
    assert (base / "content/actors/eva.yml").exists()


@pytest.fixture
def second_holm(base):
    """Give a second actor the name of the first."""
    text = (base / "content/actors/eva-holm.yml").read_text("utf-8")
    file = base / "content/actors/holm-the-docker.yml"
    file.write_text(text, "utf-8")
    return file


def test_a_withdrawn_record_can_be_renamed(run, add):
    add("content/actors/nils-aker.yml", withdrawn={"date": "2020-01-01", "why": "He is not in the story."})
    assert run("rename", "actor", "nils-aker", "aker")[0] == 0


def test_a_record_that_cannot_be_read_is_named_as_such(run, write):
    write("content/actors/deep/aker.yml", "name: [\n")
    code, _, err = run(*QUOTE, "aker")
    assert (code, err) == (2, "dossier: the actor `aker` cannot be read: see `dossier check`\n")


def test_several_records_of_one_name_are_a_list(run, base, second_holm):
    code, _, err = run(*QUOTE, "Eva Holm")
    assert (code, (base / "content/quotes/gate.yml").exists()) == (1, False)
    assert "`Eva Holm` is the name of 2 records; repeat the command with --choice N for the one meant:\n" in err
    assert "  2  actor:holm-the-docker  Eva Holm (content/actors/holm-the-docker.yml)\n" in err
    assert run(*QUOTE, "Eva Holm", "--choice", "2")[0] == 0
    assert "speaker: holm-the-docker\n" in (base / "content/quotes/gate.yml").read_text("utf-8")


def test_a_terminal_asks_which_record_is_meant(base, second_holm):
    result = run_in_terminal(
        [QUOTE[0], "--root", str(base), *QUOTE[1:], "Eva Holm"], [("Number", "1"), ("anyway?", "y")]
    )
    assert result.code == 0, result.shown
    assert "speaker: eva-holm\n" in (base / "content/quotes/gate.yml").read_text("utf-8")


def test_a_publisher_may_be_named_too(run, base, tmp_path):
    (tmp_path / "letter.txt").write_text("A letter\n\nWe are on strike, Eva Holm wrote.\n", "utf-8")
    arguments = (str(tmp_path / "letter.txt"), "--id", "letter", "--kind", "document")
    code, _, err = run("add", "source", *arguments, "--publisher", "Eva Holm")
    assert (code, "`Eva Holm` is actor:eva-holm\n" in err) == (0, True), err
    assert "publisher: eva-holm\n" in (base / "content/sources/letter.yml").read_text("utf-8")


def test_nothing_is_suggested_in_an_empty_dossier(run, base):
    for folder in (base / "content").iterdir():
        if folder.is_dir():
            shutil.rmtree(folder)
    assert run("coverage", "--source", "gazette")[0] in (1, 2)
    assert run("draft", "gazette")[2].startswith("dossier: no source `gazette`\n")
