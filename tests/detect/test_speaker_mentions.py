"""Who says each quotation: the words that name the speaker, the verb, and the name that a pronoun refers to."""

import pytest
from dossier.detect.en.sayings import SPEAKER_MENTIONS

SPEAKERS = [
    # next to the quotation
    ("“We stay,” said Holm.", ["Holm"]),
    ("“We stay,” Holm told the Daily Post.", ["Holm"]),
    ("“We stay,” Rolf Brandt, the mayor of Nordhavn, said on Friday.", ["Rolf Brandt"]),
    ("“We stay,” Gwen Moore (D-Wis.) said.", ["Gwen Moore"]),
    ("“We stay,” said a spokesman for the ministry on Friday.", ["a spokesman for the ministry"]),
    ("“We stay,” a spokeswoman for Holm said.", ["a spokeswoman for Holm"]),
    ("“We stay,” senior port officials said.", ["senior port officials"]),
    ("“Do we stay?” Holm’s doctor asked.", ["Holm’s doctor"]),
    ("“We stay,” Lt. Col. Rolf Brandt of the Royal Navy said.", ["Lt. Col. Rolf Brandt"]),
    ("“We stay,” Senator Rolf Brandt of Maine said.", ["Senator Rolf Brandt"]),
    ("“We stay,” Acme Ferries CEO Eva Holm told the port.", ["CEO Eva Holm"]),
    ("“We stay,” protesters marching through the streets chanted.", ["protesters"]),
    # before it
    ("Holm has repeatedly said that dockers are “tired.”", ["Holm"]),
    ("Holm said during a rally in Nordhavn that Brandt once described it as “the gate.”", ["Holm"]),
    ("When Holm noted the delay, Brandt called it “a lie.”", ["Brandt"]),
    ("Holm called it “a lie,” but Brandt said it was “true.”", ["Holm", "Brandt"]),
    ("Holm’s claim that ships were “late” was wrong.", ["Holm"]),
    ("Holm, who says he was “tired,” slept.", ["Holm"]),
    ("He said:\n\n“We stay.”", ["He"]),
    ("Sailors who stay loyal to president Rolf Brandt have called it a “gate.”", []),
    ("The children of Rolf Brandt say that it is “late.”", ["The children of Rolf Brandt"]),
    ("Holm and Rolf Brandt say that it is “late.”", ["Rolf Brandt"]),
    ("The Harbour Board say that it is “late.”", ["Harbour Board"]),
    ("Holm went to Nordhavn to call it a “gate.”", ["Holm"]),
    ("63 percent said it was “justified” to leave.", ["63 percent"]),
    # according to
    ("It was “a lie,” according to Rolf Brandt, the mayor.", ["Rolf Brandt"]),
    # from what is around it
    ("“We stay,” said Holm. “We work.”", ["Holm", "Holm"]),
    ("Holm spoke on Friday.\n\n“We stay.”", ["Holm"]),
    ("“First,” said Holm.\n\n“Then the rest.”", ["Holm", "Holm"]),
    # nobody
    ("The ship “Aurora” left the port.", []),
    ("The “war room” was empty.", []),
    ("Nobody in “The Dock” is named Holm.", []),
    ("“Brandt said it,” the sign had.", []),
]
NAMES = [
    ("Rolf Brandt came in. “We stay,” he said.", "Rolf Brandt"),
    ("Rolf Brandt, who knows Eva Holm, came in. He said it was “late.”", "Rolf Brandt"),
    ("“Ask Eva Holm,” Rolf Brandt said. Then he said: “Ask her.”", "Rolf Brandt"),
    ("“We stay,” said a spokesman for Eva Holm.", "Eva Holm"),
    ("“We stay,” Ohio Governor Rolf Brandt said. “We work,” he said.", "Governor Rolf Brandt"),
    ("“We stay,” he said.", None),
]


def found(text):
    return [text[speaker.start : speaker.end] for speaker in SPEAKER_MENTIONS.find(text).values()]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_the_speaker_of_each_quotation_is_named_by_these_words(text, speakers):
    assert found(text) == speakers


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_the_name_of_a_speaker(text, name):
    speaker = list(SPEAKER_MENTIONS.find(text).values())[-1]
    assert (speaker.name and speaker.name.text) == name


def test_the_verb_is_found_too():
    (speaker,) = SPEAKER_MENTIONS.find("“We stay,” Holm told us.").values()
    assert speaker.verb == (16, 20)


@pytest.mark.parametrize("sentence", ["“We stay,” said Holm. ", "“We stay.” ", "“We stay.”\n\n", "Holm said “a”, "])
def test_many_quotations_in_a_row_are_read(sentence):
    text = sentence * 500
    assert len(SPEAKER_MENTIONS.find(text)) == (500 if "Holm" in sentence else 0)
