"""The dossier of this repository: complete, without findings, and rejected as soon as one letter is wrong."""

import hashlib
import re
import shutil

import pytest
from dossier.model.coverage import MENTION_KINDS

MIN_RECORDS = {"actors": 30, "events": 20, "numbers": 25, "quotes": 20, "disagreements": 6, "places": 8}


@pytest.fixture
def copy(root, tmp_path):
    """Copy the dossier, to change it."""
    for folder in ("content", "seeds"):
        shutil.copytree(root / folder, tmp_path / folder)
    return tmp_path


def test_it_has_no_findings(real):
    assert [str(finding) for finding in real.findings] == []


@pytest.mark.parametrize("kind", MIN_RECORDS)
def test_it_has_enough_records_of_each_kind(real, kind):
    assert len(real.graph.by_kind[kind]) >= MIN_RECORDS[kind]


def test_it_has_the_texts_of_five_sources(real):
    assert len([source for source in real.graph.dossier.sources if source.has_text]) >= 5


def test_the_texts_are_the_pinned_ones(real, root):
    pinned = {source.text: source.sha256 for source in real.graph.dossier.sources if source.has_text}
    assert pinned == {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in (root / "seeds").iterdir()}


def test_every_source_that_was_read_is_cited(real):
    read = [source.id for source in real.graph.dossier.sources if source.has_text]
    assert read and all(real.graph.citations_from(source) for source in read)


def test_the_567_come_from_one_origin(real):
    number = real.graph.dossier.by_key["number:defectors-to-colombia-567"]
    corroboration = real.graph.corroboration_of(number)
    assert (len(corroboration.sources), len(corroboration.origins)) == (1, 1)


def test_two_relays_of_the_cnn_report_are_one_origin(real):
    quote = real.graph.dossier.by_key["quote:guillen-martinez-request-to-us"]
    corroboration = real.graph.corroboration_of(quote)
    assert corroboration.sources == ("toronto-firepower", "zerohedge-whatsapp")
    assert len(corroboration.origins) == 1


def test_no_reader_comment_counts_as_reported(real):
    numbers = [number for number in real.graph.dossier.numbers if number.is_reader_comment]
    assert numbers
    assert {number.status for number in numbers} == {"reader comment"}


MUTATIONS = (
    ("quotes/silva-attacking", "words: ^attacking", "words: attackind", "quote-words-not-found"),
    (
        "events/us-aid-pledge",
        "exact: >-\n      The United ^States",
        "exact: >-\n      The United Stakes",
        "passage-absent",
    ),
    ("numbers/latin-american-nations-18", "exact: Only six of ^18", "exact: Only six of 19", "passage-absent"),
    ("numbers/us-aid-20-million", "value: ^20000000", "value: 20000001", "number-figure-mismatch"),
    ("numbers/us-aid-20-million", "where: ^venezuela", "where: venezuelo", "unknown-reference"),
    ("events/caracas-protest", "date: ^2019-01-23", "date: 2019-01-24", "date-mismatch"),
    ("events/caracas-protest", "place: ^caracas", "place: caracus", "unknown-reference"),
    (
        "disagreements/how-many-defected",
        "^[[number:defectors-to-colombia-5",
        "[[number:defectors-to-colombia-6",
        "unknown-reference",
    ),
    ("actors/juan-guaido", "aliases: [^Juan Guaidó", "aliases: [Juan Guaidú", "alias-not-in-source"),
    ("sources/wnu-defected-567", "sha256: ^3", "sha256: 4", "source-text-changed"),
)
"""A record; words in it, with a `^` where the finding must point; the same with one letter wrong; the rule."""


def test_one_wrong_letter_is_rejected_at_its_place(copy, findings):
    expected = set()
    for record, words, wrong, rule in MUTATIONS:
        file = copy / "content" / f"{record}.yml"
        text = file.read_text("utf-8")
        before, right, after = text.partition(words.replace("^", ""))
        assert right
        lines = (before + words.partition("^")[0]).split("\n")
        expected.add((f"content/{record}.yml", len(lines), len(lines[-1]) + 1, rule))
        file.write_text(before + wrong + after, "utf-8")
    assert set(findings(copy)) == expected


def test_a_changed_text_is_rejected(copy, findings):
    file = copy / "seeds" / "004_5988b86e951c5c96.txt"
    file.write_bytes(file.read_bytes() + b"\n")
    (finding,) = findings(copy)
    assert (finding.path, finding.rule) == ("content/sources/wnu-defected-567.yml", "source-text-changed")
    line = (copy / finding.path).read_text("utf-8").splitlines()[finding.line - 1]
    assert re.fullmatch(r"sha256: [0-9a-f]{64}", line)


@pytest.mark.parametrize("kind", MENTION_KINDS)
def test_no_mention_is_open_and_fewer_than_a_tenth_of_a_kind_are_exempt(real, kind):
    states = [item.state for item in real.graph.coverage if item.mention.kind == kind]
    assert states
    assert "open" not in states
    assert states.count("exempt") < len(states) / 10
