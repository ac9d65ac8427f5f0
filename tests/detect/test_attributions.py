"""On whose word a figure is: verbs of reporting, "according to", "figures published by"."""

from pathlib import Path

import pytest
import yaml
from dossier.detect.en.attributions import ATTRIBUTIONS
from dossier.detect.en.quantities import find_quantities
from dossier.text.spans import Bounds

CASES = yaml.safe_load(Path(__file__).with_name("attributions.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_figure_is_on_the_word_of(case):
    text = case["text"]
    found = ATTRIBUTIONS.read(text).find(find_quantities(text)[0], Bounds(0, len(text)))
    names = [text[attribution.start : attribution.end].removeprefix("the ") for attribution in found]
    assert names == [name.removeprefix("the ") for name in case["by"]]
