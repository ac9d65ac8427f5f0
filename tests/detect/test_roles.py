"""The role before a name: with what it would say too much without, and no form of address."""

from pathlib import Path

import pytest
import yaml
from dossier.detect.languages import detectors_for

CASES = yaml.safe_load(Path(__file__).with_name("roles.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['text'][:50]}")
def test_a_person_has_the_role(case):
    text, detectors = case["text"], detectors_for(case["language"])
    words = detectors.draft_words
    parts = [part for name in detectors.find_names(text) if (part := words.split_name(name, text))]
    bodies = [part for part in parts if words.kind_of_name(part, text, parts) != "person"]
    found = {part.name: words.roles.role_of(part.title, part.start, text, bodies) for part in parts}
    assert {name: found.get(name) for name in case["roles"]} == case["roles"]
