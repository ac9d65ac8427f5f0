"""The lists of the handbook say what the detectors do."""

import re
from pathlib import Path

import pytest
from dossier.detect.masks import MASK_REASONS, prepare_text
from dossier.detect.quantities import find_quantities, find_unread_digits

CHAPTER = Path(__file__).parents[2] / "generator/dossier/handbook/numbers.md"
FIGURES, MASKED, UNREAD = (
    re.findall(r"^\| `(.+?)` \| (.+?) \|$", table, re.MULTILINE)
    for table in CHAPTER.read_text("utf-8").split("## What is read")[1].split("| Written |")[1:]
)


@pytest.mark.parametrize(("text", "meaning"), FIGURES)
def test_a_figure_is_read_as_the_handbook_says(text: str, meaning: str) -> None:
    [mention] = find_quantities(text)
    assert mention.quantity.in_words() == meaning


@pytest.mark.parametrize(("text", "reason"), MASKED)
def test_digits_that_are_no_figure_have_a_reason(text: str, reason: str) -> None:
    assert find_quantities(text) == [] == find_unread_digits(text)
    assert [given for _, given in prepare_text(text).masked] == [reason]
    assert reason in MASK_REASONS


@pytest.mark.parametrize(("text", "why"), UNREAD)
def test_other_digits_are_not_understood(text: str, why: str) -> None:
    assert find_quantities(text) == []
    assert [text[bounds.start : bounds.end] for bounds in find_unread_digits(text)] == [text]


def test_every_reason_has_an_example_or_is_a_year() -> None:
    assert {reason for _, reason in MASKED} == {*MASK_REASONS} - {"year"}


def test_the_lists_are_long() -> None:
    assert (len(FIGURES), len(MASKED), len(UNREAD)) == (39, 17, 8)
