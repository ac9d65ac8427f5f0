"""Statements on pages: each with its own marks, the evidence in their order, and the editor's labelled."""

import re

import pytest
from dossier.pipeline import check_dossier, render_all

from tests.helpers import nonempty

EVENT = "content/events/walk-out.yml"
PAGE = "events/walk-out.md"
SUMMARY = "summary: Dockers left the port.\n"
PASSAGES = """passages:
  - source: gazette
    exact: More than 500 dockers left the port on Jan. 23
"""
LABELLED = """passages:
  - label: gazette
    source: gazette
    exact: More than 500 dockers left the port on Jan. 23
  - label: ledger
    source: ledger
    exact: 567 dockers had gone by Thursday.
    via: [wire-report, port-officials]
"""
STATEMENT = re.compile(r'<span class="([^"]+)" id="([^"]+)">(.*?)</span>')
NUMBER = re.compile(r'aria-label="Evidence (\d+): ([^"]+)">\1</a></sup>')


@pytest.fixture
def rewritten(base, write):
    """Return a function that renders the event of the small dossier with another summary and other passages."""

    def render(summary, passages=LABELLED, title="The walk-out"):
        text = (base / EVENT).read_text("utf-8").replace(SUMMARY, f"summary: >-\n  {summary}\n")
        text = text.replace(PASSAGES, passages).replace("title: The walk-out", f"title: {title}")
        write(EVENT, text)
        graph = check_dossier(base).graph
        return {output.path: output.content for output in render_all(graph)}

    return render


def statements_of(page):
    """Return the statements of a page by anchor: the class, the text without tags, the numbers of the marks."""
    return {
        anchor: (kind, re.sub(r"<sup.*?</sup>|[\u200a\u2060]", "", body), NUMBER.findall(body))
        for kind, anchor, body in nonempty(STATEMENT.findall(page))
    }


def test_each_statement_ends_in_the_marks_of_its_own_passages(rewritten):
    page = rewritten("Dockers left,[^gazette] 567 by Thursday.[^ledger] Nobody says why.[^editor]")[PAGE]
    gazette, ledger = "Dockers walk out at Port Brenn", "Notes from the Ledger"
    assert statements_of(page) == {
        "s-gazette": ("dossier-statement", "Dockers left,", [("1", gazette)]),
        "s-ledger": ("dossier-statement", "567 by Thursday.", [("2", ledger)]),
        "s-editor": ("dossier-statement dossier-editor", "Nobody says why.", []),
    }


@pytest.mark.parametrize(
    ("summary", "end"),
    [
        ("Dockers left.[^gazette]", "left.\u2060<sup "),
        ("Dockers left,[^gazette] or not.[^editor]", "left,\u2060<sup "),
        ("Dockers left,[^gazette] or not.[^editor]", "or not.\u200a\u2060<sup "),
        ("Dockers left[^gazette], 567 had gone.[^ledger]", "left\u200a\u2060<sup "),
        ("“Dockers left.”[^gazette]", "left.”\u200a\u2060<sup "),
        ("*Dockers left.*[^gazette]", "left.*\u200a\u2060<sup "),
        ("Dockers left.[^gazette][^ledger]", "</sup>\u200a\u2060<sup "),
    ],
)
def test_a_mark_stays_with_its_word_and_close_to_a_full_stop(rewritten, summary, end):
    assert end in rewritten(summary)[PAGE]


def test_the_sources_of_a_record_in_a_list_may_be_on_several_lines(rewritten):
    page = rewritten("Dockers left.[^gazette] 567 had gone.[^ledger]")["timeline.md"]
    assert "</a>\u200a\u2060<sup " in page
    assert "</sup>\u200a<sup " in page


def test_statements_are_as_far_apart_as_they_are_written(rewritten):
    page = rewritten("Dockers left[^gazette], and 567[^ledger] had gone.[^ledger]")[PAGE]
    assert '</span><span class="dossier-statement" id="s-ledger">, and 567' in page
    assert '</span> <span class="dossier-statement" id="s-ledger-2">had gone.' in page


def test_evidence_is_in_the_order_of_the_statements_each_passage_once(rewritten):
    page = rewritten("567 by Thursday.[^ledger] Dockers left.[^gazette] Both.[^gazette][^ledger]")[PAGE]
    statements = statements_of(page)
    assert [number for number, _ in statements["s-gazette-2"][2]] == ["2", "1"]
    evidence = page.partition("## Evidence")[2]
    assert evidence.index("567 dockers had gone") < evidence.index("More than 500 dockers left")
    assert "For: [567 by Thursday.](#s-ledger) · [Both.](#s-gazette-2)\n" in evidence
    assert "\n3." not in evidence


def test_the_evidence_of_a_page_says_what_it_counts(rewritten):
    page = rewritten("567 by Thursday.[^ledger] Dockers left.[^gazette]")[PAGE]
    assert "All evidence on this page: 2 sources, 2 independent origins: " in page


def test_a_passage_of_another_record_says_which(rewritten):
    page = rewritten("Dockers left,[^gazette] 567 in all.[^number:gone-567]", LABELLED.partition("  - label: l")[0])[
        PAGE
    ]
    assert (
        "For: [567 in all.](#s-number-gone-567) · From: [567 dockers: dockers who left](../numbers/gone-567.md)" in page
    )


def test_a_title_with_marks_is_a_statement(rewritten):
    outputs = rewritten("567 by Thursday.[^ledger]", title="Dockers walk out[^gazette]")
    page = outputs[PAGE]
    assert re.search(r'\n# <span class="dossier-statement" id="s-gazette">Dockers walk out\W*<sup', page)
    assert 'title: "Dockers walk out"' in page
    about_records = [path for path in outputs if re.match(r"(index|timeline|map|events/.*|actors/.*)\.md", path)]
    assert [path for path in nonempty(about_records) if "[^" in outputs[path]] == []


def test_a_statement_without_evidence_has_no_marks(rewritten):
    statements = statements_of(rewritten("Dockers left the port, and 567 had gone.")[PAGE])
    assert statements["s-summary"] == ("dossier-statement", "Dockers left the port, and 567 had gone.", [])


def test_a_source_text_names_the_statements_that_cite_a_passage(rewritten):
    text = rewritten("567 by Thursday.[^ledger] Dockers left.[^gazette]")["texts/ledger.md"]
    [row] = [row for row in text.splitlines() if row.startswith('<li><a href="#p-46-79"')]
    assert '<a href="../events/walk-out.html#s-ledger">567 by Thursday.</a>' in row
    assert '<a href="../numbers/gone-567.html#s-summary">567 had gone.</a>' in row
    assert '<a href="../disagreements/how-many.html#s-number-gone-567">567, no less.</a>' in row
