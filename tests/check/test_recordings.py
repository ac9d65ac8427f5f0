"""What is said in subtitles is quoted without quotation marks, and the line begins with the name of its speaker."""

import pytest

CUES = [
    "It is over now.",
    "EVA HOLM: Nobody asked the dockers.",
    "ROLF BRANDT: We had no choice at all.",
]
SUBTITLES = "".join(
    f"{number}\n00:0{number}:00,000 --> 00:0{number}:09,000\n{cue}\n\n" for number, cue in enumerate(CUES)
)
QUOTE = """\
words: "{words}"
{speaker}form: {form}
summary: These words are in the recording.
passages:
  - source: talk
    exact: {exact}
about: [event:walk-out]
review: draft
"""


@pytest.fixture
def rules_of(run, base, write, tmp_path, findings):
    """Return the rules that reject a quote of the recording `talk`."""
    (tmp_path / "talk.srt").write_text(SUBTITLES, "utf-8")
    run("add", "source", str(tmp_path / "talk.srt"), "--id", "talk", "--kind", "broadcast")

    return rules_of_a_quote(base, write, findings)


@pytest.fixture
def rules_of_transcript(run, base, write, tmp_path, findings):
    """Return the rules that reject a quote of the written transcript `talk`."""
    (tmp_path / "talk.txt").write_text("\n".join(["The meeting on the quay", *CUES]), "utf-8")
    run("add", "source", str(tmp_path / "talk.txt"), "--id", "talk", "--kind", "document")
    return rules_of_a_quote(base, write, findings)


def rules_of_a_quote(base, write, findings):
    def rules(words, speaker, form="full"):
        line = f"speaker: {speaker}\n" if speaker else ""
        write("content/quotes/case.yml", QUOTE.format(words=words, speaker=line, form=form, exact=words))
        return [finding.rule for finding in findings(base) if finding.path == "content/quotes/case.yml"]

    return rules


@pytest.mark.parametrize(
    ("words", "speaker", "form"),
    [
        ("Nobody asked the dockers.", "eva-holm", "full"),
        ("We had no choice at all.", "rolf-brandt", "full"),
        ("no choice", "rolf-brandt", "partial"),
        ("It is over now.", "", "full"),
    ],
)
def test_words_of_the_speaker_whom_the_line_names_pass(rules_of, words, speaker, form):
    assert rules_of(words, speaker, form) == []


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("We had no choice at all.", "eva-holm"),
        ("Nobody asked the dockers.", "rolf-brandt"),
        ("Nobody asked the dockers.", ""),
        ("It is over now.", "rolf-brandt"),
    ],
)
def test_words_of_another_speaker_fail(rules_of, words, speaker):
    assert rules_of(words, speaker) == ["quote-speaker-unnamed"]


def test_a_quotation_within_a_quotation_needs_its_marks(rules_of):
    assert rules_of("no choice", "rolf-brandt", "nested") == ["quote-marks-missing"]


def test_a_line_of_a_transcript_is_of_the_speaker_whom_it_names(rules_of_transcript):
    assert rules_of_transcript("We had no choice at all.", "rolf-brandt", "document") == []
    assert rules_of_transcript("We had no choice at all.", "eva-holm", "document") == ["quote-speaker-unnamed"]


def test_what_follows_a_label_of_a_transcript_is_a_quotation_without_marks(rules_of_transcript):
    assert rules_of_transcript("We had no choice at all.", "rolf-brandt") == []
    assert rules_of_transcript("Nobody asked the dockers.", "rolf-brandt") == ["quote-speaker-unnamed"]
    assert "quote-marks-missing" in rules_of_transcript("It is over now.", "")
