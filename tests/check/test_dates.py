"""A date is one that its passage gives, however days are listed; the editor's reasoning decides between readings."""

import hashlib
import json

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
Two days after the ruling petals fell. | 2019-02-27 | Two days after, so | date-mismatch
Two days after the ruling petals fell. | 2019-03-03 | Two days after | date-mismatch
Two days ago petals fell. | 2019-02-27 | Two days ago |
In the summer of 2018 petals fell. | 2018-22 | |
In the summer of 2018 petals fell. | 2018-22 | In the summer of 2018 |
In the summer of 2018 petals fell. | 2018-23 | | missing-date-basis
In the winter of 2018 petals fell. | 2018-01 | In the winter of 2018, so |
"""
# Words of the same text | date | phrase, if any | reasoning | the finding.
REASONS = """
Last week petals fell. | 2019-02-20 | Last week | On 20 February, the Gazette says. |
Last week petals fell. | 2019-02-21 | Last week | On 20 February, the Gazette says. | date-mismatch
Last week petals fell. | 2019-02-20 | Last week | The council meets on a Wednesday. |
Last week petals fell. | 2019-02-19 | Last week | The council meets on a Wednesday. | date-mismatch
Last week petals fell. | 2019-02-18/2019-02-28 | Last week | The report is of 1 March; over by 28 February. |
Last week petals fell. | 2019-02-18/2019-02-27 | Last week | It was over by 28 February 2019. | date-mismatch
Over the weekend petals fell. | 2019-02-23 | Over the weekend | On the Saturday before. |
Two days after the ruling petals fell. | 2019-02-27 | Two days after | The ruling was on 25 February. |
Two days after the ruling petals fell. | 2019-02-28 | Two days after | The ruling was on 25 February. | date-mismatch
Two days after the ruling petals fell. | 2018-02-27 | Two days after | The ruling was on 25 February. | date-mismatch
Petals fell recently. | ../2019-03-01 | recently | Reported as past. |
Petals fell recently. | ../2019-03-02 | recently | Reported as past. | date-mismatch
Petals fell recently. | ../2018-03-01 | recently | Reported as past. | date-mismatch
Petals fell recently. | 2019-02-26 | recently | Reported as past. | date-mismatch
Petals fell recently. | 2019-02-20/2019-03-01 | | After the storm of 20 February 2019. |
Petals fell recently. | 2019-02-21/2019-03-01 | | After the storm of 20 February 2019. | date-mismatch
Petals fell recently. | 2019-02-20/2019-03-02 | | After the storm of 20 February 2019. | date-mismatch
Petals fell recently. | 2019-02? | recently | Probably in February 2019. |
Petals fell recently. | 2019-03? | recently | Probably in February 2019. |  date-mismatch
Petals fell recently. | 2018-02? | recently | Probably in February 2019. | date-mismatch
Petals fell recently. | 2019-02-28 | recently | The day before the report. |
Petals fell recently. | 2019-02-27 | recently | The day before the report. | date-mismatch
Petals fell recently. | 2019-02-15 | recently | On the 15th of February. |
Petals fell recently. | 2019-02-14 | recently | On the 15th of February. | date-mismatch
Petals fell recently. | 2019-01-23 | recently | On the day of the [[event:walk-out]]. |
Petals fell recently. | 2019-01-22 | recently | On the day of the [[event:walk-out]]. | date-mismatch
Petals fell on Jan. 11. | 2019-01-11 | Jan. 11 | The report is of 2019. |
Petals fell on Jan. 11. | 2019-01-11 | | The report has the day. |
Petals fell on Jan. 11. | 2019-01-12 | | The report has the day. | date-mismatch
Petals fell on Jan. 11. | 2019-01-08/2019-01-11 | Jan. 11 | | date-mismatch
Petals fell on Jan. 11. | ../2019-01-11 | Jan. 11 | |
Petals fell on Jan. 11. | 2019-01 | Jan. 11 | |
Petals fell since 2015. | 2015/.. | since 2015 | |
Petals fell since 2015. | 2014/.. | since 2015 | | date-mismatch
Petals fell since 2015. | 2016/.. | since 2015 | | date-mismatch
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


@pytest.fixture
def rules_of(base):
    """Return the rules that reject a date, for a passage that is the text of a report of 1 March 2019."""

    def rules_of(words, date, phrase, reasoning):
        text = f"A report\n\n{words}\n"
        (base / "seeds/report.txt").write_text(text, "utf-8", newline="\n")
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        (base / "content/sources/report.yml").write_text(SOURCE.format(sha256=sha256), "utf-8", newline="\n")
        fields = {"phrase": phrase, "anchor": "source:report", "reasoning": reasoning}
        basis = {key: value for key, value in fields.items() if value}
        given = f"basis: {json.dumps(basis)}\n" if phrase or reasoning else ""
        event = EVENT.format(date=date, basis=given, exact=words)
        (base / "content/events/case.yml").write_text(event, "utf-8", newline="\n")
        return [finding.rule for finding in check_dossier(base).findings]

    return rules_of


@pytest.mark.parametrize("line", DATES.strip().splitlines())
def test_a_date_is_right_or_wrong_as_a_reader_would_say(rules_of, line):
    words, date, phrase, rule = (cell.strip() for cell in line.split("|"))
    reasoning = "It says so." if phrase.endswith(", so") else ""
    assert rules_of(words, date, phrase.removesuffix(", so"), reasoning) == ([rule] if rule else [])


@pytest.mark.parametrize("line", REASONS.strip().splitlines())
def test_a_reasoning_names_the_days_of_the_date(rules_of, line):
    words, date, phrase, reasoning, rule = (cell.strip() for cell in line.split("|"))
    assert rules_of(words, date, phrase, reasoning) == ([rule] if rule else [])
