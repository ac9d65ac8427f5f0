"""The authors, licence, keywords and DOI of a dossier, in every format, as its users' own library reads them."""

import csv
import json
import sqlite3
from datetime import date
from io import BytesIO, StringIO
from xml.etree import ElementTree

import feedparser
import jsonschema
import networkx
import pytest
from citeproc.source.json import CiteProcJSON
from dossier.export import schema_json
from dossier.export.registry import export_all
from dossier.model.licences import licence_of
from dossier.model.publish_context import PublishContext
from dossier.pipeline import check_dossier, json_ld, render_pages
from dossier.render.citation_formats import Bibliography
from dossier.render.head import Head, citation_fields
from frictionless import Package
from icalendar import Calendar
from openpyxl import load_workbook
from pybtex.database import parse_string
from rdflib import SDO, Graph, URIRef

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # Emitted by rdflib itself.

SITE = PublishContext(date(2019, 3, 4), "https://example.org/port/")
WRITTEN = {
    "authors": [
        {"name": "Mara Voss", "orcid": "https://orcid.org/0000-0002-1825-0097"},
        {"name": "The Port Desk", "kind": "organization"},
    ],
    "licence": "cc-by-4.0",
    "keywords": ["port", "strike & walk-out"],
    "identifier": "https://doi.org/10.1000/182",
}
NAMES = ["Mara Voss", "The Port Desk"]
ORCID = "https://orcid.org/0000-0002-1825-0097"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
RIGHTS = (
    f"The words and data of this dossier: CC BY 4.0 ({LICENCE}). The quoted passages and the texts of sources are not "
    "included; their rights stay with their publishers."
)


@pytest.fixture
def graph(add):
    return check_dossier(add("content/dossier.yml", **WRITTEN)).graph


@pytest.fixture
def files(graph):
    return {output.path: output.content for output in export_all(graph, SITE)}


def test_the_data_is_complete(graph, files):
    data = json.loads(files["data/dossier.json"])
    jsonschema.validate(data, json.loads(files[schema_json.PATH]))
    settings = graph.dossier.settings
    assert data["authors"] == [
        {"name": "Mara Voss", "kind": "person", "orcid": "0000-0002-1825-0097"},
        {"name": "The Port Desk", "kind": "organization"},
    ]
    assert data["licence"] == {"id": "CC-BY-4.0", "name": "CC BY 4.0", "url": LICENCE, "statement": RIGHTS}
    assert (data["keywords"], data["identifier"]) == (WRITTEN["keywords"], "doi:10.1000/182")
    assert (data["edition"], data["site"]) == ("2019-03-04", SITE.site_url)
    assert (data["language"], data["organization"]) == (settings.language, settings.organization)
    assert [side["id"] for side in data["sides"]] == [side.id for side in settings.sides] != []


def test_the_data_package_has_them_as_its_own_fields(files, tmp_path):
    for path, content in files.items():
        if path.startswith("data/csv/") or path in ("data/datapackage.json", "data/claims.jsonl"):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(content if isinstance(content, bytes) else content.encode())
    package = Package(tmp_path / "data/datapackage.json")
    assert package.licenses == [{"name": "CC-BY-4.0", "title": RIGHTS, "path": LICENCE}]
    assert [(person["title"], person["role"], person.get("path")) for person in package.contributors] == [
        ("Mara Voss", "author", ORCID),
        ("The Port Desk", "author", None),
        ("Dossier", "publisher", None),
    ]
    assert (package.keywords, package.to_dict()["id"]) == (WRITTEN["keywords"], "https://doi.org/10.1000/182")
    assert (package.version, package.created) == ("2019-03-04", "2019-03-04T00:00:00Z")


def test_csv_and_sqlite_have_a_table_of_them(files, tmp_path):
    rows = csv.DictReader(StringIO(files["data/csv/dossier.csv"].decode("utf-8"), newline=""))
    table = {row["name"]: row["value"] for row in rows}
    assert json.loads(table["licence"])["url"] == LICENCE
    assert [author["name"] for author in json.loads(table["authors"])] == NAMES
    assert (table["edition"], table["site"]) == ("2019-03-04", SITE.site_url)
    (tmp_path / "dossier.sqlite").write_bytes(files["data/dossier.sqlite"])
    database = sqlite3.connect(tmp_path / "dossier.sqlite")
    assert dict(database.execute("SELECT name, value FROM dossier")) == table
    database.close()
    metadata = json.loads(files["data/metadata.json"])
    assert (metadata["license"], metadata["license_url"]) == (RIGHTS, LICENCE)


def test_linked_data_has_them_on_the_site_and_the_data_set(graph, files):
    triples = Graph().parse(data=files["data/dossier.jsonld"], format="json-ld")
    (site,) = triples.subjects(SDO.license)
    assert site == URIRef(f"{SITE.site_url}index.html")
    assert triples.value(site, SDO.license) == URIRef(LICENCE)
    assert {str(triples.value(author, SDO.name)) for author in triples.objects(site, SDO.creator)} == set(NAMES)
    (data_set,) = [json.loads(json_ld(graph, SITE).for_page("data.md"))["mainEntity"]]
    assert (data_set["license"], data_set["identifier"]) == (LICENCE, "https://doi.org/10.1000/182")
    assert (data_set["version"], data_set["dateModified"]) == ("2019-03-04", "2019-03-04")
    assert (data_set["url"], data_set["keywords"]) == (f"{SITE.site_url}data.html", WRITTEN["keywords"])
    assert [author["name"] for author in data_set["creator"]] == NAMES
    assert data_set["creator"][0]["sameAs"] == ORCID
    assert [author["@type"] for author in data_set["creator"]] == ["Person", "Organization"]


def test_an_author_is_a_person_unless_said_otherwise(add):
    graph = check_dossier(add("content/dossier.yml", authors=[{"name": "Lea Ort"}])).graph
    data_set = json.loads(json_ld(graph, SITE).for_page("data.md"))["mainEntity"]
    assert data_set["creator"] == [{"@type": "Person", "name": "Lea Ort"}]


def test_feeds_have_authors_rights_and_keywords(files):
    feeds = [feedparser.parse(content) for path, content in files.items() if path.endswith((".atom", "feed.xml"))]
    assert feeds
    for feed in feeds:
        assert not feed.bozo
        assert [author.name for author in feed.feed.authors] == NAMES
        assert feed.feed.rights == RIGHTS
        assert [tag.term for tag in feed.feed.tags] == WRITTEN["keywords"]


def test_a_calendar_has_the_rights_and_the_keywords(files):
    (name,) = (path for path in files if path.endswith(".ics"))
    calendar = Calendar.from_ical(files[name])
    assert RIGHTS in calendar["DESCRIPTION"]
    assert [str(keyword) for keyword in calendar["CATEGORIES"].cats] == WRITTEN["keywords"]


def test_maps_and_networks_have_what_they_have_a_place_for(files):
    for path in ("data/places.geojson", "data/events.geojson"):
        features = json.loads(files[path])
        assert (features["licence"]["url"], features["keywords"]) == (LICENCE, WRITTEN["keywords"])
        assert [author["name"] for author in features["authors"]] == NAMES
    workbook = load_workbook(BytesIO(files["data/dossier.xlsx"])).properties
    assert (workbook.creator, workbook.description) == ("; ".join(NAMES), RIGHTS)
    assert workbook.keywords == ", ".join(WRITTEN["keywords"])
    meta = ElementTree.fromstring(files["data/network.gexf"]).find("{*}meta")
    assert meta.findtext("{*}creator") == "; ".join(NAMES)
    assert meta.findtext("{*}keywords") == ", ".join(WRITTEN["keywords"])
    assert RIGHTS in meta.findtext("{*}description")
    assert ElementTree.fromstring(files["data/network.graphml"]).findtext("{*}desc") == RIGHTS
    assert networkx.read_graphml(BytesIO(files["data/network.graphml"].encode())).number_of_nodes() == 4


def test_a_page_is_cited_by_its_authors(graph):
    pages = {page.path: page.content for page in render_pages(graph, SITE)}
    page = pages["actors/eva-holm.md"]
    assert "Mara Voss and The Port Desk: Eva Holm." in page
    assert "as of 4 March 2019. https://doi.org/10.1000/182. CC BY 4.0." in page.replace("&#47;", "/")


def test_its_bibtex_and_its_csl_are_read_by_their_libraries(graph):
    record = graph.dossier.by_key["actor:eva-holm"]
    bibliography = Bibliography(graph, SITE)
    entry = parse_string(bibliography._bibtex_entry(record.key, "Eva Holm", "https://example.org/"), "bibtex")
    (fields,) = entry.entries.values()
    assert [str(person).strip("{}") for person in fields.persons["author"]] == NAMES
    assert "CC BY 4.0" in fields.fields["note"] and "10.1000/182" in fields.fields["note"]
    (item,) = json.loads(bibliography._csl_entry(record.key, "Eva Holm", "https://example.org/"))
    assert [author["literal"] for author in item["author"]] == NAMES
    assert (item["publisher"], item["note"]) == ("Dossier", "https://doi.org/10.1000/182. CC BY 4.0")
    assert "".join(CiteProcJSON([item])[record.key]["note"]) == item["note"]


@pytest.mark.parametrize(
    ("address", "id"),
    [
        ("http://creativecommons.org/licenses/by/4.0", "CC-BY-4.0"),
        ("https://creativecommons.org/licenses/by/4.0/deed.es", "CC-BY-4.0"),
        ("https://www.creativecommons.org/licenses/by-sa/4.0/legalcode.zh-hant", "CC-BY-SA-4.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/legalcode", "CC0-1.0"),
        ("https://nationalarchives.gov.uk/doc/open-government-licence/version/3/", "OGL-UK-3.0"),
    ],
)
def test_a_licence_may_be_written_as_an_address_of_its_pages(address, id):
    assert licence_of(address).id == id


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"licence": "CC-BY-4"}, "`CC-BY-4` is no licence by its SPDX identifier; did you mean `CC-BY-4.0`?"),
        ({"licence": "cc by 4.0"}, "did you mean `CC-BY-4.0`?"),
        (
            {"authors": [{"name": "The Port Desk", "kind": "organization", "orcid": "0000-0002-1825-0097"}]},
            "only a person has an ORCID; remove it, or write `kind: person`",
        ),
        ({"licence": "all mine"}, "use one of CC0-1.0, CC-BY-4.0"),
        ({"identifier": "wikidata:Q717"}, "`wikidata:Q717` is not a DOI; write it like doi:10.1000/182"),
        ({"authors": ["Mara Voss"]}, "write `name: Mara Voss`, which may be followed by `kind` and `orcid`"),
        ({"authors": [{"name": "Mara Voss", "orcid": "0000-0002-1825-0079"}]}, "wrong check digit"),
    ],
)
def test_what_is_wrong_is_explained(add, fields, message):
    (finding,) = check_dossier(add("content/dossier.yml", **fields)).findings
    assert message in finding.message


def test_a_dossier_without_them_says_nothing_of_them(small_files):
    data = json.loads(small_files["data/dossier.json"])
    assert not {"authors", "licence", "keywords", "identifier", "edition", "site"} & data.keys()
    assert "licenses" not in json.loads(small_files["data/datapackage.json"])


def test_reference_managers_find_the_authors_in_the_head_of_a_page(graph):
    day, settings = SITE.published_on, graph.dossier.settings
    page = citation_fields(settings, day, "Eva Holm", "https://example.org/port/actors/eva-holm.html", False)
    assert page[1:4] == (
        ("citation_author", "Mara Voss"),
        ("citation_author_orcid", ORCID),
        ("citation_author", "The Port Desk"),
    )
    assert dict(page) == {
        "citation_title": "Eva Holm",
        "citation_author": "The Port Desk",
        "citation_author_orcid": ORCID,
        "citation_publisher": "Dossier",
        "citation_language": "en",
        "citation_keywords": "port; strike & walk-out",
        "citation_public_url": "https://example.org/port/actors/eva-holm.html",
        "citation_publication_date": "2019/03/04",
        "article:modified_time": "2019-03-04",
        "dcterms.license": LICENCE,
    }
    assert ("citation_doi", "10.1000/182") in citation_fields(settings, day, "", "", True)


def test_the_tags_escape_what_they_contain(small):
    head = Head("", "", "", "", "", "", citation=(("citation_author", '"><script>'), ("article:modified_time", "x")))
    assert '<meta name="citation_author" content="&quot;&gt;&lt;script&gt;">' in head.tags()
    assert '<meta property="article:modified_time" content="x">' in head.tags()
    assert citation_fields(small.dossier.settings, SITE.published_on, "Eva Holm", "", False) == ()
