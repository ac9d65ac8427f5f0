"""What is tried before a long pattern, because it is quick, leaves out nothing that the pattern would find."""

import re
import sys

import pytest
from dossier.detect.en.date_phrases import EASTER, HOLIDAYS, RELATIVE_DATES
from dossier.detect.en.dates import find_dates
from dossier.detect.en.quantities import find_quantities
from dossier.detect.en.relative_dates import resolve_relative_date
from dossier.detect.en.times import find_times
from dossier.detect.word_sets import may_have_word
from dossier.edtf.parse import MONTHS, WEEKDAYS, Edtf

NUMBERS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety several dozens scores
    hundreds thousands lakhs millions crores billions trillions 7 .7 ½ $7 €7 £7 rs7 rs.7 us$7 a$7 kr7 -7 −7
"""
ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth
    ninetieth hundredth thousandth millionth billionth 21st
"""
PHRASES = (
    *(
        "a hundred",
        "a few",
        "a couple",
        "a handful",
        "over a million",
        "tens of thousands",
        "half a mile",
        "minus five",
    ),
    *("fivekg", "onekg", "halfmile", "7kg", "rsfive", "rmb six", "USD 7", "VES7"),
)
"""Some are no words of their own, and some begin with the mark of a currency."""


@pytest.mark.parametrize("number", [*NUMBERS.split(), *ORDINALS.split(), *PHRASES])
def test_a_number_is_found_in_a_text_without_another(number: str) -> None:
    assert find_quantities(f"They took {number} in all")


@pytest.mark.parametrize(
    "phrase", [*MONTHS, *WEEKDAYS, *HOLIDAYS, *EASTER, *RELATIVE_DATES, "two days ago", "a week later"]
)
def test_a_calendar_expression_is_found_in_a_text_without_another(phrase: str) -> None:
    assert [mention.text for mention in find_dates(f"It was in {phrase}.")] == [phrase]


def test_no_other_letters_are_taken_for_those_of_ascii() -> None:
    others = "".join(map(chr, range(128, sys.maxunicode + 1)))
    letters = set(re.findall("[a-z]", others, re.IGNORECASE))
    assert letters
    assert all(may_have_word(letter, frozenset({"yesterday"})) for letter in letters)


def test_words_with_such_letters_are_no_times_and_no_distances() -> None:
    assert not list(find_times("It began at mıdnight."))
    assert resolve_relative_date("two fortnıghts later", Edtf.parse("2019-02-03")) is None
