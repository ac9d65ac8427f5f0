"""Each language reads what its cases say, as data in `cases/`: a text, and what is found in it, seen from one day.

A case compares each list that it has with all that is found: `figures`, `unread` digits, `dates`, `times`, `names` and
`quotations`. `language` is that of the file, or the case's own, such as `es-MX`. `sentences` are those of the text;
`speakers` are names among the words that name the speaker of the words in `{}`, and `others` are names that are not.
"""

from pathlib import Path

import pytest
import yaml
from dossier.detect.detectors import Detectors
from dossier.detect.languages import detectors_for
from dossier.detect.quantity_mentions import QuantityMention
from dossier.edtf.parse import Edtf
from dossier.model.quantity import fraction_of

FOLDER = Path(__file__).parent / "cases"
ANCHOR = Edtf.parse("2019-01-30")
CASES = [(file.stem, case) for file in sorted(FOLDER.glob("*.yml")) for case in yaml.safe_load(file.read_text("utf-8"))]


def described(mention: QuantityMention) -> str:
    quantity = mention.quantity
    value = quantity.value if quantity.value is None else fraction_of(quantity.value) or f"{quantity.value:f}"
    words = (
        f"{quantity.low:f} to {quantity.high:f}" if quantity.low is not None and quantity.high is not None else value
    )
    amount = " ".join(filter(None, (quantity.qualifier, "" if words is None else str(words), quantity.unit)))
    if mention.ordinal:
        amount = f"ordinal {value}"
    return f"{mention.text} = {amount}{'' if mention.of is None else f' of {mention.of}'}"


def found_in(text: str, detectors: Detectors) -> dict[str, list[str]]:
    groups = detectors.find_date_groups(text)
    dates = [(text[group.mentions[0].start : group.mentions[-1].end], group) for group in groups]
    quotations = detectors.find_quotations(text)
    return {
        "figures": [described(mention) for mention in detectors.find_quantities(text)],
        "unread": [text[bounds.start : bounds.end] for bounds in detectors.find_unread_digits(text)],
        "dates": [f"{words} = {detectors.dates.resolve_group(group, ANCHOR)}" for words, group in dates],
        "times": [f"{time.text} = {time.hour}:{time.minute:02}" for time in detectors.find_times(text)],
        "names": [mention.text for mention in detectors.find_names(text)] if detectors.find_names else ["not read"],
        "sentences": [text[bounds.start : bounds.end] for bounds in detectors.find_sentences(text)],
        "quotations": [text[quotation.inner_start : quotation.inner_end] for quotation in quotations],
    }


@pytest.mark.parametrize(("language", "case"), CASES, ids=[f"{language}: {case['text']}" for language, case in CASES])
def test_a_text_is_read_as_its_case_says(language: str, case: dict[str, object]) -> None:
    detectors = detectors_for(str(case.get("language", language)))
    assert detectors is not None
    found = found_in(str(case["text"]), detectors)
    expected = {key: value for key, value in case.items() if key in found}
    assert case.keys() - {"text", "language", "speakers", "others"} == expected.keys()
    assert {key: found[key] for key in expected} == expected
    assert expected or "speakers" in case


@pytest.mark.parametrize(
    ("language", "case"), [item for item in CASES if "speakers" in item[1]], ids=lambda value: str(value)[:60]
)
def test_the_speakers_of_a_text_are_those_of_its_case(language: str, case: dict[str, str]) -> None:
    detectors = detectors_for(language)
    assert detectors is not None and detectors.speakers is not None
    start, end = case["text"].index("{"), case["text"].index("}") - 1
    text = case["text"].replace("{", "").replace("}", "")
    words = "\n".join(detectors.speakers.find_speaker_texts(text, start, end))
    assert [name for name in case["speakers"] if name not in words] == []
    assert [name for name in case.get("others", ()) if name in words] == []


def test_a_case_that_is_wrong_fails() -> None:
    detectors = detectors_for("es")
    assert detectors is not None
    assert found_in("10.000 soldados", detectors)["figures"] != ["10.000 = exactly 10"]
