"""The data of cards: every citation on any page has its card, which shows no more than the source's rights allow."""

import json
import re
from datetime import date

import pytest
from dossier.graph.origins import Corroboration, Origin
from dossier.model.publish_context import PublishContext
from dossier.pipeline import render_all
from dossier.render.cards import describe_counts, is_whole_sentence
from dossier.render.evidence import MAX_CONTEXT_IN_CARD

from tests.conftest import BASE
from tests.helpers import nonempty

WHOLE_SENTENCE = re.compile(r"""[“‘"'(]*[A-ZÀ-Þ0-9].*[.!?][”’"')]*""", re.DOTALL)
MARK = re.compile(r'<sup data-for="([^"]+)"><a href="[./]*texts/([\w-]+)\.html#([\w-]+)" ')


def read_cards(outputs):
    """Return the data of every card script, by its source's id."""
    scripts = [content for path, content in outputs.items() if "data/cards/" in path]
    matches = [re.fullmatch(r"dossierCards\[(.+?)\] = (.+);\n", script) for script in scripts]
    assert matches
    return {json.loads(match[1]): json.loads(match[2]) for match in matches}


@pytest.fixture(scope="module")
def real_cards(real_outputs):
    return read_cards(real_outputs)


@pytest.fixture(scope="module")
def base_cards(base_outputs):
    return read_cards(base_outputs)


def marks_of(outputs):
    """Return what every mark on every page is for, and its passage: key, source, anchor."""
    return nonempty(MARK.findall("".join(text for path, text in outputs.items() if path.endswith(".md"))))


def count_origins_anew(graph, passages):
    """Return how many groups of passages share no party of their attributions, each given as source and `via`."""
    publishers = {source.id: source.publisher for source in graph.dossier.sources}
    groups = []
    for source, via in passages:
        named = [source, *(party for party in via if party != "unidentified")]
        parties = {*named, *(further for party in named for further in graph.upstream_sources.get(party, ()))}
        parties |= {publishers.get([source, *via][-1])} - {None}
        sharing = [group for group in groups if group & parties]
        groups = [group for group in groups if not group & parties] + [parties.union(*sharing)]
    return len(groups)


@pytest.mark.parametrize("name", ["real", "base"])
def test_every_card_of_every_page_counts_the_passages_of_what_its_mark_is_for(name, request):
    graph = request.getfixturevalue("real").graph if name == "real" else request.getfixturevalue("base_graph")
    outputs = request.getfixturevalue(f"{name}_outputs")
    cards = request.getfixturevalue(f"{name}_cards")
    statements = {f"{statement.item.key}#{statement.id}": statement for statement in graph.statements}
    for key, source, anchor in set(marks_of(outputs)):
        card = cards[source]["cited"][key]
        assert anchor in cards[source]["passages"]
        assert f"texts/{source}.html#{anchor}" in [address for address, _ in card["passages"]]
        if key in statements:
            is_sentence = statements[key].is_prose and WHOLE_SENTENCE.fullmatch(card["text"])
            scope = "sentence" if is_sentence else "statement"
            citations = statements[key].citations
        else:
            scope, citations = "record", list(graph.evidence_of(graph.dossier.by_key[key]))
        passages = [(citation.passage.source, citation.passage.via) for citation in citations]
        sources, origins = len({source for source, _ in passages}), count_origins_anew(graph, passages)
        assert card["counts"].removesuffix(" (all from one publisher)") == (
            f"{sources} source{'s' * (sources != 1)}, {origins} independent origin{'s' * (origins != 1)}"
        )
        assert card["scope"] == scope


@pytest.mark.parametrize(
    ("text", "expected"),
    [("567 left.", True), ("“All left.”", True), ("and 567.", False), ("All left, he said", False), ("", False)],
)
def test_a_clause_is_not_called_a_sentence(text, expected):
    assert is_whole_sentence(text) is expected


def test_a_statement_and_its_record_each_have_their_own_count(base_cards):
    cited = base_cards["ledger"]["cited"]
    assert cited["disagreement:how-many#number-gone-567"]["counts"] == "1 source, 1 independent origin"
    assert cited["disagreement:how-many"]["counts"] == "2 sources, 2 independent origins"


def test_a_card_says_that_all_its_sources_are_from_one_publisher():
    one = Corroboration(("a", "b"), (Origin("herald", ("a", "b"), is_publisher=True),))
    assert describe_counts(one) == "2 sources, 1 independent origin (all from one publisher)"
    shared = Corroboration(("a", "b"), (Origin("wire", ("a", "b")),))
    assert describe_counts(shared) == "2 sources, 1 independent origin"


def test_a_card_has_the_attribution_of_its_statement(base_cards):
    card = base_cards["ledger"]
    statement = card["cited"]["number:gone-567#summary"]
    assert (statement["text"], statement["url"]) == ("567 had gone.", "numbers/gone-567.html#s-summary")
    assert statement["passages"] == [["texts/ledger.html#p-46-79", ["wire-report", "port-officials"]]]
    assert card["links"]["port-officials"][1:] == ["actors/port-officials.html", "group, not named"]
    assert card["links"]["wire-report"][2] is None  # Known only through the link before it.
    assert card["source"]["facts"] == "blog post · undated · grade C: fairly reliable"


def test_a_card_shows_a_passage_in_its_context(real_cards, real):
    for source_id, card in real_cards.items():
        source = real.graph.dossier.by_key[f"source:{source_id}"]
        text = " ".join(real.graph.dossier.source_texts[source.text].text.split())
        assert card["passages"]
        for passage in card["passages"].values():
            shown = passage["before"].removeprefix("… ") + passage["exact"] + passage["after"].removesuffix(" …")
            assert " ".join(shown.split()) in text
            assert max(len(passage["before"]), len(passage["after"])) <= MAX_CONTEXT_IN_CARD + len("… ")


def test_the_context_of_a_passage_ends_at_an_excluded_region(base_cards):
    text = (BASE / "seeds/gazette.txt").read_text("utf-8")
    passages = base_cards["gazette"]["passages"].values()
    last = next(passage for passage in passages if passage["exact"].startswith("The so-called"))
    assert "Advertisement" in text[text.index(last["exact"]) :][: len(last["exact"]) + MAX_CONTEXT_IN_CARD]
    assert last["after"] == " Mayor Rolf Brandt’s office stayed shut."


def test_the_context_stays_in_the_cited_lines_where_rights_allow_only_excerpts(base_cards):
    passages = [
        passage for passage in base_cards["ledger"]["passages"].values() if "officials counted" in passage["exact"]
    ]
    assert passages
    assert not any("\n" in passage["before"] + passage["after"] for passage in passages)


def test_the_context_includes_other_lines_where_rights_allow_the_whole_text(base_cards):
    assert any("\n" in passage["before"] + passage["after"] for passage in base_cards["gazette"]["passages"].values())


def test_context_is_cut_within_a_line_only_where_no_other_line_fits(real_cards):
    passages = [passage for card in real_cards.values() for passage in card["passages"].values()]
    contexts = [passage[side].strip() for passage in passages for side in ("before", "after")]
    of_several_lines = [context for context in contexts if "\n" in context]
    assert len(of_several_lines) > 50
    assert not any(context.startswith("…") or context.endswith("…") for context in of_several_lines)


def test_cards_use_the_address_of_the_site(base_graph):
    outputs = render_all(base_graph, PublishContext(date(2019, 2, 12), "https://example.org/"))
    cards = read_cards({output.path: output.content for output in outputs})
    assert cards["gazette"]["site"] == "https://example.org/"


def test_a_card_cannot_end_its_script_element(write, base, page):
    actor = base / "content/actors/port-officials.yml"
    write("seeds/ledger.txt", (base / "seeds/ledger.txt").read_text("utf-8").replace("officials", "</script>officials"))
    write("content/actors/port-officials.yml", actor.read_text("utf-8").replace("officials", "</script>officials"))
    script = page("data/cards/ledger.js")
    assert "<\\/script>officials" in script
    assert "</script>" not in script
