"""`dossier coverage`: one source, one kind, as JSON, and exemptions of what is open."""

import json

import pytest
import yaml
from dossier.cli import main
from dossier.pipeline import check_dossier

TEXT = "Ship leaves Brenn\n\nSome 40 people waved to Ada Lind.\n\nPhoto: Nils Berg/Wire\n"
SHIP = "content/sources/ship.yml"
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


def test_other_findings_are_counted_and_do_not_interrupt_what_is_to_be_pasted(run, source):
    code, printed, err = run("coverage", "--source", "ship", "--exempt")
    assert code == 1 and printed.startswith("# content/sources/ship.yml\nexempt:\n")
    assert err == "`dossier check` has 2 other findings\n"


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


def write(run, *options):
    """Write exemptions; return what was printed."""
    code, out, err = run("coverage", "--exempt", "--write", *options)
    assert code == 0
    return out, err


def exemptions_in(file):
    return yaml.safe_load(file.read_text("utf-8")).get("exempt", [])


def test_exemptions_are_written_once(run, base, source):
    out, err = write(run, "--source", "ship")
    assert out == "content/sources/ship.yml: 3 exemptions, 1 without a reason\n"
    assert "1 note is `TODO`" in err
    assert [exemption["text"] for exemption in exemptions_in(source)] == ["Some 40", "Nils Berg", "Wire"]
    written = source.read_bytes()
    assert write(run, "--source", "ship")[0] == ""
    assert source.read_bytes() == written


def test_what_is_written_without_a_reason_is_still_to_do(run, base, source):
    before = {
        (m["text"], m["state"]) for m in mentions(run, "name", "Nils Berg") + mentions(run, "quantity", "Some 40")
    }
    assert before == {("Nils Berg", "open"), ("Some 40", "open")}
    write(run, "--source", "ship")
    assert [mention["state"] for mention in mentions(run, "name", "Nils Berg")] == ["exempt"]
    assert [mention["state"] for mention in mentions(run, "quantity", "Some 40")] == ["open"]
    unfinished = [finding for finding in check_dossier(base).findings if finding.location.path == SHIP]
    assert sum("`note` is unfinished" in finding.message for finding in unfinished) == 1


def test_comments_and_the_format_of_a_file_stay(run, base, source):
    text = source.read_text("utf-8").replace("title:", "# The newest.\ntitle:")
    text += "exempt: # not of the story\n- {text: Ship, kind: name, reason: not an actor, note: A ship.} # one\n# end\n"
    source.write_bytes(text.replace("\n", "\r\n").encode())
    write(run, "--source", "ship")
    before, after = text.splitlines(), source.read_bytes().decode().split("\r\n")
    assert [line for line in after if line in before] == before
    assert after[after.index("exempt: # not of the story") + 2] == "- text: Some 40"


def test_a_formatted_file_stays_formatted(run, base, source):
    main(["fmt", "--root", str(base)])
    write(run, "--source", "ship")
    written = source.read_bytes()
    main(["fmt", "--root", str(base)])
    assert source.read_bytes() == written


def test_all_files_are_written_or_none(run, base, source):
    flow = base / "content/sources/ledger.yml"
    flow.write_text(json.dumps(yaml.safe_load(flow.read_text("utf-8"))), "utf-8")
    files = {file: file.read_bytes() for file in (base / "content").rglob("*.yml")}
    code, _, err = run("coverage", "--exempt", "--write")
    assert code == 2 and "content/sources/ledger.yml: nothing can be added to `exempt`" in err
    assert files == {file: file.read_bytes() for file in (base / "content").rglob("*.yml")}


def test_what_a_record_that_cannot_be_read_may_have_is_not_exempted(run, base, source):
    (base / "content/actors/nils-berg.yml").write_text("name: Nils Berg\nkind:\n", "utf-8")
    write(run, "--source", "ship")
    assert [exemption["text"] for exemption in exemptions_in(source)] == ["Some 40", "Wire"]
    assert "1 open that unreadable records may cover" in run("coverage", "--source", "ship")[2]


def add_text(run, folder, name, text):
    (folder / f"{name}.txt").write_text(text, "utf-8")
    run("add", "source", str(folder / f"{name}.txt"), "--id", name, "--kind", "news", "--published", "2021-11-05")


def test_a_reason_holds_for_all_mentions_of_a_wording_or_for_none(run, base, tmp_path):
    add_text(run, tmp_path, "news", "At sea\n\nJon Vik waved.\n\nPhoto: Jon Vik/Wire\n\nPhoto: Eva Moe/Wire\n")
    notes = {e["text"]: e["note"] for e in yaml.safe_load(run("coverage", "--source", "news", "--exempt")[1])["exempt"]}
    assert notes["Jon Vik"].startswith("TODO") and notes["Eva Moe"] == "Part of the credit of a picture."


def test_what_recurs_is_exempted_once_in_the_dossier(run, base, tmp_path):
    add_text(run, tmp_path, "one", "At sea\n\nJon Vik waved at the first boat.\n\nPhoto: Eva Moe/Wire\n")
    add_text(run, tmp_path, "two", "At port\n\nJon Vik smiled at the first boat.\n\nPhoto: Eva Moe/Wire\n")
    write(run, "--dossier")
    shared = {exemption["text"]: exemption["note"] for exemption in exemptions_in(base / "content/dossier.yml")}
    assert shared["Jon Vik"].startswith("TODO")
    assert shared["first"] == "An ordinal: it says which, not how many."
    assert "Eva Moe" not in shared, "a credit is one in its place only"
    for name in ("one", "two"):
        texts = [exemption["text"] for exemption in exemptions_in(base / f"content/sources/{name}.yml")]
        assert "Eva Moe" in texts and not {"Jon Vik", "first"} & set(texts)
    assert write(run, "--dossier") == ("", "nothing to exempt\n") or "nothing to exempt" in write(run, "--dossier")[1]
    assert [f for f in check_dossier(base).findings if f.rule in ("unused-exemption", "uncovered-mention")] == []


def test_notes_are_in_the_language_of_the_dossier(run, base, tmp_path):
    settings = base / "content/dossier.yml"
    settings.write_text(settings.read_text("utf-8").replace("language: en", "language: es"), "utf-8")
    add_text(run, tmp_path, "barco", "El barco\n\nFoto: Eva Moe/EFE\n")
    printed = run("coverage", "--source", "barco", "--exempt")[1]
    assert "Parte del crédito de una imagen." in printed


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("--write",), "--write needs --exempt"),
        (("--dossier",), "--dossier needs --exempt"),
        (("--exempt", "--format", "json"), "leave out --format json"),
        (("--exempt", "--dossier", "--source", "ship"), "leave out --source"),
    ],
)
def test_options_that_do_not_go_together_are_named(run, options, problem):
    code, _, err = run("coverage", *options)
    assert code == 2 and problem in err


def test_the_list_says_what_to_do_next(run, source):
    err = run("coverage", "--source", "ship")[2]
    assert "3 open: draft records with `dossier draft SOURCE`, exempt what needs none" in err
    write(run, "--source", "ship")
    assert "1 open until the note of its exemption says why" in run("coverage", "--source", "ship")[2]


def test_a_part_of_a_word_is_exempted_with_the_word(run, base, tmp_path):
    add_text(run, tmp_path, "post", "At sea\n\nIt was sent to @NilsVik and @NilsVik_2 and #PortWalk2021 of EvaMoe’s.\n")
    write(run, "--source", "post")
    texts = [exemption["text"] for exemption in exemptions_in(base / "content/sources/post.yml")]
    assert "@NilsVik" in texts
    assert run("coverage", "--source", "post", "--exempt")[1] == ""
