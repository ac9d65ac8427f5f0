"""The pages are HTML as its standard has it, by an independent checker whose opinions on style are off."""

import json

import pytest

from tests.browser.test_browser import HOSTED_ONLY, PAGES
from tests.browser.tools import HERE, MISSING, STAMP, checker

THEMES = {
    # What the checker finds in Material's own parts: the rule, the element, and why it does no harm.
    ("valid-autocomplete", "#__drawer"): "a switch that opens the menu; browsers pass over the attribute",
    ("valid-autocomplete", "#__search"): "a switch that opens the search; browsers pass over the attribute",
}
BROKEN = '<!doctype html><html lang="en"><head><title>x</title></head><body><b><div></div></b></body></html>'


def faults(files):
    """Every fault in these files as (file, rule, element or attribute, message)."""
    if not STAMP.is_file():
        pytest.fail(MISSING, pytrace=False)
    config = ("--config", str(HERE / "html-validate.json"), "--formatter", "json")
    for file in json.loads(checker("html-validate/bin/html-validate.mjs", *config, *map(str, files))):
        for fault in file["messages"]:
            about = (fault.get("context") or {}).get("attribute") or fault.get("selector")
            yield file["filePath"], fault["ruleId"], about, fault["message"]


def test_a_checker_finds_only_what_is_the_themes(site):
    found = list(faults(site / name for name in (*PAGES, *HOSTED_ONLY, "corrections.html")))
    assert [fault for fault in found if fault[1:3] not in THEMES] == []
    assert {fault[1:3] for fault in found} == set(THEMES)


def test_the_checker_finds_a_fault(tmp_path):
    (tmp_path / "broken.html").write_text(BROKEN, "ascii")
    assert "element-permitted-content" in {rule for _, rule, _, _ in faults([tmp_path / "broken.html"])}
