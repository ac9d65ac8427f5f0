"""Locators: where in the original document, such as on which page, a part of an extracted text was."""

from typing import Literal, NamedTuple, get_args

LocatorKind = Literal["page", "time", "row", "chapter", "part"]
LOCATOR_KINDS: tuple[LocatorKind, ...] = get_args(LocatorKind)


class Locator(NamedTuple):
    """A place in the original document, which holds from `offset` (in code points of the text) to the next locator.

    `label` is as the document or its programs show it: the page `iv`, the time `12:31` or `1:02:03`, the row `4`, the
    chapter `2`. `group` is what that is part of, such as the sheet of a row; "" if there is only one.
    """

    offset: int
    kind: LocatorKind
    label: str
    group: str = ""
