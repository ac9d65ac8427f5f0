"""Quotes as quotations on a wall, on their own pages, and as pull quotes."""

import re

from dossier.model.kinds.quote import Quote
from dossier.pipeline import check_dossier
from dossier.render.environment import build_environment
from dossier.render.pages import home
from dossier.render.pages.indexes import QUOTATION_SHELVES
from dossier.render.pull_quotes import MAX_SINGLE_WORDS, build_quotations, choose_pull_quotes, group_by_speaker


def shelves(page):
    """Return the ids of the quotes under each heading of the index."""
    parts = re.split(r"^## (.+)$", page, flags=re.M)
    by_heading = zip(parts[1::2], parts[2::2], strict=True)
    return {
        heading: list(dict.fromkeys(re.findall(r'<p><a href="([^"]+)\.html">', part))) for heading, part in by_heading
    }


def test_each_quote_is_on_one_shelf_and_whole_sentences_come_first(real, real_outputs):
    found = shelves(real_outputs["quotes/index.md"])
    assert list(found) == [heading for heading, _ in QUOTATION_SHELVES]
    quotes = {quote.id: quote for quote in real.graph.visible_of(Quote)}
    assert sorted(id for ids in found.values() for id in ids) == sorted(quotes)
    full, written, parts, single, readers = ([quotes[id] for id in ids] for ids in found.values())
    assert {quote.form for quote in full} == {"full"}
    assert {quote.form for quote in written} == {"document"}
    assert {quote.form for quote in parts} <= {"partial", "nested"}
    assert all(len(" ".join(quote.words).split()) <= MAX_SINGLE_WORDS for quote in single)
    assert all(quote.is_reader_comment for quote in readers)


def test_the_quotations_of_a_speaker_are_together_the_weightiest_speakers_first(real):
    quotations = build_quotations(real.graph, real.graph.visible_of(Quote))
    weights = [quotation.weight for quotation in quotations]
    assert weights == sorted(weights, reverse=True)
    groups = group_by_speaker(quotations)
    assert len({group.speaker.key for group in groups if group.speaker}) == len(groups) - 1
    assert groups[-1].speaker is None
    first = [group.quotations[0].weight for group in groups[:-1]]
    assert first == sorted(first, reverse=True)


def test_the_line_of_speakers_leads_to_the_first_quotation_of_each(real_outputs):
    page = real_outputs["quotes/index.md"]
    jumps = re.findall(r'<span><a href="#([^"]+)">', page)
    assert len(jumps) == len(set(jumps)) > 5
    assert jumps[0] == "said-by-jose-luis-silva"
    for anchor in jumps:
        assert page.count(f'<figure class="dossier-quotation" id="{anchor}">') == 1


def test_the_words_of_an_interrupted_quotation_are_separate(base_outputs):
    parts = ("“The harbour is ours,”", "“We will not leave it.”")
    words = "# " + " ".join(f'<span class="dossier-quote-words">{part}</span>' for part in parts)
    assert words in base_outputs["quotes/harbour-is-ours.md"]


def test_the_page_of_a_quote_says_who_said_it_to_whom_and_how_it_reached_us(base_outputs):
    page = base_outputs["quotes/good-day.md"]
    assert '<p class="dossier-speaker"><a href="../actors/eva-holm.html">Eva Holm</a></p>' in page
    assert re.search(r'data-for="quote:good-day">.*</sup> → <b>[^<]*Wire[^<]*</b></span>', page)
    page = base_outputs["quotes/harbour-is-ours.md"]
    assert '<a href="../actors/rolf-brandt.html">Rolf Brandt</a>, to <a href="../actors/nils-aker.html">' in page


def test_pull_quotes_are_whole_sentences_of_different_speakers_those_of_the_lead_first(real):
    pulled = choose_pull_quotes(real.graph, 4)
    assert len(pulled) == 4
    assert {quotation.quote.form for quotation in pulled} == {"full"}
    assert len({quotation.quote.speaker for quotation in pulled}) == 4
    in_lead = [quotation.quote.key in real.graph.references_from(real.graph.dossier.settings) for quotation in pulled]
    assert in_lead == sorted(in_lead, reverse=True)
    assert in_lead[0]


def test_a_pull_quote_is_beside_the_paragraph_that_names_it_not_one_with_a_longer_id(base, write, add):
    quote = (base / "content/quotes/harbour-is-ours.yml").read_text("utf-8")
    write("content/quotes/harbour-is-ours-again.yml", quote.replace("speaker: rolf-brandt\n", ""))
    lead = [f"The harbour is theirs, he said.[^quote:{id}]" for id in ("harbour-is-ours-again", "harbour-is-ours")]
    add("content/dossier.yml", lead=lead)
    pulled = home.PAGE.context(check_dossier(base).graph)["pull_quotes"]
    assert {index: quotation.quote.id for index, quotation in pulled.items()} == {1: "harbour-is-ours"}


def test_a_pull_quote_is_one_block_of_html_with_its_marks(real):
    template = build_environment(real.graph).get_template("pull-quote.md.j2")
    for quotation in build_quotations(real.graph, real.graph.visible_of(Quote)):
        block = template.render(page="index.md", quotation=quotation)
        assert "\n\n" not in block
        assert block.startswith('<figure class="dossier-quotation">')
        assert f'<sup data-for="{quotation.quote.key}">' in block
        assert f"{quotation.counts}</p>" in block


def test_those_that_words_were_said_to_are_joined_in_words(real_outputs):
    page = real_outputs["quotes/guillen-martinez-request-to-us.md"]
    speaker = re.search('<p class="dossier-speaker">(.*)</p>', page)[1]
    assert re.sub("<[^>]+>", "", speaker) == "Carlos Guillen Martinez, to CNN and to United States"
