"""Where a text says who speaks: the words near a quotation among which its speaker is named."""

import pytest
from dossier.detect.en.speakers import SPEAKERS

NAMED = {
    "“Words,” said Rolf Brandt.": "Rolf Brandt",
    "“Words,” Rolf Brandt said.": "Rolf Brandt",
    "Rolf Brandt said: “Words.”": "Rolf Brandt",
    "According to Rolf Brandt it is “Words” that count.": "Rolf Brandt",
    "Rolf Brandt told Eva Holm that “Words” count.": "Rolf Brandt",
    "Rolf Brandt came. “Words,” he said.": "Rolf Brandt",
    "Rolf Brandt:\n“Words.” He insisted on that.": "Rolf Brandt",
    "“First,” said Rolf Brandt. “Words.”": "Rolf Brandt",
    "“Words,” added the mayor, Rolf Brandt, at the gate.": "Rolf Brandt",
}
NOT_NAMED = {
    "“Words about Eva Holm,” said Rolf Brandt.": "Eva Holm",
    "Rolf Brandt told Eva Holm that “Words” count.": "Eva Holm",
    "“Words,” said Rolf Brandt of Eva Holm.": "Anna Berg",
    "Eva Holm slept. Rolf Brandt came. “Words,” he said.": "Eva Holm",
    "“Words,” said Rolf Brandt.\nIt rained. It was cold. The gate was shut. Eva Holm slept.": "Eva Holm",
}


def texts_near_words(text):
    start = text.index("Words")
    return "\n".join(SPEAKERS.find_speaker_texts(text, start, start + len("Words")))


@pytest.mark.parametrize(("text", "name"), NAMED.items())
def test_a_speaker_is_named(text, name):
    assert name in texts_near_words(text)


@pytest.mark.parametrize(("text", "name"), NOT_NAMED.items())
def test_somebody_else_is_not(text, name):
    assert name not in texts_near_words(text)


def test_a_text_without_an_attribution_names_nobody():
    assert texts_near_words("Words stood on the wall.") == ""
