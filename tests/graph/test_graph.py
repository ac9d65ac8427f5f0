"""The graph: who refers to whom, what readers see, and in which order."""

import random
from dataclasses import replace

import pytest
from dossier.check import check
from dossier.cli import COMMANDS
from dossier.cli.reference import command_texts
from dossier.coverage import cover
from dossier.graph import link
from dossier.graph.markup import prose_links
from dossier.graph.urls import anchor_of, page_of, reader_page_of, relative, url_of
from dossier.match import find_all
from dossier.model.passage import Span
from dossier.pipeline import checked, outputs


@pytest.fixture
def graph(base):
    return checked(base).graph


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
    assert any(link.target == link.record.key for link in real.graph.links)
    assert [record.key for record in real.graph.shown if record in real.graph.backlinks_of(record)] == []


def test_a_link_is_read_from_fields_prose_and_chains(graph):
    linked = {(one.record.key, one.path, one.target, one.in_prose) for one in graph.links}
    assert ("source:gazette", ("summary",), "place:port-brenn", True) in linked
    assert ("number:gone-567", ("passages", 0, "via", 1), "actor:port-officials", False) in linked
    assert ("number:gone-567", ("passages", 0, "via", 0), "source:wire-report", False) in linked
    assert ("disagreement:how-many", ("positions", 1, "rests_on", 0), "number:gone-567", False) in linked


def test_a_record_is_found_by_the_field_that_names_another(graph):
    holm = graph.dossier.by_key["actor:eva-holm"]
    assert keys(graph.referring(holm, "speaker")) == ["quote:good-day"]
    assert keys(graph.referring(holm, "participants")) == ["event:walk-out"]
    assert keys(graph.referring(holm, "counted_by")) == []


def test_a_disagreement_rests_on_the_evidence_of_its_positions(graph):
    found = graph.corroboration_of(graph.dossier.by_key["disagreement:how-many"])
    assert found.documents == ("gazette", "ledger")
    assert [origin.sources for origin in found.origins] == [("gazette",), ("ledger",)]


def test_a_draft_is_neither_shown_nor_listed(base, write):
    file = "content/events/opening.yml"
    graph = checked(write(file, (base / file).read_text("utf-8").replace("published", "draft"))).graph
    assert "event:opening" in graph.dossier.by_key
    assert "event:opening" not in graph.shown_keys | set(keys(graph.by_kind["events"]))
    assert graph.backlinks_of(graph.dossier.by_key["event:walk-out"]) == tuple(
        graph.dossier.by_key[key] for key in ("number:more-than-500", "number:gone-567")
    )
    made = {output.path: output.content for output in outputs(graph) if output.path.endswith(".md")}
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
    shuffled = link(dossier, *find_all(dossier))
    shuffled = replace(shuffled, coverage=cover(shuffled))
    assert keys(shuffled.shown) == keys(real.graph.shown)
    assert sorted(map(str, check(shuffled))) == sorted(map(str, check(real.graph)))
    made = {output.path: output.content for output in outputs(shuffled, commands=command_texts(COMMANDS))}
    assert [path for path in real_outputs if made[path] != real_outputs[path]] == []


def test_the_order_of_files_changes_no_page(base, graph):
    dossier = replace(graph.dossier, records=graph.dossier.records[::-1])
    assert told(outputs(link(dossier, *find_all(dossier)))) == told(outputs(graph))


def told(made):
    return [output._replace(entry=output.entry and output.entry()) for output in made]


def test_addresses_are_relative_to_the_root(graph):
    holm = graph.dossier.by_key["actor:eva-holm"]
    assert (page_of(holm), url_of(page_of(holm))) == ("actors/eva-holm.md", "actors/eva-holm.html")
    assert (reader_page_of("ledger"), anchor_of(Span("x", 3, 14))) == ("texts/ledger.md", "p-3-14")


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
    assert relative(target, page) == link


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
    assert [(link.key, link.words) for link in prose_links(prose)] == found
