"""What a record's page shows besides the record: evidence in context, relationships, and where it is mentioned."""

import re

import pytest
from dossier.model.kinds.actor import Actor
from dossier.model.kinds.event import Event
from dossier.model.kinds.quote import Quote
from dossier.pipeline import check_dossier
from dossier.render.evidence import MAX_CONTEXT_ON_PAGE, PassageContexts
from dossier.render.record_context import MAX_IN_LINE, record_context
from dossier.render.rows import MAX_EVENTS


@pytest.fixture
def edit(base):
    """Return a function that replaces text in a file of the small dossier."""

    def edited(path, old, new):
        file = base / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")

    return edited


def keys_by_heading(graph, actor):
    """Return what the page of an actor lists under each heading."""
    context = record_context(graph, graph.dossier.by_key[f"actor:{actor}"])
    quotes = {
        group.heading: [quotation.quote.key for quotation in (*group.shown, *group.more)]
        for group in context["quotations"]
    }
    return quotes | {group.heading: [record.key for record in group.records] for group in context["groups"]}


def test_every_passage_on_a_page_is_shown_within_its_line(real):
    contexts = PassageContexts(real.graph)
    assert real.graph.citations
    for citation in real.graph.citations:
        text, span = real.graph.dossier.source_texts[citation.span.file].text, citation.span
        before, exact, after = contexts.for_page(citation)
        assert exact == text[span.start : span.end]
        assert before.removeprefix("… ") + exact + after.removesuffix(" …") in text
        assert max(len(before), len(after)) <= MAX_CONTEXT_ON_PAGE + len("… ")
        assert "\n" not in before + after


def test_a_passage_is_marked_within_its_context_and_has_an_anchor(base_outputs):
    assert (
        '> According to the Wire, <mark id="passages.0">567 dockers had gone by Thursday.</mark>'
        " Port officials counted them."
    ) in base_outputs["numbers/gone-567.md"]


def test_words_that_a_record_cites_twice_have_both_anchors(add, base):
    cited = [{"source": "gazette", "exact": "Nils Aker, a docker"}]
    relation = {"to": "eva-holm", "type": "supports", "passages": cited}
    graph = check_dossier(add("content/actors/nils-aker.yml", relations=[relation])).graph
    context = record_context(graph, graph.dossier.by_key["actor:nils-aker"])
    assert [item.anchors for item in context["evidence"]] == [("passages.0", "relations.0.passages.0")]


def test_of_many_passages_each_is_shown_without_context(real_outputs, real):
    shown = {}
    for record in real.graph.visible:
        context = record_context(real.graph, record)
        shown[context["has_contexts"]] = page = real_outputs[f"{record.plural}/{record.id}.md"]
        assert page.count("<mark") >= len(context["evidence"])
    assert re.search(r"^\d+\. > <mark[^>]*>[^<]*</mark>$", shown[False], re.MULTILINE)


def test_an_actor_has_its_own_relationships_and_those_of_others_with_their_sources(base_outputs):
    item = r"<dt>%s</dt>\s<dd>\s<ul>\s<li>%s<a [^>]+>%s</a>\W*<sup .*>%s</a></sup>"
    own = base_outputs["actors/rolf-brandt.md"].partition("## Relationships")[2]
    assert re.search(item % ("Opposes", "<span [^>]+>", "Eva Holm", r"\d"), own)
    others = base_outputs["actors/eva-holm.md"].partition("## Relationships")[2]
    assert re.search(item % ("Supports", "<span [^>]+>", "Nils Aker", r"\d"), others)
    assert re.search(item % ("Opposed by", "", "Rolf Brandt", "Dockers walk out at Port Brenn"), others)


def test_quotes_about_an_actor_are_separate_from_those_by_or_to_the_actor(base_graph):
    groups = {actor: keys_by_heading(base_graph, actor) for actor in ("rolf-brandt", "nils-aker", "port-officials")}
    assert groups == {
        "rolf-brandt": {"What they said": ["quote:harbour-is-ours"]},
        "nils-aker": {"What was said to them": ["quote:harbour-is-ours"]},
        "port-officials": {"Counts attributed to them": ["number:gone-567"]},
    }


def test_a_quote_about_its_own_speaker_is_listed_once(edit, base):
    edit("content/quotes/harbour-is-ours.yml", "form: full", "form: full\nabout: [actor:rolf-brandt, actor:eva-holm]")
    graph = check_dossier(base).graph
    groups = {actor: keys_by_heading(graph, actor) for actor in ("rolf-brandt", "eva-holm")}
    assert groups["rolf-brandt"] == {"What they said": ["quote:harbour-is-ours"]}
    assert groups["eva-holm"]["What was said about them"] == ["quote:harbour-is-ours"]


def test_a_record_is_listed_once_on_a_page(real):
    mentions = 0
    for record in real.graph.visible:
        context = record_context(real.graph, record)
        mentioned = {other.key for group in context["mentions"] for other in group.records}
        mentions += len(mentioned)
        listed = {other.key for group in context.get("groups", ()) for other in group.records}
        listed |= {
            quotation.quote.key for group in context.get("quotations", ()) for quotation in (*group.shown, *group.more)
        }
        assert not mentioned & {*record.about, *listed}
    assert mentions


def test_many_mentions_of_a_kind_become_a_list_that_can_be_opened(real, real_outputs):
    long = [
        (record, group)
        for record in real.graph.visible
        for group in record_context(real.graph, record)["mentions"]
        if len(group.records) > MAX_IN_LINE
    ]
    assert long
    for record, group in long:
        summary = f"<summary>{group.heading} ({len(group.records)})</summary>"
        assert summary in real_outputs[f"{record.plural}/{record.id}.md"]


def test_one_attribution_is_traced_back_to_its_origin(base_outputs):
    assert "1 source, 1 independent origin: traced back to [The Wire" in base_outputs["numbers/gone-567.md"]


@pytest.mark.parametrize(
    ("via", "line"),
    [("[wire-report]", "all trace back to [The Wire"), ("[port-officials]", "all from [Notes from the Ledger]")],
)
def test_several_attributions_lead_back_to_what_they_have_in_common(edit, page, via, line):
    edit(
        "content/numbers/gone-567.yml",
        "about:",
        f"  - source: ledger\n    exact: According to the Wire\n    via: {via}\nabout:",
    )
    assert f"1 source, 1 independent origin: {line}" in page("numbers/gone-567.md")


def test_passages_that_do_not_name_their_origin_are_of_texts_based_on_it(edit, page):
    edit("content/numbers/gone-567.yml", "about:", "  - source: gazette\n    exact: left the port\nabout:")
    edit("content/sources/gazette.yml", "kind: news\n", "kind: news\nrests_on: [wire-report]\n")
    line = (
        "2 sources, 1 independent origin: all from [The Wire’s report](../sources/wire-report.md) or texts based on it."
    )
    assert line.replace("’", "'") in page("numbers/gone-567.md").replace("’", "'").replace("&#39;", "'")


def test_all_passages_of_a_page_are_of_the_origin_that_it_names(real):
    graph = real.graph
    assert graph.visible
    for record in graph.visible:
        origins = graph.corroboration_of(record).origins
        for item in record_context(graph, record)["evidence"]:
            chain = (item.citation.passage.source, *item.citation.passage.via)
            (origin,) = [origin for origin in origins if chain[0] in origin.sources]
            based = {party for link in chain for party in graph.upstream_sources.get(link, ())}
            assert origin.root in chain or (origin.is_basis and origin.root in based), record.key


def test_attributions_that_overlap_without_a_common_origin_are_listed_by_their_sources(edit, page):
    edit("content/numbers/more-than-500.yml", "left the port\n", "left the port\n    via: [port-officials]\n")
    edit("content/numbers/gone-567.yml", "about:", "  - source: ledger\n    exact: According to the Wire\nabout:")
    sources = "Dockers walk out at Port Brenn and Notes from the Ledger"
    line = f"2 sources, 1 independent origin: {sources}, whose attributions share sources but no single origin."
    assert line in page("disagreements/how-many.md")


def test_several_origins_are_listed_without_a_common_one(base_outputs):
    named = "each named after what all its passages have in common"
    roots = "[Dockers walk out at Port Brenn](../sources/gazette.md); [The Wire"
    assert f"2 sources, 2 independent origins: {named}: {roots}" in base_outputs["disagreements/how-many.md"]


def test_a_quote_within_a_quote_is_shown_as_one(real, real_outputs):
    nested = [quote for quote in real.graph.visible_of(Quote) if quote.form == "nested"]
    assert nested
    for quote in nested:
        assert re.fullmatch("“… ‘.*’ …”", quote.list_label)
        assert quote.in_quotation_marks(quote.words[0]) in real_outputs[f"actors/{quote.speaker}.md"]
    assert "quoted within what they say" in real_outputs["quotes/index.md"]


def test_an_actor_with_many_events_shows_those_that_most_records_refer_to(real, real_outputs):
    counts = {}
    for actor in real.graph.visible_of(Actor):
        context = record_context(real.graph, actor)
        counts[actor.id] = context["event_count"]
        rows = [row.event for row in context["events"]]
        assert len(rows) == min(context["event_count"], MAX_EVENTS)
        assert rows == [event for event in real.graph.visible_of(Event) if event in rows]
    most = max(counts, key=counts.get)
    assert counts[most] > MAX_EVENTS
    assert f">All {counts[most]} events on the timeline</a>" in real_outputs[f"actors/{most}.md"]


def test_the_quotations_of_an_actor_begin_with_whole_sentences(real):
    groups = [
        [quotation.quote.form == "full" for quotation in (*group.shown, *group.more)]
        for actor in real.graph.visible_of(Actor)
        for group in record_context(real.graph, actor)["quotations"]
    ]
    assert any(True in forms and False in forms for forms in groups)
    assert all(forms == sorted(forms, reverse=True) for forms in groups)


def test_a_paragraph_of_a_summary_is_a_paragraph_of_the_page(edit, page):
    edit(
        "content/events/walk-out.yml",
        "summary: Dockers left the port.\n",
        "summary: |-\n  Dockers left the port.[^editor]\n\n  Nobody says why.[^editor]\n",
    )
    assert re.search(r"Dockers left the port\..*</span>\n\n<span [^>]+>Nobody", page("events/walk-out.md"))
