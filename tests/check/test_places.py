"""The place of a finding is that of the very words, wherever the lines of their value are broken."""

import pytest
from dossier.pipeline import check_dossier

FILE = "content/events/walk-out.yml"
SUMMARY = "summary: Dockers left the port.\n"
PASSAGE = "    exact: More than 500 dockers left the port on Jan. 23\n"


@pytest.fixture
def places(write, base):
    """Puts one text in the place of another in the file; what is found then, and the words at each place."""

    def of(old, new):
        text = (base / FILE).read_text("utf-8").replace(old, new)
        lines = write(FILE, text).joinpath(FILE).read_text("utf-8").splitlines()
        found = check_dossier(base).findings
        assert {one.location.path for one in found} == {FILE}
        return {one.rule: lines[one.location.line - 1][one.location.column - 1 :] for one in found}

    return of


@pytest.mark.parametrize(
    ("prose", "rule", "words"),
    [
        ("They left.\n  Of [[actor:eva-holm]] and\n  [[actor:eva|her]] more.", "unknown-reference", "[[actor:eva|"),
        ("They left,\n  as [[number:gone-567|dockers do]]: 568 and\n  no more.", "prose-figure-unsupported", "568 and"),
        ("They left on\n  a day such as January\n  25, 2019.", "prose-date-unsupported", "January"),
        ("They left.\n  They were\n  “heroic\n  men”.", "prose-quote-unsupported", "heroic"),
        ("They left.\n  One was [[eva-holm]]\n  it is said.", "malformed-link", "[[eva-holm]]"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("style", [">-", "|-"])
def test_in_prose_it_is_that_of_the_words(places, prose, rule, words, style):
    found = places(SUMMARY, f"summary: {style}\n  {prose}\n")
    assert found[rule].startswith(words)


def test_a_longer_key_that_stands_before_is_not_taken_for_the_link(places):
    found = places(SUMMARY, "summary: >-\n  Of [[actor:eva-holm]] and\n  [[actor:eva]].\n")
    assert found == {"unknown-reference": "[[actor:eva]]."}


@pytest.mark.parametrize(
    ("exact", "rule", "words"),
    [
        (">-\n      More than 500 dockers\n      left the harbour on Jan. 23", "passage-absent", "harbour on"),
        (">-\n      More than 500 dockers left\n      the Port on Jan. 23", "passage-differs", "Port on"),
        (">-\n      More than 500 dockers left the port on\n      Jan. 2", "passage-cut", "2"),
    ],
)
def test_in_a_passage_it_is_that_of_what_its_text_has_otherwise(places, exact, rule, words):
    assert places(PASSAGE, f"    exact: {exact}\n")[rule].startswith(words)


@pytest.mark.parametrize("written", ['"They left: 5\\x368 of them."', "They left, all [[number:gone-567|5]]68."])
def test_where_words_are_written_otherwise_it_is_that_of_their_value(places, written):
    assert places(SUMMARY, f"summary: {written}\n")["prose-figure-unsupported"] == written


def test_words_that_stand_in_the_next_value_alone_are_not_found_there(places):
    written = '"They left: 5\\x368."'
    assert places(SUMMARY, f"summary: {written}\nnote: Not 568.\n")["prose-figure-unsupported"] == written


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("- We will not leave it.\n", "- We will never leave it.\n", "never leave"),
        ("- We will not leave it.\n", "- >-\n    We will not\n    quit it.\n", "quit it"),
        ("- We will not leave it.\n", "- Ask me something else\n", "Ask"),
    ],
)
def test_in_the_words_of_a_quote_it_is_that_of_what_its_passages_have_otherwise(write, base, old, new, words):
    file = "content/quotes/harbour-is-ours.yml"
    text = (base / file).read_text("utf-8")
    assert old in text
    lines = write(file, text.replace(old, new)).joinpath(file).read_text("utf-8").splitlines()
    [place] = [one.location for one in check_dossier(base).findings if one.rule == "quote-words-not-found"]
    assert lines[place.line - 1][place.column - 1 :].startswith(words)
