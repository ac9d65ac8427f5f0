"""The queries over many dossiers: DuckDB, Spark and plain Python find the same."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date
from importlib.util import find_spec

import pytest
from dossier.cli import main
from dossier.export.parquet_rows import parquet_rows
from dossier.io.resources import handbook_chapters, iter_resources
from dossier.pipeline import check_dossier

from tests.conftest import BASE, ROOT
from tests.export.engines import has_spark, open_duckdb, open_spark, start_spark
from tests.handbook.examples import blocks
from tests.helpers import nonempty

pytestmark = pytest.mark.skipif(
    not (find_spec("pyarrow") and find_spec("duckdb")), reason="pyarrow or duckdb is not installed: make develop"
)
QUERIES = {path.removesuffix(".sql"): text.decode() for path, text in iter_resources("dossier.export", "queries")}
IDENTIFIERS = {
    # path, then `same_as` in the first and in the second copy of the small dossier
    "actors/eva-holm.yml": (["wikidata:Q42", "viaf:113230702"], ["viaf:113230702"]),
    "actors/port-officials.yml": (["wikidata:Q43"], ["wikidata:Q43"]),
    "sources/gazette.yml": (["doi:10.1000/182"], ["doi:10.1000/182"]),
    "places/port-brenn.yml": (["wikidata:Q44"], ["wikidata:Q44"]),
}
FIRST, LAST = date(2019, 1, 21), date(2019, 1, 27)
PROGRAMS = [block.body for block in blocks(handbook_chapters()["many-dossiers"], "python")]
EACH_QUERY = pytest.mark.parametrize("name", QUERIES)


@pytest.fixture(scope="module")
def dossiers(tmp_path_factory):
    """The folders of three dossiers by name; two have the same sources, and some actors in common."""
    folder = tmp_path_factory.mktemp("dossiers")
    for index, name in enumerate(("port-brenn", "port-brenn-again")):
        shutil.copytree(BASE, folder / name)
        for path, identifiers in IDENTIFIERS.items():
            with (folder / name / "content" / path).open("a", encoding="utf-8") as file:
                file.write(f"same_as: {json.dumps(identifiers[index])}\n")
    return {"guaido": ROOT, "port-brenn": folder / "port-brenn", "port-brenn-again": folder / "port-brenn-again"}


@pytest.fixture(scope="module")
def folder(dossiers, tmp_path_factory):
    """A folder with the tables of the three dossiers."""
    folder = tmp_path_factory.mktemp("parquet")
    for name, root in dossiers.items():
        assert main(["export", "--root", str(root), "--parquet", str(folder), "--name", name]) == 0
    return folder


@pytest.fixture(scope="module")
def tables(dossiers):
    """The rows of all dossiers by table, as plain Python has them."""
    rows = defaultdict(list)
    for name, root in dossiers.items():
        for table, some in parquet_rows(check_dossier(root).graph, "", name).items():
            rows[table] += [{"dossier": name, **row} for row in some]
    return rows


@pytest.fixture(scope="module")
def duckdb(folder):
    return open_duckdb(folder)


@pytest.fixture(scope="module")
def spark(folder):
    """The tables in Spark, which is too large to be installed with the other development dependencies."""
    if not has_spark():
        pytest.skip("pyspark is not installed: make spark")
    session = start_spark()
    yield open_spark(session, folder)
    session.stop()


@EACH_QUERY
def test_duckdb_finds_what_plain_python_finds(duckdb, tables, name):
    assert duckdb.sql(QUERIES[name]).fetchall() == nonempty(EXPECTED[name](tables))


@EACH_QUERY
def test_spark_finds_what_plain_python_finds(spark, tables, name):
    assert [tuple(row) for row in spark.sql(QUERIES[name]).collect()] == nonempty(EXPECTED[name](tables))


def test_the_columns_of_spark_are_those_of_duckdb(duckdb, spark):
    types = {"VARCHAR": "string", "INTEGER": "int", "DATE": "date", "BOOLEAN": "boolean", "VARCHAR[]": "array<string>"}
    for table in ("claims", "passages", "records"):
        columns = duckdb.sql(f"DESCRIBE {table}").fetchall()
        assert [(name, types[kind]) for name, kind, *_ in columns] == spark.table(table).dtypes


@EACH_QUERY
def test_a_query_begins_with_the_question_it_answers(name):
    assert QUERIES[name].startswith("-- ") and "?" in QUERIES[name].partition("\nWITH")[0].partition("\nSELECT")[0]


@EACH_QUERY
def test_an_export_has_the_queries_and_the_handbook_lists_them(folder, real_outputs, name):
    assert (folder / "queries" / f"{name}.sql").read_text("utf-8") == QUERIES[name]
    assert f"`queries/{name}.sql`" in real_outputs["handbook/many-dossiers.md"]


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_programs_of_the_handbook_print_the_answer(folder, tmp_path, program):
    if "pyspark" in program and not has_spark():
        pytest.skip("pyspark is not installed: make spark")
    (tmp_path / "lake").symlink_to(folder)
    environment = os.environ | {"SPARK_LOCAL_IP": "127.0.0.1"}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert all(column in done.stdout for column in ("identity", "title", "claims", "dossiers"))


def test_records_of_several_dossiers_are_joined_by_their_identities(duckdb):
    assert duckdb.sql(QUERIES["same-actors"]).fetchall() == [
        ("viaf:113230702", 2, "port-brenn-again/actor:eva-holm", "Eva Holm", "Eva Holm"),
        ("wikidata:Q43", 2, "port-brenn-again/actor:port-officials", "Port officials", "Port officials"),
    ]
    rows = {identity: dossiers for identity, _, _, dossiers in duckdb.sql(QUERIES["most-cited-sources"]).fetchall()}
    assert (rows["doi:10.1000/182"], rows["port-brenn/source:ledger"]) == (2, 1)


def by_sources(tables):
    return [claim for claim in tables["claims"] if claim["by"] == "source"]


def identity_of(tables):
    """Return a function: the identity of a record of a dossier, given by its key."""
    identities = {(row["dossier"], row["key"]): row["identity"] for row in tables["records"]}
    return lambda dossier, key: identities[dossier, key]


def most_cited_sources(tables):
    identity, counts, dossiers, titles = identity_of(tables), Counter(), defaultdict(set), {}
    labels = {(row["dossier"], row["key"]): row["label"] for row in tables["records"]}
    for claim in by_sources(tables):
        for source in claim["sources"]:
            found = identity(claim["dossier"], source)
            counts[found] += 1
            dossiers[found].add(claim["dossier"])
            titles[found] = min(titles.get(found, "\U0010ffff"), labels[claim["dossier"], source])
    rows = [(found, titles[found], count, len(dossiers[found])) for found, count in counts.items()]
    return sorted(rows, key=lambda row: (-row[2], row[0]))[:20]


def claims_by_origin(tables):
    identity, claims = identity_of(tables), defaultdict(list)
    for claim in by_sources(tables):
        for root in claim["roots"]:
            claims[identity(claim["dossier"], root)].append((claim["dossier"], claim["id"], claim["text"]))
    rows = [
        (origin, len(some), len({dossier for dossier, *_ in some}), *claim)
        for origin, some in claims.items()
        if len(some) > 1
        for claim in some
    ]
    return sorted(rows, key=lambda row: (-row[2], -row[1], row[0], row[3], row[4]))[:100]


def relayed_claims(tables):
    rows = [
        (claim["dossier"], claim["id"], claim["text"], claim["documents"])
        for claim in tables["claims"]
        if claim["documents"] > 1 and claim["origins"] == 1
    ]
    return sorted(rows, key=lambda row: (-row[3], row[0], row[1]))[:100]


def claims_about_days(tables):
    rows = [
        (claim["dossier"], claim["date"], claim["id"], claim["text"], claim["origins"])
        for claim in by_sources(tables)
        if claim.get("date_earliest") or claim.get("date_latest")
        if (claim["date_earliest"] or FIRST) <= LAST and (claim["date_latest"] or LAST) >= FIRST
    ]
    earliest = {(row["dossier"], row["id"]): row.get("date_earliest") for row in tables["claims"]}
    return sorted(rows, key=lambda row: (earliest[row[0], row[2]] or date.max, row[0], row[2]))[:100]


def same_actors(tables):
    actors = defaultdict(list)
    for row in tables["records"]:
        for identifier in row["same_as"] if row["kind"] == "actor" else ():
            actors[identifier].append((row["dossier"], f"{row['dossier']}/{row['key']}", row["label"]))
    rows = [
        (identifier, len(set(dossiers)), min(keys), min(labels), max(labels))
        for identifier, some in actors.items()
        for dossiers, keys, labels in [zip(*some, strict=True)]
        if len(set(dossiers)) > 1
    ]
    return sorted(rows, key=lambda row: (-row[1], row[0]))[:100]


EXPECTED = {
    "same-actors": same_actors,
    "most-cited-sources": most_cited_sources,
    "claims-by-origin": claims_by_origin,
    "relayed-claims": relayed_claims,
    "claims-about-days": claims_about_days,
}
