"""The ids and names of records, read from their files without the model: quick, and silent about what is wrong.

For shell completion, which must answer at once and must not complain. It imports nothing that takes long to load.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_MAX_BYTES = 8192
"""Names are at the beginning of a file."""
_FIELDS = ("short", "name", "title", "question", "words", "what")
"""What a record is called by, the shortest first."""
_FIELD = re.compile(rf"^(?:measure:\n)?[ ]*({'|'.join(_FIELDS)}):[ ]*([^\n]*(?:\n[ ]+[^\n]*)*)", re.MULTILINE)
_ID = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
"""Other names of files are no ids, and are not put on somebody's command line."""
_BLOCK = re.compile(r"^[>|][+-]?\s+")
_MAX_NAME_LENGTH = 70


class ListedRecord(NamedTuple):
    """A record as completion shows it; its name is read when it is asked for."""

    kind: str
    id: str
    file: Path

    @property
    def name(self) -> str:
        """What the record is called; "" if its file does not say, or cannot be read."""
        try:
            with self.file.open("rb") as stream:
                text = stream.read(_MAX_BYTES).decode("utf-8", "replace")
        except OSError:
            return ""
        found = {match[1]: match[2] for match in reversed([*_FIELD.finditer(text.replace("\r\n", "\n"))])}
        value = next((found[field] for field in _FIELDS if field in found), "")
        words = " ".join(_BLOCK.sub("", value).split()).strip("\"'[]")
        printable = "".join(character for character in words if character.isprintable())
        return printable if len(printable) <= _MAX_NAME_LENGTH else f"{printable[: _MAX_NAME_LENGTH - 1]}…"


def list_records(root: Path, kinds: tuple[str, ...]) -> Iterator[ListedRecord]:
    """Yield the records of these kinds (`actor`) in the dossier below `root`, by id; none if there is no dossier."""
    for kind in kinds:
        files = (root / "content" / f"{kind}s").rglob("*.yml")
        for file in sorted(files, key=lambda file: file.stem):
            if file.is_file() and _ID.fullmatch(file.stem):
                yield ListedRecord(kind, file.stem, file)
