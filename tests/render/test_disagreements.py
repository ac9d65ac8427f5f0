"""The matrices of disagreements: questions by sources."""

import re
from typing import get_args

from dossier.model.kinds.disagreement import Disagreement, Weight
from dossier.render.pages.disagreements import HEADINGS, TYPES, disagreement_matrices

from tests.helpers import nonempty

PAGE = "disagreements/index.md"


def rows(page):
    """The cells of every row of the page's tables, by the id of the question."""
    lines = [line.strip("|").split(" |") for line in page.splitlines() if line.startswith("| **[")]
    return {re.search(r"\]\(([a-z0-9-]+)\.md\)", cells[0])[1]: cells for cells in lines}


def headings(page):
    """The header row of each table on the page."""
    return [line for line in page.splitlines() if line.startswith("| Question |")]


def test_every_question_is_a_row(real, real_outputs):
    ids = [disagreement.id for disagreement in real.graph.by_kind["disagreements"]]
    assert ids
    assert sorted(rows(real_outputs[PAGE])) == sorted(ids)


def test_a_cell_has_the_answer_of_its_source_with_the_passage(base_outputs):
    [heading] = headings(base_outputs[PAGE])
    assert heading == "| Question | Dockers walk out at Port Brenn | Notes from the Ledger |"
    _, gazette, ledger = rows(base_outputs[PAGE])["how-many"]
    assert "More than 500." in gazette
    assert 'href="../texts/gazette.html#p-62-97"' in gazette
    assert "567, no less." in ledger
    assert 'href="../texts/ledger.html#p-46-79"' in ledger


def test_sources_that_take_the_same_position_are_quoted(base, write, page):
    file = "content/disagreements/how-many.yml"
    text = (base / file).read_text("utf-8")
    write(file, text.replace("[^number:more-than-500]", "[^number:more-than-500][^number:gone-567]"))
    cells = rows(page(PAGE))["how-many"]
    assert "“More than 500 dockers left the port”" in cells[1]
    assert "“567 dockers had gone by Thursday.”" in cells[2]


def test_a_source_without_an_answer_has_an_empty_cell(real, real_outputs):
    empty = 0
    for id, cells in rows(real_outputs[PAGE]).items():
        disagreement = real.graph.dossier.by_key[f"disagreement:{id}"]
        statements = nonempty(real.graph.statements_in(disagreement, "positions"))
        sources = {citation.passage.source for statement in statements for citation in statement.citations}
        assert sum(bool(cell.strip()) for cell in cells[1:]) == len(sources), id
        empty += len(cells) - 1 - len(sources)
    assert empty


def test_a_row_has_a_cell_for_each_column(real_outputs):
    tables = real_outputs[PAGE].split("\n## ")[1:]
    assert tables
    for table in tables:
        [heading] = headings(table)
        assert {len(cells) for cells in nonempty(rows(table).values())} == {len(heading.strip("|").split(" |"))}


def test_every_type_of_disagreement_has_a_meaning():
    assert list(TYPES) == list(get_args(Disagreement.model_fields["type"].annotation))


def test_the_weights_have_headings_and_are_linked_in_their_order(real, real_outputs):
    matrices = nonempty(disagreement_matrices(real.graph))
    assert [matrix.weight for matrix in matrices] == [weight for weight in get_args(Weight) if weight in HEADINGS]
    headings = re.findall(r'^## <span id="(\w+)"></span>(.+)$', real_outputs[PAGE], re.MULTILINE)
    assert headings == [(matrix.weight, matrix.heading) for matrix in matrices]
    links = re.findall(r"\[([^\]]+)\]\(#(\w+)\) \(\d+\)", real_outputs[PAGE])
    assert [(weight, heading) for heading, weight in links] == headings


def test_the_type_of_each_disagreement_is_explained(real, real_outputs):
    explained = dict(re.findall(r'<small title="([^"]+)">(\w+)</small>', real_outputs[PAGE]))
    types = {disagreement.type for disagreement in real.graph.visible_of(Disagreement)}
    assert {type: meaning for meaning, type in explained.items()} == {type: TYPES[type] for type in types}


def test_questions_come_by_type_and_the_most_referred_to_first(real):
    matrices = disagreement_matrices(real.graph)
    assert any(len(matrix.rows) > 2 for matrix in matrices)
    for matrix in matrices:
        order = [
            (list(TYPES).index(row.disagreement.type), -len(real.graph.backlinks_of(row.disagreement)))
            for row in matrix.rows
        ]
        assert order == sorted(order)
