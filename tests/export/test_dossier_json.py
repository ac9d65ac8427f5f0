"""data/dossier.json has all that the YAML has, with the position of each passage."""

import json
import re

import pytest
import yaml
from dossier.export import dossier_json
from dossier.graph.markup import strip_markup
from dossier.model.kinds import KINDS
from dossier.pipeline import check_dossier

from tests.export.helpers import export_files, export_one, source_texts
from tests.helpers import nonempty

PLURALS = [kind.plural for kind in KINDS]
RENAMED_FIELDS = {("sources", "url"): "original_url"}
CORRECTION = {"date": "2019-03-04", "what": "title", "was": "The end", "why": "It opened."}
CORRECTED = CORRECTION | {"why_markup": "It opened."}
WITHDRAWAL = {"date": "2019-03-05", "why": "It said no more than [[event:walk-out]] does."}


@pytest.fixture(scope="module")
def data(real_outputs):
    return json.loads(real_outputs[dossier_json.PATH])


@pytest.fixture(scope="module")
def records(data):
    return nonempty({(plural, record["id"]): record for plural in PLURALS for record in data[plural]})


@pytest.fixture(scope="module")
def yaml_records(root):
    """Every record as its YAML has it, all scalars as text."""
    files = nonempty(file for plural in PLURALS for file in (root / "content" / plural).rglob("*.yml"))
    texts = {(file.relative_to(root / "content").parts[0], file.stem): file.read_text("utf-8") for file in files}
    return {key: yaml.load(text, yaml.CBaseLoader) for key, text in texts.items()}


def export_data(root):
    return json.loads(export_one(dossier_json, check_dossier(root).graph))


def find_passages(value):
    """Yield every passage in a value, at any depth, but not the evidence of statements."""
    if isinstance(value, dict):
        if {"source", "exact"} <= value.keys():
            yield value
        value = [inner for name, inner in value.items() if name != "statements"]
    if isinstance(value, list):
        for inner in value:
            yield from find_passages(inner)


def differences(written, exported, path=()):
    """Yield the paths of values that are not exported as they are written; prose is, in a field of its own."""
    if isinstance(written, dict):
        for key, value in written.items():
            counterpart = exported.get(f"{key}_markup", exported.get(key)) if isinstance(exported, dict) else None
            yield from differences(value, counterpart, (*path, key))
    elif isinstance(written, list) and isinstance(exported, list) and len(written) == len(exported):
        for index, value in enumerate(written):
            yield from differences(value, exported[index], (*path, index))
    elif comparable(written, path) != comparable(exported, path):
        yield path


def comparable(value, path):
    """Return a value as text: a single item of `words` without its list, white space as the text may wrap it."""
    if path == ("words",) and isinstance(value, list) and len(value) == 1:
        [value] = value
    text = str(value).lower() if isinstance(value, bool) else value
    return " ".join(text.split()) if isinstance(text, str) else text


ABOUT = ("title", "name", "description", "language", "organization", "headline", "edited_by")


def test_it_has_the_keys_of_its_format(data):
    assert list(data) == ["format", *ABOUT, "sides", "lead", *PLURALS, "exempt", "corrections", "withdrawn"]
    assert data["format"] == "dossier/4"


def test_every_record_is_exported(records, yaml_records):
    assert records.keys() == yaml_records.keys()


def test_every_field_is_exported_as_it_is_written(records, yaml_records):
    found = {}
    for (plural, id), fields in yaml_records.items():
        written = {RENAMED_FIELDS.get((plural, name), name): value for name, value in fields.items()}
        if paths := list(differences(written, records[plural, id])):
            found[plural, id] = paths
    assert found == {}


def iter_markup(value):
    """Yield the plain words and the markup of all prose in a value."""
    if isinstance(value, dict):
        yield from ((value[name.removesuffix("_markup")], text) for name, text in value.items() if "_markup" in name)
        value = list(value.values())
    for inner in value if isinstance(value, list) else ():
        yield from iter_markup(inner)


def test_prose_is_in_plain_words_and_as_it_is_written(real, records):
    pairs = nonempty(pair for record in records.values() for pair in iter_markup(record))
    assert all(strip_markup(markup, real.graph.labels) == plain for plain, markup in pairs if "*" not in markup)
    assert not any(re.search(r"\[\^|\[\[|\*\w", plain) for plain, _ in pairs)
    assert any("[[" in markup for _, markup in pairs) and any("[^" in markup for _, markup in pairs)


def test_every_record_has_its_id_address_and_passages(records, real_outputs):
    for (plural, id), record in records.items():
        assert record["url"] == f"{plural}/{id}.html"
        assert f"{plural}/{id}.md" in real_outputs
        assert isinstance(record["passages"], list)


def test_every_passage_is_exported_as_the_text_has_it(root, real, records):
    texts = source_texts(root)
    passages = [passage for record in records.values() for passage in find_passages(record)]
    assert len(passages) == len(real.graph.citations) > 0
    for passage in passages:
        assert texts[passage["file"]][passage["start"] : passage["end"]] == passage["exact"]
        assert isinstance(passage["via"], list)


def test_passages_are_nested_where_the_yaml_has_them(records, yaml_records):
    nested = [
        (key, list_name)
        for key, fields in yaml_records.items()
        for list_name in ("roles", "relations", "positions")
        if list(find_passages(fields.get(list_name, [])))
    ]
    assert {list_name for _, list_name in nested} >= {"roles", "relations"}
    for key, list_name in nested:
        assert all("start" in passage for passage in find_passages(records[key][list_name]))


def test_it_is_sorted_and_ends_with_a_line_end(data, real_outputs):
    text = real_outputs[dossier_json.PATH]
    for plural in PLURALS:
        ids = [record["id"] for record in data[plural]]
        assert ids == sorted(ids)
    assert text.endswith(b"}\n")
    lines = nonempty(line.rstrip(b",") for line in text.splitlines() if line.startswith(b'{"'))
    assert all(list(json.loads(line)) == sorted(json.loads(line)) for line in lines if line.endswith(b"}"))


def test_the_address_of_a_source_is_kept_apart_from_that_of_its_page(records, yaml_records):
    urls = {
        id: fields["url"] for (plural, id), fields in yaml_records.items() if plural == "sources" and "url" in fields
    }
    assert urls
    assert {id: records["sources", id]["original_url"] for id in urls} == urls


def test_a_draft_is_left_out(base, write):
    file = "content/events/opening.yml"
    files = export_files(write(file, (base / file).read_text("utf-8").replace("published", "draft")))
    assert [event["id"] for event in json.loads(files[dossier_json.PATH])["events"]] == ["walk-out"]
    assert b"opening" not in files["data/annotations.json"]


def test_corrections_of_a_record_and_of_the_summary_are_exported(base, add):
    add("content/dossier.yml", corrections=[CORRECTION])
    add("content/events/walk-out.yml", corrections=[CORRECTION])
    data = export_data(base)
    assert data["corrections"] == [CORRECTED]
    assert [event.get("corrections", []) for event in data["events"]] == [[], [CORRECTED]]


def test_the_exemptions_of_the_dossier_are_exported(base, add):
    exemption = {"text": "Wire", "kind": "name", "reason": "not an actor", "note": "Of [[actor:nils-aker|Aker]]."}
    add("content/dossier.yml", exempt=[exemption])
    assert export_data(base)["exempt"] == [exemption | {"note": "Of Aker.", "note_markup": exemption["note"]}]


def test_of_a_withdrawn_record_only_the_notice_is_exported(base, add):
    add("content/events/opening.yml", corrections=[CORRECTION], withdrawn=WITHDRAWAL)
    files = export_files(base)
    data = json.loads(files[dossier_json.PATH])
    label = "The opening of the free harbour"
    notice = WITHDRAWAL | {"why": "It said no more than The walk-out does.", "why_markup": WITHDRAWAL["why"]}
    identity = {"kind": "event", "id": "opening", "label": label, "url": "events/opening.html"}
    assert data["withdrawn"] == [identity | {"corrections": [CORRECTED], "withdrawn": notice}]
    assert [event["id"] for event in data["events"]] == ["walk-out"]
    assert b"opening" not in files["data/annotations.json"]


def test_white_space_is_exported_as_in_the_text(base, write):
    text = (base / "seeds/ledger.txt").read_text("utf-8").replace("567 dockers had", "567\u00a0dockers\n  had")
    data = export_data(write("seeds/ledger.txt", text))
    exact = {number["id"]: number["passages"][0]["exact"] for number in data["numbers"]}
    assert exact["gone-567"] == "567\u00a0dockers\n  had gone by Thursday."
