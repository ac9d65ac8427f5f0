"""Statements as data: each claim of the records and of the home page, with its own evidence and its own counts."""

import csv
import json
import re
from io import StringIO

import pytest
from dossier.export import dossier_json
from dossier.graph.markup import strip_markup
from dossier.model.kinds import KINDS
from dossier.pipeline import check_dossier

from tests.build.conftest import replace
from tests.conftest import BASE, ROOT
from tests.export.helpers import export_files, export_one, source_texts
from tests.helpers import nonempty

MARK = re.compile(r"\[\^[^\]]*\]")
ROOTS = pytest.mark.parametrize("root", [BASE, ROOT], ids=["base", "real"])
MARKED = {
    # file: a text without marks, the same with marks
    "content/events/walk-out.yml": ("title: The walk-out", "title: The walk-out[^gate]"),
    "content/events/opening.yml": ("summary: ", "summary: It happened.[^actor:nils-aker] "),
    "content/disagreements/how-many.yml": (
        "assessment: The two do not contradict each other.",
        "assessment: The two do not contradict each other.[^editor]\nsame_origin: One is early.[^number:gone-567]",
    ),
}
LEAD = """\
lead:
  - >-
    The *mayor* spoke,[^actor:rolf-brandt] and [[event:walk-out|the dockers]] left:[^event:walk-out][^number:gone-567]
    none says why.[^editor]
"""


def export_data(root):
    graph = check_dossier(root).graph
    return graph, json.loads(export_one(dossier_json, graph))


def statements_in(data):
    """Return the exported statements by the key of their record; those of the lead by that of the settings."""
    records = {f"{kind.singular}:{record['id']}": record for kind in KINDS for record in data[kind.plural]}
    return {"dossier:dossier": data["lead"]} | {key: record["statements"] for key, record in records.items()}


@ROOTS
def test_every_statement_is_exported_with_its_own_evidence(root):
    graph, data = export_data(root)
    exported = statements_in(data)
    assert exported.keys() == {"dossier:dossier"} | graph.visible_keys
    pairs = [
        (statement, entry)
        for key in exported
        for statement, entry in zip(
            graph.statements_of(graph.dossier.by_key.get(key, graph.dossier.settings)), exported[key], strict=True
        )
    ]
    for statement, entry in nonempty(pairs):
        plain = strip_markup(statement.markup, graph.labels)
        assert (entry["id"], entry["by"], entry["text"]) == (statement.id, statement.by, " ".join(plain.split()))
        assert (entry["markup"], entry["field"]) == (statement.markup, ".".join(map(str, statement.path)))
        assert entry["marks"] == [mark.target for mark in statement.marks]
        spans = [(cited.passage.source, *cited.span, list(cited.passage.via)) for cited in statement.citations]
        assert [
            tuple(passage[name] for name in ("source", "file", "start", "end", "via")) for passage in entry["evidence"]
        ] == spans


@ROOTS
def test_the_evidence_of_a_statement_is_in_the_texts_and_counted_by_itself(root):
    graph, data = export_data(root)
    texts = source_texts(root)
    for key, entries in statements_in(data).items():
        item = graph.dossier.by_key.get(key, graph.dossier.settings)
        for statement, entry in zip(graph.statements_of(item), entries, strict=True):
            for passage in entry["evidence"]:
                assert texts[passage["file"]][passage["start"] : passage["end"]] == passage["exact"]
            counts = graph.count_origins(statement.citations)
            assert (
                entry["documents"] == len({passage["source"] for passage in entry["evidence"]}) == len(counts.sources)
            )
            assert entry["origins"] == len(counts.origins) <= entry["documents"]


@ROOTS
def test_addresses_are_distinct_and_lead_to_the_page_of_the_record(root):
    _, data = export_data(root)
    addresses = [entry["url"] for entries in statements_in(data).values() for entry in entries]
    assert len(set(addresses)) == len(nonempty(addresses))
    for kind in KINDS:
        for record in data[kind.plural]:
            urls = [entry["url"] for entry in record["statements"]]
            assert urls == [f"{record['url']}#s-{entry['id']}" for entry in record["statements"]]


@ROOTS
def test_no_statement_has_a_mark_in_its_words(root):
    _, data = export_data(root)
    for entry in nonempty(entry for entries in statements_in(data).values() for entry in entries):
        assert not MARK.search(entry["text"] + entry["markup"])
        assert "[[" not in entry["text"]


def test_the_lead_has_its_statements(base, write):
    text = (base / "content/dossier.yml").read_text("utf-8")
    _, data = export_data(write("content/dossier.yml", text + LEAD))
    first, second, third = data["lead"]
    assert (first["text"], first["markup"]) == ("The mayor spoke,", "The *mayor* spoke,")
    assert (first["url"], first["field"], first["by"]) == ("index.html#s-actor-rolf-brandt", "lead.0", "source")
    assert second["marks"] == ["event:walk-out", "number:gone-567"]
    assert (second["text"], second["documents"]) == ("and the dockers left:", 2)
    assert [passage["source"] for passage in second["evidence"]] == ["gazette", "ledger"]
    assert (third["by"], third["evidence"], third["documents"], third["origins"]) == ("editor", [], 0, 0)


def test_the_evidence_of_another_record_is_named_by_its_annotation(small_files):
    data = json.loads(small_files[dossier_json.PATH])
    [disagreement] = data["disagreements"]
    annotations = {
        entry["field"]: [passage["annotation"] for passage in entry["evidence"]] for entry in disagreement["statements"]
    }
    assert annotations == {
        "summary": [],
        "assessment": [],
        "positions.0.statement": ["../numbers/more-than-500.html#passages.0"],
        "positions.1.statement": ["../numbers/gone-567.html#passages.0"],
    }
    items = json.loads(small_files["data/annotations.json"])["first"]["items"]
    assert {id for ids in annotations.values() for id in ids} <= {annotation["id"] for annotation in items}


@pytest.fixture
def marked(base, write):
    """The small dossier with marks in every field that may have them."""
    for file, (plain, with_marks) in MARKED.items():
        text = (base / file).read_text("utf-8")
        assert plain in text
        write(file, text.replace(plain, with_marks))
    replace(base / "content/events/walk-out.yml", "- source: gazette", "- label: gate\n    source: gazette")
    return write("content/dossier.yml", (base / "content/dossier.yml").read_text("utf-8") + LEAD)


def test_marks_are_only_in_the_fields_with_markup(marked):
    files = export_files(marked)
    statements = check_dossier(marked).graph.statements
    marks = {f"[^{mark.target}]".encode() for statement in statements for mark in statement.marks}
    assert marks > {b"[^gate]", b"[^editor]", b"[^number:gone-567]"}
    contents = {path: content if isinstance(content, bytes) else content.encode() for path, content in files.items()}
    with_marks = {path for path, content in contents.items() if any(mark in content for mark in marks)}
    tables = {path for path in with_marks if path.startswith("data/csv/")}
    records = {path for path in with_marks if path.startswith("data/records/")}
    assert with_marks - tables - records == {dossier_json.PATH, "data/bulk.ndjson", "data/dossier.sqlite"}
    rows = [row for path in tables for row in csv.DictReader(StringIO(contents[path].decode("utf-8"), newline=""))]
    assert {name.endswith("_markup") for row in rows for name, cell in row.items() if "[^" in cell} == {True}
    data = json.loads(files[dossier_json.PATH])
    [opening] = [event for event in data["events"] if event["id"] == "opening"]
    assert opening["summary"].startswith("It happened. ")
    assert opening["summary_markup"].startswith("It happened.[^actor:nils-aker] ")
    assert "[^" not in json.dumps([data["lead"], *(entries for entries in statements_in(data).values())])


def test_the_title_of_an_event_is_shown_without_its_marks(marked):
    files = export_files(marked)
    assert "SUMMARY:The walk-out\r\n" in files["data/events.ics"].decode()
    [title] = [
        entry
        for entry in statements_in(json.loads(files[dossier_json.PATH]))["event:walk-out"]
        if entry["field"] == "title"
    ]
    assert (title["text"], title["marks"], len(title["evidence"])) == ("The walk-out", ["gate"], 1)
