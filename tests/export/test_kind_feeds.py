"""data/feeds: a valid Atom feed (RFC 4287) for each kind of record, from the first edition on."""

from datetime import date
from urllib.parse import urljoin

import feedparser
import pytest
from dossier.export import changes_atom, kind_feeds
from dossier.export.atom import MAX_ADDITIONS
from dossier.export.kind_feeds import FEEDS
from dossier.model.kinds import KINDS
from dossier.model.publish_context import NO_CONTEXT, FileHistory, PublishContext

from tests.export.helpers import export_one
from tests.helpers import nonempty

FIRST, LATER = date(2019, 3, 1), date(2019, 3, 5)
ADDRESS = "https://example.org/port/"
HISTORY = {
    "actors/eva-holm": FileHistory(FIRST, LATER),
    "actors/nils-aker": FileHistory(LATER, LATER),
    "events/walk-out": FileHistory(FIRST, FIRST),
}


def read_feeds(graph, publication=NO_CONTEXT):
    """Return the feed of each kind, by its path, as a feed reader reads it."""
    return {output.path: feedparser.parse(output.content) for output in kind_feeds.export(graph, publication)}


@pytest.mark.parametrize("publication", [NO_CONTEXT, PublishContext(LATER, ADDRESS, HISTORY)], ids=["plain", "hosted"])
def test_each_kind_has_a_feed_with_an_entry_for_each_record(small, publication):
    feeds = read_feeds(small, publication)
    assert [*feeds] == [*FEEDS.values()]
    for kind in KINDS:
        feed = feeds[FEEDS[kind.plural]]
        assert (feed.bozo, feed.version, feed.feed.author) == (False, "atom10", "Dossier")
        assert feed.feed.title == f"{kind.heading}: The walk-out at Port Brenn"
        labels = {record.label for record in small.by_kind[kind.plural]}
        assert {entry.title for entry in nonempty(feed.entries)} == labels


def test_the_newest_record_is_first_and_has_both_days(small):
    feed = read_feeds(small, PublishContext(date(2019, 2, 1), ADDRESS, HISTORY))[FEEDS["actors"]]
    days = {entry.title: (entry.get("published", "")[:10], entry.updated[:10]) for entry in feed.entries}
    assert days["Eva Holm"] == ("2019-03-01", "2019-03-05")
    assert days["Port officials"] == ("", "2019-02-01")
    assert feed.feed.updated == "2019-03-05T00:00:00Z"
    assert {entry.title for entry in feed.entries[:2]} == {"Eva Holm", "Nils Aker"}


def test_no_record_without_a_history_has_a_day_of_publication(small):
    entries = nonempty(entry for feed in read_feeds(small).values() for entry in feed.entries)
    assert {(entry.get("published"), entry.updated[:10]) for entry in entries} == {(None, "1980-01-01")}


@pytest.mark.parametrize("site_url", ["", ADDRESS])
def test_links_lead_to_the_pages(small, site_url):
    for path, feed in read_feeds(small, PublishContext(site_url=site_url)).items():
        links = {urljoin(f"{ADDRESS}{path}", entry.link).removeprefix(ADDRESS) for entry in feed.entries}
        kind = path.removeprefix("data/feeds/").removesuffix(".atom")
        assert links == {f"{kind}/{record.id}.html" for record in small.by_kind[kind]}


def test_an_addition_has_the_same_id_in_every_feed(small):
    publication = PublishContext(LATER, "", HISTORY)
    changes = feedparser.parse(export_one(changes_atom, small, publication))
    feeds = read_feeds(small, publication)
    ids = {entry.id for feed in feeds.values() for entry in feed.entries}
    assert {entry.id for entry in nonempty(changes.entries)} < ids
    assert len(ids) == len(small.visible)


def test_only_the_newest_are_listed(real):
    records = real.graph.by_kind["actors"]
    days = [FIRST] * 20 + [LATER] * (len(records) - 20)
    history = {f"actors/{record.id}": FileHistory(day, day) for record, day in zip(records, days, strict=True)}
    feed = read_feeds(real.graph, PublishContext(LATER, "", history))[FEEDS["actors"]]
    assert len(feed.entries) == min(len(records), MAX_ADDITIONS)
