"""`dossier draft` of who speaks without a name: "officials", "police", "two witnesses"."""

import pytest
import yaml

TEXT = """\
Snow in Brenn

Officials said 12 roads were closed, and police said late Monday that 30 cars were stuck. The officials said 40 people \
had been rescued. Two witnesses said 60 boats were lost.

A resident said 70 trees had fallen. A resident said 80 trees had fallen.

Officials denied that 500 people were missing. Rolf Brandt asked whether 600 people were missing.
"""
COUNTED = {
    12: "officials",
    30: "police",
    40: "officials",
    60: "two-witnesses",
    70: None,
    80: None,
    500: None,
    600: None,
}


def numbers_of(drafts):
    """Return the drafts of figures, by their values."""
    return {draft[0]["value"]: draft for key, draft in drafts.items() if key.startswith("numbers/")}


@pytest.fixture
def draft(run, base, tmp_path):
    """Draft a text as a source; return the drafts by kind and id, with the comments of each."""

    def draft(text, id="snow"):
        file = tmp_path / f"{id}.txt"
        file.write_text(text, "utf-8")
        run("add", "source", str(file), "--id", id, "--kind", "news", "--published", "2021-11-05")
        before = {*base.glob("content/*/*.yml")}
        code, _, err = run("draft", id)
        assert code == 0, err
        new = {*base.glob("content/*/*.yml")} - before
        texts = {f"{file.parent.name}/{file.stem}": file.read_text("utf-8") for file in new}
        return {key: (yaml.safe_load(text), text) for key, text in texts.items()}

    return draft


def test_a_description_is_one_actor_in_a_source(draft):
    drafts = draft(TEXT)
    actors = {key.removeprefix("actors/"): record for key, (record, _) in drafts.items() if key.startswith("actors/")}
    unnamed = {id: (record["name"], record["kind"]) for id, record in actors.items() if record.get("unnamed")}
    assert unnamed == {
        "officials": ("Officials", "group"),
        "police": ("Police", "group"),
        "two-witnesses": ("Two witnesses", "group"),
    }
    numbers = numbers_of(drafts)
    counted = {value: numbers[value][0].get("counted_by") for value in COUNTED}
    assert counted == COUNTED


def test_what_is_denied_or_asked_is_counted_by_nobody_as_a_comment_says(draft):
    drafts = draft(TEXT)
    for value, words in ((500, "denied"), (600, "whether")):
        record, text = numbers_of(drafts)[value]
        assert "via" not in record["passages"][0]
        assert f"# Denied, asked or supposed (“{words}”): check who says what." in text


def test_officials_of_another_source_are_others(draft):
    assert "actors/officials" in draft("Officials said 12 roads were closed.\n")
    assert "actors/officials-2" in draft("Officials said 30 roads were closed.\n", "other")


def test_a_second_run_drafts_no_actor_again(draft, run):
    draft(TEXT)
    assert "nothing new to draft" in run("draft", "snow")[2]


def test_drafts_of_descriptions_can_be_read(draft, run):
    draft(TEXT)
    _, out, err = run("check")
    lines = [line for line in (out + err).splitlines() if "unfinished" not in line]
    assert [line for line in lines if "content/actors" in line or "content/numbers" in line] == []
