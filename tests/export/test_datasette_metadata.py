"""data/metadata.json: Datasette shows what the database, its tables and its columns are."""

import json
import re
import subprocess
import sys
from html import unescape

import pytest
from dossier.export import datasette_metadata
from dossier.export.tables import iter_tables
from dossier.model.publish_context import PublishContext

from tests.conftest import BASE
from tests.export.helpers import EXAMPLE_ADDRESS, export_files, export_one, write_files

BROWSE = """
import asyncio, json, sys
from datasette.app import Datasette

async def main():
    client = Datasette(immutables=[sys.argv[1]], metadata=json.load(open(sys.argv[2], encoding="utf-8"))).client
    print(json.dumps([(await client.get(path)).text for path in sys.argv[3:]]))

asyncio.run(main())
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The front page of Datasette, and those of the database, of a table, and of a view, as text."""
    folder = tmp_path_factory.mktemp("site")
    write_files(export_files(BASE, PublishContext(site_url=EXAMPLE_ADDRESS)), folder)
    files = [folder / "data/dossier.sqlite", folder / "data/metadata.json"]
    paths = ["/", "/dossier", "/dossier/numbers", "/dossier/timeline", "/dossier/actor_relations"]
    command = [sys.executable, "-W", "ignore", "-c", BROWSE, *map(str, files), *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(zip(paths, map(unescape, json.loads(done.stdout)), strict=True))


def test_datasette_shows_the_title_and_where_the_data_is_from(pages):
    assert "<h1>The walk-out at Port Brenn</h1>" in pages["/"]
    assert re.search(rf'Data source:\s*<a href="{EXAMPLE_ADDRESS}">\s*Dossier', pages["/"])


def test_datasette_shows_what_a_table_and_each_of_its_columns_is(pages, small):
    [table] = [table for table in iter_tables(small) if table.name == "numbers"]
    assert "Every number." in pages["/dossier/numbers"]
    for column in table.columns:
        assert f"<dt>{column.name}</dt><dd>{column.description}</dd>" in pages["/dossier/numbers"]


def test_datasette_shows_the_question_that_a_view_answers(pages):
    assert "What happened when?" in pages["/dossier/timeline"]


def test_datasette_names_the_records_that_rows_refer_to(pages):
    assert '<a href="/dossier/actors/rolf-brandt">Rolf Brandt</a>' in pages["/dossier/actor_relations"]


def test_every_table_and_column_is_described(small):
    metadata = json.loads(export_one(datasette_metadata, small))
    tables = metadata["databases"]["dossier"]["tables"]
    assert "source_url" not in metadata
    for table in iter_tables(small):
        assert tables[table.name]["columns"].keys() == {column.name for column in table.columns}
        assert all(tables[table.name]["columns"].values())
