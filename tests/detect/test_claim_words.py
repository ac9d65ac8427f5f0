"""Words on which the strength of a claim depends, and the words that they bear on."""

import pytest
from dossier.detect.claim_words import OTHER
from dossier.detect.en.claim_words import CLAIMS, is_same_form


def found(text, kind):
    """Return the words of a kind in a text, with the first word that each bears on, except those that may be other."""
    claim = CLAIMS.read(text)
    words = [word for word in claim.of_kind(kind) if word.group != OTHER]
    return [(word.text, claim.words[word.targets[0]].text if word.targets else None) for word in words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank did not repay the loan.", [("not", "repay")]),
        ("The bank didn’t repay the loan.", [("didn’t", "repay")]),
        ("The bank never repaid it.", [("never", "repaid")]),
        ("No nurse struck.", [("No", "nurse")]),
        ("They no longer lend money.", [("no longer", "lend")]),
        ("The clinic refused to treat him.", [("refused", "treat")]),
        ("The club failed to pay the fine.", [("failed to", "pay")]),
        ("The minister denies taking money.", [("denies", "taking")]),
        ("Neither side won.", [("Neither", "side")]),
        ("He left without a word.", [("without", None)]),
        ("It is not, as he says, closed.", [("not", None)]),
        ("No fewer than 500 came.", []),
        ("Not only nurses struck.", []),
        ("We are not saying that we need only money, but also food.", []),
        ("Whether or not it rains, they play.", []),
        ("It goes without saying that they lost.", []),
        ("Page No. 5 is lost.", []),
        ("The north, the knot and the note.", []),
    ],
)
def test_negations_are_found(text, expected):
    assert found(text, "negation") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The leak may have caused it.", [("may", "caused")]),
        ("The firm reportedly hid losses.", [("reportedly", "hid")]),
        ("An estimated 500 homes burnt.", [("An estimated", "homes")]),
        ("The alleged killer fled.", [("alleged", "killer")]),
        ("It was widely viewed as rigged.", [("widely viewed", "rigged")]),
        ("They met on 3 May 2019.", []),
        ("In May they met.", []),
        ("The might of the army grew.", [("might", "army")]),
    ],
)
def test_hedges_are_found(text, expected):
    assert found(text, "hedge") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank will close the branch.", [("will", "close")]),
        ("She plans to resign.", [("plans to", "resign")]),
        ("They threatened to strike.", [("threatened to", "strike")]),
        ("The court is to hear him.", [("is to", "hear")]),
        ("They would like a loan.", []),
        ("He will say so.", [("will", None)]),
    ],
)
def test_plans_are_found(text, expected):
    assert found(text, "plan") == expected


def test_quantifiers_are_told_apart():
    claim = CLAIMS.read("All nurses, most doctors, some guards and a number of cooks struck; only the porters did not.")
    assert [word.group for word in claim.of_kind("quantifier")] == ["all", "most", "some", "several", "only"]


def test_a_claim_word_bears_on_nothing_beyond_its_clause():
    assert found("It will not, but the bank pays.", "negation") == [("not", None)]
    assert found("It is not open because the bank closed.", "negation") == [("not", "open")]


@pytest.mark.parametrize(
    ("first", "second"),
    [("left", "leave"), ("admit", "admitted"), ("recognised", "recognize"), ("fled", "flee"), ("won", "winning")],
)
def test_the_forms_of_a_word_are_the_same(first, second):
    stems = [CLAIMS.read(word).words[0].stem for word in (first, second)]
    assert is_same_form(*stems)


@pytest.mark.parametrize(("first", "second"), [("rise", "fall"), ("lead", "load"), ("bank", "bark"), ("vote", "note")])
def test_other_words_are_not(first, second):
    stems = [CLAIMS.read(word).words[0].stem for word in (first, second)]
    assert not is_same_form(*stems)


@pytest.mark.parametrize(
    ("first", "second"), [("rose", "fell"), ("supports", "opposes"), ("before", "after"), ("won", "lost")]
)
def test_opposites_are_on_two_sides_of_a_pair(first, second):
    pairs = CLAIMS.opposites
    assert {(number, 1 - side) for number, side in pairs[first]} & set(pairs[second])


def test_no_word_is_on_both_sides_of_a_pair():
    assert [word for word, sides in CLAIMS.opposites.items() if len({pair for pair, _ in sides}) < len(sides)] == []
