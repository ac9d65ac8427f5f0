"""data/dossier.json holds all that the YAML does, with each passage where it stands."""

import json

import pytest
import yaml
from dossier.export import export_all
from dossier.pipeline import check_dossier

KINDS = ["sources", "actors", "events", "numbers", "quotes", "disagreements", "places"]
KEYS = ["format", "title", *KINDS, "corrections", "withdrawn"]


@pytest.fixture(scope="module")
def data(real_outputs):
    return json.loads(real_outputs["data/dossier.json"])


@pytest.fixture(scope="module")
def records(data):
    return {(plural, record["id"]): record for plural in KINDS for record in data[plural]}


@pytest.fixture(scope="module")
def written(root):
    """Every record as its YAML holds it, all scalars as text."""
    files = [file for plural in KINDS for file in (root / "content" / plural).rglob("*.yml")]
    texts = {(file.relative_to(root / "content").parts[0], file.stem): file.read_text("utf-8") for file in files}
    return {key: yaml.load(text, yaml.CBaseLoader) for key, text in texts.items()}


@pytest.fixture
def made():
    """The data of a dossier."""
    return lambda root: json.loads(next(iter(export_all(check_dossier(root).graph))).content)


def passages(value):
    """Every passage in a value, wherever it is nested."""
    if isinstance(value, dict):
        yield from (value,) if {"source", "exact"} <= value.keys() else ()
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from passages(inner)


def missing(given, made, path=()):
    """The paths of values that came out otherwise than they went in."""
    if isinstance(given, dict):
        for key, value in given.items():
            yield from missing(value, made.get(key) if isinstance(made, dict) else None, (*path, key))
    elif isinstance(given, list) and isinstance(made, list) and len(given) == len(made):
        for at, value in enumerate(given):
            yield from missing(value, made[at], (*path, at))
    elif plain(given, path) != plain(made, path):
        yield path


def plain(value, path):
    """A value as text; words are a list even where there is one, and a passage is squeezed as the text may wrap it."""
    if path == ("words",) and isinstance(value, list) and len(value) == 1:
        [value] = value
    text = str(value).lower() if isinstance(value, bool) else value
    return " ".join(text.split()) if isinstance(text, str) else text


def test_it_has_the_keys_of_its_format(data):
    assert list(data) == KEYS
    assert data["format"] == "dossier/2"


def test_every_record_is_in_it(records, written):
    assert records.keys() == written.keys()


def test_every_field_comes_out_as_it_went_in(records, written):
    moved = {("sources", "url"): "original_url"}
    lost = {}
    for (plural, name), fields in written.items():
        given = {moved.get((plural, key), key): value for key, value in fields.items()}
        lost[plural, name] = list(missing(given, records[plural, name]))
    assert {key: paths for key, paths in lost.items() if paths} == {}


def test_every_record_has_its_id_address_and_passages(records, real_outputs):
    for (plural, name), record in records.items():
        assert record["url"] == f"{plural}/{name}.html"
        assert f"{plural}/{name}.md" in real_outputs
        assert isinstance(record["passages"], list)


def test_every_passage_is_the_text_it_points_to(root, records):
    texts = {file.name: file.read_bytes().decode("utf-8") for file in (root / "seeds").iterdir()}
    found = [one for record in records.values() for one in passages(record)]
    assert all(texts[one["file"]][one["start"] : one["end"]] == one["exact"] for one in found)
    assert all(isinstance(one["via"], list) for one in found)


def test_every_passage_is_in_it(real, records):
    found = [one for record in records.values() for one in passages(record)]
    assert len(found) == len(real.graph.citations)


def test_passages_nest_where_the_yaml_has_them(records, written):
    nested = [
        (key, list_name)
        for key, fields in written.items()
        for list_name in ("roles", "relations", "positions")
        if list(passages(fields.get(list_name, [])))
    ]
    assert {name for _, name in nested} >= {"roles", "relations"}
    assert all("start" in one for key, name in nested for one in passages(records[key][name]))


def test_it_is_sorted_and_ends_with_a_line_end(data, real_outputs):
    for plural in KINDS:
        ids = [record["id"] for record in data[plural]]
        assert ids == sorted(ids)
    assert real_outputs["data/dossier.json"].endswith("}\n")
    lines = [line.rstrip(",") for line in real_outputs["data/dossier.json"].splitlines() if line.startswith('{"')]
    assert all(list(json.loads(line)) == sorted(json.loads(line)) for line in lines if line.endswith("}"))


def test_it_is_made_twice_the_same(real, root):
    assert list(export_all(real.graph)) == list(export_all(check_dossier(root).graph))


def test_the_url_of_a_document_is_kept_beside_that_of_its_page(records, written):
    told = {
        name: fields["url"] for (plural, name), fields in written.items() if plural == "sources" and "url" in fields
    }
    assert told
    assert {name: records["sources", name]["original_url"] for name in told} == told


def test_a_draft_is_left_out(write, base):
    file = "content/events/opening.yml"
    root = write(file, (base / file).read_text("utf-8").replace("published", "draft"))
    made = {output.path: output.content for output in export_all(check_dossier(root).graph)}
    assert [event["id"] for event in json.loads(made["data/dossier.json"])["events"]] == ["walk-out"]
    assert "opening" not in made["data/annotations.json"]


CORRECTION = {"date": "2019-03-04", "what": "title", "was": "The end", "why": "It opened."}
WITHDRAWAL = {"date": "2019-03-05", "why": "It told no more than [[event:walk-out]] does."}


def test_what_became_of_a_record_and_of_the_lead_is_in_it(base, add, made):
    add("content/dossier.yml", corrections=[CORRECTION])
    add("content/events/walk-out.yml", corrections=[CORRECTION])
    assert made(base)["corrections"] == [CORRECTION]
    assert [event.get("corrections", []) for event in made(base)["events"]] == [[], [CORRECTION]]


def test_a_withdrawn_record_is_a_notice_and_no_claim(base, add, made):
    add("content/events/opening.yml", corrections=[CORRECTION], withdrawn=WITHDRAWAL)
    called = "The opening of the free harbour"
    notice = {"kind": "event", "id": "opening", "label": called, "url": "events/opening.html"}
    told = {"corrections": [CORRECTION], "withdrawn": WITHDRAWAL}
    assert made(base)["withdrawn"] == [notice | told]
    assert [event["id"] for event in made(base)["events"]] == ["walk-out"]
    assert "opening" not in next(
        one.content for one in export_all(check_dossier(base).graph) if "annotations" in one.path
    )


def test_a_space_in_the_text_is_the_one_exported(write, base):
    seed = (base / "seeds/ledger.txt").read_text("utf-8").replace("567 dockers had", "567\u00a0dockers\n  had")
    graph = check_dossier(write("seeds/ledger.txt", seed)).graph
    data = json.loads(next(iter(export_all(graph))).content)
    [number] = [one for one in data["numbers"] if one["id"] == "gone-567"]
    assert number["passages"][0]["exact"] == "567\u00a0dockers\n  had gone by Thursday."
