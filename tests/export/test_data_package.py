"""data/csv: the records as tables, whole, typed and joined, as programs we did not write read them."""

import csv
import io
import json
import subprocess
import sys

import pytest
from dossier.export import export_all
from dossier.export.data_package import FOLDER
from dossier.model.publish_context import NO_CONTEXT, PublishContext
from dossier.pipeline import check_dossier

from tests.conftest import BASE
from tests.export.tabled import Tables, lost

VALIDATE = """
import json, sys
from frictionless import Package
report = Package(sys.argv[1]).validate()
print(json.dumps(report.flatten(["name", "type", "rowNumber", "note"])))
"""
DATES = [
    # EDTF, first day, last day
    ("2019-01-26", "2019-01-26", "2019-01-26"),
    ("2019-01", "2019-01-01", "2019-01-31"),
    ("2019-01-2X", "2019-01-20", "2019-01-29"),
    ("2019-01-26~", "2019-01-26", "2019-01-26"),
    ("2019-01-21/2019-01-27", "2019-01-21", "2019-01-27"),
    ("2019-02-25/..", "2019-02-25", ""),
    ("../2019-02-25", "", "2019-02-25"),
    ("[2019-02-21,2019-02-28]", "2019-02-21", "2019-02-28"),
]
FORMULAS = ["=HYPERLINK(1)", "+1", "-5", "@all"]


def files_of(outputs):
    """The files of the package, by their names."""
    return {path.removeprefix(f"{FOLDER}/"): content for path, content in outputs.items() if path.startswith(FOLDER)}


def made(root, publication=NO_CONTEXT):
    return files_of({output.path: output.content for output in export_all(check_dossier(root).graph, publication)})


def rows_of(files, table):
    return list(csv.DictReader(io.StringIO(files[f"{table}.csv"].decode("utf-8"), newline="")))


def tables_of(files):
    return Tables({name.removesuffix(".csv"): rows_of(files, name[:-4]) for name in files if name.endswith(".csv")})


@pytest.fixture(scope="module")
def files(real_outputs):
    return files_of(real_outputs)


@pytest.fixture(scope="module")
def package(files):
    return json.loads(files["datapackage.json"])


@pytest.fixture
def faults(tmp_path):
    """What frictionless finds wrong with a package, in a process of its own, for it warns of its own code."""

    def found(files):
        for name, content in files.items():
            (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        command = [sys.executable, "-W", "ignore", "-c", VALIDATE, str(tmp_path / "datapackage.json")]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    return found


def test_the_package_of_the_real_dossier_is_valid(files, faults):
    assert faults(files) == []


def test_that_of_another_is_valid(faults):
    assert faults(made(BASE)) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "kind"),
    [
        ("events.csv", b",port-brenn,", b",port-grenn,", "foreign-key"),
        ("event_participants.csv", b",nils-aker,", b",nobody,", "foreign-key"),
        ("passages.csv", b"number:gone-567,passages.0,ledger", b"number:gone-567,passages.0,lodger", "foreign-key"),
        ("numbers.csv", b",567,", b",many,", "type-error"),
        ("events.csv", b",reported,", b",rumoured,", "constraint-error"),
        ("records.csv", b"actor:eva-holm,", b"actor:nils-aker,", "primary-key"),
    ],
)
def test_a_file_with_a_fault_is_not(faults, name, old, new, kind):
    files = made(BASE)
    assert old in files[name]
    assert kind in {one[1] for one in faults(files | {name: files[name].replace(old, new, 1)})}


def test_every_field_of_every_record_comes_out_as_it_went_in(files, real_outputs):
    assert list(lost(json.loads(real_outputs["data/dossier.json"]), tables_of(files))) == []


def test_every_passage_has_one_row(real, files):
    assert len(rows_of(files, "passages")) == len(real.graph.citations)


def test_all_records_are_in_one_table(real, files):
    assert [row["key"] for row in rows_of(files, "records")] == [record.key for record in real.graph.visible]


def test_a_link_of_a_chain_leads_to_its_record_or_is_unidentified(files):
    rows = rows_of(files, "passage_via")
    assert {row["via"] for row in rows if not row["record"]} <= {"unidentified"}
    assert {row["record"].partition(":")[0] for row in rows if row["record"]} == {"actor", "source"}


def test_a_vague_number_has_no_value(files):
    rows = [row for row in rows_of(files, "numbers") if row["qualifier"] == "vague"]
    assert rows and all((row["value"], row["min"], row["max"]) == ("", "", "") and row["words"] for row in rows)


@pytest.mark.parametrize(("date", "earliest", "latest"), DATES)
def test_a_date_is_kept_and_widened_to_days_beside_it(base, write, date, earliest, latest):
    text = (base / "content/events/walk-out.yml").read_text("utf-8")
    root = write("content/events/walk-out.yml", text.replace("date: 2019-01-23", f'date: "{date}"', 1))
    [row] = [row for row in rows_of(made(root), "events") if row["id"] == "walk-out"]
    assert (row["date"], row["date_earliest"], row["date_latest"]) == (date, earliest, latest)


@pytest.mark.parametrize("words", FORMULAS)
def test_a_cell_that_looks_like_a_formula_is_left_as_it_is(base, write, words):
    text = (base / "content/events/opening.yml").read_text("utf-8")
    root = write("content/events/opening.yml", f'{text}note: "{words}"\n')
    assert words in {row["note"] for row in rows_of(made(root), "records")}


def test_files_are_rfc_4180_in_utf_8_without_a_mark(files):
    for name, content in files.items():
        if name.endswith(".csv"):
            assert content.endswith(b"\r\n") and not content.startswith(b"\xef\xbb\xbf")
            rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
            assert {len(row) for row in rows} == {len(rows[0])}


def test_it_names_every_file_and_says_what_each_column_holds(files, package):
    assert {resource["path"] for resource in package["resources"]} == {name for name in files if name.endswith(".csv")}
    for resource in package["resources"]:
        assert resource["description"].endswith(".")
        assert [field["name"] for field in resource["schema"]["fields"] if not field["description"]] == []


def test_it_names_the_site_where_its_address_is_told(package):
    told = json.loads(made(BASE, PublishContext(site_url="https://example.org/dossier/"))["datapackage.json"])
    assert (package.get("homepage"), told["homepage"]) == (None, "https://example.org/dossier/")
