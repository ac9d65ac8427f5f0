"""Quantities are found whole, with their qualifiers, and no number that is a name or a date is taken for one."""

from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from dossier.detect.en.quantities import find_quantities
from dossier.detect.quantity_mentions import QuantityMention, quantities_match
from dossier.model.quantity import Quantity, fraction_of
from hypothesis import find, given, settings
from hypothesis import strategies as st

SEEDS = Path(__file__).parents[2] / "seeds"

# A text, and every mention in it as "its words = what they mean" (see `described`).
FOUND: tuple[tuple[str, list[str]], ...] = (
    # digits
    ("365,000 people", ["365,000 = exactly 365000"]),
    ("1,00,000 rupees", ["1,00,000 rupees = exactly 100000 rupee"]),
    ("a score of 7.5", ["7.5 = exactly 7.5"]),
    ("a drop of -2.5%", ["-2.5% = exactly -2.5 percent"]),
    ("It counted 567.", ["567 = exactly 567"]),
    ("365,000-567 ...", ["365,000 = exactly 365000", "567 = exactly 567"]),
    ("the 72-hour notice", ["72-hour = exactly 72 hour"]),
    ("7.5 million left", ["7.5 million = exactly 7500000"]),
    ("10k apiece", ["10k = exactly 10000"]),
    ("1 thousandths of their strength", ["1 thousandths = exactly 0.001"]),
    ("İİİ 567 İ", ["567 = exactly 567"]),
    ("more than\n500 of them", ["more than\n500 = more than 500"]),
    ("counted 25\n\nmillion people", ["25 = exactly 25"]),
    # words
    ("nine soldiers", ["nine = exactly 9"]),
    ("Two said so", ["Two = exactly 2"]),
    ("twenty-five guardsmen", ["twenty-five = exactly 25"]),
    ("one hundred and five", ["one hundred and five = exactly 105"]),
    ("two million three hundred thousand", ["two million three hundred thousand = exactly 2300000"]),
    ("two hundred and three hundred", ["two hundred = exactly 200", "three hundred = exactly 300"]),
    ("one thousand million", ["one thousand million = exactly 1000000000"]),
    ("a dozen officers", ["a dozen = exactly 12"]),
    ("two dozen", ["two dozen = exactly 24"]),
    ("half a dozen", ["half a dozen = exactly 6"]),
    ("half a million people", ["half a million = exactly 500000"]),
    ("half an hour", ["half an hour = exactly 0.5 hour"]),
    ("three quarters of a million", ["three quarters of a million = exactly 750000"]),
    ("1.5m people", ["1.5m = exactly 1500000"]),
    ("one-third of the 18 to 20", ["one-third = exactly 1/3", "18 to 20 = between 18 and 20"]),
    ("half of the army", ["half = exactly 0.5"]),
    ("two and a half years", ["two and a half years = exactly 2.5 year"]),
    ("a million and a half", ["a million and a half = exactly 1500000"]),
    ("a hundred, a thousand", ["a hundred = exactly 100", "a thousand = exactly 1000"]),
    ("three-quarters of it", ["three-quarters = exactly 0.75"]),
    ("two thirds of it", ["two thirds = exactly 2/3"]),
    ("a third of the army", ["a third = exactly 1/3"]),
    ("zero soldiers", ["zero = exactly 0"]),
    ("a four-man team", ["four = exactly 4"]),
    # "one" as number and as pronoun
    ("one recent broadcast", ["one = exactly 1"]),
    ("one thing is clear", ["one = exactly 1"]),
    ("depending on whom one asks", []),
    ("as one might expect", []),
    ("one person asks", ["one = exactly 1"]),
    ("one of 18 nations", ["one of 18 = exactly 1 of 18"]),
    ("one day later", ["one day = exactly 1 day"]),
    # ordinals
    ("the first time", ["first = ordinal 1"]),
    ("a second term", ["second = ordinal 2"]),
    ("the third coup", ["third = ordinal 3"]),
    ("the 2nd battalion", ["2nd = ordinal 2"]),
    ("the 21st century", ["21st = ordinal 21"]),
    ("the twenty-first century", ["twenty-first = ordinal 21"]),
    ("the one hundred and fifth", ["one hundred and fifth = ordinal 105"]),
    ("the hundredth day", ["hundredth = ordinal 100"]),
    # parts of a whole
    ("Six of 18 nations", ["Six of 18 = exactly 6 of 18"]),
    ("Only six of 18 nations", ["six of 18 = exactly 6 of 18"]),
    ("at least two out of the three", ["at least two out of the three = at least 2 of 3"]),
    ("18 of 18 nations", ["18 of 18 = exactly 18 of 18"]),
    ("two sevenths of them", ["two sevenths = exactly 2/7"]),
    ("20 of 3 kinds", ["20 = exactly 20", "3 = exactly 3"]),
    ("the 25 of 2019", ["25 = exactly 25"]),
    # units
    ("$20 million", ["$20 million = exactly 20000000 USD"]),
    ("US$5", ["US$5 = exactly 5 USD"]),
    ("€3 bn", ["€3 bn = exactly 3000000000 EUR"]),
    ("£2m", ["£2m = exactly 2000000 GBP"]),
    ("$5B", ["$5B = exactly 5000000000 USD"]),
    ("EUR 12", ["EUR 12 = exactly 12 EUR"]),
    ("20 million dollars", ["20 million dollars = exactly 20000000 USD"]),
    ("billions of dollars", ["billions of dollars = vague USD"]),
    ("10 million percent", ["10 million percent = exactly 10000000 percent"]),
    ("6% have defected", ["6% = exactly 6 percent"]),
    ("five per cent", ["five per cent = exactly 5 percent"]),
    ("72 hours", ["72 hours = exactly 72 hour"]),
    ("30 days", ["30 days = exactly 30 day"]),
    ("eight days", ["eight days = exactly 8 day"]),
    ("2 years", ["2 years = exactly 2 year"]),
    ("one second", ["one second = exactly 1 second"]),
    ("two second lieutenants", ["two = exactly 2", "second = ordinal 2"]),
    ("several days", ["several days = vague day"]),
    # ranges
    ("25% to 50%", ["25% to 50% = between 25 and 50 percent"]),
    ("between 25% to 50%", ["between 25% to 50% = between 25 and 50 percent"]),
    ("between 25 and 50", ["between 25 and 50 = between 25 and 50"]),
    ("between one million and two million", ["between one million and two million = between 1000000 and 2000000"]),
    ("25 to 50 k apiece", ["25 to 50 k = between 25000 and 50000"]),
    ("two to three hundred", ["two to three hundred = between 200 and 300"]),
    ("500 to 1 million", ["500 to 1 million = between 500 and 1000000"]),
    ("$5-10 million", ["$5-10 million = between 5000000 and 10000000 USD"]),
    ("5–10 days", ["5–10 days = between 5 and 10 day"]),
    ("from 25% to 50%", ["25% = exactly 25 percent", "50% = exactly 50 percent"]),
    ("From 12 to 45 people were hurt.", ["12 to 45 = between 12 and 45"]),
    ("It said: “From 20 to 30 old homes are empty.”", ["20 to 30 = between 20 and 30"]),
    ("From 3 to 45 per cent, the rate rose.", ["3 = exactly 3", "45 per cent = exactly 45 percent"]),
    ("The number went from 12 to 45 people.", ["12 = exactly 12", "45 = exactly 45"]),
    ("2 days to 3 weeks", ["2 days = exactly 2 day", "3 weeks = exactly 3 week"]),
    ("1950 to 2500 men", ["1950 to 2500 = between 1950 and 2500"]),
    ("25-25 odds", ["25 = exactly 25", "25 = exactly 25"]),
    ("the 3-2 vote", ["3 = exactly 3", "2 = exactly 2"]),
    # qualifiers
    ("More than 500 soldiers", ["More than 500 = more than 500"]),
    ("over 500", ["over 500 = more than 500"]),
    ("Over a dozen defectors", ["Over a dozen = more than 12"]),
    ("well over 500", ["well over 500 = more than 500"]),
    ("more than six of 18", ["more than six of 18 = more than 6 of 18"]),
    ("at least 40", ["at least 40 = at least 40"]),
    ("no fewer than 40", ["no fewer than 40 = at least 40"]),
    ("at most 40", ["at most 40 = at most 40"]),
    ("up to $40", ["up to $40 = at most 40 USD"]),
    ("no more than ten", ["no more than ten = at most 10"]),
    ("fewer than ten", ["fewer than ten = less than 10"]),
    ("less than 5%", ["less than 5% = less than 5 percent"]),
    ("under 300", ["under 300 = less than 300"]),
    ("~ 365,000 people", ["~ 365,000 = about 365000"]),
    ("Reply~365,000 people", ["~365,000 = about 365000"]),
    ("about 300", ["about 300 = about 300"]),
    ("around 300", ["around 300 = about 300"]),
    ("some 300", ["some 300 = about 300"]),
    ("roughly 300", ["roughly 300 = about 300"]),
    ("nearly half a million", ["nearly half a million = about 500000"]),
    ("almost 300", ["almost 300 = about 300"]),
    ("300 or so", ["300 or so = about 300"]),
    ("30 days or more", ["30 days or more = at least 30 day"]),
    ("500-odd soldiers", ["500-odd = about 500"]),
    ("500+ soldiers", ["500+ = at least 500"]),
    ("25 or more than 500", ["25 = exactly 25", "more than 500 = more than 500"]),
    ("more than 2000 soldiers", ["more than 2000 = more than 2000"]),
    ("defected over 2 years", ["2 years = exactly 2 year"]),
    ("over 2 years ago", ["over 2 years = more than 2 year"]),
    # vague
    ("hundreds of soldiers", ["hundreds = vague"]),
    ("Hundreds of thousands took", ["Hundreds of thousands = vague"]),
    ("thousands of officers", ["thousands = vague"]),
    ("tens of thousands, not just hundreds", ["tens of thousands = vague", "hundreds = vague"]),
    ("dozens, scores, millions", ["dozens = vague", "scores = vague", "millions = vague"]),
    ("a few, several, a couple", ["a few = vague", "several = vague", "a couple = vague"]),
    ("several hundred men", ["several hundred = vague"]),
    # dates next to quantities
    ("On January 21, 25 soldiers", ["25 = exactly 25"]),
    ("they may 5 times march 25 miles", ["5 = exactly 5", "25 miles = exactly 25 mile"]),
    ("In May 500 fled", ["500 = exactly 500"]),
    ("On 9/11, three thousand", ["three thousand = exactly 3000"]),
)

NOT_FOUND = (
    "the one responsible",
    "No one knows",
    "anyone and everyone",
    "one of the foundations",
    "helped one another",
    "a one-time ally",
    "On January 21 a unit",
    "In a video published Jan. 26, Col. Silva",
    "Jan. 21-23",
    "13 April, 2007",
    "the 21st of January",
    "June 8, 2016",
    "a May 2018 election",
    "2019",
    "gained power in 2013",
    "between 2013 and 2019",
    "2013-2019",
    "the 1990s",
    "2019-01-21",
    "8:30 AM",
    "at 8 p.m.",
    "9/11",
    "https://www.example.org/news/2019-01-30/567-soldiers",
    "someone25@example.org",
    "unplanned, split-second decisions",
    "per second",
    "a second later",
    "at first",
    "G20 and 3D",
    "COVID-19, an AK-47",
    "version 3.5.2",
    "at 1100 GMT",
    "under Article 350, he",
    "many, most, some, all, both, few",
    "Antwone often wonders",
    "1" * 40,
)

FIGURES = (
    ("more than 500", Quantity("more than", Decimal(500))),
    ("More than 500 Venezuelan soldiers", Quantity("more than", Decimal(500))),
    ("one", Quantity("exactly", Decimal(1))),
    ("hundreds", Quantity("vague")),
    ("25% to 50%", Quantity("between", low=Decimal(25), high=Decimal(50), unit="percent")),
    ("$20 million", Quantity("exactly", Decimal(20_000_000), unit="USD")),
    ("second", Quantity("exactly", Decimal(2))),
    ("five or 500", None),
    ("January 21", None),
    ("soldiers", None),
    ("", None),
)

SEED_QUANTITIES = {
    "000_8cb8750a846bfe84.txt": [
        "Two = exactly 2",
        "hundreds = vague",
        "Over a dozen = more than 12",
        "one = exactly 1",
        "thousands = vague",
        "several = vague",
    ],
    "001_47daaf819a8103a3.txt": [],
    "002_d0b3b57a2e2f972e.txt": [
        "hundreds = vague",
        "hundreds = vague",
        "nine = exactly 9",
        "Two = exactly 2",
        "tens of thousands = vague",
        "hundreds = vague",
    ],
    "003_dd666ddaa317e735.txt": [
        "25 = exactly 25",
        "second = ordinal 2",
        "three = exactly 3",
        "Hundreds of thousands = vague",
        "eight days = exactly 8 day",
        "six of 18 = exactly 6 of 18",
        "10 million percent = exactly 10000000 percent",
        "billions of dollars = vague USD",
        "$20 million = exactly 20000000 USD",
        "Several = vague",
        "72 hours = exactly 72 hour",
        "two = exactly 2",
        "30 days = exactly 30 day",
    ],
    "004_5988b86e951c5c96.txt": [
        "567 = exactly 567",
        "567 = exactly 567",
        "More than 500 = more than 500",
        "567 = exactly 567",
        "6 = exactly 6",
        "25 to 50 k = between 25000 and 50000",
        "1 = exactly 1",
        "~ 365,000 = about 365000",
        "365,000 = exactly 365000",
        "567 = exactly 567",
        "1 thousandths = exactly 0.001",
        "400 = exactly 400",
        "567 = exactly 567",
        "millions = vague",
        "6% = exactly 6 percent",
        "2 years = exactly 2 year",
        "4 years = exactly 4 year",
        "12% = exactly 12 percent",
        "between 25% to 50% = between 25 and 50 percent",
        "2 years = exactly 2 year",
    ],
}

# Long repetitions, on which a pattern that backtracks too much would hang.
REPEATED = (
    "1",
    "1,",
    "1,000",
    "1 to ",
    "1-",
    "2 of ",
    "1/",
    "0 and ",
    "one ",
    "one hundred ",
    "a ",
    "Jan. ",
    "$",
    " ",
    "@",
)

STEADY = settings(derandomize=True, deadline=None, max_examples=500)

_PIECES = (
    "one|two|twenty|hundred|thousand|million|dozen|half|a|and|of|to|between|from|over|more|than|or|so|+|-|–|~|$|€|%|1|25|"
    "365,000|7.5|2019|2nd|k|m|bn|percent|days|seconds|second|third|thirds|hundreds|several|first|Jan.|May|.|,|'|’| |\n|"
    "\n\n|İ|ſ|ı|K|½|²|٣|é"
)
pieces = st.lists(st.sampled_from(_PIECES.split("|")))
texts = st.text() | pieces.map(" ".join) | pieces.map("".join)

_SMALL = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen"
)
_TENS = "||twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SCALES = ((10**9, " billion"), (10**6, " million"), (1000, " thousand"), (100, " hundred"))


def spelled(number: int, joint: str) -> str:
    """Spell a number in English words; `joint` comes before the part below a hundred."""
    for scale, name in _SCALES:
        if number >= scale:
            rest = number % scale
            before = joint if rest < 100 else " "
            return spelled(number // scale, joint) + name + (before + spelled(rest, joint) if rest else "")
    if number < 20:
        return _SMALL.split("|")[number]
    tens = _TENS.split("|")[number // 10]
    return f"{tens}-{spelled(number % 10, joint)}" if number % 10 else tens


def described(mention: QuantityMention) -> str:
    """Describe a mention on one line: "six of 18 = exactly 6 of 18", "25% to 50% = between 25 and 50 percent"."""
    quantity = mention.quantity
    words: list[str] = ["ordinal" if mention.ordinal else quantity.qualifier]
    fraction = fraction_of(quantity.value) if quantity.value is not None else None
    words += [str(fraction) if fraction else f"{quantity.value:f}"] if quantity.value is not None else []
    words += [f"{quantity.low:f} and {quantity.high:f}"] if quantity.qualifier == "between" else []
    words += [f"of {mention.of}"] if mention.of is not None else []
    words += [quantity.unit] if quantity.unit else []
    return f"{mention.text} = {' '.join(words)}"


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_every_quantity_is_found_with_its_qualifier_and_unit(text: str, expected: list[str]) -> None:
    assert [described(mention) for mention in find_quantities(text)] == expected


@pytest.mark.parametrize("text", NOT_FOUND)
def test_a_number_that_is_a_name_or_a_date_is_not_a_quantity(text: str) -> None:
    assert find_quantities(text) == []


def only_quantity(text: str) -> Quantity | None:
    """Return the quantity of a text; None if it has none or several."""
    mentions = find_quantities(text)
    return mentions[0].quantity if len(mentions) == 1 else None


@pytest.mark.parametrize(("figure", "expected"), FIGURES)
def test_a_figure_is_one_quantity(figure: str, expected: Quantity | None) -> None:
    assert only_quantity(figure) == expected


@pytest.mark.parametrize("name", sorted(SEED_QUANTITIES))
def test_a_source_text_has_exactly_these_quantities(name: str) -> None:
    text = (SEEDS / name).read_text(encoding="utf-8")
    assert [described(mention) for mention in find_quantities(text)] == SEED_QUANTITIES[name]


@pytest.mark.parametrize(
    ("recorded", "text", "matches"),
    [
        (Quantity("exactly", Decimal(500)), "500", True),
        (Quantity("more than", Decimal(500)), "over 500", True),
        (Quantity("exactly", Decimal(500)), "over 500", False),
        (Quantity("exactly", Decimal(501)), "500", False),
        (Quantity("between", low=Decimal(25), high=Decimal(50)), "25 to 50", True),
        (Quantity("between", low=Decimal(25), high=Decimal(51)), "25 to 50", False),
        (Quantity("vague"), "dozens", True),
        (Quantity("exactly", Decimal(6)), "six of 18", True),
        (Quantity("exactly", Decimal(18)), "six of 18", True),
        (Quantity("more than", Decimal(18)), "six of 18", False),
        (Quantity("exactly", Decimal(6), unit="percent"), "6%", True),
        (Quantity("exactly", Decimal(6), unit="dockers"), "6%", False),
        (Quantity("exactly", Decimal(6), unit="dockers"), "six", True),
        (Quantity("exactly", Decimal(6), unit="percent"), "six", False),
        (Quantity("exactly", Decimal(6)), "six", True),
    ],
)
def test_a_mention_matches_a_quantity_of_the_same_figure_qualifier_and_stated_unit(
    recorded: Quantity, text: str, matches: bool
) -> None:
    [mention] = find_quantities(text)
    assert quantities_match(recorded, mention) == matches


def test_the_greatest_scale_multiplies_all_before_it() -> None:
    assert only_quantity("two thousand three million") == Quantity("exactly", Decimal(2_003_000_000))


def test_some_generated_texts_contain_several_quantities() -> None:
    assert find(texts, lambda text: len(list(find_quantities(text))) > 1, random=Random(0))


@STEADY
@given(texts)
def test_quantities_are_in_order_without_overlap_and_equal_their_text(text: str) -> None:
    done = 0
    for mention in find_quantities(text):
        assert done <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        done = mention.end


@STEADY
@given(texts)
def test_a_quantity_has_the_values_that_its_qualifier_needs(text: str) -> None:
    for mention in find_quantities(text):
        qualifier, value, low, high, _ = mention.quantity
        assert (value is None) == (qualifier in ("vague", "between"))
        assert (low is None) == (high is None) == (qualifier != "between")
        assert low is None or high is None or low < high


@STEADY
@given(st.integers(0, 10**9))
def test_digits_with_thousands_separators_are_parsed(number: int) -> None:
    assert only_quantity(f"{number:,}") == Quantity("exactly", Decimal(number))


@STEADY
@given(st.integers(1, 10**12 - 1), st.sampled_from((" ", " and ")))
def test_a_number_spelled_out_is_parsed(number: int, joint: str) -> None:
    assert only_quantity(spelled(number, joint)) == Quantity("exactly", Decimal(number))


@pytest.mark.parametrize("piece", REPEATED)
def test_a_long_repetition_is_read_to_its_end(piece: str) -> None:
    text = piece * (10**5 // len(piece))
    assert find_quantities(text + "\n\nmore than 500 men")[-1].text == "more than 500"
