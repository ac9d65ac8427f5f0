"""The limits of EDTF dates: their length, and the first and last day of sets with an open or unknown member."""

from datetime import date

import pytest
from dossier.edtf.parse import MAX_LENGTH, Edtf


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("[..2019-01-01,2019-02-01]", None, date(2019, 2, 1)),
        ("[2019-01-01,2019-02-01..]", date(2019, 1, 1), None),
        ("{2019,XXXX}", None, None),
    ],
)
def test_a_set_with_an_open_or_unknown_member_is_open_at_that_end(text, earliest, latest):
    parsed = Edtf.parse(text)
    assert (parsed.earliest, parsed.latest) == (earliest, latest)


def test_a_date_of_the_greatest_length_is_read_and_a_longer_one_refused():
    assert str(Edtf.parse("2019".ljust(MAX_LENGTH))) == "2019"
    with pytest.raises(ValueError, match=f"at most {MAX_LENGTH} characters"):
        Edtf.parse("2019".ljust(MAX_LENGTH + 1))
