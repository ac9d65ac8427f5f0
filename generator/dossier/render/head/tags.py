"""The tags in a page's head: what search engines show of it, what a preview of a link shows, its linked data."""

import re
from html import escape, unescape
from typing import NamedTuple

from babel.core import get_global, parse_locale

from dossier.text.truncate import truncate

LENGTH = 160
"""Characters of a description: about what search engines show."""
FIRST_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
NOT_READ = re.compile(r"<sup\b.*?</sup>|<[^>]*>", re.DOTALL)
DATA, FEED = "application/ld+json", "application/atom+xml"


class Head(NamedTuple):
    """What a page tells of itself. `address` is empty where the site's is not known, as is `data` where it has none.

    `feed` is where the feed of changes stands, from the page.
    """

    title: str
    description: str
    site: str
    locale: str
    feed: str
    address: str = ""
    data: str = ""
    is_home: bool = False

    def tags(self) -> str:
        """The tags as HTML: Open Graph's (ogp.me), the feed, and JSON-LD, which is data and runs nothing."""
        found = {
            "og:title": self.title,
            "og:description": self.description,
            "og:type": "website" if self.is_home else "article",
            "og:url": self.address,
            "og:site_name": self.site,
            "og:locale": self.locale,
        }
        metas = "".join(f'<meta property="{name}" content="{escape(told)}">\n' for name, told in found.items() if told)
        # Material asks for a sitemap beside whatever a link whose `rel` is the very word `alternate` leads to.
        feed = f'<link rel="alternate " type="{FEED}" title="Changes" href="{escape(self.feed)}">\n'
        return metas + feed + (f'<script type="{DATA}">{self.data}</script>\n' if self.data else "")


def first_words(html: str) -> str:
    """The beginning of a page's first paragraph, as text, without the marks after its statements."""
    found = FIRST_PARAGRAPH.search(html)
    return truncate(as_text(found[1]), LENGTH) if found else ""


def as_text(html: str) -> str:
    """What HTML shows, in one line."""
    return " ".join(unescape(NOT_READ.sub("", html)).split())


def locale_of(language: str) -> str:
    """A language as Open Graph names it, with the territory that it names or most points to: `en` as `en_US`."""
    tag = language.replace("-", "_")
    try:
        told, likely = parse_locale(tag), parse_locale(get_global("likely_subtags").get(tag, tag))
    except ValueError:
        return ""
    territory = told[1] or likely[1]
    return f"{told[0]}_{territory}" if territory else ""
