"""Addresses in the data lead to what they name in the built site."""

import json
from urllib.parse import urldefrag, urljoin

import pytest

from tests.helpers import nonempty

DATA = "data/annotations.json"


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
