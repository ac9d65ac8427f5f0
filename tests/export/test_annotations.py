"""data/annotations.json: every passage as a Web Annotation."""

import base64
import hashlib
import json
from posixpath import join, normpath

import pytest
from dossier.export import export_all
from dossier.pipeline import check_dossier


@pytest.fixture(scope="module")
def collection(real_outputs):
    return json.loads(real_outputs["data/annotations.json"])


@pytest.fixture(scope="module")
def annotations(collection):
    return collection["first"]["items"]


@pytest.fixture(scope="module")
def targets(root, annotations):
    """The text that each annotation points into, and its two selectors."""
    texts = {f"texts/{file.name}": file.read_bytes().decode("utf-8") for file in (root / "seeds").iterdir()}
    found = [(texts[one["target"]["source"]], one["target"]["selector"]) for one in annotations]
    return [(text, *selectors) for text, selectors in found]


def test_it_is_a_collection_of_one_page(collection, annotations):
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert collection["total"] == len(annotations)


def test_every_passage_has_one(real, annotations):
    assert len(annotations) == len(real.graph.citations)


def test_ids_are_unique(annotations):
    assert len({one["id"] for one in annotations}) == len(annotations)


def test_the_words_stand_where_the_position_says(targets):
    for text, quote, position in targets:
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert text[position["start"] : position["end"]] == quote["exact"]


def test_prefix_and_suffix_stand_right_before_and_after(targets):
    for text, quote, position in targets:
        assert text[: position["start"]].endswith(quote["prefix"])
        assert text[position["end"] :].startswith(quote["suffix"])
        assert len(quote["prefix"]) == min(32, position["start"])
        assert len(quote["suffix"]) == min(32, len(text) - position["end"])


def test_the_body_is_the_page_of_the_record(annotations, real_outputs):
    pages = [normpath(join("data", one["body"])).replace(".html", ".md") for one in annotations]
    assert set(pages) <= set(real_outputs)
    assert all(one["id"].startswith(f"{one['body']}#") for one in annotations)


def test_a_text_that_is_held_back_is_named_by_its_hash(base):
    made = {output.path: output.content for output in export_all(check_dossier(base).graph)}
    named = {one["target"]["source"] for one in json.loads(made["data/annotations.json"])["first"]["items"]}
    digest = hashlib.sha256((base / "seeds/ledger.txt").read_bytes()).digest()
    told = base64.urlsafe_b64encode(digest).decode().rstrip("=")
    assert named == {"texts/gazette.txt", f"ni:///sha-256;{told}"}


def test_the_texts_stand_beside_as_their_rights_allow(base, root, real_outputs):
    made = {output.path: output.content for output in export_all(check_dossier(base).graph)}
    assert made["data/texts/gazette.txt"] == (base / "seeds/gazette.txt").read_bytes()
    assert "data/texts/ledger.txt" not in made
    told = {one["source"]: one for one in json.loads(made["data/texts/index.json"])}
    assert told["gazette"]["file"] == "gazette.txt" and "file" not in told["ledger"]
    for file in (root / "seeds").iterdir():
        assert real_outputs[f"data/texts/{file.name}"] == file.read_bytes()
