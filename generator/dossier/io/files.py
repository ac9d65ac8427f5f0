"""Reads files as bytes and text; a file that is not plain UTF-8, or is outside the project, is a finding."""

import re
from collections.abc import Callable, Iterator, Sequence
from filecmp import cmp
from functools import cache
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from typing import IO

from dossier.io.encodings import CONTROL
from dossier.io.rules import ENCODING, MERGE_CONFLICT, TOO_LARGE, UNREADABLE
from dossier.model.finding import Finding, Location
from dossier.text.spans import line_column

MAX_CONTENT_BYTES = 2 * 1024 * 1024
MAX_SEED_BYTES = 16 * 1024 * 1024
PIECE_BYTES = 1024 * 1024
FORBIDDEN_CHARACTERS = (
    ("\ufeff", "byte order mark: remove it"),
    ("\x00", "NUL character: remove it"),
    ("\t", "tab: use spaces"),
)


CONFLICT_MARKER = re.compile(r"^(?:<{7,}|>{7,}|\|{7,}) \S.*|^(?:<{7,}|>{7,}|={7})\r?$", re.MULTILINE)
CONFLICT_LABEL = re.compile(r"^(?:<{7,}|>{7,}) \S.*", re.MULTILINE)
"""A marker with its label: in Markdown, the others may be a heading, a table or a quotation."""
WHOLE_CONFLICT = re.compile(r"^<{7} \S.*\n(?:.*\n)*?={7}\r?\n(?:.*\n)*?>{7} \S", re.MULTILINE)
"""All three markers, in their order, as they are in a text that somebody else has written by a mistake of git only."""
_MARKER_RUNS = ("<" * 7, ">" * 7, "|" * 7, "=" * 7)
"""One of which each of these patterns needs, and which are quicker to find."""


def read_bytes(file: Path, root: Path, limit: int) -> bytes | Finding:
    """Return the bytes of `file`, or the reason why it cannot be read. `root` is the project's root, resolved.

    Only `file` itself is checked for being a symbolic link; callers do not descend into folders that are links.
    """
    try:
        status = file.lstat()
        if S_ISLNK(status.st_mode):
            if not file.resolve(strict=True).is_relative_to(root):
                message = "this symbolic link leads out of the project: replace it with the file"
                return Finding(_start_of(file, root), UNREADABLE.id, message)
            status = file.stat()
        if not S_ISREG(status.st_mode):
            return Finding(_start_of(file, root), UNREADABLE.id, "cannot be read: not a file")
        if status.st_size > limit:
            message = f"the file has {status.st_size:,} bytes, more than the limit of {limit:,}: split it"
            return Finding(_start_of(file, root), TOO_LARGE.id, message)
        return file.read_bytes()
    except (OSError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        return Finding(_start_of(file, root), UNREADABLE.id, f"cannot be read: {reason}")


def read_pieces(file: Path) -> Iterator[bytes]:
    """Yield the bytes of a file that we have written, in pieces of at most PIECE_BYTES."""
    with file.open("rb") as stream:
        while piece := stream.read(PIECE_BYTES):
            yield piece


def read_range(stream: IO[bytes], start: int, end: int) -> Iterator[bytes]:
    """Yield the bytes of a file from `start` to `end`, in pieces of at most PIECE_BYTES."""
    stream.seek(start)
    for offset in range(start, end, PIECE_BYTES):
        yield stream.read(min(PIECE_BYTES, end - offset))


def is_unchanged(file: Path, root: Path, data: bytes) -> bool:
    """Return whether `file` contains exactly these bytes."""
    return read_bytes(file, root, len(data)) == data


def files_equal(first: Path, second: Path) -> bool:
    """Return whether two files have the same bytes."""
    return cmp(first, second, shallow=False)


def decode(data: bytes, path: str) -> str | Finding:
    """Return `data` decoded from UTF-8 with its line ends unchanged, or a finding at the first invalid byte."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        message = f"byte 0x{data[error.start]:02x} is not UTF-8: save the file as UTF-8"
        return Finding(location_of(before, len(before), path), ENCODING.id, message)


def read_content(file: Path, root: Path, path: str) -> str | Finding:
    """Return the text of a content file, which findings show as `path`: UTF-8 without byte order mark, NUL or tab."""
    data = read_bytes(file, root, MAX_CONTENT_BYTES)
    text = decode(data, path) if isinstance(data, bytes) else data
    if isinstance(text, str):
        for character, message in FORBIDDEN_CHARACTERS:
            if character in text:
                return Finding(location_of(text, text.index(character), path), ENCODING.id, message)
        return find_conflict(text, path, CONFLICT_MARKER) or text
    return text


def read_page(file: Path, root: Path, path: str) -> str | Finding:
    """Return the text of a hand-written page, or why it cannot be published; findings show it as `path`."""
    data = read_bytes(file, root, MAX_CONTENT_BYTES)
    text = decode(data, path) if isinstance(data, bytes) else data
    if isinstance(text, Finding):
        return text
    return find_control_character(text, path) or find_conflict(text, path, CONFLICT_LABEL) or text


def find_control_character(text: str, path: str) -> Finding | None:
    """Return a finding at the first control character of the text of the file at `path`."""
    match = CONTROL.search(text)
    if match is None:
        return None
    message = f"control character U+{ord(match[0]):04X}: this is no plain text, or has another encoding"
    return Finding(location_of(text, match.start(), path), ENCODING.id, message)


def find_conflict(text: str, path: str, marker: re.Pattern[str]) -> Finding | None:
    """Return a finding at the first marker of a merge conflict in the text of the file at `path`."""
    match = marker.search(text) if any(run in text for run in _MARKER_RUNS) else None
    if match is None:
        return None
    message = "marker of a merge conflict: keep one side, and remove the lines with the markers"
    return Finding(location_of(text, match.start(), path), MERGE_CONFLICT.id, message)


def source_line_reader(root: Path) -> Callable[[str], Sequence[str]]:
    """Return a function from a path below `root` to the lines of that file, empty if it cannot be read.

    Lines end at a line feed, as locations count them. The function keeps what it has read, for reports in which many
    findings share a file.
    """
    resolved = root.resolve()

    @cache
    def lines(path: str) -> Sequence[str]:
        data = read_bytes(resolved / path, resolved, MAX_SEED_BYTES)
        return data.decode("utf-8", "replace").split("\n") if isinstance(data, bytes) else ()

    return lines


def location_of(text: str, offset: int, path: str) -> Location:
    """Return the location of a code point offset of the text of the file at `path`."""
    return Location(path, *line_column(text, offset))


def display_path(file: Path, root: Path) -> str:
    """Return the path as findings show it: relative to the root, with `/`."""
    return file.as_posix().removeprefix(root.as_posix()).lstrip("/")


def append_text(file: Path, text: str) -> None:
    """Add `text` to the end of `file`, creating it if needed."""
    with file.open("a", encoding="utf-8") as stream:
        stream.write(text)


def _start_of(file: Path, root: Path) -> Location:
    return Location(display_path(file, root), 1, 1)
