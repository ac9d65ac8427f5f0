"""The tags in a page's head: for search engines and link previews (Open Graph), the feed, and the JSON-LD."""

import re
from datetime import date
from functools import cache
from html import escape, unescape
from typing import NamedTuple

from babel.core import get_global, parse_locale

from dossier.model.dossier import Settings
from dossier.render.card_drawing import HEIGHT, WIDTH
from dossier.text.interface import gettext as _
from dossier.text.wording import truncate

MAX_DESCRIPTION = 160
"""Characters of a description: about what search engines show."""
FIRST_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
TAG_OR_CITATION = re.compile(r"<sup\b.*?</sup>|<[^>]*>", re.DOTALL)
JSON_LD_TYPE, FEED_TYPE, JSON_TYPE = "application/ld+json", "application/atom+xml", "application/json"
OEMBED_TYPE = "application/json+oembed"


class Head(NamedTuple):
    """The data of a page's head.

    `feed` and `words` are the addresses of the feed of changes and of the words of the scripts, relative to the page.
    `address` is "" if the site's URL is not known, `data`, the JSON-LD, if the page has none. `record` is the address
    of the data of the page's record, and `feeds` are the titles and addresses of further feeds, relative to the page.
    `citation` has the names and values of what reference managers read. `image` is the address of the social card, and
    `image_text` what it says; `embed` is that of the oEmbed. Each is "" if there is none.
    """

    title: str
    description: str
    site: str
    locale: str
    feed: str
    words: str
    address: str = ""
    data: str = ""
    record: str = ""
    feeds: tuple[tuple[str, str], ...] = ()
    is_home: bool = False
    citation: tuple[tuple[str, str], ...] = ()
    image: str = ""
    image_text: str = ""
    embed: str = ""

    def tags(self) -> str:
        """Return the tags as HTML: Open Graph's (ogp.me), the feed, and JSON-LD, which browsers do not run."""
        properties = {
            "og:title": self.title,
            "og:description": self.description,
            "og:type": "website" if self.is_home else "article",
            "og:url": self.address,
            "og:site_name": self.site,
            "og:locale": self.locale,
        }
        if self.image:
            properties |= {"og:image": self.image, "og:image:width": str(WIDTH), "og:image:height": str(HEIGHT)}
            properties |= {"og:image:alt": self.image_text}
        metas = "".join(
            f'<meta property="{name}" content="{escape(value)}">\n' for name, value in properties.items() if value
        )
        metas += '<meta name="twitter:card" content="summary_large_image">\n' if self.image else ""
        metas += "".join(_citation_tag(name, value) for name, value in self.citation)
        links = "".join(_feed_link(title, url) for title, url in ((_("Changes"), self.feed), *self.feeds))
        links += f'<link rel="alternate " type="{JSON_TYPE}" href="{escape(self.record)}">\n' if self.record else ""
        if self.embed:
            title, address = escape(self.title), escape(self.embed)
            links += f'<link rel="alternate " type="{OEMBED_TYPE}" title="{title}" href="{address}">\n'
        words = f'<script defer src="{escape(self.words)}"></script>\n'
        return metas + links + words + (f'<script type="{JSON_LD_TYPE}">{self.data}</script>\n' if self.data else "")


def _citation_tag(name: str, value: str) -> str:
    """Return the tag of a field; the names of Open Graph, such as `article:modified_time`, are properties."""
    return f'<meta {"property" if ":" in name else "name"}="{name}" content="{escape(value)}">\n'


def citation_fields(
    settings: Settings | None, day: date | None, title: str, address: str, is_home: bool
) -> tuple[tuple[str, str], ...]:
    """Return what Zotero and other reference managers read of a page; none without `authors` to cite.

    The DOI is that of the dossier, and so only on its home page. Days are written as Google Scholar asks.
    """
    if settings is None or not settings.authors:
        return ()
    fields = [("citation_title", title)]
    for author in settings.authors:  # An ORCID is that of the author before it.
        fields += [("citation_author", author.name), ("citation_author_orcid", author.orcid_url or "")]
    fields += [("citation_publisher", settings.organization), ("citation_language", settings.language)]
    fields += [("citation_keywords", "; ".join(settings.keywords)), ("citation_public_url", address)]
    if day:
        fields += [("citation_publication_date", f"{day:%Y/%m/%d}"), ("article:modified_time", day.isoformat())]
    if is_home and settings.identifier:
        fields.append(("citation_doi", settings.identifier.removeprefix("doi:")))
    if settings.licence_terms:
        fields.append(("dcterms.license", settings.licence_terms.url))
    return tuple((name, value) for name, value in fields if value)


def _feed_link(title: str, url: str) -> str:
    """Return the tag by which programs find a feed.

    The space keeps Material's language selector, which looks for `rel="alternate"`, from fetching a sitemap here.
    """
    return f'<link rel="alternate " type="{FEED_TYPE}" title="{escape(title)}" href="{escape(url)}">\n'


def first_words(html: str) -> str:
    """Return the beginning of a page's first paragraph as text, without citations; "" if there is none."""
    match = FIRST_PARAGRAPH.search(html)
    return truncate(as_text(match[1]), MAX_DESCRIPTION) if match else ""


def as_text(html: str) -> str:
    """Return the visible text of HTML on one line, without citations."""
    return " ".join(unescape(TAG_OR_CITATION.sub("", html)).split())


@cache
def locale_of(language: str) -> str:
    """Return a language (BCP 47) as Open Graph's locale, with its likeliest territory if it names none: `en_US`.

    "" for a language that CLDR does not know.
    """
    tag = language.replace("-", "_")
    try:
        named, likely = parse_locale(tag), parse_locale(get_global("likely_subtags").get(tag, tag))
    except ValueError:
        return ""
    territory = named[1] or likely[1]
    return f"{named[0]}_{territory}" if territory else ""
