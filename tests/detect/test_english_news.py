"""In English news of many kinds, nearly all names are found by their exact extent, without rank, office and party."""

import re
from pathlib import Path

import pytest
import yaml
from dossier.detect.en.named_entities import find_names

FILE = Path(__file__).with_name("english_news.yml")
GROUPS = {
    subject: sentences for group in yaml.safe_load(FILE.read_text("utf-8")) for subject, sentences in group.items()
}
MARKED = re.compile(r"\{([^}]*)\}")
LEAST = 0.9
"""The least share of the names that are found, and of those found that are right."""


def annotated(sentence: str) -> tuple[str, set[tuple[int, int]]]:
    """Return a sentence without the braces around names, and the spans of these."""
    spans = {
        (match.start() - 2 * index, match.end() - 2 * index - 2)
        for index, match in enumerate(MARKED.finditer(sentence))
    }
    return MARKED.sub(r"\1", sentence), spans


@pytest.mark.parametrize("subject", GROUPS)
def test_names_in_news_are_found_whole(subject: str) -> None:
    right = wrong = missed = 0
    for text, spans in map(annotated, GROUPS[subject]):
        found = {(mention.start, mention.end) for mention in find_names(text)}
        right, wrong, missed = right + len(found & spans), wrong + len(found - spans), missed + len(spans - found)
    assert right > 10
    assert right / (right + wrong) >= LEAST
    assert right / (right + missed) >= LEAST
