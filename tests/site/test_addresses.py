"""Addresses in the data lead to what they name in the built site."""

import json
import re
from urllib.parse import urldefrag, urljoin

import feedparser
import pytest
from dossier.graph.urls import index_path
from dossier.model.kinds import KINDS

from tests.helpers import nonempty

DATA = "data/annotations.json"
ALTERNATE = re.compile(r'<link rel="alternate " type="([^"]+)"(?: title="([^"]+)")? href="([^"]+)">')


@pytest.fixture(scope="module")
def annotations(site):
    return nonempty(json.loads((site / DATA).read_text("utf-8"))["first"]["items"])


def test_the_id_of_every_annotation_leads_to_its_words(pages, annotations):
    for annotation in annotations:
        page, anchor = urldefrag(urljoin(DATA, annotation["id"]))
        words = annotation["target"]["selector"][0]["exact"]
        assert anchor in pages[page].ids, annotation["id"]
        if anchor in pages[page].marks:  # Where two passages have the same words, the second is an anchor in the first.
            assert pages[page].marks[anchor].split() == words.split(), annotation["id"]


def test_the_body_of_every_annotation_leads_to_its_statement(pages, annotations):
    for body in nonempty(body for annotation in annotations for body in annotation["body"]):
        page, anchor = urldefrag(urljoin(DATA, body))
        assert anchor in pages[page].ids if anchor else page in pages, body


def alternates(site, page):
    """Return the type, the title and the path of each alternate in the head of a page."""
    found = ALTERNATE.findall((site / page).read_text("utf-8"))
    return [(type, title, urljoin(page, address)) for type, title, address in found]


def test_each_record_page_leads_to_its_data_which_leads_back(site, pages):
    listed = json.loads((site / "data/records/index.json").read_text("utf-8"))
    for entry in nonempty(listed):
        assert ("application/json", "", entry["data"]) in alternates(site, entry["url"])
        assert entry["data"] in {urljoin(entry["url"], link) for link in pages[entry["url"]].links}
        assert json.loads((site / entry["data"]).read_text("utf-8"))["url"] == entry["url"]


@pytest.mark.parametrize("kind", KINDS, ids=[kind.plural for kind in KINDS])
def test_the_list_of_a_kind_leads_to_its_feed_which_has_entries_at_once(site, kind):
    found = alternates(site, index_path(kind).removesuffix(".md") + ".html")
    [path] = [path for _, title, path in found if title == kind.heading]
    feed = feedparser.parse((site / path).read_bytes())
    assert nonempty(feed.entries) and not feed.bozo
    assert all((site / urljoin(path, entry.link)).is_file() for entry in feed.entries)
