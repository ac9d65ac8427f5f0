"""data/changes.atom is a feed as RFC 4287 has it, with all that was corrected, withdrawn or came later."""

import re
from datetime import date
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser
import pytest
from dossier.export.changes_atom import MAX_ADDITIONS, PATH
from dossier.model.publish_context import NO_CONTEXT, FileHistory, PublishContext
from dossier.pipeline import check_dossier, render_all

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
]


@pytest.fixture
def revised(add):
    """The small dossier with corrections of a record and of the lead, and a record withdrawn."""
    add("content/dossier.yml", corrections=[{"date": "2019-03-03", "what": "lead", "why": "A wrong name."}])
    mended = [{"date": "2019-03-06", "what": what, "was": "5 < 6 & 7", "why": "[[place:port-brenn]]."} for what in "ab"]
    add("content/numbers/gone-567.yml", corrections=mended)
    withdrawn = {"date": "2019-03-04", "why": "It told no more than [[event:walk-out|the walk-out]]."}
    return add("content/events/opening.yml", withdrawn=withdrawn)


@pytest.fixture
def made():
    """The text of the feed of a dossier's publication."""

    def text(root, publication=NO_CONTEXT):
        return next(one.content for one in render_all(check_dossier(root).graph, publication) if one.path == PATH)

    return text


def required(element, names):
    """The names that do not stand exactly once in an element, with some text."""
    return [name for name in names if [bool(one.text) for one in element.findall(ATOM + name)] != [True]]


@pytest.mark.parametrize("publication", [NO_CONTEXT, HERE, HOSTED], ids=["untold", "here", "hosted"])
def test_every_required_element_is_there(revised, made, publication):
    feed = ElementTree.fromstring(made(revised, publication))
    assert feed.tag == f"{ATOM}feed"
    assert required(feed, ["id", "title", "updated"]) == required(feed.find(f"{ATOM}author"), ["name"]) == []
    for entry in feed.iter(f"{ATOM}entry"):
        assert required(entry, ["id", "title", "updated", "content"]) == []
        assert [link.get("rel") for link in entry.iter(f"{ATOM}link")] == ["alternate"]
    assert all(DATE.fullmatch(one.text) for one in feed.iter(f"{ATOM}updated"))


@pytest.mark.parametrize("publication", [NO_CONTEXT, HERE, HOSTED], ids=["untold", "here", "hosted"])
def test_ids_are_unique_and_no_addresses(revised, made, publication):
    ids = [one.text for one in ElementTree.fromstring(made(revised, publication)).iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))
    assert all(URN.fullmatch(one) for one in ids)


def test_ids_stay_when_the_site_moves(revised, made):
    assert re.findall(URN, made(revised, HOSTED)) == re.findall(URN, made(revised, HERE))


def test_ids_stay_when_corrections_are_added(add, revised, made):
    before = set(re.findall(URN, made(revised, HERE)))
    add("content/actors/nils-aker.yml", corrections=[{"date": "2019-03-06", "what": "side", "why": "It was another."}])
    assert before < set(re.findall(URN, made(revised, HERE)))


def test_ids_stay_when_a_record_is_renamed(base, add, revised, made):
    before = re.findall(URN, made(revised, HERE))
    add("content/numbers/gone-567.yml", formerly=["gone-567"])
    (base / "content/numbers/gone-567.yml").rename(base / "content/numbers/gone.yml")
    disagreement = base / "content/disagreements/how-many.yml"
    disagreement.write_text(disagreement.read_text("utf-8").replace("number:gone-567", "number:gone"), "utf-8")
    assert re.findall(URN, made(revised, HERE)) == before


def test_it_is_read_as_others_read_it_the_newest_first(revised, made):
    feed = feedparser.parse(made(revised, HOSTED))
    assert (feed.bozo, feed.version) == (False, "atom10")
    assert (feed.feed.title, feed.feed.author) == ("Changes: The walk-out at Port Brenn", "Dossier")
    assert feed.feed.updated == "2019-03-06T00:00:00Z"
    assert [entry.title for entry in feed.entries] == TITLES
    assert [entry.content[0].value for entry in feed.entries] == [
        "b, before: “5 < 6 & 7”. Port Brenn.",
        "a, before: “5 < 6 & 7”. Port Brenn.",
        "Dockers left the port.",
        "It told no more than the walk-out.",
        "lead. A wrong name.",
    ]


@pytest.mark.parametrize("publication", [HERE, HOSTED], ids=["here", "hosted"])
def test_every_link_leads_to_a_page_of_the_site(revised, made, publication):
    feed = ElementTree.fromstring(made(revised, publication))
    links = {urljoin(f"{HOSTED.site_url}{PATH}", one.get("href")) for one in feed.iter(f"{ATOM}link")}
    pages = {one.path.removesuffix(".md") for one in render_all(check_dossier(revised).graph)}
    assert {link.removeprefix(HOSTED.site_url).removesuffix(".html") for link in links} <= pages
    assert f"{HOSTED.site_url}numbers/gone-567.html" in links


def test_it_names_itself_where_the_address_is_known(revised, made):
    assert 'rel="self" type="application/atom+xml" href="https://example.org/port/data/changes.atom"' in made(
        revised, HOSTED
    )
    assert 'rel="self"' not in made(revised, HERE)


def test_without_history_no_record_came_later(revised, made):
    assert "New:" not in made(revised)


def test_of_many_that_came_later_the_newest_are_told(real, root):
    keys = [f"{record.plural}/{record.id}" for record in real.graph.visible]
    days = [FIRST, LATER, *[LAST] * (len(keys) - 2)]
    history = {key: FileHistory(day, day) for key, day in zip(keys, days, strict=True)}
    told = next(one.content for one in render_all(real.graph, PublishContext(LAST, "", history)) if one.path == PATH)
    assert told.count("<title>New:") == MAX_ADDITIONS
    assert str(LATER) not in told


def test_without_entries_it_is_of_the_day_of_the_content_or_of_no_day(base, made):
    assert feedparser.parse(made(base, PublishContext(LAST))).feed.updated == "2019-03-08T00:00:00Z"
    assert feedparser.parse(made(base)).feed.updated == "1980-01-01T00:00:00Z"


def test_what_xml_cannot_hold_is_replaced(add, made):
    root = add("content/actors/nils-aker.yml", corrections=[{"date": "2019-03-06", "what": "a\ufffeb", "why": "So."}])
    assert "a\ufffdb. So." in made(root)


def test_the_page_of_corrections_leads_to_it(real_outputs):
    assert "](data/changes.atom)" in real_outputs["corrections.md"]
