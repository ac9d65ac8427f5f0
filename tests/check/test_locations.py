"""A finding is located at the exact words, however the lines of their value are broken."""

import pytest
from dossier.pipeline import check_dossier

EVENT = "content/events/walk-out.yml"
QUOTE = "content/quotes/harbour-is-ours.yml"
SUMMARY = "summary: Dockers left the port.\n"
PASSAGE = "    exact: More than 500 dockers left the port on Jan. 23\n"


@pytest.fixture
def located_text(write, base):
    """Replace a text in a file; return, by rule, the rest of the line from where each finding is located."""

    def locate(file, old, new):
        text = (base / file).read_text("utf-8")
        assert old in text
        write(file, text.replace(old, new))
        lines = (base / file).read_text("utf-8").splitlines()
        located = {}
        for finding in check_dossier(base).findings:
            path, line, column = finding.location
            assert path == file
            located[finding.rule] = lines[line - 1][column - 1 :]
        return located

    return locate


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
def test_a_finding_in_prose_is_at_its_words(located_text, prose, rule, words, style):
    located = located_text(EVENT, SUMMARY, f"summary: {style}\n  {prose}\n")
    assert located[rule].startswith(words)


def test_a_link_is_not_mistaken_for_an_earlier_longer_one(located_text):
    located = located_text(EVENT, SUMMARY, "summary: >-\n  Of [[actor:eva-holm]] and\n  [[actor:eva]].\n")
    assert located == {"unknown-reference": "[[actor:eva]]."}


@pytest.mark.parametrize(
    ("exact", "rule", "words"),
    [
        (">-\n      More than 500 dockers\n      left the harbour on Jan. 23", "passage-absent", "harbour on"),
        (">-\n      More than 500 dockers left\n      the Port on Jan. 23", "passage-differs", "Port on"),
        (">-\n      More than 500 dockers left the port on\n      Jan. 2", "passage-cut", "2"),
    ],
)
def test_a_finding_in_a_passage_is_at_the_first_difference(located_text, exact, rule, words):
    assert located_text(EVENT, PASSAGE, f"    exact: {exact}\n")[rule].startswith(words)


@pytest.mark.parametrize("value", ['"They left: 5\\x368 of them."', "They left, all [[number:gone-567|5]]68."])
def test_words_that_are_spelt_differently_in_the_file_are_located_at_their_value(located_text, value):
    assert located_text(EVENT, SUMMARY, f"summary: {value}\n")["prose-figure-unsupported"] == value


def test_words_are_not_looked_for_in_the_next_value(located_text):
    value = '"They left: 5\\x368."'
    located = located_text(EVENT, SUMMARY, f"summary: {value}\nnote: Not 568.\n")
    assert located["prose-figure-unsupported"] == value


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("- We will not leave it.\n", "- We will never leave it.\n", "never leave"),
        ("- We will not leave it.\n", "- >-\n    We will not\n    quit it.\n", "quit it"),
        ("- We will not leave it.\n", "- Ask me something else\n", "Ask"),
    ],
)
def test_a_finding_in_the_words_of_a_quote_is_at_the_first_difference(located_text, old, new, words):
    assert located_text(QUOTE, old, new)["quote-words-not-found"].startswith(words)
