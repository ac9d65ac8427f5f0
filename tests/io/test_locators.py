"""The file of locators: what is written can be read again, and what is wrong has a finding at its line."""

import pytest
from dossier.io.locators import parse_locators, render_locators
from dossier.model.dossier import SourceText
from dossier.model.finding import Finding
from dossier.model.locator import Locator

LOCATORS = (Locator(0, "page", "iv", "", 4), Locator(40, "page", "1"), Locator(80, "row", "4", 'Sheet "é"'))


def test_written_locators_can_be_read():
    assert parse_locators(render_locators(LOCATORS), "seeds/a.locators.json", 100) == LOCATORS
    assert render_locators(LOCATORS).count(b"\n") == len(LOCATORS) + 2


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", 1),
        (b"[]", 1),
        (b"\xff", 1),
        (b'{"locators": 3}', 2),
        (b'{"locators": [\n[0, "page", "1"],\n[5, "folio", "2"]\n]}', 3),
        (b'{"locators": [\n[true, "page", "1"]\n]}', 2),
        (b'{"locators": [\n[0, "page", 1]\n]}', 2),
        (b'{"locators": [\n[0, "page", "iv", "", 0]\n]}', 2),
        (b'{"locators": [\n[0, "page", "iv", "", 4, 5]\n]}', 2),
        (b'{"locators": [\n[9, "page", "1"],\n[9, "page", "2"]\n]}', 3),
        (b'{"locators": [\n[100, "page", "1"]\n]}', 2),
        (b'{"locators": [\n[-1, "page", "1"]\n]}', 2),
        (b"[" * 100_000, 1),
    ],
)
def test_a_wrong_file_has_a_finding_at_its_line(data, line):
    finding = parse_locators(data, "seeds/a.locators.json", 100)
    assert isinstance(finding, Finding)
    assert (finding.location.path, finding.location.line) == ("seeds/a.locators.json", line)


@pytest.mark.parametrize(
    ("start", "end", "labels"),
    [(0, 10, ["iv"]), (39, 40, ["iv"]), (39, 41, ["iv", "1"]), (40, 41, ["1"]), (10, 100, ["iv", "1", "4"])],
)
def test_the_locators_of_a_span_are_those_it_is_in(start, end, labels):
    text = SourceText(file="a.txt", text="x" * 100, sha256="", locators=LOCATORS)
    assert [locator.label for locator in text.locate(start, end)] == labels
    assert SourceText(file="a.txt", text="x" * 100, sha256="").locate(start, end) == ()


def test_what_is_before_the_first_locator_has_none():
    text = SourceText(file="a.txt", text="x" * 100, sha256="", locators=LOCATORS[1:])
    assert text.locate(0, 10) == ()
