"""Cases as data: each case changes files of the small dossier, and `#! rule-id` marks each line with a fault.

- `edits` changes files line by line, in their order: `- ` removes a line, `+ ` inserts one, `= ` keeps one, to mark it
  or to say where to insert.
- `files` are written as given.
- The SHA-256 of a changed source text is updated in its record, unless the case has `pin: no`.
- The message of each finding contains what `says` has.

A case of a rule about revisions is compared with the small dossier as it was before the changes.
"""

import hashlib
import re
from collections import namedtuple
from pathlib import Path

import pytest
import yaml
from dossier.check.run import REVISION_RULES, run_revision_rules
from dossier.pipeline import check_dossier

CASES = Path(__file__).parent / "cases"
MARK = re.compile(r" *#! (?P<rules>[a-z-]+(?: [a-z-]+)*)$", re.MULTILINE)
KEYS = {"case", "files", "edits", "pin", "says"}
REVISION_RULE_IDS = {rule.ID for rule in REVISION_RULES}

Case = namedtuple("Case", "rule name files edits updates_sha256 says")


def read_cases(file):
    """Yield the cases in a file, which is named after its rule."""
    for data in yaml.load(file.read_text("utf-8"), yaml.CBaseLoader):
        assert data.keys() <= KEYS, data
        files, edits = data.get("files", {}), data.get("edits", {})
        yield Case(file.stem, data["case"], files, edits, data.get("pin") != "no", data.get("says", ""))


def edit_lines(text, edits):
    """Return the text with its lines edited; each line to remove or keep must be there."""
    lines, index = text.splitlines(), 0
    for edit in edits.splitlines():
        sign, line = edit[:1], edit[2:]
        if sign == "+":
            lines.insert(index, line)
        else:
            index = lines.index(MARK.sub("", line), index)
            lines[index : index + 1] = [] if sign == "-" else [line]
        index += sign != "-"
    return "\n".join(lines) + "\n"


def apply_case(case, root):
    """Change the files below `root` as the case says; return the expected findings as (path, line, rule)."""
    texts = dict(case.files)
    for path, edits in case.edits.items():
        texts[path] = edit_lines((root / path).read_text("utf-8"), edits)
    for path, text in texts.items():
        file = root / path
        old_sha256 = sha256(file) if path.startswith("seeds/") and file.exists() else None
        file.write_text(MARK.sub("", text), "utf-8", newline="\n")
        if old_sha256 and case.updates_sha256:
            update_sha256(root, old_sha256, sha256(file))
    return sorted(mark for path, text in texts.items() for mark in read_marks(path, text))


def read_marks(path, text):
    """Yield (path, line, rule) for each mark; a rule with two findings on a line is named twice."""
    for number, line in enumerate(text.splitlines(), 1):
        match = MARK.search(line)
        for rule in match["rules"].split() if match else ():
            yield path, number, rule


def sha256(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def update_sha256(root, old, new):
    for record in (root / "content" / "sources").glob("*.yml"):
        record.write_text(record.read_text("utf-8").replace(old, new), "utf-8", newline="\n")


def pytest_generate_tests(metafunc):
    if "case" in metafunc.fixturenames:
        cases = [case for file in sorted(CASES.glob("*.yml")) for case in read_cases(file)]
        metafunc.parametrize("case", cases, ids=[f"{case.rule}: {case.name}" for case in cases])


@pytest.fixture
def run_case(base):
    """Apply a case to the small dossier; return the expected findings, as (path, line, rule), and the actual ones."""

    def run(case):
        before = check_dossier(base) if case.rule in REVISION_RULE_IDS else None
        expected = apply_case(case, base)
        after = check_dossier(base)
        findings = list(after.findings)
        if before is not None:
            findings += run_revision_rules(after.graph, before.graph, "main")
        return expected, findings

    return run


@pytest.fixture(scope="session")
def cases_of():
    """Return the cases of the rule with this id; none if it has no file."""
    return lambda rule: list(read_cases(CASES / f"{rule}.yml")) if (CASES / f"{rule}.yml").is_file() else []


@pytest.fixture(scope="session")
def is_failing():
    """Return whether a case marks a line with its own rule."""
    return lambda case: any(f"#! {case.rule}" in text for text in (*case.files.values(), *case.edits.values()))
