"""The synthetic dossier of the benchmarks is free of findings."""

from dossier.pipeline import check_dossier

from benchmarks.synthetic import RECORDS_PER_TEXT, write_dossier


def test_the_synthetic_dossier_has_no_findings_and_a_record_of_each_kind(root, tmp_path):
    write_dossier(tmp_path / "synthetic", 2 * RECORDS_PER_TEXT, root / "content/pages")
    graph, findings = check_dossier(tmp_path / "synthetic")
    assert findings == ()
    assert len(graph.visible) == 2 * RECORDS_PER_TEXT
    assert len(graph.by_kind) == 7
