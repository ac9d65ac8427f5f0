"""Citation formats: other programs read from them what the record says."""

import json
import re
from datetime import date
from html import unescape

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from dossier.model.publish_context import NO_CONTEXT, PublishContext
from dossier.pipeline import render_all
from dossier.render.citation_formats import Bibliography
from dossier.text import bibtex
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

EDITION = PublishContext(date(2019, 2, 12), "https://example.org/dossier/")
NUMBER = "number:defectors-to-colombia-567"
QUOTE = "quote:silva-dont-mistreat"


@pytest.fixture(scope="module")
def cited(real):
    """How each record's page is cited: its forms by their names, by the record's key."""
    bibliography = Bibliography(real.graph, EDITION)
    entries = {record.key: bibliography.entry(record) for record in real.graph.visible}
    return {key: {form.name: unescape(form.text) for form in entry.formats} for key, entry in entries.items()}


@pytest.fixture(scope="module")
def style():
    return CitationStylesStyle("harvard-cite-them-right", validate=False)


def test_every_record_is_read_from_its_bibtex(real, cited):
    for record in real.graph.visible:
        (entry,) = parse_string(cited[record.key]["BibTeX"], "bibtex").entries.values()
        read = entry.fields
        assert (entry.type, entry.key, read["year"], read["month"]) == ("misc", record.key, "2019", "February")
        assert told(read["title"][1:-1]) == record.label
        assert entry.fields["url"] == f"https://example.org/dossier/{record.plural}/{record.id}.html"
        assert entry.persons["author"][0].last_names == ["{Dossier}"]


@given(st.text(st.characters(categories=("L", "N", "P", "S"), max_codepoint=0xFFFF), min_size=1).filter(str.strip))
def test_bibtex_holds_any_text(text):
    read = parse_string(f"@misc{{x,\n{bibtex.bibtex_fields({'title': bibtex.protect(text)})}}}", "bibtex")
    value = read.entries["x"].fields["title"]
    assert value[0] + value[-1] == "{}"
    assert told(value[1:-1]) == text


def told(tex):
    """What TeX shows of a text."""
    names = {"backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^"}
    return re.sub(r"\\text(\w+)\{\}|\\(.)", lambda found: names[found[1]] if found[1] else found[2], tex)


def test_every_record_is_read_from_its_csl(real, cited, style):
    for record in real.graph.visible:
        items = json.loads(cited[record.key]["CSL-JSON"])
        made = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        made.register(Citation([CitationItem(record.key)]))
        (line,) = map(str, made.bibliography())
        assert line.startswith("Dossier (2019) ")
        assert f"https://example.org/dossier/{record.plural}/{record.id}.html" in line
        assert items[0]["title"] == record.label


def test_a_page_is_cited_in_words(cited):
    assert cited[NUMBER]["Plain text"] == (
        "Dossier: 567 soldiers: Venezuelan soldiers who fled to Colombia. In: Venezuelan military defections, early "
        "2019, as of 12 February 2019. "
        "https://example.org/dossier/numbers/defectors-to-colombia-567.html"
    )


def test_a_quote_is_cited_with_who_said_it_and_where_it_stands(cited):
    assert cited[QUOTE]["Quote with its source"].splitlines() == [
        "“… ‘Don’t mistreat your people’ …”",
        "Jose Luis Silva, until 26 January 2019",
        "Venezuelan Key Military Official Defects From Maduro Regime, Epoch Times, 27 January 2019",
        "Venezuelan military defections, early 2019: https://example.org/dossier/quotes/silva-dont-mistreat.html",
    ]


def test_what_nothing_tells_is_left_out(real):
    entry = Bibliography(real.graph, NO_CONTEXT).entry(real.graph.dossier.by_key[NUMBER])
    assert (entry.address, entry.link) == ("numbers/defectors-to-colombia-567.html", "defectors-to-colombia-567.html")
    assert not any(re.search("year|issued|as of", form.text) for form in entry.formats)


def test_an_address_breaks_out_of_nothing(real):
    hostile = Bibliography(real.graph, PublishContext(None, 'https://example.org/}"\\ <x>/')).entry(
        real.graph.visible[0]
    )
    assert hostile.address.startswith("https://example.org/%7D%22%5C%20%3Cx%3E/")


def test_a_page_shows_what_is_to_be_copied_to_the_letter(real, cited):
    pages = {output.path: output.content for output in render_all(real.graph, EDITION)}
    shown = re.findall("<pre>(.*)</pre>", pages["quotes/silva-dont-mistreat.md"])
    assert list(map(unescape, shown)) == list(cited[QUOTE].values())
