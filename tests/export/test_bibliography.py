"""data/bibliography.json, cited from by citeproc-py, and data/bibliography.bib, read by pybtex."""

import json
import re

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from dossier.export import bibliography_bib, bibliography_csl
from dossier.graph.markup import strip_markup
from dossier.model.publish_context import NO_CONTEXT
from dossier.pipeline import check_dossier
from pybtex.database import parse_string

GAZETTE = "content/sources/gazette.yml"
DATES = {
    "2019-01-27": ({"date-parts": [[2019, 1, 27]]}, {"year": "2019", "month": "January", "date": "2019-01-27"}),
    "2019-01": ({"date-parts": [[2019, 1]]}, {"year": "2019", "month": "January", "date": "2019-01"}),
    "2019": ({"date-parts": [[2019]]}, {"year": "2019", "date": "2019"}),
    "2019-01-27?": ({"literal": "27 January 2019 (uncertain)"}, {"date": "2019-01-27?"}),
    "2019-01~": ({"literal": "about January 2019"}, {"date": "2019-01~"}),
    "2019-01-21/2019-01-27": ({"literal": "21 to 27 January 2019"}, {"date": "2019-01-21/2019-01-27"}),
    "2019-01-2X": ({"literal": "a day from 20 to 29 January 2019"}, {"date": "2019-01-2X"}),
    "2019-01-25/..": ({"literal": "from 25 January 2019"}, {"date": "2019-01-25/.."}),
    "../2019-01-27": ({"literal": "until 27 January 2019"}, {"date": "../2019-01-27"}),
    "[2019-01-21,2019-01-28]": ({"literal": "21 or 28 January 2019"}, {"date": "[2019-01-21,2019-01-28]"}),
    "2019-21": ({"literal": "1 March to 31 May 2019"}, {"date": "2019-21"}),
}


def csl(graph):
    [output] = bibliography_csl.export(graph, NO_CONTEXT)
    return {item["id"]: item for item in json.loads(output.content)}


def bib(graph):
    [output] = bibliography_bib.export(graph, NO_CONTEXT)
    return parse_string(output.content, "bibtex").entries


def told(value):
    """What TeX shows of a value that is kept in its own letters."""
    assert value[0] + value[-1] == "{}"
    names = {"backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^"}
    return re.sub(r"\\text(\w+)\{\}|\\(.)", lambda found: names[found[1]] if found[1] else found[2], value[1:-1])


@pytest.fixture(scope="module")
def items(real):
    return csl(real.graph)


@pytest.fixture(scope="module")
def entries(real):
    return bib(real.graph)


@pytest.fixture
def gazette(base, write):
    """The graph of the small dossier, after its source with a date was put otherwise."""

    def put(old, new):
        return check_dossier(write(GAZETTE, (base / GAZETTE).read_text("utf-8").replace(old, new))).graph

    return put


def test_every_source_is_in_both(real, items, entries):
    assert set(items) == set(entries) == {source.id for source in real.graph.dossier.sources}


def test_every_field_of_a_source_is_in_its_csl(real, items):
    labels = real.graph.labels
    for source in real.graph.dossier.sources:
        item = items[source.id]
        assert (item["title"], item.get("title-short"), item["genre"]) == (source.title, source.short, source.kind)
        assert [author["literal"] for author in item.get("author", ())] == list(source.authors)
        holder = item.get("container-title") or item.get("publisher")
        assert holder == labels.get(f"actor:{source.publisher}")
        assert item.get("URL") == source.url
        assert item["abstract"] == strip_markup(source.summary, labels)
        assert ("issued" in item) == bool(source.published)
        assert (bibliography_csl.SECOND_HAND_NOTE in item.get("note", "")) == (not source.has_text)


def test_every_field_of_a_source_is_in_its_bibtex(real, entries):
    labels = real.graph.labels
    for source in real.graph.dossier.sources:
        entry = entries[source.id]
        fields = entry.fields
        assert (told(fields["title"]), told(fields["type"])) == (source.title, source.kind)
        assert told(fields.get("shorttitle", "{}")) == (source.short or "")
        assert [told(str(author)) for author in entry.persons.get("author", ())] == list(source.authors)
        holder = fields.get("journal") or fields.get("howpublished") or "{}"
        assert told(holder) == labels.get(f"actor:{source.publisher}", "")
        assert fields.get("url") == source.url
        assert told(fields["abstract"]) == strip_markup(source.summary, labels)
        assert fields.get("date") == (source.main_date.text if source.main_date else None)
        assert (bibliography_csl.SECOND_HAND_NOTE in fields.get("note", "")) == (not source.has_text)


def test_every_source_is_cited_by_another_program(real, items):
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    for source in real.graph.dossier.sources:
        made = CitationStylesBibliography(style, CiteProcJSON([items[source.id]]), formatter.plain)
        made.register(Citation([CitationItem(source.id)]))
        (line,) = map(str, made.bibliography())
        years = set(re.findall(r"\d{4}", source.main_date.text)) if source.main_date else set()
        assert " ".join(source.title.split()[:3]).casefold() in line.casefold()
        assert all(year in line for year in years)


@pytest.mark.parametrize(("edtf", "wanted"), DATES.items())
def test_a_date_is_no_narrower_than_it_is_known(gazette, edtf, wanted):
    graph = gazette("date: 2019-01-27", f'date: "{edtf}"')
    item, fields = csl(graph)["gazette"], bib(graph)["gazette"].fields
    assert item["issued"] == wanted[0]
    assert {name: fields[name] for name in ("year", "month", "date") if name in fields} == wanted[1]
    plain = "year" in wanted[1]
    assert (f"EDTF: {edtf}" in item.get("note", "")) == (not plain)


def test_no_text_breaks_out_of_its_field(gazette):
    hostile = r"100% of {all} \cmd & #1_x^2~$ @misc{y, title"
    graph = gazette("authors: [Ada Lind]", f"authors: ['{hostile}', B and C]\nurl: https://e.org/a{{b}}%7D")
    entry = bib(graph)["gazette"]
    assert [told(str(author)) for author in entry.persons["author"]] == [hostile, "B and C"]
    assert entry.fields["url"] == csl(graph)["gazette"]["URL"] == "https://e.org/a%7Bb%7D%7D"
    assert "title-short" not in csl(graph)["gazette"]
    assert csl(graph)["gazette"]["author"] == [{"literal": hostile}, {"literal": "B and C"}]


def test_a_draft_is_left_out(base, write):
    for file in sorted((base / "content").rglob("*.yml")):
        if "review: published" in (text := file.read_text("utf-8")):
            write(file.relative_to(base).as_posix(), text.replace("review: published", "review: draft"))
    graph = check_dossier(base).graph
    assert csl(graph) == {}
    assert list(bib(graph)) == []
