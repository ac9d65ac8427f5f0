"""The dossier in Spanish has no findings; what its documents do not say is found."""

import shutil
from pathlib import Path

import pytest

SPANISH = Path(__file__).parents[1] / "spanish"


@pytest.fixture
def spanish(tmp_path):
    return Path(shutil.copytree(SPANISH, tmp_path / "spanish"))


def test_it_has_no_findings(spanish, findings):
    assert findings(spanish) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "rule"),
    [
        ("numbers/reparacion.yml", "costará 12.500 euros.\n", "costará 12.600 euros.\n", "prose-figure-unsupported"),
        ("numbers/reparacion.yml", "value: 12500", "value: 125", "number-figure-mismatch"),
        ("numbers/barcos-1234.yml", "value: 1234", "value: 1235", "number-figure-mismatch"),
        ("events/encendido.yml", "date: 2019-03-01", "date: 2019-03-02", "missing-date-basis"),
        (
            "events/encendido.yml",
            "encenderse el 1 de marzo de 2019.\npass",
            "encenderse el 1 de abril de 2019.\npass",
            "prose-date-unsupported",
        ),
        ("quotes/nadie-nos-aviso.yml", "words: Nadie nos avisó", "words: Nadie nos llamó", "quote-words-not-found"),
        ("quotes/sin-ver.yml", "sin ver la costa. Tuvimos", "sin ver el mar. Tuvimos", "passage-absent"),
    ],
)
def test_a_mistake_is_found(spanish, findings, path, old, new, rule):
    file = spanish / "content" / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    assert rule in {finding.rule for finding in findings(spanish)}
