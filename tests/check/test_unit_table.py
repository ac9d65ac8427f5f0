"""What a figure counts is a noun next to it: units that texts of other stories have there, and others."""

from tests.check.report_source import write_report
from tests.check.test_figure_table import rules_by_record

# Words of a passage | the figure | units that it counts | other nouns of the passage.
TABLE = """
The court heard 40 witnesses over nine days | 40 | witnesses; witness | courts; days; weeks
The judge sentenced 12 former officers to prison terms | 12 | officers; former officers | judges; terms; prisons
In interviews, nine hospital nurses described the wards | 9 | nurses; hospital nurses | interviews; wards
Some 300 striking miners blocked the roads for two days | 300 | miners; striking miners | roads; blocks; days
The ferry carried 200 passengers and 14 crew members | 200 | passengers | ferries; crew members; members
The flood destroyed 500 homes and bridges in three villages | 500 | homes; houses | villages; floods
The clinic gave 1,200 doses of vaccine to children | 1200 | doses; doses of vaccine | clinics; children; vaccinators
The firm, with 30 shops, will dismiss 600 workers | 600 | workers; employees | shops; firms
Voters chose 45 members of the council from six parties | 45 | members; members of the council | voters; parties; voter
The striker scored 21 goals in 30 matches for both clubs | 21 | goals; goal | matches; clubs; strikers
The striker scored 22 goals in 31 matches for both clubs | 31 | matches | goals; clubs
The fire killed seven people and hurt 30 others, doctors said | 7 | people; persons | fires; doctors
At least 80 national parks lost visitors as nations shut | 80 | parks; national parks | nations; visitors
The number of dead rose to 70 after the storms | 70 | dead; deaths | storms; rises
The fund bought 9,000 shares of two companies from brokers | 9000 | shares | companies; brokers; funds
Police freed 15 hostages from the building, and gunmen fled | 15 | hostages | gunmen; buildings; police
The tribe has 4,000 members who speak two languages | 4000 | members | languages; tribes; speakers
The clinic saw 1,204 [3] patients in May, doctors say | 1204 | patients | doctors; clinics
Thousands of fans filled the streets | Thousands | fans | streets; thousands
The union says 17 of its drivers left | 17 | drivers; its drivers | unions; sayings
The nurses met at noon. Six said they would resign | 6 | nurses | noons; resignations
Nine teachers met the ministers about wages. Two resigned | 2 | teachers | wages; ministers
"""


def test_a_unit_is_what_the_figure_counts(base):
    rows = []
    for line in TABLE.strip().splitlines():
        text, figure, right, wrong = (cell.strip() for cell in line.split("|"))
        for units, is_right in ((right, True), (wrong, False)):
            rows += [(text, figure, unit.strip(), is_right) for unit in units.split(";")]
    write_report(base, "\n\n".join(dict.fromkeys(text for text, *_ in rows)))
    found = rules_by_record(base, [number(text, figure, unit) for text, figure, unit, _ in rows])
    rejected = ["unit-not-in-source" in rules for rules in found]
    wrong = [row for row, is_rejected in zip(rows, rejected, strict=True) if row[3] == is_rejected]
    assert not wrong, wrong


def number(text, figure, unit):
    is_vague = figure.isalpha()
    qualifiers = {"Some": "about", "At least": "at least"}
    qualifier = next((meant for words, meant in qualifiers.items() if text.startswith(words)), "exactly")
    return {
        **({"words": figure, "qualifier": "vague"} if is_vague else {"value": figure, "qualifier": qualifier}),
        "unit": unit,
        "measure": {"what": "what is counted", "basis": "The words say so."},
        "status": "reported",
        "summary": "So many.",
        "passages": [{"source": "report", "exact": text}],
        "about": ["event:walk-out"],
        "review": "published",
    }
