"""Links in handbook chapters: those into the source code become links to the site's page generated from that code."""

import re
from collections.abc import Mapping
from typing import NamedTuple

CODE_LINK = re.compile(r"\]\(\.\./(?P<folder>[a-z/]+)/(?:(?P<module>[a-z_]+)\.py)?\)")


class GeneratedPage(NamedTuple):
    """The page generated from a folder of the code, and the prefix of a module's name in its anchors."""

    page: str
    anchor_prefix: str = ""


GENERATED_PAGES: Mapping[str, GeneratedPage] = {
    "check": GeneratedPage("../how-we-check.md"),
    "check/rules": GeneratedPage("../how-we-check.md"),
    "cli/commands": GeneratedPage("commands.md", "dossier-"),
    "coverage": GeneratedPage("../coverage.md"),
    "export": GeneratedPage("../data.md"),
    "load": GeneratedPage("../how-we-check.md"),
    "model": GeneratedPage("fields.md"),
    "model/kinds": GeneratedPage("fields.md"),
}


def rewrite_code_links(chapter: str) -> str:
    """Return a chapter with `../check/rules/orphan_record.py` replaced by the address of that rule's section, etc."""
    return CODE_LINK.sub(_generated_link, chapter)


def _generated_link(match: re.Match[str]) -> str:
    page = GENERATED_PAGES[match["folder"]]
    anchor = f"#{page.anchor_prefix}{match['module'].replace('_', '-')}" if match["module"] else ""
    return f"]({page.page}{anchor})"
