"""A web page as a tree of elements in which nothing is left that is hidden, or means something by its markup alone."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from dossier.documents.page_elements import StyleRules, element_text, is_navigation
from dossier.documents.page_markup import Rewritten, rewrite_markup
from dossier.documents.remarks import REMOVED_CHARACTERS, list_texts, note_mark_remarks
from dossier.io.encodings import remove_control_characters

XML_DECLARATION = re.compile(r"\s*<\?xml.*?\?>", re.DOTALL)
FEED = re.compile(r"[\f\v]|&#(?:0*1[12](?![0-9])|[xX]0*[bBcC](?![0-9A-Fa-f]));?")
"""White space that no tree of elements can hold, itself or as a reference."""
CONTROL_REFERENCE = re.compile(
    r"&#(?:0*(?:[0-8]|1[4-9]|2[0-9]|3[01]|127|823[78]|6553[45])(?![0-9])"
    r"|[xX]0*(?:[0-8eEfF]|1[0-9a-fA-F]|7[fF]|202[dDeE]|[fF]{3}[eEfF])(?![0-9A-Fa-f]));?"
)
"""References to characters that no text should have; those to windows-1252, such as `&#133;`, mean letters."""


class ParsedPage(NamedTuple):
    """The elements of a page, its language, and remarks on what was lost when it was parsed."""

    tree: Any
    language: str
    remarks: tuple[str, ...]


def parse_page(page: str) -> ParsedPage | None:
    """Parse a page as browsers do, without comments and control characters; return None if it is empty."""
    from lxml.etree import ParserError  # type: ignore[import-untyped]  # Imported here because it takes 0.1 s.
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]

    declared = XML_DECLARATION.sub("", page, count=1)
    clean, removed = remove_control_references(declared)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = document_fromstring(clean.encode(), parser=parser, ensure_head_body=True)
    except ParserError:
        return None
    language = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    remarks = [REMOVED_CHARACTERS] if removed else []
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        remarks.insert(0, "The page is nested too deeply to be read whole: its end is not in the text.")
    return ParsedPage(tree, language, tuple(remarks))


def remove_control_references(page: str) -> tuple[str, int]:
    """Return a page without control characters and references to them, and how much shorter it is than before.

    White space that no tree of elements can hold becomes a space, and does not count.
    """
    spaced = FEED.sub(" ", page)
    clean = remove_control_characters(CONTROL_REFERENCE.sub("", spaced))
    return clean, len(spaced) - len(clean)


def clean_page(tree: Any) -> tuple[str, ...]:
    """Remove what a page hides, and write as text what its markup means; return remarks on both."""
    styles = StyleRules(tree)
    templates = list(list_texts("Hidden on the page, and left out", _template_texts(tree)))
    for element in list(tree.iter("script", "style", "template")):
        element.drop_tree()
    hidden = [*templates, *_remove_hidden(tree, styles)]
    return tuple(_markup_remarks(rewrite_markup(tree, styles), hidden))


def is_in_navigation(element: Any) -> bool:
    """Return whether an element is a menu, a footer or the like, or is in one."""
    return is_navigation(element) or any(is_navigation(node) for node in element.iterancestors())


def _template_texts(tree: Any) -> Iterator[str]:
    """Yield the text of each template, which scripts may show."""
    for template in tree.body.iter("template"):
        if text := " ".join(" ".join(template.itertext()).split()):
            yield text


def _remove_hidden(tree: Any, styles: StyleRules) -> list[str]:
    """Remove what the page hides, unless that is most of the page; return remarks on it."""
    hidden: list[str] = []
    kept: list[str] = []
    body = tree.body
    total = len(element_text(body))
    for element in list(body.iterdescendants()):
        if not isinstance(element.tag, str) or not styles.hides(element) or not _is_in(element, body):
            continue
        text = element_text(element)
        if len(text) * 2 > total:
            kept.append(text)
            continue
        if text and not is_in_navigation(element):
            hidden.append(text)
        element.drop_tree()
    return [
        *list_texts("Hidden on the page, and left out", hidden),
        *list_texts("Hidden on the page, but most of it", kept),
    ]


def _markup_remarks(rewritten: Rewritten, hidden: list[str]) -> Iterator[str]:
    yield from list_texts("Struck out on the page, and left out", rewritten.struck)
    yield from hidden
    yield from list_texts("Raised or lowered on the page, and written as", rewritten.words)
    yield from note_mark_remarks(rewritten.note_marks)


def _is_in(element: Any, ancestor: Any) -> bool:
    return any(node is ancestor for node in element.iterancestors())
