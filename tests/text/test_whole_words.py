"""Whole words in a text."""

import re

import pytest
from dossier.text.whole_words import has_whole_words


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("the army fled", "army", True),
        ("the army", "army", True),
        ("army", "army", True),
        ("an army’s", "army", True),
        ("armyman, army", "army", True),
        ("armyman", "army", False),
        ("pre_army", "army", False),
        ("army2", "army", False),
        ("Peñarmy", "army", False),
        ("the army fled", "the army", True),
        ("anna ann", "ann", True),
        ("annann", "ann", False),
        ("", "army", False),
        ("(567)", "567", True),
        ("1,567", "567", True),
    ],
)
def test_words_are_found_if_no_letter_digit_or_underscore_is_next_to_them(text, words, expected):
    assert has_whole_words(text, words) is expected
    assert (re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None) is expected
