"""The page of the data files: each format under what it is taken for."""

import re

import pytest
from dossier.export import EXPORT_DOCS


@pytest.fixture(scope="module")
def page(real_outputs):
    return real_outputs["data.md"]


def test_every_format_stands_under_what_it_is_taken_for(page):
    told, group = [], ""
    for marks, path, name in re.findall(r"^(##+) (?:\[(.*?)\]|(.*))", page, re.MULTILINE):
        group = name if marks == "##" else group
        told += [(group, path)] if marks == "###" else []
    assert told == [(text.group, text.path) for text in EXPORT_DOCS]
    assert len({text.group for text in EXPORT_DOCS}) < len(EXPORT_DOCS) / 2


def test_the_page_begins_with_all_of_them(page):
    beginning = page[: page.index("\n## ")]
    assert re.findall(r"\[(.*?)\]\(\1\)", beginning) == [text.path for text in EXPORT_DOCS]


def test_the_files_that_readers_open_by_themselves_are_led_to(page, real_outputs):
    parts = [part for text in EXPORT_DOCS for part in text.parts]
    assert {"data/csv/numbers.csv", "data/csv/passages.csv"} <= set(parts)
    assert [part for part in parts if part not in real_outputs or f"]({part})" not in page] == []
