"""Every case of every rule: the findings are where the case marks them, and there are no others."""


def test_the_small_dossier_has_no_findings(base, findings):
    assert findings(base) == []


def test_a_case_has_exactly_the_findings_it_marks(case, run_case):
    expected, findings = run_case(case)
    actual = [(finding.location.path, finding.location.line, finding.rule) for finding in findings]
    assert sorted(actual) == expected
    assert [finding.message for finding in findings if case.says not in finding.message] == []
