"""A page says how each date is known, and which dates are on the word of the editor."""

import re

import pytest

UNVERIFIED = "Read by the editor, not verified:"
CASES = {
    "Jan. 23": ("2019-01-23", "phrase: Jan. 23, anchor: source:gazette, reasoning: The nearest one.", False),
    "a month": ("2019-01", "phrase: Jan. 23, anchor: source:gazette, reasoning: The nearest one.", False),
    "until then": ("../2019-01-23", "phrase: Jan. 23, anchor: source:gazette, reasoning: It was over.", False),
    "a period": ("2019-01-20/2019-01-23", "phrase: Jan. 23, reasoning: It began on 20 January 2019.", True),
    "no phrase": ("2019-01-23", "reasoning: The day of the walk-out.", True),
    "anchor alone": ("../2019-01-27", "anchor: source:gazette, reasoning: Reported as past.", True),
    "words without a meaning": ("2019-01-23", "phrase: left the port, reasoning: On 23 January 2019.", True),
}


@pytest.mark.parametrize("name", CASES)
def test_a_date_that_no_passage_gives_is_marked(base, page, name):
    date, basis, is_marked = CASES[name]
    file = base / "content/events/walk-out.yml"
    old = "date: 2019-01-23\nbasis:\n  phrase: Jan. 23\n  anchor: source:gazette\n"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, f"date: {date}\nbasis: {{{basis}}}\n"), "utf-8")
    [line] = re.findall(r"- \*\*When:\*\* .*", page("events/walk-out.md"))
    assert (UNVERIFIED in line) == is_marked
    assert re.search(r"reasoning: (.*)", basis)[1] in line


def test_a_date_printed_in_full_has_no_remark(page):
    assert UNVERIFIED not in page("sources/gazette.md")


def test_how_a_date_is_known_is_in_sentences(page):
    line = "- **When:** 23 January 2019, from the words “Jan. 23” and the date of [Dockers walk out at Port Brenn]"
    assert line in page("events/walk-out.md")
