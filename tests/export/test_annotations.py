"""data/annotations.json: every passage as a Web Annotation."""

import base64
import hashlib
import json
from posixpath import join, normpath

import pytest

from tests.export.helpers import source_texts
from tests.helpers import nonempty


@pytest.fixture(scope="module")
def collection(real_outputs):
    return json.loads(real_outputs["data/annotations.json"])


@pytest.fixture(scope="module")
def annotations(collection):
    return nonempty(collection["first"]["items"])


@pytest.fixture(scope="module")
def targets(root, annotations):
    """The text that each annotation points into, and its two selectors."""
    texts = source_texts(root)
    return [
        (texts[annotation["target"]["source"].removeprefix("texts/")], *annotation["target"]["selector"])
        for annotation in annotations
    ]


def test_it_is_a_collection_of_one_page(collection, annotations):
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert collection["total"] == len(annotations)


def test_every_passage_has_an_annotation_with_its_own_id(real, annotations):
    assert len({annotation["id"] for annotation in annotations}) == len(annotations) == len(real.graph.citations)


def test_the_position_selects_the_quoted_words(targets):
    for text, quote, position in targets:
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert text[position["start"] : position["end"]] == quote["exact"]


def test_prefix_and_suffix_are_the_text_before_and_after(targets):
    for text, quote, position in targets:
        assert text[: position["start"]].endswith(quote["prefix"])
        assert text[position["end"] :].startswith(quote["suffix"])
        assert len(quote["prefix"]) == min(32, position["start"])
        assert len(quote["suffix"]) == min(32, len(text) - position["end"])


def test_the_body_is_the_page_of_the_record(annotations, real_outputs):
    pages = [normpath(join("data", annotation["body"])).replace(".html", ".md") for annotation in annotations]
    assert set(pages) <= set(real_outputs)
    assert all(annotation["id"].startswith(f"{annotation['body']}#") for annotation in annotations)


def test_a_text_that_may_not_be_shown_is_named_by_its_hash(base, small_files):
    items = json.loads(small_files["data/annotations.json"])["first"]["items"]
    digest = hashlib.sha256((base / "seeds/ledger.txt").read_bytes()).digest()
    name = f"ni:///sha-256;{base64.urlsafe_b64encode(digest).decode().rstrip('=')}"
    assert {annotation["target"]["source"] for annotation in items} == {"texts/gazette.txt", name}


def test_texts_are_published_as_their_rights_allow(base, small_files):
    assert small_files["data/texts/gazette.txt"] == (base / "seeds/gazette.txt").read_bytes()
    assert "data/texts/ledger.txt" not in small_files
    index = {text["source"]: text for text in json.loads(small_files["data/texts/index.json"])}
    assert index["gazette"]["file"] == "gazette.txt"
    assert "file" not in index["ledger"]
