"""When a source was accessed, where a copy of it is, and who has its rights: in each format with a place for it."""

import csv
import json
from io import StringIO

import pytest
from citeproc.source.json import CiteProcJSON
from dossier.pipeline import check_dossier, render_pages
from pybtex.database import parse_string
from rdflib import SDO, Graph, URIRef

from tests.export.helpers import export_files

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # Emitted by rdflib itself.

ROOT = "https://example.org/"
COPY = "https://web.archive.org/web/20190304120000/https://gazette.example/dockers"
WRITTEN = {"url": "https://gazette.example/dockers", "accessed": "2019-03-04", "archived": COPY}


@pytest.fixture
def gazette(add):
    """The small dossier, with a copy of one of its sources."""
    return add("content/sources/gazette.yml", **WRITTEN)


@pytest.fixture
def files(gazette):
    return export_files(gazette)


def test_bibliographies_have_the_day_and_the_address_of_the_copy(files):
    items = {item["id"]: item for item in json.loads(files["data/bibliography.json"])}
    assert items["gazette"]["accessed"] == {"date-parts": [[2019, 3, 4]]}
    assert f"Archived at {COPY}." in items["gazette"]["note"]
    read = CiteProcJSON([items["gazette"]])["gazette"]
    assert (read["accessed"].year, read["accessed"].month, read["accessed"].day) == (2019, 3, 4)
    fields = parse_string(files["data/bibliography.bib"], "bibtex").entries["gazette"].fields
    assert fields["urldate"] == "2019-03-04"
    assert "Archived at https://web.archive.org/" in fields["note"]


def test_linked_data_has_the_copy_as_a_link_and_the_rights(gazette, files):
    triples = Graph().parse(data=files["data/dossier.jsonld"], format="json-ld", publicID=f"{ROOT}data/dossier.jsonld")
    source = URIRef(f"{ROOT}sources/gazette.html#source")
    assert set(triples.objects(source, SDO.archivedAt)) == {URIRef(COPY), URIRef(f"{ROOT}texts/gazette.html")}
    rights = check_dossier(gazette).graph.dossier.by_key["source:gazette"].rights.statement
    assert str(triples.value(source, SDO.copyrightNotice)) == rights


def test_tables_and_data_have_them_as_they_are_written(files):
    rows = csv.DictReader(StringIO(files["data/csv/sources.csv"].decode("utf-8"), newline=""))
    assert {row["id"]: (row["accessed"], row["archived"]) for row in rows if row["archived"]} == {
        "gazette": ("2019-03-04", COPY)
    }
    (source,) = (source for source in json.loads(files["data/dossier.json"])["sources"] if "archived" in source)
    assert (source["accessed"], source["archived"]) == ("2019-03-04", COPY)


def test_follow_the_money_has_the_day(files):
    entities = [json.loads(line) for line in files["data/ftm.json"].splitlines()]
    (found,) = (entity for entity in entities if "retrievedAt" in entity["properties"])
    assert (found["schema"], found["properties"]["retrievedAt"]) == ("Article", ["2019-03-04"])
    assert f"archived: {COPY}" in found["properties"]["notes"]


def test_the_page_of_the_source_and_the_citation_of_its_quotes_say_so(gazette):
    pages = {page.path: page.content for page in render_pages(check_dossier(gazette).graph)}
    assert "accessed on 4 March 2019" in pages["sources/gazette.md"]
    assert f"- **Archived at:** {COPY}\n" in pages["sources/gazette.md"]
    assert f"accessed on 4 March 2019, archived at {COPY}" in pages["quotes/harbour-is-ours.md"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"archived": "the Wayback Machine"}, "archived: expected a web address"),
        ({"accessed": "2019-03"}, "write one day, such as 2019-03-04"),
    ],
)
def test_what_is_no_address_and_no_day_is_refused(add, fields, message):
    (finding,) = check_dossier(add("content/sources/gazette.yml", **fields)).findings
    assert message in finding.message
