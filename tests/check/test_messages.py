"""Messages of findings are short, whatever the values in them."""

import pytest
from dossier.io.yaml_reader import read_yaml
from dossier.pipeline import MAX_MESSAGE, check_dossier

LONG_VALUES = (
    "x" * 3000,
    "500 words of Anna Brown on 3 May 2019 “here” " * 60,
    "-".join(["long"] * 300),
    "é` “`” [[actor:nobody|Nobody]] " * 100,
)


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
