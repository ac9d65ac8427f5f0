"""Origins: passages are independent only if their attributions share no party."""

import pytest
from dossier.graph.origins import build_attribution, count_origins, upstream
from dossier.model.citation import Citation
from dossier.model.content_item import ContentFile
from dossier.model.kinds.source import Source
from dossier.model.passage import MatchResult, Passage, Span

RESTS_ON = {
    "blog": ["paper"],
    "mirror": ["paper"],
    "paper": ["wire"],
    "wire": [],
    "gazette": [],
    "ledger": [],
    "digest": ["wire", "gazette"],
    "hen": ["egg"],
    "egg": ["hen"],
    "fox": ["hen"],
    "review": ["blog", "mirror"],
}


def source(name):
    fields = {"title": name, "kind": "news", "grade": {"letter": "F", "reason": "x"}, "summary": "x", "review": "draft"}
    return Source.parse(fields | {"rests_on": RESTS_ON[name]}, ContentFile(name, f"{name}.yml"))


SOURCES = {name: source(name) for name in RESTS_ON}
UPSTREAMS = {name: upstream(name, SOURCES) for name in SOURCES}
PUBLISHERS = {"gazette": "press-house", "ledger": "press-house", "wire": "agency"}


def cite(attribution):
    """Return a found citation of a passage, given its source and `via`: `blog wire somebody`."""
    source_id, *via = attribution.split()
    passage = Passage(source=source_id, exact="x", via=tuple(via))
    return Citation(SOURCES["wire"], ("passages", 0), passage, MatchResult("found", Span("x.txt", 0, 1)))


def origins(*attributions, publishers=None):
    """Return the root and the sources of each origin of passages with these attributions."""
    corroboration = count_origins(map(cite, attributions), UPSTREAMS, publishers or {})
    return [(origin.root, *origin.sources) for origin in corroboration.origins]


@pytest.mark.parametrize(
    ("name", "upstreams"),
    [
        ("wire", ()),
        ("blog", ("paper", "wire")),
        ("digest", ("wire", "gazette")),
        ("review", ("blog", "mirror", "paper", "wire")),
        ("hen", ("egg",)),
        ("fox", ("hen", "egg")),
        ("unknown", ()),
    ],
)
def test_a_source_relies_on_all_that_its_sources_rely_on(name, upstreams):
    assert upstream(name, SOURCES) == upstreams


def test_two_relays_of_one_report_are_one_origin():
    assert origins("blog", "mirror") == [("wire", "blog", "mirror")]


def test_a_report_and_its_relay_are_one_origin():
    assert origins("paper", "blog") == [("paper", "blog", "paper")]


def test_two_independent_sources_are_two_origins():
    assert origins("gazette", "ledger") == [("gazette", "gazette"), ("ledger", "ledger")]


def test_two_independent_sources_that_quote_two_speakers_are_two_origins():
    assert origins("gazette anna", "ledger bert") == [("gazette", "gazette"), ("ledger", "ledger")]


def test_one_speaker_quoted_by_two_sources_is_one_origin():
    assert origins("gazette anna", "ledger anna") == [("anna", "gazette", "ledger")]


def test_an_unidentified_party_is_never_shared():
    assert origins("gazette unidentified", "ledger unidentified") == [("gazette", "gazette"), ("ledger", "ledger")]


def test_two_passages_of_one_source_are_one_origin():
    assert origins("gazette anna", "gazette bert") == [("gazette", "gazette")]


def test_a_passage_that_shares_parties_with_two_origins_makes_them_one():
    assert len(origins("blog", "gazette")) == 2
    assert len(origins("blog", "gazette", "digest")) == 1


def test_sources_in_a_circle_are_one_origin():
    assert origins("hen", "egg") == [("egg", "egg", "hen")]


@pytest.mark.parametrize(
    ("attributions", "root"),
    [
        (["gazette anna"], "gazette"),
        (["blog paper anna"], "paper"),
        (["blog paper anna", "mirror paper anna"], "paper"),
        (["gazette anna", "ledger anna"], "anna"),
        (["blog", "blog paper anna"], "blog"),
        (["blog paper anna", "blog"], "blog"),
        (["blog paper anna", "mirror paper bert"], "paper"),
        (["blog paper wire", "mirror"], "wire"),
        (["gazette anna bert", "ledger bert anna"], "bert"),
        (["blog", "blog anna"], "blog"),
        (["paper", "blog paper"], "paper"),
        (["blog paper anna", "digest"], "wire"),
        (["blog", "mirror paper"], "paper"),
    ],
)
def test_an_origin_is_named_after_the_last_report_that_all_its_passages_name_or_else_what_they_share(
    attributions, root
):
    assert [origin[0] for origin in origins(*attributions)] == [root]
    assert [origin[0] for origin in origins(*reversed(attributions))] == [root]


@pytest.mark.parametrize(
    ("attributions", "is_basis"),
    [(["blog paper", "mirror paper"], False), (["blog paper", "mirror"], True), (["blog", "mirror"], True)],
)
def test_an_origin_says_whether_some_of_its_passages_do_not_name_its_root(attributions, is_basis):
    [origin] = count_origins(map(cite, attributions), UPSTREAMS, {}).origins
    assert origin.is_basis == is_basis


def test_attributions_that_overlap_only_in_pairs_are_one_origin_without_a_root():
    assert origins("blog anna", "digest bert", "gazette bert anna") == [(None, "blog", "digest", "gazette")]


def test_origins_are_sorted_by_root_and_then_by_sources():
    assert origins("gazette bert", "ledger anna") == [("gazette", "gazette"), ("ledger", "ledger")]


def test_an_attribution_lists_no_party_twice():
    attribution = build_attribution("blog", ("paper", "unidentified"), UPSTREAMS, {})
    assert (attribution.named, attribution.upstream) == (("blog", "paper"), ("wire",))
    assert attribution.parties == {"blog", "paper", "wire"}


def test_the_sources_of_a_corroboration_are_those_whose_texts_have_the_passages():
    assert count_origins([], UPSTREAMS, {}).sources == ()
    assert count_origins([cite("blog paper"), cite("blog paper")], UPSTREAMS, {}).sources == ("blog",)


@pytest.mark.parametrize(
    ("attributions", "expected"),
    [
        (("gazette", "ledger"), [("press-house", "gazette", "ledger")]),
        (("gazette", "blog ledger"), [("press-house", "blog", "gazette")]),
        (("gazette eva", "ledger"), [("gazette", "gazette"), ("ledger", "ledger")]),
        (("gazette", "ledger unidentified"), [("gazette", "gazette"), ("ledger", "ledger")]),
        (("gazette", "wire"), [("gazette", "gazette"), ("wire", "wire")]),
    ],
)
def test_reports_of_one_publisher_are_one_origin_unless_they_name_another(attributions, expected):
    assert origins(*attributions, publishers=PUBLISHERS) == expected


def test_an_origin_says_that_its_root_is_only_the_publisher():
    both, one = (
        count_origins(map(cite, attributions), UPSTREAMS, PUBLISHERS).origins
        for attributions in (("gazette", "ledger"), ("gazette", "gazette"))
    )
    assert [origin.is_publisher for origin in (*both, *one)] == [True, False]
    assert one[0].root == "gazette"
