"""Units and measures of numbers in each language, as data in `units/`: a unit, the figure, its passage, the measure."""

from pathlib import Path

import pytest
import yaml
from dossier.pipeline import check_dossier

from tests.helpers import source_fields

FOLDER = Path(__file__).parent / "units"
LANGUAGES = {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.yml"))}
REVIEW = {"review": "published"}


def write_dossier(root: Path, language: str, cases: list[list[str]]) -> None:
    """Write a dossier with a number for each case, named after its figure."""
    seed = "\n".join(["Text", "", *(case[2] for case in cases), ""])
    files: dict[str, dict[str, object]] = {
        "content/dossier.yml": {
            "format": 2,
            "title": "Text",
            "language": language,
            "description": "…",
            "organization": "…",
        },
        "content/sources/text.yml": source_fields("Text", seed),
    }
    for unit, figure, passage, *what in cases:
        files[f"content/numbers/n-{figure}.yml"] = {
            "value": figure,
            "qualifier": "exactly",
            "unit": unit,
            "measure": {"what": what[0]} if what else {"what": unit, "basis": "…"},
            "status": "reported",
            "summary": "…",
            "passages": [{"source": "text", "exact": passage}],
        }
    for path, fields in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        text = yaml.safe_dump(
            fields if path == "content/dossier.yml" else fields | REVIEW,
            allow_unicode=True,
            sort_keys=False,
            width=10**6,
        )
        (root / path).write_text(text, "utf-8", newline="\n")
    (root / "seeds").mkdir()
    (root / "seeds/text.txt").write_text(seed, "utf-8", newline="\n")


def rules_by_record(root: Path, rule: str) -> set[str]:
    """Return the ids of the numbers with a finding of a rule."""
    findings = check_dossier(root).findings
    assert {finding.rule for finding in findings} & {"passage-absent", "passage-ambiguous", "missing-key"} == set()
    return {Path(finding.location.path).stem for finding in findings if finding.rule == rule}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_unit_that_its_passage_does_not_count_is_found_and_no_other(language: str, tmp_path: Path) -> None:
    right, wrong = LANGUAGES[language]["right"], LANGUAGES[language]["wrong"]
    write_dossier(tmp_path, language, [*right, *wrong])
    assert rules_by_record(tmp_path, "unit-not-in-source") == {f"n-{case[1]}" for case in wrong}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_measure_that_its_passage_does_not_have_is_found_and_no_other(language: str, tmp_path: Path) -> None:
    right, wrong = LANGUAGES[language]["measures"]["right"], LANGUAGES[language]["measures"]["wrong"]
    write_dossier(tmp_path, language, [*right, *wrong])
    assert rules_by_record(tmp_path, "measure-not-in-source") == {f"n-{case[1]}" for case in wrong}
