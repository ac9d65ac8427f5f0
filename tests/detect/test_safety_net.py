"""No digit escapes: each is read as a figure or a year, masked for a stated reason, or reported as not understood."""

from pathlib import Path
from random import Random

import pytest
from dossier.detect.en.masks import MASK_REASONS, prepare_text
from dossier.detect.en.number_tokens import tokenize_numbers
from dossier.detect.en.quantities import find_quantities, find_unread_digits
from hypothesis import given, settings
from hypothesis import strategies as st

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
STEADY = settings(derandomize=True, deadline=None, max_examples=1500)
PIECES = (
    "0|1|5|12|25|100|567|2019|007|365,000|1.5|.5|½|2½|1/2|10^6|×10^12|⁶|⁻³|e6|٣|k|m|bn|%|‰|$|£|US$|kg|km/h|C|°|th|st|s"
    "|am|pm|:30|.30|-|–|−|+|±|/|·|,|.|;|(|)|[|]|#|§|*|<sup>|</sup>| |\u00a0|\u2009|\n|\n\n|'|’|x|×|Article |p. "
    "|Boeing |G|F-|Covid-|version |call |tel. |+44 |on |at |May |Jan. |between | and | to | of | or |more than |about "
    "|two|third|half|million| dozen|point |minus | below zero|hours|people|ISBN |N|W|Street"
)
texts = st.lists(st.sampled_from(PIECES.split("|")), max_size=10).map("".join)


def escaped_digits(text: str) -> list[str]:
    """Return the digits of a text that are neither read, masked nor reported, with what is around them."""
    prepared = prepare_text(text)
    covered = {
        index
        for start, end in (
            *((mention.start, mention.end) for mention in find_quantities(text)),
            *((token.start, token.end) for token in tokenize_numbers(text, prepared.text)),  # Years, too.
            *(bounds for bounds, _ in prepared.masked),
            *find_unread_digits(text),
        )
        for index in range(start, end)
    }
    places = (index for index, letter in enumerate(text) if letter.isdigit() or letter in "½⅓¼¾")
    return [text[max(0, place - 10) : place + 10] for place in places if place not in covered]


@STEADY
@given(texts)
def test_no_digit_of_a_generated_text_escapes(text: str) -> None:
    assert escaped_digits(text) == []


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_no_digit_of_a_source_text_escapes(seed: Path) -> None:
    assert escaped_digits(seed.read_text("utf-8")) == []


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_no_digit_of_a_source_text_with_other_figures_escapes(seed: Path) -> None:
    random = Random(seed.name)
    text = "".join(
        random.choice(PIECES.split("|")) if letter.isdigit() else letter for letter in seed.read_text("utf-8")
    )
    assert escaped_digits(text) == []


@STEADY
@given(texts)
def test_every_mask_has_a_stated_reason(text: str) -> None:
    assert {reason for _, reason in prepare_text(text).masked} <= set(MASK_REASONS)


def test_the_net_has_no_holes_of_its_own() -> None:
    assert escaped_digits("567 men, 10.000 men, p. 7") == []
    assert len(SEEDS) >= 5
