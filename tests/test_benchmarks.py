"""The benchmarks run, and their synthetic dossier is free of findings."""

import json

import pytest
from dossier.pipeline import check_dossier

from benchmarks.stage import PIPELINE, STAGES, main
from benchmarks.synthetic import RECORDS_PER_TEXT, write_dossier


@pytest.mark.parametrize("stage", [*(stage.name for stage in STAGES), PIPELINE])
def test_each_stage_is_timed(stage, root, tmp_path, capsys):
    write_dossier(tmp_path / "synthetic", RECORDS_PER_TEXT, root / "content/pages")
    assert main([stage, str(tmp_path / "synthetic")]) == 0
    wall, processor = json.loads(capsys.readouterr().out)
    assert wall > 0
    assert processor > 0


def test_the_synthetic_dossier_has_no_findings_and_a_record_of_each_kind(root, tmp_path):
    write_dossier(tmp_path / "synthetic", 2 * RECORDS_PER_TEXT, root / "content/pages")
    graph, findings = check_dossier(tmp_path / "synthetic")
    assert findings == ()
    assert len(graph.visible) == 2 * RECORDS_PER_TEXT
    assert len(graph.by_kind) == 7
