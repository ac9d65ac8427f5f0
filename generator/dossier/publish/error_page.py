"""The error page (404.html), which a host serves at any address and depth, and which also opens from a folder.

No relative or absolute address of a style sheet works in all these places, so the page contains its styles.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit

PATH = "404.html"
STYLE_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
SOURCE_MAP = "/*# sourceMappingURL"


def inline_styles(site: Path, site_url: str | None) -> str:
    """Replace the links to style sheets in the error page by the styles themselves; return the page's HTML."""
    page = site / PATH
    url_path = urlsplit(site_url or "/").path.rstrip("/") + "/"
    html = page.read_text("utf-8")
    sheets = [site / href.removeprefix(url_path) for href in STYLE_SHEET.findall(html)]
    styles = "".join(file.read_text("utf-8").partition(SOURCE_MAP)[0] for file in sheets if file.is_file())
    html = STYLE_SHEET.sub("", html).replace("</head>", f"<style>{styles}</style>\n</head>", 1)
    page.write_text(html, "utf-8", newline="\n")
    return html
