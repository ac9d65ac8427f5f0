"""data/csv: the records as complete, typed and joined tables, as other programs read them."""

import csv
import io
import json

import pytest
from dossier.export import claims_jsonl, data_package
from dossier.export.data_package import FOLDER
from dossier.model.publish_context import NO_CONTEXT, PublishContext

from tests.export.helpers import (
    EXAMPLE_ADDRESS,
    Tables,
    frictionless_faults,
    missing_values,
    write_files,
)
from tests.helpers import nonempty

DATES = [
    # EDTF, first and last possible day, start and end
    ("2019-01-26", ("2019-01-26", "2019-01-26"), ("", "")),
    ("2019-01", ("2019-01-01", "2019-01-31"), ("", "")),
    ("2019-01-2X", ("2019-01-20", "2019-01-29"), ("", "")),
    ("2019-01-26~", ("2019-01-26", "2019-01-26"), ("", "")),
    ("2019-01-21/2019-01-27", ("2019-01-21", "2019-01-27"), ("2019-01-21", "2019-01-27")),
    ("2018-12/2019-01-27?", ("2018-12-01", "2019-01-27"), ("2018-12", "")),
    ("[2019-01-21..2019-01-27]", ("2019-01-21", "2019-01-27"), ("", "")),
    ("2019-02-25/..", ("2019-02-25", ""), ("2019-02-25", "")),
    ("[2019-02-25..]", ("2019-02-25", ""), ("", "")),
    ("../2019-02-25", ("", "2019-02-25"), ("", "2019-02-25")),
    ("[..2019-02-25]", ("", "2019-02-25"), ("", "")),
    ("[2019-02-21,2019-02-28]", ("2019-02-21", "2019-02-28"), ("", "")),
]
FAULTS = [
    # file, content, faulty content, error of frictionless
    ("events.csv", b",port-brenn,", b",port-grenn,", "foreign-key"),
    ("event_participants.csv", b",nils-aker,", b",nobody,", "foreign-key"),
    ("passages.csv", b"number:gone-567,passages.0,,ledger", b"number:gone-567,passages.0,,lodger", "foreign-key"),
    ("statements.csv", b",actor:eva-holm,", b",actor:eva,", "foreign-key"),
    ("statements.csv", b",source,1,1,", b",reader,1,1,", "constraint-error"),
    ("claims.jsonl", b'"by":"editor"', b'"by":"source"', "hash-count"),
    ("statement_evidence.csv", b"3,0,1\r\n", b"3,0,99\r\n", "foreign-key"),
    ("numbers.csv", b",567,", b",many,", "type-error"),
    ("events.csv", b",reported,", b",rumoured,", "constraint-error"),
    ("records.csv", b"actor:eva-holm,", b"actor:nils-aker,", "primary-key"),
]
FORMULAS = ["=HYPERLINK(1)", "+1", "-5", "@all"]


def package_files(outputs):
    """Return the files of the package, by their names."""
    paths = [path for path in outputs if path.startswith(FOLDER) or path in (data_package.PATH, claims_jsonl.PATH)]
    contents = {path.removeprefix("data/").removeprefix("csv/"): outputs[path] for path in paths}
    return {name: content.encode() if isinstance(content, str) else content for name, content in contents.items()}


def export_package(graph, publication=NO_CONTEXT):
    made = [*data_package.export(graph, publication), *claims_jsonl.export(graph, publication)]
    return package_files({output.path: output.content for output in made})


def read_rows(files, table):
    return list(csv.DictReader(io.StringIO(files[f"{table}.csv"].decode("utf-8"), newline="")))


@pytest.fixture(scope="module")
def files(real_outputs):
    return package_files(real_outputs)


@pytest.fixture(scope="module")
def package(files):
    return json.loads(files["datapackage.json"])


@pytest.fixture(scope="module")
def faults(small, files, tmp_path_factory):
    """What frictionless finds wrong with the real package, the small one, and the small one with each of FAULTS."""
    folder, small_package = tmp_path_factory.mktemp("packages"), export_package(small)
    packages = {"real": files, "small": small_package}
    for name, content, faulty, error in FAULTS:
        assert content in small_package[name]
        changed = small_package | {name: small_package[name].replace(content, faulty, 1)}
        packages[name, content, faulty, error] = changed
    for number, package in enumerate(packages.values()):
        paths = {name: f"csv/{name}" if name.endswith(".csv") else name for name in package}
        write_files({paths[name]: content for name, content in package.items()}, folder / str(number))
    found = frictionless_faults(*(folder / str(number) / "datapackage.json" for number in range(len(packages))))
    return dict(zip(packages, found, strict=True))


@pytest.mark.parametrize("package", ["real", "small"])
def test_the_package_of_a_dossier_is_valid(faults, package):
    assert faults[package] == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[0]} {fault[3]}")
def test_a_package_with_a_fault_is_invalid(faults, fault):
    error = fault[-1]
    assert error in {found[1] for found in faults[fault]}


def test_no_value_of_the_json_is_missing(files, real_outputs):
    names = nonempty(name.removesuffix(".csv") for name in files if name.endswith(".csv"))
    tables = Tables({name: read_rows(files, name) for name in names})
    assert list(missing_values(json.loads(real_outputs["data/dossier.json"]), tables)) == []


@pytest.mark.parametrize(
    ("name", "content", "faulty", "paths"),
    [
        ("event_participants.csv", b"leader", b"singer", ["event:walk-out#participants.0.role"]),
        ("statements.csv", b"She leads", b"She led", ["actor:eva-holm#s-summary.text"]),
        (
            "statements.csv",
            b"567 had gone.,source,1,1,",
            b"567 had gone.,source,1,2,",
            ["number:gone-567#s-summary.origins"],
        ),
    ],
)
def test_a_value_that_a_table_lacks_is_noticed(small, small_files, name, content, faulty, paths):
    files = export_package(small)
    assert content in files[name]
    files[name] = files[name].replace(content, faulty)
    names = [name.removesuffix(".csv") for name in files if name.endswith(".csv")]
    tables = Tables({name: read_rows(files, name) for name in names})
    assert list(missing_values(json.loads(small_files["data/dossier.json"]), tables)) == paths


def test_every_statement_has_one_row_with_its_evidence(real, files):
    assert len(read_rows(files, "statements")) == len(nonempty(real.graph.statements))
    evidence = sum(len(statement.citations) for statement in real.graph.statements)
    assert len(read_rows(files, "statement_evidence")) == evidence > 0


def test_every_passage_has_one_row(real, files):
    assert len(read_rows(files, "passages")) == len(real.graph.citations)


def test_all_records_are_in_one_table(real, files):
    assert [row["key"] for row in read_rows(files, "records")] == [record.key for record in real.graph.visible]


def test_a_link_of_an_attribution_is_a_record_or_unidentified(files):
    rows = nonempty(read_rows(files, "passage_via"))
    assert {row["via"] for row in rows if not row["record"]} <= {"unidentified"}
    assert {row["record"].partition(":")[0] for row in rows if row["record"]} == {"actor", "source"}


def test_a_vague_number_has_no_value(graph_with):
    vague = "qualifier: vague\nwords: more than 500"
    graph = graph_with("content/numbers/more-than-500.yml", "value: 500\nqualifier: more than", vague)
    rows = {row["id"]: row for row in read_rows(export_package(graph), "numbers")}
    row = rows["more-than-500"]
    assert (row["value"], row["min"], row["max"], row["words"]) == ("", "", "", "more than 500")


@pytest.mark.parametrize(("date", "days", "ends"), DATES)
def test_a_date_is_kept_and_its_possible_days_and_only_an_intervals_start_and_end_are_added(
    graph_with, date, days, ends
):
    graph = graph_with("content/events/walk-out.yml", "date: 2019-01-23", f'date: "{date}"')
    rows = {row["id"]: row for row in read_rows(export_package(graph), "events")}
    row = rows["walk-out"]
    assert (row["date"], row["date_earliest"], row["date_latest"]) == (date, *days)
    assert (row["date_start"], row["date_end"]) == ends


@pytest.mark.parametrize("words", FORMULAS)
def test_a_cell_that_looks_like_a_formula_is_not_altered(graph_with, words):
    graph = graph_with("content/events/walk-out.yml", "review: published", f'review: published\nnote: "{words}"')
    assert words in {row["note"] for row in read_rows(export_package(graph), "records")}


def test_files_are_rfc_4180_in_utf_8_without_a_byte_order_mark(files):
    for name in nonempty(name for name in files if name.endswith(".csv")):
        content = files[name]
        assert content.endswith(b"\r\n")
        assert not content.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
        assert {len(row) for row in rows} == {len(rows[0])}


def test_every_file_is_listed_and_every_column_described(files, package):
    resources = nonempty(package["resources"])
    paths = {f"csv/{name}" for name in files if name.endswith(".csv")} | {"claims.jsonl"}
    assert {resource["path"] for resource in resources} == paths
    for resource in resources:
        assert resource["description"].endswith(".")
        fields = resource["schema"]["fields"] if resource["name"] != "claims" else []
        assert [field["name"] for field in fields if not field["description"]] == []


def test_the_homepage_is_the_address_of_the_site_if_it_is_known(small, package):
    hosted = json.loads(export_package(small, PublishContext(site_url=EXAMPLE_ADDRESS))["datapackage.json"])
    assert (package.get("homepage"), hosted["homepage"]) == (None, EXAMPLE_ADDRESS)
