"""Citation formats: other programs read from them what the record says."""

import json
import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source import Locator as CslLocator
from citeproc.source.json import CiteProcJSON
from dossier.model.locator import Locator
from dossier.model.publish_context import NO_CONTEXT, PublishContext
from dossier.pipeline import check_dossier, render_all
from dossier.render.citation_formats import Bibliography
from dossier.text import bibtex
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

PUBLICATION = PublishContext(date(2019, 2, 12), "https://example.org/dossier/")


def texts_by_format(entry):
    """The texts to copy, by the name of their format."""
    return {citation_format.name: unescape(citation_format.text) for citation_format in entry.formats}


@pytest.fixture(scope="module")
def cited(real):
    """The texts to copy from each record's page by format, by the record's key."""
    bibliography = Bibliography(real.graph, PUBLICATION)
    assert real.graph.visible
    return {record.key: texts_by_format(bibliography.entry(record)) for record in real.graph.visible}


@pytest.fixture(scope="module")
def base_cited(base_graph):
    """The same for the small dossier."""
    bibliography = Bibliography(base_graph, PUBLICATION)
    return {record.key: texts_by_format(bibliography.entry(record)) for record in base_graph.visible}


@pytest.fixture(scope="module")
def style():
    return CitationStylesStyle("harvard-cite-them-right", validate=False)


def test_every_record_is_read_from_its_bibtex(real, cited):
    for record in real.graph.visible:
        (entry,) = parse_string(cited[record.key]["BibTeX"], "bibtex").entries.values()
        fields = entry.fields
        assert (entry.type, entry.key, fields["year"], fields["month"]) == ("misc", record.key, "2019", "February")
        assert plain_tex(fields["title"][1:-1]) == record.label
        assert fields["url"] == f"https://example.org/dossier/{record.plural}/{record.id}.html"
        assert entry.persons["author"][0].last_names == ["{Dossier}"]


@given(st.text(st.characters(categories=("L", "N", "P", "S"), max_codepoint=0xFFFF), min_size=1).filter(str.strip))
def test_bibtex_can_contain_any_text(text):
    bibliography = parse_string(f"@misc{{x,\n{bibtex.bibtex_fields({'title': bibtex.protect(text)})}}}", "bibtex")
    value = bibliography.entries["x"].fields["title"]
    assert value[0] + value[-1] == "{}"
    assert plain_tex(value[1:-1]) == text


def plain_tex(tex):
    """The text that TeX shows."""
    names = {"backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^"}
    return re.sub(r"\\text(\w+)\{\}|\\(.)", lambda match: names[match[1]] if match[1] else match[2], tex)


def test_every_record_is_read_from_its_csl(real, cited, style):
    for record in real.graph.visible:
        items = json.loads(cited[record.key]["CSL-JSON"])
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        bibliography.register(Citation([CitationItem(record.key)]))
        (line,) = map(str, bibliography.bibliography())
        assert line.startswith("Dossier (2019) ")
        assert f"https://example.org/dossier/{record.plural}/{record.id}.html" in line
        assert items[0]["title"] == record.label


def test_a_page_is_cited_in_plain_text(base_cited):
    assert base_cited["number:gone-567"]["Plain text"] == (
        "Dossier: 567 dockers: dockers who left. In: The walk-out at Port Brenn, as of 12 February 2019. "
        "https://example.org/dossier/numbers/gone-567.html"
    )


def test_a_quote_is_cited_with_its_speaker_and_its_source(base_cited):
    assert base_cited["quote:good-day"]["Quote with its source"].splitlines() == [
        "“A good day for Brenn,”",
        "Eva Holm",
        "Notes from the Ledger, undated",
        "The walk-out at Port Brenn: https://example.org/dossier/quotes/good-day.html",
    ]


def test_an_unknown_publication_date_and_address_are_left_out(base_graph):
    entry = Bibliography(base_graph, NO_CONTEXT).entry(base_graph.dossier.by_key["number:gone-567"])
    assert (entry.address, entry.link) == ("numbers/gone-567.html", "gone-567.html")
    assert entry.formats
    assert not any(re.search("year|issued|as of", text) for text in texts_by_format(entry).values())


def test_a_hostile_address_is_percent_encoded(base_graph):
    publication = PublishContext(None, 'https://example.org/}"\\ <x>/')
    entry = Bibliography(base_graph, publication).entry(base_graph.visible[0])
    assert entry.address.startswith("https://example.org/%7D%22%5C%20%3Cx%3E/")


def test_a_page_shows_exactly_the_texts_to_copy(base_graph, base_cited):
    pages = {output.path: output.content for output in render_all(base_graph, PUBLICATION)}
    shown = re.findall("<pre.*?>(.*?)</pre>", pages["quotes/good-day.md"], re.DOTALL)
    assert [unescape(text) for text in shown] == list(base_cited["quote:good-day"].values())


@pytest.fixture
def located(base):
    """Return the texts to copy of a quote, given the locators of its source's text."""

    def texts(*locators):
        graph, _ = check_dossier(base)
        text = graph.dossier.source_texts["ledger.txt"]
        texts = {**graph.dossier.source_texts, "ledger.txt": text.model_copy(update={"locators": locators})}
        graph = replace(graph, dossier=replace(graph.dossier, source_texts=texts))
        return texts_by_format(Bibliography(graph, PUBLICATION).entry(graph.dossier.by_key["quote:good-day"]))

    return texts


def test_a_quote_is_cited_at_its_page(located, style):
    texts = located(Locator(0, "page", "6"), Locator(60, "page", "7"))
    (entry,) = parse_string(texts["BibTeX of the source"], "bibtex").entries.values()
    assert (entry.key, entry.fields["pages"]) == ("ledger", "7")
    citation = json.loads(texts["CSL citation of the source"])
    (item,) = citation["citationItems"]
    assert (citation["citationID"], item["id"], item["label"], item["locator"]) == (
        "quote:good-day",
        "ledger",
        "page",
        "7",
    )
    bibliography = CitationStylesBibliography(style, CiteProcJSON([item["itemData"]]), formatter.plain)
    cited = Citation([CitationItem(item["id"], locator=CslLocator(item["label"], item["locator"]))])
    bibliography.register(cited)
    assert "p. 7" in str(bibliography.cite(cited, lambda item: pytest.fail(item.key)))


@pytest.mark.parametrize(
    ("locator", "note", "place"),
    [
        (Locator(0, "time", "12:31"), "at 12:31.", {"label": "timestamp", "locator": "12:31"}),
        (Locator(0, "chapter", "2"), "chapter 2.", {"label": "chapter", "locator": "2"}),
        (Locator(0, "chapter", "Storm"), "under “Storm”.", {"suffix": ", under “Storm”"}),
        (Locator(0, "row", "4", "Costs"), "sheet Costs, row 4.", {"suffix": ", sheet Costs, row 4"}),
    ],
)
def test_a_quote_is_cited_at_other_places(located, locator, note, place):
    texts = located(locator)
    (entry,) = parse_string(texts["BibTeX of the source"], "bibtex").entries.values()
    assert entry.fields["note"].strip("{}").startswith(note)
    (item,) = json.loads(texts["CSL citation of the source"])["citationItems"]
    assert {name: value for name, value in item.items() if name not in ("id", "itemData")} == place


def test_without_a_place_the_bibliography_has_the_source(base_cited):
    assert "BibTeX of the source" not in base_cited["quote:good-day"]
