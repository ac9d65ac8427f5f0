"""Sentences end at a full stop, not at one in an abbreviation, a quotation or a cross-link."""

import pytest
from dossier.detect.en.sentences import find_sentences

CASES = [
    ["They left.", "“He stayed.”", "Why?", "[[actor:x|Col. Silva]] (ret.) knows!"],
    ["Col. Jose Luis Silva called on Jan. 13 at No. 5 in the U.S. The others did not."],
    ["“Nobody asked us. We left,” he said.", "It was late."],
    ['He said "No. Never. Go." to them.', "They went."],
    ["About 2.5 million, e.g. in Lindholm (Mr. Falk. Really), left.", "10 stayed…", "Then 20."],
    ["one without a capital. so it goes on"],
]


@pytest.mark.parametrize("sentences", CASES, ids=lambda sentences: sentences[0])
def test_sentences_are_found(sentences):
    prose = f"  {'  '.join(sentences)}\n"
    assert [prose[start:end] for start, end in find_sentences(prose)] == sentences


def test_nothing_has_no_sentences():
    assert list(find_sentences(" \n")) == []
