"""A kind of record that no export mentions is in every export, and the data stays valid.

The kind is added in a subprocess, before any other module reads the tuple of kinds.
"""

import json
import sqlite3
import subprocess
import sys
import warnings
from contextlib import closing

import jsonschema
import pytest
from rdflib import PROV, RDF, SDO, Graph, Literal, URIRef

from tests.export.helpers import frictionless_faults, unmapped_values

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # FollowTheMoney's dependencies emit warnings when they are imported.
    from followthemoney import model

EXPORT_WITH_NEW_KIND = '''
import sys
from pathlib import Path
from typing import Annotated, ClassVar

from dossier.model import kinds
from dossier.model.base import ActorId, ExactDecimal, NonEmptyStr, PlaceId
from dossier.model.passage import ClaimPart, Passage
from dossier.model.record import DatedField, Record
from pydantic import Field


class Watch(ClaimPart):
    """A watch on board."""

    claim_has_markup: ClassVar[bool] = True

    officer: Annotated[ActorId, Field(description="Who led it.")]
    passages: Annotated[tuple[Passage, ...], Field(description="The passages that say so.")] = ()

    @property
    def claim(self) -> str:
        return f"watch of [[actor:{self.officer}]]"


class Vessel(Record):
    """A ship."""

    singular: ClassVar[str] = "vessel"
    plural: ClassVar[str] = "vessels"
    heading: ClassVar[str] = "Vessels"
    counted: ClassVar[tuple[str, str]] = ("%(number)s vessel", "%(number)s vessels")

    name: Annotated[NonEmptyStr, Field(description="Its name.")]
    port: Annotated[PlaceId | None, Field(description="Its home port.")] = None
    tonnage: Annotated[ExactDecimal | None, Field(description="Its gross tonnage.")] = None
    launched: Annotated[DatedField | None, Field(description="When it was launched.")] = None
    watches: Annotated[tuple[Watch, ...], Field(description="The watches on board.")] = ()

    @property
    def label(self) -> str:
        return self.name


kinds.KINDS = (*kinds.KINDS, Vessel)

from dossier.export.registry import export_all
from dossier.pipeline import check_dossier

root, folder = map(Path, sys.argv[1:])
graph, findings = check_dossier(root)
assert not findings, [str(finding) for finding in findings]
for output in export_all(graph):
    target = folder / output.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(output.content if isinstance(output.content, bytes) else output.content.encode("utf-8"))
'''
VESSEL = """\
name: Brenn Ferry
port: port-brenn
tonnage: 567.50
watches:
  - officer: nils-aker
    passages:
      - source: gazette
        exact: said Nils Aker, a docker
summary: A ferry of [[place:port-brenn|the port]].
passages:
  - source: gazette
    exact: Dockers walk out at Port Brenn
about: [event:walk-out]
review: published
"""
KEY = "vessel:brenn-ferry"


@pytest.fixture(scope="module")
def files(tmp_path_factory, base_folder):
    """The folder of the data files of the small dossier with one vessel."""
    root, folder = base_folder, tmp_path_factory.mktemp("site")
    (root / "content/vessels").mkdir()
    (root / "content/vessels/brenn-ferry.yml").write_text(VESSEL, "utf-8")
    command = [sys.executable, "-c", EXPORT_WITH_NEW_KIND, str(root), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "data"


def load(file):
    return json.loads(file.read_text("utf-8"))


def test_the_json_has_it_and_fits_its_schema(files):
    data = load(files / "dossier.json")
    jsonschema.Draft202012Validator(load(files / "schema/dossier.schema.json")).validate(data)
    [vessel] = data["vessels"]
    assert (vessel["id"], vessel["url"], vessel["tonnage"]) == ("brenn-ferry", "vessels/brenn-ferry.html", "567.50")
    assert [passage["file"] for passage in vessel["watches"][0]["passages"]] == ["gazette.txt"]
    texts = {statement["field"]: statement["text"] for statement in vessel["statements"]}
    assert texts == {"summary": "A ferry of the port.", "watches.0": "watch of Nils Aker"}


def test_the_yaml_has_a_schema(files):
    schema = load(files / "schema/content/vessels.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    assert {"tonnage", "watches"} <= schema["properties"].keys()


def test_its_passages_are_annotations(files):
    bodies = [body for item in load(files / "annotations.json")["first"]["items"] for body in item["body"]]
    page = "../vessels/brenn-ferry.html"
    assert [body for body in bodies if body.startswith(page)] == [f"{page}#s-summary", f"{page}#s-watches-1"]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # Emitted by rdflib itself.
def test_the_linked_data_describes_it_as_a_thing(files):
    triples = Graph().parse(
        data=(files / "dossier.jsonld").read_text("utf-8"),
        format="json-ld",
        publicID="https://example.org/data/dossier.jsonld",
    )
    page = URIRef("https://example.org/vessels/brenn-ferry.html")
    assert triples.value(page, SDO.mainEntity) == page + "#vessel"
    assert (page + "#vessel", RDF.type, SDO.Thing) in triples
    assert triples.value(page + "#vessel", SDO.name) == Literal("Brenn Ferry")
    assert (page, PROV.wasDerivedFrom, page + "#passages.0") in triples


def test_the_tables_are_a_valid_package_with_its_lists(files):
    assert frictionless_faults(files / "datapackage.json") == [[]]
    assert (files / "csv/vessels.csv").read_text("utf-8").splitlines()[1].startswith("brenn-ferry,vessel:brenn-ferry,")
    assert (files / "csv/vessel_watches.csv").read_text("utf-8").splitlines()[1] == "brenn-ferry,0,nils-aker"


def test_the_database_has_it_with_its_keys(files):
    with closing(sqlite3.connect(files / "dossier.sqlite")) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("SELECT tonnage, port FROM vessels").fetchall() == [(567.5, "port-brenn")]
        found = "SELECT key FROM records WHERE rowid IN (SELECT rowid FROM records_fts('ferry'))"
        assert connection.execute(found).fetchall() == [(KEY,)]


def test_followthemoney_takes_it_as_a_note_on_the_records_it_names(files):
    lines = (files / "ftm.json").read_text("utf-8").splitlines()
    entities = {note: entity for entity in map(json.loads, lines) for note in entity["properties"].get("notes", ())}
    vessel, port = entities[f"record: {KEY}"], entities["record: place:port-brenn"]
    proxy = model.get_proxy(vessel, cleaned=False)
    assert (vessel["schema"], proxy.to_dict()["properties"]) == ("Note", vessel["properties"])
    assert port["id"] in vessel["properties"]["entity"]
    assert "tonnage: 567.50" in vessel["properties"]["notes"]


def test_the_search_index_knows_its_fields(files):
    mapping = load(files / "bulk.mapping.json")["mappings"]
    records = [json.loads(line) for line in (files / "bulk.ndjson").read_text("utf-8").splitlines()]
    [vessel] = [record for record in records if record.get("record") == "vessel"]
    assert list(unmapped_values(vessel, mapping)) == []
