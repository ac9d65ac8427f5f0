"""Compared wording: which passages are compared, and how their differences are marked."""

import pytest
from dossier.match import word_diff
from dossier.render.environment import build_environment


def difference(graph, first, second):
    return (
        build_environment(graph)
        .from_string("{{ told | difference }}")
        .render(page="index.md", told=word_diff(first, second))
    )


def compared(page):
    """The lines of a page's comparison."""
    return [
        line for line in page.partition("## Compare wording")[2].partition("\n## ")[0].split("\n") if line[:2] == "- "
    ]


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        ("the US has", "the U.S. has", "the <del>US</del><ins>U.S.</ins> has"),
        ("loyal to Guaido", "loyal to Juan Guaido", "loyal to <ins>Juan</ins> Guaido"),
        ("they all said so", "they said so", "they <del>all</del> said so"),
        ("as told", "as told", "as told"),
        ("*a* <b>", "*a* <i>", "&#42;a&#42; &#60;<del>b</del><ins>i</ins>&#62;"),
        ("one  two\nthree", "one two three", "one two three"),
    ],
)
def test_what_each_has_alone_is_marked(real, first, second, shown):
    assert difference(real.graph, first, second) == shown


def test_the_same_words_in_two_documents_are_said_to_be_the_same(real_outputs):
    [line] = compared(real_outputs["quotes/guillen-martinez-request-to-us.md"])
    assert line.endswith(": identical.")
    assert "ZeroHedge" in line
    assert "Toronto report" in line


def test_a_statement_told_otherwise_shows_what_each_document_has(real_outputs):
    [line] = compared(real_outputs["events/us-recognition.md"])
    assert "<ins>Juan</ins> Guaidó, whom the <del>US</del><ins>U.S.</ins> has recognized" in line


def test_passages_of_one_document_are_not_compared(real, real_outputs):
    alone = [one for one in real.graph.visible if len(real.graph.corroboration_of(one).sources) < 2]
    assert alone
    assert [one.key for one in alone if compared(real_outputs[f"{one.plural}/{one.id}.md"])] == []


def test_passages_that_merely_share_some_words_are_not_compared(real_outputs):
    assert compared(real_outputs["disagreements/how-many-defected.md"]) == []
