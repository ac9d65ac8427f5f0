"""A table of texts in other stories than ours: which figures each certifies, and which it does not.

All are checked at once, by the rules, in one dossier: each text is a line of a source, each figure a number that cites
the line and repeats it in its summary.
"""

import json

import pytest
from dossier.pipeline import check_dossier

from tests.check.report_source import write_report

# Words of a passage | figures that these certify, separated by ";" | figures that they do not. A figure is a value, a
# fraction or a range as "3..45", its qualifier unless `exactly`, and its unit.
TABLE = """
# Digit grouping
The clinic saw 10 000 patients | 10000 patients | 10 patients; 0 patients
The clinic met 10\u00a0000 patients | 10000 patients | 10 patients
The clinic fed 10\u2009000 patients | 10000 patients | 10 patients
The clinic lost 10\u202f000 patients | 10000 patients | 10 patients
The clinic saw 12\u202f345\u202f678 patients | 12345678 patients | 12 patients; 678 patients
The bank cut 10'000 jobs | 10000 jobs | 10 jobs
The bank cut 10’000 jobs | 10000 jobs | 10 jobs
The bank cut 1’234’567 jobs | 1234567 jobs | 567 jobs
The scheme gave 1,00,000 loans | 100000 loans | 1 loans; 100 loans
The scheme gave 12,34,567 loans | 1234567 loans | 12 loans; 1234 loans
The index gained 1·5 per cent | 1.5 percent | 1 percent; 5 percent
The index gained 12·25 points | 12.25 points | 12 points; 25 points
The court heard 1,234.56 hours | 1234.56 hour | 1234 hour; 56 hour
The court fined 10.000 firms | | 10 firms; 10000 firms
The court fined 1.234.567 firms | | 1 firms; 1234567 firms
The rate was 12,5 per cent | | 12 percent; 5 percent; 12.5 percent; 125 percent
The rate was 0,5 there | | 0 cases; 5 cases
The vote had 1_000_000 ballots | | 1 ballots; 1000000 ballots
The vote had 12,34 ballots | | 12 ballots; 34 ballots; 1234 ballots
The vote had 1,000,2,000 ballots | | 1000 ballots; 2000 ballots
# Fractions
They ran for ½ hour | 0.5 hour | 1 hour; 2 hour
They ran for 2½ hours | 2.5 hour | 2 hour; 0.5 hour
They ran for 4 1/2 hours | 4.5 hour | 4 hour; 1 hour; 2 hour
They ran for 3-1/4 hours | 3.25 hour | 3 hour
About ¾ million voted | about 750000 people | about 0.75 people; 750000 people
It took two and a half years | 2.5 year | 2 year
Two-thirds of jurors agreed | 2/3 jurors; 0.667 about jurors | 2 jurors; 3 jurors
More than half of jurors agreed | more than 0.5 jurors | 0.5 jurors
More than half were women | more than 0.5 of them | 0.5 of them
Half of jurors agreed | 0.5 jurors | 2 jurors
A third of jurors agreed | 1/3 jurors | 3 jurors
Less than a third were adults | less than 1/3 adults | 3 adults; 1/3 adults
Three quarters of a million voted | 750000 people | 3 people; 0.75 people; 1000000 people
One in five jurors agreed | 0.2 jurors | 1 jurors; 5 jurors
3 out of 10 jurors agreed | 0.3 jurors; 3 jurors; 10 jurors | 7 jurors
Nine in ten jurors agreed | 0.9 jurors | 9 jurors; 10 jurors
The sprinter won by 1/100th of a second | | 1 second; 100 second
The vote on 1/2 failed | | 0.5 votes; 1 votes; 2 votes
# Units that the name of a column gives
Port: Brenn; Euro: 340000.5; km: 12 | 340000.5 EUR; 12 km | 12 EUR; 340000.5 USD
Port: Brenn; Cost (EUR): 1200; Share in %: 42; Length, km: 3 | 1200 EUR; 42 percent; 3 km | 42 EUR; 1200 percent
Port: Brenn; Note: "nets; Price (EUR): 1200"; km: 12 | 12 km | 1200 EUR; 12 EUR
Port: Brenn; Note: "all ""nets""; Euro: 7"; Euro: 1200 | 1200 EUR | 7 EUR
Port: Brenn; Price in USD: €1,200 | 1200 EUR | 1200 USD
# Units attached to the number or apart from it
A 30m-high dam | 30 metres | 30000000 people; 30 people
A dam 30ft high | 30 feet | 30 dams
It weighs 80kg now | 80 kg | 80 people; 80 pounds
A pint costs 99p now | 99 pence | 99 people; 99 USD
The firm is 1.5x bigger | 1.5 times | 1.5 firms
Winds of 10km/h | 10 km/h | 10 km; 10 hour
Winds of 20 m/s | 20 metres per second | 20 metres; 20000000 winds
A shipment of 5 t of rice | 5 tonnes | 5 bags
A 2-hr delay | 2 hour | 2 trains
A 90-min match | 90 minute | 90 matches
They waited 3 hrs there | 3 hour | 3 people
They waited 45 min there | 45 minute | 45 people
A dose of 5 mg a day | 5 mg | 5 patients; 5 g
A dose of 5 g a day | 5 g | 5 patients
Some 5 l of water | about 5 litres | about 5 people
12 in of snow fell | 12 inches | 12 towns
A man 6ft 2in tall | 6 feet; 2 inches | 62 inches; 6 men
A man 5'10 tall | | 5 feet; 10 inches; 510 men
It was 40C at noon | 40 °C; 40 degrees Celsius; 40 degrees | 40 towns; 40 °F
It was 68 °F at noon | 68 °F; 68 degrees Fahrenheit | 68 °C
It reached 20 C at noon | 20 °C | 20 towns
A race over 4x100m | | 4 metres; 100 metres; 400 metres
It took 2h15m there | | 2 hour; 15 minute; 15 metres
It took 2h 15m there | | 15 metres; 15000000 people
A 5k run | | 5 kilometres; 5000 people
She has 12k followers | 12000 followers | 12 followers
The team has 3M fans | 3000000 fans | 3 fans; 3 metres
A glucose level of 50 mg/dL | 50 mg/dL | 50 mg; 50 people
An area of 90 sq. miles | 90 square miles | 90 miles
# Money
The fund lost £3m | 3000000 GBP | 3 GBP; 3000000 USD; 3 metres
The fund lost $1.2tn | 1200000000000 USD | 1.2 USD
The fund lost €1.5bn | 1500000000 EUR | 1.5 EUR; 1500000000 USD
The fund lost 2bn | 2000000000 shares | 2 shares
The fund lost £500k | 500000 GBP | 500 GBP
The fund lost $5 | 5 USD | 5 EUR; 5 shares
The fund lost US$5 | 5 USD | 5 CAD
The fund lost A$5 | 5 AUD | 5 USD
The fund lost 300 Swiss francs | 300 CHF | 300 EUR
The fund lost CHF 300 | 300 CHF | 300 USD
The fund lost RMB 300 | 300 CNY | 300 USD; 300 shares
The fund lost 300 Mexican pesos | 300 MXN | 300 ARS
The fund lost SEK500 | 500 SEK | 500 USD
The fund lost kr500 | 500 SEK; 500 NOK | 500 USD
A litre costs 30 US cents | 30 cents; 30 US cents | 30 USD; 30 litres
A litre costs 30 cents | 30 cents | 30 USD
A litre costs 99¢ | 99 cents | 99 USD; 99 people
The fund lost 300,000 pounds | 300000 GBP; 300000 pounds | 300000 USD
The fund lost £3 million | 3000000 GBP | 3 GBP
A $5-million deal | 5000000 USD | 5 USD
It will cost $5-10 million | 5000000..10000000 between USD | 5 USD; 10000000 USD; 5..10 between USD
It will cost $5 to $10 million | 5000000..10000000 between USD | 5 USD; 5..10000000 between USD
It will cost $5m-10m | 5000000..10000000 between USD | 5..10 between metres
The fund lost 5€ a share | 5 EUR | 5 shares; 5 USD
The fund lost 6 € a share | 6 EUR | 6 USD
The fund lost 7 $ a share | 7 USD | 7 EUR
The fund lost $.99 a share | 0.99 USD | 99 USD; 9 USD
The fund lost 8 USD/kg | 8 USD | 8 kg
A six-figure sum | | 6 sums; 6 USD
# Scales
The state spent 1 crore 20 lakh rupees | 12000000 INR | 10000000 INR; 2000000 INR
The state hired two-hundred-and-fifty teachers | 250 teachers | 200 teachers; 50 teachers
The state spent $5 million and $3 thousand | 5000000 USD; 3000 USD | 5003000 USD
The state built 2.5 lakh homes | 250000 homes | 2.5 homes; 2 homes
The state spent 5 crore rupees | 50000000 INR | 5 INR
The state spent 2 lakh crore rupees | 2000000000000 INR | 2 INR; 200000 INR
The state has 2 quadrillion in debt | 2000000000000000 yen | 2 yen
They had two dozen patients | 24 patients | 2 patients; 12 patients
They had three score patients | 60 patients | 3 patients; 20 patients
They had two gross of pencils | 288 pencils | 2 pencils
They had half a dozen patients | 6 patients | 12 patients; 0.5 patients
They had tens of thousands of patients | | 10000 patients; 1000 patients
They had several hundred patients | | 100 patients; 700 patients
They had one point five million patients | 1500000 patients | 1 patients; 5000000 patients
It spread 3.5×10^12 times | 3500000000000 times | 3.5 times; 10 times; 12 times
It spread 3.5 × 10⁶ times | 3500000 times | 3.5 times; 10 times
It spread 2 x 10^6 times | 2000000 times | 2 times; 10 times; 6 times
It spread 10^6 times | 1000000 times | 10 times; 6 times
A risk of 10^-3 a year | 0.001 deaths | 10 deaths; 3 deaths
A risk of 10⁻³ a year | 0.001 deaths | 10 deaths
A risk of 10−3 a year | | 10 deaths; 3 deaths
A risk of 5 to the power of 6 | | 5 deaths; 6 deaths
They counted 6.02 × 10 23 atoms | | 6.02 atoms; 10 atoms; 23 atoms
They counted 567² cells | | 567 cells; 5672 cells
They counted 10⁶ cells | | 10 cells; 6 cells; 106 cells
They counted 10<sup>6</sup> cells | | 10 cells; 6 cells
They counted 1.5e6 cells | | 1.5 cells; 6 cells
They counted 5 ± 1 cells | | 5 cells; 1 cells
# Signs
It was minus 5 there | -5 degrees | 5 degrees
It was −5 °C there | -5 °C | 5 °C
It was -5°C there | -5 °C | 5 °C
It was 5 below zero there | -5 degrees | 5 degrees; 0 degrees
Growth of −2.5% | -2.5 percent | 2.5 percent
# Percentage points, basis points and per mille
It rose by 3 percentage points | 3 percentage points | 3 percent
It rose by 3 per cent | 3 percent | 3 percentage points; 3 people
It rose by 50 basis points | 50 basis points | 50 percent
It rose by 25bp | 25 basis points | 25 percent
It rose by 5‰ there | 5 per mille | 5 percent
It rose by 3pp to 45% | 3 percentage points; 45 percent | 3..45 between percent; 3 percent
# Ranges
They expect between 5 and 12 boats | 5..12 between boats | 5 boats; 12 boats
They expect between about 5 and 12 boats | 5..12 between boats | 5 boats; about 5 boats
Fees range from 5 to 12 euros | 5..12 between EUR | 5 EUR; 12 EUR
They expect 5–12 boats | 5..12 between boats | 5 boats; 12 boats
They expect two or three boats | 2..3 between boats | 2 boats; 3 boats
It rose from 5 to 12 | 5 cases; 12 cases | 5..12 between cases
It rose by 5 to 12 | 5 cases; 12 cases | 5..12 between cases
It fell 5 to 12 | 5 cases; 12 cases | 5..12 between cases
It is up 5 to 12 | 5 cases; 12 cases | 5..12 between cases
It is down by 5 to 12 | 5 cases; 12 cases | 5..12 between cases
They lost 52–48 in the Senate | 52 votes; 48 votes | 48..52 between votes
They won 3-2 at home | 3 goals; 2 goals | 2..3 between goals; 32 goals
The odds are 5/1 | | 5 odds; 1 odds
A ratio of 3:1 | 3 parts; 1 parts | 31 parts
A finish of 1-2-3 | | 1..2 between runners; 3 runners
# Qualifiers
More than 500 voted | more than 500 people | 500 people; at least 500 people
At least 500 voted | at least 500 people | 500 people; more than 500 people
Up to 500 voted | at most 500 people | 500 people
Nearly 500 voted | about 500 people | 500 people; more than 500 people
About 500 voted | about 500 people | 500 people
Some 500 voted | about 500 people | 500 people
Over 500 voted | more than 500 people | 500 people
Just under 500 voted | less than 500 people | 500 people; about 500 people
Fewer than 500 voted | less than 500 people | 500 people
No more than 500 voted | at most 500 people | more than 500 people; 500 people
No fewer than 500 voted | at least 500 people | less than 500 people; 500 people
Approx. 500 voted | about 500 people | 500 people
A crowd of 500 or more | at least 500 people | 500 people
A crowd of 500 people or more | at least 500 people | 500 people
A crowd of 500 at most | at most 500 people | 500 people
A crowd of 500-odd | about 500 people | 500 people
A crowd of 500+ | at least 500 people | 500 people
A crowd of >500 | more than 500 people | 500 people
A crowd of ≤ 500 | at most 500 people | 500 people
A crowd exceeding 500 | more than 500 people | 500 people
A crowd in the region of 500 | about 500 people | 500 people
A crowd just shy of 500 | less than 500 people | 500 people
A little over 500 voted | more than 500 people | 500 people
A crowd of exactly 500 | 500 people | about 500 people
# What counts nothing
The G20 met | | 20 states
An A4 sheet | | 4 sheets
An F-16 and a B-52 landed | | 16 jets; 52 jets; -16 jets
Covid-19 spread | | 19 cases; -19 cases
The U-21 side won | | 21 players
The under-21s won | | 21 players
A Boeing 737-800 landed | | 737 jets; 800 jets; 737..800 between jets
A Boeing 737 MAX 8 landed | | 737 jets; 8 jets
The iPhone 12 sold well | | 12 phones
Call 020 7946 0958 now | | 20 calls; 7946 calls; 958 calls
Call +1 (202) 555-0147 now | | 1 calls; 202 calls; 555 calls; 147 calls
Call 1-800-555-1234 now | | 1 calls; 800 calls; 1234 calls
See page 12 of it | | 12 pages
See pages 12, 14 and 20 | | 12 pages; 14 pages; 20 pages
It began at 9.30am | | 9.30 hour; 9 hour; 30 minute
It began at 12pm | | 12 hour; 12 metres
It ran from 8 to 9pm | | 8 hour; 9 hour
It began at 0900 hours | | 900 hour
It began at five o'clock | | 5 hour; 5 people
It began at half past six | | 6 hour; 0.5 hour
Filed on 2019-01-30T10:00:00Z | | 2019 files; 10 files; 30 files; 0 files
Filed on 30.01.2019 there | | 30 files; 1 files; 2019 files
It runs Python 3.11.7 | | 3.11 versions; 11 versions; 7 versions
It is version 2.0 of it | | 2 versions
Under §12(3) of it | | 12 laws; 3 laws
Under section 5.3 of it | | 5.3 laws; 5 laws
Under articles 233 and 333 | | 233 laws; 333 laws
In the 1990s they sang | | 1990 songs; 90 songs
She lives at 24 Downing Street | | 24 people
Plane N12345 landed | | 12345 planes
Case 19-1234 was heard | | 19 cases; 1234 cases; 19..1234 between cases
The book is ISBN 978-3-16-148410-0 | | 978 books; 148410 books; 3 books
It lies at 10.5°N 66.9°W | | 10.5 degrees; 66.9 degrees
It lies at 51.5074, -0.1278 | | 51.5074 degrees; -0.1278 degrees
A phase 3 trial | | 3 trials
A category 5 storm | | 5 storms
Agent 007 came | | 7 agents
The 21st century began | | 21 centuries; 21 people
The 500th goal fell | | 500 goals
A 4x4 crashed | | 4 cars
"""
QUALIFIERS = ("more than", "less than", "at least", "at most", "about", "between")


def read_table():
    """Yield (text, figure, whether the text certifies it)."""
    for line in TABLE.strip().splitlines():
        if not line.startswith("#"):
            text, right, wrong = (cell.strip() for cell in line.split("|"))
            for figures, is_right in ((right, True), (wrong, False)):
                for figure in filter(None, (part.strip() for part in figures.split(";"))):
                    yield text, figure, is_right


ROWS = tuple(read_table())


def number(text, figure):
    """Return a record of a figure such as `about 500 people`, with the text as its passage and its statement."""
    qualifier = next((name for name in QUALIFIERS if f"{name} " in figure), "exactly")
    value, unit = figure.replace(f"{qualifier} ", "").split(" ", 1)
    low, _, high = value.partition("..")
    return {
        **({"min": low, "max": high} if high else {"value": value}),
        "qualifier": qualifier,
        "unit": unit,
        "unit_basis": f"They are {unit}.",
        "measure": {"what": "what is counted", "basis": "The words say so."},
        "status": "reported",
        "summary": text,
        "passages": [{"source": "report", "exact": text}],
        "about": ["event:walk-out"],
        "review": "published",
    }


def rules_by_record(root, records):
    """Return the rules with findings in each of these number records, added to a dossier."""
    for index, record in enumerate(records):
        (root / f"content/numbers/case-{index}.yml").write_text(json.dumps(record), "utf-8")
    rules = {f"content/numbers/case-{index}.yml": [] for index in range(len(records))}
    for finding in check_dossier(root).findings:
        rules.get(finding.location.path, []).append(finding.rule)
    return list(rules.values())


def test_the_table_is_long():
    assert len({text for text, *_ in ROWS}) > 150
    assert sum(is_right for *_, is_right in ROWS) > 100


def test_each_text_certifies_its_figures_and_no_others(base):
    texts = list(dict.fromkeys(text for text, *_ in ROWS))
    write_report(base, "\n\n".join(texts))
    found = rules_by_record(base, [number(text, figure) for text, figure, _ in ROWS])
    rejected = ["number-figure-mismatch" in rules for rules in found]
    wrong = [row for row, is_rejected in zip(ROWS, rejected, strict=True) if row[2] == is_rejected]
    assert not wrong, wrong
    unsupported = [row for row, rules in zip(ROWS, found, strict=True) if "prose-figure-unsupported" in rules]
    assert not unsupported, unsupported


# A passage | statements that it supports, separated by ";" | statements that it does not.
STATEMENTS = """
The clinic saw 10 000 patients | It saw 10,000 patients; Ten thousand came; It saw 10k patients | It saw 10 patients
The fund lost £3.5m | It lost £3.5 million; A loss of 3.5 million pounds | It lost $3.5m; It lost £35m
The bill passed by 52–48 | The vote was 52 to 48; It had 52 votes | The vote was 53 to 48; It had 84 votes
Wages rose by 2.5% | Wages grew 2.5 per cent | Wages rose by 2.5 percentage points; Wages rose 3.5%
A third of beds were empty | One third of the beds were free; 1/3 of beds were free | 1/4 of beds were free
Under Article 233 he rules | He rules under Art. 233 | He rules under Article 333; He rules under Article 23
It began at 9.30am | It began at 9:30 a.m. | It began at 8.30am; It began at 9.45am
It began at 17:00 | It began at 5 p.m. | It began at 6 p.m.
A Boeing 737 landed | The Boeing 737 came down | The Boeing 747 came down
The G20 met in Ghent | The G20 met | The G7 met; The G21 met
It weighs 80kg now | It weighs 80 kilograms; It weighs 80 kg | It weighs 90kg; It weighs 80 pounds
Temperatures hit 40C | It was 40 °C; It was 40 degrees Celsius | It was 45C; It was 40 °F
It spread 3.5×10^12 times | It spread 3.5×10^12 times | It spread 3.5 times; It spread 10^12 times
It weighs 90kg now | It weighs 90 kilos; The 90-kilogram load | It weighs 90 people; There were 90
A dam 30 feet high | A 30-foot dam; It was 30ft high | It cost 30 lives; It was 30 metres high
It is 3x bigger | It is three times as big; It is 3 times as big | It is 4 times as big
Inflation of 12.5 per cent | Inflation of 12.5%; 12.5 percent | Inflation of 12.5 points; Inflation of 125%
In the 1990s they sang | They sang in the 1990s; Songs of the '90s | They sang in the 1980s
She lives at 24 Baker Street | Her address is 24 Baker Street | Her address is 42 Baker Street
They ran for 2½ hours | They ran for 2.5 hours; two and a half hours | They ran for 2 hours; They ran for 2½ days
Two or three boats sank | 2–3 boats sank | 2 boats sank; 3 boats sank
Up to 500 voted | At most 500 voted; As many as 500 voted | More than 500 voted; 500 voted
Port: Brenn; euros: 1200000; km: 12 | It cost 1,200,000 euros; It is 12 km long | It cost 12 euros; It is 1,200 km long
The 21st century began | The 21st century began | The 22nd century began; It had 21 people
"""


def test_a_statement_may_write_a_figure_in_another_way_but_not_another_figure(base):
    rows = []
    for line in STATEMENTS.strip().splitlines():
        text, right, wrong = (cell.strip() for cell in line.split("|"))
        for statements, is_right in ((right, True), (wrong, False)):
            rows += [(text, statement.strip(), is_right) for statement in statements.split(";")]
    write_report(base, "\n\n".join(dict.fromkeys(text for text, *_ in rows)))
    records = [number(text, "567 dockers") | {"summary": f"{statement}."} for text, statement, _ in rows]
    found = rules_by_record(base, records)
    rules = ("prose-figure-unsupported", "prose-date-unsupported")
    rejected = [sum(rule in rules for rule in of_record) for of_record in found]
    wrong = [row for row, count in zip(rows, rejected, strict=True) if count != (not row[2])]
    assert not wrong, wrong


def test_a_wrong_value_in_several_passages_is_one_finding(base):
    write_report(base, "The clinic saw 500 patients.\n\nIt had 500 patients, it said.")
    record = number("The clinic saw 500 patients.", "600 patients")
    record["passages"].append({"source": "report", "exact": "It had 500 patients, it said."})
    record["summary"] = "So many."
    assert rules_by_record(base, [record])[0].count("number-figure-mismatch") == 1


@pytest.mark.parametrize("text", ["567 men", "five men"])
def test_the_test_sees_a_wrong_figure(base, text):
    write_report(base, text)
    assert "number-figure-mismatch" in rules_by_record(base, [number(text, "4 men")])[0]
