"""Quotations are found by their marks, nested ones included, and no apostrophe is taken for a quotation mark."""

from pathlib import Path
from random import Random

import pytest
from dossier.detect.quotations import QuotationMention, find_quotations
from hypothesis import find, given, settings
from hypothesis import strategies as st

SEEDS = Path(__file__).parents[2] / "seeds"

# A text, and the words inside each quotation: one leading ">" for each quotation around it, a final "<" if not closed.
FOUND: tuple[tuple[str, list[str]], ...] = (
    # marks of a single kind
    ('He said "freedom," twice', ["freedom,"]),
    ('"One," he said. "Two."', ["One,", "Two."]),
    ("He said “freedom,” twice", ["freedom,"]),
    ("He said 'freedom,' twice", ["freedom,"]),
    ("He said ‘freedom’ twice", ["freedom"]),
    ("« oui » et «non»", [" oui ", "non"]),
    ("„gut“ und „so” weiter", ["gut", "so"]),
    ("The 'king-maker' keeping", ["king-maker"]),
    ("(‘incinerated’), —“gone”—", ["incinerated", "gone"]),
    ('A <a id="3" rel="x">link</a> in “markup”', ["markup"]),
    # nested
    ("“He said ‘no’ to me”", ["He said ‘no’ to me", ">no"]),
    ("‘He said “no” to me’", ["He said “no” to me", ">no"]),
    ("\"He said 'no' to me\"", ["He said 'no' to me", ">no"]),
    ("“He said ‘call it “freedom” now’”", ["He said ‘call it “freedom” now’", ">call it “freedom” now", ">>freedom"]),
    ("“a ‘b’ c ‘d’”", ["a ‘b’ c ‘d’", ">b", ">d"]),
    # mismatched
    ("“is, ‘Don’t do it,'” he", ["is, ‘Don’t do it,'", ">Don’t do it,"]),
    ("“in power.'”", ["in power.'"]),
    ('“half" curly', ["half"]),
    ("He wrote “foo“ twice", ["foo"]),
    ("He wrote ‘foo‘ twice", ["foo"]),
    ("He wrote ”foo” twice", ["foo"]),
    ("“Well—“‘Yes’ is it”", ["Well—“‘Yes’ is it”<", ">‘Yes’ is it", ">>Yes"]),
    ('“He said "no" to me”', ['He said "no" to me', ">no"]),
    ("‘one “two’ three” four’", ["one “two’ three” four", ">two’ three"]),
    # apostrophes
    ("Maduro's, Maduro’s, don’t, soldiers' defections, soldiers’ food", []),
    ("the ‘90s, the '90s and the ’90s", []),
    ("Give 'em rock 'n' roll, ’tis so", []),
    ("the class of '19", []),
    ("‘21 soldiers defected,’ he said", ["21 soldiers defected,"]),
    ("‘The soldiers’ families are hungry,’ he said", ["The soldiers’ families are hungry,"]),
    ("it was 'theirs' and the soldiers' food", ["theirs"]),
    ("“It’s the soldiers’ own,” he said", ["It’s the soldiers’ own,"]),
    ("an 'Ndrangheta man", []),
    ('5\'10" tall, a 6" pipe', []),
    # paragraphs
    ("“One.\n\n“Two.\n\n“Three,” he said.", ["One.\n\n“Two.\n\n“Three,"]),
    ("“One ‘two.\n\n“‘Three’ four.”", ["One ‘two.\n\n“‘Three’ four.", ">two.\n\n“‘Three"]),
    ("“One\n\nTwo”", ["One<"]),
    ("“One\n“Two”\n“Three", ["One\n“Two", "Three<"]),
    ("“One\ntwo”\n\nThree", ["One\ntwo"]),
    ('"One\n\n"Two"', ["One<", "Two"]),
    ("“He said ‘no” then", ["He said ‘no", ">no<"]),
    ("“He said 'no” then", ["He said 'no"]),
    ("He said “this and that. \n", ["this and that.<"]),
    # none
    ('"" and “” and " "', []),
    ("stray ” and » and end “", []),
    ("", []),
)

SEED_QUOTATIONS = {
    "000_8cb8750a846bfe84.txt": [
        "Freedom",
        "freedom,",
        "As Venezuelan soldiers, we are making a request to the US to support us, in logistical terms, with "
        "communication, with weapons, so we can realize Venezuelan freedom,",
        "We're not saying that we need only US support, but also Brazil, Colombia, Peru, all brother countries, that "
        "are against this dictatorship.",
        "thousands of angry junior officers and soldiers.",
        "We do not want a foreign government [to] invade our country,",
        "If we need an incursion, it has to be by Venezuelan soldiers who really want to free Venezuela.",
    ],
    "001_47daaf819a8103a3.txt": [
        "As Venezuelan soldiers, we are making a request to the US to support us, in logistical terms, with "
        "communication, with weapons, so we can realize Venezuelan freedom,",
        "We do not want a foreign government [to] invade our country,",
        "If we need an incursion, it has to be by Venezuelan soldiers who really want to free Venezuela.",
    ],
    "002_d0b3b57a2e2f972e.txt": [
        "Son, if this decision is to save your life and so that there is change, do it,",
        "direct intervention from the international community.",
        "incinerated",
    ],
    "003_dd666ddaa317e735.txt": [
        "attacking",
        "The armed forces have a fundamental role to play in the restoration of democracy,",
        "My message to the armed forces is, ‘Don’t mistreat your people,'",
        ">Don’t mistreat your people,",
        "We were given arms to defend the sovereignty of our nation. They never, never trained us to say, ‘This is for "
        "you to attack your people, to defend the current government in power.'",
        ">This is for you to attack your people, to defend the current government in power.",
        "collectives.",
        "Nicolas Maduro is the one responsible for all the extrajudicial deaths and disappearances in our country,",
        "There’s no death penalty in my country that allows for people to be killed. So when a president, or the top "
        "military brass, when a superior tolerates that a subordinate kills someone, he becomes an accomplice.",
        "The top brass of the military and the executive branch are holding the armed forces hostage. There are many, "
        "many who are unhappy,",
        "to call immediate free elections, and for the unity of the people, armed forces, and international community "
        "to end the usurpation,",
        "absurd",
        "childlike.",
        "socialist experiment",
        "Now it is time for every other nation to pick a side. … Either you stand with the forces of freedom, or "
        "you’re in league with Maduro and his mayhem,",
        "We call on all members of the Security Council to support Venezuela’s democratic transition and interim "
        "President Guaidó’s role.",
        "China and Russia are propping up a failed regime in hopes of recovering billions of dollars in ill-considered "
        "investments and assistance made over the years,",
        "This money was never intended to help the Venezuelan people; it lined the pockets of the Maduro regime, its "
        "cronies, and its benefactors.",
        "Several European countries have been in touch with us and are going to support the entry of humanitarian aid. "
        "… We continue adding countries to this great effort.",
        "Interest Offices",
    ],
    "004_5988b86e951c5c96.txt": [
        "is not unanimous any more.",
        "king-maker",
        "Putin winning! Trump is a Putin puppet",
    ],
}

# Long repetitions, on which a search that looks ahead too often would hang.
REPEATED = (
    ("'", "'"),
    ('"', '"'),
    ("“", "”"),
    ("‘", "”"),
    ("“‘", "’”"),
    ("«", "»"),
    ("'a ", "s' "),
    ("s' ", ".'"),
    ("'a", " s'"),
    ("“\n\n", "\n"),
    (" ", "\n "),
)

STEADY = settings(derandomize=True, deadline=None, max_examples=500)
pieces = st.lists(
    st.sampled_from(["'", '"', "“", "”", "„", "«", "»", "‘", "’", "s", "19", ".", " ", "\n", "\n\n", "—"])
)
texts = st.text() | pieces.map("".join)


def described(text: str, mention: QuotationMention) -> str:
    """Return the words inside, after a ">" for each quotation around, and before a "<" if it is not closed."""
    return ">" * mention.depth + text[mention.inner_start : mention.inner_end] + ("" if mention.closed else "<")


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_every_quotation_is_found_with_its_depth(text: str, expected: list[str]) -> None:
    assert [described(text, mention) for mention in find_quotations(text)] == expected


@pytest.mark.parametrize("name", sorted(SEED_QUOTATIONS))
def test_a_source_text_has_exactly_these_quotations(name: str) -> None:
    text = (SEEDS / name).read_text(encoding="utf-8")
    assert [described(text, mention).replace("\xa0", " ") for mention in find_quotations(text)] == SEED_QUOTATIONS[name]


def test_some_generated_texts_contain_several_quotations() -> None:
    assert find(texts, lambda text: len(list(find_quotations(text))) > 1, random=Random(0))


@STEADY
@given(texts)
def test_a_quotation_includes_its_marks(text: str) -> None:
    for mention in find_quotations(text):
        start, end, inner_start, inner_end, _, closed = mention
        assert 0 <= start < inner_start <= inner_end <= end <= len(text)
        assert inner_start == start + 1
        assert inner_end == end - closed
        assert text[start] in "\"'“”„«‘"
        assert not closed or text[inner_end] in "\"'“”»‘’"


@STEADY
@given(texts)
def test_quotations_are_in_order_and_properly_nested(text: str) -> None:
    around: list[QuotationMention] = []
    last = -1
    for mention in find_quotations(text):
        assert mention.start > last
        last = mention.start
        around = [outer for outer in around if outer.end > mention.start]
        assert all(outer.inner_start <= mention.start and mention.end <= outer.inner_end for outer in around)
        assert mention.depth == len(around)
        around.append(mention)


@pytest.mark.parametrize(("opening", "following"), REPEATED)
def test_a_long_repetition_of_marks_is_read_to_its_end(opening: str, following: str) -> None:
    text = opening * 50_000 + following * 50_000 + "\n\nHe said «yes»."
    assert described(text, find_quotations(text)[-1]).endswith("yes")
