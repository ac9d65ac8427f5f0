"""Locators: where in the original document, such as on which page, a part of an extracted text was."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, get_args

from dossier.text.interface import gettext as _

LocatorKind = Literal["page", "time", "row", "slide", "chapter", "part"]
TIME = re.compile(r"(?:\d+:)?\d+:\d\d")
CSL_TERMS: Mapping[LocatorKind, str] = {"page": "page", "time": "timestamp", "chapter": "chapter"}
LOCATOR_KINDS: tuple[LocatorKind, ...] = get_args(LocatorKind)


class Locator(NamedTuple):
    """A place in the original document, which holds from `offset` (in code points of the text) to the next locator.

    `label` is as the document or its programs show it: the page `iv`, the time `12:31` or `1:02:03`, the row `4`, the
    slide `3`, the chapter `2`. `group` is what that is part of, such as the sheet of a row; "" if there is only one.
    `number` is the number of a page in the file, counted from 1, where that is not its label.
    """

    offset: int
    kind: LocatorKind
    label: str
    group: str = ""
    number: int | None = None


def describe_locators(locators: Sequence[Locator]) -> str:
    """Return where a passage is, such as `p. 7`, `pp. 7–8`, `at 12:31` or `sheet Costs, row 4`; "" if unknown."""
    if not locators:
        return ""
    first, last = locators[0], locators[-1]
    is_range = first.label != last.label and first.kind == last.kind and first.group == last.group
    labels = f"{first.label}–{last.label}" if is_range else first.label
    match first.kind:
        case "page":
            return _("pp. %(pages)s", pages=labels) if is_range else _("p. %(page)s", page=labels)
        case "row":
            rows = _("rows %(rows)s", rows=labels) if is_range else _("row %(row)s", row=labels)
            return _("sheet %(sheet)s, %(rows)s", sheet=first.group, rows=rows) if first.group else rows
        case "time":
            return _("at %(time)s", time=first.label)
        case "slide":
            return _("slides %(slides)s", slides=labels) if is_range else _("slide %(slide)s", slide=labels)
        case "chapter":
            if first.label.isdecimal():
                return _("chapter %(number)s", number=first.label)
            return _("under “%(heading)s”", heading=first.label)
        case "part":
            return _("in “%(part)s”", part=first.label)


def csl_locator(locators: Sequence[Locator]) -> dict[str, str]:
    """Return where a passage is as an item of a CSL citation has it (CSL 1.0.2, appendix IV: Locators).

    `label` and `locator`, or a `suffix` for places that CSL has no term for; {} if it is unknown.
    """
    if not locators:
        return {}
    first, last = locators[0], locators[-1]
    if first.kind not in CSL_TERMS or (first.kind == "chapter" and not first.label.isdecimal()):
        return {"suffix": f", {describe_locators(locators)}"}
    is_range = first.kind == "page" == last.kind and first.label != last.label
    labels = f"{first.label}–{last.label}" if is_range else first.label
    return {"label": CSL_TERMS[first.kind], "locator": labels}


def bibtex_place(locators: Sequence[Locator]) -> dict[str, str]:
    """Return where a passage is as a field of BibTeX: `pages` (`7--8`), or else a `note`; {} if it is unknown."""
    place = csl_locator(locators)
    if place.get("label") == "page":
        return {"pages": place["locator"].replace("–", "--")}
    return {"note": f"{describe_locators(locators)}."} if place else {}


def fragment_selector(locator: Locator) -> dict[str, str] | None:
    """Return a locator as a FragmentSelector (W3C Web Annotation Data Model, 4.2.1), None if no standard has such one.

    Pages are as in RFC 8118, rows as in RFC 7111, times as in Media Fragments URI 1.0.
    """
    match locator.kind:
        case "page":
            number = locator.number or (int(locator.label) if locator.label.isdecimal() else None)
            return _fragment(f"page={number}", "http://tools.ietf.org/rfc/rfc8118") if number else None
        case "row" if not locator.group:
            return _fragment(f"row={locator.label}", "http://tools.ietf.org/rfc/rfc7111")
        case "time" if TIME.fullmatch(locator.label):
            seconds = sum(int(part) * 60**power for power, part in enumerate(reversed(locator.label.split(":"))))
            return _fragment(f"t={seconds}", "http://www.w3.org/TR/media-frags/")
    return None


def _fragment(value: str, standard: str) -> dict[str, str]:
    return {"type": "FragmentSelector", "conformsTo": standard, "value": value}
