"""The data of cards: every citation on any page has its card, which shows no more than the source's rights allow."""

import json
import re
from datetime import date

import pytest
from dossier.model.publish_context import PublishContext
from dossier.pipeline import render_all
from dossier.render.evidence import MAX_CONTEXT_IN_CARD

from tests.conftest import BASE

CITATION = re.compile(r'<sup data-record="([^"]+)">\[[^\]]+\]\(\S*?texts/([\w-]+)\.md#([\w-]+) "')


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


def test_every_citation_on_every_page_has_its_card(real_cards, real_outputs):
    pages = [page for path, page in real_outputs.items() if path.endswith(".md")]
    citations = [match for page in pages for match in CITATION.findall(page)]
    assert len(citations) > 1_000
    for record, source, anchor in citations:
        assert record in real_cards[source]["passages"][anchor]["via"]
        assert record in real_cards[source]["records"]


def test_a_card_shows_the_attribution_and_the_evidence_of_its_record(base_cards):
    card = base_cards["ledger"]
    label, page, evidence = card["records"]["number:gone-567"]
    assert ["wire-report", "port-officials"] in [
        passage["via"].get("number:gone-567") for passage in card["passages"].values()
    ]
    assert card["links"]["port-officials"][1] == "actors/port-officials.html"
    assert (label, page) == ("567 dockers: dockers who left", "numbers/gone-567.html")
    assert evidence == "1 source, 1 independent origin"
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
    assert cards["gazette"]["text"] == "https://example.org/texts/gazette.html"


def test_a_card_cannot_end_its_script_element(write, base, page):
    actor = base / "content/actors/port-officials.yml"
    write("seeds/ledger.txt", (base / "seeds/ledger.txt").read_text("utf-8").replace("officials", "</script>officials"))
    write("content/actors/port-officials.yml", actor.read_text("utf-8").replace("officials", "</script>officials"))
    script = page("data/cards/ledger.js")
    assert "<\\/script>officials" in script
    assert "</script>" not in script
