"""data/changes.atom: a valid Atom feed (RFC 4287) of corrections, withdrawals and additions."""

import re
from datetime import date
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser
import pytest
from dossier.export import changes_atom
from dossier.export.atom import MAX_ADDITIONS
from dossier.export.changes_atom import PATH
from dossier.model.publish_context import NO_CONTEXT, FileHistory, PublishContext
from dossier.pipeline import check_dossier, render_all

from tests.export.helpers import export_one
from tests.helpers import nonempty

ATOM = "{http://www.w3.org/2005/Atom}"
DATE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
URN = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
FIRST, LATER, LAST = date(2019, 3, 1), date(2019, 3, 5), date(2019, 3, 8)
HISTORY = {
    "actors/eva-holm": FileHistory(FIRST, FIRST),
    "quotes/good-day": FileHistory(FIRST, LAST),
    "events/walk-out": FileHistory(LATER, LATER),
    "places/port-brenn": FileHistory(None, LAST),
}
HOSTED = PublishContext(LAST, "https://example.org/port/", HISTORY)
HERE = PublishContext(LAST, "", HISTORY)
TITLES = [
    "Corrected: 567 dockers: dockers who left",
    "Corrected: 567 dockers: dockers who left",
    "New: The walk-out",
    "Withdrawn: The opening of the free harbour",
    "Corrected: Home page",
    "New: Eva Holm",
    "New: “A good day for Brenn,”",
]


@pytest.fixture
def revised(add):
    """The small dossier with corrections of a record and of the summary, and a withdrawn record."""
    add("content/dossier.yml", corrections=[{"date": "2019-03-03", "what": "lead", "why": "A wrong name."}])
    corrections = [
        {"date": "2019-03-06", "what": what, "was": "5 < 6 & 7", "why": "[[place:port-brenn]]."} for what in "ab"
    ]
    add("content/numbers/gone-567.yml", corrections=corrections)
    withdrawn = {"date": "2019-03-04", "why": "It said no more than [[event:walk-out|the walk-out]]."}
    return add("content/events/opening.yml", withdrawn=withdrawn)


def export_feed(root, publication=NO_CONTEXT):
    return export_one(changes_atom, check_dossier(root).graph, publication)


def faulty_elements(element, names):
    """Return the names that are not those of exactly one child with text."""
    return [name for name in names if [bool(child.text) for child in element.findall(ATOM + name)] != [True]]


@pytest.mark.parametrize("publication", [NO_CONTEXT, HERE, HOSTED], ids=["unpublished", "here", "hosted"])
def test_every_required_element_is_there(revised, publication):
    feed = ElementTree.fromstring(export_feed(revised, publication))
    assert feed.tag == f"{ATOM}feed"
    assert faulty_elements(feed, ["id", "title", "updated"]) == []
    assert faulty_elements(feed.find(f"{ATOM}author"), ["name"]) == []
    for entry in nonempty(feed.iter(f"{ATOM}entry")):
        assert faulty_elements(entry, ["id", "title", "updated", "content"]) == []
        assert [link.get("rel") for link in entry.iter(f"{ATOM}link")] == ["alternate"]
    assert all(DATE.fullmatch(updated.text) for updated in nonempty(feed.iter(f"{ATOM}updated")))


@pytest.mark.parametrize("publication", [NO_CONTEXT, HERE, HOSTED], ids=["unpublished", "here", "hosted"])
def test_ids_are_unique_and_not_addresses(revised, publication):
    feed = ElementTree.fromstring(export_feed(revised, publication))
    ids = nonempty(element.text for element in feed.iter(f"{ATOM}id"))
    assert len(ids) == len(set(ids))
    assert all(URN.fullmatch(id) for id in ids)


def test_ids_stay_when_the_site_moves(revised):
    assert re.findall(URN, export_feed(revised, HOSTED)) == re.findall(URN, export_feed(revised, HERE))


def test_ids_stay_when_corrections_are_added(add, revised):
    before = set(re.findall(URN, export_feed(revised, HERE)))
    add("content/actors/nils-aker.yml", corrections=[{"date": "2019-03-06", "what": "side", "why": "It was another."}])
    assert before < set(re.findall(URN, export_feed(revised, HERE)))


def test_ids_stay_when_a_record_is_renamed(base, add, revised):
    before = re.findall(URN, export_feed(revised, HERE))
    add("content/numbers/gone-567.yml", formerly=["gone-567"])
    (base / "content/numbers/gone-567.yml").rename(base / "content/numbers/gone.yml")
    disagreement = base / "content/disagreements/how-many.yml"
    disagreement.write_text(disagreement.read_text("utf-8").replace("number:gone-567", "number:gone"), "utf-8")
    assert re.findall(URN, export_feed(revised, HERE)) == before


def test_a_feed_reader_reads_it_the_newest_first(revised):
    feed = feedparser.parse(export_feed(revised, HOSTED))
    assert (feed.bozo, feed.version) == (False, "atom10")
    assert (feed.feed.title, feed.feed.author) == ("Changes: The walk-out at Port Brenn", "Dossier")
    assert feed.feed.updated == "2019-03-06T00:00:00Z"
    assert [entry.title for entry in feed.entries] == TITLES
    assert [entry.content[0].value for entry in feed.entries] == [
        "b, before: “5 < 6 & 7”. Port Brenn.",
        "a, before: “5 < 6 & 7”. Port Brenn.",
        "Dockers left the port.",
        "It said no more than the walk-out.",
        "lead. A wrong name.",
        "She leads the dockers.",
        "Holm to the Wire.",
    ]


@pytest.mark.parametrize("publication", [HERE, HOSTED], ids=["here", "hosted"])
def test_every_link_leads_to_a_page_of_the_site(revised, publication):
    feed = ElementTree.fromstring(export_feed(revised, publication))
    links = {urljoin(f"{HOSTED.site_url}{PATH}", link.get("href")) for link in feed.iter(f"{ATOM}link")}
    pages = {output.path.removesuffix(".md") for output in render_all(check_dossier(revised).graph)}
    assert {link.removeprefix(HOSTED.site_url).removesuffix(".html") for link in links} <= pages
    assert f"{HOSTED.site_url}numbers/gone-567.html" in links


def test_it_links_to_itself_if_the_address_is_known(revised):
    link = 'rel="self" type="application/atom+xml" href="https://example.org/port/data/changes.atom"'
    assert link in export_feed(revised, HOSTED)
    assert 'rel="self"' not in export_feed(revised, HERE)


def test_without_history_there_are_no_additions(revised):
    assert "New:" not in export_feed(revised)


def test_only_the_newest_additions_are_listed(real):
    keys = [f"{record.plural}/{record.id}" for record in real.graph.visible]
    assert len(keys) > MAX_ADDITIONS + 2
    days = [FIRST, LATER, *[LAST] * (len(keys) - 2)]
    history = {key: FileHistory(day, day) for key, day in zip(keys, days, strict=True)}
    feed = export_one(changes_atom, real.graph, PublishContext(LAST, "", history))
    assert feed.count("<title>New:") == MAX_ADDITIONS
    assert str(LATER) not in feed


def test_a_feed_without_entries_has_the_day_of_the_content_or_a_fixed_one(base):
    assert feedparser.parse(export_feed(base, PublishContext(LAST))).feed.updated == "2019-03-08T00:00:00Z"
    assert feedparser.parse(export_feed(base)).feed.updated == "1980-01-01T00:00:00Z"


def test_characters_that_xml_does_not_allow_are_replaced(add):
    root = add("content/actors/nils-aker.yml", corrections=[{"date": "2019-03-06", "what": "a\ufffeb", "why": "So."}])
    assert "a\ufffdb. So." in export_feed(root)


def test_the_page_of_corrections_links_to_it(real_outputs):
    assert "](data/changes.atom)" in real_outputs["corrections.md"]
