"""Days that no calendar has, bylines and aliases in each language, where the words are enough to tell."""

import pytest
from dossier.check.rules.impossible_date import _impossible_dates, _written_dates
from dossier.detect.languages import detectors_for


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "El 31 de junio de 2019 y el 30 de febrero.", ["31 de junio de 2019", "30 de febrero"]),
        ("es", "El 30 de junio de 2019 y el 29 de febrero; 2.500 de mayo.", []),
        ("pt", "Em 31 de abril de 2019; no dia 1º de maio.", ["31 de abril de 2019"]),
        ("fr", "Le 31 avril 2019, le 1er mai, le 30 juin 7019.", ["31 avril 2019", "30 juin 7019"]),
        ("de", "Am 31. Juni 2019 und am 1. Mai 2019.", ["31. Juni 2019"]),
        ("de", "Am 30. Juni 2019, am 3. Oktober.", []),
        ("en", "On 31 June 2019.", ["31 June 2019"]),
    ],
)
def test_a_day_that_no_calendar_has_is_found(language: str, text: str, expected: list[str]) -> None:
    detectors = detectors_for(language)
    assert detectors is not None
    assert list(_impossible_dates(text, _written_dates(detectors))) == expected


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("es", "El faro vuelve\nPor Ana Ruiz\nEl faro de Punta Lanza volverá.", ["Ana Ruiz"]),
        ("es", "Por ahora no hay faro.\nPor Punta Lanza pasan muchos barcos al año.", []),
        ("pt", "O farol volta\nPor Ana Ruiz, Punta Lanza", ["Ana Ruiz"]),
        ("fr", "Le phare\nPar Ana Ruiz | 3 mars", ["Ana Ruiz"]),
        ("de", "Der Leuchtturm\nVon Ana Ruiz\nEr brennt wieder.", ["Ana Ruiz"]),
        ("de", "Von Ana Ruiz hörte man nichts mehr seit dem Sommer.", []),
        ("en", "The light\nBy Ana Ruiz, the Gazette", ["Ana Ruiz"]),
    ],
)
def test_a_byline_names_who_wrote(language: str, text: str, names: list[str]) -> None:
    detectors = detectors_for(language)
    assert detectors is not None and detectors.byline is not None
    assert [match["name"].strip() for match in detectors.byline.finditer(text) if match["name"][0].isupper()] == names
