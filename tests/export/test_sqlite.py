"""data/dossier.sqlite: whole, joined, searched, the same bytes; opened by SQLite and by Datasette."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from dossier.export import export_all
from dossier.export.sqlite import APPLICATION_ID, PATH, VIEWS
from dossier.pipeline import check_dossier

from tests.conftest import BASE
from tests.export.tabled import Tables, lost

BROWSE = """
import asyncio, json, sys
from datasette.app import Datasette

async def main():
    client = Datasette(immutables=[sys.argv[1]]).client
    found = [await client.get(f"/dossier/{path}") for path in sys.argv[2:]]
    print(json.dumps([[one.status_code, one.json()] for one in found]))

asyncio.run(main())
"""
SPELLINGS = {"Guaido", "Guaidó"}
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


def opened(content):
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content)
    connection.row_factory = sqlite3.Row
    return closing(connection)


def database_of(root):
    return {output.path: output.content for output in export_all(check_dossier(root).graph)}[PATH]


@pytest.fixture(scope="module")
def content(real_outputs):
    return real_outputs[PATH]


@pytest.fixture
def rows(content):
    """The rows of a query of the real dossier's database."""
    with opened(content) as connection:
        yield lambda query, *given: [tuple(row) for row in connection.execute(query, given)]


@pytest.fixture
def browse(content, tmp_path):
    """What Datasette answers, in a process of its own, for it warns of its own code."""

    def answered(*paths):
        (tmp_path / "dossier.db").write_bytes(content)
        command = [sys.executable, "-W", "ignore", "-c", BROWSE, str(tmp_path / "dossier.db"), *paths]
        return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    return answered


def test_it_is_sound_and_its_keys_hold(rows):
    assert rows("PRAGMA integrity_check") == [("ok",)]
    assert rows("PRAGMA foreign_key_check") == []


def test_a_key_that_leads_nowhere_is_refused(content):
    with opened(content) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            connection.execute("UPDATE passages SET source = 'nowhere' WHERE id = 1")
            connection.commit()


def test_every_field_of_every_record_comes_out_as_it_went_in(content, real_outputs):
    with opened(content) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        given = {name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')] for name in names}
    assert list(lost(json.loads(real_outputs["data/dossier.json"]), Tables(given))) == []


@pytest.mark.parametrize(("written", "stored"), VALUES)
def test_a_figure_is_never_rounded(base, write, written, stored):
    text = (base / "content/numbers/gone-567.yml").read_text("utf-8")
    root = write("content/numbers/gone-567.yml", text.replace("value: 567", f"value: {written}"))
    with opened(database_of(root)) as connection:
        [(value,)] = connection.execute("SELECT value FROM numbers WHERE id = 'gone-567'")
    assert (value, type(value)) == (stored, type(stored))


def test_a_vague_number_has_no_value(rows):
    vague = rows("SELECT value, min, max FROM numbers WHERE qualifier = 'vague'")
    assert set(vague) == {(None, None, None)}


@pytest.mark.parametrize("words", ["Guaido", "Guaidó", "GUAIDÓ", '"Juan Guaido"'])
def test_a_search_is_blind_to_accents_and_case(rows, words):
    found = rows("SELECT key FROM records WHERE rowid IN (SELECT rowid FROM records_fts(?))", words)
    assert ("actor:juan-guaido",) in found
    passages = rows("SELECT exact FROM passages WHERE rowid IN (SELECT rowid FROM passages_fts(?))", words)
    assert {spelling for (exact,) in passages for spelling in SPELLINGS if spelling in exact} == SPELLINGS


def test_a_search_finds_names_and_summaries(rows):
    found = "SELECT key FROM records WHERE rowid IN (SELECT rowid FROM records_fts(?))"
    assert ("actor:jose-luis-silva",) in rows(found, 'names : "Silva"')
    assert ("number:defectors-to-colombia-567",) in rows(found, "summary : defectors")


def test_a_number_is_shown_with_its_words_and_their_chain(rows):
    query = "SELECT value, exact, chain FROM number_passages WHERE number = 'defectors-to-colombia-567'"
    chain = "wnu-defected-567 → business-insider-report → colombian-officials"
    assert (567, "567 Venezuelan soldiers defected to Colombia, according to Colombian officials", chain) in rows(query)


def test_views_tell_of_every_record_of_theirs(real, rows):
    counts = {view.name: rows(f"SELECT count(*) FROM {view.name}")[0][0] for view in VIEWS}
    dossier = real.graph.dossier
    assert counts["evidence"] == len(real.graph.citations)
    assert counts["timeline"] == len(dossier.events)
    assert counts["who_said_what"] == len(dossier.quotes)
    assert counts["positions"] == sum(len(disagreement.positions) for disagreement in dossier.disagreements)
    assert counts["relations"] == sum(len(actor.relations) for actor in dossier.actors)
    assert counts["number_passages"] >= len(dossier.numbers)


def test_the_timeline_runs_forward(rows):
    days = [first for (first,) in rows("SELECT date_earliest FROM timeline") if first]
    assert days == sorted(days)


def test_datasette_opens_it_searches_it_and_follows_its_keys(browse):
    table, view = browse("records.json?_search=guaido&_shape=array", "relations.json?_shape=array&_size=1")
    assert table[0] == view[0] == 200
    assert "actor:juan-guaido" in {row["key"] for row in table[1]}
    [[status, told]] = browse("actor_relations.json?_labels=on&_size=1")
    assert (status, told["rows"][0]["actor"]["value"]) == (200, "amanda-lapo")


def test_it_is_made_twice_the_same():
    assert database_of(BASE) == database_of(BASE)


def test_it_says_what_it_is(rows):
    assert rows("PRAGMA application_id") == [(APPLICATION_ID,)]
    assert rows("PRAGMA user_version") == [(1,)]
