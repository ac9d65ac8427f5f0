"""Elements of a web page: what is hidden or struck out, and the text right before and after an element.

Elements are lxml's, which has no types: `Any` stands for its `HtmlElement` throughout.
"""

import re
from collections.abc import Iterator
from typing import Any

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "iframe",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "noscript",
        "ol",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "template",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
"""Elements that begin a new line, so that the words in and around them are not joined."""
INLINE = frozenset(("a", "abbr", "b", "cite", "code", "em", "font", "i", "ins", "mark", "small", "span", "strong", "u"))
"""Elements within a sentence that may be styled as anything."""
UNSEEN = frozenset(("head", "noscript", "script", "style", "template"))
"""Elements whose text no reader sees."""
NAVIGATION = frozenset(("footer", "menu", "nav", "select", "button", "option", "datalist"))
NAVIGATION_ROLES = frozenset(("navigation", "menu", "menubar", "search", "banner", "contentinfo"))

HIDING_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:px|em|rem|%)?\s*(?:;|!|$)"
    r"|(?:left|top|text-indent)\s*:\s*-\d{4,}|clip\s*:\s*rect\(\s*0|clip\s*:\s*rect\(\s*1px[ ,]+1px"
    r"|clip-path\s*:\s*inset\(\s*(?:50|100)%"
    r"|content-visibility\s*:\s*hidden|transform\s*:\s*scale\(\s*0\s*\)",
    re.IGNORECASE,
)
STRIKING_STYLE = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
RAISING_STYLE = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
LOWERING_STYLE = re.compile(r"vertical-align\s*:\s*sub", re.IGNORECASE)
SHOWING_STYLE = re.compile(r"display\s*:\s*(?!none)\w|visibility\s*:\s*visible", re.IGNORECASE)
HIDDEN_CLASSES = frozenset(
    [
        "a11y-hidden",
        "accessibility-hidden",
        "accessible-hidden",
        "assistive-text",
        "d-none",
        "element-invisible",
        "hidden",
        "is-hidden",
        "is-visually-hidden",
        "offscreen",
        "screen-reader",
        "screen-reader-only",
        "screen-reader-text",
        "screenreader",
        "screenreader-only",
        "show-for-sr",
        "sr-only",
        "sr_only",
        "sronly",
        "u-hidden",
        "u-visually-hidden",
        "visually-hidden",
        "visually_hidden",
        "visuallyhidden",
    ]
)
RESPONSIVE_CLASS = re.compile(
    r"(?:sm|md|lg|xl|2xl|xxl|print):(?:block|flex|grid|inline|table|not-sr-only)|d-(?:sm|md|lg|xl|xxl|print)-(?!none)\w"
)
"""A class that shows, on larger screens, what another class hides on small ones."""
STRUCK_CLASSES = frozenset(
    ("line-through", "linethrough", "strike", "strike-through", "strikethrough", "struck", "text-strike")
)
STRUCK_TAGS = frozenset(("del", "s", "strike"))

AT_RULE = re.compile(r"@[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})")
CSS_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SELECTOR_PART = re.compile(r"([a-z][a-z0-9]*)?((?:[.#][A-Za-z_][\w-]*)*)")
NAME = re.compile(r"[.#][A-Za-z_][\w-]*")

Selector = tuple[tuple[str, frozenset[str]], ...]
"""The parts of a selector: the tag, or "", and the classes and ids of an ancestor each, and last of the element."""
CONTEXT = 40
"""The number of characters before and after an element that decide what it means."""


class StyleRules:
    """What the style sheets in a page hide, strike out, raise or lower, by selectors such as `.gone` or `p .old`."""

    def __init__(self, page: Any) -> None:
        sheets = " ".join(style.text or "" for style in page.iter("style"))
        rules = CSS_RULE.findall(AT_RULE.sub(" ", CSS_COMMENT.sub(" ", sheets)))
        shown = " ".join(selector for selector, declarations in rules if SHOWING_STYLE.search(declarations))
        self._hidden = {
            selector for selector in _find_selectors(rules, HIDING_STYLE) if not _is_shown_too(selector, shown)
        }
        self._struck = _find_selectors(rules, STRIKING_STYLE)
        self._raised = _find_selectors(rules, RAISING_STYLE)
        self._lowered = _find_selectors(rules, LOWERING_STYLE)

    def hides(self, element: Any) -> bool:
        """Return whether readers do not see the element, judging by itself alone."""
        names = classes_of(element)
        if element.get("hidden") is not None or (element.get("aria-hidden") or "").strip().lower() == "true":
            return True
        if element.tag == "dialog" and element.get("open") is None:
            return True
        if names & HIDDEN_CLASSES and not any(RESPONSIVE_CLASS.match(name) for name in names):
            return True
        return bool(HIDING_STYLE.search(element.get("style") or "")) or _is_selected(element, self._hidden)

    def mark_raised(self, page: Any) -> None:
        """Give the elements that a style sheet raises or lowers the same style of their own."""
        for selectors, style in ((self._raised, "vertical-align:super"), (self._lowered, "vertical-align:sub")):
            for element in page.iter(*INLINE) if selectors else ():
                if _is_selected(element, selectors):
                    element.set("style", f"{element.get('style') or ''};{style}")

    def strikes_out(self, element: Any) -> bool:
        """Return whether the element is struck out, judging by itself alone."""
        if element.tag in STRUCK_TAGS or classes_of(element) & STRUCK_CLASSES:
            return True
        return bool(STRIKING_STYLE.search(element.get("style") or "")) or _is_selected(element, self._struck)


def _find_selectors(rules: list[tuple[str, str]], declaration: re.Pattern[str]) -> set[Selector]:
    """Return the selectors of tags, classes, ids and ancestors, at least one class or id, that have the declaration."""
    parsed = (
        [SELECTOR_PART.fullmatch(part) for part in selector.split()]
        for selectors, declarations in rules
        if declaration.search(declarations)
        for selector in selectors.split(",")
    )
    selectors = set()
    for parts in parsed:
        if all(parts) and any(part[2] for part in parts if part):
            names = (frozenset(name.lower() for name in NAME.findall(part[2])) for part in parts if part)
            selectors.add(tuple(zip((part[1] or "" for part in parts if part), names, strict=True)))
    return selectors


def _is_shown_too(selector: Selector, shown: str) -> bool:
    """Return whether another rule shows an element of the same class or id, on a larger screen for example."""
    _, names = selector[-1]
    return any(re.search(re.escape(name) + r"(?![\w-])", shown, re.IGNORECASE) for name in names)


def _is_selected(element: Any, selectors: set[Selector]) -> bool:
    return any(_matches(element, selector) for selector in selectors)


def _matches(element: Any, selector: Selector) -> bool:
    *ancestors, last = selector
    if not _matches_part(element, last):
        return False
    node = element.getparent()
    while ancestors and node is not None:
        if _matches_part(node, ancestors[-1]):
            ancestors.pop()
        node = node.getparent()
    return not ancestors


def _matches_part(element: Any, part: tuple[str, frozenset[str]]) -> bool:
    tag, names = part
    if tag not in ("", element.tag):
        return False
    return not names or names <= {
        *(f".{name}" for name in classes_of(element)),
        f"#{(element.get('id') or '').lower()}",
    }


def classes_of(element: Any) -> set[str]:
    """Return the classes of an element in lower case."""
    return set((element.get("class") or "").lower().split())


def is_raised(element: Any) -> bool:
    """Return whether the element is a superscript."""
    if element.tag == "sup" or (element.tag in INLINE and classes_of(element) & {"sup", "superscript"}):
        return True
    return element.tag in INLINE and bool(RAISING_STYLE.search(element.get("style") or ""))


def is_lowered(element: Any) -> bool:
    """Return whether the element is a subscript."""
    if element.tag == "sub" or (element.tag in INLINE and classes_of(element) & {"sub", "subscript"}):
        return True
    return element.tag in INLINE and bool(LOWERING_STYLE.search(element.get("style") or ""))


def is_navigation(element: Any) -> bool:
    """Return whether the element is a menu, a footer or another part that belongs to no article."""
    return element.tag in NAVIGATION or (element.get("role") or "").lower() in NAVIGATION_ROLES


def element_text(element: Any) -> str:
    """Return the text in an element on one line, without that of scripts and styles."""
    return " ".join("".join(iter_text(element)).split())


def iter_text(element: Any) -> Iterator[str]:
    """Yield the texts in an element, with a space around each block; nesting may be deeper than Python can call."""
    stack: list[tuple[Any, bool]] = [(element, False)]
    while stack:
        node, is_end = stack.pop()
        is_seen = isinstance(node.tag, str) and node.tag not in UNSEEN
        if is_seen and node.tag in BLOCKS and node is not element:
            yield " "
        if is_seen and not is_end:
            yield node.text or ""
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node))
        elif node is not element:
            yield node.tail or ""


def text_before(element: Any) -> str:
    """Return the last characters before an element on its line."""
    found = ""
    node = element
    while len(found) < CONTEXT:
        previous = node.getprevious()
        while previous is not None and len(found) < CONTEXT:
            if previous.tag in BLOCKS:
                return (previous.tail or "") + found
            found = "".join(iter_text(previous)) + (previous.tail or "") + found
            previous = previous.getprevious()
        parent = node.getparent()
        if previous is not None or parent is None:
            break
        found = (parent.text or "") + found
        if parent.tag in BLOCKS:
            break
        node = parent
    return found[-CONTEXT:]


def text_after(element: Any) -> str:
    """Return the first characters after an element on its line."""
    found = ""
    node = element
    while len(found) < CONTEXT and node.tag not in BLOCKS:
        found += node.tail or ""
        following = node.getnext()
        while following is not None and len(found) < CONTEXT:
            if following.tag in BLOCKS:
                return found[:CONTEXT]
            found += "".join(iter_text(following)) + (following.tail or "")
            following = following.getnext()
        node = node.getparent()
        if node is None:
            break
    return found[:CONTEXT]


def replace_by_text(element: Any, text: str) -> None:
    """Replace an element, with everything in it, by a text."""
    for child in list(element):
        element.remove(child)
    element.text = text
    element.drop_tag()
