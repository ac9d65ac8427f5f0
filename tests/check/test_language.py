"""Text in a language without rules of its own is never read by the rules for English."""

import hashlib

import pytest
from dossier.pipeline import check_dossier

TEXT = """El puerto

El 21 de enero de 2019 huyeron 10.000 soldados, el 12,5 % de ellos; quedaron 567.
"""
SOURCE = """title: El puerto
kind: news
language: {language}
text: puerto.txt
sha256: {sha256}
published:
  date: 2019-01-27
  basis: {{reasoning: It was handed in on that day.}}
grade: {{letter: C, reason: It is one report.}}
rights: {{show: whole, statement: Written for the tests.}}
summary: A report from the port.[^editor]
review: published
"""
NUMBER = """value: {value}
qualifier: exactly
unit: {unit}
{basis}measure: {{what: who fled}}
status: reported
summary: {summary}
passages: [{{source: puerto, exact: "{exact}"}}]
about: [event:walk-out]
review: published
"""
EVENT = """title: A flight
date: {date}
{basis}status: reported
summary: {summary}
passages: [{{source: puerto, exact: "El 21 de enero de 2019 huyeron"}}]
about: [event:walk-out]
review: published
"""
FIGURE_BASIS = "figure_basis: In Spanish, a full stop separates thousands.\n"


@pytest.fixture
def write(base):
    def write(path, text):
        (base / path).write_text(text, "utf-8", newline="\n")

    return write


@pytest.fixture
def with_source(write):
    def with_source(language):
        write("seeds/puerto.txt", TEXT)
        sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
        write("content/sources/puerto.yml", SOURCE.format(language=language, sha256=sha256))

    return with_source


@pytest.mark.parametrize(
    ("value", "unit", "exact", "basis", "summary", "rules"),
    [
        ("10000", "soldiers", "huyeron 10.000 soldados", "", "So many.", ["number-figure-mismatch"]),
        ("10", "soldiers", "huyeron 10.000 soldados", "", "So many.", ["number-figure-mismatch"]),
        ("567", "soldiers", "quedaron 567", "", "So many.", ["number-figure-mismatch"]),
        ("10000", "soldiers", "huyeron 10.000 soldados", FIGURE_BASIS, "So many.", []),
        ("10000", "soldiers", "huyeron 10.000 soldados", FIGURE_BASIS, "10,000 fled.", []),
        ("10000", "soldiers", "huyeron 10.000 soldados", FIGURE_BASIS, "11,000 fled.", ["prose-figure-unsupported"]),
        ("12.5", "percent", "el 12,5 %", "", "So many.", ["number-figure-mismatch"]),
    ],
)
def test_a_figure_in_another_language_takes_a_basis(
    with_source, write, base, value, unit, exact, basis, summary, rules
):
    with_source("es")
    write(
        "content/numbers/case.yml",
        NUMBER.format(value=value, unit=unit, exact=exact, basis=basis, summary=summary),
    )
    found = check_dossier(base).findings
    assert [finding.rule for finding in found] == rules
    assert all("`es`" in finding.message for finding in found)


@pytest.mark.parametrize(
    ("date", "basis", "summary", "rules"),
    [
        ("2019-01-21", "", "They fled.", ["missing-date-basis"]),
        ("2019-01-21", "basis: {phrase: 21 de enero de 2019}\n", "They fled.", ["date-mismatch"]),
        ("2019-01-21", "basis: {phrase: 21 de enero de 2019, reasoning: Enero is January.}\n", "They fled.", []),
        (
            "2019-01-21",
            "basis: {phrase: 21 de enero de 2019, reasoning: Enero.}\n",
            "They fled on 21 January 2019.",
            [],
        ),
        (
            "2019-01-21",
            "basis: {phrase: 21 de enero de 2019, reasoning: Enero.}\n",
            "They fled on 22 January 2019.",
            ["prose-date-unsupported"],
        ),
    ],
)
def test_a_date_in_another_language_takes_a_reasoning(with_source, write, base, date, basis, summary, rules):
    with_source("es")
    write("content/events/case.yml", EVENT.format(date=date, basis=basis, summary=summary))
    found = check_dossier(base).findings
    assert [finding.rule for finding in found] == rules
    assert all("`es`" in finding.message for finding in found)


def test_english_of_any_country_is_read(with_source, write, base):
    with_source("en-GB")
    text = NUMBER.format(value="567", unit="soldados", exact="quedaron 567", basis="", summary="So many.")
    write("content/numbers/case.yml", text)
    assert list(check_dossier(base).findings) == []


def test_a_figure_that_can_be_read_in_two_ways_takes_a_basis(with_source, write, base):
    with_source("en")
    text = NUMBER.format(
        value="10000", unit="soldiers", exact="huyeron 10.000 soldados", basis="{basis}", summary="So many."
    )
    write("content/numbers/case.yml", text.replace("{basis}", ""))
    [finding] = check_dossier(base).findings
    assert finding.rule == "number-figure-mismatch"
    assert "can be read in several ways: add `figure_basis`" in finding.message
    write("content/numbers/case.yml", text.replace("{basis}", FIGURE_BASIS))
    assert list(check_dossier(base).findings) == []
