"""Disagreements: the answers side by side on a page, and the index of cards and rows."""

import re
from typing import get_args

import pytest
from dossier.model.kinds.disagreement import Disagreement, Weight
from dossier.pipeline import check_dossier
from dossier.render.answers import disagreement_card, side_by_side
from dossier.render.charts.disagreement_glyphs import CONFIDENCE, DISAGREEMENT_TYPES, draw_glyph
from dossier.render.pages.disagreements import (
    CARD_TYPES,
    MAX_ANSWERS,
    MIN_CARDS,
    WEIGHTS,
    disagreement_sections,
    front_page_cards,
)

from tests.helpers import nonempty

INDEX = "disagreements/index.md"
PAGE = "disagreements/how-many.md"
FILE = "content/disagreements/how-many.yml"
MARK = re.compile(r'<sup data-for="([^"]+)"><a href="([^"]+)"[^>]*>([^<]+)</a></sup>')


def positions(page):
    """The HTML of each position on the page of a disagreement."""
    [block] = re.findall(r'<ol class="dossier-positions[^>]*>\n(.*?)\n</ol>', page, re.DOTALL)
    return re.split(r"\n(?=<li><p class=\"dossier-answer\")", block)


def cards(page):
    """The HTML of each card and row of the index, by the address of its question."""
    blocks = re.split(r'<article class="dossier-faceoff">\n|\n<li>(?=<h3>)', page)[1:]
    return {re.search(r'<h3><a href="([^"]+)"', block)[1]: block for block in blocks}


def answers(block):
    return re.findall(r'<li class="dossier-statement"><p>(.*?)</p>(.*?)</li>', block)


def test_each_position_has_its_answer_its_words_and_its_source(base_outputs):
    first, second = positions(base_outputs[PAGE])
    assert 'id="s-number-more-than-500">More than 500.' in first and 'id="s-number-gone-567">567, no less.' in second
    assert '<blockquote><p><a href="../texts/gazette.html#p-62-97"' in first
    assert ">1</a> More than 500 dockers left the port</p></blockquote>" in first
    assert '<a href="../sources/ledger.html">Notes from the Ledger</a> <small>' in second
    assert "1 source, 1 independent origin" in first and "1 source, 1 independent origin" in second


def test_the_attribution_of_a_passage_ends_in_who_said_it(base_outputs):
    first, second = positions(base_outputs[PAGE])
    assert "dossier-chain" not in first
    report, officials = "../sources/wire-report.html", "../actors/port-officials.html"
    assert f'→ <a href="{report}">The Wire\'s report</a> → <b><a href="{officials}">' in second


def test_the_markup_of_an_answer_is_html(base, write, page):
    text = (base / FILE).read_text("utf-8")
    write(
        FILE,
        text.replace("567, no less.", "'*567*, [[number:gone-567|no **less**]].").replace(
            "gone-567]\n", "gone-567]'\n"
        ),
    )
    _, second = positions(page(PAGE))
    assert '<em>567</em>, <a href="../numbers/gone-567.html">no &#42;&#42;less&#42;&#42;</a>.' in second


def test_each_answer_keeps_the_marks_of_its_statements(real, real_outputs):
    for disagreement in nonempty(real.graph.visible_of(Disagreement)):
        columns = positions(real_outputs[f"disagreements/{disagreement.id}.md"])
        assert len(columns) == len(disagreement.positions)
        for index, column in enumerate(columns):
            statements = nonempty(real.graph.statements_in(disagreement, "positions", index))
            marks = [key for key, _, _ in MARK.findall(column)]
            expected = [f"{disagreement.key}#{statement.id}" for statement in statements for _ in statement.citations]
            assert marks == expected
            places = {citation.place for statement in statements for citation in statement.citations}
            assert column.count("<blockquote>") == len(places)


def test_the_further_passages_of_a_position_unfold(real):
    found = 0
    for disagreement in real.graph.visible_of(Disagreement):
        for position in side_by_side(real.graph, disagreement).positions:
            assert all(group.shown for group in position.sources)
            assert sum(len(group.shown) for group in position.sources) <= max(3, len(position.sources))
            found += any(group.more for group in position.sources)
    assert found


@pytest.mark.parametrize(("count", "columns"), [(2, 2), (3, 3), (4, 4), (5, 3), (6, 3), (7, 4), (9, 4)])
def test_positions_are_in_two_to_four_columns(base, write, page, count, columns):
    more = "\n".join(f"  - statement: Answer {number}.[^number:gone-567]" for number in range(count - 2))
    text = (base / FILE).read_text("utf-8")
    write(FILE, text.replace("assessment:", f"{more}\nassessment:" if more else "assessment:"))
    text = page(PAGE)
    assert len(positions(text)) == count
    assert f'<ol class="dossier-positions dossier-columns-{columns} dossier-short">' in text


def test_long_answers_are_set_smaller(base, write, page):
    text = (base / FILE).read_text("utf-8")
    write(FILE, text.replace("567, no less.", f"567, no less{' at all' * 30}."))
    assert '<ol class="dossier-positions dossier-columns-2">' in page(PAGE)


def test_what_the_answers_share_is_said_if_they_have_fewer_origins(base, write, page, base_outputs):
    assert "What they share" not in base_outputs[PAGE]
    text = (base / FILE).read_text("utf-8")
    write(FILE, text.replace("[^number:more-than-500]", "[^number:gone-567]"))
    shared = page(PAGE).partition("## What they share")[2]
    assert '2 answers, 1 source, 1 independent origin: <a href="../sources/wire-report.html">' in shared


def test_the_same_origin_is_explained_by_the_editor(real, real_outputs):
    for disagreement in nonempty([other for other in real.graph.visible_of(Disagreement) if other.same_origin]):
        page = real_outputs[f"disagreements/{disagreement.id}.md"]
        shared = page.partition("## What they share")[2].partition("## Assessment")[0]
        assert 'class="dossier-statement dossier-editor" id="s-same-origin"' in shared


@pytest.mark.parametrize(("confidence", "bars"), [("low", 1), ("moderate", 2), ("high", 3)])
def test_the_confidence_is_that_of_the_editors_judgement(base, write, page, confidence, bars):
    assert get_args(Disagreement.model_fields["confidence"].annotation) == CONFIDENCE
    text = (base / FILE).read_text("utf-8")
    write(FILE, re.sub(r"confidence: \w+", f"confidence: {confidence}", text))
    [line] = re.findall(r'<p class="dossier-confidence">(.*)</p>', page(PAGE))
    assert line.endswith(f"The editor’s judgement, <strong>{confidence} confidence</strong>")
    assert line.count("dossier-filled") == bars


def test_every_type_of_disagreement_has_a_meaning_and_a_picture_of_its_own():
    assert sorted(DISAGREEMENT_TYPES) == sorted(get_args(Disagreement.model_fields["type"].annotation))
    assert get_args(Weight) == WEIGHTS
    assert len({type.meaning for type in DISAGREEMENT_TYPES.values()}) == len(DISAGREEMENT_TYPES)
    assert len({draw_glyph(type) for type in DISAGREEMENT_TYPES}) == len(DISAGREEMENT_TYPES)


def test_the_type_of_a_disagreement_is_explained_on_its_page(real, real_outputs):
    for disagreement in nonempty(real.graph.visible_of(Disagreement)):
        type = DISAGREEMENT_TYPES[disagreement.type]
        line = f"{draw_glyph(disagreement.type)} <span><strong>{type.name}.</strong> {type.meaning}</span>"
        assert line in real_outputs[f"disagreements/{disagreement.id}.md"]


def test_every_question_is_once_on_the_index(real, real_outputs):
    found = cards(real_outputs[INDEX])
    assert sorted(found) == sorted(f"{other.id}.html" for other in nonempty(real.graph.visible_of(Disagreement)))
    for address, block in found.items():
        disagreement = real.graph.dossier.by_key[f"disagreement:{address.removesuffix('.html')}"]
        count = len(disagreement.positions)
        assert len(answers(block)) == min(count, MAX_ANSWERS)
        assert (f"{count - MAX_ANSWERS} more answer" in block) == (count > MAX_ANSWERS)


def test_an_answer_on_the_index_names_each_source_once(base, write, page):
    text = (base / FILE).read_text("utf-8")
    write(FILE, text.replace("[^number:more-than-500]", "[^number:more-than-500][^number:gone-567]"))
    (answer, who), (_, other) = answers(cards(page(INDEX))["how-many.html"])
    assert answer == "More than 500."
    key = "disagreement:how-many#number-more-than-500"
    assert MARK.findall(who) == [
        (key, "../texts/gazette.html#p-62-97", "Dockers walk out at Port Brenn"),
        (key, "../texts/ledger.html#p-46-79", "Notes from the Ledger"),
    ]
    assert [name for _, _, name in MARK.findall(other)] == ["Notes from the Ledger"]


def test_sources_with_one_origin_are_counted_on_the_index(real):
    shared = 0
    for section in disagreement_sections(real.graph):
        for card in (*section.cards, *section.rows):
            for answer in card.answers:
                assert bool(answer.shared) == answer.shared.startswith(f"{len(answer.sources)} sources, ")
                shared += bool(answer.shared)
    assert shared


def test_the_sections_lead_with_contradictions_attribution_and_time(real, real_outputs):
    sections = disagreement_sections(real.graph)
    ids = [section.id for section in sections]
    assert ids == [id for id in (*DISAGREEMENT_TYPES, "wording") if id in ids]
    assert tuple(DISAGREEMENT_TYPES)[:3] == CARD_TYPES and ids[-1] == "wording"
    headings = re.findall(r"^## (?:<svg.*</svg> |<span.*</span>)(.+)$", real_outputs[INDEX], re.MULTILINE)
    assert headings == [section.heading for section in sections]
    links = re.findall(r'<li><a href="#(\w+)">(?:<svg.*</svg> )?(.+) <small>(\d+)</small>', real_outputs[INDEX])
    assert links == [(section.id, section.heading, str(section.size)) for section in sections]


def test_former_anchors_of_the_index_are_still_there(real_outputs):
    for anchor in ("main", "minor", "wording"):
        assert real_outputs[INDEX].count(f'id="{anchor}"') == 1


def test_details_are_rows_except_where_the_type_leads(real):
    for section in disagreement_sections(real.graph):
        weights = {"cards": [card.disagreement.weight for card in section.cards]}
        weights["rows"] = [card.disagreement.weight for card in section.rows]
        if section.id in CARD_TYPES:
            assert "wording" not in weights["cards"] and (not weights["rows"] or len(weights["cards"]) >= MIN_CARDS)
        elif section.id == "wording":
            assert not weights["cards"] and set(weights["rows"]) == {"wording"}
        else:
            assert set(weights["cards"]) <= {"main"} and set(weights["rows"]) <= {"minor"}


def test_of_many_details_of_a_leading_type_most_are_rows(base, write):
    text = (base / FILE).read_text("utf-8").replace("type: precision", "type: time")
    for number in range(MIN_CARDS + 3):
        weight = "main" if number == 8 else "minor"
        write(f"content/disagreements/more-{number}.yml", f"{text}weight: {weight}\n")
    (base / FILE).unlink()
    [section] = disagreement_sections(check_dossier(base).graph)
    assert len(section.cards) == MIN_CARDS and section.cards[0].disagreement.id == "more-8"
    assert section.size == MIN_CARDS + 3


def test_the_weightiest_and_most_referred_to_come_first_in_a_section(real):
    sections = disagreement_sections(real.graph)
    assert any(len(section.cards) > 2 for section in sections)
    for section in sections:
        for group in (section.cards, section.rows):
            disagreements = [card.disagreement for card in group]
            order = [(WEIGHTS.index(other.weight), -len(real.graph.backlinks_of(other))) for other in disagreements]
            assert order == sorted(order)


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("Short, and whole.", "Short, and whole."),
        ("A clause that is not short, and another one.", "A clause that is not short…"),
        ("No clause that ends in the second half of it", "No clause that ends in the second…"),
        ("Said “as it is in this sentence that goes on”", "Said “as it is in this sentence…”"),
        ("The first sentence ends. And the rest, goes on.", "The first sentence ends…"),
        ("The view of an officer, Col. Jose Luis Silva", "The view of an officer…"),
    ],
)
def test_an_answer_is_cut_after_a_clause(base, write, answer, shown):
    text = (base / FILE).read_text("utf-8")
    write(FILE, text.replace("More than 500.", answer))
    graph = check_dossier(base).graph
    card = disagreement_card(graph, graph.dossier.by_key["disagreement:how-many"], 2, 38)
    assert card.answers[0].text == shown


def test_the_front_page_has_three_of_three_answers(real):
    first = front_page_cards(real.graph)
    assert len(first) == 3 and {card.disagreement.weight for card in first} == {"main"}
    for card in first:
        assert len(card.answers) + card.more == len(card.disagreement.positions) and len(card.answers) <= 3


def test_the_front_page_prefers_whole_answers(real):
    for card in front_page_cards(real.graph):
        for index, answer in enumerate(card.answers):
            assert answer.text == real.graph.plain_text(card.disagreement.positions[index].statement)


def test_an_index_without_disagreements_says_so(base, page):
    (base / FILE).unlink()
    assert "No disagreement is recorded yet." in page(INDEX)
