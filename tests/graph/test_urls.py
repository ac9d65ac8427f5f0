"""Addresses of pages and passages are relative to the root of the site, and former ones lead to the present page."""

import pytest
from dossier.graph.urls import former_urls, page_path, page_url, passage_anchor, relative_url, text_page_path
from dossier.model.passage import Span
from dossier.pipeline import check_dossier

SOURCE = "content/sources/gazette.yml"
WITHDRAWN = {"date": "2019-03-04", "why": "It was a forgery."}


def test_addresses_are_relative_to_the_root(base):
    holm = check_dossier(base).graph.dossier.by_key["actor:eva-holm"]
    assert (page_path(holm), page_url(page_path(holm))) == ("actors/eva-holm.md", "actors/eva-holm.html")
    assert (text_page_path("ledger"), passage_anchor(Span("x", 3, 14))) == ("texts/ledger.md", "p-3-14")


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("actors/a.md", "index.md", "actors/a.md"),
        ("actors/a.md", "events/e.md", "../actors/a.md"),
        ("actors/a.md", "actors/b.md", "a.md"),
        ("index.md", "texts/t.md", "../index.md"),
    ],
)
def test_a_link_is_relative_to_its_page(target, page, link):
    assert relative_url(target, page) == link


def test_the_former_addresses_of_a_source_and_of_its_text_lead_to_their_pages(add):
    source = check_dossier(add(SOURCE, formerly=["herald"])).graph.dossier.by_key["source:gazette"]
    assert list(former_urls(source)) == [
        ("sources/herald.html", "sources/gazette.html"),
        ("texts/herald.html", "texts/gazette.html"),
    ]


def test_the_text_of_a_withdrawn_source_leads_to_the_source(add):
    graph = check_dossier(add(SOURCE, formerly=["herald"], withdrawn=WITHDRAWN)).graph
    [source] = graph.withdrawn
    assert list(former_urls(source)) == [
        ("sources/herald.html", "sources/gazette.html"),
        ("texts/herald.html", "sources/gazette.html"),
        ("texts/gazette.html", "sources/gazette.html"),
    ]


def test_every_id_of_a_kind_that_was_renamed_has_an_address_under_its_former_name(add):
    disagreement = check_dossier(add("content/disagreements/how-many.yml", formerly=["count"])).graph.dossier.by_key[
        "disagreement:how-many"
    ]
    [former_plural] = disagreement.former_plurals
    assert [former for former, _ in former_urls(disagreement)] == [
        "disagreements/count.html",
        f"{former_plural}/how-many.html",
        f"{former_plural}/count.html",
    ]
