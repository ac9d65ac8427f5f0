"""The matrix of questions and texts."""

import re
from typing import get_args

from dossier.model.kinds.disagreement import Disagreement
from dossier.render.pages.disagreements import TYPES


def rows(page):
    """The cells of every row of the page's tables, by the question's address."""
    lines = [line.strip("|").split(" |") for line in page.splitlines() if line.startswith("| **[")]
    return {re.search(r"\]\(([a-z0-9-]+)\.md\)", cells[0])[1]: cells for cells in lines}


def heads(page):
    return [line for line in page.splitlines() if line.startswith("| Question |")]


def test_every_question_is_a_row(real, real_outputs):
    page = real_outputs["disagreements/index.md"]
    assert sorted(rows(page)) == sorted(one.id for one in real.graph.by_kind["disagreements"])


def test_a_cell_has_the_position_of_its_text_with_the_passage_behind_it(real_outputs):
    page = real_outputs["disagreements/index.md"]
    row = rows(page)["how-many-defected"]
    texts = next(head for head in heads(page) if "HotAir" in head and "WNU" in head).strip("|").split(" |")
    answers = dict(zip((name.strip() for name in texts), row, strict=False))
    assert "hundreds" in answers["HotAir"].lower()
    assert "567" in answers["WNU"]
    assert "](../texts/wnu-defected-567.md#p-" in answers["WNU"]
    assert "](../texts/hotair-soldiers-defect.md#p-" in answers["HotAir"]


def test_a_text_that_is_silent_has_an_empty_cell(real, real_outputs):
    page = real_outputs["disagreements/index.md"]
    documents = real.graph.corroboration_of(real.graph.dossier.by_key["disagreement:who-counted-the-defectors"]).sources
    assert documents == ("wnu-defected-567",)
    assert sum(bool(cell.strip()) for cell in rows(page)["who-counted-the-defectors"][1:]) == 1


def test_a_row_has_as_many_cells_as_its_table_has_columns(real_outputs):
    page = real_outputs["disagreements/index.md"]
    for table in page.split("\n## ")[1:]:
        [head] = heads(table)
        assert {len(cells) for cells in rows(table).values()} == {len(head.strip("|").split(" |"))}


def test_every_way_of_differing_is_explained_and_led_to_the_heaviest_first(real_outputs):
    page = real_outputs["disagreements/index.md"]
    assert list(TYPES) == list(get_args(Disagreement.model_fields["type"].annotation))
    assert re.findall(r"^## (\w+)\n\n(.*)$", page, re.MULTILINE) == [(name.capitalize(), TYPES[name]) for name in TYPES]
    assert re.findall(r"\(#(\w+)\) \(\d+\)", page) == list(TYPES)


def test_the_questions_most_referred_to_come_first(real, real_outputs):
    ids = list(rows(real_outputs["disagreements/index.md"].split("\n## ")[2]))
    referred = [len(real.graph.backlinks_of(real.graph.dossier.by_key[f"disagreement:{id}"])) for id in ids]
    assert referred == sorted(referred, reverse=True)
    assert len(set(referred)) > 2
