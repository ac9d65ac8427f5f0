"""White space, truncation, plurals, suggestions, and JSON and XML as text."""

from xml.etree.ElementTree import Element

import pytest
from dossier.text.serialize import json_document, json_line, serialize_xml
from dossier.text.suggest import closest_match, did_you_mean
from dossier.text.whitespace import collapse_whitespace, collapse_with_offsets
from dossier.text.wording import pluralize, truncate
from hypothesis import given
from hypothesis import strategies as st

SPACED = st.text(alphabet="ab \n\t\u00a0\u2003", max_size=30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  a \n\t b ", "a b"),
        ("a\u00a0b\u2009c\u3000d\u0085e", "a b c d e"),
        ("a\u200bb", "a\u200bb"),
        (" \n", ""),
    ],
)
def test_white_space_is_collapsed_as_unicode_defines_it(text, expected):
    assert collapse_whitespace(text) == expected


@given(SPACED, st.data())
def test_a_span_of_collapsed_text_maps_back_to_the_original(text, data):
    collapsed = collapse_with_offsets(text)
    letters = [offset for offset, char in enumerate(collapsed.chars) if char != " "]
    assert collapsed.chars.strip(" ") == collapse_whitespace(text)
    if letters:
        start, last = sorted(data.draw(st.tuples(st.sampled_from(letters), st.sampled_from(letters))))
        original = text[slice(*collapsed.original_span(start, last + 1))]
        assert collapse_whitespace(original) == collapsed.chars[start : last + 1]


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("one two", 7, "one two"),
        ("one two three", 9, "one two…"),
        ("one  two\nthree", 9, "one two…"),
        ("one" + " " * 50 + "two", 7, "one two"),
        ("onetwothree", 5, "onet…"),
    ],
)
def test_text_is_cut_at_a_word(text, length, expected):
    assert truncate(text, length) == expected


@given(SPACED, st.integers(2, 20))
def test_cut_text_is_never_too_long(text, length):
    assert len(truncate(text, length)) <= length


def test_counts_have_the_right_noun():
    assert [pluralize(number, "source") for number in (0, 1, 2)] == ["0 sources", "1 source", "2 sources"]
    assert pluralize(2, "country", "countries") == "2 countries"


def test_a_similar_choice_is_suggested():
    assert closest_match("sumary", ["title", "summary"]) == "summary"
    assert did_you_mean("sumary", ["title", "summary"]) == "; did you mean `summary`?"


def test_nothing_is_suggested_if_no_choice_is_similar():
    assert closest_match("xyzzy", ["title", "summary"]) is None
    assert did_you_mean("xyzzy", []) == ""


def test_json_keeps_characters_outside_ascii():
    assert json_line({"name": "Guaidó"}) == '{"name": "Guaidó"}'


def test_a_json_document_is_indented_and_ends_with_a_line_feed():
    assert json_document(["Guaidó"]) == '[\n  "Guaidó"\n]\n'


def test_characters_that_xml_does_not_allow_are_replaced():
    element = Element("title")
    element.text = "Guaidó\x00"
    assert serialize_xml(element) == '<?xml version="1.0" encoding="UTF-8"?>\n<title>Guaidó\ufffd</title>\n'
