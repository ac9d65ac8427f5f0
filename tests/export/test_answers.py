"""Questions about the first dossier that `data/claims.jsonl` answers by itself, without any other file or program."""

import json
from collections import defaultdict

import pytest

from tests.helpers import nonempty


@pytest.fixture(scope="module")
def claims(real_outputs):
    lines = real_outputs["data/claims.jsonl"].decode("utf-8").splitlines()
    return nonempty(json.loads(line) for line in lines)


def test_how_many_soldiers_went_to_colombia_and_who_said_so(claims):
    answers = defaultdict(set)
    for claim in claims:
        if claim["kind"] == "number" and claim["figure"]["counts"] == "defections to Colombia":
            for passage in claim["evidence"]:
                answers[claim["figure"]["words"]].add((passage["said_by"], " > ".join(passage["through"])))
    assert answers == {
        "567 soldiers": {
            ("Colombian officials", "WNU > Business Insider report"),
            ("Colombia", "WNU > Business Insider report > CNN report on the 567"),
            ("Colombia", "WNU > Business Insider report > El Tiempo report"),
            ("Business Insider report", "WNU"),
        },
        "more than 500 soldiers": {
            ("Colombian migration authority", "WNU > Business Insider report"),
            ("Colombian officials", "WNU > Business Insider report"),
        },
        "hundreds": {("AP report", "HotAir"), ("HotAir", "")},
    }


def test_in_which_words_the_567_is_reported_and_where_they_are(claims):
    quotes = {
        (passage["exact"], passage["url"])
        for claim in claims
        if claim["kind"] == "number" and claim["figure"].get("value") == "567"
        for passage in claim["evidence"]
    }
    words = "567 Venezuelan soldiers defected to Colombia, according to Colombian officials"
    assert (words, "texts/wnu-defected-567.html#p-369-447") in quotes
    assert all("567" in exact for exact, _ in quotes)


def test_what_other_sources_say_about_the_567(claims):
    [claim] = [claim for claim in claims if claim["id"] == "number:defectors-to-colombia-567#s-counted"]
    assert claim["disputed"]
    [how_many] = [entry for entry in claim["disagreements"] if entry["question"].startswith("How many Venezuelan")]
    others = [position for position in how_many["positions"] if not position["shares_evidence"]]
    assert ["HotAir", "AP report"] in [attribution for position in others for attribution in position["attributions"]]
    assert how_many["url"] == "disagreements/how-many-defected.html"


def test_what_the_attache_said_in_his_video(claims):
    said = {
        " ".join(claim["words"])
        for claim in claims
        if claim["kind"] == "quote" and claim["speaker"] == "Jose Luis Silva"
    }
    assert len(said) > 2
    named = {
        actor["label"] for claim in claims if claim.get("speaker") == "Jose Luis Silva" for actor in claim["actors"]
    }
    assert "Jose Luis Silva" in named


def test_when_and_where_guaido_declared_himself_interim_leader(claims):
    found = [claim for claim in claims if claim["record"] == "event:guaido-declares-himself-interim-leader"]
    assert {(claim["date"], claim["date_words"]) for claim in nonempty(found)} == {("2019-01-23", "23 January 2019")}
    assert "Juan Guaidó" in {actor["label"] for claim in found for actor in claim["actors"]}


def test_which_statements_are_the_editors_own_and_how_good_the_sources_of_the_others_are(claims):
    assert all(not claim["evidence"] for claim in claims if claim["by"] == "editor")
    grades = {passage["grade"] for claim in claims for passage in claim["evidence"]}
    assert grades <= set("ABCDEF") and len(grades) > 1
    assert all(passage["title"] for claim in claims for passage in claim["evidence"])
    assert {claim["review"] for claim in claims if claim["record"]} <= {"reviewed", "published"}
