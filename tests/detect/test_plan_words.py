"""What certainly looks ahead and what has happened, in each language that has tables of such words."""

import pytest
from dossier.detect.languages import detectors_for

AHEAD = {
    "es": [
        "La huelga empezará el lunes.",
        "Van a cerrar el puerto.",
        "El techo iba a ser renovado.",
        "Está previsto un acto.",
    ],
    "pt": ["A greve começará na segunda-feira.", "Vão fechar o porto.", "Está prevista uma festa."],
    "fr": ["La grève commencera lundi.", "Ils vont fermer le port, a annoncé le maire.", "Une fête est prévue."],
    "de": [
        "Der Streik wird am 5. März beginnen, sagte sie.",
        "Vera will am Freitag reisen.",
        "Die Stadt plant ein Fest.",
        "Ein Fest ist geplant.",
    ],
}
NOT_AHEAD = {
    "es": ["Está en el puerto.", "Hubo una avería.", "Rivera cerró la puerta."],
    "pt": ["Está no porto.", "Pará e Ceará fecharam a porta."],
    "fr": ["Il entra et se retira.", "Rivera a fermé la porte."],
    "de": ["Der Mann wird angegriffen.", "Die Karten werden vergeben.", "Er soll Geld genommen haben."],
}
HAPPENED = {
    "es": ["Cerraron el puerto.", "El puerto fue cerrado."],
    "pt": ["Fecharam o porto.", "O porto foi fechado."],
    "fr": ["Ils ont fermé le port.", "Le port était fermé."],
    "de": ["Sie schlossen den Hafen.", "Der Hafen wurde geschlossen."],
}
SAID = {"es": "Lo dijo Vera.", "pt": "Disse Rocha.", "fr": "Roux a déclaré ceci.", "de": "Das sagte Roth."}


def cases(texts_by_language):
    return [(language, text) for language, texts in texts_by_language.items() for text in texts]


@pytest.mark.parametrize(("language", "text"), cases(AHEAD))
def test_it_looks_ahead(language, text):
    plans = detectors_for(language).plans
    assert plans.certainly_ahead.search(text) and plans.ahead.search(text) and not plans.past.search(text)


@pytest.mark.parametrize(("language", "text"), cases(NOT_AHEAD))
def test_it_does_not_look_ahead(language, text):
    assert not detectors_for(language).plans.certainly_ahead.search(text)


@pytest.mark.parametrize(("language", "text"), [*cases(HAPPENED)])
def test_it_has_happened(language, text):
    assert detectors_for(language).plans.past.search(text)


@pytest.mark.parametrize(("language", "text"), SAID.items())
def test_what_is_said_has_not_happened_for_that(language, text):
    assert not detectors_for(language).plans.past.search(text)
