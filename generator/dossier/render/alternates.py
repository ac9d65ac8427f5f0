"""Alternates of pages, by which programs find what a page has elsewhere: the data of its record, and feeds."""

from collections.abc import Mapping
from typing import NamedTuple

from dossier.export.kind_feeds import FEEDS
from dossier.graph import Graph
from dossier.graph.urls import data_path, index_path, page_path
from dossier.model.kinds import KINDS
from dossier.text.interface import gettext as _


class Alternates(NamedTuple):
    """By the path of a page: the path of the data of its record, and the titles and paths of the feeds of a list."""

    records: Mapping[str, str] = {}
    feeds: Mapping[str, tuple[tuple[str, str], ...]] = {}


def find_alternates(graph: Graph) -> Alternates:
    """Return the alternates of the pages of a graph."""
    records = {page_path(record): data_path(record) for record in (*graph.visible, *graph.withdrawn)}
    feeds: dict[str, tuple[tuple[str, str], ...]] = {}
    for kind in KINDS:
        page = index_path(kind)
        feeds[page] = (*feeds.get(page, ()), (_(kind.heading), FEEDS[kind.plural]))
    return Alternates(records, feeds)
