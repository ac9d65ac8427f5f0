"""What every rule must have: a place in a phase, an id, documentation and cases."""

import re
from importlib import import_module
from pathlib import Path

import pytest
from dossier.check import rules
from dossier.check.rule import Rule
from dossier.check.run import REVISION_RULES, RULE_DOCS, RULES
from dossier.io.rules import LOAD_RULE_DOCS

MODULES = sorted(file.stem for file in Path(rules.__file__).parent.glob("*.py") if file.stem != "__init__")
RULE_IDS = [rule.ID for rule in (*RULES, *REVISION_RULES)]


def test_every_rule_module_is_listed_in_one_phase():
    listed = [rule.__name__.rpartition(".")[2] for rule in (*RULES, *REVISION_RULES)]
    assert sorted(listed) == MODULES


@pytest.mark.parametrize("name", MODULES)
def test_a_rule_module_has_an_id_of_its_name_and_a_check(name):
    rule = import_module(f"dossier.check.rules.{name}")
    assert isinstance(rule, Rule)
    assert name.replace("_", "-") == rule.ID


def test_ids_of_all_rules_are_unique_and_in_kebab_case():
    ids = RULE_IDS + [doc.id for doc in LOAD_RULE_DOCS]
    assert len(set(ids)) == len(ids)
    assert [rule_id for rule_id in ids if not re.fullmatch(r"[a-z]+(-[a-z]+)*", rule_id)] == []


def test_every_rule_is_documented():
    assert [doc.id for doc in RULE_DOCS] == RULE_IDS


@pytest.mark.parametrize("doc", RULE_DOCS, ids=lambda doc: doc.id)
def test_the_documentation_of_a_rule_is_a_sentence_and_two_examples(doc):
    assert doc.summary.endswith(".")
    assert doc.passes
    assert doc.fails


@pytest.mark.parametrize("rule_id", RULE_IDS)
def test_a_rule_has_a_failing_and_a_passing_case(rule_id, cases_of, is_failing):
    assert {is_failing(case) for case in cases_of(rule_id)} == {True, False}


def test_every_file_of_cases_belongs_to_a_rule():
    cases = Path(__file__).parent / "cases"
    assert {file.stem for file in cases.iterdir()} == set(RULE_IDS)
