"""Relationships on pages: the matrix of sides, the groups on an actor's page, and what the network shows first."""

import re
from collections import Counter

import pytest
from dossier.model.kinds.actor import Actor
from dossier.pipeline import check_dossier, link_dossier, render_all, render_pages
from dossier.render.actor_ties import FAMILIES, MAX_SHOWN, MIN_FOLDED, relation_groups
from dossier.render.charts.side_markers import NO_SIDE
from dossier.render.pages.actors import MAX_TITLES, actors_context
from dossier.render.pages.network import MAX_MARKED, MAX_NAMES, PAGE
from dossier.render.ties import SHADES, STANCES, iter_ties, tie_matrix

from benchmarks.synthetic import write_dossier
from tests.helpers import nonempty

TYPES = set(Actor.model_json_schema()["$defs"]["Relation"]["properties"]["type"]["enum"])
MAX_BYTES = 1_000_000
RECORDS = 5000
SOME_RECORDS = 1250
"""Enough for a list without marks, whose length grows with the number of relationships."""


@pytest.fixture
def mutual(base):
    """The graph of the small dossier in which two actors oppose each other, and one of them twice."""
    path = base / "content/actors/eva-holm.yml"
    passages = "passages: [{source: gazette, exact: He gave the dockers 72 hours.}]"
    added = "".join(
        f"  - {{type: {type}, to: rolf-brandt, basis: b, {passages}}}\n" for type in ("opposes", "holds responsible")
    )
    text = path.read_text("utf-8").replace("relations:\n", f"relations:\n{added}")
    path.write_text(text, "utf-8")
    return check_dossier(base).graph


def by_heading(graph, actor):
    groups = relation_groups(graph, graph.dossier.by_key[f"actor:{actor}"])
    return {group.heading: [related.actor.id for related in group.actors] for group in groups}


def test_every_type_of_relation_is_in_one_family():
    assert Counter(type for family in FAMILIES for type in family.types) == Counter(TYPES)
    assert STANCES.keys() <= TYPES


def test_the_matrix_counts_every_relation_between_its_sides(real):
    ties = nonempty(iter_ties(real.graph))
    groups = [group for row in tie_matrix(real.graph, ties) for group in row.groups]
    assert sorted(tie.id for group in groups for tie in group.ties) == sorted(tie.id for tie in ties)
    for group in groups:
        assert {(tie.subject.side or NO_SIDE.id, tie.to.side or NO_SIDE.id) for tie in group.ties} <= {
            (group.subject.side.id, group.to.side.id)
        }
        assert sum(stance.tie_count for stance in group.stances) == len(group.ties)
        assert (group.shade == 0) == (not group.ties)
    most = max(groups, key=lambda group: len(group.ties))
    assert most.shade == SHADES


def test_the_index_has_every_actor_once_on_its_side(real):
    bands = actors_context(real.graph)["bands"]
    listed = [
        (entry.actor.id, band.marker.side.id)
        for band in bands
        for shelf in (band.people, band.named, band.unnamed)
        for entry in (*shelf.shown, *shelf.more)
    ]
    assert Counter(listed) == Counter((actor.id, actor.side or NO_SIDE.id) for actor in real.graph.visible_of(Actor))
    assert all(entry.actor.unnamed for band in bands for entry in band.unnamed.shown)
    assert not any(entry.actor.unnamed for band in bands for entry in (*band.people.shown, *band.named.shown))


def test_an_actor_with_many_titles_is_introduced_by_none_of_them(real):
    entries = [entry for band in actors_context(real.graph)["bands"] for entry in band.people.shown]
    for entry in nonempty(entry for entry in entries if entry.actor.roles):
        is_titled = any(role.title in entry.introduction for role in entry.actor.roles)
        assert is_titled == (len(entry.actor.roles) <= MAX_TITLES)


def test_relations_in_both_directions_are_one_entry(mutual):
    assert by_heading(mutual, "eva-holm") == {"Supports": ["nils-aker"], "Opposes, and opposed by": ["rolf-brandt"]}
    assert by_heading(mutual, "rolf-brandt") == {"Opposes, and opposed by": ["eva-holm"]}
    page = next(output.content for output in render_all(mutual) if output.path == "actors/eva-holm.md")
    related = page.partition("## Relationships")[2].partition("</dl>")[0]
    assert len(re.findall(r">Rolf Brandt</a>", related)) == 1
    assert len(re.findall(r'class="dossier-statement"', related)) == 3
    assert ">opposes" in related and ">holds responsible" in related


def test_each_other_actor_is_once_in_a_group_and_all_statements_keep_their_anchors(real, real_outputs):
    for actor in real.graph.visible_of(Actor):
        for group in relation_groups(real.graph, actor):
            keys = [related.actor.key for related in group.actors]
            assert len(keys) == len(set(keys))
            assert not group.more or (len(group.shown) == MAX_SHOWN and len(group.more) >= MIN_FOLDED)
        page = real_outputs[f"actors/{actor.id}.md"]
        for statement in real.graph.statements_of(actor):
            assert page.count(f'id="{statement.anchor}"') == 1


def test_the_list_has_every_relation_and_each_actor_has_one_anchor(real, real_outputs):
    page = real_outputs["network.md"]
    ties = nonempty(iter_ties(real.graph))
    assert sorted(re.findall(r'<li class="dossier-relation" id="([^"]+)"', page)) == sorted(tie.id for tie in ties)
    for actor in {actor.id for tie in ties for actor in (tie.subject, tie.to)}:
        assert page.count(f'id="{actor}"') == 1


def test_sides_against_each_other_face_each_other(real):
    columns = [[side.marker.side.id for side in column] for column in PAGE.context(real.graph)["columns"]]
    against = Counter(
        tuple(sorted((tie.subject.side or NO_SIDE.id, tie.to.side or NO_SIDE.id)))
        for tie in iter_ties(real.graph)
        if tie.stance == "against"
    )
    one, other = max(against, key=against.__getitem__)
    assert (one in columns[0]) != (other in columns[0])
    names = [sum(len(side.names) for side in column) for column in PAGE.context(real.graph)["columns"]]
    assert min(names) > 0 and sum(names) <= MAX_NAMES


def test_the_page_of_a_large_dossier_is_light(root, tmp_path):
    write_dossier(tmp_path / "large", SOME_RECORDS, root / "content/pages")
    graph = link_dossier(tmp_path / "large").graph
    count = len(nonempty(iter_ties(graph)))
    assert count > MAX_MARKED
    [page] = [output.content for output in render_pages(graph) if output.path == "network.md"]
    assert page.count('class="dossier-relation"') == count
    assert len(page.encode()) * RECORDS / SOME_RECORDS < MAX_BYTES
