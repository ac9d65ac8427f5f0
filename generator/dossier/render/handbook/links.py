"""Links of the handbook: to the code that something stands in, on the site to the page that is made of that code."""

import re
from collections.abc import Mapping
from typing import NamedTuple

CODE = re.compile(r"\]\(\.\./(?P<folder>[a-z/]+)/(?:(?P<module>[a-z_]+)\.py)?\)")


class GeneratedPage(NamedTuple):
    """The page that is made of a folder of the code, and what precedes the name of a module in its anchors."""

    page: str
    before: str = ""


GENERATED_PAGES: Mapping[str, GeneratedPage] = {
    "check": GeneratedPage("../how-we-check.md"),
    "check/rules": GeneratedPage("../how-we-check.md"),
    "cli": GeneratedPage("commands.md", "dossier-"),
    "coverage": GeneratedPage("../coverage.md"),
    "export": GeneratedPage("../data.md"),
    "load": GeneratedPage("../how-we-check.md"),
    "model": GeneratedPage("fields.md"),
    "model/kinds": GeneratedPage("fields.md"),
}


def rewrite_code_links(chapter: str) -> str:
    """A chapter whose links into the code lead to the made pages: `../check/rules/orphan_record.py` to its rule."""
    return CODE.sub(_link, chapter)


def _link(found: re.Match[str]) -> str:
    made = GENERATED_PAGES[found["folder"]]
    anchor = f"#{made.before}{found['module'].replace('_', '-')}" if found["module"] else ""
    return f"]({made.page}{anchor})"
