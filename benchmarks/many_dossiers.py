"""How long DuckDB and Spark need for the questions of the handbook over many dossiers, as Parquet files.

One synthetic dossier is exported; its tables are written again and again under other names, with other ids and
identifiers, until there are as many claims as asked for. Both engines must find the same.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow
from dossier.cli import main as dossier
from dossier.io.resources import iter_resources
from pyarrow import compute, parquet

from benchmarks.synthetic import write_dossier
from tests.export.engines import TABLES, has_spark, open_duckdb, open_spark, start_spark

ROOT = Path(__file__).parents[1]
SEED_NAME = "dossier-0"
POOL = 1000
"""Every fourth actor has one of so many identifiers, so that actors of many dossiers are the same."""


class Answer(NamedTuple):
    """What a query found, and the seconds that it took."""

    rows: list[tuple[Any, ...]]
    seconds: float


def write_many(folder: Path, records: int, claims: int) -> dict[str, int]:
    """Write dossiers of so many records until there are this many claims; return the numbers of rows, and dossiers."""
    with tempfile.TemporaryDirectory() as name:
        write_dossier(Path(name) / "synthetic", records, ROOT / "content/pages", coverage=False)
        options = ["--root", f"{name}/synthetic", "--parquet", str(folder), "--name", SEED_NAME]
        if dossier(["export", *options]):
            raise SystemExit("the synthetic dossier has findings")
    seeds = {table: parquet.ParquetFile(_file(folder, table, SEED_NAME)).read() for table in TABLES}
    dossiers = -(-claims // len(seeds["claims"]))
    for number in range(dossiers):
        for table, seed in seeds.items():
            file = _file(folder, table, f"dossier-{number}")
            file.parent.mkdir(parents=True, exist_ok=True)
            parquet.write_table(_as_records_of(number, seed) if table == "records" else seed, file, compression="zstd")
    return {table: len(seed) * dossiers for table, seed in seeds.items()} | {"dossiers": dossiers}


def _file(folder: Path, table: str, name: str) -> Path:
    return folder / table / f"dossier={name}" / "part-0.parquet"


def _as_records_of(number: int, records: Any) -> Any:
    """Return the records with the identities of another dossier; some actors are those of other dossiers."""
    identities = compute.replace_substring(records["identity"], SEED_NAME, f"dossier-{number}").to_pylist()
    same_as: list[list[str]] = [[] for _ in identities]
    for index, kind in enumerate(records["kind"].to_pylist()):
        if kind == "actor" and index % 4 == 0:
            same_as[index] = [f"wikidata:Q{1 + (index * 7919 + number * 104729) % POOL}"]
            identities[index] = same_as[index][0]
    for name, values in {"same_as": same_as, "identity": identities}.items():
        position = records.schema.get_field_index(name)
        field = records.schema.field(position)
        records = records.set_column(position, field, pyarrow.array(values, field.type))
    return records


def ask(run: Callable[[], list[tuple[Any, ...]]]) -> Answer:
    """Run a query, and return what it found."""
    start = time.perf_counter()
    rows = run()
    return Answer(rows, time.perf_counter() - start)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the files, run every query in both engines, and print a table; return 1 if their answers differ."""
    parser = argparse.ArgumentParser(prog="benchmarks.many_dossiers", description=__doc__)
    parser.add_argument("--claims", type=int, default=1_000_000, metavar="N", help="at least so many claims")
    parser.add_argument("--records", type=int, default=1000, metavar="N", help="records of each dossier")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="where to write the files, and keep them")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        counts = write_many(folder, options.records, options.claims)
        size = sum(file.stat().st_size for file in folder.rglob("*.parquet"))
        listed = ", ".join(f"{count:,} {name}" for name, count in counts.items())
        _say(f"{listed}; {size / 1e6:,.0f} MB; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors\n")
        return _compare(folder)


def _compare(folder: Path) -> int:
    _say("| query | rows | DuckDB, s | Spark, s | equal |\n|---|--:|--:|--:|---|")
    duckdb, different = open_duckdb(folder), 0
    spark = open_spark(start_spark(), folder) if has_spark() else None
    for path, content in iter_resources("dossier.export", "queries"):
        query = content.decode("utf-8")
        here = ask(lambda query=query: duckdb.sql(query).fetchall())
        there = ask(lambda query=query: list(map(tuple, spark.sql(query).collect()))) if spark else None
        equal = there is None or there.rows == here.rows
        different += not equal
        seconds = f"{there.seconds:.1f}" if there else "–"
        _say(f"| {path} | {len(here.rows)} | {here.seconds:.1f} | {seconds} | {'yes' if equal else 'no'} |")
    if spark:
        spark.stop()
    return min(different, 1)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
