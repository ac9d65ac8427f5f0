"""The page for an address that is not there: a host shows it at any depth, a folder beside its first page.

No address of a style sheet is right in both places, so the page carries its style in itself.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit

PATH = "404.html"
SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
SOURCE_MAP = "/*# sourceMappingURL"


def inline_styles(site: Path, address: str | None) -> str:
    """Put the style sheets into the page of a site that is published at `address`; the page's text."""
    page, root = site / PATH, urlsplit(address or "/").path.rstrip("/") + "/"
    html = page.read_text("utf-8")
    files = [site / href.removeprefix(root) for href in SHEET.findall(html)]
    style = "".join(file.read_text("utf-8").partition(SOURCE_MAP)[0] for file in files if file.is_file())
    html = SHEET.sub("", html).replace("</head>", f"<style>{style}</style>\n</head>", 1)
    page.write_text(html, "utf-8", newline="\n")
    return html
