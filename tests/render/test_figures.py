"""Numbers as figures, and how their words reached us."""

import re
from types import SimpleNamespace

import pytest
from dossier.model.kinds.number import Number
from dossier.pipeline import check_dossier
from dossier.render.environment import build_environment
from dossier.render.figures import KEY_FIGURES, build_figures, build_series, choose_key_figures
from dossier.render.relays import find_relays, first_speakers


def citation(source, *via):
    return SimpleNamespace(passage=SimpleNamespace(source=source, via=via))


def shape(relays):
    return [([cited.passage.source for cited in relay.citations], relay.links, relay.ways) for relay in relays]


RELAYS = [
    # attributions, the sources of each relay with its links, and in how many ways they go on
    ([("blog",)], [(["blog"], (), 0)]),
    ([("blog", "wire", "officials")], [(["blog"], ("wire", "officials"), 0)]),
    ([("blog", "wire", "cnn"), ("paper", "wire", "cnn")], [(["blog", "paper"], ("wire", "cnn"), 0)]),
    ([("blog", "wire"), ("paper",)], [(["blog"], ("wire",), 0), (["paper"], (), 0)]),
    ([("blog", "wire", "officials"), ("blog", "wire")], [(["blog"], ("wire", "officials"), 0)]),
    ([("blog", "wire", "officials"), ("blog", "wire", "cnn", "state"), ("blog", "wire")], [(["blog"], ("wire",), 2)]),
    ([("blog", "officials"), ("blog", "state")], [(["blog"], (), 2)]),
]


@pytest.mark.parametrize(("attributions", "relays"), RELAYS)
def test_sources_with_one_attribution_are_one_relay(attributions, relays):
    assert shape(find_relays([citation(*attribution) for attribution in attributions])) == relays


def test_a_speaker_is_left_out_only_as_the_last_link():
    passages = [citation("blog", "holm", "wire"), citation("paper", "wire", "holm")]
    assert shape(find_relays(passages, said_by="holm")) == [(["blog"], ("holm", "wire"), 0), (["paper"], ("wire",), 0)]


def test_who_only_passes_words_on_is_no_first_speaker():
    passages = [citation("blog", "wire", "officials"), citation("blog", "wire"), citation("blog")]
    assert first_speakers(passages) == ("officials",)
    assert first_speakers([citation("blog")]) == ("blog",)


@pytest.mark.parametrize(
    ("fields", "amount", "unit"),
    [
        ({"value": 567, "qualifier": "exactly", "unit": "soldiers"}, "567", "soldiers"),
        ({"value": 500, "qualifier": "more than", "unit": "soldiers"}, "more than 500", "soldiers"),
        ({"value": 500, "qualifier": "more than", "unit": "dockers"}, "more than 500", ""),
        ({"value": 20_000_000, "qualifier": "exactly", "unit": "USD"}, "$20 million", ""),
        ({"min": 25, "max": 50, "qualifier": "between", "unit": "percent"}, "25 to 50", "percent"),
        ({"words": "hundreds", "qualifier": "vague", "unit": "soldiers"}, "hundreds", ""),
    ],
)
def test_a_unit_follows_its_amount_unless_what_is_counted_begins_with_it(fields, amount, unit):
    data = {"summary": "A.", "status": "reported", "measure": {"what": "dockers who left"}, **fields}
    number = Number.model_validate(data | {"passages": [{"source": "a", "exact": "a"}], "review": "draft"})
    assert (number.amount, number.counted_unit) == (amount, unit)


def test_the_key_figures_are_those_of_the_series_that_most_records_refer_to(base_graph):
    figures = choose_key_figures(base_graph)
    assert [figure.number.key for figure in figures.figures] == ["number:more-than-500", "number:gone-567"]
    assert figures.measure == "dockers who left"


def test_without_a_series_the_key_figures_are_the_numbers_that_most_records_refer_to(base, write):
    path = base / "content/numbers/gone-567.yml"
    path.write_text(path.read_text("utf-8").replace("dockers who left", "dockers who had gone"), "utf-8")
    figures = choose_key_figures(check_dossier(base).graph)
    assert {figure.number.key for figure in figures.figures} == {"number:more-than-500", "number:gone-567"}
    assert figures.measure == ""


def test_no_key_figure_is_a_readers(real):
    figures = choose_key_figures(real.graph).figures
    assert 0 < len(figures) <= KEY_FIGURES
    assert not any(figure.number.is_reader_comment for figure in figures)


def test_the_front_page_says_once_what_its_key_figures_count(real, real_outputs):
    figures = choose_key_figures(real.graph)
    strip = real_outputs["index.md"].partition("dossier-figure-strip")[2].partition("</div>")[0]
    assert figures.measure
    assert strip.count(figures.measure) == 1
    assert len(cards_of(strip)) == len(figures.figures)


def test_every_figure_says_who_gave_it(real):
    for figure in build_figures(real.graph, real.graph.visible_of(Number)):
        assert figure.names
        assert figure.relays


def test_a_count_that_is_attributed_in_several_ways_is_on_the_word_of_the_report_that_does_so(real, real_outputs):
    (figure,) = build_figures(real.graph, [real.graph.dossier.by_key["number:defectors-to-colombia-567"]])
    assert (figure.attributed, figure.according_to) == ("attributed in 3 ways", "Business Insider report")
    page = real_outputs["numbers/defectors-to-colombia-567.md"]
    head = "(government), according to Business Insider report; attributed in 3 ways · "
    assert head in page.partition("## Compare")[0]
    for path in ("numbers/index.md", "numbers/defectors-to-colombia-567.md", "index.md"):
        counted = re.findall(r"counted by .*?\(government\)(.{,40})", real_outputs[path])
        assert counted and all(after.startswith(", according to Business Insider report") for after in counted), path


def test_a_count_that_a_disagreement_on_attribution_is_about_is_on_the_word_of_a_report(base, page):
    assert "counted by [Port officials](../actors/port-officials.md) (group) · " in page("numbers/gone-567.md")
    path = base / "content/disagreements/how-many.yml"
    changed = path.read_text("utf-8").replace("type: precision", "type: attribution")
    path.write_text(f"{changed}about: [number:gone-567]\n", "utf-8")
    line = page("numbers/gone-567.md").partition("*Reported figure · ")[2].partition(" · ")[0]
    counter = "[Port officials](../actors/port-officials.md) (group)"
    assert line == f"counted by {counter}, according to The Wire's report; attributed in different ways"


def test_the_origins_of_a_series_are_those_of_all_its_figures(base_graph):
    number = base_graph.dossier.by_key["number:gone-567"]
    assert build_series(base_graph, number).counts == "2 sources, 2 independent origins"


def cards_of(page):
    return re.findall(r'<li class="dossier-figure-card">.*?</li>', page, re.S)


def test_each_number_has_one_card_and_readers_are_last(real, real_outputs):
    page = real_outputs["numbers/index.md"]
    shown = [re.search(r'href="([^"]+)\.html"', card)[1] for card in cards_of(page)]
    numbers = real.graph.visible_of(Number)
    assert sorted(shown) == sorted(number.id for number in numbers)
    from_readers = {number.id for number in numbers if number.is_reader_comment}
    assert from_readers
    assert set(shown[-len(from_readers) :]) == from_readers
    assert page.index("## What readers wrote") < page.index(f'href="{shown[-len(from_readers)]}.html"')


def test_counts_that_most_cards_share_are_printed_once(real_outputs):
    page = real_outputs["numbers/index.md"]
    assert page.count("Each figure has 1 source, 1 independent origin, unless its card says otherwise.") == 1
    assert "1 source, 1 independent origin" not in page.partition("## Single figures")[2]


def test_a_strip_of_key_figures_is_one_block_of_html(real):
    key = choose_key_figures(real.graph)
    environment = build_environment(real.graph)
    template = environment.get_template("figure-cards.md.j2")
    strip = template.render(page="index.md", figures=key.figures, label=key.measure, is_strip=True)
    assert "\n\n" not in strip
    assert len(cards_of(strip)) == len(key.figures)
    assert strip.count("data-for=") >= len(key.figures)
    assert strip.count(key.measure) == 1
