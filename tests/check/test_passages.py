"""What the rules share: the citations of a record's own passages, and the lines around a span."""

import pytest
from dossier.check.passages import TextSpan, direct_citations, surrounding_lines
from dossier.pipeline import check_dossier

TEXT = "one\n\ntwo\nthree four\nfive"


def test_direct_citations_are_those_of_the_records_own_passages(base):
    graph = check_dossier(base).graph
    brandt = graph.dossier.by_key["actor:rolf-brandt"]
    assert {citation.path[0] for citation in graph.citations_of(brandt)} == {"passages", "roles", "relations"}
    assert [citation.path for citation in direct_citations(graph, brandt)] == [("passages", 0)]


@pytest.mark.parametrize(
    ("words", "lines_before", "lines"),
    [
        ("four", 0, "three four"),
        ("four", 1, "two\nthree four"),
        ("four", 2, "one\n\ntwo\nthree four"),
        ("one", 2, "one"),
        ("five", 0, "five"),
        ("two\nthree", 0, "two\nthree four"),
    ],
)
def test_a_span_is_extended_to_whole_lines_and_to_non_empty_lines_before(words, lines_before, lines):
    start = TEXT.index(words)
    assert surrounding_lines(TextSpan(TEXT, start, start + len(words)), lines_before).words == lines
