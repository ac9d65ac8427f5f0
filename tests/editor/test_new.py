"""`dossier new`: a record draft from a passage, with the fields that can be extracted and no others."""

import re
import shlex
from pathlib import Path

import pytest
import yaml
from dossier.detect.languages import detectors_for
from dossier.editor.extract_fields import detect_in, extract_fields
from dossier.editor.formatter import format_files
from dossier.editor.new_record import evidence_fields
from dossier.editor.selection import parse_selection
from dossier.load.loader import load_dossier
from dossier.match import prepare_texts
from dossier.model.kinds.event import Event

CASES = yaml.load(Path(__file__).with_name("drafts.yml").read_text("utf-8"), yaml.CBaseLoader)
TO_DO = re.compile(r"TODO: .*")


@pytest.fixture
def draft(run, base):
    """A function that drafts a record of the base dossier; it returns its file and the command's messages."""

    def draft_record(command):
        code, out, err = run("new", *shlex.split(command))
        assert code == 0, err
        messages = [line for line in err.splitlines(keepends=True) if ": this may be " not in line]
        return base / out.strip(), "".join(messages)

    return draft_record


def values(text):
    """Return the fields of a record, without the text of a TODO."""
    return yaml.load(TO_DO.sub("TODO", text), yaml.CBaseLoader)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["new"])
def test_a_draft_has_the_fields_that_can_be_extracted(draft, case):
    file, _ = draft(case["new"])
    text = file.read_text("utf-8")
    assert values(text) == values(case["record"])
    assert list(values(text)) == list(values(case["record"]))


@pytest.mark.parametrize("case", [case for case in CASES if "says" in case], ids=lambda case: case["new"])
def test_the_comments_of_a_draft_list_what_is_left_to_do(draft, case):
    text = draft(case["new"])[0].read_text("utf-8")
    assert "".join(line for line in text.splitlines(keepends=True) if line.startswith("#")) == case["says"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["new"])
def test_a_draft_is_formatted(draft, base, case):
    file, _ = draft(case["new"])
    assert format_files(base, [file]) == ()


@pytest.mark.parametrize("case", [case for case in CASES if "wants" not in case], ids=lambda case: case["new"])
def test_a_draft_is_valid_except_for_its_todos(draft, base, case):
    file, said = draft(case["new"])
    assert load_dossier(base).findings == []
    assert {line.rsplit("[", 1)[1] for line in said.splitlines()} == {"unfinished-todo]"}
    text = file.read_text("utf-8")
    assert said.count("[unfinished-todo]") == text.count("TODO: ") + text.count(": todo\n")
    assert all(line.startswith(f"content/{file.parent.name}/{file.name}:") for line in said.splitlines())


@pytest.mark.parametrize("case", [case for case in CASES if "wants" in case], ids=lambda case: case["new"])
def test_missing_fields_of_a_draft_are_reported(draft, case):
    _, said = draft(case["new"])
    assert [wanted for wanted in case["wants"] if wanted not in said] == []


REFUSED = [
    ("quote harbour-is-ours --from gazette:6", 2, "`harbour-is-ours` is already the id of content/quotes/harbour"),
    ("quote Gate --from gazette:6", 2, "`Gate` is not a valid id"),
    ("quote index --from gazette:6", 2, "`index` is not a valid id"),
    ("quote gate --from gazette:99", 2, "line 99 of seeds/gazette.txt is empty or missing: the file has 15 lines"),
    ("quote gate --from gazette:3", 2, "line 3 of seeds/gazette.txt is empty or missing"),
    ("quote gate --from gazette:6 --in leger", 2, "did you mean `ledger` ("),
    (
        "quote gate --from gazete:6",
        2,
        "no source or file `gazete`, and no text has these words; did you mean `gazette`?",
    ),
    ("number n --from gazette:4", 1, "this passage has 4 figures; repeat the command with --choice N"),
    ("number n --from gazette:1", 2, "this passage has no figure"),
    ("actor a --from gazette:15", 2, "this passage has no name"),
    ("actor a --from ledger:4", 1, "this passage has 3 names; repeat the command with --choice N"),
    (
        "quote gate --from 'harbour is yours'",
        1,
        "closest matches; repeat the command with --choice N for the one meant:\n  1  seeds/gaz",
    ),
    ("quote gate --from 'qqqq zzzz 9999'", 1, "not found in any source text, nor anything similar\n"),
    (
        "quote gate --from 'Mayor Rolf Brandt'",
        1,
        "matches 2 places; repeat the command with --choice N for the one meant:\n",
    ),
]


@pytest.mark.parametrize(("command", "code", "message"), REFUSED)
def test_a_draft_that_is_refused_leaves_no_file(run, base, command, code, message):
    before = sorted(base.rglob("*"))
    actual_code, out, err = run("new", *shlex.split(command))
    assert (actual_code, out, message in err) == (code, "", True), err
    assert sorted(base.rglob("*")) == before


def test_a_former_id_is_taken(run, add):
    add("content/actors/nils-aker.yml", formerly=["aker"])
    assert (
        "`aker` is already a former id of content/actors/nils-aker.yml"
        in run("new", "actor", "aker", "--from", "gazette:2")[2]
    )


def test_an_id_of_a_record_that_cannot_be_read_is_taken(run, write):
    write("content/actors/deep/aker.yml", "name: [\n")
    assert "that cannot be read" in run("new", "actor", "aker", "--from", "gazette:2")[2]


def test_lines_are_counted_as_in_findings(run, base):
    file = base / "seeds/gazette.txt"
    file.write_bytes(file.read_bytes().replace(b" dockers", "\u2028dockers\x0c".encode(), 1))
    before = run("locate", "harbour is ours")[1]
    place = before.split("seeds/gazette.txt:")[1].split()[0]
    assert run("new", "quote", "gate", "--from", f"gazette:{place}")[0] == 0
    assert "harbour is ours" in (base / "content/quotes/gate.yml").read_text("utf-8")


def test_a_kind_without_an_extractor_gets_the_passage(base):
    """So that a new kind of record can be draft at once."""
    dossier = load_dossier(base).dossier
    (selection,) = parse_selection("“The harbour is ours,”", prepare_texts(dossier))
    passage = {"source": "gazette", "exact": "“The harbour is ours,”"}
    assert extract_fields("ship", selection, detect_in(selection, detectors_for("en")), dossier) == {}
    assert evidence_fields(Event, [selection], dossier) == {"passages": [passage]}


def test_several_passages_have_labels_which_the_summary_cites(draft, base):
    file, said = draft('event left --from "dockers left the port on Jan. 23" --from gazette:7 --status reported')
    record = yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)
    assert [passage["label"] for passage in record["passages"]] == ["dockers-left", "nils-aker"]
    assert record["summary"].endswith("than the passages.[^dockers-left][^nils-aker]")
    assert record["date"] == "2019-01-23"
    assert {line.rsplit("[", 1)[1] for line in said.splitlines()} == {"unfinished-todo]"}
    assert format_files(base, [file]) == ()


def test_each_of_several_passages_of_a_disagreement_is_a_position(draft):
    file, _ = draft("disagreement who --from gazette:7 --from ledger:5 --type time --confidence low")
    positions = yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)["positions"]
    assert [passage["source"] for position in positions for passage in position["passages"]] == ["gazette", "ledger"]
    assert not any("label" in passage for position in positions for passage in position["passages"])
