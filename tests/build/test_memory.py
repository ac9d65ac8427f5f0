"""A build keeps no page that it has written, and no data file as a whole."""

import json
import subprocess
import sys
from types import SimpleNamespace

from dossier import pipeline
from dossier.check import run as rules
from dossier.check.names import names_of
from dossier.check.run import forget_texts
from dossier.detect.en.claim_words import CLAIMS
from dossier.detect.en.word_forms import index_of, meaningful_words
from dossier.export.registry import EXPORTS
from dossier.export.tables import iter_tables
from dossier.io import yaml_reader
from dossier.load import loader
from dossier.model.publish_context import NO_CONTEXT
from dossier.pipeline import check_dossier, render_pages
from dossier.plugin.page_store import SharedHeadings
from mkdocs.structure.toc import get_toc

from tests.build.conftest import replace
from tests.helpers import nonempty
from tests.site.conftest import run

MEASURING_BUILD = """import gc, json, pathlib
from mkdocs.__main__ import cli
from mkdocs.plugins import CombinedEvent
from mkdocs.structure.pages import Page
from dossier.plugin import DossierPlugin

kept = {}
on_post_page, on_post_build = DossierPlugin.on_post_page, DossierPlugin.on_post_build

def measure_page(plugin, output, *, page, config):
    kept[page.file.src_uri] = [bool(page.markdown), bool(page.content)]
    return on_post_page(plugin, output, page=page, config=config)

def measure_pages(plugin, *, config):
    pages = [item for item in gc.get_objects() if isinstance(item, Page) and item.file.src_dir is None]
    left = [page.file.src_uri for page in pages if page.markdown or page.content or page.file._replaced]
    pathlib.Path("kept.json").write_text(json.dumps([len(pages), kept, left]))

DossierPlugin.on_post_page = measure_page
DossierPlugin.on_post_build = CombinedEvent(measure_pages, *on_post_build.methods)
cli(["build"], standalone_mode=False)
"""
LARGE_TABLES = ("records", "about", "statements", "statement_evidence", "passages", "passage_via")
ASKING_HOOK = """import json, pathlib
def on_page_context(context, page, config, nav):
    if page.file.src_uri == "numbers/gone-567.md":
        pathlib.Path("kept.json").write_text(json.dumps([page.markdown, page.content]))
"""


def test_a_page_is_kept_once_until_it_is_written_and_then_dropped(project):
    done = subprocess.run([sys.executable, "-c", MEASURING_BUILD], cwd=project, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    count, kept, left = json.loads((project / "kept.json").read_text("utf-8"))
    assert count > 30
    assert kept["numbers/gone-567.md"] == [False, True]
    assert left == []


def test_a_hook_finds_the_markdown_and_the_html_of_a_page(project):
    (project / "hook.py").write_text(ASKING_HOOK, "utf-8")
    replace(project / "mkdocs.yml", "docs_dir:", "hooks: [hook.py]\ndocs_dir:")
    done = run("mkdocs", "build", cwd=project)
    assert done.returncode == 0, done.stderr
    markdown, html = json.loads((project / "kept.json").read_text("utf-8"))
    assert "567 had gone." in markdown
    assert "567 had gone." in html


def test_pages_share_the_headings_that_they_have_in_common():
    pages = [
        SimpleNamespace(toc=get_toc([{"level": 1, "id": name, "name": name, "children": [*map(heading, below)]}]))
        for name, below in (("first", ("evidence", "links")), ("second", ("evidence", "links")), ("third", ("links",)))
    ]
    texts = [str(page.toc) for page in pages]
    shared = SharedHeadings()
    for page in pages:
        shared.share(page)
    assert [str(page.toc) for page in pages] == texts
    first, second, third = (page.toc.items[0].children for page in pages)
    assert first is second is not third


def heading(name):
    return {"level": 2, "id": name, "name": name, "children": []}


def test_a_page_is_rendered_when_it_is_asked_for(base):
    (page,) = [page for page in render_pages(check_dossier(base).graph) if page.path == "numbers/gone-567.md"]
    assert callable(page.source)
    assert page.content is not page.content
    assert b"".join(page.iter_bytes()) == page.content.encode("utf-8")


def test_large_data_files_are_made_record_by_record(real):
    count = len(real.graph.visible)
    large = {}
    for module in EXPORTS:
        for output in module.export(real.graph, NO_CONTEXT):
            pieces = [len(piece) for piece in output.iter_bytes()]
            if callable(output.source) and len(pieces) >= count:
                large[output.path] = max(pieces) / sum(pieces)
    assert large.keys() == {
        "data/dossier.json",
        "data/records/index.json",
        "data/claims.jsonl",
        "data/annotations.json",
        "data/dossier.jsonld",
        "data/ftm.json",
        "data/bulk.ndjson",
    }
    assert max(large.values()) < 0.1


def test_large_tables_are_made_some_rows_at_a_time(real):
    outputs = {output.path: output for module in EXPORTS for output in module.export(real.graph, NO_CONTEXT)}
    for name in LARGE_TABLES:
        pieces = [len(piece) for piece in outputs[f"data/csv/{name}.csv"].iter_bytes()]
        assert len(pieces) > 2
        assert max(pieces) < sum(pieces) / 2


def test_positions_of_a_file_are_worked_out_when_a_finding_needs_them(base, monkeypatch):
    read = []

    def reading(text, path):
        read.append(path)
        return yaml_reader_read(text, path)

    yaml_reader_read = yaml_reader.read_yaml
    monkeypatch.setattr(yaml_reader, "read_yaml", reading)
    monkeypatch.setattr(loader, "read_yaml", reading)
    graph, findings = check_dossier(base)
    assert not findings
    assert len(read) == len(set(read)) > 10
    record = graph.dossier.by_key["number:gone-567"]
    assert [record.location("unit").line, record.location("measure", "what").line] == [3, 5]
    assert read[-1] == record.path
    assert read.count(record.path) == 2


def test_what_rules_read_in_texts_is_forgotten_before_data_files_are_made(base, monkeypatch):
    kept = []

    def note(graph=None):
        functions = (meaningful_words, index_of, names_of, CLAIMS.find_signs)
        kept.append([function.cache_info().currsize for function in functions])

    monkeypatch.setattr(pipeline, "start", lambda task: task)
    monkeypatch.setattr(pipeline, "forget_texts", lambda: note() or forget_texts())
    assert pipeline.start_check(base, note).findings == ()
    before, after = kept
    assert min(before) > 0
    assert after == [0, 0, 0, 0]


def test_what_rules_read_of_very_many_statements_is_forgotten_before_prose_is_checked(project, monkeypatch):
    replace(project / "content" / "numbers" / "gone-567.yml", "567 had gone.", "999 had gone.")
    graph = check_dossier(project).graph
    findings = rules.run_rules(graph)
    forgotten = []
    monkeypatch.setattr(rules, "VERY_MANY_STATEMENTS", 1)
    monkeypatch.setattr(rules, "forget_texts", lambda: forgotten.append(len(graph.statements)) or forget_texts())
    assert sorted(rules.run_rules(graph, is_only_run=True)) == sorted(nonempty(findings))
    assert forgotten
    rules.run_rules(graph)
    assert len(forgotten) == 1


def test_statements_are_read_before_the_processes_part(base, monkeypatch):
    read = []

    def note(task):
        _, graph = task.args
        read.append("_statements_by_item" in vars(graph))
        return task

    monkeypatch.setattr(pipeline, "start", note)
    assert pipeline.start_check(base).findings == ()
    assert read == [True]


def test_names_and_paths_that_recur_are_kept_once(base):
    graph = check_dossier(base).graph
    for values in (
        [reference.target for reference in graph.references],
        [reference.written for reference in graph.references if " " not in reference.written],
        [citation.passage.source for citation in graph.citations],
        [field.path for record in graph.visible for field in record.marked_fields if len(field.path) > 1],
    ):
        assert len(set(map(id, values))) == len(set(values)) < len(values)


def test_the_rows_of_a_table_are_made_one_at_a_time(base):
    for table in iter_tables(check_dossier(base).graph):
        rows = table.rows()
        assert iter(rows) is rows
        assert [*map(tuple, rows)] == [*map(tuple, table.rows())]
