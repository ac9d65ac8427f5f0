"""data/bibliography.json, cited by citeproc-py, and data/bibliography.bib, read by pybtex."""

import json
import re

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from dossier.export import bibliography_bib, bibliography_csl
from dossier.export.bibliography_csl import SECOND_HAND_NOTE
from dossier.graph.markup import strip_markup
from dossier.pipeline import check_dossier
from pybtex.database import parse_string

from tests.export.helpers import export_one
from tests.helpers import nonempty

GAZETTE = "content/sources/gazette.yml"
DATES = {
    "2019-01-27": ({"date-parts": [[2019, 1, 27]]}, {"year": "2019", "month": "January", "date": "2019-01-27"}),
    "2019-01": ({"date-parts": [[2019, 1]]}, {"year": "2019", "month": "January", "date": "2019-01"}),
    "2019": ({"date-parts": [[2019]]}, {"year": "2019", "date": "2019"}),
    "2019-01-27?": ({"literal": "27 January 2019 (uncertain)"}, {"date": "2019-01-27?"}),
    "2019-01~": ({"literal": "about January 2019"}, {"date": "2019-01~"}),
    "2019-01-21/2019-01-27": ({"literal": "21 to 27 January 2019"}, {"year": "2019", "date": "2019-01-21/2019-01-27"}),
    "2018-12/2019-01": ({"literal": "December 2018 to January 2019"}, {"date": "2018-12/2019-01"}),
    "2019-01-2X": ({"literal": "a day from 20 to 29 January 2019"}, {"year": "2019"}),
    "201X": ({"literal": "a day from 2010 to 2019"}, {}),
    "2019-01-25/..": ({"literal": "from 25 January 2019"}, {"date": "2019-01-25/.."}),
    "../2019-01-27": ({"literal": "until 27 January 2019"}, {}),
    "[..2019-01-27]": ({"literal": "27 January 2019 or earlier"}, {}),
    "[2019-01-21..2019-01-28]": ({"literal": "some day from 21 to 28 January 2019"}, {"year": "2019"}),
    "[2019-01-21,2019-01-28]": ({"literal": "21 or 28 January 2019"}, {"year": "2019"}),
    "2019-21": ({"literal": "spring 2019"}, {"year": "2019", "date": "2019-21"}),
}
NOTED = {edtf for edtf, (issued, _) in DATES.items() if "literal" in issued}
TEX_NAMES = {"backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^"}


def csl_items(graph):
    return {item["id"]: item for item in json.loads(export_one(bibliography_csl, graph))}


def bibtex_entries(graph):
    return parse_string(export_one(bibliography_bib, graph), "bibtex").entries


def shown_by_tex(value):
    """Return what TeX shows of a value in braces."""
    assert value[0] + value[-1] == "{}"
    return re.sub(r"\\text(\w+)\{\}|\\(.)", lambda match: TEX_NAMES[match[1]] if match[1] else match[2], value[1:-1])


@pytest.fixture(scope="module")
def items(real):
    return csl_items(real.graph)


@pytest.fixture(scope="module")
def entries(real):
    return bibtex_entries(real.graph)


@pytest.fixture(scope="module")
def sources(real):
    return nonempty(real.graph.dossier.sources)


def test_every_source_is_in_both(sources, items, entries):
    assert set(items) == set(entries) == {source.id for source in sources}


def test_every_field_of_a_source_is_in_its_csl(real, sources, items):
    labels = real.graph.labels
    for source in sources:
        item = items[source.id]
        assert (item["title"], item.get("title-short"), item["genre"]) == (source.title, source.short, source.kind)
        assert [author["literal"] for author in item.get("author", ())] == list(source.authors)
        publisher = item.get("container-title") or item.get("publisher")
        assert publisher == labels.get(f"actor:{source.publisher}")
        assert item.get("URL") == source.url
        assert item["abstract"] == strip_markup(source.summary, labels)
        assert ("issued" in item) == bool(source.published)
        assert (SECOND_HAND_NOTE in item.get("note", "")) == (not source.has_text)


def test_every_field_of_a_source_is_in_its_bibtex(real, sources, entries):
    labels = real.graph.labels
    for source in sources:
        entry = entries[source.id]
        fields = entry.fields
        assert (shown_by_tex(fields["title"]), shown_by_tex(fields["type"])) == (source.title, source.kind)
        assert shown_by_tex(fields.get("shorttitle", "{}")) == (source.short or "")
        assert [shown_by_tex(str(author)) for author in entry.persons.get("author", ())] == list(source.authors)
        publisher = fields.get("journal") or fields.get("howpublished") or "{}"
        assert shown_by_tex(publisher) == labels.get(f"actor:{source.publisher}", "")
        assert fields.get("url") == source.url
        assert shown_by_tex(fields["abstract"]) == strip_markup(source.summary, labels)
        date = source.main_date.text if source.main_date else ""
        assert fields.get("date") == date or f"EDTF: {date}" in shown_by_tex(fields["note"]) or not date
        assert (SECOND_HAND_NOTE in fields.get("note", "")) == (not source.has_text)


def test_citeproc_cites_every_source(sources, items):
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    for source in sources:
        bibliography = CitationStylesBibliography(style, CiteProcJSON([items[source.id]]), formatter.plain)
        bibliography.register(Citation([CitationItem(source.id)]))
        (line,) = map(str, bibliography.bibliography())
        years = set(re.findall(r"\d{4}", source.main_date.text)) if source.main_date else set()
        assert " ".join(source.title.split()[:3]).casefold() in line.casefold()
        assert all(year in line for year in years)


@pytest.mark.parametrize(("edtf", "csl_date", "bibtex_date"), [(edtf, *dates) for edtf, dates in DATES.items()])
def test_a_date_is_never_more_precise_than_the_record(graph_with, edtf, csl_date, bibtex_date):
    graph = graph_with(GAZETTE, "date: 2019-01-27", f'date: "{edtf}"')
    item, fields = csl_items(graph)["gazette"], bibtex_entries(graph)["gazette"].fields
    assert item["issued"] == csl_date
    assert {name: fields[name] for name in ("year", "month", "date") if name in fields} == bibtex_date
    assert (f"EDTF: {edtf}" in item.get("note", "")) == (edtf in NOTED)
    assert (f"EDTF: {edtf}" in shown_by_tex(fields.get("note", "{}"))) == (edtf in NOTED)


def test_hostile_text_stays_within_its_field(graph_with):
    hostile = r"100% of {all} \cmd & #1_x^2~$ @misc{y, title"
    authors = f"authors: ['{hostile}', B and C]\nurl: https://e.org/a{{b}}%7D"
    graph = graph_with(GAZETTE, "authors: [Ada Lind]", authors)
    entry, item = bibtex_entries(graph)["gazette"], csl_items(graph)["gazette"]
    assert [shown_by_tex(str(author)) for author in entry.persons["author"]] == [hostile, "B and C"]
    assert entry.fields["url"] == item["URL"] == "https://e.org/a%7Bb%7D%7D"
    assert item["author"] == [{"literal": hostile}, {"literal": "B and C"}]


def test_a_field_without_a_value_is_left_out(small):
    assert "title-short" not in csl_items(small)["gazette"]


def test_drafts_are_left_out(base, write):
    for file in nonempty(sorted((base / "content").rglob("*.yml"))):
        text = file.read_text("utf-8").replace("review: published", "review: draft")
        write(file.relative_to(base).as_posix(), text)
    graph = check_dossier(base).graph
    assert csl_items(graph) == {}
    assert list(bibtex_entries(graph)) == []
