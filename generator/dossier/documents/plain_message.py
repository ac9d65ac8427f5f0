"""The plain text of a message: lines that flow (RFC 3676), lines of quoted messages, and signatures of PGP."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

QUOTATION = re.compile(r"((?:>[ ]?)+)(.*)")
LEAST_WIDTH = 50
"""The least width of quoted lines that a mail program may have broken."""
LONGEST_LINE = 100
"""The most characters of a line that a mail program has broken; a longer one is a paragraph as it was typed."""
LINE_END = re.compile("\r\n|\r|\n")
SIGNATURE_MARK = "-- "
PGP_SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----"
PGP_SIGNATURE = "-----BEGIN PGP SIGNATURE-----"
PGP_SIGNATURE_END = "-----END PGP SIGNATURE-----"
PGP_ENCRYPTED = "-----BEGIN PGP MESSAGE-----"


class QuotedLine(NamedTuple):
    """A line of a message without its quotation marks, and how many it has."""

    depth: int
    words: str


def read_lines(text: str) -> list[QuotedLine]:
    """Return the lines of a text that is as it was typed."""
    lines = []
    for line in LINE_END.split(text):
        marks = QUOTATION.fullmatch(line)
        is_quoted = marks is not None and not line.startswith(">From ")
        lines.append(QuotedLine(marks[1].count(">"), marks[2]) if marks and is_quoted else QuotedLine(0, line))
    return lines


def read_flowed_lines(text: str, drops_space: bool) -> list[QuotedLine]:
    """Return the lines of a text in which a space at the end of a line says that it goes on in the next.

    With `drops_space` (DelSp), that space is not part of the text.
    """
    lines: list[QuotedLine] = []
    is_open = False
    for line in LINE_END.split(text):
        words = line.lstrip(">")
        depth = len(line) - len(words)
        words = words.removeprefix(" ")
        is_mark = words == SIGNATURE_MARK
        if is_open and lines[-1].depth == depth and not is_mark:
            before = lines[-1].words.removesuffix(" ") if drops_space else lines[-1].words
            lines[-1] = QuotedLine(depth, before + words)
        else:
            lines.append(QuotedLine(depth, words))
        is_open = words.endswith(" ") and not is_mark
    return lines


def write_lines(lines: Sequence[QuotedLine]) -> Iterator[str]:
    """Yield the lines of the text, each quoted one with its marks.

    Quoted lines that a mail program broke are joined, so that they can be cited: those at whose end the first word of
    the next had no room. An empty line separates them from what follows.
    """
    before = QuotedLine(0, "")
    for line in _join_quoted_lines(lines):
        words = line.words.rstrip()
        if line.depth < before.depth and line.depth == 0 and words and before.words.strip():
            yield ""
        yield "> " * line.depth + words if words else ""
        before = line


def _join_quoted_lines(lines: Sequence[QuotedLine]) -> list[QuotedLine]:
    """Return the lines, quoted ones that were broken as one; each depth has its own width."""
    widths: dict[int, int] = {}
    for line in lines:
        if " " in line.words.strip():  # An address may be longer than a line.
            widths[line.depth] = max(widths.get(line.depth, 0), len(line.words.rstrip()))
    before = QuotedLine(0, "")
    joined: list[QuotedLine] = []
    for line in lines:
        words = line.words.strip()
        width = min(widths.get(line.depth, 0), LONGEST_LINE)
        is_within = joined and line.depth == before.depth > 0 and words and before.words.strip()
        if is_within and width >= LEAST_WIDTH and len(f"{before.words.rstrip()} {words.split(maxsplit=1)[0]}") > width:
            joined[-1] = QuotedLine(line.depth, f"{joined[-1].words.rstrip()} {words}")
        else:
            joined.append(line)
        before = line
    return joined


def without_pgp_signature(text: str) -> str | None:
    """Return the text within the lines of a PGP signature (RFC 9580, 7), None if it is not signed in that way."""
    before, mark, rest = text.partition(PGP_SIGNED)
    if not mark or PGP_SIGNATURE not in rest:
        return None
    signed, _, signature = rest.partition(PGP_SIGNATURE)
    _, _, after = signature.partition(PGP_SIGNATURE_END)
    _, _, body = LINE_END.sub("\n", signed).partition("\n\n")
    return before + re.sub("^- ", "", body, flags=re.MULTILINE) + after
