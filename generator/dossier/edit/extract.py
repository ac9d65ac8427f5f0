"""The text of an article, taken out of a web page."""

import re
from typing import NamedTuple

PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
SUFFIXES = (".html", ".htm", ".xhtml")
TELLS = ("author", "date", "sitename", "url")


class Extract(NamedTuple):
    """The text, the title that the page gives, and what else it says of itself, as `author: Ada Lind`."""

    text: str
    title: str | None
    says: tuple[str, ...]


def is_page(data: bytes, suffix: str) -> bool:
    """Whether a file is a web page, by its name or by how it begins."""
    return suffix.lower() in SUFFIXES or PAGE.match(data) is not None


def extract(page: bytes) -> Extract | None:
    """The article in a page, without menus, advertisements and readers' comments; None where there seems to be none."""
    import trafilatura  # It takes 0.2 s to load, which no other command should wait for.

    text = trafilatura.extract(page, include_comments=False)
    if not text or not text.strip():
        return None
    told = trafilatura.extract_metadata(page)
    says = tuple(f"{name}: {value}" for name in TELLS if (value := getattr(told, name)))
    return Extract(f"{text.rstrip()}\n", told.title or None, says)
