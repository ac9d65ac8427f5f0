"""What `dossier draft` makes of a text: the dates, the words that give them, and on whose word something is."""

from pathlib import Path

import pytest
import yaml

CASES = yaml.safe_load(Path(__file__).with_name("drafted_records.yml").read_text("utf-8"))


def label(kind, record):
    """Return what tells a draft from others of its kind: the date, the figure or the words, as in the cases."""
    if kind == "events":
        return str(record["date"])
    words = record.get("words", record.get("value", record.get("name")))
    return " … ".join(words) if isinstance(words, list) else str(words)


def field(record, name):
    """Return a field of a draft, or what its only passage or its basis has under that name."""
    (passage,) = record["passages"]
    value = {**record, **passage, **record.get("basis", {}), **record.get("measure", {})}.get(name)
    if isinstance(value, str) and value.startswith("TODO"):
        return None
    return str(value) if name == "date" and value else value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_text_becomes(run, base, tmp_path, case):
    (tmp_path / "news.txt").write_text(f"News\n\n{case['text']}\n", "utf-8")
    run("add", "source", str(tmp_path / "news.txt"), "--id", "news", "--kind", "news", "--published", "2021-11-05")
    before = {*base.glob("content/*/*.yml")}
    code, _, err = run("draft", "news")
    assert code == 0, err
    new = {*base.glob("content/*/*.yml")} - before
    for kind in case.keys() - {"text"}:
        drafts = [yaml.safe_load(file.read_text("utf-8")) for file in new if file.parent.name == kind]
        found = {label(kind, draft): draft for draft in drafts}
        assert sorted(found) == sorted(map(str, case[kind]))
        for key, fields in case[kind].items():
            assert {name: field(found[str(key)], name) for name in fields} == fields


def test_who_says_something_is_not_therefore_a_person(run, base, tmp_path):
    (tmp_path / "news.txt").write_text("News\n\nAmnesty Nordica said on Monday that 30 boats sank.\n", "utf-8")
    run("add", "source", str(tmp_path / "news.txt"), "--id", "news", "--kind", "news", "--published", "2021-11-05")
    run("draft", "news")
    draft = yaml.safe_load((base / "content/actors/amnesty-nordica.yml").read_text("utf-8"))
    assert draft["kind_basis"].startswith("TODO")
