"""The noun that a figure counts, as drafts give it for the unit of a number."""

from pathlib import Path

import pytest
import yaml
from dossier.detect.en.counted_nouns import counted_noun
from dossier.detect.en.counted_phrases import read_counted
from dossier.detect.en.noun_forms import plural_of
from dossier.detect.en.quantities import find_quantities
from dossier.text.spans import Bounds

PHRASES = yaml.safe_load(Path(__file__).with_name("counted_phrases.yml").read_text("utf-8"))
CASES = yaml.safe_load(Path(__file__).with_name("counted_nouns.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_a_figure_counts_this_noun(case):
    text = case["text"]
    found = [counted_noun(text, mention) for mention in find_quantities(text) if not mention.quantity.unit]
    assert found == case["nouns"]


@pytest.mark.parametrize("case", PHRASES, ids=lambda case: case["text"][:50])
def test_a_figure_counts_what_its_sentence_says(case):
    text = case["text"]
    mentions = [mention for mention in find_quantities(text) if not mention.ordinal]
    counted = [read_counted(text, mention, Bounds(0, len(text)), mentions) for mention in mentions]
    assert [read.phrase for read in counted] == case["counted"]
    assert [read.noun for read in counted] == case.get("units", [read.noun for read in counted])


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("judge", "judges"), ("country", "countries"), ("woman", "women"), ("person", "people"), ("church", "churches")],
)
def test_the_plural_of_a_noun(noun, plural):
    assert plural_of(noun) == plural
