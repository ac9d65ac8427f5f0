"""`dossier locate`: finds words and prints them as passages to paste."""

import pytest
import yaml
from dossier.editor.locate import find_quotes
from dossier.match import find_passage, prepare_texts
from dossier.match.resolve import NO_REGIONS, READER_COMMENTS
from dossier.pipeline import check_dossier


def passage(label, source, exact):
    """Return a passage as it is printed below its comments."""
    return f"  - label: {label}\n    source: {source}\n    exact: {exact}\n"


FOUND = [
    (
        "More than 500 dockers",
        "  # seeds/gazette.txt:4:1\n" + passage("500-dockers", "gazette", "More than 500 dockers"),
    ),
    (
        '"A good day for Brenn,"  the\nWire',
        "  # seeds/ledger.txt:4:1\n" + passage("good-day", "ledger", '>-\n      "A good day for Brenn," the Wire'),
    ),
    (
        "Dockers walk out at Port Brenn By Ada Lind",
        "  # seeds/gazette.txt:1:1\n"
        + passage("dockers-walk", "gazette", "Dockers walk out at Port Brenn By Ada Lind"),
    ),
    (
        "Rolf Brandt",
        "  # seeds/gazette.txt:6:30 (--choice 1)\n"
        + passage("rolf-brandt", "gazette", "Rolf Brandt\n    suffix: said")
        + "  # seeds/gazette.txt:10:54 (--choice 2)\n"
        + passage("rolf-brandt", "gazette", "Rolf Brandt\n    suffix: ’s"),
    ),
    (
        "who work in it",
        "  # seeds/gazette.txt:15:83 (--choice 1)\n"
        "  # in reader comments: only a record of a reader comment may cite it\n"
        + passage("work", "gazette", "who work in it")
        + "  # seeds/ledger.txt:5:48 (--choice 2)\n"
        + passage("work", "ledger", "who work in it"),
    ),
    (
        "Brenn biscuits",
        "  # seeds/gazette.txt:12:20\n  # in advertisement: no record may cite it\n"
        + passage("brenn-biscuits", "gazette", "Brenn biscuits"),
    ),
]


@pytest.mark.parametrize(("words", "printed"), FOUND)
def test_words_that_are_found_are_printed_as_passages(run, words, printed):
    assert run("locate", words) == (0, printed, "")


def test_words_need_no_quotation_marks(run):
    assert run("locate", "567", "dockers") == run("locate", "567 dockers")


def test_the_search_can_be_limited_to_one_source(run):
    code, out, _ = run("locate", "--in", "ledger", "who work in it")
    assert (code, out.count("source: "), "ledger" in out) == (0, 1, True)


CLOSE = [
    ("567 dockers have gone", "ledger.txt:3:24", "567 dockers [-have-]{+had+} gone", "567 dockers had gone"),
    ("67 dockers", "ledger.txt:3:24", "[-67-]{+567+} dockers", "567 dockers"),
]


@pytest.mark.parametrize(("words", "location", "difference", "exact"), CLOSE)
def test_words_that_are_not_found_show_the_closest_text(run, words, location, difference, exact):
    code, out, err = run("locate", words)
    assert (code, err) == (1, "not found in any source text; closest matches:\n")
    assert out.replace(" (--choice 1)", "").startswith(
        f"  # seeds/{location}\n  # {difference}\n  - label: 567-dockers\n    source: ledger\n    exact: {exact}\n"
    )


def test_text_that_differs_only_in_punctuation_comes_first(run):
    code, out, _ = run("locate", 'so-called "free harbour" opened')
    assert (code, out.splitlines()[0]) == (1, "  # seeds/gazette.txt:10:5")
    assert yaml.safe_load(out)[0]["exact"] == "so-called “free harbour” opened"


def test_words_without_anything_similar(run):
    assert run("locate", "qwertz uiop") == (1, "", "not found in any source text, nor anything similar\n")


def test_an_unknown_source_is_an_error_with_a_suggestion(run):
    code, out, err = run("locate", "--in", "gazete", "x")
    assert (code, out, "did you mean `gazette` (" in err) == (2, "", True)


@pytest.fixture
def graph(base):
    return check_dossier(base).graph


def test_a_printed_passage_resolves_to_exactly_its_place(graph):
    """For the words of all passages, and some that occur often."""
    texts = prepare_texts(graph.dossier)
    cited = {citation.passage.exact for citation in graph.citations}
    hits = [hit for words in (*cited, "Brenn", "dockers", "the", "in", "“") for hit in find_quotes(words, texts)]
    assert len(hits) > len(cited)
    for hit in hits:
        may_cite = READER_COMMENTS if hit.region and hit.region.kind in READER_COMMENTS else NO_REGIONS
        passage, text = hit.passage, texts[hit.passage.source]
        result = find_passage(passage.exact, passage.prefix, passage.suffix, text, may_cite=may_cite)
        assert result.verdict == ("found" if may_cite or not hit.region else "excluded")
        assert result.span == hit.span


def test_the_words_of_every_citation_are_found_at_its_place(graph):
    texts = prepare_texts(graph.dossier)
    assert graph.citations
    for citation in graph.citations:
        assert citation.span in [hit.span for hit in find_quotes(citation.passage.exact, texts)]
