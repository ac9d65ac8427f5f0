"""Alternates of pages, by which programs find what a page has elsewhere: its record's data, feeds, and its image."""

from collections.abc import Mapping
from typing import NamedTuple

from dossier.export.kind_feeds import FEEDS
from dossier.graph import Graph
from dossier.graph.urls import HOME_PAGE, data_path, index_path, oembed_path, page_path
from dossier.model.kinds import KINDS
from dossier.model.publish_context import PublishContext
from dossier.render.diagrams import site_diagrams
from dossier.render.frames import record_frame
from dossier.render.social_cards import SocialCard, social_cards
from dossier.text.interface import gettext as _


class Alternates(NamedTuple):
    """By the path of a page: the path of its record's data, the titles and paths of a list's feeds, and its card.

    The card of the home page is that of all pages without one; there are none for a site whose address is unknown.
    """

    records: Mapping[str, str] = {}
    feeds: Mapping[str, tuple[tuple[str, str], ...]] = {}
    cards: Mapping[str, SocialCard] = {}
    embeds: Mapping[str, str] = {}
    """The path of the oEmbed of its record, or of its diagram if it is about one."""

    def card_of(self, page: str) -> SocialCard | None:
        """Return the card of a page."""
        return self.cards.get(page) or self.cards.get(HOME_PAGE)


def find_alternates(graph: Graph, publication: PublishContext) -> Alternates:
    """Return the alternates of the pages of a graph."""
    records = {page_path(record): data_path(record) for record in (*graph.visible, *graph.withdrawn)}
    feeds: dict[str, tuple[tuple[str, str], ...]] = {}
    for kind in KINDS:
        page = index_path(kind)
        feeds[page] = (*feeds.get(page, ()), (_(kind.heading), FEEDS[kind.plural]))
    if not publication.site_url:
        return Alternates(records, feeds)
    frames = [*map(record_frame, graph.visible)]
    frames += [diagram.frame(graph) for diagram in site_diagrams(graph) if diagram.page != HOME_PAGE]
    embeds = {frame.page: oembed_path(frame.path) for frame in frames}
    return Alternates(records, feeds, social_cards(graph), embeds)
