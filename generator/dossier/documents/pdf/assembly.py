"""Writes the text of a PDF from its lines, and keeps from which character of which page each of its characters is."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from dossier.documents.pdf.hyphens import HyphenRules
from dossier.documents.pdf.page_rows import PageRow
from dossier.documents.pdf.paragraphs import Joint, PageLayout, split_notes
from dossier.documents.reader import TextBuilder

NOWHERE = -1
SEPARATORS = {"line": "\n", "paragraph": "\n\n"}


@dataclass
class TextPlaces:
    """The page and PDFium's number of the character that each character of a text is from; -1 for none."""

    pages: "array[int]" = field(default_factory=partial(array, "i"))
    indexes: "array[int]" = field(default_factory=partial(array, "i"))

    def add(self, page: int, indexes: Sequence[int]) -> None:
        """Add the next characters of the text."""
        self.pages.extend([page] * len(indexes))
        self.indexes.extend(indexes)

    def on_pages(self, start: int, end: int) -> dict[int, list[int]]:
        """Return the numbers of the characters that a span of the text is from, by page."""
        found: dict[int, list[int]] = {}
        for page, index in zip(self.pages[start:end], self.indexes[start:end], strict=True):
            if index != NOWHERE:
                found.setdefault(page, []).append(index)
        return found


def sequence_rows(
    pages: Sequence[Sequence[PageRow]], running: set[int], layout: PageLayout
) -> list[tuple[Joint, PageRow]]:
    """Return the rows in the order of the text, each with what is between it and the one before it.

    Footnotes come after the paragraph that goes on over the end of their page; headers and footers at the end.
    """
    sequence: list[tuple[Joint, PageRow]] = []
    notes: list[PageRow] = []
    last: PageRow | None = None
    previous: PageRow | None = None
    for rows in pages:
        body, page_notes = split_notes([row for row in rows if id(row) not in running], layout)
        for row in body:
            joint = layout.joint(last, row, previous) if last is not None else "paragraph"
            if notes and joint != "joined":
                sequence += _joined_rows(notes, layout)
                notes, joint = [], "paragraph"
            sequence.append((joint, row))
            last, previous = row, last if joint == "joined" else None
        notes += page_notes
    sequence += _joined_rows(notes, layout)
    headers = [row for rows in pages for row in rows if id(row) in running]
    return [*sequence, *(("line" if number else "paragraph", row) for number, row in enumerate(headers))]


def _joined_rows(rows: Sequence[PageRow], layout: PageLayout) -> list[tuple[Joint, PageRow]]:
    sequence: list[tuple[Joint, PageRow]] = []
    previous: PageRow | None = None
    for row in rows:
        last = sequence[-1][1] if sequence else None
        joint = layout.joint(last, row, previous) if last is not None else "paragraph"
        previous = last if joint == "joined" else None
        sequence.append((joint, row))
    return sequence


def write_text(
    sequence: Sequence[tuple[Joint, PageRow]], labels: Sequence[str], hyphens: HyphenRules
) -> tuple[TextBuilder, TextPlaces]:
    """Write the rows; begin a page's locator where its first word, or the rest of a divided one, begins."""
    builder, places = TextBuilder(), TextPlaces()
    page = NOWHERE
    separator = ""
    for number, (_, row) in enumerate(sequence):
        builder.write(separator)
        places.add(NOWHERE, [NOWHERE] * len(separator))
        if row.page != page:
            page = row.page
            is_numbered = labels[page] == str(page + 1)
            builder.start("page", labels[page], number=None if is_numbered else page + 1)
        mapped = row.mapped
        dropped = 0
        if number + 1 < len(sequence):
            joint, following = sequence[number + 1]
            if joint == "joined":
                dropped, separator = hyphens.join(mapped.text, following.text)
            else:
                separator = SEPARATORS[joint]
        end = len(mapped.text) - dropped
        builder.write(mapped.text[:end])
        places.add(page, mapped.indexes[:end])
    return builder, places
