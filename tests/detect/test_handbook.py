"""The lists of the handbook say what the detectors do."""

import re
from pathlib import Path

import pytest
from dossier.check.run import RULE_DOCS
from dossier.detect.abilities import ABILITIES, degree_of
from dossier.detect.en.masks import MASK_REASONS, prepare_text
from dossier.detect.en.quantities import find_quantities, find_unread_digits
from dossier.detect.en.relative_dates import resolve_relative_date
from dossier.detect.languages import LANGUAGES, detectors_for
from dossier.edtf.parse import Edtf

HANDBOOK = Path(__file__).parents[2] / "generator/dossier/handbook"
REPORT = Edtf.parse("2021-11-12")


def _tables(chapter: str) -> list[list[tuple[str, str]]]:
    """Return the rows of each table of what is read."""
    tables = (HANDBOOK / chapter).read_text("utf-8").split("## What is read")[1].split("| Written |")[1:]
    return [re.findall(r"^\| `(.+?)` \| (.+?) \|$", table, re.MULTILINE) for table in tables]


FIGURES, MASKED, UNREAD = _tables("numbers.md")
[DATES] = _tables("dates.md")


@pytest.mark.parametrize(("phrase", "meaning"), DATES)
def test_a_date_is_read_as_the_handbook_says(phrase: str, meaning: str) -> None:
    date = resolve_relative_date(phrase, REPORT)
    assert (f"`{date}`" if date is not None else "not understood") == meaning


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
    assert (len(FIGURES), len(MASKED), len(UNREAD), len(DATES)) == (39, 18, 10, 35)


COLUMNS = {
    "figures": "figures in digits and words",
    "names": "names in statements",
    "speakers": "who speaks",
    "status": "planned or reported",
    "claims": "“not”, “may”",
    "relations": "the types of relations",
    "units": "units and measures",
    "words": "other verbs and nouns",
    "drafts": "drafts",
}
"""How the row of each ability begins in the table of languages."""


@pytest.mark.parametrize("ability", ABILITIES, ids=lambda ability: ability.id)
def test_the_table_of_languages_says_what_is_read(ability) -> None:
    table = (HANDBOOK / "sources.md").read_text("utf-8").split("## Language\n")[1]
    header, _, *rows = re.findall(r"^\|.*\|$", table, re.MULTILINE)
    [row] = [row for row in rows if row.startswith(f"| {COLUMNS[ability.id]}")]
    languages = [re.findall(r"\(?`(\w+)`\)?", cell) for cell in header.split("|")[2:-1]]
    assert sorted(language for column in languages for language in column) == sorted(LANGUAGES)
    for column, cell in zip(languages, row.split("|")[2:-1], strict=True):
        for language in column:
            assert cell.strip().split(":")[0] == degree_of(ability, detectors_for(language))


def test_the_rules_of_each_ability_exist() -> None:
    rules = {rule.id for rule in RULE_DOCS}
    assert [rule for ability in ABILITIES for rule in ability.rules if rule not in rules] == []
