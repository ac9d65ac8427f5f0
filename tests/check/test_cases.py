"""Every case of every rule: the findings are where the case marks them, at words, and there are no others."""

from collections import Counter

WIDTH = 120
"""The characters in a line of a terminal."""


def test_the_small_dossier_has_no_findings(base, findings):
    assert findings(base) == []


def test_a_case_has_exactly_the_findings_it_marks(case, run_case, base):
    expected, findings = run_case(case)
    actual = [(finding.location.path, finding.location.line, finding.rule) for finding in findings]
    assert sorted(actual) == expected
    assert [finding.message for finding in findings if case.says not in finding.message] == []
    counts = Counter(finding.location for finding in findings)
    assert [finding for finding in findings if counts[finding.location] > 1] == [], "one mistake, one finding"
    assert [str(finding) for finding in findings if len(str(finding)) > 2 * WIDTH] == []
    assert [str(finding) for finding in findings if not points_at_words(base, finding.location)] == []


def points_at_words(root, location):
    """Return whether the place of a finding is the beginning of a word or a mark in its file."""
    lines = (root / location.path).read_text("utf-8", errors="replace").split("\n")
    before, after = lines[location.line - 1][: location.column - 1], lines[location.line - 1][location.column - 1 :]
    return bool(after[:1].strip()) and not (before[-1:].isalnum() and after[0].isalnum())
