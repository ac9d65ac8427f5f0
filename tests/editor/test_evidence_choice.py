"""The evidence of a sentence is chosen only if its words leave no other choice."""

import pytest
from dossier.detect.languages import detectors_for
from dossier.editor.evidence_choice import Candidate, choose_evidence

ENGLISH = detectors_for("en")
LEFT = Candidate("left", "More than 500 dockers left the port on Jan. 23", ENGLISH)
GATE = Candidate("gate", "“The harbour is ours,” Mayor Rolf Brandt said at the gate.", ENGLISH)
HOURS = Candidate("hours", "He gave the dockers 72 hours.", ENGLISH)
CHOSEN = {
    "More than 500 dockers left.": "left",
    "On January 23 they left.": "left",
    "“The harbour is ours,” he said.": "gate",
    "The mayor, Rólf BRANDT, said so.": "gate",
    "They were given 72 hours.": "hours",
}
LEFT_OPEN = {
    "a figure that no passage has": "They were given 73 hours.",
    "a date that no passage has": "On January 24 they left the port.",
    "words of two passages": "Mayor Brandt gave the dockers 72 hours.",
    "words that several passages have": "The dockers, again.",
    "one word only": "He was at the gate.",
    "half other words": "Mayor Brandt answered questions.",
    "mostly other words": "The mayor Brandt disliked questions, journalists, strikes and foreign ships.",
    "a negation": "Mayor Rolf Brandt was not at the gate.",
    "no words": "This is so.",
}


@pytest.mark.parametrize(("sentence", "target"), CHOSEN.items())
def test_a_sentence_with_the_words_of_one_passage_gets_it(sentence, target):
    choice = choose_evidence(sentence, [LEFT, GATE, HOURS], ENGLISH)
    assert choice.chosen is not None
    assert choice.chosen.target == target


@pytest.mark.parametrize("sentence", LEFT_OPEN.values(), ids=LEFT_OPEN)
def test_another_sentence_is_left_open(sentence):
    assert choose_evidence(sentence, [LEFT, GATE, HOURS], ENGLISH).chosen is None


def test_two_passages_with_the_same_words_are_no_choice():
    again = Candidate("again", HOURS.text, ENGLISH)
    assert choose_evidence("They were given 72 hours.", [HOURS, again], ENGLISH).chosen is None


def test_words_of_the_subject_do_not_count():
    assert choose_evidence("Rolf Brandt.", [LEFT, GATE], ENGLISH).chosen is GATE
    assert choose_evidence("Rolf Brandt.", [LEFT, GATE], ENGLISH, {"rolf", "brandt"}).chosen is None


def test_candidates_are_listed_by_the_number_of_words_they_share():
    shared = choose_evidence("Mayor Brandt gave the dockers 72 hours.", [LEFT, GATE, HOURS], ENGLISH).shared
    assert [(target, words) for target, words in shared] == [
        ("gate", ("Mayor", "Brandt")),
        ("hours", ("72 hours", "dockers")),
        ("left", ("dockers",)),
    ]
