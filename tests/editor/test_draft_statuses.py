"""`dossier draft`: whether an event or a figure is still to come, and when something was said, in five languages."""

from pathlib import Path

import pytest
import yaml

CASES = yaml.safe_load(Path(__file__).with_name("draft_statuses.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['text'][:40]}")
def test_drafts_look_ahead_where_the_text_does(run, base, tmp_path, case):
    file = tmp_path / "port.txt"
    file.write_text(case["text"], "utf-8")
    options = ("--id", "port", "--kind", "news", "--published", "2021-11-05", "--language", case["language"])
    run("add", "source", str(file), *options)
    before = {*base.glob("content/*/*.yml")}
    assert run("draft", "port")[0] == 0
    texts = {path: path.read_text("utf-8") for path in {*base.glob("content/*/*.yml")} - before}
    drafts = {path: yaml.safe_load(text) for path, text in texts.items()}
    assert not any("is not read here" in text for text in texts.values())
    events = {str(draft["date"]): draft["status"] for path, draft in drafts.items() if path.parent.name == "events"}
    assert events == {str(date): status for date, status in case["events"].items()}
    numbers = {
        str(draft.get("value")): draft["status"] for path, draft in drafts.items() if path.parent.name == "numbers"
    }
    assert {figure: numbers.get(figure) for figure in case.get("numbers", ())} == case.get("numbers", {})
    quotes = [draft.get("said", {}).get("date") for path, draft in drafts.items() if path.parent.name == "quotes"]
    assert list(map(str, quotes)) == list(map(str, case.get("said", ())))
