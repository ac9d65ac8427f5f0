"""Creeds, titles and ordinals of a statement, which name nothing by themselves, must be in its passages too."""

import pytest
from dossier.pipeline import check_dossier

from tests.check.conftest import edit_lines, sha256, update_sha256

LINE = "“They told me, ‘stay at home,’ and I did,” said Nils Aker, a docker."
EVENT = """\
title: Something happens
status: reported
summary: {summary}
passages:
  - source: gazette
    exact: {exact}
about: [event:walk-out]
note: It belongs to [[event:walk-out]].
review: published
"""
SENTENCES = [
    ("The leaders of the {} militia met.", "Sunni", "Shia"),
    ("They went to the {} school.", "Catholic", "Protestant"),
    ("The {} senator voted.", "Democratic", "Republican"),
    ("They met a {} man.", "White", "Black"),
    ("They opened the {} clinic.", "HIV", "DNA"),
    ("It was said by the {} of the port.", "CEO", "CFO"),
    ("It rained before {} that year.", "Christmas", "Easter"),
    ("They met {} Ada Roth at the port.", "Dr.", "Gen."),
    ("They joined the {} Airborne Division.", "82nd", "101st"),
    ("They met on {} Street.", "42nd", "52nd"),
]


@pytest.mark.parametrize(("sentence", "right", "wrong"), SENTENCES)
def test_another_word_than_that_of_the_passage_is_found(base, sentence, right, wrong):
    exact, seed = sentence.format(right), base / "seeds/gazette.txt"
    old = sha256(seed)
    seed.write_text(edit_lines(seed.read_text("utf-8"), f"= {LINE}\n+ {exact}\n"), "utf-8", newline="\n")
    update_sha256(base, old, sha256(seed))
    for word, expected in ((right, []), (wrong, ["prose-name-unsupported"])):
        event = EVENT.format(summary=sentence.format(word), exact=exact)
        (base / "content/events/case.yml").write_text(event, "utf-8")
        found = [finding.rule for finding in check_dossier(base).findings if "name" in finding.rule]
        assert found == expected, word
