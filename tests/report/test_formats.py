"""Findings as text, as JSON and as annotations of GitHub."""

import json

import pytest

from generator.model.finding import Finding, Location
from generator.pipeline import checked
from generator.report import REPORTS

PLAIN = Finding(Location("content/actors/a.yml", 3, 7), "wrong-value", "side: `x` is no side")
ODD = Finding(
    Location("content/a,b:c%.yml", 1, 2), "passage-differs", "says `a\nb`, 100% :: c\r", {"differs": ["case"]}
)


def test_there_are_three_formats():
    assert sorted(REPORTS) == ["github", "json", "text"]


@pytest.mark.parametrize(("name", "empty"), [("text", ""), ("json", "[]\n"), ("github", "")])
def test_no_finding_is_an_empty_report(name, empty):
    assert REPORTS[name]([]) == empty


def test_text_is_a_line_a_finding():
    assert REPORTS["text"]([PLAIN]) == "content/actors/a.yml:3:7: side: `x` is no side [wrong-value]\n"
    assert REPORTS["text"]([ODD]) == "content/a,b:c%.yml:1:2: says `a\\u000ab`, 100% :: c\\u000d [passage-differs]\n"


def test_json_has_the_keys_of_its_format():
    assert json.loads(REPORTS["json"]([PLAIN, ODD])) == [
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
    assert REPORTS["github"]([PLAIN, ODD]) == (
        "::error file=content/actors/a.yml,line=3,col=7,title=wrong-value::side: `x` is no side\n"
        "::error file=content/a%2Cb%3Ac%25.yml,line=1,col=2,title=passage-differs::says `a%0Ab`, 100%25 :: c%0D\n"
    )


DETAILS = {
    "passage-differs": ("exact: nils Aker, a docker", {"places", "differs", "nearest"}),
    "passage-ambiguous": ("exact: dockers", {"places"}),
    "passage-cut": ("exact: Nils Aker, a dock", {"start", "end", "nearest"}),
    "passage-excluded": ("exact: Buy Brenn biscuits", {"start", "end"}),
    "passage-elsewhere": ("exact: Port officials counted them.", {"places"}),
    "passage-absent": ("exact: Nils Aker, a teacher", {"places", "nearest"}),
}


@pytest.mark.parametrize("rule", DETAILS)
def test_a_passage_tells_programs_what_came_of_it(write, base, rule):
    exact, keys = DETAILS[rule]
    file = "content/actors/nils-aker.yml"
    root = write(file, (base / file).read_text("utf-8").replace("exact: Nils Aker, a docker", exact))
    [finding] = json.loads(REPORTS["json"](checked(root).findings))
    assert (finding["rule"], finding["detail"]["verdict"]) == (rule, rule)
    assert finding["detail"].keys() - {"verdict"} == keys


def test_the_places_of_a_passage_are_stretches_of_its_text(write, base):
    file = "content/actors/nils-aker.yml"
    root = write(file, (base / file).read_text("utf-8").replace("exact: Nils Aker, a docker", "exact: dockers"))
    [finding] = json.loads(REPORTS["json"](checked(root).findings))
    text = (root / "seeds/gazette.txt").read_text("utf-8")
    places = finding["detail"]["places"]
    assert [text[place["start"] : place["end"]] for place in places] == ["dockers"] * 2
    assert all(place.keys() == {"file", "start", "end"} for place in places)
