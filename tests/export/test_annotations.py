"""data/annotations.json: every passage as a Web Annotation."""

import base64
import hashlib
import json
from posixpath import join, normpath

import pytest
from dossier.export import annotations as annotations_json
from dossier.model.kinds import KINDS
from dossier.pipeline import check_dossier

from tests.export.helpers import export_one, source_texts
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


def test_a_passage_and_the_statements_based_on_it_name_each_other(annotations, real_outputs):
    data = json.loads(real_outputs["data/dossier.json"])
    statements = data["lead"] + [
        statement for kind in KINDS for record in data[kind.plural] for statement in record["statements"]
    ]
    cited = {(passage["annotation"], entry["url"]) for entry in nonempty(statements) for passage in entry["evidence"]}
    bodies = {
        (annotation["id"], normpath(join("data", body))) for annotation in annotations for body in annotation["body"]
    }
    assert {(id, body) for id, body in bodies if "#" in body} == cited
    uncited = {(id, body) for id, body in bodies if "#" not in body}
    assert {id for id, _ in uncited}.isdisjoint({id for id, _ in cited})
    assert all(normpath(join("data", id)).startswith(f"{body}#") for id, body in uncited)


def test_a_passage_that_no_statement_cites_has_the_page_as_its_body(graph_with):
    cited = "- {label: cited, source: gazette, exact: More than 500 dockers left the port}\n  - source: gazette"
    graph = graph_with("content/events/walk-out.yml", "- source: gazette", cited)
    collection = json.loads(export_one(annotations_json, graph))
    bodies = {annotation["id"]: annotation["body"] for annotation in collection["first"]["items"]}
    assert bodies["../events/walk-out.html#passages.0"] == ["../events/walk-out.html"]
    assert bodies["../actors/eva-holm.html#passages.0"] == ["../actors/eva-holm.html#s-summary"]


def test_a_passage_has_a_body_for_each_statement_of_any_record(base, write):
    text = (base / "content/dossier.yml").read_text("utf-8")
    graph = check_dossier(write("content/dossier.yml", f"{text}lead:\n  - 567 left.[^number:gone-567]\n")).graph
    collection = json.loads(export_one(annotations_json, graph))
    bodies = {annotation["id"]: annotation["body"] for annotation in collection["first"]["items"]}
    assert bodies["../numbers/gone-567.html#passages.0"] == [
        "../index.html#s-number-gone-567",
        "../numbers/gone-567.html#s-summary",
        "../disagreements/how-many.html#s-number-gone-567",
    ]


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
    assert (index["gazette"]["url"], index["ledger"]["url"]) == ("texts/gazette.html", "texts/ledger.html")
