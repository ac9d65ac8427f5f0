"""An EDTF date has a first and a last day; invalid text is refused, and dates sort."""

import json
from datetime import date

import pytest
from dossier.edtf.parse import EXAMPLES, Edtf
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

steady = settings(derandomize=True, deadline=None)

# EDTF, its first day, its last day; "-" is an open or unknown end.
VALID = """
2019                              2019-01-01  2019-12-31
2019-01                           2019-01-01  2019-01-31
2019-02                           2019-02-01  2019-02-28
2020-02                           2020-02-01  2020-02-29
2019-01-26                        2019-01-26  2019-01-26
2020-02-29                        2020-02-29  2020-02-29
0001                              0001-01-01  0001-12-31
9999-12-31                        9999-12-31  9999-12-31
2019-01-26T10:00:00Z              2019-01-26  2019-01-26
2019-01-26T10:00:00               2019-01-26  2019-01-26
2019-01-26T10:00:00-04:00         2019-01-26  2019-01-26
2019?                             2019-01-01  2019-12-31
2019-01~                          2019-01-01  2019-01-31
2019-01-26%                       2019-01-26  2019-01-26
2019-01-~20                       2019-01-20  2019-01-20
2019-?01-20                       2019-01-20  2019-01-20
2019~-01-20                       2019-01-20  2019-01-20
?2019-01-~20                      2019-01-20  2019-01-20
2019-01?-20                       2019-01-20  2019-01-20
2019-01-2X                        2019-01-20  2019-01-29
2019-01-2X?                       2019-01-20  2019-01-29
2019-01-3X                        2019-01-30  2019-01-31
2019-04-3X                        2019-04-30  2019-04-30
2019-01-0X                        2019-01-01  2019-01-09
2019-02-2X                        2019-02-20  2019-02-28
2020-02-2X                        2020-02-20  2020-02-29
2019-01-X1                        2019-01-01  2019-01-31
2019-01-XX                        2019-01-01  2019-01-31
2019-XX                           2019-01-01  2019-12-31
2019-XX-XX                        2019-01-01  2019-12-31
2019-XX-26                        2019-01-26  2019-12-26
2019-XX-31                        2019-01-31  2019-12-31
2019-0X                           2019-01-01  2019-09-30
2019-1X                           2019-10-01  2019-12-31
2019-X3                           2019-03-01  2019-03-31
201X                              2010-01-01  2019-12-31
201X-02-29                        2012-02-29  2016-02-29
20XX                              2000-01-01  2099-12-31
2X19                              2019-01-01  2919-12-31
000X                              0001-01-01  0009-12-31
XXXX                              -           -
XXXX-12-25                        -           -
2019-21                           2019-03-01  2019-05-31
2019-22                           2019-06-01  2019-08-31
2019-24                           2019-12-01  2020-02-29
2019-23~                          2019-09-01  2019-11-30
2019-29                           2019-09-01  2019-11-30
2019-33                           2019-01-01  2019-03-31
2019-41                           2019-07-01  2019-12-31
2019-01-20/2019-01-26             2019-01-20  2019-01-26
2019-01/2019-02                   2019-01-01  2019-02-28
2019-01-20/2019                   2019-01-20  2019-12-31
2019~/2020?                       2019-01-01  2020-12-31
2019-02-2X/2019-03                2019-02-20  2019-03-31
2019-21/2019-22                   2019-03-01  2019-08-31
2019-01-26/2019-01-26             2019-01-26  2019-01-26
2019-02-23/..                     2019-02-23  -
2019-02-23/                       2019-02-23  -
2019-02-2X/..                     2019-02-20  -
../2019-02-23                     -           2019-02-23
/2019-02-23                       -           2019-02-23
[2019-02-21,2019-02-28]           2019-02-21  2019-02-28
[2019-02-28,2019-02-21]           2019-02-21  2019-02-28
{2019-01-10,2019-01,2019-02-23}   2019-01-01  2019-02-23
[..2019-02-28]                    -           2019-02-28
[2019-02-28..]                    2019-02-28  -
[2019-02-21..2019-02-23,2019-03]  2019-02-21  2019-03-31
{2018..2019}                      2018-01-01  2019-12-31
[2019-01-2X,2019-02-01~]          2019-01-20  2019-02-01
""".strip().splitlines()

INVALID = {
    "2019-02-30": "2019-02-30: February 2019 has 28 days",
    "2019-02-29": "2019-02-29: February 2019 has 28 days",
    "2019-04-31": "2019-04-31: April 2019 has 30 days",
    "2019-02-3X": "2019-02-3X: February 2019 has 28 days",
    "2019-01-00": "2019-01-00: there is no day 00 in such a month",
    "XXXX-02-30": "XXXX-02-30: there is no day 30 in such a month",
    "2019-13": "2019-13: there is no month 13; months run from 01 to 12, seasons from 21 to 41",
    "2019-00-10": "2019-00-10: there is no month 00; months run from 01 to 12, seasons from 21 to 41",
    "2019-4X": "2019-4X: there is no month 4X; months run from 01 to 12, seasons from 21 to 41",
    "2019-21-05": "2019-21-05: there is no month 21; months run from 01 to 12, seasons from 21 to 41",
    "0000": "0000: years run from 0001 to 9999",
    "-0001": "-0001: years run from 0001 to 9999",
    "Y12019": "Y12019: years run from 0001 to 9999",
    "Y-17E7": "Y-17E7: years run from 0001 to 9999",
    "12019-01-01": "12019-01-01: years run from 0001 to 9999",
    "9999-24": "9999-24: years run from 0001 to 9999",
    "0000-21": "0000-21: years run from 0001 to 9999",
    "2019-1-2": "2019-1-2: write 2019-01-02",
    "2019-1": "2019-1: write 2019-01",
    "2019-1-2/2019-1-5": "2019-1-2/2019-1-5: write 2019-01-02/2019-01-05",
    "20190126": "20190126: write 2019-01-26",
    "26 January 2019": "26 January 2019: write it in EDTF, as 2019-01-26",
    "January 26, 2019": "January 26, 2019: write it in EDTF, as 2019-01-26",
    "Jan. 6, 2019": "Jan. 6, 2019: write it in EDTF, as 2019-01-06",
    "May 2018": "May 2018: write it in EDTF, as 2018-05",
    "2019/open": "2019/open: write it in EDTF, as 2019/..",
    "unknown/2019": "unknown/2019: write it in EDTF, as /2019",
    "2019-01-uu": "2019-01-uu: write 2019-01-XX",
    "2019-01-2x": "2019-01-2x: write 2019-01-2X",
    "2019 / 2020": "2019 / 2020: write 2019/2020",
    "2019–01": "2019–01: write 2019-01",
    "[2019-01-26]": "[2019-01-26]: write 2019-01-26",
    "2019-01-26T10:00": "2019-01-26T10:00: write 2019-01-26T10:00:00",
    "2020-01/2019-01": "2020-01/2019-01: it ends before it starts; write 2019-01/2020-01",
    "[2019-03..2019-01]": "[2019-03..2019-01]: it ends before it starts; write 2019-01..2019-03",
    "..": "..: write it in EDTF, as one of",
    "/": "/: it needs a date at one end at least, such as 2019-02-23/..",
    "../..": "../..: it needs a date at one end at least, such as 2019-02-23/..",
    "[..]": "[..]: it needs a date at one end at least, such as 2019-02-23/..",
    "2019-01-26T10:00:00Z/2019-02": "only a single date may have a time of day; leave it out",
    "2019-01-26T25:00:00Z": "write it in EDTF, as one of",
    "2019T10:00:00Z": "write it in EDTF, as one of",
    "2019??": "2019??: write it in EDTF, as one of 2019-01-26, ",
    "?2019?-01": "write it in EDTF, as one of",
    "1950S2": "write it in EDTF, as one of",
    "2019-21^x": "write it in EDTF, as one of",
    "2019/2020/2021": "write it in EDTF, as one of",
    "[2019,2020}": "write it in EDTF, as one of",
    "[2019,]": "write it in EDTF, as one of",
    "{}": "{}: write it in EDTF, as one of",
    "26 Foo 2019": "write it in EDTF, as one of",
    "30 February 2019": "write it in EDTF, as one of",
    "26/01/2019": "write it in EDTF, as one of",
    "２０１９": "write it in EDTF, as one of",
    "soon": "soon: write it in EDTF, as one of",
    "": "nothing: write it in EDTF, as one of",
    "2019," * 300: "a date has at most 1000 characters",
}

ORDER = """
2018 2019-01-10 2019-01-10~ 2019-01-10/2019-01-12 2019-01-10/.. 2019-01-2X? 2019-01-21 ../2018 /2018 ../2019 XXXX
"""


def day_or_none(text: str) -> date | None:
    return None if text == "-" else date.fromisoformat(text)


@pytest.mark.parametrize("line", VALID)
def test_a_date_knows_its_first_and_last_day(line: str) -> None:
    text, earliest, latest = line.split()
    parsed = Edtf.parse(text)
    assert (str(parsed), parsed.earliest, parsed.latest) == (text, day_or_none(earliest), day_or_none(latest))


@pytest.mark.parametrize(("text", "message"), INVALID.items())
def test_what_is_no_date_is_refused_with_what_would_be(text: str, message: str) -> None:
    with pytest.raises(ValueError) as refused:
        Edtf.parse(text)
    assert message in str(refused.value)


def test_the_library_prints_nothing_while_it_parses(capsys: pytest.CaptureFixture[str]) -> None:
    for text in ("2019-0X~", "2019-?0X", "2019-XX-?3X"):
        Edtf.parse(text)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("text", EXAMPLES)
def test_the_examples_are_dates(text: str) -> None:
    assert Edtf.parse(text).text == text


@pytest.mark.parametrize(
    ("text", "canonical"),
    [(" 2019-01 ", "2019-01"), ("[2019-02-21, 2019-02-28]", "[2019-02-21,2019-02-28]"), ("2019\n", "2019")],
)
def test_white_space_around_a_date_and_after_a_comma_is_dropped(text: str, canonical: str) -> None:
    assert Edtf.parse(text) == Edtf.parse(canonical)
    assert Edtf.parse(text).text == canonical


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("2019", False, False),
        ("2019?", True, False),
        ("2019-01-~20", False, True),
        ("2019%", True, True),
        ("2019~/2020?", True, True),
        ("[2019,2020~]", False, True),
    ],
)
def test_qualifiers_are_seen_wherever_they_stand(text: str, uncertain: bool, approximate: bool) -> None:
    parsed = Edtf.parse(text)
    assert (parsed.uncertain, parsed.approximate) == (uncertain, approximate)


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("2019-01-27", "Sunday"),
        ("2019-01-28", "Monday"),
        ("2019-02-28~", "Thursday"),
        ("2019-01-26T10:00:00Z", "Saturday"),
        ("2019-04-3X", "Tuesday"),
        ("2019-01-2X", None),
        ("2019-01", None),
        ("2019-01-26/2019-01-26", None),
        ("[2019-02-21,2019-02-28]", None),
        ("{2019-02-21,2019-02-21}", None),
        ("XXXX-12-25", None),
        ("XXXX", None),
    ],
)
def test_a_single_day_has_a_weekday(text: str, weekday: str | None) -> None:
    assert (Edtf.parse(text).weekday, Edtf.parse(text).is_day) == (weekday, weekday is not None)


def test_sets_say_whether_one_or_all_are_meant() -> None:
    dates = [Edtf.parse(text) for text in ("[2019,2020]", "{2019,2020}", "2019/2020")]
    assert [(parsed.is_one_of, parsed.is_all_of) for parsed in dates] == [(True, False), (False, True), (False, False)]


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("2019-01", "2019-01-31", "2019-02-01"),
        ("2019-01-2X", "2019-01-29", "2019-01-30"),
        ("2019-XX-26", "2019-07-26", "2019-07-27"),
        ("2019-01-X1", "2019-01-11", "2019-01-12"),
        ("XXXX-12-25", "1999-12-25", "1999-12-26"),
        ("[2019-02-21,2019-02-28]", "2019-02-28", "2019-02-24"),
        ("2019-02-23/..", "2024-01-01", "2019-02-22"),
        ("../2019-02-23", "1824-01-01", "2019-02-24"),
        ("2019-24", "2020-01-15", "2019-01-15"),
        ("2019-01-2X/2019-02-03", "2019-01-31", "2019-02-04"),
    ],
)
def test_a_date_overlaps_the_days_it_may_mean(text: str, inside: str, outside: str) -> None:
    assert Edtf.parse(text).overlaps(Edtf.parse(inside))
    assert not Edtf.parse(text).overlaps(Edtf.parse(outside))


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        ("2019-01", "2019-01-31", True),
        ("2019-01", "2019-02", False),
        ("2019-01/2019-02", "2019-02/2019-03", True),
        ("2019-02-23/..", "2020", True),
        ("2019-02-23/..", "2018", False),
        ("../2018", "2019-02-23/..", False),
        ("[2019-02-21,2019-02-28]", "2019-02-24", False),
        ("[2019-02-21,2019-02-28]", "2019-02-28~", True),
        ("2019-XX-26", "2019-03-25", False),
        ("XXXX", "2019", True),
    ],
)
def test_dates_overlap_in_either_order(first: str, second: str, overlap: bool) -> None:
    assert Edtf.parse(first).overlaps(Edtf.parse(second)) is overlap
    assert Edtf.parse(second).overlaps(Edtf.parse(first)) is overlap


def test_dates_sort_by_first_day_then_last_day_then_text_and_unknown_ones_last() -> None:
    assert [str(parsed) for parsed in sorted(map(Edtf.parse, reversed(ORDER.split())))] == ORDER.split()


def test_dates_are_values() -> None:
    assert {Edtf.parse("2019"), Edtf.parse("2019 "), Edtf.parse("2019~")} == {Edtf.parse("2019~"), Edtf.parse("2019")}
    assert Edtf.parse("2019") <= Edtf.parse("2019") < Edtf.parse("2020")
    assert repr(Edtf.parse("2019-01")) == "Edtf('2019-01')"
    with pytest.raises(AttributeError):
        Edtf.parse("2019").text = "2020"  # type: ignore[misc]


class Dated(BaseModel):
    date: Edtf


def test_pydantic_reads_a_date_from_text_and_writes_it_as_text() -> None:
    dated = Dated.model_validate({"date": "2019-01-2X"})
    assert dated.date == Edtf.parse("2019-01-2X") == Dated(date=dated.date).date
    assert dated.model_dump() == {"date": "2019-01-2X"} == json.loads(dated.model_dump_json())
    assert Dated.model_validate_json('{"date": "2019-01-2X"}') == dated


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("2019-02-30", "February 2019 has 28 days"),
        (2019, "write a date as text in EDTF, such as 2019-01-26"),
        (["2019-01-26", "2019-01-27"], 'put a set of dates in quotation marks: "[2019-01-26,2019-01-27]"'),
        ({"2019-01-26": "", "2019-01-27": ""}, 'put a set of dates in quotation marks: "{2019-01-26,2019-01-27}"'),
    ],
)
def test_pydantic_reports_one_error_for_an_invalid_date(value: object, message: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Dated.model_validate({"date": value})
    assert [message in error["msg"] for error in refused.value.errors()] == [True]


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_the_json_schema_is_a_described_string(mode: str) -> None:
    schema = TypeAdapter(Edtf).json_schema(mode=mode)  # type: ignore[arg-type]
    assert (schema["type"], schema["examples"]) == ("string", list(EXAMPLES))
    assert "EDTF" in schema["description"]


EDTF_LIKE = st.text(alphabet="0129X-?~%/.,[]{}TZ: ", max_size=24)
ENDS = st.sampled_from(["2019", "2019-01", "201X", "2019-01-2X", "2019-01-26~", "2019-XX-26", "2019-24", "..", ""])
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@steady
@given(st.text() | EDTF_LIKE | st.builds("{}/{}".format, ENDS, ENDS) | st.builds("[{}..{}]".format, ENDS, ENDS))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    try:
        parsed = Edtf.parse(text)
    except ValueError as refused:
        assert str(refused).partition(": ")[2]
    else:
        assert parsed.earliest is None or parsed.latest is None or parsed.earliest <= parsed.latest
        assert Edtf.parse(str(parsed)) == parsed


@steady
@given(DAYS)
def test_a_plain_date_is_itself(day: date) -> None:
    parsed = Edtf.parse(day.isoformat())
    assert (parsed.earliest, parsed.latest, parsed.is_day) == (day, day, True)
    assert str(parsed) == day.isoformat()


@steady
@given(DAYS, DAYS)
def test_days_sort_as_dates_do(one: date, other: date) -> None:
    assert (Edtf.parse(one.isoformat()) < Edtf.parse(other.isoformat())) is (one < other)
