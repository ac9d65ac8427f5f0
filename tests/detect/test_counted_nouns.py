"""The noun that a figure counts, as drafts give it for the unit of a number."""

from pathlib import Path

import pytest
import yaml
from dossier.detect.en.counted_nouns import counted_noun
from dossier.detect.en.noun_forms import plural_of
from dossier.detect.en.quantities import find_quantities

CASES = yaml.safe_load(Path(__file__).with_name("counted_nouns.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_a_figure_counts_this_noun(case):
    text = case["text"]
    found = [counted_noun(text, mention) for mention in find_quantities(text) if not mention.quantity.unit]
    assert found == case["nouns"]


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("judge", "judges"), ("country", "countries"), ("woman", "women"), ("person", "people"), ("church", "churches")],
)
def test_the_plural_of_a_noun(noun, plural):
    assert plural_of(noun) == plural
