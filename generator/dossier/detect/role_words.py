"""The role that a text gives a person before the name: with "former" and with the body, but without "Mr."."""

import re
from collections.abc import Iterable

from dossier.text.spans import Spanning

_REACH = 160
"""How far before a name the words of its role are read, in code points."""
_CAPITALISED = r"(?:[A-ZÀ-ÖØ-Þ][\w.’'&-]*\s+(?:of\s+(?:the\s+)?)?)"


class RoleReader:
    """Reads roles in one language, whose words are patterns of whole words."""

    def __init__(self, courtesy: str, changing: str, before_place: str | None = None) -> None:
        """Take the forms of address, and the words before a role that change what it says: "former", "ex".

        `before_place` is given where the body is named before the role ("Harbour Police Chief"): words after which a
        name is no body but a place, or somebody spoken to.
        """
        self._courtesy = re.compile(rf"(?:{courtesy})(?:[\s-]+|$)", re.IGNORECASE)
        between = rf"{_CAPITALISED}{{0,6}}" if before_place is not None else ""
        self._changing = re.compile(rf"(?<![\w'’-])(?:(?i:{changing})(?:[-‑]|\s+))+{between}$")
        self._before_place = before_place and re.compile(rf"(?<!\w)(?:{before_place})\s+(?:the\s+)?$", re.IGNORECASE)

    def role_of(self, title: str, name_start: int, text: str, bodies: Iterable[Spanning]) -> str:
        """Return the role before a name, given its title; "" if that is but a form of address.

        `bodies` are the names of the text that are not those of people.
        """
        while courtesy := self._courtesy.match(title):
            title = title[courtesy.end() :]
        if not title:
            return ""
        first = max(0, name_start - _REACH, text.rfind("\n", 0, name_start) + 1)
        before = text[first:name_start]
        written = re.search(r"\s+".join(map(re.escape, title.split())) + r"[\s,‑-]*$", before)
        if not written:
            return title
        start = min(written.start(), self._body_start(bodies, first + written.start(), text) - first)
        changing = self._changing.search(before[:start]) or self._changing.search(before[: written.start()])
        start = min(start, changing.start()) if changing else start
        return " ".join(before[start : written.end()].split()).rstrip(" ,-‑")

    def _body_start(self, bodies: Iterable[Spanning], start: int, text: str) -> int:
        """Return where the body is named that is right before a role; where the role begins if there is none."""
        if not self._before_place:
            return start
        found = (body.start for body in bodies if body.end < start and not text[body.end : start].strip(" "))
        return next((place for place in found if not self._before_place.search(text, 0, place)), start)
