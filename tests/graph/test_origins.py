"""Origins: passages are independent only where their chains share no link."""

import pytest
from dossier.graph.origins import count_origins, upstream
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


def origins(*chains):
    """The roots and texts of the origins of passages, each given by its chain: `blog wire somebody`."""
    links = [chain.split() for chain in chains]
    passages = [Passage(source=first, exact="x", via=tuple(rest)) for first, *rest in links]
    found = MatchResult("found", Span("x.txt", 0, 1))
    cited = [Citation(SOURCES["wire"], ("passages", at), one, found) for at, one in enumerate(passages)]
    return [(origin.root, *origin.sources) for origin in count_origins(cited, UPSTREAMS).origins]


@pytest.mark.parametrize(
    ("name", "found"),
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
def test_a_source_rests_on_all_that_its_sources_rest_on(name, found):
    assert upstream(name, SOURCES) == found


def test_two_relays_of_one_report_are_one_origin():
    assert origins("blog", "mirror") == [("wire", "blog", "mirror")]


def test_a_report_and_its_relay_are_one_origin():
    assert origins("paper", "blog") == [("paper", "blog", "paper")]


def test_two_documents_of_their_own_are_two_origins():
    assert origins("gazette", "ledger") == [("gazette", "gazette"), ("ledger", "ledger")]


def test_two_documents_of_their_own_that_quote_two_speakers_are_two_origins():
    assert origins("gazette anna", "ledger bert") == [("anna", "gazette"), ("bert", "ledger")]


def test_one_speaker_quoted_by_two_documents_is_one_origin():
    assert origins("gazette anna", "ledger anna") == [("anna", "gazette", "ledger")]


def test_somebody_unidentified_is_never_a_shared_speaker():
    assert origins("gazette unidentified", "ledger unidentified") == [("gazette", "gazette"), ("ledger", "ledger")]


def test_two_passages_of_one_document_are_one_origin():
    assert origins("gazette anna", "gazette bert") == [("gazette", "gazette")]


def test_a_passage_that_touches_two_origins_makes_them_one():
    assert len(origins("blog", "gazette")) == 2
    assert len(origins("blog", "gazette", "digest")) == 1


def test_sources_in_a_circle_are_one_origin():
    assert origins("hen", "egg") == [("hen", "egg", "hen")]


@pytest.mark.parametrize(
    ("chains", "root"),
    [
        (["gazette anna"], "anna"),
        (["blog paper anna", "mirror paper bert"], "paper"),
        (["blog paper wire", "mirror"], "wire"),
        (["gazette anna bert", "ledger bert anna"], "bert"),
    ],
)
def test_the_root_is_the_deepest_link_named_that_all_share(chains, root):
    assert [origin[0] for origin in origins(*chains)] == [root]


def test_documents_are_those_that_were_read():
    assert origins() == []
    one = Citation(
        SOURCES["wire"], ("passages", 0), Passage(source="blog", exact="x"), MatchResult("found", Span("x", 0, 1))
    )
    assert count_origins([one, one], UPSTREAMS).sources == ("blog",)
