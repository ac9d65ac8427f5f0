"""Every rule raises what its cases mark, where they mark it, and nothing else is raised."""


def test_the_small_dossier_has_no_findings(base, findings):
    assert findings(base) == []


def test_a_case_raises_exactly_what_it_marks(case, outcome):
    marked, findings = outcome(case)
    assert sorted((one.location.path, one.location.line, one.rule) for one in findings) == marked
    assert [one.message for one in findings if case.says not in one.message] == []
