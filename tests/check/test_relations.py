"""Types of relations in each language, as data in `relations/`: the type of Ana Ruiz's to Tomás Vera, and a passage."""

import json
from pathlib import Path

import pytest
import yaml
from dossier.pipeline import check_dossier

from tests.helpers import source_fields

FOLDER = Path(__file__).parent / "relations"
LANGUAGES = {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.yml"))}


def write_dossier(root: Path, language: str, relations: list[list[str]]) -> None:
    """Write a dossier with an actor whose relations are these, each in a line of its record."""
    seed = "\n".join(["Ana Ruiz", "", *dict.fromkeys(passage for _, passage in relations), ""])
    source = source_fields("Ana Ruiz", seed)
    passages = [{"source": "text", "exact": relations[0][1]}]
    actor = {"name": "Tomás Vera", "kind": "person", "summary": "…", "passages": passages, "review": "published"}
    lines = [f"{key}: {json.dumps(value)}" for key, value in (actor | {"name": "Ana Ruiz"}).items()] + ["relations:"]
    for relation_type, passage in relations:
        evidence = [{"source": "text", "exact": passage}]
        lines.append(f"  - {json.dumps({'type': relation_type, 'to': 'tomas-vera', 'passages': evidence})}")
    settings = {"format": 2, "title": "Ana Ruiz", "language": language, "description": "…", "organization": "…"}
    files = {
        "content/dossier.yml": json.dumps(settings),
        "content/sources/text.yml": json.dumps(source),
        "content/actors/tomas-vera.yml": json.dumps(actor),
        "content/actors/ana-ruiz.yml": "\n".join(lines),
        "seeds/text.txt": seed,
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8", newline="\n")


def found_in(root: Path) -> set[int]:
    """Return the indexes of the relations with a finding about their type or direction."""
    findings = check_dossier(root).findings
    assert {finding.rule for finding in findings} & {"passage-absent", "passage-ambiguous"} == set()
    first = 1 + (root / "content/actors/ana-ruiz.yml").read_text("utf-8").splitlines().index("relations:") + 1
    return {finding.location.line - first for finding in findings if finding.rule == "relation-type-unsupported"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_type_without_a_word_in_its_passage_is_found_and_no_other(language: str, tmp_path: Path) -> None:
    right, wrong = LANGUAGES[language]["right"], LANGUAGES[language]["wrong"]
    write_dossier(tmp_path, language, [*right, *wrong])
    found = found_in(tmp_path)
    relations = [*right, *wrong]
    assert [relations[index] for index in sorted(found)] == wrong
