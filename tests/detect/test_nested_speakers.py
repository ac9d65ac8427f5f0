"""Who says a quotation where several are named with verbs of saying, or where nobody is said to have said it."""

from pathlib import Path

import pytest
import yaml
from dossier.detect.languages import detectors_for

CASES = yaml.safe_load(Path(__file__).with_name("nested_speakers.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['text'][:60]}")
def test_a_quotation_is_said_by(case):
    text = case["text"]
    (speaker,) = detectors_for(case["language"]).speaker_mentions.find_speakers(text).values()
    name = speaker.name or speaker if speaker else None
    assert (text[name.start : name.end] if name else None) == case["by"]
