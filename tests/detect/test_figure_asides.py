"""Figures that measure nothing of the story: ordinals, ages, conversions, days counted from others, times of day."""

from pathlib import Path

import pytest
import yaml
from dossier.detect.figure_asides import find_asides
from dossier.detect.languages import detectors_for

CASES = yaml.safe_load(Path(__file__).with_name("figure_asides.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['text'][:50]}")
def test_what_a_figure_is_instead_of_a_measure(case):
    text = case["text"]
    found = {text[aside.start : aside.end]: aside.kind for aside in find_asides(text, detectors_for(case["language"]))}
    assert found == case["asides"]
