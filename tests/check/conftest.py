"""Cases as data: a case changes files of the small dossier, and its faulty lines end in `#! rule-id`.

In `edits`, a line opens with `- ` (taken out), `+ ` (put in its place) or `= ` (stays, to carry a mark), in the order
of the file. `files` are written whole. The hash of a changed text is pinned anew in its record, unless the case says
`pin: no`. Each finding's message holds what the case `says`.
"""

import hashlib
import re
from collections import namedtuple
from pathlib import Path

import pytest
import yaml
from dossier.pipeline import check_dossier

CASES = Path(__file__).parent / "cases"
MARK = re.compile(r" *#! (?P<rules>[a-z-]+(?: [a-z-]+)*)$", re.MULTILINE)

Case = namedtuple("Case", "rule name files edits pin says")


def read(file):
    """The cases of a rule."""
    for case in yaml.load(file.read_text("utf-8"), yaml.CBaseLoader):
        assert case.keys() <= {"case", "files", "edits", "pin", "says"}, case
        files, edits = case.get("files", {}), case.get("edits", {})
        yield Case(file.stem, case["case"], files, edits, case.get("pin") != "no", case.get("says", ""))


def edited(text, edits):
    """`text` with the edits made; each old line must be there."""
    lines, at = text.splitlines(), 0
    for sign, line in ((edit[:1], edit[2:]) for edit in edits.splitlines()):
        if sign in "-=":
            at = lines.index(MARK.sub("", line), at)
            lines[at : at + 1] = [] if sign == "-" else [line]
        else:
            lines.insert(at, line)
        at += sign != "-"
    return "\n".join(lines) + "\n"


def apply(case, root):
    """Make the case's changes below `root`; the marks of all faulty lines, as (path, line, rule)."""
    texts = case.files | {path: edited((root / path).read_text("utf-8"), edits) for path, edits in case.edits.items()}
    seeds = [path for path in texts if path.startswith("seeds/") and (root / path).exists()]
    pinned = {path: sha256(root / path) for path in seeds if case.pin}
    for path, text in texts.items():
        (root / path).write_text(MARK.sub("", text), "utf-8", newline="\n")
    for path, old in pinned.items():
        repin(root, old, sha256(root / path))
    return sorted(mark for path, text in texts.items() for mark in marks(path, text))


def marks(path, text):
    """The marks of a file; a rule that is to speak twice on a line is named twice."""
    for at, line in enumerate(text.splitlines(), 1):
        found = MARK.search(line)
        yield from ((path, at, rule) for rule in (found["rules"].split() if found else ()))


def sha256(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def repin(root, old, new):
    for record in (root / "content" / "sources").glob("*.yml"):
        record.write_text(record.read_text("utf-8").replace(old, new), "utf-8", newline="\n")


def pytest_generate_tests(metafunc):
    if "case" in metafunc.fixturenames:
        cases = [case for file in sorted(CASES.glob("*.yml")) for case in read(file)]
        metafunc.parametrize("case", cases, ids=[f"{case.rule}: {case.name}" for case in cases])


@pytest.fixture
def outcome(base):
    """Apply a case to the small dossier: what is marked, and the findings."""

    def of(case):
        return apply(case, base), check_dossier(base).findings

    return of


@pytest.fixture(scope="session")
def cases_of():
    """The cases of a rule, by its id; none where it has no file."""
    return lambda rule: list(read(CASES / f"{rule}.yml")) if (CASES / f"{rule}.yml").is_file() else []


@pytest.fixture(scope="session")
def is_marked():
    """Whether a case marks a line with its own rule."""
    return lambda case: any(f"#! {case.rule}" in text for text in (*case.files.values(), *case.edits.values()))
