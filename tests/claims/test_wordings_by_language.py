"""What contradicts a passage in each language, and what says the same in other words, as data in `wordings/`."""

from pathlib import Path

import pytest
import yaml
from dossier.claims.wording_differences import compare_wording, find_contradictions
from dossier.detect.claim_words import ClaimReader
from dossier.detect.languages import detectors_for

LANGUAGES = {
    file.stem: yaml.safe_load(file.read_text("utf-8"))
    for file in sorted((Path(__file__).parent / "wordings").glob("*.yml"))
}


def cases(key: str) -> list[tuple[str, str, str]]:
    return [(language, *pair) for language, pairs in LANGUAGES.items() for pair in pairs[key]]


def reader(language: str) -> ClaimReader:
    detectors = detectors_for(language)
    assert detectors is not None and detectors.claims is not None
    return detectors.claims


@pytest.mark.parametrize(("language", "statement", "passage"), cases("wrong"))
def test_a_contradiction_is_found(language: str, statement: str, passage: str) -> None:
    assert find_contradictions(statement, [passage], reader(language))


@pytest.mark.parametrize(("language", "statement", "passage"), cases("right"))
def test_other_words_for_the_same_contradict_nothing(language: str, statement: str, passage: str) -> None:
    assert [reason.message for reason in find_contradictions(statement, [passage], reader(language))] == []


@pytest.mark.parametrize(("language", "statement", "passage"), cases("wrong"))
def test_the_words_of_the_passage_contradict_nothing(language: str, statement: str, passage: str) -> None:
    assert find_contradictions(passage, [passage], reader(language)) == []
    assert list(compare_wording(statement, [statement], reader(language))) == []
