"""Elements of HTML that a reader builds from a document of another format."""

from typing import Any

from dossier.documents.document_text import TAB

NOTE_INDENT = f" {TAB}\u00a0"
"""White space between the mark of a note and its text."""
MAX_PIECE = 4096
"""The number of characters after which the text of a paragraph goes on in another element."""


def add_text(element: Any, text: str) -> None:
    """Add text at the end of an element, in pieces, so that a paragraph of a million runs does not take a day."""
    last = _last_child(element)
    before = (element.text if last is None else last.tail) or ""
    if len(before) > MAX_PIECE:
        add_element(element, "span", text)
    elif last is None:
        element.text = before + text
    else:
        last.tail = before + text


def _last_child(element: Any) -> Any:
    return next(element.iterchildren(reversed=True), None)


def add_element(parent: Any, tag: str, text: str = "") -> Any:
    """Add an element with a text at the end of another, and return it."""
    from lxml.html import Element  # type: ignore[import-untyped]  # Imported here because it takes 0.1 s.

    element = Element(tag)
    element.text = text or None
    parent.append(element)
    return element


def add_marked(parent: Any, tag: str, text: str) -> None:
    """Add text that is raised, lowered or struck out; text of neighbouring elements of the same tag is one."""
    last = _last_child(parent)
    if last is not None and last.tag == tag and not last.tail and not last.attrib:
        add_text(last, text)
    else:
        add_element(parent, tag, text)


def add_note_mark(parent: Any, mark: str) -> None:
    """Add the mark of a footnote."""
    add_element(parent, "sup", f"[{mark}]").set("class", "footnote")


def prefix_note(note: Any, mark: str) -> None:
    """Write the mark of a footnote before its text."""
    first = next(note.iter("p", "h1", "h2", "h3", "h4", "h5", "h6", "li"), note)
    first.text = f"[{mark}] {(first.text or '').lstrip(NOTE_INDENT)}"
