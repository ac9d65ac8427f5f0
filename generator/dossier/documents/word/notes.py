"""The marks of a Word document's footnotes and endnotes, which Word counts when it shows the document."""

from typing import Any, NamedTuple

from dossier.documents.word.numbering import FORMATS
from dossier.documents.word.parts import W, value, word_text

SYMBOLS = "*†‡§"
KINDS = ("footnote", "endnote")
DEFAULT_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}


class WordNote(NamedTuple):
    """A note that the text refers to: its kind, its id in the part, and its mark."""

    kind: str
    id: str
    mark: str


class NoteMarks:
    """Counts the notes in the order in which the text refers to them."""

    def __init__(self, settings: Any, body: Any) -> None:
        """Read the formats of the marks in the part `settings`, None if there is none, and in the body's sections."""
        self.notes: list[WordNote] = []
        self.restarts = False
        """Whether the numbers start again on each page or section, which the file does not say where."""
        self._formats = dict(DEFAULT_FORMATS)
        self._next = dict.fromkeys(KINDS, 1)
        for root in (settings, body):
            for kind in KINDS:
                for properties in [] if root is None else root.iter(f"{W}{kind}Pr"):
                    self._read(kind, properties)

    def mark(self, reference: Any) -> str:
        """Return the mark of the note that a reference is for; "" if the mark is written in the text itself."""
        kind = reference.tag.removeprefix(W).removesuffix("Reference")
        id = reference.get(f"{W}id") or ""
        if reference.get(f"{W}customMarkFollows") in ("1", "true", "on"):
            self.notes.append(WordNote(kind, id, word_text(reference.getparent()) or "*"))
            return ""
        number = self._next[kind]
        self._next[kind] += 1
        self.notes.append(WordNote(kind, id, _format(self._formats[kind], number)))
        return self.notes[-1].mark

    def _read(self, kind: str, properties: Any) -> None:
        self._formats[kind] = value(properties, "numFmt") or self._formats[kind]
        start = value(properties, "numStart") or ""
        if start.isdecimal():
            self._next[kind] = int(start)
        self.restarts = self.restarts or (value(properties, "numRestart") or "continuous") != "continuous"


def _format(name: str, number: int) -> str:
    if name == "chicago":
        count, index = divmod(number - 1, len(SYMBOLS))
        return SYMBOLS[index] * (count + 1)
    return FORMATS.get(name, str)(number)
