"""Figures of provenance: what they draw, find and list, for a handful of sources and for sixty."""

import re
from itertools import pairwise
from xml.etree.ElementTree import fromstring

import pytest
from dossier.graph.provenance import passages_by_chain, trace
from dossier.render.charts.flow import EXTENT, MAX_LINE, MAX_UNITS, MIN_LINE, NARROW_BOXES, draw, word_width
from dossier.render.charts.layers import lay_out
from dossier.render.provenance_figure import own_provenance, whole_provenance
from hypothesis import given
from hypothesis import strategies as st

from tests.graph.test_provenance import cite_apart
from tests.helpers import nonempty

SIXTY = [
    f"text-{text} {f'report-{text % 17} ' if text % 3 else ''}person-{text * passage % 41}"
    for text in range(60)
    for passage in range(1 + text % 5)
]
LIMIT = 9


class PlainNames:
    """Names that are the ids."""

    def name(self, party):
        return party.replace("-", " ").title()

    def path(self, party):
        return f"parties/{party}.html"

    def is_read(self, party):
        return party.startswith("text")


def drawings(*attributions, limit=LIMIT, lit=""):
    provenance = trace(passages_by_chain(cite_apart(*attributions)), lambda party: not party.startswith("person"))
    return draw(provenance, PlainNames(), limit, lit)


def boxes(drawing):
    return [box for column in drawing.columns for box in column.boxes]


@pytest.fixture(scope="session")
def real_figures(real):
    """The figures of the real dossier's records, by key."""
    figures = {record.key: own_provenance(real.graph, record) for record in real.graph.visible}
    return nonempty({key: figure for key, figure in figures.items() if figure})


def test_sixty_sources_fit_the_limit_and_nothing_is_lost():
    wide, narrow = drawings(*SIXTY)
    parties = {party for attribution in SIXTY for party in attribution.split()}
    for drawing, limit in ((wide, LIMIT), (narrow, NARROW_BOXES)):
        assert all(len(column.boxes) <= limit for column in drawing.columns)
        merged = [box.name for box in boxes(drawing) if box.is_merged]
        named = len(boxes(drawing)) - len(merged)
        assert len(merged) == 3
        assert named + sum(int(name.removesuffix(" others")) for name in merged) == len(parties)
        assert sum(box.passages for box in drawing.columns[0].boxes) == len(SIXTY)


@pytest.mark.parametrize("number", [0, 1], ids=["wide", "narrow"])
def test_no_box_covers_another_or_leaves_the_drawing(number):
    drawing = drawings(*SIXTY)[number]
    for column in drawing.columns:
        starts = [box.start for box in column.boxes]
        assert all(after - before >= column.size for before, after in pairwise(starts))
        assert starts[0] >= 0 and starts[-1] + column.size <= drawing.units
        assert drawing.units <= MAX_UNITS


def test_lines_are_as_wide_as_there_are_passages_within_limits():
    (drawing,) = drawings("text-1 report", *["text-2 report"] * 3, *["text-3 report"] * 40)
    widths = [line.width for line in drawing.lines]
    assert widths == [MIN_LINE, MIN_LINE, MAX_LINE]
    (drawing,) = drawings("text-1 report", *["text-2 report"] * 3)
    assert [line.width for line in drawing.lines] == [2.0, 6.0]


def test_one_drawing_serves_all_screens_where_its_words_fit_a_phone():
    assert [drawing.screen for drawing in drawings("text-1 report person-1")] == [""]
    attributions = [f"text-1 report person-{'incomprehensible' * 2}-{number}" for number in range(4)]
    wide, narrow = drawings(*attributions)
    assert (wide.screen, narrow.screen) == ("wide", "narrow")
    assert [len(column.boxes) for column in narrow.columns] == [1, 1, 3]


def test_a_word_is_measured_by_its_letters():
    assert word_width("WWW") > word_width("iiiiii")
    assert word_width("Iliad") < word_width("MOMMA")


def test_only_the_lines_of_a_party_are_set_apart():
    (drawing,) = drawings("text-1 report-1 person-1", "text-2 report-2 person-2", lit="report-1")
    assert [line.style for line in drawing.lines] == ["faint", "faint", "lit", "lit"]


def test_lines_that_pass_a_column_on_their_way_to_one_box_share_a_lane_beside_its_boxes():
    (drawing,) = drawings("text-1 report-1 person-1", *["text-1 person-2"] * 2, *["text-2 person-2"] * 3)
    (trunk,) = [line for line in drawing.lines if line.width == 10.0]
    level = int(re.match(r"M\d+ (\d+)H", trunk.path)[1]) / EXTENT * drawing.units
    report = drawing.columns[1].boxes[0].start
    assert not report < level < report + drawing.columns[1].size


def test_boxes_are_ordered_so_that_links_do_not_cross():
    columns = [["a", "b", "c"], ["x", "y", "z"]]
    links = {("a", "z"): 1, ("b", "y"): 1, ("c", "x"): 1}
    layout = lay_out(columns, links, dict.fromkeys("abcxyz", 4), set())
    first, second = (sorted(column, key=layout.starts.__getitem__) for column in columns)
    assert [dict(zip("abc", "zyx", strict=True))[item] for item in first] == second


edges = st.lists(st.tuples(st.integers(0, 4), st.integers(5, 9), st.integers(10, 14)), min_size=1, max_size=20)


@given(edges, st.integers(1, 5), st.integers(0, 3))
def test_any_layout_keeps_items_apart_and_within_bounds(paths, size, spare):
    columns = [sorted({path[column] for path in paths}) for column in range(3)]
    links = {step: 1 for path in paths for step in pairwise(path)}
    sizes = {item: 1 + (item + size) % 5 for column in columns for item in column}
    needed = max(sum(sizes[item] for item in column) for column in columns)
    layout = lay_out(columns, links, sizes, set(), needed + spare)
    for column in columns:
        items = sorted(column, key=layout.starts.__getitem__)
        for before, after in pairwise(items):
            assert layout.starts[after] >= layout.starts[before] + sizes[before]
        assert layout.starts[items[0]] >= 0
        assert layout.starts[items[-1]] + sizes[items[-1]] <= layout.units == needed + spare


def test_the_style_sheet_places_every_unit(real_outputs):
    style = real_outputs["assets/dossier/dossier.css"]
    page = real_outputs["sources/index.md"]
    figure = re.search(r"<figure class=\"dossier-provenance\">.*?</figure>", page, re.DOTALL)[0]
    classes = {name for names in re.findall(r'class="([^"]*)"', figure) for name in names.split()}
    for name in nonempty([name for name in classes if re.fullmatch(r"[usmnc]\d+", name)]):
        assert re.search(rb"\." + name.encode() + rb"\b", style), name
    assert "style=" not in figure


FINDINGS = {
    "number:defectors-to-colombia-567": "Three attributions, one origin: Business Insider report.",
    "quote:guillen-martinez-request-to-us": "Two texts, one origin: CNN report.",
    "event:soldiers-flee-to-colombia": "Two texts, two independent origins.",
    "source:cnn-defectors-report": "Two of the five texts lead back to it: Toronto report and ZeroHedge.",
    "source:cnn-567-report": "Known only through one text: WNU.",
}


@pytest.mark.parametrize(("key", "finding"), FINDINGS.items(), ids=FINDINGS)
def test_the_finding_of_a_record(real_figures, key, finding):
    assert real_figures[key].finding == finding


def test_the_finding_of_the_dossier_names_the_relay_that_most_texts_share(real):
    figure = whole_provenance(real.graph)
    assert figure.finding == "Two of the five texts relay one and the same source: CNN report."
    lit = [line for line in figure.drawings[0].lines if line.style == "lit"]
    assert len(lit) >= 3


def test_a_finding_never_counts_more_origins_than_there_are(real, real_figures):
    words = ("one", "two", "three", "four", "five")
    for key, figure in real_figures.items():
        record = real.graph.dossier.by_key[key]
        counted = re.search(r"(\w+) independent origins?", figure.finding)
        if record.singular != "source":
            origins = len(real.graph.corroboration_of(record).origins)
            assert words.index(counted[1] if counted else "one") + 1 == origins, key


def test_the_only_origin_of_a_finding_is_that_of_the_page(real, real_figures, real_outputs):
    graph = real.graph
    named = {key: figure for key, figure in real_figures.items() if ", one origin: " in figure.finding}
    for key in nonempty(named):
        record = graph.dossier.by_key[key]
        [origin] = graph.corroboration_of(record).origins
        name = graph.dossier.by_key[graph.party_key(origin.root)].short_label
        assert f", one origin: {name}" in named[key].finding
        line = re.search("All evidence on this page: .*", real_outputs[f"{record.plural}/{record.id}.md"])[0]
        assert f"[{name}](" in line


def test_a_record_of_one_text_that_relays_no_report_has_no_figure(real, real_figures):
    graph = real.graph
    for record in nonempty(graph.by_kind["quotes"]):
        chains = {(c.passage.source, *c.passage.via) for c in graph.evidence_of(record) if c.is_found}
        relays = any(graph.chains.is_source(party) for chain in chains for party in chain[1:])
        if len(chains) == 1 and not relays:
            assert record.key not in real_figures


def test_own_and_relayed_words_are_explained_where_a_box_has_both(real, real_figures):
    whole = whole_provenance(real.graph)
    counts = [box.counts for drawing in whole.drawings for column in drawing.columns for box in column.boxes]
    assert any(re.fullmatch(r"\d+ own, \d+ relayed", count) for count in counts)
    assert any(note.startswith("Own: ") for note in whole.notes)
    assert not any(note.startswith("Own: ") for note in real_figures["quote:guillen-martinez-request-to-us"].notes)


def test_the_list_has_every_chain_with_its_passages(real, real_figures):
    graph = real.graph
    entries = whole_provenance(graph).entries
    assert len(entries) == len(graph.chains.passages)
    assert "WNU → Business Insider report → CNN report on the 567 → Colombia: 4 passages" in [
        f"{entry.names}: {entry.passages}" for entry in entries
    ]


def test_a_figure_is_described_in_words(real_outputs):
    page = real_outputs["numbers/defectors-to-colombia-567.md"]
    figure = fromstring(re.search(r"<figure class=\"dossier-provenance\">.*?</figure>", page, re.DOTALL)[0])
    svg = figure.find(".//svg")
    assert svg.get("role") == "img" and [child.tag for child in svg[:2]] == ["title", "desc"]
    assert svg.find("title").text == figure.find("figcaption/strong").text
    assert "One text read, three that they relay, two parties who said it" in svg.find("desc").text
    assert [heading.text for heading in figure.iterfind("./div/div/p")] == ["We read", "Which relay", "Who said it"]
    hrefs = [link.get("href") for link in figure.iterfind(".//li/a")]
    assert "../sources/business-insider-report.html" in hrefs and "../actors/colombia.html" in hrefs


def test_pages_of_records_stay_light(real_outputs, real_figures):
    figures = [
        len(match.encode())
        for output in real_outputs.values()
        if isinstance(output, str)
        for match in re.findall(r"<figure class=\"dossier-provenance\">.*?</figure>", output, re.DOTALL)
    ]
    assert sum(nonempty(figures)) / len(figures) < 3_500


@pytest.mark.parametrize("relay", ["wire-report", "nils-aker"], ids=["a source", "an actor"])
def test_the_finding_counts_every_relay_that_is_drawn(base, page, relay):
    for file in base.glob("content/*/*.yml"):
        file.write_text(file.read_text("utf-8").replace("via: [wire-report", f"via: [{relay}"), "utf-8")
    figure = re.search(r"<figure class=\"dossier-provenance\">.*?</figure>", page("sources/index.md"), re.DOTALL)[0]
    assert "Which relay" in figure
    assert "<strong>No two of the texts read relay the same source.</strong>" in figure
