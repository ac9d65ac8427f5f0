"""Dates for programs that know ISO 8601 alone are never more precise than their EDTF."""

import pytest
from dossier.edtf.format import iso_date, iso_interval
from dossier.edtf.parse import Edtf

DATES = [
    # EDTF, the date, how long it lasted
    ("2019-01-26", "2019-01-26", "2019-01-26"),
    ("2019-01", "2019-01", "2019-01"),
    ("2019", "2019", "2019"),
    ("2019-21", None, None),
    ("2019-21/2019-22", None, None),
    ("2019-02-2X", None, None),
    ("2019-01-21/2019-01-27", None, "2019-01-21/2019-01-27"),
    ("[2019-02-21,2019-02-28]", None, None),
    ("[2019-02-21..2019-02-28]", None, None),
    ("[2019-02-25..]", None, None),
    ("2019-02-25/..", None, "2019-02-25/.."),
    ("2019-02-25/", None, None),
    ("../2019-02-25", None, None),
    ("2019-01-26~", None, None),
    ("2019-01-26?", None, None),
    ("2019-01-26%", None, None),
    ("2019-01-26~/2019-01-28", None, None),
    ("2019-01/2019-02", None, "2019-01/2019-02"),
    ("XXXX-01-26", None, None),
]


@pytest.mark.parametrize(("text", "day", "interval"), DATES)
def test_a_date_is_left_out_or_widened_never_narrowed(text, day, interval):
    when = Edtf.parse(text)
    assert iso_date(when) == day
    assert iso_interval(when) == interval


def test_no_date_is_none():
    assert (iso_date(None), iso_interval(None)) == (None, None)
