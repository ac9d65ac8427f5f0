"""Provenance: chains of attribution as nodes in columns, in which shared origins merge."""

from functools import partial

import pytest
from dossier.graph.origins import count_origins
from dossier.graph.provenance import (
    FIRST_RELAY,
    ROLES,
    SECOND_RELAY,
    SPEAKER,
    ChainIndex,
    Node,
    longest_chains,
    merge_lightest,
    passages_by_chain,
    show_bases,
    trace,
)

from tests.graph.test_origins import PUBLISHERS, RESTS_ON, UPSTREAMS, cite
from tests.helpers import nonempty


def cite_apart(*attributions):
    """Return found citations, each of a passage of its own."""
    citations = [cite(attribution) for attribution in attributions]
    return [
        citation._replace(result=citation.result._replace(span=citation.span._replace(start=index, end=index + 1)))
        for index, citation in enumerate(citations)
    ]


def is_source(party):
    return party in RESTS_ON


def trace_of(*attributions, **options):
    return trace(passages_by_chain(cite_apart(*attributions)), is_source, **options)


def links(provenance):
    """Return the links as words, each with its number of passages."""
    return {f"{start.party} {end.party}": len(places) for (start, end), places in provenance.links.items()}


def column(provenance, number):
    return [node.party or node.others or node.unnamed_by for node in provenance.in_column(number)]


def test_a_relay_that_two_sources_name_is_one_node():
    provenance = trace_of("blog wire ann", "mirror wire ann", "mirror wire bob")
    assert column(provenance, FIRST_RELAY) == ["wire"]
    assert links(provenance) == {"blog wire": 1, "mirror wire": 2, "wire ann": 2, "wire bob": 1}


def test_a_passage_is_counted_once_in_a_node_however_many_chains_it_has():
    first, second = cite_apart("blog wire ann", "blog paper bob")
    provenance = trace(passages_by_chain([first, second._replace(result=first.result), first]), is_source)
    assert [len(places) for node, places in provenance.nodes.items() if node.party == "blog"] == [1]


def test_the_own_words_of_a_source_lead_to_nobody_else():
    provenance = trace_of("blog", "blog wire", "blog wire ann")
    assert {node.party: len(places) for node, places in provenance.own.items()} == {"blog": 1, "wire": 1}
    assert links(provenance) == {"blog wire": 2, "wire ann": 1}


def test_a_speaker_without_a_relay_is_linked_directly():
    assert links(trace_of("blog ann")) == {"blog ann": 1}


def test_someone_whom_two_sources_do_not_name_is_not_taken_for_one_person():
    provenance = trace_of("blog unidentified", "mirror unidentified", "mirror wire unidentified")
    assert sorted(column(provenance, SPEAKER)) == ["blog", "mirror", "wire"]


def test_a_relay_of_a_relay_has_a_column_of_its_own():
    provenance = trace_of("blog paper wire ann")
    assert [column(provenance, number) for number in range(4)] == [["blog"], ["paper"], ["wire"], ["ann"]]


def test_a_relay_is_one_node_where_it_is_named_at_once_and_through_another():
    provenance = trace_of("blog paper wire ann", "mirror wire ann")
    assert column(provenance, SECOND_RELAY) == ["wire"]
    assert links(provenance)["mirror wire"] == 1


def test_relays_that_name_each_other_end():
    provenance = trace_of("blog hen egg ann", "mirror egg hen ann")
    assert column(provenance, FIRST_RELAY) == ["egg", "hen"]
    assert column(provenance, SECOND_RELAY) == ["egg", "hen"]


def test_of_many_relays_the_first_and_the_last_are_drawn():
    provenance = trace_of("blog mirror paper wire ann")
    assert provenance.is_shortened
    assert links(provenance) == {"blog mirror": 1, "mirror wire": 1, "wire ann": 1}


@pytest.mark.parametrize(
    ("attributions", "relays"),
    [
        (("blog paper wire ann", "blog paper gazette bob"), ["paper"]),
        (("blog paper wire ann", "mirror wire ann"), ["paper", "wire"]),
        (("blog paper wire ann", "mirror gazette wire ann"), ["gazette", "paper", "wire"]),
    ],
)
def test_only_a_relay_that_nobody_else_relays_is_folded(attributions, relays):
    provenance = trace_of(*attributions, fold=True)
    assert sorted(column(provenance, FIRST_RELAY) + column(provenance, SECOND_RELAY)) == relays


def test_the_words_of_a_folded_relay_are_not_the_own_words_of_another():
    assert not trace_of("blog paper wire", fold=True).own


def test_the_lightest_of_a_column_are_merged_and_counted():
    provenance = trace_of(*["blog wire ann"] * 3, *["blog wire bob"] * 2, "blog wire cy", "blog paper di", "blog dan")
    merged = merge_lightest(provenance, [3] * len(ROLES))
    assert column(merged, SPEAKER) == ["ann", "bob", 3]
    others = Node(SPEAKER, "", others=3)
    assert len(merged.nodes[others]) == 3
    assert sum(len(places) for (_, end), places in merged.links.items() if end == others) == 3
    assert sum(map(len, merged.passages.values())) == 8


def test_one_node_is_never_merged_alone():
    provenance = trace_of("blog ann", "blog bob", "blog cy")
    assert merge_lightest(provenance, [3] * len(ROLES)) == provenance


def test_a_kept_relay_and_those_who_relay_it_are_merged_last():
    provenance = trace_of(*["blog paper"] * 9, *["fox gazette"] * 5, *["hen ledger"] * 4, "mirror wire", "digest wire")
    merged = merge_lightest(provenance, [3] * len(ROLES), "wire")
    assert column(merged, 0) == ["digest", "mirror", 3]
    assert column(merged, FIRST_RELAY)[0] in ("paper", "wire") and "wire" in column(merged, FIRST_RELAY)


def test_what_makes_two_chains_one_origin_is_shown_although_no_passage_names_it():
    citations = cite_apart("mirror", "blog ann")
    corroboration = count_origins(citations, UPSTREAMS, PUBLISHERS)
    provenance = show_bases(trace(passages_by_chain(citations), is_source), corroboration, UPSTREAMS)
    assert len(corroboration.origins) == 1
    assert [(start.party, end.party) for start, end in provenance.based_on] == [("blog", "wire"), ("mirror", "wire")]
    assert [node for node, places in provenance.nodes.items() if not places] == [Node(FIRST_RELAY, "wire")]


def test_nothing_is_added_where_the_chains_name_their_origin():
    citations = cite_apart("mirror wire", "blog wire ann", "blog")
    provenance = trace(passages_by_chain(citations), is_source)
    assert show_bases(provenance, count_origins(citations, UPSTREAMS, PUBLISHERS), UPSTREAMS) == provenance


def test_attributions_are_the_chains_that_no_longer_one_begins_with():
    passages = passages_by_chain(cite_apart("blog", "blog wire", "blog wire ann", "blog wire bob", "mirror"))
    assert set(longest_chains(passages)) == {("blog", "wire", "ann"), ("blog", "wire", "bob"), ("mirror",)}


def test_the_chains_of_a_party_are_those_that_it_is_a_link_of():
    index = ChainIndex(cite_apart("blog wire ann", "mirror wire", "mirror bob"), RESTS_ON)
    assert set(index.through("wire")) == {("blog", "wire", "ann"), ("mirror", "wire")}
    assert index.through("nobody") == {}


def test_every_passage_of_the_real_dossier_is_in_the_picture(real):
    graph = real.graph
    provenance = trace(graph.chains.passages, graph.chains.is_source)
    found = {citation.place for citation in graph.citations if citation.is_found}
    read = frozenset().union(*(places for node, places in provenance.nodes.items() if node.role == "read"))
    assert read == nonempty(found)


def test_a_speaker_is_linked_to_the_last_relay_that_is_drawn(real):
    graph = real.graph
    trace_real = partial(trace, graph.chains.passages, graph.chains.is_source)
    for provenance in (trace_real(), trace_real(fold=True)):
        ends = {end for _, end in provenance.links}
        assert nonempty([node for node in provenance.nodes if node.role != "read"])
        assert all(node in ends for node in provenance.nodes if node.role != "read")
