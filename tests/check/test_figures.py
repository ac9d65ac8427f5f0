"""The figure of a number is the one that its passage gives, however it is written; a figure in doubt is none."""

import pytest
from dossier.pipeline import check_dossier

from tests.check.report_source import write_report

# Words of a passage | the figure of the record, its qualifier and unit (a range as "3..45") | right or wrong.
FIGURES = """
About 10 000 soldiers fled | 10000 about soldiers | right
About 10 000 soldiers fled | 10 about soldiers | wrong
About 10\u00a0000 soldiers fled | 10000 about soldiers | right
About 10\u00a0000 soldiers fled | 10 about soldiers | wrong
About 10\u2009000 soldiers fled | 10000 about soldiers | right
About 10\u202f000 soldiers fled | 10000 about soldiers | right
Some 1’200 boats | 1200 about boats | right
Some 1'200 boats | 200 about boats | wrong
Some 1'200 boats | 1 about boats | wrong
1 234 567 boats sank | 1234567 exactly boats | right
1 234 567 boats sank | 567 exactly boats | wrong
1,00,000 boats sank | 100000 exactly boats | right
12,34,567 boats sank | 1234567 exactly boats | right
10.000 boats sank | 10 exactly boats | wrong
10.000 boats sank | 10000 exactly boats | wrong
12,5 boats sank | 12 exactly boats | wrong
12,5 boats sank | 5 exactly boats | wrong
Room 12 345 boats | 12345 exactly boats | wrong
Room 12 345 boats | 345 exactly boats | wrong
It rose by 3 percentage points to 45 per cent | 3..45 between percent | wrong
It rose by 3 percentage points to 45 per cent | 45 exactly percent | right
It rose by 3 percentage points to 45 per cent | 3 exactly percentage points | right
It rose by 3 percentage points to 45 per cent | 3 exactly percent | wrong
It fell by 5 to 12 | 5..12 between boats | wrong
It fell by 5 to 12 | 12 exactly boats | right
It is up 5 to 12 | 5..12 between boats | wrong
It is down by 5 to 12 | 5..12 between boats | wrong
It dropped 5 to 12 | 12 exactly boats | right
Between 3 and 45 boats | 3..45 between boats | right
They lost 3 to 45 boats | 3..45 between boats | right
They cut jobs by 3 to 45 | 3..45 between jobs | wrong
The toll was raised by 3 to 45 | 45 exactly boats | right
Hundreds went up; 3 to 45 fell | 3..45 between boats | right
There were 3 to 45 boats | 3..45 between boats | right
There were 3–45 boats | 3..45 between boats | right
It rose by between 3 and 45 | 3..45 between boats | right
The wall is 30ft high there | 30 exactly feet | right
The wall is 30ft high there | 30 exactly metres | wrong
The wall is 30ft high there | 30 exactly walls | wrong
There stood a wall 30m high | 30 exactly metres | right
There stood a wall 30m high | 30000000 exactly walls | wrong
There stood a wall 30m high | 30 exactly walls | wrong
They need 30m people | 30000000 exactly people | right
They need 30m people | 30 exactly people | wrong
They built up to 30m. | 30 at most metres | right
They built up to 30m. | 30000000 at most homes | right
They built up to 30m. | 30 at most homes | wrong
They found 80kg of gold | 80 exactly kg | right
They found 80kg of gold | 80 exactly kilograms of gold | right
They found 80kg of gold | 80 exactly bars | wrong
It costs 99p now | 99 exactly pence | right
It costs 99p now | 99 exactly USD | wrong
It went at 10km/h there | 10 exactly km/h | right
It went at 10km/h there | 10 exactly km | wrong
It is 1.5x as big | 1.5 exactly times | right
It is 1.5x as big | 1.5 exactly boats | wrong
Some 2½ million people fled | 2500000 about people | right
Some 2½ million people fled | 2000000 about people | wrong
It took 4 1/2 years to mend | 4.5 exactly year | right
It took 4 1/2 years to mend | 4 exactly year | wrong
It took ½ hour | 0.5 exactly hour | right
Over ¾ million fled | 750000 more than people | right
It took two and two thirds years | 2 exactly year | wrong
It took two and a quarter years | 2.25 exactly year | right
They paid £5 m | 5000000 exactly GBP | right
They paid £5 m | 5 exactly GBP | wrong
It fell ,5 per cent | 5 exactly percent | wrong
They paid $5 million-$10 million | 5000000..10000000 between USD | right
A fall of 3 per cent to 45 per cent | 3..45 between percent | wrong
A fall of 3 to 45 per cent | 3..45 between percent | right
He left on 1/2 | 0.5 exactly people | wrong
Two-thirds of them left | 2/3 exactly of them | right
Two-thirds of them left | 0.667 about of them | right
Two-thirds of them left | 1/3 exactly of them | wrong
Two-thirds of them left | 2 exactly people | wrong
About a third of them left | 1/3 about of them | right
A third of them left | 3 exactly people | wrong
One in five left | 1/5 exactly of people | right
One in five left | 0.2 exactly of people | right
One in five left | 5 exactly people | wrong
One in five left | 1 exactly people | wrong
Nine in ten left | 0.9 exactly of people | right
About 2.5 lakh homes were lost | 250000 about homes | right
About 2.5 lakh homes were lost | 2.5 about homes | wrong
It cost 5 crore rupees | 50000000 exactly INR | right
It cost 5 crore rupees | 5 exactly INR | wrong
It cost 5 crore rupees | 50000000 exactly USD | wrong
It lost 2 quadrillion | 2000000000000000 exactly boats | right
It lost 2 quadrillion | 2 exactly boats | wrong
They were 3 score men | 60 exactly men | right
They were 3 score men | 3 exactly men | wrong
They had two dozen boats | 24 exactly boats | right
It was minus 5 degrees | -5 exactly degrees | right
It was minus 5 degrees | 5 exactly degrees | wrong
It moved by −5 per cent | -5 exactly percent | right
It moved by −5 per cent | 5 exactly percent | wrong
They paid 300,000 pounds | 300000 exactly GBP | right
They paid 300,000 pounds | 300000 exactly pounds | right
They paid 300,000 pounds | 300000 exactly EUR | wrong
They paid 300,000 euros | 300000 exactly EUR | right
They paid £300,000 | 300000 exactly GBP | right
They paid $300,000 | 300000 exactly GBP | wrong
They paid 300,000 dollars | 300000 exactly USD | right
567² boats sank | 567 exactly boats | wrong
10^6 boats sank | 10 exactly boats | wrong
10^6 boats sank | 6 exactly boats | wrong
See Article 350 on boats | 350 exactly boats | wrong
Call +44 20 7946 0958 | 20 exactly boats | wrong
"""
NUMBER = """{figure}
unit: {unit}
measure: {{what: what is counted}}
status: reported
unit_basis: They are {unit}.
summary: So many.
passages: [{{source: report, exact: "{exact}"}}]
about: [event:walk-out]
note: It belongs to [[event:walk-out]].
review: published
"""


@pytest.mark.parametrize("line", FIGURES.strip().splitlines())
def test_a_figure_is_right_or_wrong_as_a_reader_would_say(base, line):
    words, record, verdict = (cell.strip() for cell in line.split(" | "))
    value, rest = record.split(" ", 1)
    qualifier = next(name for name in ("more than", "at most", *rest.split()[:1]) if rest.startswith(name))
    unit = rest.removeprefix(qualifier).strip()
    low, _, high = value.partition("..")
    figure = f"min: {low}\nmax: {high}" if high else f"value: {value}"
    write_report(base, words)
    number = NUMBER.format(figure=f"{figure}\nqualifier: {qualifier}", unit=unit, exact=words)
    (base / "content/numbers/case.yml").write_text(number, "utf-8", newline="\n")
    rules = [finding.rule for finding in check_dossier(base).findings]
    assert rules == ([] if verdict == "right" else ["number-figure-mismatch"])
