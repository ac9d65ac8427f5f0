"""Identifiers from elsewhere and the countries of actors, in every format, as its users' own library reads them."""

import csv
import json
import sqlite3
import warnings
from io import BytesIO, StringIO

import jsonschema
import networkx
import pytest
from dossier.export import schema_json
from pybtex.database import parse_string
from rdflib import SDO, Graph, URIRef

from tests.export.helpers import export_files, unmapped_values

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # FollowTheMoney's dependencies emit warnings when they are imported.
    from followthemoney import model

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # Emitted by rdflib itself.

WRITTEN = {
    "actors/eva-holm": {"country": "VE", "same_as": ["wikidata:Q42", "https://orcid.org/0000-0002-1825-0097"]},
    "actors/port-officials": {"country": "XK", "same_as": ["lei:HWUPKR0MPOU8FGXBT394", "ror:03yrm5c26"]},
    "places/port-brenn": {"same_as": ["https://www.wikidata.org/wiki/Q717", "geonames:3625428", "osm:relation/272644"]},
    "sources/gazette": {"same_as": ["doi:10.1000/A_B(1)", "issn:0317-8471"]},
}
SAME_AS = {
    "actors/eva-holm": ["wikidata:Q42", "orcid:0000-0002-1825-0097"],
    "actors/port-officials": ["lei:HWUPKR0MPOU8FGXBT394", "ror:03yrm5c26"],
    "places/port-brenn": ["wikidata:Q717", "geonames:3625428", "osm:relation/272644"],
    "sources/gazette": ["doi:10.1000/a_b(1)", "issn:0317-8471"],
}
ADDRESSES = {
    "actors/eva-holm": {"http://www.wikidata.org/entity/Q42", "https://orcid.org/0000-0002-1825-0097"},
    "actors/port-officials": {
        "https://search.gleif.org/#/record/HWUPKR0MPOU8FGXBT394",
        "https://ror.org/03yrm5c26",
    },
    "places/port-brenn": {
        "http://www.wikidata.org/entity/Q717",
        "https://www.geonames.org/3625428",
        "https://www.openstreetmap.org/relation/272644",
    },
    "sources/gazette": {"https://doi.org/10.1000/a_b%281%29", "https://portal.issn.org/resource/ISSN/0317-8471"},
}
COUNTRIES = {"eva-holm": "VE", "port-officials": "XK"}
ROOT = "https://example.org/"


@pytest.fixture
def files(base, add):
    """The data files of the small dossier with identifiers."""
    for path, fields in WRITTEN.items():
        add(f"content/{path}.yml", **fields)
    return export_files(base)


@pytest.fixture
def entities(files):
    """The FollowTheMoney entities, as the library reads them, by the name of the record."""
    proxies = [model.get_proxy(json.loads(line)) for line in files["data/ftm.json"].splitlines()]
    return {proxy.caption: proxy for proxy in proxies if proxy.has("notes", quiet=True)}


def test_the_data_has_them_and_its_schema_accepts_them(files):
    data = json.loads(files["data/dossier.json"])
    records = {
        f"{plural}/{record['id']}": record for plural in ("actors", "places", "sources") for record in data[plural]
    }
    assert {key: record["same_as"] for key, record in records.items() if "same_as" in record} == SAME_AS
    assert {actor["id"]: actor["country"] for actor in data["actors"] if "country" in actor} == COUNTRIES
    jsonschema.validate(data, json.loads(files[schema_json.PATH]))


@pytest.mark.parametrize("plural", ["actors", "places", "sources"])
def test_csv_and_sqlite_have_them_as_a_json_list(files, plural, tmp_path):
    expected = {key.partition("/")[2]: codes for key, codes in SAME_AS.items() if key.startswith(plural)}
    rows = csv.DictReader(StringIO(files[f"data/csv/{plural}.csv"].decode("utf-8"), newline=""))
    assert {row["id"]: json.loads(row["same_as"]) for row in rows if row["same_as"]} == expected
    (tmp_path / "dossier.sqlite").write_bytes(files["data/dossier.sqlite"])
    with sqlite3.connect(tmp_path / "dossier.sqlite") as database:
        found = database.execute(f"SELECT {plural}.id, value FROM {plural}, json_each({plural}.same_as)")
        assert sorted(found) == sorted((id, code) for id, codes in expected.items() for code in codes)
    database.close()


def test_linked_data_has_their_addresses_as_links(files):
    triples = Graph().parse(data=files["data/dossier.jsonld"], format="json-ld", publicID=f"{ROOT}data/dossier.jsonld")
    found = {}
    for subject, address in triples.subject_objects(SDO.sameAs):
        assert isinstance(address, URIRef)
        found.setdefault(str(subject).removeprefix(ROOT).partition(".html")[0], set()).add(str(address))
    assert found == ADDRESSES
    (citizen,) = triples.subjects(SDO.nationality / SDO.identifier)
    assert str(citizen) == f"{ROOT}actors/eva-holm.html#actor"
    (office,) = triples.subjects(SDO.address / SDO.addressCountry)
    assert str(office) == f"{ROOT}actors/port-officials.html#actor"


def test_follow_the_money_has_properties_for_some_and_notes_for_the_others(entities):
    eva, officials, port = entities["Eva Holm"], entities["Port officials"], entities["Port Brenn"]
    gazette = entities["Dockers walk out at Port Brenn"]
    assert (eva.get("wikidataId"), eva.get("country")) == (["Q42"], ["ve"])
    assert (officials.get("leiCode"), officials.get("country")) == (["HWUPKR0MPOU8FGXBT394"], ["xk"])
    assert (port.get("wikidataId"), port.get("osmId")) == (["Q717"], ["relation/272644"])
    notes = {"eva": eva, "officials": officials, "port": port, "gazette": gazette}
    noted = {name: [note for note in proxy.get("notes") if note.startswith("same_as")] for name, proxy in notes.items()}
    assert noted == {
        "eva": ["same_as: orcid:0000-0002-1825-0097 (https://orcid.org/0000-0002-1825-0097)"],
        "officials": ["same_as: ror:03yrm5c26 (https://ror.org/03yrm5c26)"],
        "port": ["same_as: geonames:3625428 (https://www.geonames.org/3625428)"],
        "gazette": [
            "same_as: doi:10.1000/a_b(1) (https://doi.org/10.1000/a_b%281%29)",
            "same_as: issn:0317-8471 (https://portal.issn.org/resource/ISSN/0317-8471)",
        ],
    }


def test_a_map_has_those_of_places(files):
    (feature,) = json.loads(files["data/places.geojson"])["features"]
    assert feature["properties"]["same_as"] == SAME_AS["places/port-brenn"]


def test_networks_have_those_of_actors_and_their_countries(files):
    graphml = networkx.read_graphml(BytesIO(files["data/network.graphml"].encode()))
    gexf_1_2 = files["data/network.gexf"].replace('"http://gexf.net/1.3', '"http://www.gexf.net/1.2draft')
    for network in (graphml, networkx.read_gexf(BytesIO(gexf_1_2.encode()))):
        nodes = network.nodes
        assert {id: node["country"] for id, node in nodes.items() if "country" in node} == COUNTRIES
        expected = {key.partition("/")[2]: "; ".join(codes) for key, codes in SAME_AS.items() if key[0] == "a"}
        assert {id: node["same_as"] for id, node in nodes.items() if "same_as" in node} == expected


def test_a_bibliography_has_a_doi_and_an_issn(files):
    items = {item["id"]: item for item in json.loads(files["data/bibliography.json"])}
    assert (items["gazette"]["DOI"], items["gazette"]["ISSN"]) == ("10.1000/a_b(1)", "0317-8471")
    fields = parse_string(files["data/bibliography.bib"], "bibtex").entries["gazette"].fields
    assert (fields["doi"], fields["issn"]) == ("10.1000/a_b(1)", "0317-8471")


def test_a_search_index_has_them_as_keywords(files):
    mappings = json.loads(files["data/bulk.mapping.json"])["mappings"]
    assert mappings["properties"]["same_as"] == mappings["properties"]["country"] == {"type": "keyword"}
    actions = [json.loads(line) for line in files["data/bulk.ndjson"].splitlines()]
    assert [path for entry in actions[1::2] for path in unmapped_values(entry, mappings)] == []
    assert [entry["same_as"] for entry in actions[1::2] if entry["label"] == "Eva Holm"] == [SAME_AS["actors/eva-holm"]]
