"""Dates with a limit: before, after, by, since."""

import pytest
from dossier.detect.limits import Limit, dates_within
from dossier.edtf.parse import Edtf

SIDES = [("[..", "]"), ("../", "")]


@pytest.mark.parametrize(
    ("side", "date", "expected"),
    [
        ("before", "2022-03-09", ["[..2022-03-08]", "../2022-03-08", "[..2022-03-09]", "../2022-03-09"]),
        ("after", "2019", ["[2020..]", "2020/..", "[2019..]", "2019/.."]),
        ("since", "2019-05", ["2019-05/..", "[2019-05..]", "2019-05"]),
        ("until", "2019-05", ["../2019-05", "[..2019-05]", "2019-05"]),
        ("by", "2019-05", ["[..2019-05]", "../2019-05"]),
        ("before", "[2019-01-21..2019-01-27]", [f"{a}{b}{c}" for b in ("2019-01-20", "2019-01-27") for a, c in SIDES]),
        ("before", "[2019-01-21,2019-01-27]", []),
        ("before", "0001-01-01", []),
        ("after", "9999-12-31", []),
    ],
)
def test_a_limit_gives_the_dates_that_it_may_be_written_as(side, date, expected):
    found = dates_within(Limit(side, is_near=False), Edtf.parse(date))
    assert [limited.text for limited in found] == expected
