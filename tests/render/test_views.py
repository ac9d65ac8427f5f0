"""What a record's page tells beside the record: evidence in its context, who stands where, what else names it."""

import re

import pytest
from dossier.pipeline import check_dossier, render_pages
from dossier.render.quote_context import MAX_CONTEXT_ON_PAGE, QuoteContext
from dossier.render.record_context import MAX_IN_LINE, record_context


@pytest.fixture(scope="module")
def record(real):
    return real.graph.dossier.by_key.__getitem__


def groups(view, name):
    return {group.heading: [one.key for one in group.records] for group in view[name]}


def test_every_passage_of_a_page_stands_in_the_rest_of_its_line(real):
    surroundings = QuoteContext(real.graph)
    for citation in real.graph.citations:
        text, span = real.graph.dossier.source_texts[citation.span.file].text, citation.span
        before, exact, after = surroundings.for_page(citation)
        told = before.removeprefix("… ") + exact + after.removesuffix(" …")
        assert exact == text[span.start : span.end]
        assert told in text
        assert max(len(before), len(after)) <= MAX_CONTEXT_ON_PAGE + len("… ")
        assert "\n" not in before + after


def test_the_words_around_a_passage_are_told_from_the_passage(real_outputs):
    page = real_outputs["numbers/defectors-to-colombia-567.md"]
    assert '> Colombia has counted 567 defectors<span class="dossier-context"> since violent clashes' in page
    assert '> <span class="dossier-context">Colombia has counted </span>567 defectors since' in page


def test_an_actor_is_told_how_others_stand_to_him_and_by_which_source(real_outputs):
    page = real_outputs["actors/juan-guaido.md"]
    assert re.search(r"^- \[Jose Luis Silva\]\S+ \(supports Juan Guaidó\).*\[Epoch Times\]", page, re.MULTILINE)
    assert re.search(r"^- member of \[Popular Will\].*\[Epoch Times\]", page, re.MULTILINE)


def test_what_was_said_of_an_actor_is_told_apart_from_what_he_said(real, record):
    told = groups(record_context(real.graph, record("actor:nicolas-maduro")), "groups")
    assert "quote:silva-maduro-responsible" in told["What was said about them"]
    assert not set(told.get("What they said", ())) & set(told["What was said about them"])


def test_what_a_page_has_linked_already_is_not_linked_again_as_a_mention(real):
    for one in real.graph.visible:
        made = record_context(real.graph, one)
        mentioned = {other.key for group in made["mentions"] for other in group.records}
        assert not mentioned & {*one.about, *(other.key for group in made.get("groups", ()) for other in group.records)}


def test_a_long_line_of_mentions_is_folded(real_outputs, real, record):
    long = [group for group in record_context(real.graph, record("actor:nicolas-maduro"))["mentions"] if group.is_long]
    assert all(len(group.records) > MAX_IN_LINE for group in long)
    assert f"<summary>Disagreements ({len(long[-1].records)})</summary>" in real_outputs["actors/nicolas-maduro.md"]


def test_chains_that_hang_together_without_one_root_are_told_by_their_documents(base):
    for name, old, new in (
        ("more-than-500", "left the port\n", "left the port\n    via: [port-officials]\n"),
        ("gone-567", "about:", "  - source: ledger\n    exact: According to the Wire\nabout:"),
    ):
        file = base / f"content/numbers/{name}.yml"
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    page = {output.path: output.content for output in render_pages(check_dossier(base).graph)}[
        "disagreements/how-many.md"
    ]
    sources = "Dockers walk out at Port Brenn and Notes from the Ledger"
    assert f"2 sources, 1 independent origin: {sources}, whose attributions share sources but no single origin." in page


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("quote:silva-attacking", "traced back to [Jose Luis Silva]"),
        ("actor:business-insider", "all trace back to [WNU]"),
        ("actor:jose-luis-silva", "all trace back to [Silva's video]"),
    ],
)
def test_how_the_chains_of_a_record_come_together_is_told_as_they_are_shown(real_outputs, record, key, said):
    assert f"1 independent origin: {said}" in real_outputs[f"{record(key).plural}/{record(key).id}.md"]


def test_where_several_chains_have_no_origin_in_common_nothing_is_said_to_meet(real_outputs, real):
    for one in real.graph.visible:
        line = re.search(r"^\d+ sources?, ([02-9]|\d\d) .*$", real_outputs[f"{one.plural}/{one.id}.md"], re.MULTILINE)
        assert line is None or not re.search("trace", line[0])


def test_words_within_what_somebody_says_are_shown_as_such(real_outputs, record):
    assert record("quote:silva-dont-mistreat").list_label == "“… ‘Don’t mistreat your people’ …”"
    assert "“… ‘Don’t mistreat your people’ …”" in real_outputs["actors/jose-luis-silva.md"]
    assert "*(quoted within what they say)*" in real_outputs["quotes/index.md"]
