"""The verdict of a review: written to `review` alone, kept by the formatter, known to be outdated, and undone."""

import csv
import io
import json

import pytest
from dossier.claims.reviewed import claim_digest, confirmed_review, review_status
from dossier.editor.formatter import format_text
from dossier.editor.verdict import require_reviewer, undo_verdicts, write_verdict
from dossier.editor.yaml.edit_values import set_mapping
from dossier.io.yaml_reader import read_yaml
from dossier.model.errors import UserError
from dossier.model.kinds.actor import Actor
from dossier.pipeline import check_dossier, render_all

DAY = "2026-11-30"
AKER = "content/actors/nils-aker.yml"
VALUES = {"verdict": "holds", "by": "Ana Pérez", "date": "2026-11-30"}
BLOCK = "  verdict: holds\n  by: Ana Pérez\n  date: 2026-11-30\n"


def judge(root, verdict="holds", by="Ana Pérez", key="actor:nils-aker"):
    graph = check_dossier(root).graph
    return write_verdict(root, graph, graph.dossier.by_key[key], verdict, by, DAY)


def status(root, key="actor:nils-aker"):
    graph, findings = check_dossier(root)
    assert not findings
    return review_status(graph, graph.dossier.by_key[key])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("review: draft\n", f"review:\n  state: draft\n{BLOCK}"),
        ("a: b\nreview: draft", f"a: b\nreview:\n  state: draft\n{BLOCK}"[:-1]),
        (
            "a: 'b'\nreview:   draft # not yet\n\n# end\n",
            f"a: 'b'\nreview: # not yet\n  state: draft\n{BLOCK}\n# end\n",
        ),
        ('review: "draft"\nnote: >-\n  #1\n', f"review:\n  state: draft\n{BLOCK}note: >-\n  #1\n"),
        (
            "{a: b, review: draft}\n",
            "{a: b, review: {state: draft, verdict: holds, by: Ana Pérez, date: 2026-11-30}}\n",
        ),
        (
            "review: {state: draft, by: X} # why\n",
            "review: {state: draft, by: Ana Pérez, verdict: holds, date: 2026-11-30} # why\n",
        ),
        (
            "review:\n    # who\n    by: >-\n      A: B\n    state: draft  # why\nnote: x\n",
            "review:\n    # who\n    by: Ana Pérez\n    state: draft  # why\n"
            "    verdict: holds\n    date: 2026-11-30\nnote: x\n",
        ),
        (f"review:\n  state: draft\n{BLOCK}".replace("Ana Pérez", "Bo"), f"review:\n  state: draft\n{BLOCK}"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_only_the_field_is_written(before, after, line_end):
    text = set_mapping(before.replace("\n", line_end), "a.yml", "review", VALUES, "state")
    assert text == after.replace("\n", line_end)


@pytest.mark.parametrize(
    "text", ["review: >-  # why\n  draft\nnote: x\n", "review:\n  by: >-  # why\n    A\n  state: x\n"]
)
def test_nothing_is_written_where_a_comment_would_be_lost(text):
    with pytest.raises(UserError, match="dossier fmt"):
        set_mapping(text, "a.yml", "review", VALUES, "state")


@pytest.mark.parametrize(
    "by", ["Ana Pérez", "A: #1, [x] {y}", '"', "'", "yes", "1", "- a", "José\\n", "<b>&amp;", f"{'Ana ' * 40}Pérez"]
)
def test_any_name_is_written_as_the_formatter_would_and_read_back(base, by):
    written = judge(base, by=by)
    graph, findings = check_dossier(base)
    record = graph.dossier.by_key["actor:nils-aker"]
    assert (findings, record.reviewed.by, record.reviewed.date.text) == ((), by, "2026-11-30")
    assert format_text(written.after, AKER, Actor) == written.after == (base / AKER).read_text("utf-8")
    judge(base, "look again", by=by.replace("#", "n") + " too")
    assert format_text((base / AKER).read_text("utf-8"), AKER, Actor) == (base / AKER).read_text("utf-8")


def test_a_verdict_is_undone_byte_for_byte(base):
    before = (base / AKER).read_bytes()
    undo_verdicts(base, [judge(base)])
    assert (base / AKER).read_bytes() == before


def test_nothing_is_undone_once_the_file_has_changed(base):
    written = judge(base)
    (base / AKER).write_text(written.after + "# mine\n", "utf-8")
    with pytest.raises(UserError, match=r"nils-aker.yml has changed since the verdict"):
        undo_verdicts(base, [written])
    assert (base / AKER).read_text("utf-8") == written.after + "# mine\n"


@pytest.mark.parametrize(
    "change", [("A docker", "The docker"), ("review: published", "review: publish"), ("name", "x")]
)
def test_nothing_is_written_once_the_file_has_changed(base, change):
    graph = check_dossier(base).graph
    text = (base / AKER).read_text("utf-8").replace(*change)
    (base / AKER).write_text(text, "utf-8")
    with pytest.raises(UserError, match="changed meanwhile: nothing was written"):
        write_verdict(base, graph, graph.dossier.by_key["actor:nils-aker"], "holds", "Ana", DAY)
    assert (base / AKER).read_text("utf-8") == text


def test_a_draft_that_holds_stays_a_draft(base):
    text = (base / AKER).read_text("utf-8")
    (base / AKER).write_text(text.replace("review: published", "review: draft"), "utf-8")
    judge(base)
    record = check_dossier(base).graph.dossier.by_key["actor:nils-aker"]
    assert (record.review, record.is_draft, record.reviewed.verdict) == ("draft", True, "holds")


def test_the_status_follows_the_claim_and_not_the_rest_of_the_file(base):
    assert status(base) == "not reviewed"
    judge(base, "look again")
    assert status(base) == "look again"
    text = judge(base).after
    assert status(base) == "holds"
    for old, new in (("summary: A docker.", "summary: >-\n  A   docker."), ("kind: person", "kind:  person  # yes")):
        (base / AKER).write_text(f"{text.replace(old, new)}note: He is named once.\n", "utf-8")
        assert status(base) == "holds", new
    for old, new in (
        ("A docker.", "One docker."),
        ("Nils Aker, a docker", "Nils Aker, a"),
        ("side: dockers", "side: city"),
    ):
        (base / AKER).write_text(text.replace(old, new), "utf-8")
        graph = check_dossier(base).graph
        record = graph.dossier.by_key["actor:nils-aker"]
        assert review_status(graph, record) == "changed since", new
        assert confirmed_review(graph, record) is None


def test_a_digest_survives_a_rename_of_what_the_record_names(base, run):
    graph = check_dossier(base).graph
    before = {key: claim_digest(graph, graph.dossier.by_key[key]) for key in ("quote:good-day", "actor:eva-holm")}
    assert run("rename", "actor", "nils-aker", "aker")[0] == 0
    assert run("rename", "source", "ledger", "paper")[0] == 0
    graph = check_dossier(base).graph
    assert {key: claim_digest(graph, graph.dossier.by_key[key]) for key in before} == before


def test_a_reviewer_without_a_name_is_told_how_to_set_it(base, commit, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    commit()
    with pytest.raises(UserError, match=r'git config user.name "Your Name"'):
        require_reviewer(base)


PAGE, DATA, CSV, LINKED = (
    "actors/nils-aker.md",
    "data/records/actors/nils-aker.json",
    "data/csv/records.csv",
    "data/dossier.jsonld",
)


def text_of(content):
    return content.decode("utf-8-sig") if isinstance(content, bytes) else content


def published(root):
    """Return the page and the data that say who has reviewed a record."""
    outputs = {output.path: output.content for output in render_all(check_dossier(root).graph)}
    page = next((line for line in outputs[PAGE].splitlines() if "Reviewed by" in line), "")
    (row,) = (row for row in csv.DictReader(io.StringIO(text_of(outputs[CSV]))) if row["key"] == "actor:nils-aker")
    (node,) = (node for node in json.loads(outputs[LINKED])["@graph"] if node["@id"].endswith("actors/nils-aker.html"))
    data = json.loads(outputs[DATA])["record"]
    return page, (data["review"], data.get("reviewed")), (row["review"], row["reviewed_by"]), node.get("reviewedBy")


def test_the_page_and_the_data_say_who_has_reviewed_a_record_as_it_is(base):
    assert published(base) == ("", ("published", None), ("published", ""), None)
    digest = read_yaml(judge(base, by="Ana <Pérez>").after, AKER).value["review"]["digest"]
    by = {"verdict": "holds", "by": "Ana <Pérez>", "date": DAY, "digest": digest}
    assert published(base) == (
        "*Reviewed by Ana &#60;Pérez&#62; on 30 November 2026.*",
        ("published", by),
        ("published", "Ana <Pérez>"),
        {"@type": "Person", "name": "Ana <Pérez>"},
    )
    text = (base / AKER).read_text("utf-8")
    for change in (("verdict: holds", "verdict: look again"), ("A docker.", "One docker.")):
        (base / AKER).write_text(text.replace(*change), "utf-8")
        page, _, _, reviewed_by = published(base)
        assert (page, reviewed_by) == ("", None)
