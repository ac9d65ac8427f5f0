"""What a reader of a document format is, and what it makes of a document."""

from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import NamedTuple

from dossier.documents.formats import DocumentFormat
from dossier.documents.remarks import REMOVED_CHARACTERS
from dossier.io.encodings import remove_control_characters
from dossier.model.locator import Locator, LocatorKind


class ProposedRegion(NamedTuple):
    """A region of the text that is not evidence, such as the header of each page: its first and last words, and why."""

    starts: str
    ends: str
    reason: str


class Extract(NamedTuple):
    """What was read in a document.

    `text` is the evidence; it ends with a line end. `title`, `metadata` (`name: value`) and `language` (a BCP 47 tag)
    are what the document declares, if anything. `remarks` are sentences on what the document has and the text has not,
    or has otherwise. `locators` are in the order of their offsets. `excluded` are regions that an editor may exclude.
    `ocr` is how a machine recognized the text in images, "" if it did not. `published` is the day on which the document
    says it was published or sent, such as 2019-01-28, "" if it does not say.
    """

    text: str
    title: str | None = None
    metadata: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    language: str = ""
    locators: tuple[Locator, ...] = ()
    excluded: tuple[ProposedRegion, ...] = ()
    ocr: str = ""
    published: str = ""


class ReadOptions(NamedTuple):
    """How a document is read: its `name` in messages, and the options that were chosen, such as `encoding`, by name."""

    name: str
    values: Mapping[str, str] = {}


class DocumentReader(NamedTuple):
    """A reader of one document format, or of several that are alike.

    `id` is what a source's record calls it. `formats` are recognized by their content; where none is, `recognizes`
    decides by the first bytes, then the file's name by its `suffixes`. `read` raises UserError, which names
    `ReadOptions.name` and the place, where a document cannot be read. `packages` are the libraries whose versions the
    text depends on; `revision` is raised by every change of our own code that may change a text. `options` are the
    names of the options that it knows, with their descriptions. `begins_with_title` says whether the first line of a
    text may be its title; otherwise, the name of the file is.
    """

    id: str
    formats: tuple[DocumentFormat, ...]
    suffixes: tuple[str, ...]
    read: Callable[[bytes, ReadOptions], Extract]
    revision: int = 1
    packages: tuple[str, ...] = ()
    options: Mapping[str, str] = {}
    recognizes: Callable[[bytes], bool] | None = None
    begins_with_title: bool = True

    @property
    def version(self) -> str:
        """The version of our code and of its libraries: `1, pypdfium2 5.15.2`. Two equal ones give the same text."""
        return ", ".join([str(self.revision), *(f"{package} {version(package)}" for package in self.packages)])


class TextBuilder:
    """Builds the text of a document with its locators, without control characters."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._locators: list[Locator] = []
        self.removed_characters = 0
        """The number of control characters, and of those that show text backwards, that were left out."""

    def start(self, kind: LocatorKind, label: str, group: str = "", number: int | None = None) -> None:
        """Begin a page, row or the like at the end of what has been written; one that remains empty is left out."""
        if self._locators and self._locators[-1].offset == self._length:
            self._locators.pop()
        self._locators.append(Locator(self._length, kind, label, group, number))

    def write(self, text: str) -> None:
        """Add text as it is, except for characters that no text should have."""
        clean = remove_control_characters(text)
        self.removed_characters += len(text) - len(clean)
        self._parts.append(clean)
        self._length += len(clean)

    @property
    def length(self) -> int:
        """The number of characters that have been written."""
        return self._length

    @property
    def text(self) -> str:
        """What has been written, with one line end at its end."""
        return "".join(self._parts).rstrip() + "\n"

    @property
    def locators(self) -> tuple[Locator, ...]:
        """The locators that begin within the text."""
        length = len(self.text) - 1
        return tuple(locator for locator in self._locators if locator.offset < length)

    @property
    def remarks(self) -> tuple[str, ...]:
        """A remark on characters that were left out, if there were any."""
        if not self.removed_characters:
            return ()
        return (REMOVED_CHARACTERS,)
