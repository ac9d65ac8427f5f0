"""On whose word a figure is: verbs of reporting, "according to", "figures published by"."""

from pathlib import Path

import pytest
import yaml
from dossier.detect.languages import detectors_for
from dossier.text.spans import Bounds

HERE = Path(__file__).parent
CASES = [
    case
    for name in ("attributions", "attributions_elsewhere")
    for case in yaml.safe_load((HERE / f"{name}.yml").read_text("utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_figure_is_on_the_word_of(case):
    text, detectors = case["text"], detectors_for(case.get("language", "en"))
    figure = detectors.find_quantities(text)[0]
    found = detectors.draft_words.attributions.read(text).find(figure, Bounds(0, len(text)))
    names = [text[attribution.start : attribution.end].removeprefix("the ") for attribution in found]
    assert names == [name.removeprefix("the ") for name in case["by"]]
