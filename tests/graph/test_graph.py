"""The graph: which records refer to which, what evidence they have, what readers see, and in which order."""

import random
from dataclasses import replace

import pytest
from dossier.check.run import run_rules
from dossier.coverage.compute import compute_coverage
from dossier.graph import build_graph
from dossier.match import resolve_passages
from dossier.pipeline import check_dossier, render_all
from dossier.text.interface import interface_language

from tests.helpers import nonempty

EVENT = "content/events/walk-out.yml"
OPENING = "content/events/opening.yml"
DISAGREEMENT = "content/disagreements/how-many.yml"


@pytest.fixture
def graph(base):
    return check_dossier(base).graph


@pytest.fixture
def graph_with(base, write):
    """Return a function that replaces text in a file of the small dossier and returns the graph."""

    def replace_text(file, old, new):
        text = (base / file).read_text("utf-8")
        assert old in text
        return check_dossier(write(file, text.replace(old, new))).graph

    return replace_text


def keys(records):
    return [record.key for record in records]


def test_backlinks_are_the_visible_records_that_refer_to_a_record(graph):
    assert keys(graph.backlinks_of(graph.dossier.by_key["place:port-brenn"])) == [
        "source:gazette",
        "event:walk-out",
        "number:more-than-500",
        "number:gone-567",
    ]


def test_a_record_that_refers_to_itself_is_not_its_own_backlink(graph_with):
    graph = graph_with(EVENT, "Dockers left the port.", "Dockers left the port, see [[event:walk-out]].")
    walk_out = graph.dossier.by_key["event:walk-out"]
    assert any(reference.target == reference.record.key == walk_out.key for reference in graph.references)
    assert keys(graph.backlinks_of(walk_out)) == ["event:opening", "number:more-than-500", "number:gone-567"]


def test_references_are_read_from_fields_prose_and_attributions(graph):
    references = {
        (reference.record.key, reference.path, reference.target, reference.in_prose) for reference in graph.references
    }
    assert ("source:gazette", ("summary",), "place:port-brenn", True) in references
    assert ("number:gone-567", ("passages", 0, "via", 1), "actor:port-officials", False) in references
    assert ("number:gone-567", ("passages", 0, "via", 0), "source:wire-report", False) in references
    assert ("disagreement:how-many", ("positions", 1, "statement"), "number:gone-567", True) in references


def test_an_unidentified_party_is_not_a_reference(graph_with):
    graph = graph_with("content/numbers/gone-567.yml", "port-officials]", "unidentified]")
    assert [reference for reference in nonempty(graph.references) if "unidentified" in reference.target] == []


def test_a_record_names_each_key_once_in_the_order_of_its_fields(graph):
    assert graph.references_from(graph.dossier.by_key["event:walk-out"]) == (
        "place:port-brenn",
        "source:gazette",
        "actor:eva-holm",
        "actor:nils-aker",
    )


def test_records_are_found_by_the_field_that_names_another(graph):
    holm = graph.dossier.by_key["actor:eva-holm"]
    assert keys(graph.referring_records(holm, "speaker")) == ["quote:good-day"]
    assert keys(graph.referring_records(holm, "participants")) == ["event:walk-out"]
    assert keys(graph.referring_records(holm, "counted_by")) == []


def test_a_cross_link_in_a_field_of_prose_does_not_count_as_the_field_naming_a_record(graph):
    assert keys(graph.referring_records(graph.dossier.by_key["place:port-brenn"], "summary")) == []


def test_a_withdrawn_record_is_what_a_reference_of_several_kinds_means(graph_with):
    withdrawal = "withdrawn:\n  date: 2019-03-04\n  why: It did not happen.\nreview: published"
    graph = graph_with("content/actors/port-officials.yml", "review: published", withdrawal)
    assert [record.key for record in graph.withdrawn] == ["actor:port-officials"]
    parties = {reference.target for reference in graph.references if reference.path[-2:] == ("via", 1)}
    assert parties == {"actor:port-officials", "actor:eva-holm"}


def test_labels_in_plain_text_are_in_the_language_of_the_interface(graph):
    number = graph.dossier.by_key["number:more-than-500"]
    prose = f"See [[{number.key}]]."
    english = graph.plain_text(prose)
    with interface_language("es"):
        spanish = graph.plain_text(prose)
        assert spanish == f"See {number.label}."
    assert graph.plain_text(prose) == english != spanish


def test_a_party_is_a_source_before_it_is_an_actor_of_the_same_id(base, write):
    actor = (base / "content/actors/nils-aker.yml").read_text("utf-8")
    graph = check_dossier(write("content/actors/wire-report.yml", actor)).graph
    assert "actor:wire-report" in graph.dossier.by_key
    assert graph.party_key("wire-report") == "source:wire-report"
    assert graph.party_key("eva-holm") == "actor:eva-holm"
    assert graph.party_key("nobody") is None


def test_a_disagreement_has_the_evidence_of_its_positions(graph):
    corroboration = graph.corroboration_of(graph.dossier.by_key["disagreement:how-many"])
    assert corroboration.sources == ("gazette", "ledger")
    assert [origin.sources for origin in corroboration.origins] == [("gazette",), ("ledger",)]


def test_a_passage_that_is_not_found_is_no_evidence(graph_with):
    graph = graph_with("content/numbers/gone-567.yml", "567 dockers had gone", "567 dockers had not gone")
    number, disagreement = (graph.dossier.by_key[key] for key in ("number:gone-567", "disagreement:how-many"))
    assert graph.corroboration_of(number).origins == ()
    assert [statement.citations for statement in graph.statements_in(disagreement, "positions", 1)] == [()]
    assert graph.corroboration_of(disagreement).sources == ("gazette",)


def test_a_draft_is_not_visible_and_has_no_page(graph_with):
    graph = graph_with(OPENING, "published", "draft")
    assert "event:opening" in graph.dossier.by_key
    assert "event:opening" not in graph.visible_keys | set(keys(graph.by_kind["events"]))
    assert keys(graph.backlinks_of(graph.dossier.by_key["event:walk-out"])) == [
        "number:more-than-500",
        "number:gone-567",
    ]
    pages = {output.path: str(output.content) for output in render_all(graph) if output.path.endswith(".md")}
    assert "events/opening.md" not in pages
    assert [path for path, content in pages.items() if "free harbour” opened" in content] == ["texts/gazette.md"]


def test_visible_records_are_sorted_by_kind_and_within_each_kind(graph):
    assert list(graph.by_kind) == ["sources", "actors", "events", "numbers", "quotes", "disagreements", "places"]
    assert keys(graph.by_kind["events"]) == ["event:walk-out", "event:opening"]
    assert keys(graph.by_kind["numbers"]) == ["number:more-than-500", "number:gone-567"]


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_files_changes_no_finding_and_no_page(graph, seed):
    records = list(graph.dossier.records)
    random.Random(seed).shuffle(records)
    dossier = replace(graph.dossier, records=tuple(records))
    resolution = resolve_passages(dossier)
    shuffled = build_graph(dossier, resolution, compute_coverage(dossier, resolution))
    unshuffled = replace(graph, coverage=compute_coverage(graph.dossier, graph.resolution))
    assert len(shuffled.coverage) > 10
    assert shuffled.coverage == unshuffled.coverage
    assert keys(shuffled.visible) == keys(unshuffled.visible)
    assert sorted(map(str, run_rules(shuffled))) == sorted(map(str, run_rules(unshuffled)))
    assert comparable(render_all(shuffled)) == comparable(render_all(unshuffled))


def comparable(outputs):
    """Return outputs with what they make on demand: their content and their search entries."""
    made = [(output.path, output.content, output.search_entry and output.search_entry()) for output in outputs]
    assert made
    return made
