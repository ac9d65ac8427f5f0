"""The page of a source: its text, what it relays, and what cites it by kind."""

import re
from html import unescape

from dossier.model.kinds.source import Source
from dossier.pipeline import check_dossier, render_pages

COUNT = re.compile(r"<details><summary>(\w+) <span>(\d+)</span></summary>\n<ul>\n((?:<li>.+</li>\n)+)</ul>")


def citing(graph, source):
    """The visible records that cite a source's text, without itself."""
    records = {citation.record.key for citation in graph.citations_from(source.id)} & graph.visible_keys
    return {graph.dossier.by_key[key] for key in records - {source.key}}


def test_a_source_lists_the_records_that_cite_it_by_kind_with_their_counts(real, real_outputs):
    for source in real.graph.readable_sources:
        page = real_outputs[f"sources/{source.id}.md"]
        found = {heading: int(count) for heading, count, _ in COUNT.findall(page)}
        records = citing(real.graph, source)
        assert found == {
            record.heading: sum(other.heading == record.heading for other in records) for record in records
        }
        assert all(int(count) == items.count("<li>") for _, count, items in COUNT.findall(page))
        alone = sum(real.graph.corroboration_of(record).sources == (source.id,) for record in records)
        assert f"{len(records)} records cite its text, {alone} of them no other source." in page


def test_a_source_that_was_read_leads_to_its_text_and_draws_what_it_relays(real, real_outputs):
    sources = real.graph.visible_of(Source)
    assert {source.has_text for source in sources} == {True, False}
    for source in sources:
        page = real_outputs[f"sources/{source.id}.md"]
        assert (f'<a href="../texts/{source.id}.html">Read the text</a>' in page) == source.has_text
        assert '<figure class="dossier-provenance">' in page or not source.has_text
        assert "&lt;figure" not in page and "&#60;figure" not in page


def test_a_source_known_second_hand_says_through_which(real, real_outputs):
    page = real_outputs["sources/cnn-567-report.md"]
    assert "- **Known through:** [" in page and "business-insider-report.md" in page
    assert "What cites it" not in page


def test_a_page_says_what_its_record_is_called_elsewhere_and_in_which_country_an_actor_is(base, add):
    add("content/sources/gazette.yml", same_as=["doi:10.1000/A_(B)", "https://www.wikidata.org/wiki/Q717"])
    add("content/actors/eva-holm.yml", same_as="orcid:0000-0002-1825-0097", country="VE")
    pages = {page.path: page.content for page in render_pages(check_dossier(base).graph)}
    wikidata, doi = "[Wikidata Q717](http://www.wikidata.org/entity/Q717)", "https://doi.org/10.1000/a_%28b%29"
    assert f"- **Same as:** [DOI 10.1000/a_(b)]({doi}) · {wikidata}\n" in unescape(pages["sources/gazette.md"])
    assert "*Person · Venezuela · " in pages["actors/eva-holm.md"]
    orcid = "[ORCID 0000-0002-1825-0097](https://orcid.org/0000-0002-1825-0097)"
    assert f"- **Same as:** {orcid}\n" in pages["actors/eva-holm.md"]
    assert "Same as:" not in pages["actors/nils-aker.md"]
