"""A date is one that its passage gives, however days are listed; the editor's reasoning decides between readings."""

import hashlib

import pytest
from dossier.pipeline import check_dossier

# Words of a text of Friday, 1 March 2019 | date of the record | phrase, if any; "so" for a reasoning | the finding.
DATES = """
On 3 and 4 March 2019 shots fell. | 2019-03-03 | |
On 3 and 4 March 2019 shots fell. | 2019-03-04 | |
On 3 and 4 March 2019 shots fell. | 2019-03-03/2019-03-04 | |
On 3 and 4 March 2019 shots fell. | 2019-03-05 | | missing-date-basis
On 3 and 4 March 2019 shots fell. | 2018-03-03 | | missing-date-basis
Shots fell on March 29th and 30th, 2018. | 2018-03-29 | |
Shots fell on March 29th and 30th. | 2018-03-29 | March 29th and 30th, so | date-mismatch
Shots fell on March 29th and 30th. | 2019-03-30 | March 29th and 30th, so |
Between 3 and 5 March 2019 men fell. | 2019-03-03/2019-03-05 | |
Between 3 and 5 March 2019 men fell. | 2019-03-04 | | missing-date-basis
Between 3 and 5 March 2019 men fell. | 2019-03-04 | Between 3 and 5 March 2019, so |
Between 3 and 5 March 2019 men fell. | 2019-03-06 | Between 3 and 5 March 2019, so | date-mismatch
From 3 to 5 March 2019 men fell. | 2019-03-03/2019-03-05 | |
In January–March 2019 boats fell. | 2019-01/2019-03 | |
In January–March 2019 boats fell. | 2019-01/2019-04 | | missing-date-basis
In January–March 2019 boats fell. | 2019-02 | | missing-date-basis
It ran from January to March 2018. | 2018-01/2018-03 | |
It ran from Jan. 30 to Feb. 2, 2018. | 2018-01-30/2018-02-02 | |
It ran from Jan. 30 to Feb. 2. | 2019-01-30/2019-02-02 | Jan. 30 to Feb. 2 |
It ran from Jan. 30 to Feb. 2. | 2018-01-30/2018-02-02 | Jan. 30 to Feb. 2 | date-mismatch
It ran on 3 or 4 March 2019. | [2019-03-03,2019-03-04] | |
It ran on 3 or 4 March 2019. | 2019-03-03 | | missing-date-basis
Over the weekend petals fell. | 2019-02-23/2019-02-24 | Over the weekend, so |
Over the weekend petals fell. | 2019-03-02/2019-03-03 | Over the weekend, so |
Over the weekend petals fell. | 2019-02-23 | Over the weekend | date-mismatch
Over the weekend petals fell. | 2019-02-16/2019-02-17 | Over the weekend, so | date-mismatch
Over the weekend petals fell. | 2019-02-26 | Over the weekend, so | date-mismatch
Last week petals fell. | 2019-02-18/2019-02-24 | Last week |
Last week petals fell. | 2019-02-20 | Last week | date-mismatch
Last week petals fell. | 2019-02-20 | Last week, so |
Last week petals fell. | 2019-02-25 | Last week, so | date-mismatch
Last week petals fell. | 2019-02-28 | Last week, so | date-mismatch
Last month petals fell. | 2019-02-10 | Last month | date-mismatch
Last month petals fell. | 2019-02 | Last month |
On Thursday petals fell. | 2019-02-28 | Thursday |
On Thursday petals fell. | 2019-02-21 | Thursday, so | date-mismatch
On Monday and Tuesday petals fell. | 2019-02-26 | Monday and Tuesday |
Two days after the ruling petals fell. | 2019-02-27 | Two days after, so |
Two days after the ruling petals fell. | 2019-03-03 | Two days after | date-mismatch
Two days ago petals fell. | 2019-02-27 | Two days ago |
In the summer of 2018 petals fell. | 2018-22 | |
In the summer of 2018 petals fell. | 2018-22 | In the summer of 2018 |
In the summer of 2018 petals fell. | 2018-23 | | missing-date-basis
In the winter of 2018 petals fell. | 2018-01 | In the winter of 2018, so |
"""
SOURCE = """title: A report
kind: news
text: report.txt
sha256: {sha256}
published: {{date: 2019-03-01, basis: {{reasoning: It was handed in on that day.}}}}
grade: {{letter: C, reason: It is one report.}}
rights: {{show: whole, statement: Written for the tests.}}
summary: A report from the port.[^editor]
review: published
"""
EVENT = """title: A case
date: "{date}"
{basis}status: reported
summary: It happened.
passages: [{{source: report, exact: "{exact}"}}]
about: [event:walk-out]
review: published
"""


@pytest.mark.parametrize("line", DATES.strip().splitlines())
def test_a_date_is_right_or_wrong_as_a_reader_would_say(base, line):
    words, date, phrase, rule = (cell.strip() for cell in line.split("|"))
    text = f"A report\n\n{words}\n"
    (base / "seeds/report.txt").write_text(text, "utf-8", newline="\n")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    (base / "content/sources/report.yml").write_text(SOURCE.format(sha256=sha256), "utf-8", newline="\n")
    reasoning = ", reasoning: It says so." if phrase.endswith(", so") else ""
    anchor = ", anchor: source:report"
    basis = f'basis: {{phrase: "{phrase.removesuffix(", so")}"{anchor}{reasoning}}}\n' if phrase else ""
    event = EVENT.format(date=date, basis=basis, exact=words)
    (base / "content/events/case.yml").write_text(event, "utf-8", newline="\n")
    assert [finding.rule for finding in check_dossier(base).findings] == ([rule] if rule else [])
