"""The article in a web page, as text, with a list of what the page has and the text has not, or has otherwise."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any

from dossier.documents.page_elements import BLOCKS, UNSEEN, StyleRules, element_text, is_navigation
from dossier.documents.page_markup import Rewritten, rewrite_markup
from dossier.documents.reader import Extract
from dossier.io.encodings import BIDI_OVERRIDE, CONTROL
from dossier.text.wording import pluralize, truncate

METADATA_FIELDS = ("author", "date", "sitename", "url")
EMBEDDED = ("iframe", "embed", "object", "video", "audio", "frame")
MAX_LISTED = 60
"""The most remarks of one kind that a draft lists; the others are counted."""
MAX_SHOWN = 160
"""The most characters of a text that a remark shows."""
XML_DECLARATION = re.compile(r"\s*<\?xml.*?\?>", re.DOTALL)


def extract(page: str) -> Extract | None:
    """Extract the article of a page, without menus, advertisements and readers' comments; None if there is none."""
    import trafilatura  # Imported here because it takes 0.2 s, and only this command needs it.
    from lxml.etree import ParserError  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]

    without_controls = BIDI_OVERRIDE.sub("", CONTROL.sub("", XML_DECLARATION.sub("", page, count=1)))
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = document_fromstring(without_controls.encode(), parser=parser, ensure_head_body=True)
    except ParserError:
        return None  # The page is empty.
    metadata = trafilatura.extract_metadata(deepcopy(tree))
    styles = StyleRules(tree)
    templates = list(_list_texts("Hidden on the page, and left out", _template_texts(tree)))
    for element in list(tree.iter("script", "style", "template")):
        element.drop_tree()
    hidden = [*templates, *_remove_hidden(tree, styles)]
    rewritten = rewrite_markup(tree, styles)
    text = trafilatura.extract(deepcopy(tree), include_comments=False)
    if not text or not text.strip():
        return None
    title = metadata.title or None
    lines = tuple(f"{name}: {value}" for name in METADATA_FIELDS if (value := getattr(metadata, name)))
    remarks = [*_markup_remarks(rewritten, hidden), *_omissions(tree, text, title or "")]
    if len(without_controls) < len(XML_DECLARATION.sub("", page, count=1)):
        remarks.append("Removed: control characters, or such as show words backwards.")
    language = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    return Extract(f"{text.rstrip()}\n", title, lines, tuple(remarks), language)


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
        if text and not _is_in_navigation(element):
            hidden.append(text)
        element.drop_tree()
    return [
        *_list_texts("Hidden on the page, and left out", hidden),
        *_list_texts("Hidden on the page, but most of it", kept),
    ]


def _markup_remarks(rewritten: Rewritten, hidden: list[str]) -> Iterator[str]:
    yield from _list_texts("Struck out on the page, and left out", rewritten.struck)
    yield from hidden
    yield from _list_texts("Raised or lowered on the page, and written as", rewritten.words)
    if rewritten.note_marks:
        marks = truncate(", ".join(dict.fromkeys(rewritten.note_marks)), MAX_SHOWN)
        yield f"Footnote marks, written as ` [2]`: {marks}."


def _omissions(tree: Any, text: str, title: str) -> Iterator[str]:
    """Yield a remark for each part of the article that is not in the text, and for what is embedded in it."""
    article = _article_of(tree)
    kept = _letters(text) + "\n" + _letters(title)
    omitted: list[str] = []
    elsewhere = 0
    for segment, is_in_article in _segments(tree.body, article):
        letters = _letters(segment)
        if not letters or letters in kept:
            continue
        if is_in_article:
            omitted.append(segment)
        else:
            elsewhere += 1
    yield from _list_texts("Not in the text", omitted)
    embedded = (element for element in article.iter(*EMBEDDED) if not _is_in_navigation(element))
    numbered = (element for element in article.iter("ol") if not _is_in_navigation(element))
    items = [element_text(item) for element in numbered for item in element.iterchildren("li")]
    yield from _list_texts("Its number in a list is left out", (item for item in items if _letters(item) in kept))
    yield from _list_texts("Embedded in the page, and left out", map(_describe_embedded, embedded))
    if elsewhere:
        yield f"Left out around the article: {pluralize(elsewhere, 'line')} of menus, advertisements and the like."


def _article_of(tree: Any) -> Any:
    """Return the part of the page that holds the article: its only `<main>` or `<article>`, otherwise the body."""
    for tag in ("main", "article"):
        found = list(tree.body.iter(tag))
        if len(found) == 1:
            return found[0]
    return tree.body


def _segments(element: Any, article: Any, is_in_article: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield each line of text in an element, and whether it belongs to the article."""
    line: list[str] = []
    stack: list[tuple[Any, bool, bool]] = [(element, is_in_article, False)]
    state = is_in_article
    while stack:
        node, inside, is_end = stack.pop()
        if not isinstance(node.tag, str) or node.tag in UNSEEN - {"noscript"}:
            line.append(node.tail or "")
            continue
        if node.tag in BLOCKS and "".join(line).strip():
            yield " ".join("".join(line).split()), state
            line = []
        if is_end:
            state = inside
            line.append(node.tail or "" if node is not element else "")
            continue
        stack.append((node, inside, True))
        state = inside or node is article
        if is_navigation(node) and not (node.tag == "footer" and state):
            state = False  # The footer of an article, or of a quotation in it, belongs to it.
        line.append(node.text or "")
        stack.extend((child, state, False) for child in reversed(node))
    if "".join(line).strip():
        yield " ".join("".join(line).split()), state


def _describe_embedded(element: Any) -> str:
    address = element.get("src") or element.get("data") or ""
    content = " ".join(re.sub(r"<[^>]*>", " ", element.get("srcdoc") or "").split())
    parts = (element.tag, element.get("title") or "", "" if address.startswith("data:") else address, content)
    return " ".join(part for part in parts if part)


def _is_in(element: Any, ancestor: Any) -> bool:
    return any(node is ancestor for node in element.iterancestors())


def _is_in_navigation(element: Any) -> bool:
    return is_navigation(element) or any(is_navigation(node) for node in element.iterancestors())


def _letters(text: str) -> str:
    """Return the letters and digits of a text, which is all that the extraction of an article should keep."""
    return "".join(character for character in text if character.isalnum())


def _list_texts(label: str, texts: Iterable[str]) -> Iterator[str]:
    unique = list(dict.fromkeys(texts))
    for text in unique[:MAX_LISTED]:
        yield f"{label}: {truncate(text, MAX_SHOWN)}"
    if len(unique) > MAX_LISTED:
        yield f"{label}: {len(unique) - MAX_LISTED} more."
