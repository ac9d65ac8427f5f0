"""What a sentence denies, asks or supposes is on nobody's word."""

from pathlib import Path

import pytest
import yaml
from dossier.detect.languages import detectors_for, find_sentences_in

CASES = yaml.safe_load(Path(__file__).with_name("doubts.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_figure_is_denied_asked_or_supposed(case):
    text, detectors = case["text"], detectors_for(case.get("language", "en"))
    figure = detectors.find_quantities(text)[0]
    sentence = next(span for span in find_sentences_in(text, detectors) if span.start <= figure.start < span.end)
    doubt = detectors.draft_words.attributions.read(text).doubt_of(figure, sentence)
    assert (text[doubt.start : doubt.end] if doubt else None) == case.get("by")
