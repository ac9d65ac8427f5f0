"""Subtitles are read as running text, so that a sentence over two cues can be cited; each cue has its time."""

import pytest
from dossier.model.errors import UserError


def srt(*cues):
    """Return a file of cues, each shown for a minute."""
    return "\n".join(
        f"{number}\n00:{number:02}:00,000 --> 00:{number + 1:02}:00,000\n{cue}\n" for number, cue in enumerate(cues, 1)
    )


def vtt(*cues):
    return "WEBVTT\n\n" + srt(*cues).replace(",000", ".000")


CASES = {
    "a sentence over two cues": (
        srt("On Monday\n12 boats", "left the quay.", "Then"),
        "On Monday 12 boats left the quay.\nThen\n",
    ),
    "speakers": (
        vtt("<v Ines Falk>We were", "<v Ines Falk>there. All of us.", "<v Tom>No."),
        "Ines Falk: We were there. All of us.\nTom: No.\n",
    ),
    "speakers in one cue": (vtt("<v.loud Ines>We stay.</v> <v Tom>No.</v>"), "Ines: We stay.\nTom: No.\n"),
    "after a speaker": (vtt("<v Ines>We stay.</v>", "The boats left."), "Ines: We stay.\nThe boats left.\n"),
    "speaker over two lines": (vtt("<v Ines>We\nstay."), "Ines: We stay.\n"),
    "names with a colon": (
        srt("EVA HOLM: We stay. We do.", "And wait.\nTOM: No."),
        "EVA HOLM: We stay. We do. And wait.\nTOM: No.\n",
    ),
    "captions with chevrons": (srt(">> We stay.", ">> EVA: No. And"), ">> We stay.\n>> EVA: No. And\n"),
    "dialogue": (srt("- Who left?\n- Nobody.", "Before,", "—Adiós."), "- Who left?\n- Nobody.\nBefore,\n—Adiós.\n"),
    "a time or a figure, not a name": (
        srt("It was at", "12:31 and at", "3: no more"),
        "It was at 12:31 and at 3: no more\n",
    ),
    "sounds": (srt("[music]", "We stay", "(door opens)\nhere"), "[music]\nWe stay (door opens) here\n"),
    "markup": (
        srt(r'{\an8}<i>The</i> <font color="red">boats</font>', "<b>left</b> 3 < 4 <3"),
        "The boats left 3 < 4 <3\n",
    ),
    "markup of WebVTT": (
        vtt(
            "<c.yellow.bg_blue>The</c> <lang en>boats</lang><00:00:03.000> left",
            "<ruby>港<rt>みなと</rt></ruby> &amp; Brenn&nbsp;12",
        ),
        "The boats left 港(みなと) & Brenn\u00a012\n",
    ),
    "an empty line in a cue": (srt("The boats\n\nleft\n12"), "The boats left 12\n"),
    "a year before the next cue": (srt("It was in\n2018", "or 2019"), "It was in 2018 or 2019\n"),
    "carriage returns": (srt("The boats", "left").replace("\n", "\r\n"), "The boats left\n"),
    "byte order mark": ("\ufeff" + srt("The boats"), "The boats\n"),
    "no numbers": ("00:01.000 --> 00:02.000\nThe boats\n\n00:02.000 --> 00:03.000\nleft\n", "The boats left\n"),
    "no empty lines": (srt("The boats", "left").replace("\n\n", "\n"), "The boats left\n"),
    "words said twice": (srt("No.", "No.", "We stay."), "No.\nNo.\nWe stay.\n"),
    "a cue shown twice": (srt("No.") + "\n" + srt("No."), "No.\n"),
    "a long text without sentences": (
        srt(*[f"word {number}" for number in range(100, 160)]),
        " ".join(f"word {number}" for number in range(100, 145))
        + "\n"
        + " ".join(f"word {number}" for number in range(145, 160))
        + "\n",
    ),
    "words said again and again": (srt(*["No."] * 5), "No.\n" * 5),
}


@pytest.mark.parametrize(("data", "text"), CASES.values(), ids=CASES)
def test_cues_become_running_text(read, data, text):
    assert read(data, "talk.srt").text == text


ROLLED = """\
WEBVTT
Kind: captions
Language: en

00:00:00.160 --> 00:00:01.990 align:start position:0%
 
hello<00:00:00.500><c> and</c>

00:00:01.990 --> 00:00:02.000 align:start position:0%
hello and
 

00:00:02.000 --> 00:00:04.150 align:start position:0%
hello and
welcome<00:00:03.000><c> to</c>

00:00:04.150 --> 00:00:04.160 align:start position:0%
welcome to
 

00:00:04.160 --> 00:00:06.150 align:start position:0%
welcome to
welcome<00:00:05.000><c> to</c>
"""  # noqa: W293


def test_lines_that_roll_up_are_read_once(read):
    extract = read(ROLLED, "talk.vtt")
    assert extract.text == "hello and welcome to welcome to\n"
    assert extract.remarks[0] == "Left out: 4 lines shown again above the next, as in automatic captions."
    assert extract.language == "en"
    assert [locator.label for locator in extract.locators] == ["0:00", "0:02", "0:04"]


def test_each_cue_has_its_time(read):
    cues = ("00:00:05,900", "The boats"), ("00:12:31,000", "left."), ("01:02:03,000", "Then"), ("100:00:00,000", "more")
    extract = read("\n".join(f"{time} --> 200:00:00,000\n{words}\n" for time, words in cues), "talk.srt")
    places = [(extract.text[locator.offset :].split()[0], locator.kind, locator.label) for locator in extract.locators]
    assert places == [
        ("The", "time", "0:05"),
        ("left.", "time", "12:31"),
        ("Then", "time", "1:02:03"),
        ("more", "time", "100:00:00"),
    ]


def test_what_is_left_out_is_in_the_remarks(read):
    file = """WEBVTT - The quay

NOTE made by Ada

STYLE
::cue { color: red }

first
00:01.000 --> 00:02.000 line:0
<i>The boats</i>

lost words

00:05.000 --> 00:06.000
left.

00:03.000 --> 00:04.000
Before that.
"""
    extract = read(file, "talk.vtt")
    assert (extract.title, extract.text) == ("The quay", "The boats left.\nBefore that.\n")
    assert extract.remarks == (
        "Positions on the screen are left out, in 1 cue.",
        "Markup such as italics and colours is left out, in 1 cue.",
        "Comment in the file, left out: NOTE made by Ada",
        "Comment in the file, left out: STYLE ::cue { color: red }",
        "Not in a cue, so not shown, and left out: lost words",
        "Not in the order of time, and read in that of the file: 0:03.",
    )


REJECTED = [
    ("", "talk.srt: no subtitles found: the file has no times"),
    ("1\n00:00:01,000 -> 00:00:02,000\nBoats\n", "talk.srt: no subtitles found: the file has no times"),
    ("1\n00:00:01,0x0 --> 00:00:02,000\nBoats\n", "talk.srt:2: `00:00:01,0x0 --> 00:00:02,000` is not a time"),
    (srt("Boats", "go --> there"), "talk.srt:7: `go --> there` is not a time"),
    (srt(" "), "talk.srt: the subtitles contain no text"),
    (srt("Logroño").encode("cp1252"), "talk.srt:3:6: byte 0xf1 is not UTF-8"),
]


@pytest.mark.parametrize(("data", "message"), REJECTED)
def test_subtitles_that_cannot_be_read_are_rejected_with_the_place(read, data, message):
    with pytest.raises(UserError) as error:
        read(data, "talk.srt")
    assert str(error.value).startswith(message)


@pytest.mark.parametrize(
    "words", ["<v " * 200_000, "<rt" * 200_000, "&#" * 200_000, "{\\" * 200_000, "[" * 300_000, "A " * 200_000]
)
def test_markup_without_an_end_is_read_at_once(read, words):
    assert read(srt(words), "talk.srt").text


def test_an_encoding_can_be_named(read):
    assert read(srt("Logroño").encode("cp1252"), "talk.srt", encoding="windows-1252").text == "Logroño\n"


PAUSED = """\
1
00:00:01,000 --> 00:00:03,000
EVA HOLM: We stay.

2
00:00:04,000 --> 00:00:06,000
We do.

3
00:00:20,000 --> 00:00:22,000
The boats left

4
00:00:22,000 --> 00:00:24,000
on Monday. TOM

5
00:00:40,000 --> 00:00:42,000
EVA HOLM: And wait.
"""


def test_words_without_a_name_after_a_pause_are_not_those_of_the_speaker_before(read):
    extract = read(PAUSED, "talk.srt")
    assert extract.text == "EVA HOLM: We stay. We do.\nThe boats left on Monday. TOM\nEVA HOLM: And wait.\n"
    assert extract.remarks == ("After a pause, words without a speaker begin a new line: 0:20.",)
