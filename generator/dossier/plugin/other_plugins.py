"""What a site needs with other plugins of MkDocs, which may change pages after us and render pages of their own."""

from pathlib import Path

from dossier.graph.urls import relative_url
from dossier.publish.host_files import ERROR_PAGE_PATH, CspHashes
from dossier.render.assets import INTERFACE_SCRIPT

NAVIGATION_PLUGINS = frozenset({"awesome-nav", "awesome-pages"})
"""Plugins that make the navigation themselves, and warn of any other."""
FIRST_SCRIPT = "assets/dossier/copy.js"
"""A script of every page, which needs the words of the interface."""


def complete_pages(site: Path) -> CspHashes:
    """Add the words of our scripts to the pages that other plugins have rendered with our theme.

    Return the inline scripts and styles of all pages as they are now.
    """
    hashes = CspHashes()
    for file in sorted(site.rglob("*.html")):
        try:
            html = file.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # It is none that our theme rendered.
        page = file.relative_to(site).as_posix()
        words = relative_url(INTERFACE_SCRIPT, page)
        if page != ERROR_PAGE_PATH and relative_url(FIRST_SCRIPT, page) in html and words not in html:
            html = html.replace("</head>", f'<script defer src="{words}"></script></head>', 1)
            file.write_text(html, "utf-8", newline="\n")
        hashes.add_page(html)
    return hashes
