"""The cues of a file of subtitles, SubRip (SRT) or WebVTT: when each is shown, and its lines without markup."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import NamedTuple

from dossier.model.errors import UserError
from dossier.text.wording import truncate

ARROW = "-->"
TIME = r"(?:(\d{1,5}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,9}))?"
TIMING = re.compile(rf"\s*{TIME}\s*-->\s*{TIME}(?:\s+(\S.*))?\s*")
VOICE = re.compile(r"<v(?:\.[^\s<>]*)?(?:[ \t]+([^<>]*))?>|</v>", re.IGNORECASE)
RUBY = re.compile(r"<rt(?:\.[^<>]*)?>([^<]*)(?:</rt>|(?=</ruby>)|$)", re.IGNORECASE)
TAG = re.compile(
    r"</?(?:c|i|b|u|s|em|strong|span|lang|ruby|rp|font)(?:[.\s][^<>]*)?/?>|<\d[\d:.,]*>|\{\\[^{}]*\}", re.IGNORECASE
)
LINE_BREAK_TAG = re.compile(r"<br\s*/?>|\\[Nn]")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
COMMENT_BLOCKS = ("NOTE", "STYLE", "REGION")
SECONDS = 60
MILLISECONDS = 1000


class Cue(NamedTuple):
    """A cue: when it begins and ends, in milliseconds, and its lines, each a sequence of (speaker, words)."""

    start: int
    end: int
    lines: tuple[tuple[tuple[str, str], ...], ...]

    @property
    def label(self) -> str:
        """The time at which it begins, `12:31` or `1:02:03`."""
        minutes, seconds = divmod(self.start // MILLISECONDS, SECONDS)
        hours, minutes = divmod(minutes, SECONDS)
        return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


class Subtitles(NamedTuple):
    """The cues of a file, in its order, what its header says (`name: value`), and what is no cue."""

    cues: tuple[Cue, ...]
    header: tuple[str, ...]
    comments: tuple[str, ...]
    strays: tuple[str, ...]
    placed: int
    """The number of cues with a position on the screen."""
    styled: int
    """The number of cues with markup, such as italics."""


def parse_subtitles(text: str, name: str) -> Subtitles:
    """Parse the cues of a file. Raises UserError, with the line, where a time cannot be read or no cue is found."""
    lines = re.split("\r\n|\r|\n", text.removeprefix("\ufeff"))
    is_webvtt = lines[0].startswith("WEBVTT")
    timings = [index for index, line in enumerate(lines) if ARROW in line]
    if not timings:
        raise UserError(f"{name}: no subtitles found: the file has no times such as `00:00:01,000 --> 00:00:02,000`")
    starts = [_start_of_cue(lines, index, is_webvtt) for index in timings]
    first = lines[: starts[0]]
    header = first[: first.index("")] if is_webvtt and "" in first else first if is_webvtt else []
    between = [first[len(header) :]]
    cues: list[Cue] = []
    placed = styled = 0
    for index, end in zip(timings, [*starts[1:], len(lines)], strict=True):
        payload = lines[index + 1 : end]
        if is_webvtt and "" in payload:
            between.append(payload[payload.index("") :])
            payload = payload[: payload.index("")]
        start_time, end_time, settings = _parse_timing(lines[index], f"{name}:{index + 1}")
        cue = Cue(start_time, end_time, tuple(_parse_lines(payload)))
        placed += bool(settings) or any(r"{\a" in line or r"{\pos" in line for line in payload)
        styled += any(TAG.search(line) for line in payload)
        if cue.lines:
            cues.append(cue)
    blocks = [block for group in between for block in _blocks(group)]
    comments = [block for block in blocks if block.split(maxsplit=1)[0] in COMMENT_BLOCKS]
    strays = [block for block in blocks if block not in comments]
    return Subtitles(tuple(cues), _header_fields(header), tuple(comments), tuple(strays), placed, styled)


def _start_of_cue(lines: Sequence[str], timing: int, is_webvtt: bool) -> int:
    """Return the index of the first line of a cue: that of its time, or its number or name right before it."""
    if timing == 0:
        return 0
    before = lines[timing - 1]
    is_name = bool(before) and (timing == 1 or not lines[timing - 2]) if is_webvtt else before.strip().isdecimal()
    return timing - 1 if is_name else timing


def _parse_timing(line: str, place: str) -> tuple[int, int, str]:
    match = TIMING.fullmatch(line)
    if match is None:
        raise UserError(f"{place}: `{truncate(line, 60)}` is not a time such as `00:00:01,000 --> 00:00:02,000`")
    return _milliseconds(match.groups()[:4]), _milliseconds(match.groups()[4:8]), match[9] or ""


def _milliseconds(parts: Sequence[str | None]) -> int:
    hours, minutes, seconds = (int(part or 0) for part in parts[:3])
    fraction = int((parts[3] or "0").ljust(3, "0")[:3])
    return ((hours * SECONDS + minutes) * SECONDS + seconds) * MILLISECONDS + fraction


def _parse_lines(payload: Sequence[str]) -> Iterator[tuple[tuple[str, str], ...]]:
    """Yield each line that has words, as a sequence of (speaker, words); a speaker is "" where none is named."""
    speaker = ""
    for line in LINE_BREAK_TAG.sub("\n", "\n".join(payload)).split("\n"):
        parts: list[tuple[str, str]] = []
        position = 0
        for voice in VOICE.finditer(line):
            parts.append((speaker, _plain(line[position : voice.start()])))
            speaker = _plain(voice[1] or "")
            position = voice.end()
        parts.append((speaker, _plain(line[position:])))
        if spoken := tuple(part for part in parts if part[1]):
            yield spoken


def _plain(text: str) -> str:
    """Return text without its markup, on one line; the reading of a character is put in brackets after it."""
    bare = TAG.sub("", RUBY.sub(r"(\1)", text))
    return " ".join(part for part in re.split("[ \t]+", ENTITY.sub(lambda entity: unescape(entity[0]), bare)) if part)


def _blocks(lines: Sequence[str]) -> Iterator[str]:
    """Yield each group of lines between empty lines, on one line."""
    for block in "\n".join(lines).split("\n\n"):
        if text := " ".join(block.split()):
            yield text


def _header_fields(lines: Sequence[str]) -> tuple[str, ...]:
    if not lines:
        return ()
    title = lines[0].removeprefix("WEBVTT").strip(" \t-–—:")
    return tuple(field for field in (f"title: {title}" if title else "", *lines[1:]) if field)
