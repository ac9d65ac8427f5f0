"""data/dossier.sqlite: complete, joined and searchable; opened by SQLite and by Datasette."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from dossier.export import sqlite
from dossier.export.sqlite import APPLICATION_ID, FORMAT_VERSION, VIEWS

from tests.export.helpers import Tables, export_one, missing_values

BROWSE = """
import asyncio, json, sys
from datasette.app import Datasette

async def main():
    client = Datasette(immutables=[sys.argv[1]]).client
    answers = [await client.get(f"/dossier/{path}") for path in sys.argv[2:]]
    print(json.dumps([[answer.status_code, answer.json()] for answer in answers]))

asyncio.run(main())
"""
VALUES = [
    # as written, as stored
    ("567", 567),
    ("20000000.0", 20000000),
    ("0.25", 0.25),
    ("-0.1", -0.1),
    ("9223372036854775807", 9223372036854775807),
    ("12345678901234567890", "12345678901234567890"),
    ("0.1234567890123456789", "0.1234567890123456789"),
]


def open_database(content):
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content)
    connection.row_factory = sqlite3.Row
    return closing(connection)


@pytest.fixture(scope="module")
def content(real_outputs):
    return real_outputs[sqlite.PATH]


@pytest.fixture
def rows(content):
    """Return the rows of a query of the real dossier's database."""
    with open_database(content) as connection:
        yield lambda query, *values: [tuple(row) for row in connection.execute(query, values)]


@pytest.fixture
def small_rows(small_files):
    """Return the rows of a query of the small dossier's database."""
    with open_database(small_files[sqlite.PATH]) as connection:
        yield lambda query, *values: [tuple(row) for row in connection.execute(query, values)]


@pytest.fixture
def browse(small_files, tmp_path):
    """Return the answers of Datasette, in a subprocess, because it emits warnings."""

    def get(*paths):
        (tmp_path / "dossier.db").write_bytes(small_files[sqlite.PATH])
        command = [sys.executable, "-W", "ignore", "-c", BROWSE, str(tmp_path / "dossier.db"), *paths]
        return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    return get


def test_it_is_sound_and_its_foreign_keys_hold(rows):
    assert rows("PRAGMA integrity_check") == [("ok",)]
    assert rows("PRAGMA foreign_key_check") == []


def test_a_foreign_key_without_a_target_is_refused(content):
    with open_database(content) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            connection.execute("UPDATE passages SET source = 'nowhere' WHERE id = 1")
            connection.commit()


def test_no_value_of_the_json_is_missing(content, real_outputs):
    with open_database(content) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        tables = {name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')] for name in names}
    assert list(missing_values(json.loads(real_outputs["data/dossier.json"]), Tables(tables))) == []


@pytest.mark.parametrize(("written", "stored"), VALUES)
def test_a_figure_is_never_rounded(graph_with, written, stored):
    graph = graph_with("content/numbers/gone-567.yml", "value: 567", f"value: {written}")
    with open_database(export_one(sqlite, graph)) as connection:
        [(value,)] = connection.execute("SELECT value FROM numbers WHERE id = 'gone-567'")
    assert (value, type(value)) == (stored, type(stored))


def test_a_vague_number_has_no_value(graph_with):
    vague = "qualifier: vague\nwords: more than 500"
    graph = graph_with("content/numbers/more-than-500.yml", "value: 500\nqualifier: more than", vague)
    with open_database(export_one(sqlite, graph)) as connection:
        [row] = connection.execute("SELECT value, min, max FROM numbers WHERE qualifier = 'vague'")
    assert tuple(row) == (None, None, None)


@pytest.mark.parametrize("words", ["Zoe", "Zoë", "ZOË", '"Zoe Ny"'])
def test_a_search_ignores_accents_and_case(graph_with, words):
    graph = graph_with("content/actors/eva-holm.yml", "name: Eva Holm", "name: Zoë Ny")
    with open_database(export_one(sqlite, graph)) as connection:
        query = "SELECT key FROM records WHERE rowid IN (SELECT rowid FROM records_fts(?))"
        assert [tuple(row) for row in connection.execute(query, (words,))] == [("actor:eva-holm",)]


def test_a_search_finds_names_summaries_and_passages(small_rows):
    records = "SELECT key FROM records WHERE rowid IN (SELECT rowid FROM records_fts(?))"
    passages = "SELECT record FROM passages WHERE rowid IN (SELECT rowid FROM passages_fts(?))"
    assert small_rows(records, 'names : "Mayor"') == [("actor:rolf-brandt",)]
    assert small_rows(records, "summary : gate") == [("source:gazette",), ("quote:harbour-is-ours",)]
    assert small_rows(passages, "Thursday") == [("number:gone-567",)]
    statements = "SELECT url FROM statements WHERE rowid IN (SELECT rowid FROM statements_fts(?))"
    assert small_rows(statements, "leads") == [("actors/eva-holm.html#s-summary",)]


def test_a_search_finds_only_records_that_say_the_word(rows):
    """Links such as `[[actor:eva-holm]]` are in most records, the word `actor` is not."""
    for word in ("actor", "event", "number", "source", "disagreement"):
        query = f"SELECT label, names, summary FROM records WHERE rowid IN (SELECT rowid FROM records_fts('{word}'))"
        assert all(word in " ".join(filter(None, row)).casefold() for row in rows(query))
    [(with_links, plain)] = rows("SELECT sum(summary_markup LIKE '%[[%'), sum(summary LIKE '%[[%') FROM records")
    assert (with_links > 100, plain) == (True, 0)


def test_a_number_is_shown_with_its_words_and_their_attribution(small_rows):
    query = "SELECT value, exact, attribution FROM number_passages WHERE number = 'gone-567'"
    attribution = "ledger → wire-report → port-officials"
    assert small_rows(query) == [(567, "567 dockers had gone by Thursday.", attribution)]


def test_a_claim_is_shown_with_the_words_it_is_based_on(small_rows):
    query = "SELECT text, by, documents, origins, exact, attribution FROM claims WHERE label = 'How many dockers left?'"
    attribution = "ledger → wire-report → port-officials"
    assert small_rows(f"{query} AND url LIKE '%#s-number-gone-567'") == [
        ("567, no less.", "source", 1, 1, "567 dockers had gone by Thursday.", attribution)
    ]
    assert small_rows(f"{query} AND by = 'editor' AND text LIKE 'One text%'") == [
        ("One text bounds the figure, the other gives it.", "editor", 0, 0, None, None)
    ]


def test_each_view_has_every_record_of_its_kind(real, rows):
    counts = {view.name: rows(f"SELECT count(*) FROM {view.name}")[0][0] for view in VIEWS}
    dossier = real.graph.dossier
    assert counts["evidence"] == len(real.graph.citations)
    assert counts["claims"] == sum(max(1, len(statement.citations)) for statement in real.graph.statements)
    assert counts["timeline"] == len(dossier.events)
    assert counts["who_said_what"] == len(dossier.quotes)
    assert counts["positions"] == sum(len(disagreement.positions) for disagreement in dossier.disagreements)
    assert counts["relations"] == sum(len(actor.relations) for actor in dossier.actors)
    assert counts["number_passages"] >= len(dossier.numbers)


def test_the_timeline_runs_forward(rows):
    days = [first for (first,) in rows("SELECT date_earliest FROM timeline") if first]
    assert days
    assert days == sorted(days)


def test_datasette_opens_it_searches_it_and_follows_its_keys(browse):
    table, view, labels = browse(
        "records.json?_search=brandt&_shape=array",
        "relations.json?_shape=array&_size=1",
        "actor_relations.json?_labels=on&_size=1",
    )
    assert [status for status, _ in (table, view, labels)] == [200, 200, 200]
    assert "actor:rolf-brandt" in {row["key"] for row in table[1]}
    assert (view[1][0]["actor"], view[1][0]["other"]) == ("Eva Holm", "Nils Aker")
    assert labels[1]["rows"][0]["actor"]["value"] == "eva-holm"


def test_its_header_identifies_the_format(rows):
    assert rows("PRAGMA application_id") == [(APPLICATION_ID,)]
    assert rows("PRAGMA user_version") == [(FORMAT_VERSION,)]
