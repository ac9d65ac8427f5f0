"""Links of the handbook: to the code that something stands in, on the site to the page that is made of that code."""

import re
from collections.abc import Mapping
from typing import NamedTuple

CODE = re.compile(r"\]\(\.\./(?P<folder>[a-z/]+)/(?:(?P<module>[a-z_]+)\.py)?\)")


class Made(NamedTuple):
    """The page that is made of a folder of the code, and what precedes the name of a module in its anchors."""

    page: str
    before: str = ""


MADE: Mapping[str, Made] = {
    "check": Made("../how-we-check.md"),
    "check/rules": Made("../how-we-check.md"),
    "cli": Made("commands.md", "dossier-"),
    "coverage": Made("../coverage.md"),
    "export": Made("../data.md"),
    "load": Made("../how-we-check.md"),
    "model": Made("fields.md"),
    "model/kinds": Made("fields.md"),
}


def on_site(chapter: str) -> str:
    """A chapter whose links into the code lead to the made pages: `../check/rules/orphan_record.py` to its rule."""
    return CODE.sub(_link, chapter)


def _link(found: re.Match[str]) -> str:
    made = MADE[found["folder"]]
    anchor = f"#{made.before}{found['module'].replace('_', '-')}" if found["module"] else ""
    return f"]({made.page}{anchor})"
