"""Every mention in a source's text is covered, exempt, excluded or open, for the right reason."""

from hashlib import sha256

import pytest
from dossier.coverage.compute import compute_coverage, count_coverage
from dossier.coverage.evidence_index import SpanSet
from dossier.model.coverage import CoverageItem, Mention
from dossier.pipeline import check_dossier
from dossier.text.spans import Bounds

SOURCE = "content/sources/gazette.yml"
EXEMPTION = {"text": "free harbour", "kind": "quotation", "reason": "not speech", "note": "A name set apart."}


@pytest.fixture
def items(base):
    """Return a function that computes the coverage of the small dossier as it then is."""

    def compute():
        graph = check_dossier(base).graph
        return compute_coverage(graph.dossier, graph.resolution)

    return compute


@pytest.fixture
def state(items):
    """Return a function that gives the states of the mentions with this kind and text, in their order."""

    def find(kind, text):
        return [item.state for item in items() if (item.mention.kind, item.mention.text) == (kind, text)]

    return find


@pytest.fixture
def edit(base):
    """Return a function that replaces text in a file of the small dossier."""

    def replace(file, old, new):
        text = (base / file).read_text("utf-8")
        assert old in text
        (base / file).write_text(text.replace(old, new), "utf-8")

    return replace


@pytest.mark.parametrize(
    ("kind", "text", "states"),
    [
        ("quotation", "The harbour is ours,", ["covered"]),
        ("quotation", "free harbour", ["open"]),
        ("quotation", "stay at home,", ["open"]),
        ("quantity", "More than 500", ["covered"]),
        ("quantity", "567", ["covered"]),
        ("quantity", "over a dozen", ["open"]),
        ("quantity", "40%", ["excluded"]),
        ("date", "January 27, 2019", ["covered"]),
        ("date", "Jan. 23", ["covered"]),
        ("date", "last week", ["open"]),
        ("name", "Rolf Brandt", ["covered", "covered"]),
        ("name", "Port Brenn", ["covered"]),
        ("name", "Ada Lind", ["covered"]),
    ],
)
def test_a_mention_has_its_state(state, kind, text, states):
    assert state(kind, text) == states


def test_a_quantity_in_the_passage_of_another_number_stays_open(state, edit):
    edit(
        "content/numbers/more-than-500.yml",
        "left the port",
        "left the port on Jan. 23, officials said on Sunday. Hundreds",
    )
    assert state("quantity", "Hundreds") == ["open"]


def test_a_quotation_outside_the_passage_of_its_quote_stays_open(state, edit):
    edit("content/quotes/harbour-is-ours.yml", " “We will not leave it.”", "")
    assert state("quotation", "We will not leave it.") == ["open"]


def test_a_name_is_covered_by_the_role_of_an_actor(state, edit):
    edit("content/actors/rolf-brandt.yml", "name: Rolf Brandt", "name: Rudolf Brandt")
    edit("content/actors/rolf-brandt.yml", "aliases: [Mayor Rolf Brandt]\n", "")
    assert state("name", "Rolf Brandt") == ["open", "open"]
    edit("content/actors/rolf-brandt.yml", "title: Mayor", "title: Mayor Rolf Brandt")
    assert state("name", "Rolf Brandt") == ["covered", "covered"]


def test_a_name_is_covered_by_an_event_only_in_texts_that_report_it(state, edit):
    edit("content/events/walk-out.yml", "title: The walk-out", "title: The Ledger")
    assert state("name", "Ledger") == ["covered", "open"]
    edit("content/events/walk-out.yml", "source: gazette", "source: ledger")
    edit(
        "content/events/walk-out.yml", "More than 500 dockers left the port on Jan. 23", "Port officials counted them."
    )
    assert state("name", "Ledger") == ["covered", "covered"]


def test_a_relative_date_is_covered_if_it_can_mean_the_date_of_the_record(state, edit):
    edit("content/events/opening.yml", "status: reported", "date: 2019-01-23\nstatus: reported")
    assert state("date", "last week") == ["covered"]
    edit("content/events/opening.yml", "date: 2019-01-23", "date: 2018-01-23")
    assert state("date", "last week") == ["open"]


def test_a_relative_date_is_resolved_from_the_publication_date_of_its_source(state, edit):
    edit(
        "content/events/walk-out.yml", "left the port on Jan. 23", "left the port on Jan. 23, officials said on Sunday"
    )
    edit("content/events/walk-out.yml", "date: 2019-01-23", "date: 2019-01-20")
    edit("content/events/walk-out.yml", "basis:\n  phrase: Jan. 23\n  anchor: source:gazette\n", "")
    assert state("date", "Sunday") == ["open"]
    edit("content/events/walk-out.yml", "date: 2019-01-20", "date: 2019-01-27")
    assert state("date", "Sunday") == ["covered"]


def test_a_date_without_a_year_is_not_the_publication_date_of_its_source(state, edit):
    edit(SOURCE, "date: 2019-01-27", "date: 2019-01-23")
    edit("content/events/walk-out.yml", "date: 2019-01-23", "date: 2019-01-21")
    edit("content/events/walk-out.yml", "basis:\n  phrase: Jan. 23\n  anchor: source:gazette\n", "")
    assert state("date", "Jan. 23") == ["open"]
    assert state("date", "January 27, 2019") == ["open"]


def test_an_exemption_exempts_the_words_that_it_names(state, add):
    add(SOURCE, exempt=[EXEMPTION])
    assert state("quotation", "free harbour") == ["exempt"]
    assert state("quotation", "stay at home,") == ["open"]


def test_an_exemption_of_another_kind_exempts_nothing(state, add):
    add(SOURCE, exempt=[EXEMPTION | {"kind": "name"}])
    assert state("quotation", "free harbour") == ["open"]


def test_an_exemption_of_a_part_does_not_exempt_the_whole(state, add):
    add(SOURCE, exempt=[EXEMPTION | {"text": "free"}])
    assert state("quotation", "free harbour") == ["open"]


def test_an_item_names_the_exemption_that_applies(items, add):
    add(SOURCE, exempt=[EXEMPTION | {"text": "stay at home"}, EXEMPTION])
    exempt = {item.mention.text: item.exemption for item in items() if item.state == "exempt"}
    assert exempt == {"stay at home,": 0, "free harbour": 1}


def test_a_covered_mention_in_an_excluded_region_is_covered(state, edit):
    assert state("name", "Buy Brenn") == ["excluded"]
    edit("content/places/port-brenn.yml", "name: Port Brenn", "name: Port Brenn\naliases: [Buy Brenn]")
    assert state("name", "Buy Brenn") == ["covered"]


def test_a_mention_that_only_touches_an_excluded_region_is_not_excluded(state, edit):
    edit(SOURCE, "starts: 40% have left", "starts: ” opened last")
    assert state("quotation", "free harbour") == ["open"]
    edit(SOURCE, "starts: ” opened last", "starts: harbour” opened last")
    assert state("quotation", "free harbour") == ["excluded"]


def test_small_words_need_no_evidence_unless_a_mention_has_no_others(state, edit):
    edit("content/quotes/good-day.yml", "words: A good day for Brenn,", "words: [A good day, Brenn]")
    assert state("quotation", "A good day for Brenn,") == ["covered"]
    edit("content/quotes/good-day.yml", "words: [A good day, Brenn]", "words: [A good, Brenn]")
    assert state("quotation", "A good day for Brenn,") == ["open"]


def test_a_mention_of_small_words_only_needs_evidence_too(state, base, edit):
    file = base / "seeds/ledger.txt"
    old_hash = sha256(file.read_bytes()).hexdigest()
    file.write_text(file.read_text("utf-8") + "“Of the”\n", "utf-8")
    edit("content/sources/ledger.yml", old_hash, sha256(file.read_bytes()).hexdigest())
    assert state("quotation", "Of the") == ["open"]


def test_coverage_is_counted_by_source_kind_and_state():
    def item(source, kind, state):
        return CoverageItem(source, Mention("x.txt", 0, 1, kind, "x"), state)

    counts = count_coverage([item("b", "name", "open"), item("a", "date", "exempt"), item("b", "name", "covered")])
    assert [(count.source, count.kind) for count in counts[:2]] == [("b", "quotation"), ("b", "quantity")]
    assert len(counts) == 8
    [names] = [count.counts for count in counts if (count.source, count.kind) == ("b", "name")]
    assert names == {"found": 2, "covered": 1, "exempt": 0, "excluded": 0, "open": 1}


@pytest.mark.parametrize(
    ("span", "is_contained"),
    [((0, 4), True), ((1, 3), True), ((2, 9), True), ((0, 5), False), ((10, 12), True), ((9, 11), False)],
)
def test_a_set_of_spans_contains_what_one_of_them_contains(span, is_contained):
    spans = SpanSet([Bounds(10, 12), Bounds(0, 4), Bounds(2, 9), Bounds(3, 5)])
    assert spans.contains(Bounds(*span)) == is_contained
