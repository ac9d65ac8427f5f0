"""Cases as data: each is one change to one record, with every finding that follows."""

from pathlib import Path

import pytest
import yaml

ACTOR = "content/actors/nils-aker.yml"


def unescape(text):
    return text.encode("raw_unicode_escape").decode("unicode_escape")


def pytest_generate_tests(metafunc):
    if "change" in metafunc.fixturenames:
        cases = yaml.load((Path(__file__).parent / "cases.yml").read_text("utf-8"), yaml.BaseLoader)
        metafunc.parametrize("change", cases, ids=[case["case"] for case in cases])


@pytest.fixture
def actor(base):
    """Return the record that the cases change, as bytes."""
    return (base / ACTOR).read_bytes()


@pytest.fixture
def changed(actor):
    """Return a function from a case to the changed record."""

    def change(case):
        text, new = actor.decode(), unescape(case["put"])
        old = unescape(case.get("for", ""))
        assert old in text
        return (text.replace(old, new, 1) if old else text + new).encode("utf-8")

    return change


@pytest.fixture
def faults(write, findings):
    """Return a function from the record's bytes to the findings, as `line:column rule`."""

    def check(data, path=ACTOR):
        found = findings(write(path, data))
        assert {finding.path for finding in found} <= {path}
        return [f"{finding.line}:{finding.column} {finding.rule}" for finding in found]

    return check
