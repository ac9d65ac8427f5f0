"""A text is read in its own language or not at all, and a language is loaded only once a text is in it."""

import subprocess
import sys

import pytest
from dossier.detect.language import most_likely_language, seems_to_be_in
from dossier.detect.languages import LANGUAGES, detectors_for
from dossier.pipeline import check_dossier, render_pages

TEXTS = {
    "es": "Los pescadores de la isla huyeron del puerto el lunes, dijo el alcalde de la ciudad. Unos 10.000 soldados "
    "llegaron por la tarde a los muelles y no dejaron salir a los barcos, que son los más grandes del país.",
    "fr": "Le maire de la ville a dit lundi que les bateaux ne sortiraient pas du port dans les jours qui viennent, et "
    "que la grève des dockers, la plus longue depuis des années, est suivie par 10.000 personnes.",
    "de": "Der Bürgermeister sagte am Montag, dass die Schiffe den Hafen nicht verlassen und die Arbeiter mit dem "
    "Streik auf eine Lohnerhöhung von 2,5 Prozent dringen, die von der Stadt nicht bezahlt wird.",
    "pt": "O presidente da câmara disse na segunda-feira que os barcos não vão sair do porto e que a greve dos "
    "trabalhadores da doca é uma das mais longas da história, com 10.000 pessoas em greve.",
    "en": "The mayor of the town said on Monday that the boats would not leave the port, and that the strike, in "
    "which 10,000 people take part, is the longest in its history.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_each_language_is_told_from_the_others(language: str) -> None:
    assert [other for other in TEXTS if seems_to_be_in(language, TEXTS[other])] == [language]


@pytest.mark.parametrize("language", TEXTS)
def test_the_most_likely_language_is_named(language: str) -> None:
    assert most_likely_language(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "Мэр города сказал.", "Results: Leeds 2, York 1; Hull 0, Derby 0."])
def test_no_language_is_likely_without_its_words(text: str) -> None:
    assert most_likely_language(text) == ""


def test_a_text_too_short_to_tell_may_be_in_any_language() -> None:
    assert all(seems_to_be_in(language, "Ley del puerto.") for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_that_may_be_below_zero_is_not_understood(language: str) -> None:
    detectors = detectors_for(language)
    assert detectors
    for text in ("X €-300 X", "X: Kell; X: (300); X: x", "X: $(300)"):
        assert not detectors.find_quantities(text), text
        assert len(detectors.find_unread_digits(text)) == 1, text
    for text in ("X (300) X", "10 €-300 €", "10€–300€"):
        assert detectors.find_quantities(text), text
        assert not detectors.find_unread_digits(text), text


@pytest.mark.parametrize("language", ["nl", "eo", "zh", "e", "english", "detectors", "tabular"])
def test_a_language_outside_the_list_is_not_read(language: str) -> None:
    assert detectors_for(language) is None


@pytest.mark.parametrize(
    "language", [f"{language}{region}" for language in LANGUAGES for region in ("", "-001", "-XX")]
)
def test_a_language_is_read_whatever_the_region(language: str) -> None:
    detectors = detectors_for(language)
    assert detectors is not None
    assert [mention.quantity.value for mention in detectors.find_quantities("567")] == [567]


def test_a_language_is_loaded_only_for_a_text_in_it() -> None:
    script = (
        "import sys, dossier.pipeline\n"
        "from dossier.detect.languages import detectors_for\n"
        "loaded = lambda: [name for name in sys.modules if name.startswith('dossier.detect.es')]\n"
        "detectors_for('en')\nprint(loaded())\ndetectors_for('es')\nprint(len(loaded()) > 1)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["[]", "True"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ""),
        (
            "es",
            "lee cifras, fechas, horas, citas, nombres, quién habla y si algo se niega",
        ),
        ("nl", "It has no rules for reading Dutch"),
    ],
)
def test_readers_see_what_is_not_read(base, language: str, words: str) -> None:
    settings = base / "content/dossier.yml"
    settings.write_text(settings.read_text("utf-8").replace("language: en", f"language: {language}"), "utf-8")
    pages = {page.path: page.content for page in render_pages(check_dossier(base).graph)}
    page = pages["how-we-check.md"]
    assert words in page and (words or "it reads figures" not in page)


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("en", ""),
        ("es", "| español | sí | sí | sí | en parte | sí | sí | sí | no |"),
        ("de", "| German | yes | in part | yes | in part | yes | yes | yes | no |"),
        ("nl", "| Dutch | no | no | no | no | no |"),
    ],
)
def test_the_page_of_coverage_says_what_is_read(base, language: str, row: str) -> None:
    settings = base / "content/dossier.yml"
    settings.write_text(settings.read_text("utf-8").replace("language: en", f"language: {language}"), "utf-8")
    page = {page.path: page.content for page in render_pages(check_dossier(base).graph)}["coverage.md"]
    assert row in page and (row or "| yes |" not in page)
