"""Findings as text with excerpts, as lines, as JSON, as SARIF and as annotations of GitHub."""

import json

import pytest
from dossier.model.docs import RuleDoc
from dossier.model.finding import Finding, Location
from dossier.pipeline import check_dossier
from dossier.report import PLAIN as NO_LOOKS
from dossier.report import REPORTS, ReportStyle, github_summary

PLAIN = Finding(Location("content/actors/a.yml", 3, 7), "wrong-value", "side: `x` is no side")
ODD = Finding(
    Location("content/a,b:c%.yml", 1, 2), "passage-differs", "says `a\nb`, 100% :: c\r", {"differs": ["case"]}
)


FILE = ("name: Ana", "kind: person", "side: x # naïve", "note: \u65e5\u672ce\u0301 \u202e x")


def report(name, findings, looks=NO_LOOKS):
    return REPORTS[name](findings, looks)


@pytest.mark.parametrize(("name", "empty"), [("text", ""), ("line", ""), ("json", "[]\n"), ("github", "")])
def test_no_finding_is_an_empty_report(name, empty):
    assert report(name, []) == empty


def test_a_line_is_a_finding():
    assert report("line", [PLAIN]) == "content/actors/a.yml:3:7: side: `x` is no side [wrong-value]\n"
    assert report("line", [ODD]) == "content/a,b:c%.yml:1:2: says `a\\u000ab`, 100% :: c\\u000d [passage-differs]\n"


def excerpt(line, column, lines=FILE, **looks):
    """The two lines below a finding."""
    found = PLAIN._replace(location=Location("a.yml", line, column))
    return report("text", [found], ReportStyle(lambda path: lines, **looks)).split("\n", 1)[1]


def test_text_shows_the_line_with_a_caret_under_the_very_column():
    assert excerpt(3, 7) == "     3 | side: x # naïve\n       |       ^\n"


@pytest.mark.parametrize(("column", "width"), [(7, 6), (8, 8), (9, 10), (11, 11), (12, 12), (13, 18)])
def test_the_caret_minds_what_is_wide_what_is_nothing_and_what_is_written_out(column, width):
    assert excerpt(4, column).split("\n")[1] == f"       | {' ' * width}^"


def test_a_long_line_is_cut_around_the_caret():
    shown, under, _ = excerpt(1, 301, ("x" * 300 + "!" + "y" * 300,)).split("\n")
    assert len(shown) < 120
    assert shown[under.index("^")] == "!"


@pytest.mark.parametrize(
    ("column", "shown"),
    [(1, f"{'a' * 99}…"), (80, f"…{'a' * 98}…"), (150, f"…{'a' * 99}")],
)
def test_a_line_says_on_which_side_it_is_cut(column, shown):
    assert excerpt(1, column, ("a" * 150,)).split("\n")[0] == f"     1 | {shown}"


def test_a_line_that_fits_is_not_cut_wherever_the_caret_is():
    assert excerpt(1, 100, ("a" * 100,)).split("\n")[0] == f"     1 | {'a' * 100}"


@pytest.mark.parametrize(("line", "lines"), [(9, FILE), (1, ()), (1, ("  ",))])
def test_a_line_that_is_not_there_is_not_shown(line, lines):
    assert excerpt(line, 1, lines) == ""


def test_colours_are_for_terminals():
    assert "\033" in excerpt(3, 7, colours=True)
    assert "\033" not in excerpt(3, 7)


def test_json_has_the_keys_of_its_format():
    assert json.loads(report("json", [PLAIN, ODD])) == [
        {
            "path": "content/actors/a.yml",
            "line": 3,
            "column": 7,
            "rule": "wrong-value",
            "message": "side: `x` is no side",
            "detail": {},
        },
        {
            "path": "content/a,b:c%.yml",
            "line": 1,
            "column": 2,
            "rule": "passage-differs",
            "message": "says `a\nb`, 100% :: c\r",
            "detail": {"differs": ["case"]},
        },
    ]


def test_github_escapes_what_its_commands_are_made_of():
    assert report("github", [PLAIN, ODD]) == (
        "::error file=content/actors/a.yml,line=3,col=7,title=wrong-value::side: `x` is no side\n"
        "::error file=content/a%2Cb%3Ac%25.yml,line=1,col=2,title=passage-differs::says `a%0Ab`, 100%25 :: c%0D\n"
    )


def test_github_annotates_ten_and_tells_the_others_in_the_log():
    printed = report("github", [PLAIN] * 12).splitlines()
    assert [line.startswith("::error ") for line in printed] == [True] * 10 + [False] * 2


def test_the_summary_of_a_job_tells_all_and_acts_on_nothing():
    told = github_summary([PLAIN] * 11 + [ODD])
    assert told.startswith("### 12 findings\n")
    assert told.count("wrong-value") == 11
    assert "`" not in told
    assert "| says &#96;a\\u000ab&#96;" in told.replace("&#92;", "\\")
    assert github_summary([]) == "### No findings\n\n"


def test_sarif_tells_each_finding_by_its_rule_and_place():
    rules = (RuleDoc("other", "…"), RuleDoc("wrong-value", "A value is one of its kind.", "a", "b"))
    log = json.loads(report("sarif", [PLAIN, ODD], ReportStyle(rules=rules)))
    [run] = log["runs"]
    first, second = run["results"]
    place = first["locations"][0]["physicalLocation"]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == "wrong-value"
    assert place["region"] == {"startLine": 3, "startColumn": 7}
    assert second["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "content/a%2Cb%3Ac%25.yml"
    assert "ruleIndex" not in second


DETAILS = {
    "passage-differs": ("exact: nils Aker, a docker", {"places", "differs", "nearest"}),
    "passage-ambiguous": ("exact: dockers", {"places"}),
    "passage-cut": ("exact: Nils Aker, a dock", {"start", "end", "nearest"}),
    "passage-excluded": ("exact: Buy Brenn biscuits", {"start", "end"}),
    "passage-wrong-source": ("exact: Port officials counted them.", {"places"}),
    "passage-absent": ("exact: Nils Aker, a teacher", {"places", "nearest"}),
}


@pytest.mark.parametrize("rule", DETAILS)
def test_a_passage_tells_programs_what_came_of_it(write, base, rule):
    exact, keys = DETAILS[rule]
    file = "content/actors/nils-aker.yml"
    root = write(file, (base / file).read_text("utf-8").replace("exact: Nils Aker, a docker", exact))
    [finding] = json.loads(report("json", check_dossier(root).findings))
    assert (finding["rule"], finding["detail"]["verdict"]) == (rule, rule)
    assert finding["detail"].keys() - {"verdict"} == keys


def test_the_places_of_a_passage_are_stretches_of_its_text(write, base):
    file = "content/actors/nils-aker.yml"
    root = write(file, (base / file).read_text("utf-8").replace("exact: Nils Aker, a docker", "exact: dockers"))
    [finding] = json.loads(report("json", check_dossier(root).findings))
    text = (root / "seeds/gazette.txt").read_text("utf-8")
    places = finding["detail"]["places"]
    assert [text[place["start"] : place["end"]] for place in places] == ["dockers"] * 2
    assert all(place.keys() == {"file", "start", "end"} for place in places)
