"""The files for a static host: `_headers`, with the HTTP headers to send, and the error page.

Netlify and Cloudflare Pages read `_headers`. Scripts and styles are files of the site. Those that the theme writes into
its pages are allowed by hash, so that no other inline script or style runs. JSON-LD and the theme's settings are data,
which no policy restricts.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from dossier.graph.urls import EMBEDS

HEADERS_PATH = "_headers"
POLICY_HEADER, FRAME_POLICY = "Content-Security-Policy", "frame-ancestors 'self'"
DATA_FILES = "data/*"
"""The files that programs on other sites may read (Fetch Standard, section 3.3): Observable, Datasette Lite."""
INLINE_TAGS = ("script", "style")
"""The elements with inline scripts and styles. With attributes they are loaded from a file, or data."""
ERROR_PAGE_PATH = "404.html"
STYLE_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
SOURCE_MAP = "/*# sourceMappingURL"
RELATIVE_FILE = re.compile(r"""url\((["']?)(?![a-z]+:|[/#])([^"')]+)\1\)""")
"""A file that a style sheet names by its address relative to the style sheet."""


class CspHashes:
    """The inline scripts and styles of the site's pages, collected page by page."""

    def __init__(self) -> None:
        self._inline: set[tuple[str, str]] = set()

    def add_page(self, html: str) -> None:
        """Collect the inline scripts and styles of a page."""
        for tag in INLINE_TAGS:
            self._inline.update((tag, text) for text in _texts_of(html, f"<{tag}>", f"</{tag}>"))

    def headers_file(self, site: Path, copies: Iterable[str] = ("",)) -> str:
        """Return the content of `_headers` for a site, or for one whose folders `copies` have the sites of dossiers.

        A host sends the headers of all rules that match, and the strictest policy holds. If there are pages that others
        may frame, the policy about frames is therefore in rules of its own, which match all other pages.
        """
        policy = self.policy()
        guarded: list[str] = []
        if (site / EMBEDS).is_dir():
            policy = policy.removesuffix(f"; {FRAME_POLICY}")
            guarded = [line for address in _guarded(site) for line in (address, f"  {POLICY_HEADER}: {FRAME_POLICY}")]
        lines = (
            "/*",
            f"  {POLICY_HEADER}: {policy}",
            "  X-Content-Type-Options: nosniff",
            *guarded,
            *(line for copy in copies for line in (f"/{copy}{DATA_FILES}", "  Access-Control-Allow-Origin: *")),
        )
        return "\n".join(lines) + "\n"

    def policy(self) -> str:
        """Return the strictest Content-Security-Policy (W3C CSP Level 3) under which the site works."""
        directives = (
            "default-src 'none'",
            f"script-src 'self'{self._hashes('script')}",
            f"style-src 'self'{self._hashes('style')}",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "frame-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            FRAME_POLICY,
        )
        return "; ".join(directives)

    def _hashes(self, tag: str) -> str:
        """Return the hash sources of all inline scripts, or styles, each preceded by a space."""
        texts = {text for name, text in self._inline if name == tag}
        return "".join(
            sorted(f" 'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'" for text in texts)
        )


def _texts_of(html: str, opening: str, closing: str) -> Iterator[str]:
    """Yield the texts between two tags."""
    start = html.find(opening)
    while start >= 0 and (end := html.find(closing, start)) >= 0:
        yield html[start + len(opening) : end]
        start = html.find(opening, end)


def _guarded(site: Path) -> Iterator[str]:
    """Yield the addresses of all pages that only the site itself may frame; some hosts leave `.html` out."""
    yield "/"
    for entry in sorted(site.iterdir()):
        if entry.is_dir() and entry.name != EMBEDS and any(entry.rglob("*.html")):
            yield f"/{quote(entry.name)}/*"
        elif entry.suffix == ".html":
            yield from (f"/{quote(entry.name)}", f"/{quote(entry.stem)}")


def inline_styles(site: Path, site_url: str | None) -> str:
    """Replace the links to style sheets in the error page by the styles themselves; return the page's HTML.

    A host serves the page at any address and depth, and it also opens from a folder. No relative or absolute address of
    a style sheet works in all these places. The files that the styles name, such as fonts, get addresses from the root
    of the host, as all links of the page have.
    """
    page = site / ERROR_PAGE_PATH
    url_path = urlsplit(site_url or "/").path.rstrip("/") + "/"
    html = page.read_text("utf-8")
    sheets = [(href, site / href.removeprefix(url_path)) for href in STYLE_SHEET.findall(html)]
    styles = "".join(_styles(file, href) for href, file in sheets if file.is_file())
    html = STYLE_SHEET.sub("", html).replace("</head>", f"<style>{styles}</style>\n</head>", 1)
    page.write_text(html, "utf-8", newline="\n")
    return html


def _styles(file: Path, href: str) -> str:
    """Return the styles of a file at an address, without its source map, for a page at any other address."""
    styles = file.read_text("utf-8").partition(SOURCE_MAP)[0]
    return RELATIVE_FILE.sub(lambda match: f'url("{urljoin(href, match[2])}")', styles)
