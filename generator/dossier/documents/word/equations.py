"""Equations of a Word document (OMML) as text on one line: `3 1/2`, `x^2`, `√(a+b)`."""

import re
from typing import Any

from dossier.documents.word.parts import M

PARTS = {"f": ("num", "den"), "sSup": ("e", "sup"), "sSub": ("e", "sub"), "rad": ("deg", "e"),
         "sSubSup": ("e", "sub", "sup"), "nary": ("sub", "sup", "e"), "limLow": ("e", "lim"),
         "limUpp": ("e", "lim"), "sPre": ("sub", "sup", "e")}  # fmt: skip
SINGLE = re.compile(r"[\w.,]*")


def equation_text(element: Any) -> str:
    """Return an equation as text."""
    name = element.tag.removeprefix(M) if isinstance(element.tag, str) else ""
    if name == "t":
        return element.text or ""
    if name in PARTS:
        return _structure_text(name, [_part_text(element, part) for part in PARTS[name]], element)
    if name == "d":
        opening, closing = _character(element, "begChr", "("), _character(element, "endChr", ")")
        separator = _character(element, "sepChr", "|")
        return opening + separator.join(equation_text(part) for part in element.iterchildren(f"{M}e")) + closing
    if name in ("eqArr", "m"):
        return "; ".join(equation_text(row) for row in element.iterchildren(f"{M}e", f"{M}mr"))
    if name == "mr":
        return ", ".join(equation_text(part) for part in element.iterchildren(f"{M}e"))
    joined = ""
    for child in element:
        part = equation_text(child)
        joined += f" {part}" if joined[-1:].isdigit() and part[:1].isdigit() and child.tag != f"{M}r" else part
    return joined


def _structure_text(name: str, parts: list[str], element: Any) -> str:
    wrapped = [part if SINGLE.fullmatch(part) else f"({part})" for part in parts]
    if name == "f":
        return f"{wrapped[0]}/{wrapped[1]}"
    if name == "rad":
        return f"{wrapped[0] if parts[0] else ''}√{wrapped[1]}"
    if name == "nary":
        symbol = _character(element, "chr", "∫")
        below, above = (f"{mark}{part}" if part else "" for mark, part in zip("_^", wrapped[:2], strict=True))
        return f"{symbol}{below}{above} {parts[2]}"
    if name == "sPre":
        return f"_{wrapped[0]}^{wrapped[1]}{wrapped[2]}"
    marks = {"sSup": "^", "sSub": "_", "limLow": "_", "limUpp": "^", "sSubSup": "_^"}[name]
    return wrapped[0] + "".join(mark + part for mark, part in zip(marks, wrapped[1:], strict=True))


def _part_text(element: Any, part: str) -> str:
    found = element.find(f"{M}{part}")
    return "" if found is None else equation_text(found).strip()


def _character(element: Any, name: str, default: str) -> str:
    found = element.find(f"{M}{element.tag.removeprefix(M)}Pr/{M}{name}")
    return default if found is None else found.get(f"{M}val") or ""
