"""The dossier that speed is measured on stays one without findings."""

from dossier.pipeline import check_dossier

from benchmarks.synthetic import BLOCK, make


def test_the_synthetic_dossier_has_no_findings_and_a_record_of_each_kind(root, tmp_path):
    make(tmp_path / "made", 2 * BLOCK, root / "content/pages")
    graph, findings = check_dossier(tmp_path / "made")
    assert findings == ()
    assert len(graph.visible) == 2 * BLOCK
    assert len(graph.by_kind) == 7
