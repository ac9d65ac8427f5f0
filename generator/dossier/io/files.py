"""Files to text: what cannot be read as plain UTF-8 inside the project is a finding."""

from pathlib import Path
from stat import S_ISLNK, S_ISREG

from dossier.io.rules import ENCODING, TOO_LARGE, UNREADABLE
from dossier.model.docs import RuleDoc
from dossier.model.finding import Finding, Location
from dossier.text.spans import line_column

MAX_CONTENT_BYTES = 2 * 1024 * 1024
MAX_SEED_BYTES = 16 * 1024 * 1024
BYTE_ORDER_MARK = "\ufeff"


def read_bytes(file: Path, root: Path, limit: int) -> bytes | Finding:
    """The bytes of `file`, or why they are not to be had. `root` is the project's root, resolved.

    The folders above `file` are not looked at again: no folder that is a link is read from.
    """
    try:
        status = file.lstat()
        if S_ISLNK(status.st_mode):
            if not file.resolve(strict=True).is_relative_to(root):
                message = "this symbolic link leads out of the project: put the file itself here"
                return _whole(file, root, UNREADABLE, message)
            status = file.stat()
        if not S_ISREG(status.st_mode):
            return _whole(file, root, UNREADABLE, "cannot be read: it is no file")
        if status.st_size > limit:
            message = f"{status.st_size:,} bytes: at most {limit:,} are read, so split it"
            return _whole(file, root, TOO_LARGE, message)
        with file.open("rb", buffering=0) as opened:  # Read in one go, it needs no buffer.
            return opened.read()
    except (OSError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        return _whole(file, root, UNREADABLE, f"cannot be read: {reason}")


def is_unchanged(file: Path, root: Path, data: bytes) -> bool:
    """Whether `file` holds just these bytes."""
    return read_bytes(file, root, len(data)) == data


def decode(data: bytes, path: str) -> str | Finding:
    """`data` as UTF-8 with its line ends untouched, or the place of the first byte that is none."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        place = location_of(before, len(before), path)
        return _finding(place, ENCODING, f"byte 0x{data[error.start]:02x} is not UTF-8: save the file as UTF-8")


def read_content(file: Path, root: Path, path: str) -> str | Finding:
    """The text of a content file, which findings show as `path`: UTF-8 without byte order mark, NUL or tab."""
    data = read_bytes(file, root, MAX_CONTENT_BYTES)
    text = decode(data, path) if isinstance(data, bytes) else data
    if isinstance(text, Finding):
        return text
    for mark, name in ((BYTE_ORDER_MARK, "a byte order mark"), ("\x00", "a NUL"), ("\t", "a tab")):
        if mark in text:
            place = location_of(text, text.index(mark), path)
            return _finding(
                place, ENCODING, f"{name} stands here: {'write spaces' if mark == chr(9) else 'take it out'}"
            )
    return text


def location_of(text: str, offset: int, path: str) -> Location:
    """Return the location of a code point offset of the text of the file at `path`."""
    return Location(path, *line_column(text, offset))


def display_path(file: Path, root: Path) -> str:
    """The path as findings show it: relative to the root, with `/`."""
    return file.as_posix().removeprefix(root.as_posix()).lstrip("/")


def _whole(file: Path, root: Path, rule: RuleDoc, message: str) -> Finding:
    return _finding(Location(display_path(file, root), 1, 1), rule, message)


def _finding(place: Location, rule: RuleDoc, message: str) -> Finding:
    return Finding(place, rule.id, message)


def append_text(file: Path, text: str) -> None:
    """Add `text` to the end of `file`, creating it if needed."""
    with file.open("a", encoding="utf-8") as opened:
        opened.write(text)
