"""Every rule raises what its cases mark, where they mark it, and nothing else is raised."""


def test_the_small_dossier_has_no_findings(base, findings):
    assert findings(base) == []


def test_a_case_raises_exactly_what_it_marks(case, outcome):
    marked, found = outcome(case)
    assert found == marked
