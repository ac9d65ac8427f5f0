"""Every mention of a text is covered, exempt, excluded or open, and for the right reason."""

import pytest
from dossier.coverage import compute_coverage
from dossier.coverage.compute import count_coverage
from dossier.model.coverage import MENTION_KINDS
from dossier.pipeline import check_dossier

EXEMPTION = """
exempt:
  - text: free harbour
    kind: quotation
    reason: not speech
    note: A name set apart.
"""


@pytest.fixture
def states(base):
    """The state of each mention of the small dossier, by kind and words; the last where words stand twice."""
    return lambda: {
        (one.mention.kind, one.mention.text): one.state for one in compute_coverage(check_dossier(base).graph)
    }


@pytest.mark.parametrize(
    ("kind", "words", "state"),
    [
        ("quotation", "The harbour is ours,", "covered"),
        ("quotation", "free harbour", "open"),
        ("quotation", "stay at home,", "open"),
        ("quantity", "More than 500", "covered"),
        ("quantity", "567", "covered"),
        ("quantity", "over a dozen", "open"),
        ("quantity", "40%", "excluded"),
        ("date", "January 27, 2019", "covered"),
        ("date", "Jan. 23", "covered"),
        ("date", "last week", "open"),
        ("name", "Mayor Rolf Brandt", "covered"),
        ("name", "Port Brenn", "covered"),
    ],
)
def test_a_mention_has_its_state(states, kind, words, state):
    assert states()[kind, words] == state


def test_a_figure_beside_the_number_s_own_in_one_passage_stays_open(states, base):
    number = base / "content/numbers/more-than-500.yml"
    number.write_text(
        number.read_text("utf-8").replace(
            "left the port", "left the port on Jan. 23, officials said on Sunday. Hundreds"
        ),
        "utf-8",
    )
    assert states()["quantity", "Hundreds"] == "open"


def test_an_exemption_exempts_what_it_names(states, base):
    source = base / "content/sources/gazette.yml"
    source.write_text(source.read_text("utf-8") + EXEMPTION, "utf-8")
    assert states()["quotation", "free harbour"] == "exempt"
    assert states()["quotation", "stay at home,"] == "open"


def test_an_exemption_of_another_kind_exempts_nothing(states, base):
    source = base / "content/sources/gazette.yml"
    source.write_text(source.read_text("utf-8") + EXEMPTION.replace("kind: quotation", "kind: name"), "utf-8")
    assert states()["quotation", "free harbour"] == "open"


def test_every_mention_is_counted_once(real):
    counted = count_coverage(real.graph.coverage)
    assert sum(tally.counts["found"] for tally in counted) == len(real.graph.coverage)
    assert all(sum(tally.counts.values()) == 2 * tally.counts["found"] for tally in counted)


def test_nothing_of_the_five_texts_is_open(real):
    assert [one.mention for one in real.graph.coverage if one.state == "open"] == []


@pytest.mark.parametrize("kind", MENTION_KINDS)
def test_fewer_than_a_tenth_of_a_kind_is_exempt(real, kind):
    states = [one.state for one in real.graph.coverage if one.mention.kind == kind]
    assert states
    assert states.count("exempt") < len(states) / 10


def test_every_exemption_says_why(real):
    assert all(exemption.note for source in real.graph.dossier.sources for exemption in source.exempt)


def test_an_exemption_of_a_part_exempts_not_the_whole(states, base):
    source = base / "content/sources/gazette.yml"
    source.write_text(source.read_text("utf-8") + EXEMPTION.replace("text: free harbour", "text: free"), "utf-8")
    assert states()["quotation", "free harbour"] == "open"
