"""The data of the table of all records, and of the search."""

import json

import pytest
from dossier.pipeline import check_dossier, render_all
from dossier.render.assets import js_data_file
from dossier.render.explore import PATH
from dossier.render.search import search_entry, search_index_js


def data_of(written):
    return json.loads(written.partition(" = ")[2].rstrip().removesuffix(";"))


@pytest.fixture(scope="module")
def table(real_outputs):
    return data_of(real_outputs[PATH])


@pytest.fixture(scope="module")
def rows(table):
    return {row["url"]: row for row in (dict(zip(table["columns"], row, strict=True)) for row in table["rows"])}


def names(table, row, column):
    return [table["rows"][at][table["columns"].index("id")] for at in row[column]]


def test_every_shown_record_is_a_row(real, rows):
    assert len(rows) == len(real.graph.visible)


def test_a_row_tells_what_its_record_tells(table, rows):
    row = rows["numbers/defectors-to-colombia-567.html"]
    assert (row["title"], row["status"]) == ("567 soldiers: Venezuelan soldiers who fled to Colombia", "reported")
    assert (row["documents"], row["origins"]) == (1, 1)
    assert "[[" not in row["summary"] and len(row["summary"]) <= 200
    assert names(table, row, "places") == ["colombia"]
    assert names(table, row, "sources")[0] == "wnu-defected-567"


def test_a_row_holds_the_record_itself_where_it_is_an_actor(table, rows):
    row = rows["actors/juan-guaido.html"]
    assert names(table, row, "actors")[0] == "juan-guaido"
    assert [table["sides"][at][0] for at in row["sides"]] == ["opposition"]


def test_a_row_has_its_date_in_edtf_in_words_and_in_days(rows):
    row = rows["events/caracas-protest.html"]
    assert [row[name] for name in ("date", "day", "first", "last")] == [
        "2019-01-23",
        "23 January 2019",
        *["2019-01-23"] * 2,
    ]


def test_a_draft_is_in_neither(write, base):
    file = "content/actors/nils-aker.yml"
    text = (base / file).read_text("utf-8").replace("review: published", "review: draft")
    graph = check_dossier(write(file, text)).graph
    made = {output.path: output for output in render_all(graph)}
    assert "nils-aker" not in made[PATH].content
    assert "nils-aker" not in search_index_js(made.values(), ())


def test_a_text_whose_rights_allow_excerpts_is_not_whole_in_the_search(base):
    made = {output.path: output for output in render_all(check_dossier(base).graph)}
    entry = made["texts/ledger.md"].search_entry()
    assert "Notes from the Ledger" not in entry.text
    assert "Port officials counted them" in entry.text


def test_data_in_a_script_cannot_end_it_and_is_ascii():
    written = js_data_file("x", ["</script><!-- \u2028 ó"])
    assert written.isascii() and "<" not in written
    assert data_of(written) == ["</script><!-- \u2028 ó"]


def test_a_figure_is_found_by_its_digits_its_words_and_as_written(real):
    number = next(one for one in real.graph.visible if one.id == "us-aid-20-million")
    assert set(search_entry(real.graph, number).names) == {"$20 million", "20000000"}


def test_a_page_of_the_themes_own_is_an_entry_of_text():
    page = {"location": "about.html#x", "title": "A &amp; b", "text": "<p>One</p><p>two &lt;three&gt;</p>"}
    assert data_of(search_index_js((), [page])) == [["about.html#x", "Page", "A & b", "One two <three>", [], 1]]


def test_accents_are_single_characters_in_the_search():
    page = {"location": "a.html", "title": "A", "text": "Guaido\u0301"}
    assert data_of(search_index_js((), [page]))[0][3] == "Guaidó"
