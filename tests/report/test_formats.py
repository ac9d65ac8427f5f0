"""The formats of findings: text with excerpts, lines, JSON, SARIF and GitHub annotations."""

import json

import pytest
from dossier.model.docs import RuleDoc
from dossier.model.finding import Finding, Location
from dossier.pipeline import check_dossier
from dossier.report import PLAIN, REPORTS, ReportStyle, github_summary
from dossier.report.json import parse_json

FINDING = Finding(Location("content/actors/a.yml", 3, 7), "wrong-value", "side `x` not found")
ODD_FINDING = Finding(
    Location("content/a,b:c%.yml", 1, 2), "passage-differs", "says `a\nb`, 100% :: c\r", {"differs": ["case"]}
)


FILE = ("name: Ana", "kind: person", "side: x # naïve", "note: \u65e5\u672ce\u0301 \u202e x")


def report(name, findings, style=PLAIN):
    return REPORTS[name](findings, style)


@pytest.mark.parametrize(("name", "empty"), [("text", ""), ("line", ""), ("json", "[]\n"), ("github", "")])
def test_no_findings_give_an_empty_report(name, empty):
    assert report(name, []) == empty


def test_the_line_format_has_one_finding_per_line():
    assert report("line", [FINDING]) == "content/actors/a.yml:3:7: side `x` not found [wrong-value]\n"
    assert (
        report("line", [ODD_FINDING])
        == "content/a,b:c%.yml:1:2: says `a\\u000ab`, 100% :: c\\u000d [passage-differs]\n"
    )


def excerpt(line, column, lines=FILE, **style):
    """Return the two lines below a finding."""
    finding = FINDING._replace(location=Location("a.yml", line, column))
    return report("text", [finding], ReportStyle(lambda path: lines, **style)).split("\n", 1)[1]


def test_text_shows_the_line_with_a_caret_under_the_exact_column():
    assert excerpt(3, 7) == "     3 | side: x # naïve\n       |       ^\n"


@pytest.mark.parametrize(("column", "width"), [(7, 6), (8, 8), (9, 10), (11, 11), (12, 12), (13, 18)])
def test_the_caret_accounts_for_wide_combining_and_escaped_characters(column, width):
    assert excerpt(4, column).split("\n")[1] == f"       | {' ' * width}^"


def test_a_long_line_is_cut_around_the_caret():
    shown, under, _ = excerpt(1, 301, ("x" * 300 + "!" + "y" * 300,)).split("\n")
    assert len(shown) < 120
    assert shown[under.index("^")] == "!"


@pytest.mark.parametrize(
    ("column", "shown"),
    [(1, f"{'a' * 99}…"), (80, f"…{'a' * 98}…"), (150, f"…{'a' * 99}")],
)
def test_an_ellipsis_marks_each_side_that_is_cut(column, shown):
    assert excerpt(1, column, ("a" * 150,)).split("\n")[0] == f"     1 | {shown}"


def test_a_line_that_fits_is_not_cut():
    assert excerpt(1, 100, ("a" * 100,)).split("\n")[0] == f"     1 | {'a' * 100}"


@pytest.mark.parametrize(("line", "lines"), [(9, FILE), (1, ()), (1, ("  ",))])
def test_a_missing_or_blank_line_has_no_excerpt(line, lines):
    assert excerpt(line, 1, lines) == ""


def test_colours_are_used_only_if_asked_for():
    assert "\033" in excerpt(3, 7, colours=True)
    assert "\033" not in excerpt(3, 7)


def test_the_findings_of_a_json_report_are_those_it_was_made_from():
    assert parse_json(report("json", [FINDING, ODD_FINDING])) == [FINDING, ODD_FINDING]
    for text in ("", "{}x", '[{"path": 1}]', "[1]", "3"):
        with pytest.raises(ValueError):
            parse_json(text)


def test_json_has_its_stable_keys():
    assert json.loads(report("json", [FINDING, ODD_FINDING])) == [
        {
            "path": "content/actors/a.yml",
            "line": 3,
            "column": 7,
            "rule": "wrong-value",
            "message": "side `x` not found",
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


def test_github_commands_escape_special_characters():
    assert report("github", [FINDING, ODD_FINDING]) == (
        "::error file=content/actors/a.yml,line=3,col=7,title=wrong-value::side `x` not found\n"
        "::error file=content/a%2Cb%3Ac%25.yml,line=1,col=2,title=passage-differs::says `a%0Ab`, 100%25 :: c%0D\n"
    )


def test_github_annotates_ten_findings_and_logs_the_others():
    printed = report("github", [FINDING] * 12).splitlines()
    assert [line.startswith("::error ") for line in printed] == [True] * 10 + [False] * 2


def test_the_job_summary_lists_all_findings_and_escapes_them():
    summary = github_summary([FINDING] * 11 + [ODD_FINDING])
    assert summary.startswith("### 12 findings\n")
    assert summary.count("wrong-value") == 11
    assert "`" not in summary
    assert "| says &#96;a\\u000ab&#96;" in summary.replace("&#92;", "\\")
    assert github_summary([]) == "### No findings\n\n"


def test_sarif_gives_each_finding_its_rule_and_location():
    rules = (RuleDoc("other", "…"), RuleDoc("wrong-value", "A value has the right type.", "a", "b"))
    log = json.loads(report("sarif", [FINDING, ODD_FINDING], ReportStyle(rules=rules)))
    [run] = log["runs"]
    first, second = run["results"]
    location = first["locations"][0]["physicalLocation"]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == "wrong-value"
    assert location["region"] == {"startLine": 3, "startColumn": 7}
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
def test_a_passage_finding_has_its_match_result_as_detail(write, base, rule):
    exact, keys = DETAILS[rule]
    file = "content/actors/nils-aker.yml"
    root = write(file, (base / file).read_text("utf-8").replace("exact: Nils Aker, a docker", exact))
    [finding] = json.loads(report("json", check_dossier(root).findings))
    assert (finding["rule"], finding["detail"]["verdict"]) == (rule, rule)
    assert finding["detail"].keys() - {"verdict"} == keys


def test_the_places_of_a_passage_are_spans_of_its_text(write, base):
    file = "content/actors/nils-aker.yml"
    root = write(file, (base / file).read_text("utf-8").replace("exact: Nils Aker, a docker", "exact: dockers"))
    [finding] = json.loads(report("json", check_dossier(root).findings))
    text = (root / "seeds/gazette.txt").read_text("utf-8")
    places = finding["detail"]["places"]
    assert [text[place["start"] : place["end"]] for place in places] == ["dockers"] * 2
    assert all(place.keys() == {"file", "start", "end"} for place in places)
