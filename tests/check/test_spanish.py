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
        ("quotes/nadie-nos-aviso.yml", "speaker: tomas-vera", "speaker: marta-rios", "quote-speaker-unnamed"),
        ("quotes/sin-ver.yml", "speaker: tomas-vera", "speaker: marta-rios", "quote-speaker-unnamed"),
        ("quotes/nadie-nos-aviso.yml", "via: [tomas-vera]", "via: [marta-rios]", "attribution-unnamed"),
        ("numbers/reparacion.yml", "via: [marta-rios]", "via: [tomas-vera]", "attribution-unnamed"),
        ("numbers/barcos-1234.yml", "    via: [autoridad-del-puerto]\n", "", "missing-attribution"),
        ("events/encendido.yml", "La directora anuncia", "Tomás Vera anuncia", "prose-name-unsupported"),
        ("events/encendido.yml", "La directora anuncia", "Vera anuncia", "prose-name-unsupported"),
        ("events/encendido.yml", "que el faro", "que el faro de Santander", "prose-name-unsupported"),
        (
            "quotes/nadie-nos-aviso.yml",
            "Lo dijo en el muelle",
            "Lo dijo en el muelle de Gijón",
            "prose-name-unsupported",
        ),
        ("quotes/sin-ver.yml", "Lo dijo en la radio.", "Lo dijo Ana Gómez en la radio.", "prose-name-unsupported"),
        ("events/encendido.yml", "status: announced", "status: reported", "status-mismatch"),
        ("events/apagon.yml", "status: reported", "status: planned", "status-mismatch"),
        ("numbers/reparacion.yml", "status: forecast", "status: reported", "status-mismatch"),
        ("numbers/barcos-1234.yml", "status: reported", "status: forecast", "status-mismatch"),
        ("quotes/sin-ver.yml", "Lo dijo en la radio.", "Gómez lo dijo en la radio.", "prose-name-unsupported"),
        ("actors/tomas-vera.yml", "name: Tomás Vera", "name: Tomás Vega", "name-not-in-source"),
        ("actors/marta-rios.yml", "kind: person", "kind: person\naliases: [los]", "alias-not-a-name"),
        ("events/apagon.yml", "El faro se apagó", "El faro no se apagó", "statement-contradicts-passage"),
        (
            "actors/tomas-vera.yml",
            "place:punta-lanza|Punta Lanza",
            "place:punta-lanza|Cabo Lona",
            "link-to-another-record",
        ),
    ],
)
def test_a_mistake_is_found(spanish, findings, path, old, new, rule):
    file = spanish / "content" / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    assert rule in {finding.rule for finding in findings(spanish)}


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("events/encendido.yml", "que el faro", "que el faro de Punta Lanza"),
        ("events/apagon.yml", "El faro se apagó", "En Punta Lanza, el faro se apagó"),
        ("quotes/nadie-nos-aviso.yml", "Lo dijo", "Lo dijo Vera"),
        ("quotes/nadie-nos-aviso.yml", "Lo dijo", "El pescador Tomás Vera dijo, según la agencia, que lo dijo"),
        ("quotes/nadie-nos-aviso.yml", "Lo dijo", "El Sr. Vera dijo"),
        ("quotes/nadie-nos-aviso.yml", "Lo dijo", "Tomas Vera dijo"),
        ("quotes/nadie-nos-aviso.yml", "en el muelle", "en el muelle de [[place:punta-lanza|la bahía del faro]]"),
        ("numbers/reparacion.yml", "La reparación costará", "Según Ríos, la reparación costará"),
        ("numbers/reparacion.yml", "La reparación costará", "La directora Marta Ríos dice que la reparación costará"),
        ("numbers/barcos-1234.yml", "En 2018 pasaron", "Según la Autoridad del Puerto, en 2018 pasaron"),
    ],
)
def test_another_way_to_say_it_is_right(spanish, findings, path, old, new):
    file = spanish / "content" / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    assert findings(spanish) == []


def test_a_mark_of_another_passage_is_found(spanish, findings):
    file = spanish / "content/events/apagon.yml"
    text = file.read_text("utf-8").replace("El faro se apagó", "El faro de Punta Lanza se apagó", 1)
    text = text.replace("2019.\n", "2019 por una avería.[^barcos] Lo dice el informe.[^faro]\n", 1)
    text = text.replace("  - source: informe\n", "  - label: faro\n    source: informe\n")
    other = "  - label: barcos\n    source: informe\n    exact: 1.234 barcos [1] pasaron por la bahía\n"
    file.write_text(text.replace("review:", f"{other}review:"), "utf-8")
    assert "mark-of-another-passage" in {finding.rule for finding in findings(spanish)}
    file.write_text(
        file.read_text("utf-8").replace("[^barcos]", "[^faro]").replace("informe.[^faro]", "informe.[^barcos]"), "utf-8"
    )
    assert "mark-of-another-passage" not in {finding.rule for finding in findings(spanish)}
