"""`dossier export --parquet`: typed tables of claims, passages and records, which several dossiers share."""

import json
import re
import shutil
import sys
from datetime import date
from html import unescape
from importlib.util import find_spec

import pytest
from dossier.cli import main
from dossier.export import claims_jsonl, parquet_schema
from dossier.export.parquet_rows import parquet_rows
from dossier.export.parquet_schema import PARQUET_TABLES
from dossier.graph.text_parts import passage_url

from tests.conftest import BASE, ROOT
from tests.export.helpers import export_one, source_texts
from tests.helpers import nonempty

if HAS_PYARROW := find_spec("pyarrow") is not None:
    from pyarrow import parquet

pytestmark = pytest.mark.skipif(not HAS_PYARROW, reason="pyarrow is not installed: make develop")
EACH_TABLE = pytest.mark.parametrize("table", PARQUET_TABLES, ids=[table.name for table in PARQUET_TABLES])
ARROW_TYPES = {
    "string": "string",
    "integer": "int32",
    "date": "date32[day]",
    "boolean": "bool",
    "array": "list<element: string>",
}


def export(root, folder, *options):
    assert main(["export", "--root", str(root), "--parquet", str(folder), *options]) == 0


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The folder with the tables of the small dossier and of the real one."""
    folder = tmp_path_factory.mktemp("parquet")
    export(BASE, folder, "--name", "port-brenn")
    export(ROOT, folder, "--name", "guaido")
    return folder


@pytest.fixture
def read(folder):
    """Return the rows of a table of a dossier."""
    return lambda table, name: nonempty(parquet.ParquetFile(file_of(folder, table, name)).read().to_pylist())


def file_of(folder, table, name):
    return folder / table / f"dossier={name}" / "part-0.parquet"


@EACH_TABLE
def test_a_file_has_the_published_columns_with_their_descriptions(folder, small_files, table):
    published = json.loads(small_files[parquet_schema.PATH])
    [description] = [entry for entry in published["tables"] if entry["name"] == table.name]
    for name in ("port-brenn", "guaido"):
        schema = parquet.read_schema(file_of(folder, table.name, name))
        assert json.loads(schema.metadata[b"dossier.schema"]) == description
        assert schema.metadata[b"dossier.schema.version"].decode() == published["version"]
        fields = nonempty(zip(schema, description["schema"]["fields"], strict=True))
        for column, field in fields:
            assert (column.name, str(column.type)) == (field["name"], ARROW_TYPES[field["type"]])
            assert column.metadata[b"description"].decode() == field["description"]
            assert column.nullable is not field["constraints"]["required"]


@EACH_TABLE
def test_the_data_page_describes_every_column(real_outputs, table):
    page = unescape(real_outputs["data.md"]).replace("<wbr>", "")
    for column in table.columns:
        description = re.sub("`([^`]+)`", r"<code>\1</code>", column.description)
        assert f"<td><code>{column.name}</code></td><td>{column.type}</td><td>{description}</td>" in page


@EACH_TABLE
@pytest.mark.parametrize("name", ["port-brenn", "guaido"])
def test_every_value_is_in_the_files(real, small, read, table, name):
    graph = small if name == "port-brenn" else real.graph
    columns = [column.name for column in table.columns]
    rows = nonempty(parquet_rows(graph, "", name)[table.name])
    assert {key for row in rows for key in row} <= set(columns)
    assert read(table.name, name) == [{column: row.get(column) for column in columns} for row in rows]


def test_claims_are_those_of_the_json_lines(real, read):
    lines = [json.loads(line) for line in export_one(claims_jsonl, real.graph).splitlines()]
    shared = nonempty(set(lines[0]) & {column.name for column in parquet_schema.CLAIMS.columns})
    assert {"id", "text", "by", "record", "kind", "label", "date", "documents", "origins", "page", "url"} <= shared
    for row, line in zip(read("claims", "guaido"), lines, strict=True):
        names = {
            "actors": [actor["key"] for actor in line["actors"]],
            "places": [place["key"] for place in line["places"]],
        }
        assert {name: row[name] for name in shared} == {name: line.get(name) for name in shared} | names
        assert row["dossier_title"] == line["dossier"]
        assert row["sources"] == sorted({f"source:{passage['source']}" for passage in line["evidence"]})
        assert len(row["passages"]) == len(line["evidence"])


def test_every_reference_of_a_row_leads_to_a_row(read):
    records = {row["key"] for row in read("records", "guaido")}
    passages = {row["id"]: row for row in read("passages", "guaido")}
    for claim in read("claims", "guaido"):
        assert {*claim["roots"], *claim["sources"]} <= records
        assert {passages[id]["source"] for id in claim["passages"]} == set(claim["sources"])
    assert {row["source"] for row in passages.values()} <= records
    assert nonempty(row["root"] for row in passages.values() if row["root"]) and {
        row["root"] for row in passages.values()
    } <= records | {None}


def test_every_passage_is_at_its_position_and_address(real, read):
    texts = source_texts(ROOT)
    citations = [citation for record in real.graph.visible for citation in real.graph.citations_of(record)]
    for row, citation in zip(read("passages", "guaido"), citations, strict=True):
        assert (row["attribution"][-1], row["file"], row["via"]) == (
            row["said_by"],
            citation.span.file,
            list(citation.passage.via),
        )
        assert texts[row["file"]][row["start"] : row["end"]] == row["exact"]
        assert row["url"] == passage_url(real.graph, *citation.place)


def test_dates_are_dates_and_open_ends_are_empty(read):
    walk_out = next(row for row in read("claims", "port-brenn") if row["record"] == "event:walk-out")
    assert (walk_out["date"], walk_out["date_earliest"], walk_out["date_latest"]) == (
        "2019-01-23",
        date(2019, 1, 23),
        date(2019, 1, 23),
    )
    opening = next(row for row in read("claims", "port-brenn") if row["record"] == "event:opening")
    assert (opening["date"], opening["date_earliest"]) == (None, None)


def test_a_record_has_one_identity_in_all_dossiers(base, add, tmp_path):
    add("content/actors/eva-holm.yml", same_as=["viaf:113230702", "https://www.wikidata.org/wiki/Q42"], country="NO")
    add("content/sources/ledger.yml", url="https://example.org/ledger")
    export(base, tmp_path / "lake", "--name", "one")
    rows = {
        row["key"]: row for row in parquet.ParquetFile(file_of(tmp_path / "lake", "records", "one")).read().to_pylist()
    }
    assert rows["actor:eva-holm"]["same_as"] == ["viaf:113230702", "wikidata:Q42"]
    assert (rows["actor:eva-holm"]["identity"], rows["actor:eva-holm"]["country"]) == ("wikidata:Q42", "NO")
    assert rows["source:ledger"]["identity"] == rows["source:ledger"]["original_url"] == "https://example.org/ledger"
    assert rows["event:opening"]["identity"] == "one/event:opening"


def test_prose_is_plain(read):
    for row in read("records", "guaido"):
        assert not any(mark in row["summary"] for mark in ("[[", "]]", "[^", "\n"))


def test_another_export_replaces_only_its_own_files(base, folder, tmp_path):
    export(base, tmp_path / "lake", "--name", "one")
    export(base, tmp_path / "lake", "--name", "two")
    before = file_of(tmp_path / "lake", "claims", "two").read_bytes()
    (base / "content/quotes/good-day.yml").unlink()
    export(base, tmp_path / "lake", "--name", "one")
    assert file_of(tmp_path / "lake", "claims", "two").read_bytes() == before
    assert file_of(tmp_path / "lake", "claims", "one").read_bytes() != before


def test_the_same_content_gives_the_same_bytes(folder, tmp_path):
    export(BASE, tmp_path, "--name", "port-brenn")
    for table in PARQUET_TABLES:
        assert (
            file_of(tmp_path, table.name, "port-brenn").read_bytes()
            == file_of(folder, table.name, "port-brenn").read_bytes()
        )


def test_addresses_are_absolute_if_the_address_of_the_site_is_known(base, write, tmp_path):
    write("mkdocs.yml", "site_name: x\nsite_url: https://example.org/brenn\n")
    export(base, tmp_path / "lake", "--name", "one")
    rows = parquet.ParquetFile(file_of(tmp_path / "lake", "claims", "one")).read().to_pylist()
    assert all(row[name].startswith("https://example.org/brenn/") for row in rows for name in ("page", "url"))


def test_the_name_may_be_in_the_settings(run, add, tmp_path):
    add("content/dossier.yml", name="brenn")
    code, out, err = run("export", "--parquet", str(tmp_path / "lake"))
    assert (code, out) == (0, "")
    assert err == f"21 claims, 15 passages, 15 records of dossier=brenn in {tmp_path / 'lake'}\n"
    assert file_of(tmp_path / "lake", "records", "brenn").exists()


@pytest.mark.parametrize("options", [[], ["--name", "2019"], ["--name", "a/b"], ["--name", "Brenn"], ["--name", ""]])
def test_a_name_is_needed_that_no_engine_takes_for_a_number(run, tmp_path, options):
    code, _, err = run("export", "--parquet", str(tmp_path / "lake"), *options)
    assert (code, err.startswith("dossier: ")) == (2, True)
    assert "name" in err and not (tmp_path / "lake").exists()


def test_a_dossier_of_another_title_does_not_replace_one_of_the_same_name(run, write, base, tmp_path):
    folder = str(tmp_path / "lake")
    assert run("export", "--parquet", folder, "--name", "brenn")[0] == 0
    write("content/dossier.yml", (base / "content/dossier.yml").read_text("utf-8").replace("walk-out", "strike"))
    code, _, err = run("export", "--parquet", folder, "--name", "brenn")
    assert code == 2
    assert "dossier=brenn belongs to a dossier with another title, “The walk-out at Port Brenn”" in err


@pytest.mark.parametrize("path", ["schema.json", "queries/same-actors.sql"])
@pytest.mark.parametrize("content", ['{"type": "object"}', "[]", "no JSON"])
def test_files_of_others_are_not_overwritten(run, tmp_path, path, content):
    file = tmp_path / "lake" / path
    file.parent.mkdir(parents=True)
    file.write_text(content, "utf-8")
    code, _, err = run("export", "--parquet", str(tmp_path / "lake"), "--name", "brenn")
    assert code == 2 and err.startswith(f"dossier: {file} would be overwritten, and ")
    assert nonempty([found for found in (tmp_path / "lake").rglob("*") if found.is_file()]) == [file]
    assert file.read_text("utf-8") == content


@pytest.mark.parametrize("removed", ["schema.json", "claims", "claims passages records"])
def test_the_files_that_dossiers_share_are_overwritten(run, tmp_path, removed):
    folder = tmp_path / "lake"
    export(BASE, folder, "--name", "brenn")
    for name in removed.split():
        (folder / name).unlink() if (folder / name).is_file() else shutil.rmtree(folder / name)
    assert run("export", "--parquet", str(folder), "--name", "brenn")[0] == 0
    assert (folder / "schema.json").is_file()


def test_a_damaged_file_is_named(run, tmp_path):
    file = file_of(tmp_path / "lake", "claims", "brenn")
    file.parent.mkdir(parents=True)
    file.write_bytes(b"no parquet")
    code, _, err = run("export", "--parquet", str(tmp_path / "lake"), "--name", "brenn")
    assert (code, str(file) in err) == (2, True)


def test_without_pyarrow_the_command_says_what_to_install(run, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    code, _, err = run("export", "--parquet", str(tmp_path / "lake"), "--name", "brenn")
    assert (code, err) == (
        2,
        "dossier: Parquet files need pyarrow, which is not installed: pip install 'mkdocs-dossier[parquet]'\n",
    )
    assert not (tmp_path / "lake").exists()


def test_findings_keep_files_from_being_written(run, write, tmp_path):
    write("content/actors/nils-aker.yml", "name: x\n")
    assert run("export", "--parquet", str(tmp_path / "lake"), "--name", "brenn")[0] == 1
    assert not (tmp_path / "lake").exists()
