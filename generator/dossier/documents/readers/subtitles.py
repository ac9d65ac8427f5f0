"""Reads subtitles (SRT, WebVTT): what is said as running text, with the time of each cue."""

import re
from collections.abc import Iterator, Sequence

from dossier.documents.cues import Cue, Subtitles, parse_subtitles
from dossier.documents.formats import SRT, VTT
from dossier.documents.read_options import ENCODING_OPTION
from dossier.documents.reader import DocumentReader, Extract, ReadOptions, TextBuilder
from dossier.documents.readers.text import encoding_remarks
from dossier.documents.remarks import MAX_SHOWN, list_texts
from dossier.io.encodings import decode_document
from dossier.model.base import LANGUAGE_PATTERN
from dossier.model.errors import UserError
from dossier.text.wording import pluralize, truncate

SENTENCE_END = re.compile(r"""[.!?…。！？]["'”’»)\]]*$""")
SENTENCE_END_LENGTH = 8
DASH = re.compile(r"[-‐‑–—]\s?(?=\S)")
CHEVRONS = re.compile(r">>+")
"""What captions begin the words of another speaker with."""
SOUND = re.compile(r"\[[^\[\]]*\]|\([^()]*\)|♪.*♪?")
MAX_NAME_LENGTH = 60
MAX_NAME_WORDS = 4
LONG_LINE = 400
"""The length after which a line ends with the cue, if no sentence ends, as in automatic captions."""
LONG_SPEECH = 2000
"""The length after which what a speaker says goes on in another line at the end of a sentence."""
PAUSE = 3000
"""The milliseconds after which words without a name may be those of another speaker."""
ROLLING_SHARE = 0.5
"""The share of cues that begin with the lines before them, from which captions are rolled up line by line."""
FEWEST_ROLLING = 2
"""The fewest cues with lines from before and new ones, from which captions are rolled up."""


def read_subtitles(data: bytes, options: ReadOptions) -> Extract:
    """Read what is said, each speaker and each sentence on a new line; the time of each cue is its locator."""
    decoded = decode_document(data, options.name, options.values.get("encoding"), is_page=False)
    subtitles = parse_subtitles(decoded.text, options.name)
    cues, remarks = _without_repetition(subtitles.cues)
    builder = TextBuilder()
    unnamed = _write_cues(builder, cues)
    if not builder.text.strip():
        raise UserError(f"{options.name}: the subtitles contain no text")
    fields = dict(field.partition(": ")[::2] for field in subtitles.header if ": " in field)
    language = fields.get("Language", "").strip()
    if unnamed:
        remarks.append(
            f"After a pause, words without a speaker begin a new line: {truncate(', '.join(unnamed), MAX_SHOWN)}."
        )
    remarks = [*encoding_remarks(decoded), *remarks, *_remarks(subtitles), *builder.remarks]
    return Extract(
        builder.text,
        fields.get("title"),
        tuple(field for field in subtitles.header if not field.startswith("title: ")),
        tuple(remarks),
        language if re.fullmatch(LANGUAGE_PATTERN, language) else "",
        builder.locators,
    )


def _without_repetition(cues: Sequence[Cue]) -> tuple[list[Cue], list[str]]:
    """Return the cues without lines that are shown again: in a second cue for the same time, or rolled up.

    Automatic captions show the line before above the new one. Where half of the cues do, those lines are left out;
    elsewhere, the same words in two cues were said twice.
    """
    unique = [cue for cue, before in zip(cues, [None, *cues], strict=False) if cue != before]
    remarks = (
        [f"Shown twice at the same time, and read once: {count} cues."] if (count := len(cues) - len(unique)) else []
    )
    repeated = [_repeated_lines(cue, before) for cue, before in zip(unique[1:], unique, strict=False)]
    rolling = sum(1 for cue, number in zip(unique[1:], repeated, strict=True) if 0 < number < len(cue.lines))
    if rolling < FEWEST_ROLLING or sum(map(bool, repeated)) < ROLLING_SHARE * len(repeated):
        return unique, remarks
    kept = [
        unique[0],
        *(cue._replace(lines=cue.lines[number:]) for cue, number in zip(unique[1:], repeated, strict=True)),
    ]
    lines = pluralize(sum(repeated), "line")
    remarks.append(f"Left out: {lines} shown again above the next, as in automatic captions.")
    return [cue for cue in kept if cue.lines], remarks


def _repeated_lines(cue: Cue, before: Cue) -> int:
    """Return how many lines at the beginning of a cue are the last ones of the cue before it."""
    longest = min(len(cue.lines), len(before.lines))
    return next((count for count in range(longest, 0, -1) if cue.lines[:count] == before.lines[-count:]), 0)


def _write_cues(builder: TextBuilder, cues: Sequence[Cue]) -> list[str]:
    """Write the words of the cues: those of a speaker on one line, others on a line for each sentence.

    Return the times of cues without a speaker that follow a speaker whose name begins the line, after a pause.
    """
    unnamed: list[str] = []
    speaker = ""
    is_named = False
    ends_line = True
    line_start = 0
    for before, cue in zip([None, *cues], cues, strict=False):
        is_started = False
        if is_named and before is not None and cue.start - before.end >= PAUSE and not _names_speaker(cue):
            unnamed.append(cue.label)
            is_named, ends_line = False, True
        for line in cue.lines:
            for index, (voice, words) in enumerate(line):
                is_other = voice != speaker
                has_name = not voice and (_begins_with_name(words) or CHEVRONS.match(words) is not None)
                begins = is_other or (index == 0 and (has_name or DASH.match(words)))
                if builder.length:
                    builder.write("\n" if begins or ends_line else " ")
                if begins or ends_line:
                    line_start = builder.length
                if not is_started:
                    builder.start("time", cue.label)
                    is_started = True
                builder.write(f"{voice}: {words}" if voice and is_other else words)
                speaker, is_named, ends_line = voice, has_name or (is_named and not is_other), False
        is_speech = bool(speaker) or is_named
        ends_line = _ends_line(cue, builder.length - line_start, is_speech)
    return unnamed


def _names_speaker(cue: Cue) -> bool:
    """Return whether a cue begins with the name of its speaker."""
    voice, words = cue.lines[0][0]
    return bool(voice) or _begins_with_name(words)


def _begins_with_name(words: str) -> bool:
    """Return whether words begin with a name and a colon, as in `EVA HOLM: We stay.`"""
    name, colon, _ = f"{words} "[: MAX_NAME_LENGTH + 2].partition(": ")
    parts = CHEVRONS.sub("", name, count=1).split()
    return bool(colon) and 0 < len(parts) <= MAX_NAME_WORDS and all(part.strip("([")[:1].isupper() for part in parts)


def _ends_line(cue: Cue, length: int, is_speech: bool) -> bool:
    """Return whether a line ends with a cue: one that ends a sentence or tells a sound, unless a speaker goes on."""
    text = " ".join(words for line in cue.lines for _, words in line)
    ends_sentence = SENTENCE_END.search(text[-SENTENCE_END_LENGTH:]) is not None
    if is_speech:
        return ends_sentence and length > LONG_SPEECH
    return ends_sentence or SOUND.fullmatch(text) is not None or length > LONG_LINE


def _remarks(subtitles: Subtitles) -> Iterator[str]:
    if subtitles.placed:
        yield f"Positions on the screen are left out, in {pluralize(subtitles.placed, 'cue')}."
    if subtitles.styled:
        yield f"Markup such as italics and colours is left out, in {pluralize(subtitles.styled, 'cue')}."
    yield from list_texts("Comment in the file, left out", subtitles.comments)
    yield from list_texts("Not in a cue, so not shown, and left out", subtitles.strays)
    cues = subtitles.cues
    late = [cue.label for cue, before in zip(cues[1:], cues, strict=False) if cue.start < before.start]
    if late:
        yield f"Not in the order of time, and read in that of the file: {truncate(', '.join(late), MAX_SHOWN)}."


READER = DocumentReader(
    id="subtitles",
    formats=(SRT, VTT),
    suffixes=(".srt", ".vtt"),
    read=read_subtitles,
    options=ENCODING_OPTION,
    begins_with_title=False,
)
