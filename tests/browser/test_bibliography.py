"""data/bibliography.bib, read by Citation.js, which rejects the whole file for one date that it does not understand."""

import json

import pytest
from dossier.edtf.parse import Edtf
from dossier.export import bibliography_bib
from dossier.pipeline import check_dossier

from tests.browser.tools import HERE, MISSING, STAMP, checker
from tests.conftest import ROOT
from tests.export.helpers import export_one

DATES = ("2019-01-27", "2019-01", "2019", "2019-02?", "2019-01-26~", "201X", "2019-01-2X", "2019-21", "2019-01/2019-02")
DATES += ("2019-02-25/..", "2019-02-25/", "../2019-01-29", "/2019-01-29", "[2019-01-21..2019-01-27]", "XXXX")
DATES += ("[..2019-01-29]", "[2019-02-25..]", "{2019-01-21,2019-01-28}", "2018-12?/2019-01", "2019-01-26T10:00:00")


def read_entries(folder, text):
    """Return the entries that Citation.js reads, by id."""
    if not STAMP.is_file():
        pytest.fail(MISSING, pytrace=False)
    file = folder / "bibliography.bib"
    file.write_text(text, "utf-8")
    return {entry["id"]: entry for entry in json.loads(checker(HERE / "read-bibtex.mjs", str(file)))}


def first_days(entry):
    """Return the beginnings of the dates that Citation.js read."""
    return ["-".join(f"{number:02}" for number in part) for part in entry["issued"]["date-parts"] if part]


def test_every_source_is_read_with_its_title_and_date(tmp_path):
    graph = check_dossier(ROOT).graph
    entries = read_entries(tmp_path, export_one(bibliography_bib, graph))
    assert entries.keys() == {source.id for source in graph.dossier.sources}
    for source in graph.dossier.sources:
        entry = entries[source.id]
        assert entry["title"].split() == source.title.split()
        if "issued" in entry:
            assert all(source.main_date.overlaps(Edtf.parse(day)) for day in first_days(entry))
        else:
            assert source.main_date is None or source.main_date.text in entry["note"]


def test_no_date_makes_it_reject_the_file(tmp_path):
    graph = check_dossier(ROOT).graph
    source = next(source for source in graph.dossier.sources if source.published)
    dated = [
        source.model_copy(update={"published": source.published.model_copy(update={"date": Edtf.parse(date)})})
        for date in DATES
    ]
    texts = [bibliography_bib.bibtex_entry(graph, copy).replace(source.id, f"s{n}", 1) for n, copy in enumerate(dated)]
    entries = read_entries(tmp_path, "\n".join(texts))
    assert list(entries) == [f"s{n}" for n in range(len(DATES))]
    for date, entry in zip(DATES, entries.values(), strict=True):
        edtf = Edtf.parse(date)
        assert "issued" in entry or date in entry["note"]
        assert all(edtf.overlaps(Edtf.parse(day)) for day in first_days(entry)) if "issued" in entry else True
