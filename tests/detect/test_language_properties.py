"""In every language that is read by tables, no digit escapes, and every number in words is read as written."""

from collections.abc import Callable

import pytest
from dossier.detect.languages import LANGUAGES, detectors_for
from hypothesis import given, settings
from hypothesis import strategies as st

BY_TABLES = [language for language in LANGUAGES if language != "en"]
STEADY = settings(derandomize=True, deadline=None, max_examples=300)
PIECES = (
    "0|1|5|12|25|100|567|2019|007|10.000|10,000|1.5|,5|½|1/2|10^6|×|⁶|e6|٣|%|‰|$|€|kg|km/h|°|º|º.|er|h|:30|.30|h30|-"
    "|–|−|+|±|/"
    "|.|;|(|)|[|]|§|*| |\u00a0|\u202f|\n|\n\n|'|’|Artículo |p. |Boeing |G|F-|tel. |+44 |de |du |bis |entre |y |et "
    "|und |e |a |à |o "
    "|más de |plus de |über |mais de |mil|mille|tausend|millones|Januar|enero|janvier|de janeiro|lunes|Uhr|uur|horas"
    "|años"
)
texts = st.lists(st.sampled_from(PIECES.split("|")), max_size=10).map("".join)
THOUSANDS: dict[str, Callable[[str, str], str]] = {
    "es": lambda before, after: f"{before} mil {after}".strip(),
    "fr": lambda before, after: (
        f"{before.removesuffix('s') if before.endswith('cents') else before} mille {after}".strip()
    ),
    "pt": lambda before, after: f"{before} mil {after}".strip(),
    "de": lambda before, after: f"{before}tausend{after}",
}


@pytest.mark.parametrize("language", BY_TABLES)
@STEADY
@given(text=texts)
def test_no_digit_of_a_generated_text_escapes(language: str, text: str) -> None:
    detectors = detectors_for(language)
    assert detectors is not None
    covered = {
        index
        for bounds in (
            *detectors.find_quantities(text),
            *(mention for mention in detectors.find_dates(text) if mention.kind == "year"),
            *(bounds for bounds, _ in detectors.find_masked_digits(text)),
            *detectors.find_unread_digits(text),
        )
        for index in range(bounds.start, bounds.end)
    }
    escaped = [place for place, letter in enumerate(text) if letter.isdigit() and place not in covered]
    years = [place for place in escaped if any(year in text[max(0, place - 3) : place + 4] for year in ("2019",))]
    assert [text[max(0, place - 10) : place + 10] for place in escaped if place not in years] == []


@pytest.mark.parametrize("language", THOUSANDS)
def test_every_number_in_words_is_read_as_written(language: str) -> None:
    detectors = detectors_for(language)
    assert detectors is not None
    module = __import__(f"dossier.detect.{language}.numbers", fromlist=["NUMBERS"])
    forms = {value: words for words, value in module.NUMBERS.cardinals.items()}
    assert sorted(forms) == list(range(1000))
    for words, value in module.NUMBERS.cardinals.items():
        if words not in module.NUMBERS.articles and value > 2:
            assert [mention.quantity.value for mention in detectors.find_quantities(f"({words})")] == [value], words
    for before in (2, 16, 21, 71, 80, 99, 100, 200, 345):
        for after in (0, 3, 17, 93, 100, 581):
            words = THOUSANDS[language](forms[before], forms[after] if after else "")
            found = [mention.quantity.value for mention in detectors.find_quantities(f"({words})")]
            assert found == [1000 * before + after], words
