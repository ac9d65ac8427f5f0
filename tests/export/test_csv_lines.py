"""Tests of the lines of CSV, compared with those that Python's own module writes."""

import csv
import io
from decimal import Decimal

import pytest
from dossier.export.csv_lines import csv_line

HOSTILE = (
    "",
    "a,b",
    'said "no"',
    '"',
    "two\nlines",
    "two\r\nlines",
    "\r",
    " spaces ",
    "\t",
    "a;b",
    "'",
    "=1+1",
    "\u2028",
)


@pytest.mark.parametrize("cell", [*HOSTILE, None, 0, -12])
def test_a_line_is_what_pythons_own_module_writes(cell):
    text = io.StringIO(newline="")
    csv.writer(text).writerow(["key", cell, "end"])
    assert csv_line(["key", cell, "end"]) == text.getvalue()


def test_numbers_and_booleans_are_as_table_schema_writes_them():
    assert csv_line([True, False, Decimal("1E+3"), Decimal("12.50")]) == "true,false,1000,12.50\r\n"
