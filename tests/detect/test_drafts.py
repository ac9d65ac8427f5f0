"""What `dossier draft` reads of a text in each language, as data in `drafts/`; see `benchmarks.draft_languages`.

A case has in `misses` the parts that are not read as it says.
"""

import pytest
from dossier.detect.languages import detectors_for

from benchmarks.draft_languages import FOLDER, differences, read_cases

FILES = sorted(file.stem for file in FOLDER.glob("*.yml"))
CASES = [(name, case) for name in FILES for case in read_cases(name)]


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name}: {case['text']}" for name, case in CASES])
def test_a_text_is_read_as_its_case_says(name, case):
    detectors = detectors_for(name[:2])
    assert detectors is not None
    found = differences(case, detectors)
    assert [part for part, (missed, wrong) in found.items() if missed or wrong] == case.get("misses", []), found
