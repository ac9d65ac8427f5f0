"""The headers that a host is to send with the site, in the form that Netlify and Cloudflare Pages read: `_headers`.

Scripts and styles are the site's own files. What the theme writes into its pages instead is named by its hash, so that
nothing else that came to stand in a page would run. Linked data and the theme's settings are data, which no policy
stops.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

PATH = "_headers"
INLINE = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)
"""Scripts and styles that stand in a page: with attributes they are loaded, or data."""
CYTOSCAPE = ("style", ".__________cytoscape_container { position: relative; }")
"""The one style that Cytoscape.js puts into its page."""


class CspHashes:
    """The scripts and styles that stand in pages, gathered page by page."""

    def __init__(self) -> None:
        self._found = {CYTOSCAPE}

    def read(self, html: str) -> None:
        """Note what stands in a page."""
        self._found.update(INLINE.findall(html))

    def headers(self) -> str:
        """The file for the host."""
        lines = ("/*", f"  Content-Security-Policy: {self.policy()}", "  X-Content-Type-Options: nosniff")
        return "\n".join(lines) + "\n"

    def policy(self) -> str:
        """The Content-Security-Policy (W3C, level 3) that lets the site do what it does and no more."""
        directives = (
            "default-src 'none'",
            f"script-src 'self'{self._hashes('script')}",
            f"style-src 'self'{self._hashes('style')}",
            "img-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'self'",
        )
        return "; ".join(directives)

    def _hashes(self, tag: str) -> str:
        return "".join(f" '{one}'" for one in sorted(_hashed(text for name, text in self._found if name == tag)))


def _hashed(texts: Iterable[str]) -> Iterable[str]:
    return (f"sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}" for text in texts)
