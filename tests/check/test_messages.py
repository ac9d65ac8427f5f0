"""Messages of findings: short, at the words, and one for each mistake."""

from collections import Counter

import pytest
from dossier.io.yaml_reader import read_yaml
from dossier.pipeline import MAX_MESSAGE, check_dossier

WIDTH = 120
"""The characters in a line of a terminal."""
LONG_VALUES = (
    "x" * 3000,
    "500 words of Anna Brown on 3 May 2019 “here” " * 60,
    "-".join(["long"] * 300),
    "é` “`” [[actor:nobody|Nobody]] " * 100,
)


def line_of(root, location):
    """Return the line of a finding, which must be in the file."""
    lines = (root / location.path).read_text("utf-8", errors="replace").split("\n")
    assert 1 <= location.line <= len(lines), location
    return lines[location.line - 1]


def test_a_message_takes_at_most_two_lines_and_points_at_words(case, run_case, base):
    _, findings = run_case(case)
    for finding in findings:
        assert len(str(finding)) <= 2 * WIDTH, finding
        column, line = finding.location.column, line_of(base, finding.location)
        before, words = line[: column - 1], line[column - 1 :]
        assert words[:1].strip(), f"{finding} points at no words"
        assert not (before[-1:].isalnum() and words[0].isalnum()), f"{finding} points into a word"


def test_a_mistake_has_one_finding(case, run_case):
    _, findings = run_case(case)
    counts = Counter(finding.location for finding in findings)
    assert [finding for finding in findings if counts[finding.location] > 1] == []


def scalars(value, path=()):
    """Yield the path of each scalar in a value."""
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in items:
            yield from scalars(inner, (*path, key))
    else:
        yield path


@pytest.mark.parametrize("file", ["numbers/gone-567", "actors/rolf-brandt", "quotes/good-day", "sources/ledger"])
def test_long_values_are_cut_in_messages(base, file):
    record = base / f"content/{file}.yml"
    text = record.read_text("utf-8")
    document = read_yaml(text, file)
    messages = []
    for path in scalars(document.value):
        line, column = document.positions.values[path]
        lines = text.split("\n")
        for value in LONG_VALUES:
            quoted = "'" + value.replace("'", "''") + "'"
            lines[line - 1] = f"{text.split(chr(10))[line - 1][: column - 1]}{quoted}"
            record.write_text("\n".join(lines), "utf-8")
            messages += [finding.message for finding in check_dossier(base).findings]
    assert len(messages) > 20
    assert [message for message in messages if len(message) > MAX_MESSAGE] == []
