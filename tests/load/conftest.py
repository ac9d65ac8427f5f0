"""Cases as data: one change to one record, and all there is to find."""

from pathlib import Path

import pytest
import yaml

ACTOR = "content/actors/nils-aker.yml"


def unescaped(text):
    return text.encode("raw_unicode_escape").decode("unicode_escape")


def pytest_generate_tests(metafunc):
    if "change" in metafunc.fixturenames:
        cases = yaml.load((Path(__file__).parent / "cases.yml").read_text("utf-8"), yaml.BaseLoader)
        metafunc.parametrize("change", cases, ids=[case["case"] for case in cases])


@pytest.fixture
def actor(base):
    """The record that the cases change, as bytes."""
    return (base / ACTOR).read_bytes()


@pytest.fixture
def changed(actor):
    """The record with a case's change."""

    def made(case):
        text, put = actor.decode(), unescaped(case["put"])
        old = unescaped(case.get("for", ""))
        assert old in text
        return (text.replace(old, put, 1) if old else text + put).encode("utf-8")

    return made


@pytest.fixture
def faults(write, findings):
    """What is found once the record holds these bytes: `line:column rule` each."""

    def found(data, path=ACTOR):
        found = findings(write(path, data))
        assert {one.path for one in found} <= {path}
        return [f"{one.line}:{one.column} {one.rule}" for one in found]

    return found
