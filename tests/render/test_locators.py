"""Readers see where in the original document a passage is: on the record's page, in its card and beside the text."""

import json

import pytest
from dossier.model.locator import Locator, describe_locators, fragment_selector
from dossier.pipeline import check_dossier, render_all
from dossier.text.interface import interface_language

TABLE = "port,dockers\nBrenn,567\nKell,12\n"
NUMBER = """\
value: 567
qualifier: exactly
unit: dockers
measure:
  what: dockers of Brenn
  where: port-brenn
status: reported
summary: There were 567.
passages:
  - source: table
    exact: "port: Brenn; dockers: 567"
about: [event:walk-out]
review: published
"""


@pytest.fixture
def outputs(run, base, tmp_path, write):
    """The files of the small dossier, with a number from a table whose rights allow showing it."""
    (tmp_path / "table.csv").write_text(TABLE, "utf-8")
    run("add", "source", str(tmp_path / "table.csv"), "--id", "table", "--kind", "document", "--show", "whole")
    write("content/numbers/brenn.yml", NUMBER)
    file = base / "content/sources/table.yml"
    lines = [
        line if "TODO" not in line else f"{line.split('TODO')[0]}Ours.[^editor]"
        for line in file.read_text().splitlines()
    ]
    file.write_text("\n".join(lines).replace("review: draft", "review: published") + "\n", "utf-8")
    graph = check_dossier(base).graph
    return {output.path: output for output in render_all(graph)}


def text_of(output):
    return output.content if isinstance(output.content, str) else output.content.decode()


def test_the_place_of_a_passage_is_on_its_page_and_in_its_card(outputs):
    assert "(read in full, row 2)" in text_of(outputs["numbers/brenn.md"])
    card = text_of(outputs["data/cards/table.js"])
    assert '"locator":"row 2"' in card


def test_places_are_beside_the_text_of_the_source(outputs):
    page = text_of(outputs["texts/table.md"])
    rows = [line for line in page.splitlines() if "dossier-in-original" in line]
    assert rows == [f'<small class="dossier-in-original">row {row}</small>' for row in (1, 2, 3)]


def test_exports_name_the_place(outputs):
    annotations = json.loads(text_of(outputs["data/annotations.json"]))["first"]["items"]
    selectors = [annotation["target"]["selector"] for annotation in annotations if "table" in str(annotation["target"])]
    assert [selector[2]["value"] for selector in selectors] == ["row=2"]
    number = next(
        record for record in json.loads(text_of(outputs["data/dossier.json"]))["numbers"] if record["id"] == "brenn"
    )
    assert number["passages"][0]["locators"] == [{"kind": "row", "label": "2"}]
    assert number["statements"][0]["evidence"][0]["locators"] == [{"kind": "row", "label": "2"}]


def test_the_original_can_be_downloaded_if_its_rights_allow_it(outputs):
    assert outputs["data/originals/table.csv"].content == TABLE.encode()
    assert 'href="../data/originals/table.csv" download' in text_of(outputs["texts/table.md"])


@pytest.mark.parametrize(
    ("locators", "words"),
    [
        ([], ""),
        ([Locator(0, "page", "iv")], "p. iv"),
        ([Locator(0, "page", "7"), Locator(9, "page", "8")], "pp. 7–8"),
        ([Locator(0, "time", "12:31"), Locator(9, "time", "12:35")], "at 12:31"),
        ([Locator(0, "row", "4")], "row 4"),
        ([Locator(0, "row", "4", "Costs"), Locator(9, "row", "6", "Costs")], "sheet Costs, rows 4–6"),
        ([Locator(0, "row", "4", "Costs"), Locator(9, "row", "2", "Crew")], "sheet Costs, row 4"),
        ([Locator(0, "chapter", "2")], "chapter 2"),
        ([Locator(0, "chapter", "The quay")], "under “The quay”"),
        ([Locator(0, "part", "Forwarded message")], "in “Forwarded message”"),
    ],
)
def test_a_place_in_words(locators, words):
    assert describe_locators(locators) == words


@pytest.mark.parametrize(
    ("locator", "value"),
    [
        (Locator(0, "page", "7"), "page=7"),
        (Locator(0, "page", "iv", "", 4), "page=4"),
        (Locator(0, "page", "iv"), None),
        (Locator(0, "time", "12:31"), "t=751"),
        (Locator(0, "time", "1:02:03"), "t=3723"),
        (Locator(0, "time", "later"), None),
        (Locator(0, "row", "4"), "row=4"),
        (Locator(0, "row", "4", "Costs"), None),
        (Locator(0, "part", "Forwarded message"), None),
    ],
)
def test_a_place_as_a_fragment_of_the_original(locator, value):
    selector = fragment_selector(locator)
    assert (selector and selector["value"]) == value


@pytest.mark.parametrize(
    ("locators", "spanish"),
    [
        ([Locator(0, "page", "7"), Locator(9, "page", "8")], "pp. 7–8"),
        ([Locator(0, "time", "12:31")], "en 12:31"),
        ([Locator(0, "row", "4", "Costos")], "hoja Costos, fila 4"),
        ([Locator(0, "part", "Nota")], "en «Nota»"),
    ],
)
def test_a_place_in_the_original_in_spanish(locators, spanish):
    with interface_language("es"):
        assert describe_locators(locators) == spanish
