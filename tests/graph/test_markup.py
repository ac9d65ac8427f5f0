"""Markup is removed from prose, and its cross-links are found."""

import pytest
from dossier.graph.markup import find_cross_links, strip_markup

LABELS = {"actor:a": "Anna"}


@pytest.mark.parametrize(
    ("prose", "links"),
    [
        ("[[actor:a]] and [[event:b|the day]]", [("actor:a", None), ("event:b", "the day")]),
        ("[[ actor:a ]] [[actor:a| ]]", [("actor:a", None), ("actor:a", None)]),
        ("[[actor:a] [[actor:a|b|c]] [x] ]]", [("actor:a", "b|c")]),
        ("[[actor:\na]] [[]]", [("", None)]),
        ("plain", []),
    ],
)
def test_cross_links_are_found_in_prose(prose, links):
    assert [(link.key, link.words) for link in find_cross_links(prose)] == links


@pytest.mark.parametrize(
    ("prose", "plain"),
    [
        ("[[actor:a]], [[ actor:a ]] and [[actor:a|her]]", "Anna, Anna and her"),
        ("[[actor:b]] is unknown", "actor:b is unknown"),
        ("**so [[actor:a]] said**", "so Anna said"),
        ("*so [[actor:a]] said*, `*x*`", "so Anna said, *x*"),
        ("2*3*4 and a * b", "2*3*4 and a * b"),
        ("***x***", "***x***"),
    ],
)
def test_plain_text_has_the_words_of_cross_links_and_no_marks(prose, plain):
    assert strip_markup(prose, LABELS) == plain
