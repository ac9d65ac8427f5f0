"""Right and wrong statements in each language, as data in `statements/`: a text, its records, and what is said of it.

Each statement is the summary of an event that cites the whole text. A wrong one has one finding, at the words given.
"""

import hashlib
from pathlib import Path

import pytest
import yaml
from dossier.pipeline import check_dossier

FOLDER = Path(__file__).parent / "statements"
LANGUAGES = {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.yml"))}
SOURCE = {
    "kind": "news",
    "text": "text.txt",
    "published": {"date": "2019-02-01", "basis": {"reasoning": "…"}},
    "grade": {"letter": "C", "reason": "[^editor]"},
    "rights": {"show": "whole", "statement": "…"},
}
PUBLISHED = {"review": "published"}


def dump(data: dict[str, object]) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6)


def write_dossier(root: Path, language: str, case: dict[str, object]) -> dict[str, str]:
    """Write the dossier of a language; return each statement by the path of its record."""
    passage = [{"source": "text", "exact": case["seed"].partition("\n\n")[2].strip().replace("\n", " ")}]
    sha256 = hashlib.sha256(case["seed"].encode()).hexdigest()
    title = case["seed"].partition("\n")[0]
    settings = {"format": 2, "title": title, "language": language, "description": "…", "organization": "…"}
    files = {"content/dossier.yml": settings}
    files["content/sources/text.yml"] = {"title": title, "sha256": sha256, "summary": "…[^editor]"} | SOURCE | PUBLISHED
    for path, fields in case["files"].items():
        files[path] = fields | {"summary": "…", "passages": passage} | PUBLISHED
    statements = {}
    for index, statement in enumerate([*case["right"], *(words for words, _ in case["wrong"])]):
        path = f"content/events/statement-{index:02}.yml"
        event = {"title": "…", "status": "reported", "status_basis": "…", "summary": statement}
        files[path] = event | {"passages": passage} | PUBLISHED
        statements[path] = statement
    for path, fields in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(dump(fields), "utf-8", newline="\n")
    (root / "seeds").mkdir()
    (root / "seeds/text.txt").write_text(case["seed"], "utf-8", newline="\n")
    return statements


@pytest.mark.parametrize("language", LANGUAGES)
def test_right_statements_pass_and_wrong_ones_are_found_at_their_words(language: str, tmp_path: Path) -> None:
    case = LANGUAGES[language]
    statements = write_dossier(tmp_path, language, case)
    found: dict[str, list[str]] = {statement: [] for statement in statements.values()}
    for finding in check_dossier(tmp_path).findings:
        if finding.location.path in statements and finding.rule.startswith("prose-"):
            line = (tmp_path / finding.location.path).read_text("utf-8").splitlines()[finding.location.line - 1]
            found[statements[finding.location.path]].append(line[finding.location.column - 1 :])
    wrong = dict(case["wrong"])
    mistakes = [
        f"found in: {statement}: {places}" for statement, places in found.items() if statement not in wrong and places
    ]
    mistakes += [
        f"{places or 'nothing'} in: {statement}"
        for statement, words in wrong.items()
        for places in [found[statement]]
        if len(places) != 1 or not places[0].replace("''", "'").startswith(words)
    ]
    assert "\n".join(mistakes) == ""
