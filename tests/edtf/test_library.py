"""The `edtf` library and our parser accept the same dates.

It is asked about a valid day in place of unspecified digits, with which it has trouble. It accepts what we leave out
on purpose: long, negative and other years outside 0001 to 9999.
"""

import itertools
import re

import edtf
import pytest
from dossier.edtf.parse import Edtf
from hypothesis import given
from hypothesis import strategies as st

PLACES = {"2019": 2, "2019-01": 4, "2019-01-26": 6}
QUALIFIERS = ["", "?", "~", "%"]
TIMES = [
    *("10:30:00", "00:00:00", "23:59:59", "24:00:00", "24:00:01", "25:00:00", "10:60:00", "10:30:60", "1:30:00"),
    *("10", "10:30", "10:30:00.5", "", ":", "103000"),
]
OFFSETS = [
    *("", "Z", "ZZ", "+01:00", "-05:30", "+01", "+14:00", "-14:00", "+14:01", "+14", "+13:59", "+15:00", "+00:00"),
    *("-00:00", "+00:30", "+00:59", "+00:60", "+24:00", "+1:00", "+0100", "+01:60", "+", "Z+01:00", "+00", "-13"),
]


def is_ours(text):
    try:
        Edtf.parse(text)
    except ValueError:
        return False
    return True


def qualify(date, qualifiers):
    """Return the date with a qualifier, or "", before and after each part."""
    parts = date.split("-")
    pairs = zip(qualifiers[::2], qualifiers[1::2], strict=True)
    return "-".join(f"{before}{part}{after}" for part, (before, after) in zip(parts, pairs, strict=True))


@pytest.mark.parametrize("date", PLACES)
def test_a_qualifier_is_accepted_at_the_same_places(date):
    texts = [qualify(date, places) for places in itertools.product(["", "?"], repeat=PLACES[date])]
    valid = [text for text in texts if edtf.is_valid_edtf(text)]
    assert len(valid) > 2
    assert [text for text in texts if is_ours(text)] == valid


@given(
    st.sampled_from(sorted(PLACES)).flatmap(
        lambda date: st.tuples(
            st.just(date), st.lists(st.sampled_from(QUALIFIERS), min_size=PLACES[date], max_size=PLACES[date])
        )
    )
)
def test_every_qualifier_is_accepted_at_the_same_places(case):
    text = qualify(*case)
    assert is_ours(text) == edtf.is_valid_edtf(text)


@pytest.mark.parametrize("time", TIMES)
def test_the_same_times_of_day_are_accepted(time):
    texts = [f"2019-01-26T{time}{offset}" for offset in OFFSETS]
    assert [text for text in texts if is_ours(text)] == [text for text in texts if edtf.is_valid_edtf(text)]


@given(st.from_regex(r"(2[0-4]|[01][0-9]):[0-6][0-9]:[0-6][0-9](Z|[+-][0-2][0-9](:[0-6][0-9])?)?", fullmatch=True))
def test_any_time_of_day_is_accepted_by_both_or_neither(time):
    text = f"2019-01-26T{time}"
    assert is_ours(text) == edtf.is_valid_edtf(text)


@pytest.mark.parametrize("qualifier", QUALIFIERS[1:])
@pytest.mark.parametrize("text", ["{}2019-01-26T10:30:00", "2019{}-01-26T10:30:00", "2019-01-26{}T10:30:00"])
def test_a_time_of_day_goes_with_no_qualifier(text, qualifier):
    text = text.format(qualifier)
    assert not is_ours(text) and not edtf.is_valid_edtf(text)


@given(st.from_regex(r"[0-9]{4}(-[0-3][0-9](-[0-3][0-9])?)?", fullmatch=True))
def test_the_same_calendar_dates_are_accepted(text):
    is_season = re.search(r"-(2[1-9]|3[0-9])$", text[:7])
    if not is_season and text[:4] != "0000":
        assert is_ours(text) == edtf.is_valid_edtf(text)


def test_unspecified_digits_take_qualifiers_at_the_same_places():
    every_place = list(itertools.product(["", "?"], repeat=6))
    valid = [places for places in every_place if edtf.is_valid_edtf(qualify("2019-02-21", places))]
    assert len(valid) > 2
    assert [places for places in every_place if is_ours(qualify("2019-02-2X", places))] == valid
