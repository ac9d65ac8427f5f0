"""The graph: who refers to whom, what readers see, and in which order."""

import random
from dataclasses import replace

import pytest
from dossier.check import run_rules
from dossier.cli.app import cli
from dossier.cli.reference import command_docs
from dossier.coverage import compute_coverage
from dossier.graph import build_graph
from dossier.graph.markup import find_cross_links
from dossier.graph.urls import page_path, page_url, passage_anchor, relative_url, text_page_path
from dossier.match import resolve_passages
from dossier.model.passage import Span
from dossier.pipeline import check_dossier, render_all


@pytest.fixture
def graph(base):
    return check_dossier(base).graph


def keys(records):
    return [record.key for record in records]


def test_backlinks_are_the_records_that_name_one(graph):
    assert keys(graph.backlinks_of(graph.dossier.by_key["place:port-brenn"])) == [
        "source:gazette",
        "event:walk-out",
        "number:more-than-500",
        "number:gone-567",
    ]


def test_a_record_is_no_backlink_of_its_own(real):
    assert any(link.target == link.record.key for link in real.graph.references)
    assert [record.key for record in real.graph.visible if record in real.graph.backlinks_of(record)] == []


def test_a_link_is_read_from_fields_prose_and_chains(graph):
    linked = {(one.record.key, one.path, one.target, one.in_prose) for one in graph.references}
    assert ("source:gazette", ("summary",), "place:port-brenn", True) in linked
    assert ("number:gone-567", ("passages", 0, "via", 1), "actor:port-officials", False) in linked
    assert ("number:gone-567", ("passages", 0, "via", 0), "source:wire-report", False) in linked
    assert ("disagreement:how-many", ("positions", 1, "rests_on", 0), "number:gone-567", False) in linked


def test_a_record_is_found_by_the_field_that_names_another(graph):
    holm = graph.dossier.by_key["actor:eva-holm"]
    assert keys(graph.referring_records(holm, "speaker")) == ["quote:good-day"]
    assert keys(graph.referring_records(holm, "participants")) == ["event:walk-out"]
    assert keys(graph.referring_records(holm, "counted_by")) == []


def test_a_disagreement_rests_on_the_evidence_of_its_positions(graph):
    found = graph.corroboration_of(graph.dossier.by_key["disagreement:how-many"])
    assert found.sources == ("gazette", "ledger")
    assert [origin.sources for origin in found.origins] == [("gazette",), ("ledger",)]


def test_a_draft_is_neither_shown_nor_listed(base, write):
    file = "content/events/opening.yml"
    graph = check_dossier(write(file, (base / file).read_text("utf-8").replace("published", "draft"))).graph
    assert "event:opening" in graph.dossier.by_key
    assert "event:opening" not in graph.visible_keys | set(keys(graph.by_kind["events"]))
    assert graph.backlinks_of(graph.dossier.by_key["event:walk-out"]) == tuple(
        graph.dossier.by_key[key] for key in ("number:more-than-500", "number:gone-567")
    )
    made = {output.path: output.content for output in render_all(graph) if output.path.endswith(".md")}
    assert "events/opening.md" not in made
    assert [path for path, content in made.items() if "free harbour” opened" in str(content)] == ["texts/gazette.md"]


def test_kinds_are_shown_in_their_order_and_each_in_its_own(graph):
    assert list(graph.by_kind) == ["sources", "actors", "events", "numbers", "quotes", "disagreements", "places"]
    assert keys(graph.by_kind["events"]) == ["event:walk-out", "event:opening"]
    assert keys(graph.by_kind["numbers"]) == ["number:more-than-500", "number:gone-567"]


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_files_changes_nothing(real, real_outputs, seed):
    records = list(real.graph.dossier.records)
    random.Random(seed).shuffle(records)
    dossier = replace(real.graph.dossier, records=tuple(records))
    shuffled = build_graph(dossier, *resolve_passages(dossier))
    shuffled = replace(shuffled, coverage=compute_coverage(shuffled))
    assert keys(shuffled.visible) == keys(real.graph.visible)
    assert sorted(map(str, run_rules(shuffled))) == sorted(map(str, run_rules(real.graph)))
    made = {output.path: output.content for output in render_all(shuffled, commands=command_docs(cli))}
    assert [path for path in real_outputs if made[path] != real_outputs[path]] == []


def test_the_order_of_files_changes_no_page(base, graph):
    dossier = replace(graph.dossier, records=graph.dossier.records[::-1])
    assert told(render_all(build_graph(dossier, *resolve_passages(dossier)))) == told(render_all(graph))


def told(made):
    return [output._replace(entry=output.entry and output.entry()) for output in made]


def test_addresses_are_relative_to_the_root(graph):
    holm = graph.dossier.by_key["actor:eva-holm"]
    assert (page_path(holm), page_url(page_path(holm))) == ("actors/eva-holm.md", "actors/eva-holm.html")
    assert (text_page_path("ledger"), passage_anchor(Span("x", 3, 14))) == ("texts/ledger.md", "p-3-14")


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("actors/a.md", "index.md", "actors/a.md"),
        ("actors/a.md", "events/e.md", "../actors/a.md"),
        ("actors/a.md", "actors/b.md", "a.md"),
        ("index.md", "texts/t.md", "../index.md"),
    ],
)
def test_a_link_is_relative_to_its_page(target, page, link):
    assert relative_url(target, page) == link


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("[[actor:a]] and [[event:b|the day]]", [("actor:a", None), ("event:b", "the day")]),
        ("[[ actor:a ]] [[actor:a| ]]", [("actor:a", None), ("actor:a", None)]),
        ("[[actor:a] [[actor:a|b|c]] [x] ]]", [("actor:a", "b|c")]),
        ("[[actor:\na]] [[]]", [("", None)]),
        ("plain", []),
    ],
)
def test_cross_links_are_found_in_prose(prose, found):
    assert [(link.key, link.words) for link in find_cross_links(prose)] == found
