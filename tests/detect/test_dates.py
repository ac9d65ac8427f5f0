"""Calendar expressions are found whole and in order, and resolve to the days that readers would name."""

from datetime import date
from pathlib import Path
from random import Random

import pytest
from dossier.detect.date_mentions import DateMention
from dossier.detect.en.dates import find_dates, weekdays_in
from dossier.detect.en.relative_dates import resolve_relative_date
from dossier.edtf.parse import Edtf
from hypothesis import find, given, settings
from hypothesis import strategies as st

SEEDS = Path(__file__).parents[2] / "seeds"
steady = settings(derandomize=True, deadline=None)

# Every calendar expression of each source text, in order.
IN_SEEDS = {
    "000_8cb8750a846bfe84.txt": ["Sunday", "January 21", "2019-01-30"],
    "001_47daaf819a8103a3.txt": ["January 29", "last year"],
    "002_d0b3b57a2e2f972e.txt": ["this weekend", "December 15, 2024"],
    "003_dd666ddaa317e735.txt": [
        *("January 27, 2019", "January 27, 2019", "Jan. 26", "June 8, 2016", "13 April, 2007", "Last week"),
        *("Just days after", "2013", "Jan. 10", "May 2018", "Jan. 11", "Jan. 13", "Jan. 23", "Jan. 23", "Jan. 26"),
        *("this year", "Jan. 26", "March 12, 2015", "Jan. 24", "Jan. 23", "Jan. 25", "Jan. 26", "Jan. 26"),
    ],
    "004_5988b86e951c5c96.txt": ["February 25, 2019", "Thursday"],
}

# Calendar expressions are marked by ‹ and ›.
TEXTS = """
It was published ‹January 27, 2019› Updated: ‹January 27, 2019›
on ‹27 January 2019›, on ‹27th January 2019›
the ‹13 April, 2007› ceremony and the ‹5th of July, 1811› act
‹Jan. 26›, Col. Silva; ‹Jan 26› too; ‹Sept. 5›; ‹Sept 5›; ‹SEPT. 5›; ‹Dec. 31›
On ‹January 21› a unit; on ‹January 21st› a unit; on ‹JANUARY 21, 2019›
in Caracas on ‹March 12, 2015›.(Federico Parra)
‹Sunday, January 27, 2019› and ‹Thursday, Jan. 24› and ‹Sun, 27 Jan 2019›
a ‹May 2018› election, ‹May of 2018›, ‹January, 2019›, ‹Feb. 2019›
‹May 5› and ‹5 May› and ‹May 5, 2018› and ‹MAY 5›
In ‹May›, since ‹May›, by ‹March›, mid-‹March›, late ‹May›, early ‹March›, in ‹Jan.›
May God help them. May I? They may march. March on Caracas! A march in may
Theresa May 500 votes; Jane and Janet; Marchers; Mayor; Decal; Augusto; Junes
They left in ‹January› and ‹August›; in Jan Egeland's words
Jan. Smith; Mar. Silva
in ‹2013› and, ‹2014›; (‹2015›) since ‹2016›. The ‹2018› vote; ‹2013›'s
‹2013›-‹2015›, ‹2018-19›, mid-‹2013›, the ‹1990s›
1,913 and 2013.5 and $2013 and 2013% and 12013 and 20133 and 1850 and 2150 and 19,2013
#2013 and @2013 and user2013 and 2013/4 and 555-2013 and 2013-555 and B-2013
more than 2000 were there; over 2000; 2000 soldiers; at least 1999
1950 Pennsylvania Avenue; 2000 Main St; In ‹2019› Wall Street fell
https://example.com/2019/news/sunday www.example.com/2013 may2013@example.com
https://example.com/Sunday?in=January&when=today and Friday@example.com and www.example.com/last-year/Monday
in Jan. ‹5 May 2018›
‹5 May› 5 or more
https://example.com/news/‹2019-01-30›/defectors and https://example.com/‹2019/01/30›/news
‹2019-01-30›, ‹2019-01-30›T10:00:00Z, but 2019-13-30, 2019-01-32 and 2019-01-30-5
‹1/27/2019› and ‹27/01/2019› and ‹02/01/2019› but 1/27/19 and 40/01/2019
told CNN on ‹Sunday› and ‹Thursday›, ‹Monday›'s and ‹FRIDAY›, not Sundays or sunday
‹last Sunday›, ‹next Monday›, ‹this Friday›, ‹last January›, ‹next May›, ‹Last March›, this may
‹Last week›, ‹last week›'s, ‹this week›, ‹next week›, ‹last month›, ‹next month›, ‹this month›
‹last year›’s elections, ‹this year›, ‹next year›, later ‹that year›
‹this weekend›, ‹the weekend›, over ‹the weekend›, ‹last weekend›, ‹next weekend›
‹yesterday›, ‹today›, ‹tomorrow›, ‹Yesterday›, ‹tonight›, ‹last night›, ‹this morning›
‹that day›, ‹the same day›, ‹the next day›, ‹the following day›, ‹the day before›, ‹the day after tomorrow›
‹Just days after› the vote; ‹days later›; ‹a few days after›; ‹years ago›; ‹weeks before›
‹two days later›, ‹30 days after›, ‹three weeks ago›, ‹a year ago›, ‹ten years earlier›, ‹72 hours after›
within 30 days; in eight days; 72 hours; for two weeks; over 2 years; in the next 2 years
recently, recent broadcast, now, soon, so far, in recent weeks, over the years, every day, the day that
8:30 AM; at 10:00; 12:30 p.m.; 6 divisions; 10 million
the last year of it; over the past year; in the last week; by the next month; for the last month
‹January 27,2019›; ‹Feb. 22-23›; ‹Feb. 22 – 23, 2019›; ‹22-23 February 2019›
‹January› 8:30; ‹January› 5%; ‹January› 100
in ‹Q3 2021›, ‹H1 of 2020›, the ‹third quarter of 2021›, ‹first-half 2019›; Q3 sales; the third quarter
the ‹2019-20› season, ‹2019/20› and ‹2019–20›, ‹1999-00›; ‹2018-22›; ‹2019›-12; ‹2011-12›; 2019/25; room 2019-20-1
fiscal ‹2020›, fiscal year ‹2020›, financial year ‹2019-20›, tax year ‹2019/20›, FY ‹2020›; FY2020; FY20
on ‹Boxing Day›, ‹Christmas Eve 2017›, ‹New Year’s Day›, ‹St. Patrick's Day›, ‹Good Friday 2018›, ‹Easter Monday›
at Christmas; Good Fridays; ‹a fortnight ago›; ‹overnight›; mid-‹March›, early ‹2019›, the end of ‹January›
On ‹3 and 4 March› and ‹March 29th and 30th›; ‹3, 4 and 5 March 2019›; between ‹3 and 5 March›
On ‹March 3› and 4 soldiers; on ‹March 3› and 4 people; ‹March 3 and 4› in Paris; on ‹January 21›, 25 soldiers
"""

WRAPPED = [
    "‹January\n27, 2019›",
    "‹January›\n\n27, ‹2019›",
    "‹January\u00a027,\u00a02019›",
    "‹last\n  week›",
    "last\n\nweek",
]

DAY = "2019-01-27"  # A Sunday.
MEANINGS = f"""
January 27, 2019       | {DAY}                 | 2019-01-27
Sunday, 27 Jan 2019    | {DAY}                 | 2019-01-27
5 July 1811            | XXXX                  | 1811-07-05
13 April, 2007         | {DAY}                 | 2007-04-13
news/2019-01-30/army   | {DAY}                 | 2019-01-30
1/27/2019              | {DAY}                 | 2019-01-27
27/1/2019              | {DAY}                 | 2019-01-27
02/02/2019             | {DAY}                 | 2019-02-02
02/01/2019             | {DAY}                 | [2019-01-02,2019-02-01]
February 30, 2019      | {DAY}                 | -
February 30            | {DAY}                 | -
13/14/2019             | {DAY}                 | -
May 2018               | {DAY}                 | 2018-05
2013                   | {DAY}                 | 2013
the 1990s              | {DAY}                 | 199X
published Jan. 26      | {DAY}                 | 2019-01-26
On January 21          | 2019-01-30            | 2019-01-21
December 31            | {DAY}                 | 2018-12-31
July 28                | {DAY}                 | 2019-07-28
July 29                | {DAY}                 | 2018-07-29
July 30                | {DAY}                 | 2018-07-30
Feb. 22-23             | 2019-02-26            | 2019-02-22/2019-02-23
Q3 2021                | 2019                  | 2021-35
third quarter of 2021  | 2019                  | 2021-35
H2 2021                | 2019                  | 2021-41
the first half of 2021 | 2019                  | 2021-40
the 2019-20 season     | 2019                  | 2019/2020
2019/20                | 2019                  | 2019/2020
1999-00                | 2019                  | 1999/2000
2011-12                | 2019                  | [2011-12,2011..2012]
1999–2000              | 2019                  | 1999/2000
2018-22                | 2019                  | 2018/2022
fiscal 2020            | 2019                  | -
fiscal year 2019-20    | 2019                  | -
FY2019/20              | 2019                  | -
fiscal Q3 2021         | 2019                  | -
Boxing Day             | 2019-03-01            | 2018-12-26
Boxing Day 2017        | 2019-03-01            | 2017-12-26
Christmas Eve          | 2019-11-01            | 2019-12-24
New Year’s Eve         | 2019-01-02            | 2018-12-31
Good Friday 2018       | 2019-03-01            | 2018-03-30
Good Friday            | 2019-05-01            | 2019-04-19
Easter Monday          | 2022-04-20            | 2022-04-18
Easter Sunday 2025     | 2022-04-20            | 2025-04-20
overnight              | 2019-03-01            | [2019-02-28..2019-03-01]
a fortnight ago        | 2019-03-01            | [2019-02-15..2019-03-01]
22–23 February 2020    | 2019-02-26            | 2020-02-22/2020-02-23
Feb. 23-22             | 2019-02-26            | -
July 2                 | 2019-01-01            | 2019-07-02
July 2                 | 2020-01-01            | 2019-07-02
Feb. 29                | {DAY}                 | 2020-02-29
Feb. 29                | 1900                  | 1904-02-29
January 21             | 2019-01               | 2019-01-21
January 21             | 2018/2019             | [2018-01-21,2019-01-21]
January 21             | 199X/2019             | [1990-01-21..2019-01-21]
on Sunday              | {DAY}                 | 2019-01-27
on Sunday              | 2019-01-30            | 2019-01-27
Sunday's warning       | 2019-01-28            | 2019-01-27
Monday                 | {DAY}                 | 2019-01-21
reported Thursday      | 2019-03-01            | 2019-02-28
reported Thursday      | 2019-02-28            | 2019-02-28
reported Thursday      | 2019-02-25/2019-03-02 | [2019-02-21,2019-02-28]
reported Thursday      | 2019-02               | [2019-01-31,2019-02-07,2019-02-14,2019-02-21,2019-02-28]
reported Thursday      | 2019                  | [2018-12-27..2019-12-26]
Thursday               | 2019-02-23/..         | -
last Sunday            | {DAY}                 | 2019-01-20
last Sunday            | 2019-01-28            | 2019-01-27
last Friday            | {DAY}                 | [2019-01-18,2019-01-25]
laſt Sunday            | {DAY}                 | 2019-01-27
past Friday            | 2019-01-23            | 2019-01-18
this Friday            | {DAY}                 | 2019-01-25
this Friday            | 2019-01-22            | 2019-01-25
next Monday            | {DAY}                 | 2019-01-28
next Friday            | 2019-01-22            | [2019-01-25,2019-02-01]
coming Tuesday         | 2019-01-22            | 2019-01-29
in January             | {DAY}                 | 2019-01
in May                 | {DAY}                 | [2018-05,2019-05]
in December            | 2019-01/2019-03       | [2018-12,2019-12]
last May               | {DAY}                 | 2018-05
last May               | 2019-08-01            | [2018-05,2019-05]
last January           | {DAY}                 | 2018-01
next May               | {DAY}                 | [2019-05,2020-05]
next January           | {DAY}                 | 2020-01
this March             | {DAY}                 | 2019-03
today                  | 2019-01-27~           | 2019-01-27~
that day               | [2019-01-26,2019-02]  | [2019-01-26,2019-02]
yesterday              | {DAY}                 | 2019-01-26
yesterday              | 2019-03               | [2019-02-28..2019-03-30]
tomorrow               | 2018-12-31            | 2019-01-01
the following day      | 2019-02-28            | 2019-03-01
the day before         | 2019-03-01            | 2019-02-28
last night             | {DAY}                 | [2019-01-26..2019-01-27]
Last week, a unit      | {DAY}                 | [2019-01-14..2019-01-20,2019-01-21..2019-01-26]
last week              | 2019-01-28            | [2019-01-21..2019-01-27]
last week              | 2019-01-30            | [2019-01-21..2019-01-27]
this week              | {DAY}                 | [2019-01-21..2019-01-27]
next week              | 2019-01-23            | [2019-01-28..2019-02-03]
next week              | {DAY}                 | [2019-01-28..2019-02-03]
as planned this weekend| 2019-02-22            | [2019-02-22..2019-02-24]
this weekend           | 2019-02-24            | [2019-02-22..2019-02-24]
this weekend           | 2019-02-25            | [2019-02-22..2019-02-24]
this weekend           | 2019-02-26            | [2019-02-22..2019-02-24,2019-03-01..2019-03-03]
the weekend            | 2019-02-28            | [2019-02-22..2019-02-24,2019-03-01..2019-03-03]
last weekend           | 2019-02-26            | [2019-02-22..2019-02-24]
last weekend           | 2019-02-24            | [2019-02-15..2019-02-17]
next weekend           | 2019-02-26            | [2019-03-01..2019-03-03,2019-03-08..2019-03-10]
next weekend           | 2019-02-24            | [2019-03-01..2019-03-03]
last year's elections  | {DAY}                 | 2018
10 percent this year   | {DAY}                 | 2019
next year              | {DAY}                 | 2020
last year              | 2018/2019             | [2017..2018]
last year              | XXXX                  | -
last year              | 0001                  | -
last month             | {DAY}                 | 2018-12
this month             | 2019-01-27/2019-02-02 | [2019-01..2019-02]
next month             | 2018-12-31            | 2019-01
Just days after        | 2019-01-10            | [2019-01-11..2019-01-17]
days before            | 2019-01-10            | [2019-01-03..2019-01-09]
weeks later            | 2019-01-10            | -
two days later         | 2019-01-10            | [2019-01-10..2019-01-12]
Two weeks after Jan. 10| 2019-01-10            | [2019-01-10..2019-01-24]
within 30 days         | 2019-01-26            | [2019-01-26..2019-02-25]
in eight days          | 2019-01-26            | [2019-01-26..2019-02-03]
within a week          | 2019-01-26            | [2019-01-26..2019-02-02]
72 hours to leave      | 2019-01-23            | [2019-01-23..2019-01-26]
36 hours               | 2019-01-23            | [2019-01-23..2019-01-25]
36 hours ago           | 2019-01-23            | [2019-01-21..2019-01-23]
in the next 2 years    | 2019-03-01            | [2019-03-01..2021]
the past two years     | 2019-03-01            | [2017..2019-03-01]
three months ago       | 2019-02-10            | [2018-11..2019-02-10]
a year ago             | 2019-02-10            | [2018..2019-02-10]
over 2 years           | 2019-03-01            | -
within 9999 years      | 2019-03-01            | -
twice a week           | 2019-03-01            | -
Jan. 10 and Jan. 11    | {DAY}                 | {{2019-01-10,2019-01-11}}
Jan. 10, January 10    | {DAY}                 | 2019-01-10
Sunday                 | 2019-01-06/2019-01-20 | [2019-01-06,2019-01-13,2019-01-20]
last summer            | {DAY}                 | -
recently               | {DAY}                 | -
On 3 and 4 March       | {DAY}                 | {{2019-03-03,2019-03-04}}
3 and 4 March 2018     | {DAY}                 | {{2018-03-03,2018-03-04}}
March 29th and 30th    | {DAY}                 | {{2019-03-29,2019-03-30}}
March 3, 4 and 5, 2018 | {DAY}                 | {{2018-03-03,2018-03-04,2018-03-05}}
3, 4 or 5 March        | {DAY}                 | [2019-03-03,2019-03-04,2019-03-05]
Between 3 and 5 March  | {DAY}                 | [2019-03-03..2019-03-05]
between March 3 and 5  | {DAY}                 | [2019-03-03..2019-03-05]
from 3 to 5 March 2018 | {DAY}                 | 2018-03-03/2018-03-05
March 3 to 5, 2018     | {DAY}                 | 2018-03-03/2018-03-05
In January–March 2018  | {DAY}                 | 2018-01/2018-03
January to March 2018  | {DAY}                 | 2018-01/2018-03
Jan. 30 to Feb. 2      | {DAY}                 | 2019-01-30/2019-02-02
30 January – 2 February 2018 | {DAY}           | 2018-01-30/2018-02-02
Jan. 30-Feb. 2, 2018   | {DAY}                 | 2018-01-30/2018-02-02
Dec. 30 to Jan. 2, 2018| {DAY}                 | 2017-12-30/2018-01-02
between January 30 and February 2, 2018 | {DAY} | [2018-01-30..2018-02-02]
In January or March 2018 | {DAY}               | [2018-01,2018-03]
January, February and March 2018 | {DAY}       | {{2018-01,2018-02,2018-03}}
Monday and Tuesday     | {DAY}                 | {{2019-01-21,2019-01-22}}
Monday to Wednesday    | {DAY}                 | 2019-01-21/2019-01-23
from 2013 to 2015      | {DAY}                 | 2013/2015
2013-2015              | {DAY}                 | 2013/2015
5 to 3 March           | {DAY}                 | -
between the 3rd and the 5th of March 2018 | {DAY} | [2018-03-03..2018-03-05]
3 & 4 March 2018       | {DAY}                 | {{2018-03-03,2018-03-04}}
March 3 & 4, 2018      | {DAY}                 | {{2018-03-03,2018-03-04}}
3/4 March 2018         | {DAY}                 | {{2018-03-03,2018-03-04}}
March 3 through 5, 2018| {DAY}                 | 2018-03-03/2018-03-05
3 until 5 March 2018   | {DAY}                 | 2018-03-03/2018-03-05
Saturday 3 to Monday 5 March 2018 | {DAY}      | 2018-03-03/2018-03-05
Jan.–March 2018        | {DAY}                 | 2018-01/2018-03
Jan–Mar 2018           | {DAY}                 | 2018-01/2018-03
March to May 2018      | {DAY}                 | 2018-03/2018-05
January/February 2018  | {DAY}                 | {{2018-01,2018-02}}
In January and in March 2018 | {DAY}           | {{2018-01,2018-03}}
In the summer of 2018  | {DAY}                 | 2018-22
in the fall of 2018    | {DAY}                 | 2018-23
in the winter of 2018  | {DAY}                 | [2017-24,2018-24]
Winter 2018–19         | {DAY}                 | 2018-24
over the past weekend  | 2019-02-25            | [2019-02-22..2019-02-24]
Over the weekend       | 2019-03-01            | [2019-02-22..2019-02-24,2019-03-01..2019-03-03]
the weekend            | 2019-02-25            | [2019-02-22..2019-02-24]
"""


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text without its marks, and the spans that they enclosed."""
    pieces = marked.replace("›", "‹").split("‹")
    starts = [sum(map(len, pieces[:index])) for index in range(len(pieces))]
    return "".join(pieces), [(starts[index], starts[index] + len(pieces[index])) for index in range(1, len(pieces), 2)]


@pytest.mark.parametrize(("name", "expected"), IN_SEEDS.items())
def test_every_calendar_expression_of_a_source_text_is_found(name: str, expected: list[str]) -> None:
    assert [mention.text for mention in find_dates((SEEDS / name).read_text(encoding="utf-8"))] == expected


@pytest.mark.parametrize("marked", [*TEXTS.strip().splitlines(), *WRAPPED])
def test_calendar_expressions_are_found_and_nothing_else(marked: str) -> None:
    text, spans = unmarked(marked)
    assert [(mention.text, mention.start, mention.end) for mention in find_dates(text)] == [
        (text[start:end], start, end) for start, end in spans
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Thursday, Jan. 24, 2019", ("date", 2019, 1, 24, "Thursday")),
        ("Sun, 27 Jan 2019", ("date", 2019, 1, 27, "Sunday")),
        ("SEPT. 5", ("date", None, 9, 5, None)),
        ("2019-01-30", ("date", 2019, 1, 30, None)),
        ("1/27/2019", ("date", 2019, 1, 27, None)),
        ("27/1/2019", ("date", 2019, 1, 27, None)),
        ("2/2/2019", ("date", 2019, 2, 2, None)),
        ("02/01/2019", ("date", 2019, None, None, None)),
        ("May 2018", ("month", 2018, 5, None, None)),
        ("August", ("month", None, 8, None, None)),
        ("2013", ("year", 2013, None, None, None)),
        ("FRIDAY", ("weekday", None, None, None, "Friday")),
        ("last Friday", ("relative", None, None, None, "Friday")),
        ("next May", ("relative", None, 5, None, None)),
        ("Just days after", ("relative", None, None, None, None)),
    ],
)
def test_a_mention_has_the_parts_of_the_date_that_are_printed(text: str, parts: tuple[object, ...]) -> None:
    assert find_dates(text) == [DateMention(0, len(text), text, *parts)]  # type: ignore[arg-type]


@pytest.mark.parametrize("line", MEANINGS.strip().splitlines())
def test_a_phrase_resolves_to_the_days_that_readers_would_name(line: str) -> None:
    phrase, anchor, meaning = (cell.strip() for cell in line.split("|"))
    resolved = resolve_relative_date(phrase, Edtf.parse(anchor))
    assert str(resolved or "-") == meaning


def test_up_to_ten_dates_are_a_set_and_more_all_days_from_the_first_to_the_last() -> None:
    ten, eleven = (
        resolve_relative_date("Sunday", Edtf.parse(f"2019-01-06/{last}")) for last in ("2019-03-10", "2019-03-17")
    )
    assert ten is not None and len(ten.parts) == 10
    assert str(eleven) == "[2019-01-06..2019-03-17]"


@pytest.mark.parametrize(
    ("phrase", "weekdays"),
    [
        ("on Sunday", ("Sunday",)),
        ("THURSDAY, Jan. 24", ("Thursday",)),
        ("sunday's", ("Sunday",)),
        ("Monday or Tuesday, a Monday", ("Monday", "Tuesday")),
        ("Sundays", ()),
        ("Jan. 24", ()),
    ],
)
def test_weekdays_in_finds_the_weekdays_of_a_phrase(phrase: str, weekdays: tuple[str, ...]) -> None:
    assert weekdays_in(phrase) == weekdays


WORDS = """
January Jan. May March Sunday Sun, 27 22-23 5 2019 2019-01-30 1/2/2019 last this next the weekend week year days two 30
after ago later within day before in of , . - laſt ſunday https://x.org/2019
"""
PHRASES = st.text() | st.lists(st.sampled_from(WORDS.split(" ")), max_size=12).map(" ".join)
ANCHORS = st.sampled_from(
    ["2019-01-27", "2019", "2019-01-2X", "../2019", "XXXX", "0001-01-01", "9999-12-31", "[2019-01-01,2019-03]", "XX19"]
).map(Edtf.parse)


def test_some_generated_texts_contain_several_dates() -> None:
    assert find(PHRASES, lambda text: len(list(find_dates(text))) > 1, random=Random(0))


@steady
@given(PHRASES)
def test_dates_are_in_order_without_overlap_and_equal_their_text(text: str) -> None:
    end = 0
    for mention in find_dates(text):
        assert mention.text == text[mention.start : mention.end] != ""
        assert mention.start >= end
        end = mention.end


@steady
@given(PHRASES, ANCHORS)
def test_any_phrase_resolves_to_a_date_or_to_none(phrase: str, anchor: Edtf) -> None:
    assert isinstance(resolve_relative_date(phrase, anchor), Edtf | None)


@steady
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_weekday_resolves_to_one_of_the_last_seven_days(day: date) -> None:
    resolved = resolve_relative_date("on Thursday", Edtf.parse(day.isoformat()))
    assert resolved is not None and resolved.weekday == "Thursday" and resolved.earliest is not None
    assert 0 <= (day - resolved.earliest).days <= 6


@steady
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["last week", "this weekend", "next weekend"]))
def test_a_less_precise_anchor_never_excludes_a_day(day: date, phrase: str) -> None:
    precise, vague = (resolve_relative_date(phrase, Edtf.parse(text)) for text in (f"{day}", f"{day}"[:7]))
    assert precise is not None and precise.earliest is not None and precise.latest is not None
    assert vague is not None
    assert all(vague.overlaps(Edtf.parse(f"{end}")) for end in (precise.earliest, precise.latest))
