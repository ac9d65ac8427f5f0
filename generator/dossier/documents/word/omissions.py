"""What a Word document has and its text has not, or has otherwise, in sentences."""

from collections.abc import Iterator
from typing import Any

from dossier.documents.remarks import list_texts
from dossier.documents.word.conversion import Conversion
from dossier.documents.word.notes import NoteMarks
from dossier.documents.word.parts import W, WordParts, word_text

DRAWN_PARTS = (("chart", "Chart"), ("diagramData", "Diagram"))
DRAWN_TEXT = ("t", "v")


def conversion_remarks(conversion: Conversion, notes: NoteMarks) -> Iterator[str]:
    """Yield what became of the body."""
    yield from list_texts("Hidden in the document, and left out", conversion.hidden)
    yield from list_texts("Its number is left out, as its format is not known", conversion.unnumbered)
    yield from list_texts("Text box, written after the paragraph that it belongs to", conversion.text_boxes)
    yield from list_texts("Equation, written on one line; compare it", conversion.equations)
    yield from list_texts("Symbol that is not in Unicode, written as �", conversion.symbols)
    yield from list_texts("Picture, left out", conversion.images)
    yield from list_texts("Embedded document, left out", conversion.objects)
    if notes.restarts and notes.notes:
        yield "The numbers of the notes start again on each page or section in the document, but not in the text."


def part_remarks(parts: WordParts) -> Iterator[str]:
    """Yield what other parts have: comments, headers and footers, charts, embedded files and macros."""
    for comments in parts.members("comments"):
        yield from list_texts("Comment, left out", map(_comment, parts.root(comments).iter(f"{W}comment")))
    for type, place in (("header", "header"), ("footer", "footer")):
        texts = (word_text(parts.root(member)) for member in parts.members(type))
        yield from list_texts(f"In the {place} of the pages, and left out", (text for text in texts if text))
    for type, kind in DRAWN_PARTS:
        texts = (_drawn_text(parts.root(member)) for member in parts.members(type))
        yield from list_texts(f"{kind}, left out", (text or "without text" for text in texts))
    for type in ("aFChunk", "subDocument"):
        files = (part.member for part in parts.related(parts.main) if part.type == type)
        yield from list_texts("Inserted file, left out: add it by itself", files)
    embedded = (name.rpartition("/")[2] for name in parts.package.names if "/embeddings/" in name)
    yield from list_texts("Embedded file, left out", embedded)
    if any(name.endswith("vbaProject.bin") for name in parts.package.names):
        yield "The document has macros: they were not run, and are not in the text."


def _comment(comment: Any) -> str:
    author = comment.get(f"{W}author") or ""
    return f"{author}: {word_text(comment)}" if author else word_text(comment)


def _drawn_text(root: Any) -> str:
    texts = (node.text or "" for node in root.iter() if _local_name(node) in DRAWN_TEXT)
    return ", ".join(text.strip() for text in texts if text.strip())


def _local_name(node: Any) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
