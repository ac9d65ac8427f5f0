"""In a transcript, what follows the label of a line is a quotation, and the label is its speaker."""

import re

import pytest
from dossier.detect.labelled_speech import with_labelled_speech
from dossier.detect.languages import LANGUAGES, detectors_for, find_quotations_in, notes_of
from dossier.detect.quotations import find_quotations

# A text, and what is said in it: the label and the words.
FOUND: tuple[tuple[str, list[tuple[str, str]]], ...] = (
    (
        "The meeting on the quay\nEVA HOLM: Nobody asked us.\nROLF BRANDT: We had no choice.",
        [("EVA HOLM", "Nobody asked us."), ("ROLF BRANDT", "We had no choice.")],
    ),
    (
        "Q: Did you see it?\n\nA: I did. Twice.\n\nQ: And then?\n\nA: Nothing.",
        [("Q", "Did you see it?"), ("A", "I did. Twice."), ("Q", "And then?"), ("A", "Nothing.")],
    ),
    ("Q. Your name?\nA. Jon Falk.\nQ. Where?", [("Q", "Your name?"), ("A", "Jon Falk."), ("Q", "Where?")]),
    (
        "Interviewer: How long?\nEva Holm: Nine years.\nInterviewer: Why?",
        [("Interviewer", "How long?"), ("Eva Holm", "Nine years."), ("Interviewer", "Why?")],
    ),
    (
        "EVA HOLM, NEWS ANCHOR: Good evening.\n\n[20:01:05] SEN. JON FALK (I-VT): Thank you. It is\ngood.\n\n"
        "(LAUGHTER)\n\nHOLM: Senator!",
        [("EVA HOLM", "Good evening."), ("SEN. JON FALK", "Thank you. It is\ngood."), ("HOLM", "Senator!")],
    ),
    (">> JON: Hello.\n>> EVA: Hi.\n>> JON: Well.", [("JON", "Hello."), ("EVA", "Hi."), ("JON", "Well.")]),
    ("JON FALK:\nWe stay.\n\nEVA HOLM:\nWe go.", [("JON FALK", "We stay."), ("EVA HOLM", "We go.")]),
    ("Eva: “We stay.”\nJon: No.\nEva: “Yes.”", [("Eva", "We stay."), ("Jon", "No."), ("Eva", "Yes.")]),
)
NOT_FOUND = (
    "Pompeo: Maduro must go\nHe said it was late.",
    "Date: 4 May.\nLocation: London.\nDate: 5 May.\nLocation: Paris.",
    "Arsenal: Raya, White\nChelsea: Sanchez, James\nGoals: Saka 4, Palmer 8",
    "WATCH: The best goals.\nWATCH: The worst goals.\nREAD MORE: The rest.",
    "He had three rules: stay calm.\nShe had two: run.",
    "EVA HOLM: We stay.",
)


def said(text: str, *, is_recording: bool = False) -> list[tuple[str, str]]:
    notes = notes_of(detectors_for("en"))
    quotations, labels = with_labelled_speech(text, find_quotations(text), notes, is_recording=is_recording)
    return [
        (text[speech.label.start : speech.label.end], text[quotation.inner_start : quotation.inner_end])
        for quotation in quotations
        if (speech := labels.get(quotation))
    ]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_what_follows_a_label_is_said(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", NOT_FOUND)
def test_a_heading_or_a_note_is_no_speech(text: str) -> None:
    assert said(text) == []


def test_in_a_recording_one_label_is_enough() -> None:
    assert said("It is over now.\nEVA HOLM: We stay.", is_recording=True) == [("EVA HOLM", "We stay.")]


def test_marks_inside_labelled_speech_are_a_quotation_within_it() -> None:
    text = "EVA: He said “no” to me.\nJON: Why?\nEVA: Ask him."
    depths = [(text[q.inner_start : q.inner_end], q.depth) for q in find_quotations_in(text, detectors_for("en"))]
    assert depths == [("He said “no” to me.", 0), ("no", 1), ("Why?", 0), ("Ask him.", 0)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_read_in_every_language(language: str) -> None:
    text = "ENTREVISTADORA: ¿Wo?\n\nMARÍA DE LA LUZ: Là-bas.\n\nENTREVISTADORA: Não?"
    found = find_quotations_in(text, detectors_for(language))
    assert [text[q.inner_start : q.inner_end] for q in found] == ["¿Wo?", "Là-bas.", "Não?"]


NOTES = {
    "de": "Bild: {}\nQuelle: {}",
    "en": "Photo: {}\nSource: {}",
    "es": "Foto: {}\nFuente: {}",
    "fr": "Photo: {}\nSource: {}",
    "pt": "Foto: {}\nFonte: {}",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_about_pictures_are_no_speech_in_any_language(language: str) -> None:
    text = "\n".join(NOTES[language].format(f"A{place}.", f"B{place}.") for place in range(3))
    assert find_quotations_in(text, detectors_for(language)) == []
    speech = re.sub(r"\w+: B", "Brandt: B", re.sub(r"\w+: A", "Holm: A", text))
    assert len(find_quotations_in(speech, detectors_for(language))) == 6


def test_a_label_is_the_speaker() -> None:
    detectors = detectors_for("en")
    assert detectors and detectors.speaker_mentions
    text = "EVA HOLM: He said “no” to me.\nSEN. JON FALK: Why?\nEVA HOLM: Ask the mayor, Rolf Brandt said."
    speakers = detectors.speaker_mentions.find_speakers(text).values()
    named = [(text[who.start : who.end], who.name and who.name.text) for who in speakers if who]
    assert named == [("EVA HOLM", "EVA HOLM"), ("SEN. JON FALK", "SEN. JON FALK"), ("EVA HOLM", "EVA HOLM")]
    assert detectors.find_names
    assert [name.text for name in detectors.find_names(text)] == ["EVA HOLM", "JON FALK", "EVA HOLM", "Rolf Brandt"]
