"""The styles of a Word document: which are headings, hide text, strike it out, raise it or number paragraphs."""

from typing import Any

from dossier.documents.word.parts import W, is_on, value

MAX_DEPTH = 30
"""The most styles that one may be based on, one after the other."""


class WordStyles:
    """The styles by their ids; a property that a style does not set is that of the style that it is based on."""

    def __init__(self, root: Any) -> None:
        """Read the part `styles`; None if the document has none."""
        styles = [] if root is None else list(root.iter(f"{W}style"))
        self._styles: dict[str, Any] = {}
        for style in styles:
            self._styles.setdefault(style.get(f"{W}styleId") or "", style)
        self._default = next(
            (
                style.get(f"{W}styleId") or ""
                for style in styles
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on")
            ),
            "",
        )
        language = None if root is None else root.find(f"{W}docDefaults//{W}lang")
        self.language = "" if language is None else language.get(f"{W}val") or ""

    def paragraph_style(self, paragraph: Any) -> str:
        """Return the id of a paragraph's style."""
        return value(paragraph.find(f"{W}pPr"), "pStyle") or self._default

    def heading_level(self, paragraph: Any) -> int | None:
        """Return 1 for a heading of the highest level, and so on to 9; None if the paragraph is not a heading."""
        level = value(paragraph.find(f"{W}pPr"), "outlineLvl")
        for style in self._chain(self.paragraph_style(paragraph)):
            level = level or value(style.find(f"{W}pPr"), "outlineLvl")
            name = (value(style, "name") or "").lower()
            if level is None and name.startswith("heading ") and name[8:].isdecimal():
                level = str(int(name[8:]) - 1)
        return int(level) + 1 if level is not None and level.isdecimal() and int(level) < len("123456789") else None

    def run_is(self, run: Any, paragraph: Any, name: str) -> bool:
        """Return whether a property, such as `vanish`, is on for a run: by itself, its style or its paragraph's."""
        properties = run.find(f"{W}rPr")
        if (own := is_on(properties, name)) is not None:
            return own
        for start in (value(properties, "rStyle") or "", "" if paragraph is None else self.paragraph_style(paragraph)):
            for style in self._chain(start):
                if (of_style := is_on(style.find(f"{W}rPr"), name)) is not None:
                    return of_style
        return False

    def run_value(self, run: Any, name: str) -> str | None:
        """Return a property, such as `vertAlign`, of a run: its own or that of its style; None if it is not set."""
        properties = run.find(f"{W}rPr")
        found = value(properties, name)
        for style in self._chain(value(properties, "rStyle") or ""):
            found = found or value(style.find(f"{W}rPr"), name)
        return found

    def numbering(self, paragraph: Any) -> tuple[str, int | None] | None:
        """Return the id of a paragraph's numbering and its level, None if that is not set; None if it has none."""
        elements = [paragraph, *self._chain(self.paragraph_style(paragraph))]
        found = [number for element in elements if (number := element.find(f"{W}pPr/{W}numPr")) is not None]
        ids = [id for number in found if (id := value(number, "numId")) is not None]
        if not ids or ids[0] == "0":
            return None
        levels = [level for number in found if (level := value(number, "ilvl")) is not None]
        return ids[0], int(levels[0]) if levels and levels[0].isdecimal() else None

    def style_chain(self, paragraph: Any) -> list[str]:
        """Return the ids of a paragraph's style and of those that it is based on."""
        return [style.get(f"{W}styleId") or "" for style in self._chain(self.paragraph_style(paragraph))]

    def numbering_style_number(self, id: str) -> str | None:
        """Return the id of the numbering that a numbering style refers to."""
        style = self._styles.get(id)
        return None if style is None else value(style.find(f"{W}pPr/{W}numPr"), "numId")

    def _chain(self, id: str) -> list[Any]:
        """Return the style with this id, and those that it is based on."""
        chain: list[Any] = []
        style = self._styles.get(id)
        while style is not None and len(chain) < MAX_DEPTH:
            chain.append(style)
            style = self._styles.get(value(style, "basedOn") or "")
        return chain
