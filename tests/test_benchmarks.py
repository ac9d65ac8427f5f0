"""The benchmarks run, and their synthetic dossier is free of findings."""

import json
import shutil
from importlib import import_module
from importlib.util import find_spec

import pytest
from dossier.pipeline import check_dossier

from benchmarks import run
from benchmarks.contestants import (
    CONTESTANTS,
    DOSSIER,
    ELEVENTY,
    HUGO,
    MKDOCS,
    PAGES_AND_HUGO,
    NotInstalledError,
    write_pages,
)
from benchmarks.drafts import main as measure_drafts
from benchmarks.limits import Limit, Measured, check_limits
from benchmarks.run import BuildRun, SizeResult, format_builds, format_stages, mean_page_size, run_builds
from benchmarks.serve import main as measure_serve
from benchmarks.speakers import main as measure_speakers
from benchmarks.stage import PIPELINE, STAGES, Duration, main
from benchmarks.synthetic import RECORDS_PER_TEXT, write_dossier
from benchmarks.usage import Usage, measure
from tests.site.conftest import once


@pytest.fixture(scope="module")
def dossier_with_pages(root, tmp_path_factory):
    """The smallest synthetic dossier, and the pages that others build from; never to be changed."""

    def make(folder):
        write_dossier(folder / "synthetic", RECORDS_PER_TEXT, root / "content/pages")
        measure(write_pages(folder / "synthetic"), folder, folder / "cache")

    return once(tmp_path_factory, "benchmark-pages", make) / "synthetic"


@pytest.mark.parametrize("stage", [*(stage.name for stage in STAGES), PIPELINE])
def test_each_stage_is_timed(stage, dossier_with_pages, capsys):
    assert main([stage, str(dossier_with_pages)]) == 0
    wall, processor = json.loads(capsys.readouterr().out)
    assert wall > 0
    assert processor > 0


@pytest.mark.parametrize("contestant", CONTESTANTS, ids=lambda contestant: contestant.folder)
def test_each_contestant_builds_all_pages_and_shows_an_edit(contestant, dossier_with_pages, tmp_path):
    folder = shutil.copytree(dossier_with_pages, tmp_path / "synthetic")
    try:
        contestant.prepare(folder)
    except NotInstalledError as error:
        pytest.skip(str(error))
    builds = run_builds(contestant, folder, tmp_path / "cache", 0)
    assert all(figure > 0 for usage in builds for figure in usage)
    site = folder / contestant.folder / "site"
    pages = {page.relative_to(folder / "pages").with_suffix(".html") for page in (folder / "pages").rglob("*.md")}
    assert pages <= {page.relative_to(site) for page in site.rglob("*.html")}
    assert mean_page_size(site) > 1000


def test_a_failing_command_is_reported_with_its_output(monkeypatch, capsys):
    failing = DOSSIER._replace(steps=lambda root: [["sh", "-c", "echo broken; exit 3"]])
    monkeypatch.setattr(run, "STAGES", ())
    monkeypatch.setattr(run, "PIPELINE", "load")
    monkeypatch.setattr(run, "DOSSIER", failing)
    monkeypatch.setattr(run, "_contestants", lambda text: (failing,))
    assert run.main(["--sizes", "50", "--repeat", "1", "--only", ""]) == 2
    assert "broken" in capsys.readouterr().err


def usages(*figures, wall=1.0, memory=100.0):
    return [Usage(wall, figure, memory) for figure in figures]


def test_a_limit_that_is_not_met_in_one_of_the_runs_is_not_met():
    measured = Measured(usages(3.4, 3.6), stock=usages(10, 10), page_size=29_000)
    limits = {limit.name: limit for limit in check_limits({1000: measured}, usages(1, wall=1.9))}
    assert [limit.is_met for limit in limits.values()] == [False, True, True]
    assert str(limits["1,000 records, processor time over stock MkDocs"]) == (
        "NOT MET: 1,000 records, processor time over stock MkDocs: 0.34, 0.36, at most 0.35"
    )
    assert (
        str(limits["1,000 records, page of a record"])
        == "met: 1,000 records, page of a record: 29.00 KB, at most 30.0 KB"
    )


def test_all_limits_of_large_dossiers():
    small = Measured(usages(3), page_size=1)
    large = Measured(usages(20, memory=501.0), usages(60), usages(1), [6.0], 31_000)
    limits = [*check_limits({1000: small, 5000: large, 20000: Measured(usages(70), page_size=1)})]
    assert [limit.name.partition(" records, ")[2] for limit in limits if not limit.is_met] == [
        "processor time over stock MkDocs",
        "elapsed time over dossier pages, then Hugo",
        "processor time per record over that at 1,000",
        "memory",
        "processor time before MkDocs, per record",
        "page of a record",
    ]
    assert [limit.name for limit in limits if limit.is_met] == [
        "1,000 records, page of a record",
        "20,000 records, processor time per record over that at 1,000",
        "20,000 records, page of a record",
    ]
    assert Limit("", (1.0,), 1.0).is_met


def test_the_tables_have_the_fastest_runs_and_their_units():
    runs = [BuildRun(Usage(2, 3, 80), Usage(1, 1, 1), Usage(1, 1, 1)), BuildRun(Usage(1, 2, 90), *usages(4, 0.5))]
    stages = {name: [Duration(1, 2), Duration(2, 1)] for name in (*(stage.name for stage in STAGES), PIPELINE)}
    result = SizeResult(1000, stages, {DOSSIER.name: runs}, {DOSSIER.name: 2**20}, 1.0)
    assert "| 1,000 | dossier build | 2.00 (1.00) | 1.00 (1.00) | 0.50 (1.00) | 90 | 1 | nothing |" in format_builds(
        [result]
    )
    assert f"| 1,000 | {' | '.join(['1.00 (2.00)'] * 8)} |" in format_stages([result])


def test_contestants_are_chosen_by_their_folders():
    assert run._contestants("hugo,mkdocs") == (DOSSIER, MKDOCS, HUGO)
    assert {contestant.folder for contestant in CONTESTANTS} >= {ELEVENTY.folder, PAGES_AND_HUGO.folder}


def test_the_synthetic_dossier_has_no_findings_and_a_record_of_each_kind(root, tmp_path):
    write_dossier(tmp_path / "synthetic", 2 * RECORDS_PER_TEXT, root / "content/pages")
    graph, findings = check_dossier(tmp_path / "synthetic")
    assert findings == ()
    assert len(graph.visible) == 2 * RECORDS_PER_TEXT
    assert len(graph.by_kind) == 7


def test_edits_under_the_server_are_measured(capsys):
    measure_serve(["--sizes", "50", "--repeat", "1"])
    *_, row = capsys.readouterr().out.splitlines()
    assert row.startswith("| 50 | ")
    assert all(float(cell.split()[0]) > 0 for cell in row.strip("| ").split(" | "))


ARTICLE = {
    "text": "“We stay,” said Holm. The ship “Aurora” left. “Why?” she asked.",
    "quotes": [
        {"start": 0, "end": 10, "speaker": "Holm", "speaker_at": [16, 20]},
        {"start": 46, "end": 52, "speaker": "she", "speaker_at": [53, 56]},
    ],
}


def test_drafts_are_compared_with_annotated_news_and_the_first_dossier(tmp_path, capsys):
    corpus = tmp_path / "news.jsonl"
    corpus.write_text(json.dumps(ARTICLE), "utf-8")
    assert measure_drafts([str(corpus)]) == 0
    quotations, named, pronouns, *measured, counted, alone, reasoned, unmeasured = capsys.readouterr().out.splitlines()
    assert quotations == "quotations: precision 1.000, recall 1.000, F1 1.000 (2 annotated)"
    assert named.endswith("1 of 1 (1.000)") and pronouns.endswith("1 of 1 (1.000)")
    assert [line.split(":")[0].split(" (")[0] for line in measured] == [
        "names by exact extent",
        "figures that a number has",
        "their bounds",
        "their units",
    ]
    assert all(float(line.split("F1 ")[1].split()[0]) >= 0.9 for line in (*measured, alone))
    assert counted.endswith("1 of 1") and "F1" in reasoned and unmeasured.endswith("not measured")


def test_speakers_of_annotated_news_are_accepted(tmp_path, capsys):
    corpus = tmp_path / "news.jsonl"
    corpus.write_text(json.dumps(ARTICLE), "utf-8")
    assert measure_speakers([str(corpus)]) == 0
    assert capsys.readouterr().out.startswith("1 of 1 speakers accepted")


@pytest.mark.skipif(not (find_spec("pyarrow") and find_spec("duckdb")), reason="not installed: make develop")
def test_engines_answer_the_questions_over_many_dossiers(capsys, monkeypatch, tmp_path):
    many_dossiers = import_module("benchmarks.many_dossiers")
    monkeypatch.setattr(many_dossiers, "has_spark", lambda: False)
    assert many_dossiers.main(["--claims", "1000", "--records", str(RECORDS_PER_TEXT), "--folder", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(list((tmp_path / "claims").iterdir())) == 6
    assert "| same-actors.sql | " in "\n".join(lines) and "| – |" in lines[-1]
