"""What holds for the rules as a whole."""

import re

import pytest
from dossier.check import RULE_DOCS, RULES
from dossier.load import LOAD_RULE_DOCS

IDS = [rule.ID for rule in RULES]


@pytest.mark.parametrize("rule", IDS)
def test_a_rule_has_a_case_that_fails_and_one_that_passes(rule, cases_of, is_marked):
    assert {is_marked(case) for case in cases_of(rule)} == {True, False}


def test_every_file_of_cases_is_of_a_rule(root):
    assert {file.stem for file in (root / "tests" / "check" / "cases").iterdir()} <= set(IDS)


def test_ids_are_unique_and_in_kebab_case():
    ids = IDS + [text.id for text in LOAD_RULE_DOCS]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", one) for one in ids)


def test_an_id_is_the_name_of_its_module():
    assert [rule.__name__.rpartition(".")[2].replace("_", "-") for rule in RULES] == IDS


@pytest.mark.parametrize("text", RULE_DOCS, ids=lambda text: text.id)
def test_a_rule_says_what_it_asks_and_what_passes_and_fails(text):
    assert text.summary.endswith(".") and text.passes and text.fails


def test_a_module_of_this_room_is_a_rule_or_shared_by_rules(root):
    modules = {file.stem for file in (root / "generator" / "dossier" / "check" / "rules").glob("*.py")}
    assert modules - {"__init__", "missing_correction"} == {one.replace("-", "_") for one in IDS}
