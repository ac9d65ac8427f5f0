"""The data of a page's head, from what MkDocs knows of the page and what the dossier has for it."""

from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from dossier.export import changes_atom
from dossier.graph.urls import relative_url
from dossier.render.alternates import Alternates
from dossier.render.assets import INTERFACE_SCRIPT
from dossier.render.head import Head, as_text, locale_of

Citation = Callable[[str, str, bool], tuple[tuple[str, str], ...]]
"""Returns what reference managers read of a page, from its title, its address and whether it is the home page."""


def page_head(page: Page, config: MkDocsConfig, json_ld: str, alternates: Alternates, citation: Citation) -> Head:
    """Return the data of a page's head. MkDocs keeps titles and descriptions as HTML, so they are unescaped."""
    title = as_text(str(config.site_name if page.is_homepage else page.meta.get("title") or page.title))
    record = alternates.records.get(page.file.src_uri)
    feeds = alternates.feeds.get(page.file.src_uri, ())
    root, embed = str(config.site_url).rstrip("/"), alternates.embeds.get(page.file.src_uri)
    card = alternates.card_of(page.file.src_uri) if config.site_url else None
    return Head(
        title=title,
        description=as_text(str(page.meta["description"] or config.site_description or "")),
        site=as_text(config.site_name),
        locale=locale_of(config.theme["language"]),
        feed=relative_url(changes_atom.PATH, page.url),
        words=relative_url(INTERFACE_SCRIPT, page.url),
        address=page.canonical_url or "",
        data=json_ld,
        record=relative_url(record, page.url) if record else "",
        feeds=tuple((title, relative_url(path, page.url)) for title, path in feeds),
        is_home=page.is_homepage,
        citation=citation(title, page.canonical_url or "", page.is_homepage),
        image=f"{root}/{card.path}" if card else "",
        image_text=card.alternative if card else "",
        embed=f"{root}/{embed}" if embed else "",
    )
