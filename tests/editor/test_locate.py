"""`dossier locate`: words to passages that can be pasted."""

import pytest
import yaml
from dossier.editor.locate import find_quotes
from dossier.match import find_passage, prepare_texts
from dossier.match.resolve import NO_REGIONS, READER_COMMENTS

FOUND = [
    ("More than 500 dockers", "  # seeds/gazette.txt:4:1\n  - source: gazette\n    exact: More than 500 dockers\n"),
    (
        '"A good day for Brenn,"  the\nWire',
        '  # seeds/ledger.txt:4:1\n  - source: ledger\n    exact: >-\n      "A good day for Brenn," the Wire\n',
    ),
    (
        "Dockers walk out at Port Brenn By Ada Lind",
        "  # seeds/gazette.txt:1:1\n  - source: gazette\n    exact: Dockers walk out at Port Brenn By Ada Lind\n",
    ),
    (
        "Rolf Brandt",
        "  # seeds/gazette.txt:6:30\n  - source: gazette\n    exact: Rolf Brandt\n    suffix: said\n"
        "  # seeds/gazette.txt:10:54\n  - source: gazette\n    exact: Rolf Brandt\n    suffix: ’s\n",
    ),
    (
        "who work in it",
        "  # seeds/gazette.txt:15:83\n  # in reader comments: only a record of a reader comment may cite it\n"
        "  - source: gazette\n    exact: who work in it\n"
        "  # seeds/ledger.txt:5:48\n  - source: ledger\n    exact: who work in it\n",
    ),
    (
        "Brenn biscuits",
        "  # seeds/gazette.txt:12:20\n  # in advertisement: no record may cite it\n"
        "  - source: gazette\n    exact: Brenn biscuits\n",
    ),
]


@pytest.mark.parametrize(("words", "printed"), FOUND)
def test_words_that_stand_are_printed_as_passages(run, words, printed):
    assert run("locate", words) == (0, printed, "")


def test_words_need_no_quotes(run):
    assert run("locate", "567", "dockers") == run("locate", "567 dockers")


def test_one_text_alone(run):
    code, out, _ = run("locate", "--in", "ledger", "who work in it")
    assert (code, out.count("source: "), "ledger" in out) == (0, 1, True)


NEAR = [
    ("567 dockers have gone", "ledger.txt:3:24", "567 dockers [-have-]{+had+} gone", "567 dockers had gone"),
    ("67 dockers", "ledger.txt:3:24", "[-67-]{+567+} dockers", "567 dockers"),
]


@pytest.mark.parametrize(("words", "at", "difference", "exact"), NEAR)
def test_words_that_do_not_stand_show_the_nearest(run, words, at, difference, exact):
    code, out, err = run("locate", words)
    assert (code, err) == (1, "not found in any source text; closest matches:\n")
    assert out.startswith(f"  # seeds/{at}\n  # {difference}\n  - source: ledger\n    exact: {exact}\n")


def test_words_that_differ_in_their_marks_alone_come_first(run):
    code, out, _ = run("locate", 'so-called "free harbour" opened')
    assert (code, out.splitlines()[0]) == (1, "  # seeds/gazette.txt:10:5")
    assert yaml.safe_load(out)[0]["exact"] == "so-called “free harbour” opened"


def test_words_like_none(run):
    assert run("locate", "qwertz uiop") == (1, "", "not found in any source text, nor anything similar\n")


def test_a_text_that_is_not_held(run):
    code, out, err = run("locate", "--in", "gazete", "x")
    assert (code, out, "did you mean `gazette`?" in err) == (2, "", True)


def test_what_is_printed_can_be_pasted(real):
    """Each place where the words of a record stand, and some that stand often: the passage leads to just that place."""
    texts = prepare_texts(real.graph.dossier)
    cited = {citation.passage.exact for citation in real.graph.citations}
    for words in [*sorted(cited)[::5], "Maduro", "the", "US", "defected", "soldiers", "“"]:
        for place in find_quotes(words, texts):
            may_cite = READER_COMMENTS if place.region and place.region.kind in READER_COMMENTS else NO_REGIONS
            passage, text = place.passage, texts[place.passage.source]
            verdict = find_passage(passage.exact, passage.prefix, passage.suffix, text, may_cite=may_cite)
            assert verdict.verdict == ("found" if may_cite or not place.region else "excluded")
            assert verdict.span == place.span


def test_every_citation_is_located(real):
    texts = prepare_texts(real.graph.dossier)
    for citation in real.graph.citations[::7]:
        assert citation.span in [place.span for place in find_quotes(citation.passage.exact, texts)]
