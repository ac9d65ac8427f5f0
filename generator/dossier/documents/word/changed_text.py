"""Tracked changes of a Word document that nobody has accepted or rejected yet: how many, and the text without them."""

from collections.abc import Iterator
from typing import Any

from dossier.documents.word.parts import W, word_text

INSERTED = (f"{W}ins", f"{W}moveTo")
DELETED = (f"{W}del", f"{W}moveFrom")
CHANGES = (*INSERTED, *DELETED, f"{W}cellIns", f"{W}cellDel")
NAMES = {"ins": "inserted", "moveTo": "moved here", "del": "deleted", "moveFrom": "moved away",
         "cellIns": "inserted cell", "cellDel": "deleted cell"}  # fmt: skip
DELETED_NAMES = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}


def find_changes(root: Any) -> list[str]:
    """Return each tracked change of the text, such as `inserted: 12`; those of its looks do not count."""
    return list(_describe_changes(root))


def _describe_changes(root: Any) -> Iterator[str]:
    for element in root.iter(*CHANGES):
        parent = element.getparent()
        kind = NAMES[element.tag.removeprefix(W)]
        if parent.tag == f"{W}rPr":
            yield f"{kind}: the end of a paragraph"
        elif parent.tag == f"{W}trPr":
            yield f"{kind}: the row {word_text(parent.getparent())}"
        elif parent.tag == f"{W}tcPr":
            yield f"{kind}: {word_text(parent.getparent())}"
        elif text := word_text(element):
            yield f"{kind}: {text}"


def resolve_changes(root: Any, accept: bool) -> None:
    """Accept all tracked changes of the text, or reject them."""
    kept, dropped = (INSERTED, DELETED) if accept else (DELETED, INSERTED)
    dropped_cell = f"{W}cellDel" if accept else f"{W}cellIns"
    for mark in list(root.iter(*dropped, dropped_cell)):
        properties = mark.getparent()
        if properties is not None and properties.tag in (f"{W}trPr", f"{W}tcPr"):
            _remove(properties.getparent())
    _join_paragraphs(root, dropped)
    for element in list(root.iter(*dropped)):
        _remove(element)
    for element in list(root.iter(*kept)):
        unwrap(element)
    for element in root.iter(*DELETED_NAMES):
        element.tag = DELETED_NAMES[element.tag]


def _join_paragraphs(root: Any, dropped: tuple[str, ...]) -> None:
    """Join each paragraph whose end is dropped with the one after it, which decides on the style."""
    for paragraph in reversed(list(root.iter(f"{W}p"))):
        properties = paragraph.find(f"{W}pPr")
        run_properties = None if properties is None else properties.find(f"{W}rPr")
        if run_properties is None or not any(run_properties.find(tag) is not None for tag in dropped):
            continue
        following = paragraph.getnext()
        if following is not None and following.tag == f"{W}p":
            paragraph.remove(properties)
            paragraph.extend(list(following))
            _remove(following)


def unwrap(element: Any) -> None:
    """Replace an element by its children."""
    parent = element.getparent()
    if parent is None:
        return
    index = parent.index(element)
    parent[index : index + 1] = list(element)


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
