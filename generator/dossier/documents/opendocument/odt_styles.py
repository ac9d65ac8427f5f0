"""The styles of an OpenDocument text (OASIS OpenDocument 1.3, part 3), and the names of its elements."""

import re
from typing import Any

NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{NAMESPACE}office:1.0}}"
TEXT = f"{{{NAMESPACE}text:1.0}}"
STYLE = f"{{{NAMESPACE}style:1.0}}"
TABLE = f"{{{NAMESPACE}table:1.0}}"
DRAW = f"{{{NAMESPACE}drawing:1.0}}"
SVG = f"{{{NAMESPACE}svg-compatible:1.0}}"
FO = f"{{{NAMESPACE}xsl-fo-compatible:1.0}}"
META = f"{{{NAMESPACE}meta:1.0}}"
DC = "{http://purl.org/dc/elements/1.1/}"
XLINK = "{http://www.w3.org/1999/xlink}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
MAX_DEPTH = 30
"""The most styles that one may be based on, one after the other."""
POSITION = re.compile(r"(super|sub|-?\d+(?:\.\d+)?)%?(?:\s|$)")


class OdtStyles:
    """The styles by their families and names; a property that a style does not set is that of its parent."""

    def __init__(self, *roots: Any) -> None:
        """Read the styles in the given parts; None stands for a part that is missing."""
        self._styles: dict[tuple[str, str], Any] = {}
        self.lists: dict[str, Any] = {}
        """The list styles by their names."""
        self.outline: Any = None
        """The list style of the headings."""
        for root in (root for root in roots if root is not None):
            for style in root.iter(f"{STYLE}style"):
                key = (style.get(f"{STYLE}family") or "", style.get(f"{STYLE}name") or "")
                self._styles.setdefault(key, style)
            for style in root.iter(f"{TEXT}list-style"):
                self.lists.setdefault(style.get(f"{STYLE}name") or "", style)
            self.outline = root.find(f".//{TEXT}outline-style") if self.outline is None else self.outline

    def text_property(self, family: str, name: str | None, attribute: str) -> str | None:
        """Return a property of text, such as `text:display`, that a style sets; None if it does not."""
        for style in self._chain(family, name):
            for properties in style.iterchildren(f"{STYLE}text-properties"):
                if (value := properties.get(attribute)) is not None:
                    return str(value)
        return None

    def attribute(self, name: str | None, attribute: str) -> str | None:
        """Return an attribute of a paragraph style, such as `style:list-style-name`; None if it has none."""
        values = (style.get(attribute) for style in self._chain("paragraph", name))
        return next((value for value in values if value is not None), None)

    def tag(self, name: str | None) -> str:
        """Return the element of HTML for text of a style that is struck out, raised or lowered, otherwise ""."""
        struck = (self.text_property("text", name, f"{STYLE}text-line-through-{of}") for of in ("style", "type"))
        if any(value not in (None, "none") for value in struck):
            return "s"
        position = POSITION.match(self.text_property("text", name, f"{STYLE}text-position") or "")
        if position is None:
            return ""
        raised = {"super": 1.0, "sub": -1.0}.get(position[1])
        height = float(position[1]) if raised is None else raised
        return "sup" if height > 0 else "sub" if height < 0 else ""

    def _chain(self, family: str, name: str | None) -> list[Any]:
        chain: list[Any] = []
        style = self._styles.get((family, name or ""))
        while style is not None and len(chain) < MAX_DEPTH:
            chain.append(style)
            style = self._styles.get((family, style.get(f"{STYLE}parent-style-name") or ""))
        return chain
