"""Statements: how prose is split at its marks, what each is based on, and how it is addressed."""

import pytest
from dossier.model.marks import find_words, split_statements, strip_marks
from dossier.pipeline import check_dossier

NUMBER = "content/numbers/gone-567.yml"
DISAGREEMENT = "content/disagreements/how-many.yml"
BRANDT = "content/actors/rolf-brandt.yml"
TWO_PASSAGES = """\
passages:
  - label: officials
    source: ledger
    exact: Port officials counted them.
    via: [wire-report]
  - label: gone
    source: ledger
    exact: 567 dockers had gone by Thursday.
    via: [wire-report, port-officials]
"""
ONE_PASSAGE = """\
passages:
  - source: ledger
    exact: 567 dockers had gone by Thursday.
    via: [wire-report, port-officials]
"""


@pytest.fixture
def statements_with(base, write):
    """Return a function that replaces texts in a file and returns the statements of its record."""

    def replace_texts(file, *replacements):
        text = (base / file).read_text("utf-8")
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new)
        graph = check_dossier(write(file, text)).graph
        (item,) = [item for item in graph.dossier.all_items if item.path == file]
        return graph.statements_of(item)

    return replace_texts


def split(prose):
    return [(text.text, text.start, [mark.target for mark in text.marks]) for text in split_statements(prose)]


def labels(statements):
    return [[citation.passage.label for citation in statement.citations] for statement in statements]


@pytest.mark.parametrize(
    ("prose", "statements"),
    [
        ("One claim.", [("One claim.", 0, [])]),
        ("First.[^a] Second.[^b][^c]", [("First.", 0, ["a"]), ("Second.", 11, ["b", "c"])]),
        ("First.[^a] A rest.", [("First.", 0, ["a"]), ("A rest.", 11, [])]),
        ("hundreds,[^a] or 567.[^b]", [("hundreds,", 0, ["a"]), ("or 567.", 14, ["b"])]),
        ("A space. [^a] [^b]", [("A space.", 0, ["a", "b"])]),
        ("[^a] Late.[^b]", [("", 0, ["a"]), ("Late.", 5, ["b"])]),
        ("Linked [[number:x|567]].[^number:x#officials]", [("Linked [[number:x|567]].", 0, ["number:x#officials"])]),
        ("", []),
    ],
)
def test_a_statement_is_the_text_up_to_its_marks(prose, statements):
    assert split(prose) == statements


def test_the_text_of_a_statement_is_at_its_offset():
    prose = "First.[^a]  Second [[actor:b|B]].[^b]\nThird.[^editor]"
    for text in split_statements(prose):
        assert prose[text.start :].startswith(text.text)


def test_prose_without_its_marks_reads_as_before():
    assert strip_marks("hundreds,[^a] more than 500[^b][^c] or 567. [^editor]") == "hundreds, more than 500 or 567."


def test_words_are_found_outside_the_targets_of_links_and_marks():
    prose = "[[actor:holm|She]] left.[^holm] Then holm came, and holm-x, and Holm, holm."
    assert [prose[offset - 5 : offset] for offset in find_words(prose, "holm")] == ["Then ", "olm, "]
    assert len(list(find_words(prose, "[^holm]"))) == 1


def test_a_summary_without_marks_is_based_on_the_only_passage(statements_with):
    (statement,) = statements_with(NUMBER)
    assert (statement.by, statement.id, len(statement.citations)) == ("source", "summary", 1)


def test_a_summary_without_marks_is_based_on_nothing_if_there_are_two_passages(statements_with):
    (statement,) = statements_with(NUMBER, (ONE_PASSAGE, TWO_PASSAGES))
    assert (statement.by, statement.citations) == ("source", ())


def test_a_mark_names_a_passage_by_its_label(statements_with):
    marked = ("567 had gone.", "567 had gone.[^gone] Officials counted.[^officials][^gone] No day.[^editor]")
    statements = statements_with(NUMBER, (ONE_PASSAGE, TWO_PASSAGES), marked)
    assert labels(statements) == [["gone"], ["officials", "gone"], []]
    assert [statement.by for statement in statements] == ["source", "source", "editor"]
    assert [statement.anchor for statement in statements] == ["s-gone", "s-officials", "s-editor"]
    assert [statement.markup for statement in statements] == ["567 had gone.", "Officials counted.", "No day."]


def test_the_second_statement_with_the_same_mark_has_a_number_after_it(statements_with):
    marked = ("567 had gone.", "567 had gone.[^gone] By Thursday.[^gone]")
    statements = statements_with(NUMBER, (ONE_PASSAGE, TWO_PASSAGES), marked)
    assert [(statement.id, statement.is_labelled) for statement in statements] == [("gone", True), ("gone-2", False)]


def test_a_position_has_the_evidence_of_the_records_it_names(statements_with):
    _summary, more, exactly, _assessment = statements_with(DISAGREEMENT)
    assert [citation.record.key for citation in more.citations] == ["number:more-than-500"]
    assert [citation.record.key for citation in exactly.citations] == ["number:gone-567"]
    assert more.path == ("positions", 0, "statement")


def test_a_position_without_marks_is_based_on_all_its_own_passages(statements_with):
    own = (
        "  - statement: They were counted.\n"
        "    passages:\n"
        "      - {source: ledger, exact: Port officials counted them.}\n"
        "      - {source: ledger, exact: 567 dockers had gone by Thursday.}\n"
    )
    statements = statements_with(DISAGREEMENT, ("  - statement: 567, no less.[^number:gone-567]\n", own))
    (position,) = [statement for statement in statements if statement.path[:2] == ("positions", 1)]
    assert len(position.citations) == 2


def test_an_assessment_without_marks_is_by_the_editor(statements_with):
    (assessment,) = [statement for statement in statements_with(DISAGREEMENT) if statement.path == ("assessment",)]
    assert (assessment.by, assessment.citations) == ("editor", ())


def test_roles_and_relations_are_statements_based_on_their_own_passages(statements_with):
    summary, role, relation = statements_with(BRANDT)
    assert (role.markup, role.path, len(role.citations)) == ("Mayor", ("roles", 0), 1)
    assert (relation.markup, relation.path) == ("opposes [[actor:eva-holm]]", ("relations", 0))
    assert summary.is_prose and not role.is_prose


def test_a_mark_reaches_a_passage_under_a_role(statements_with):
    label = (
        "      - source: gazette\n        exact: Mayor",
        "      - label: mayor\n        source: gazette\n        exact: Mayor",
    )
    summary, role, _ = statements_with(BRANDT, label, ("summary: The mayor.", "summary: The mayor.[^mayor]"))
    assert summary.citations == role.citations
    assert (summary.id, role.id) == ("mayor", "mayor-2")


def test_a_mark_reaches_one_passage_of_another_record(base, write):
    number = (base / NUMBER).read_text("utf-8")
    write(
        NUMBER, number.replace(ONE_PASSAGE, TWO_PASSAGES).replace("567 had gone.", "Counted.[^officials] Gone.[^gone]")
    )
    disagreement = (base / DISAGREEMENT).read_text("utf-8")
    graph = check_dossier(
        write(DISAGREEMENT, disagreement.replace("[^number:gone-567]", "[^number:gone-567#gone]"))
    ).graph
    statement = graph.statements_in(graph.dossier.by_key["disagreement:how-many"], "positions", 1)[0]
    assert labels([statement]) == [["gone"]]
    assert graph.corroboration_of_statement(statement).sources == ("ledger",)


def test_a_title_has_marks_only_if_it_makes_a_claim_of_its_own(statements_with):
    title, _summary = statements_with(
        "content/events/walk-out.yml", ("title: The walk-out", "title: The walk-out[^left]")
    )
    assert (title.markup, title.path) == ("The walk-out", ("title",))
    assert title.item.label == "The walk-out"


def test_a_passage_knows_the_statements_that_cite_it(base):
    graph = check_dossier(base).graph
    number = graph.dossier.by_key["number:gone-567"]
    (citation,) = graph.citations_of(number)
    assert [statement.item.key for statement in graph.statements_citing(citation)] == [
        "number:gone-567",
        "disagreement:how-many",
    ]


def test_statements_are_located_at_their_own_words(statements_with):
    marked = ("567 had gone.", "567 had gone.[^gone] Then 567 came back.[^officials]")
    _, second = statements_with(NUMBER, (ONE_PASSAGE, TWO_PASSAGES), marked)
    first_line = second.item.location("summary")
    assert second.location("567") == first_line._replace(column=first_line.column + len("567 had gone.[^gone] Then "))


def test_an_address_stays_the_same_if_a_statement_is_inserted_before_it(statements_with):
    marked = ("567 had gone.", "567 had gone.[^gone] No day.[^editor] Counted.[^officials]")
    before = statements_with(NUMBER, (ONE_PASSAGE, TWO_PASSAGES), marked)
    longer = ("567 had gone.[^gone]", "By Thursday.[^number:more-than-500] 567 had gone.[^gone]")
    after = statements_with(NUMBER, longer)
    assert {statement.markup: statement.id for statement in before}.items() <= {
        statement.markup: statement.id for statement in after
    }.items()


def test_statements_without_labels_are_named_after_their_field(statements_with):
    assert [statement.id for statement in statements_with(BRANDT)] == ["summary", "roles-1", "relations-1"]
    assert [statement.id for statement in statements_with(DISAGREEMENT)] == [
        "editor",
        "number-more-than-500",
        "number-gone-567",
        "assessment",
    ]
