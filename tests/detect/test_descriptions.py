"""Speakers without a name: a group, a person, or somebody whom the text has named before."""

from pathlib import Path

import pytest
import yaml
from dossier.detect.languages import detectors_for

CASES = yaml.safe_load(Path(__file__).with_name("descriptions.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['words']}")
def test_words_describe(case):
    found = detectors_for(case["language"]).draft_words.descriptions.read(case["words"])
    assert (f"{found.kind} {found.name}" if found else None) == case.get("is")
