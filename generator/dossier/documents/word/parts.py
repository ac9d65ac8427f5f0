"""The names of the elements of a Word document (ECMA-376, part 1, WordprocessingML), and their properties and text."""

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def is_on(properties: Any, name: str) -> bool | None:
    """Return whether a property that is on or off, such as `vanish`, is on; None if it is not set."""
    element = None if properties is None else properties.find(f"{W}{name}")
    if element is None:
        return None
    return (element.get(f"{W}val") or "true").lower() not in ("false", "0", "off", "none")


def value(element: Any, name: str) -> str | None:
    """Return the value of a property, such as `numId`, of an element; None if it has none."""
    found = None if element is None else element.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val")


def word_text(element: Any) -> str:
    """Return the text of an element, with a space for each tab, line end and end of a paragraph."""
    pieces: list[str] = []
    for node in element.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br", f"{W}cr", f"{W}p", f"{M}t"):
        is_text = node.tag.endswith(("}t", "}delText"))
        pieces.append(node.text or "" if is_text else " ")
    return " ".join("".join(pieces).split())
