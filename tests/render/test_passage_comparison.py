"""Compared wording: which passages are compared, and how their differences are marked."""

import pytest
from dossier.match import word_diff
from dossier.render.evidence import difference


def comparisons(page):
    """The lines of a page's comparison of wording."""
    section = page.partition("## Compare wording")[2].partition("\n## ")[0]
    return [line for line in section.splitlines() if line.startswith("- ")]


@pytest.mark.parametrize(
    ("first", "second", "marked"),
    [
        ("the US has", "the U.S. has", "the <del>US</del><ins>U.S.</ins> has"),
        ("loyal to Guaido", "loyal to Juan Guaido", "loyal to <ins>Juan</ins> Guaido"),
        ("they all said so", "they said so", "they <del>all</del> said so"),
        ("as before", "as before", "as before"),
        ("*a* <b>", "*a* <i>", "&#42;a&#42; &#60;<del>b</del><ins>i</ins>&#62;"),
        ("one  two\nthree", "one two three", "one two three"),
    ],
)
def test_words_of_one_text_only_are_marked(first, second, marked):
    assert difference(word_diff(first, second)) == marked


@pytest.fixture
def with_second_passage(base, write):
    """Return a function that adds a sentence to the Ledger and cites it for the number `more-than-500`."""

    def added(sentence):
        write("seeds/ledger.txt", (base / "seeds/ledger.txt").read_text("utf-8") + f"{sentence}\n")
        file = "content/numbers/more-than-500.yml"
        citation = f"  - source: ledger\n    exact: {sentence}\nabout:"
        write(file, (base / file).read_text("utf-8").replace("about:", citation))

    return added


def test_identical_passages_of_two_sources_are_called_identical(with_second_passage, page):
    with_second_passage("More than 500 dockers left the port")
    [line] = comparisons(page("numbers/more-than-500.md"))
    assert line.startswith("- Dockers walk out at Port Brenn")
    assert "and Notes from the Ledger" in line
    assert line.endswith(": identical.")


def test_similar_passages_show_the_words_of_each_source(with_second_passage, page):
    with_second_passage("More than 500 dockers left the harbour")
    [line] = comparisons(page("numbers/more-than-500.md"))
    assert line.endswith("More than 500 dockers left the <del>port</del><ins>harbour</ins>")


def test_passages_that_only_share_some_words_are_not_compared(with_second_passage, page):
    with_second_passage("Of the port there is no more news than on the day before")
    assert comparisons(page("numbers/more-than-500.md")) == []


def test_passages_of_one_source_are_not_compared(real, real_outputs):
    records = [record for record in real.graph.visible if len(real.graph.corroboration_of(record).sources) < 2]
    assert records
    assert [record.key for record in records if comparisons(real_outputs[f"{record.plural}/{record.id}.md"])] == []
