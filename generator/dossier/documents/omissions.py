"""What was left out of the text of a document, or written otherwise, while it was converted to HTML."""

from collections.abc import Iterator

from dossier.documents.remarks import REMOVED_CHARACTERS, list_texts


class Omissions:
    """Lists of texts, and of names of things, that become remarks."""

    def __init__(self) -> None:
        """Begin with none."""
        self.hidden: list[str] = []
        self.unnumbered: list[str] = []
        self.text_boxes: list[str] = []
        self.equations: list[str] = []
        self.symbols: list[str] = []
        self.comments: list[str] = []
        self.headers: list[str] = []
        self.footers: list[str] = []
        self.pictures: list[str] = []
        self.drawn: list[str] = []
        self.objects: list[str] = []
        self.files: list[str] = []
        self.removed_characters = 0
        """The number of characters that no text should have."""

    def remarks(self) -> Iterator[str]:
        """Yield a remark for each, of which only the first ones of a kind are listed."""
        yield from list_texts("Hidden in the document, and left out", self.hidden)
        yield from list_texts("Its number is left out, as its format is not known", self.unnumbered)
        yield from list_texts("Text box, written after the paragraph that it belongs to", self.text_boxes)
        yield from list_texts("Equation, written on one line; compare it", self.equations)
        yield from list_texts("Symbol that is not in Unicode, written as �", self.symbols)
        yield from list_texts("Comment, left out", self.comments)
        yield from list_texts("In the header of the pages, and left out", self.headers)
        yield from list_texts("In the footer of the pages, and left out", self.footers)
        yield from list_texts("Picture, left out", self.pictures)
        yield from list_texts("Chart or diagram, left out", self.drawn)
        yield from list_texts("Embedded document, left out", self.objects)
        yield from list_texts("Inserted file, left out: add it by itself", self.files)
        if self.removed_characters:
            yield REMOVED_CHARACTERS
