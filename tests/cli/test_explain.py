"""`dossier explain`: rules, alone or as a list, outside any dossier."""

import pytest
from dossier.cli import main


@pytest.fixture
def explain(capsys, tmp_path, monkeypatch):
    """Run `dossier explain` where no dossier is; return its exit code, output and errors."""
    monkeypatch.chdir(tmp_path)

    def run_explain(*rules):
        code = main(["explain", *rules])
        return code, *capsys.readouterr()

    return run_explain


def test_a_rule_is_explained_with_examples(explain):
    code, out, _ = explain("unknown-side")
    assert (code, out.splitlines()[0]) == (0, "unknown-side")
    assert {"Passes:", "Fails:"} <= set(out.split())


def test_several_rules_are_explained_in_the_order_asked_for(explain):
    lines = explain("unknown-side", "duplicate-key")[1].splitlines()
    assert [line for line in lines if line and line[0] != " "] == ["unknown-side", "duplicate-key"]


def test_every_rule_is_listed_without_arguments(explain):
    assert {"unknown-side:", "duplicate-key:"} <= {line.split()[0] for line in explain()[1].splitlines()}


def test_an_unknown_rule_exits_with_2_and_suggests_a_known_one(explain):
    message = "dossier: unknown rule `unknwon-side`; did you mean `unknown-side`?\n"
    assert explain("unknwon-side") == (2, "", message)
