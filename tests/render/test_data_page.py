"""The page of the data files: each export under the heading of its purpose."""

import re

import pytest
from dossier.export.registry import EXPORT_DOCS


@pytest.fixture(scope="module")
def page(base_outputs):
    return base_outputs["data.md"]


def test_every_export_is_listed_under_its_group(page):
    exports, group = [], ""
    for level, path, name in re.findall(r"^(##+) (?:\[(.*?)\]|(.*))", page, re.MULTILINE):
        if level == "##":
            group = name
        else:
            exports.append((group, path))
    assert exports == [(export.group, export.path) for export in EXPORT_DOCS]
    assert len({export.group for export in EXPORT_DOCS}) < len(EXPORT_DOCS) / 2


def test_the_page_begins_with_links_to_all_exports(page):
    beginning = page[: page.index("\n## ")]
    assert re.findall(r"\[(.*?)\]\(\1\)", beginning) == [export.path for export in EXPORT_DOCS]


def test_files_that_readers_open_by_themselves_are_linked(page, base_outputs):
    parts = [part for export in EXPORT_DOCS for part in export.parts]
    assert {"data/csv/numbers.csv", "data/csv/passages.csv"} <= set(parts)
    assert [part for part in parts if part not in base_outputs or f"]({part})" not in page] == []
