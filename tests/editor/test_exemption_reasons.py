"""The reason for an exemption is proposed where the text shows it, in five languages, and only there."""

from pathlib import Path

import pytest
import yaml
from dossier.detect.figure_asides import find_asides
from dossier.detect.languages import detectors_for
from dossier.editor.exemption_reasons import ReasonFinder
from dossier.model.coverage import Mention

TEXTS = yaml.safe_load(Path(__file__).with_suffix(".yml").with_stem("exemption_reasons").read_text("utf-8"))


def note_of(text, language, words, kind="name"):
    """Return the note for the first occurrence of these words, None if the text shows no reason."""
    start = text.index(words)
    reason = ReasonFinder(text, language).reason_of(Mention("x.txt", start, start + len(words), kind, words))
    return reason.note if reason else None


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: f"{case['language']}: {case['text'].splitlines()[0]}")
def test_a_reason_is_found_where_the_text_shows_it(case):
    text, language = case["text"], case["language"]
    assert {words: note_of(text, language, words) for words in case["shown"]} == case["shown"]
    assert {words: note_of(text, language, words) for words in case["not"]} == dict.fromkeys(case["not"])


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "It was the first ferry, and 20 were on it.", "first"),
        ("es", "Fue la primera balsa, y había 20 a bordo.", "primera"),
        ("fr", "C’était le premier bac, et 20 étaient à bord.", "premier"),
        ("pt", "Foi a primeira balsa, e 20 estavam a bordo.", "primeira"),
        ("de", "Es war die erste Fähre, und 20 waren an Bord.", "erste"),
    ],
)
def test_an_ordinal_counts_nothing(language, text, words):
    quantities = detectors_for(language).find_quantities(text)
    finder = ReasonFinder(text, language, find_asides(text, detectors_for(language)))
    mentions = [Mention("x.txt", q.start, q.end, "quantity", q.text) for q in quantities]
    reasons = {mention.text: finder.reason_of(mention) for mention in mentions}
    assert {text: reason.reason for text, reason in reasons.items() if reason} == {words: "no measure"}


HEADLINES = [
    (
        "en",
        "‘Historic’ snow in Brenn\n\nHolm called it “historic” on Monday.\n",
        "In the headline; the text below says it.",
    ),
    ("en", "‘Historic’ snow in Brenn\n\nHolm called it bad on Monday.\n", None),
    ("en", "‘Historic’ snow, said Holm.\n\nHolm called it “historic” on Monday.\n", None),
    ("en", "‘Historic’ snow in Brenn\n", None),
    ("es", "“Histórica” nevada en Brenn\n\nRuiz la llamó «histórica».\n", "In the headline; the text below says it."),
]


@pytest.mark.parametrize(("language", "text", "note"), HEADLINES)
def test_a_quotation_in_the_headline_refers_to_the_text(language, text, note):
    words = text[1 : text.index(text[0].translate({0x2018: 0x2019, 0x201C: 0x201D}))]
    assert note_of(text, language, words, "quotation") == note


PIECES = ["A-", "A.", "A/", "By A B ", "(A/", "a-b.", "©", "2:30 ", "1 May ", "@", "+1 ", ", A"]


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_line_is_read_like_any_other(piece):
    for text in (piece * 20000, f"By {piece * 20000}x", f"Photo: {piece * 20000}!x", f"{piece * 20000}\n" * 3):
        ReasonFinder(text, "en")
