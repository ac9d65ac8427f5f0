"""The data of the Explore page and of the search."""

import json

import pytest
from dossier.pipeline import check_dossier, render_all
from dossier.render.assets import js_data_file
from dossier.render.pages.explore import DATA_PATH
from dossier.render.search import search_entry, search_index

from tests.conftest import BASE


def parse_data_file(script):
    """Return the data that a script of data sets."""
    return json.loads(script.partition(" = ")[2].rstrip().removesuffix(";"))


@pytest.fixture(scope="module")
def graph():
    return check_dossier(BASE).graph


@pytest.fixture(scope="module")
def outputs(graph):
    return {output.path: output for output in render_all(graph)}


@pytest.fixture(scope="module")
def table(outputs):
    return parse_data_file(outputs[DATA_PATH].content)


@pytest.fixture(scope="module")
def rows(table):
    """The rows of the table as mappings, by the address of their page."""
    records = [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]
    return {record["url"]: record for record in records}


def ids(table, indexes):
    """Return the ids of the rows with these indexes."""
    return [table["rows"][index][table["columns"].index("id")] for index in indexes]


def test_every_visible_record_is_a_row(graph, rows):
    assert len(rows) == len(graph.visible) > 10


def test_a_row_has_the_fields_of_its_record_and_refers_to_others(table, rows):
    row = rows["numbers/gone-567.html"]
    assert (row["title"], row["status"]) == ("567 dockers: dockers who left", "reported")
    assert (row["source_count"], row["origin_count"]) == (1, 1)
    assert row["summary"] == "567 had gone."
    assert ids(table, row["places"]) == ["port-brenn"]
    assert ids(table, row["sources"])[0] == "ledger"


def test_a_row_of_an_actor_refers_to_itself_first_and_to_its_side(table, rows):
    row = rows["actors/nils-aker.html"]
    assert ids(table, row["actors"])[0] == "nils-aker"
    assert len(row["sides"]) == 1


def test_a_row_has_its_date_in_edtf_in_words_and_as_days(rows):
    row = rows["events/walk-out.html"]
    assert (row["date"], row["day"], row["first"], row["last"]) == (
        "2019-01-23",
        "23 January 2019",
        *["2019-01-23"] * 2,
    )


def test_a_draft_is_in_neither(write, base):
    file = "content/actors/nils-aker.yml"
    text = (base / file).read_text("utf-8").replace("review: published", "review: draft")
    outputs = {output.path: output for output in render_all(check_dossier(write(file, text)).graph)}
    assert "nils-aker" not in outputs[DATA_PATH].content
    assert "nils-aker" not in search_index(outputs.values(), ()).content


def test_the_search_has_only_the_excerpts_of_a_text_that_may_not_be_shown_whole(outputs):
    entry = outputs["texts/ledger.md"].search_entry()
    assert "Notes from the Ledger" not in entry.text
    assert "Port officials counted them" in entry.text


def test_a_script_of_data_is_ascii_and_cannot_end_its_element():
    script = js_data_file("x", ["</script><!-- \u2028 ó"])
    assert script.isascii() and "<" not in script
    assert parse_data_file(script) == ["</script><!-- \u2028 ó"]


def test_a_number_is_found_by_its_figure_in_words_and_in_digits(graph):
    number = graph.dossier.by_key["number:more-than-500"]
    assert set(search_entry(graph, number).names) == {"500", "more than 500 dockers"}


def test_a_section_of_a_hand_written_page_is_an_entry_of_plain_text():
    page = {"location": "about.html#x", "title": "A &amp; b", "text": "<p>One</p><p>two &lt;three&gt;</p>"}
    assert parse_data_file(search_index((), [page]).content) == [
        ["about.html#x", "Page", "A & b", "One two <three>", [], 1]
    ]


def test_accents_are_composed_in_the_search():
    page = {"location": "a.html", "title": "A", "text": "Guaido\u0301"}
    assert parse_data_file(search_index((), [page]).content)[0][3] == "Guaidó"
