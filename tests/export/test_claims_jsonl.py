"""data/claims.jsonl: every statement on a line of its own, which needs no other file to be understood."""

import json
import re

import pytest
from dossier.export import claims_jsonl, dossier_json
from dossier.model.kinds import KINDS
from dossier.model.publish_context import PublishContext
from dossier.pipeline import check_dossier

from tests.conftest import BASE, ROOT
from tests.export.helpers import EXAMPLE_ADDRESS, export_one, source_texts
from tests.helpers import nonempty

ROOTS = pytest.mark.parametrize("root", [BASE, ROOT], ids=["base", "real"])
LEAD = "lead:\n  - 567 left.[^number:gone-567] Why?[^editor]\n"


def read_claims(text):
    assert text.endswith(b"\n")
    return nonempty(json.loads(line) for line in text.split(b"\n")[:-1])


@pytest.fixture
def claim(small_files):
    """Return the claim of the small dossier with this id."""
    claims = {claim["id"]: claim for claim in read_claims(small_files[claims_jsonl.PATH])}
    return lambda id: claims[id]


def test_a_claim_has_its_record_its_words_and_its_attribution_in_names(claim):
    assert claim("disagreement:how-many#s-number-gone-567") == {
        "id": "disagreement:how-many#s-number-gone-567",
        "text": "567, no less.",
        "markup": "567, no less.",
        "by": "source",
        "dossier": "The walk-out at Port Brenn",
        "language": "en",
        "record": "disagreement:how-many",
        "kind": "disagreement",
        "label": "How many dockers left?",
        "review": "published",
        "status": None,
        "date": None,
        "date_words": None,
        "actors": [],
        "places": [],
        "field": "positions.1.statement",
        "documents": 1,
        "origins": 1,
        "evidence": [
            {
                "annotation": "../numbers/gone-567.html#passages.0",
                "source": "ledger",
                "file": "ledger.txt",
                "start": 46,
                "end": 79,
                "exact": "567 dockers had gone by Thursday.",
                "via": ["wire-report", "port-officials"],
                "title": "Notes from the Ledger",
                "publisher": None,
                "published": None,
                "published_words": None,
                "grade": "C",
                "said_by": "Port officials",
                "through": ["Notes from the Ledger", "The Wire's report"],
                "attribution": ["Notes from the Ledger", "The Wire's report", "Port officials"],
                "source_url": "sources/ledger.html",
                "url": "texts/ledger.html#p-46-79",
            }
        ],
        "disputed": True,
        "disagreements": [
            {
                "question": "How many dockers left?",
                "type": "precision",
                "weight": "minor",
                "positions": [
                    {
                        "text": "More than 500.",
                        "shares_evidence": False,
                        "attributions": [["Dockers walk out at Port Brenn"]],
                    },
                    {
                        "text": "567, no less.",
                        "shares_evidence": True,
                        "attributions": [["Notes from the Ledger", "The Wire's report", "Port officials"]],
                    },
                ],
                "url": "disagreements/how-many.html",
            }
        ],
        "page": "disagreements/how-many.html",
        "url": "disagreements/how-many.html#s-number-gone-567",
    }


def test_only_spellings_that_differ_are_no_dispute(graph_with):
    graph = graph_with("content/disagreements/how-many.yml", "type: precision", "type: precision\nweight: wording")
    claims = {claim["id"]: claim for claim in read_claims(export_one(claims_jsonl, graph))}
    claim = claims["disagreement:how-many#s-number-gone-567"]
    assert (claim["disputed"], [entry["weight"] for entry in claim["disagreements"]]) == (False, ["wording"])


def test_a_claim_has_the_dates_of_its_record_and_of_its_source_in_edtf(claim):
    walk_out = claim("event:walk-out#s-summary")
    assert (walk_out["date"], walk_out["evidence"][0]["published"]) == ("2019-01-23", "2019-01-27")
    assert claim("event:opening#s-summary")["date"] is None


def test_a_claim_of_the_editor_has_no_evidence(claim):
    summary = claim("disagreement:how-many#s-editor")
    assert (summary["by"], summary["evidence"], summary["documents"], summary["origins"]) == ("editor", [], 0, 0)


def test_a_claim_of_the_home_page_has_no_record_but_its_paragraph(base, write):
    text = (base / "content/dossier.yml").read_text("utf-8")
    graph = check_dossier(write("content/dossier.yml", text + LEAD)).graph
    first, second = read_claims(export_one(claims_jsonl, graph))[:2]
    assert (first["text"], first["context"], first["record"]) == ("567 left.", "567 left. Why?", None)
    assert (first["kind"], first["label"]) == ("dossier", "The walk-out at Port Brenn")
    assert (first["page"], first["url"]) == ("index.html", "index.html#s-number-gone-567")
    assert (second["text"], second["by"]) == ("Why?", "editor")


def test_a_role_and_a_relation_say_whose_they_are(claim):
    assert [claim(f"actor:rolf-brandt#s-{id}").get("context") for id in ("summary", "roles-1", "relations-1")] == [
        None,
        "Rolf Brandt: Mayor",
        "Rolf Brandt: opposes Eva Holm",
    ]


def test_addresses_are_absolute_if_the_address_of_the_site_is_known(small):
    claims = read_claims(export_one(claims_jsonl, small, PublishContext(site_url=EXAMPLE_ADDRESS)))
    addresses = [claim[name] for claim in claims for name in ("page", "url")]
    addresses += [passage["url"] for claim in claims for passage in claim["evidence"]]
    assert all(address.startswith(EXAMPLE_ADDRESS) for address in addresses)


@ROOTS
def test_the_claims_are_the_statements_of_the_json_and_nothing_is_lost(root):
    graph = check_dossier(root).graph
    data = json.loads(export_one(dossier_json, graph))
    expected = {f"dossier:dossier#s-{entry['id']}": entry for entry in data["lead"]}
    for kind in KINDS:
        for record in data[kind.plural]:
            key = f"{kind.singular}:{record['id']}"
            expected |= {f"{key}#s-{entry['id']}": entry for entry in record["statements"]}
    claims = read_claims(export_one(claims_jsonl, graph))
    assert len(claims) == len(expected)
    for claim in claims:
        entry = expected[claim["id"]]
        for name in ("text", "markup", "by", "field", "documents", "origins", "url"):
            assert claim[name] == entry[name]
        assert [
            {name: passage[name] for name in entry["evidence"][0]} | {"url": passage["url"]}
            for passage in claim["evidence"]
        ] == [
            evidence | {"url": f"texts/{evidence['source']}.html#p-{evidence['start']}-{evidence['end']}"}
            for evidence in entry["evidence"]
        ]


@ROOTS
def test_every_quoted_passage_is_in_its_text(root):
    texts = source_texts(root)
    claims = read_claims(export_one(claims_jsonl, check_dossier(root).graph))
    for passage in nonempty(passage for claim in claims for passage in claim["evidence"]):
        assert texts[passage["file"]][passage["start"] : passage["end"]] == passage["exact"]


def test_no_line_of_the_real_dossier_has_markup_and_each_names_its_parties(real, real_outputs):
    labels = {record.short_label for record in real.graph.visible} | {"unidentified"}
    for claim in read_claims(real_outputs[claims_jsonl.PATH]):
        words = claim["text"] + claim.get("context", "") + claim["label"]
        assert not re.search(r"\[\^|\[\[|\]\]|\n", words)
        assert claim["text"] in claim.get("context", claim["text"])
        for passage in claim["evidence"]:
            assert len(passage["attribution"]) == len(passage["via"]) + 1
            assert set(passage["attribution"]) <= labels
