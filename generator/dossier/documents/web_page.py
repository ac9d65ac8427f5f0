"""The article in a web page, as text, with a list of what the page has and the text has not, or has otherwise."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from dossier.documents.page_elements import BLOCKS, UNSEEN, element_text, is_navigation
from dossier.documents.page_tree import clean_page, is_in_navigation, parse_page
from dossier.documents.reader import Extract
from dossier.documents.remarks import list_texts
from dossier.text.wording import pluralize

METADATA_FIELDS = ("author", "date", "sitename", "url")
EMBEDDED = ("iframe", "embed", "object", "video", "audio", "frame")


def extract(page: str) -> Extract | None:
    """Extract the article of a page, without menus, advertisements and readers' comments; None if there is none."""
    import trafilatura  # Imported here because it takes 0.2 s, and only this command needs it.

    parsed = parse_page(page)
    if parsed is None:
        return None
    tree = parsed.tree
    metadata = trafilatura.extract_metadata(deepcopy(tree))
    markup = clean_page(tree)
    text = trafilatura.extract(deepcopy(tree), include_comments=False)
    if not text or not text.strip():
        return None
    title = metadata.title or None
    lines = tuple(f"{name}: {value}" for name in METADATA_FIELDS if (value := getattr(metadata, name)))
    remarks = (*markup, *_omissions(tree, text, title or ""), *parsed.remarks)
    return Extract(f"{text.rstrip()}\n", title, lines, remarks, parsed.language)


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
    yield from list_texts("Not in the text", omitted)
    embedded = (element for element in article.iter(*EMBEDDED) if not is_in_navigation(element))
    numbered = (element for element in article.iter("ol") if not is_in_navigation(element))
    items = [element_text(item) for element in numbered for item in element.iterchildren("li")]
    yield from list_texts("Its number in a list is left out", (item for item in items if _letters(item) in kept))
    yield from list_texts("Embedded in the page, and left out", map(_describe_embedded, embedded))
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


def _letters(text: str) -> str:
    """Return the letters and digits of a text, which is all that the extraction of an article should keep."""
    return "".join(character for character in text if character.isalnum())
