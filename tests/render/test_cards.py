"""What cards tell of passages: everything that a mark on any page may ask for, and no more than may be shown."""

import json
import re
from datetime import date

import pytest
from dossier.model.publish_context import PublishContext
from dossier.pipeline import check_dossier, render_all
from dossier.render.quote_context import MAX_CONTEXT_IN_CARD

AROUND = ("before", "after")
MARK = re.compile(r'<sup data-record="([^"]+)">\[[^\]]+\]\(\S*?texts/([\w-]+)\.md#([\w-]+) "')


def read(made):
    """The data of every card's script, by its source."""
    found = (
        re.fullmatch(r"dossierCards\[(.+?)\] = (.+);\n", one) for path, one in made.items() if "data/cards/" in path
    )
    return {json.loads(one[1]): json.loads(one[2]) for one in found}


@pytest.fixture(scope="module")
def cards(real_outputs):
    return read(real_outputs)


@pytest.fixture
def small(base):
    return read({one.path: one.content for one in render_all(check_dossier(base).graph)})


def test_every_mark_of_every_page_has_what_its_card_tells(cards, real_outputs):
    marks = [mark for path, page in real_outputs.items() if path.endswith(".md") for mark in MARK.findall(page)]
    assert len(marks) > 1_000
    for record, source, anchor in marks:
        assert record in cards[source]["passages"][anchor]["via"]
        assert record in cards[source]["records"]


def test_a_card_tells_the_chain_and_the_origins_of_its_record(cards):
    told = cards["wnu-defected-567"]
    record = "number:defectors-to-colombia-567"
    chain = ["business-insider-report", "cnn-567-report", "colombia"]
    assert chain in [passage["via"].get(record) for passage in told["passages"].values()]
    assert told["links"]["cnn-567-report"] == ["CNN report on the count", "sources/cnn-567-report.html"]
    label, page, counted = told["records"][record]
    assert label == "567 soldiers: Venezuelan soldiers who fled to Colombia"
    assert (page, counted) == ("numbers/defectors-to-colombia-567.html", "1 document, 1 independent origin")
    assert told["source"]["facts"] == "blog post · from 25 February 2019 · grade C: fairly reliable"


def test_a_card_shows_the_words_of_the_text_in_their_context(cards, real):
    for source, told in cards.items():
        text = " ".join(
            real.graph.dossier.source_texts[real.graph.dossier.by_key[f"source:{source}"].text].text.split()
        )
        for passage in told["passages"].values():
            around = passage["before"].removeprefix("… ") + passage["exact"] + passage["after"].removesuffix(" …")
            assert " ".join(around.split()) in text
            assert max(len(passage["before"]), len(passage["after"])) <= MAX_CONTEXT_IN_CARD + len("… ")


def test_the_context_of_a_passage_ends_where_the_text_is_no_evidence(small, base):
    text = (base / "seeds/gazette.txt").read_text("utf-8")
    last = next(one for one in small["gazette"]["passages"].values() if one["exact"].startswith("The so-called"))
    assert "Advertisement" in text[text.index(last["exact"]) :][: len(last["exact"]) + MAX_CONTEXT_IN_CARD]
    assert last["after"] == " Mayor Rolf Brandt’s office stayed shut."


def test_a_text_that_may_be_shown_in_excerpts_lends_its_cited_lines_alone(small):
    shown = [passage for passage in small["ledger"]["passages"].values() if "officials counted" in passage["exact"]]
    assert shown
    assert not any("\n" in one["before"] + one["after"] for one in shown)


def test_a_text_that_may_be_shown_whole_lends_the_lines_around(small):
    assert any("\n" in one["before"] + one["after"] for one in small["gazette"]["passages"].values())


def test_a_card_is_cut_within_a_line_only_where_no_other_line_fits(cards):
    sides = [one[name].strip() for told in cards.values() for one in told["passages"].values() for name in AROUND]
    lines = [side for side in sides if "\n" in side]
    assert len(lines) > 50
    assert [side for side in lines if side.startswith("…") or side.endswith("…")] == []


def test_cards_name_the_address_of_the_edition(real):
    made = render_all(real.graph, PublishContext(date(2019, 2, 12), "https://example.org/"))
    told = read({one.path: one.content for one in made})
    assert told["wnu-defected-567"]["text"] == "https://example.org/texts/wnu-defected-567.html"


def test_a_script_holds_no_end_of_a_script(write, base):
    actor = base / "content/actors/port-officials.yml"
    write("seeds/ledger.txt", (base / "seeds/ledger.txt").read_text("utf-8").replace("officials", "</script>officials"))
    write("content/actors/port-officials.yml", actor.read_text("utf-8").replace("officials", "</script>officials"))
    made = {one.path: one.content for one in render_all(check_dossier(base).graph)}
    assert "<\\/script>officials" in made["data/cards/ledger.js"]
    assert "</script>" not in made["data/cards/ledger.js"]
