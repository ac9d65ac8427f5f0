"""A passage may not begin or end inside a word, a number or what readers take for one character."""

from pathlib import Path

import pytest
import regex
import yaml
from dossier.match import SearchableText, find_passage
from dossier.match.boundaries import expand_to_words, is_inside_word
from dossier.match.graphemes import SINGLE

CASES = yaml.safe_load(Path(__file__).with_name("boundaries.yml").read_text("utf-8"))


def marked_texts(section):
    return [text for texts in CASES[section].values() for text in texts]


def offsets(marked):
    """Return the text and the offsets of its marks."""
    pieces = marked.split("|")
    return "".join(pieces), [len("".join(pieces[:count])) for count in range(1, len(pieces))]


@pytest.mark.parametrize("marked", marked_texts("whole"))
def test_a_passage_may_begin_or_end_here(marked):
    text, ends = offsets(marked)
    assert ends and not any(is_inside_word(text, end) for end in ends)


@pytest.mark.parametrize("marked", marked_texts("inside"))
def test_a_passage_may_not_begin_or_end_here(marked):
    text, ends = offsets(marked)
    assert ends and all(is_inside_word(text, end) for end in ends)


@pytest.mark.parametrize(
    ("content", "exact", "whole"),
    [
        ("good 👍🏽!", "👍", "👍🏽"),
        ("good 👍🏽!", "good 👍", "good 👍🏽"),
        ("a 👨‍👩‍👧‍👦 here", "a 👨", "a 👨‍👩‍👧‍👦"),
        ("the #ferry_gate hearing", "ferry", "ferry_gate"),
        ("by @harbour_news", "harbour_news", "@harbour_news"),
        ("约12万人", "约12", "约12万"),
        ("约12万人", "万人", "12万人"),
    ],
)
def test_a_cut_passage_shows_the_whole(content, exact, whole):
    result = find_passage(exact, None, None, SearchableText("a.txt", content))
    assert (result.verdict, result.nearest) == ("cut", whole)


def test_flags_are_counted_from_the_first():
    flags = "🇻🇪" * 20
    inside = [is_inside_word(flags, offset) for offset in range(1, len(flags))]
    assert inside == [offset % 2 == 1 for offset in range(1, len(flags))]


def test_a_long_run_of_marks_has_an_end():
    text = "a" + "\u0301" * 500 + "b"
    assert is_inside_word(text, 300)
    assert expand_to_words(text, 300, 300) == (300, 300)


def test_characters_that_are_taken_for_single_ones_are_such():
    characters = [chr(code) for code in range(0x3000) if SINGLE.fullmatch(chr(code))]
    assert len(characters) > 700
    assert regex.findall(r"\X", "".join(characters)) == characters
