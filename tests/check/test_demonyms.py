"""A country may be named by what its people, and what is theirs, is called, in each language."""

import pytest
from dossier.check.names import is_named
from dossier.model.content_item import ContentFile
from dossier.model.kinds.place import Place

NAMED = {
    "el presidente venezolano": "Venezuela",
    "la frontera brasileña": "Brasil",
    "o governo venezuelano": "Venezuela",
    "a fronteira espanhola": "Espanha",
    "l'armée vénézuélienne": "Venezuela",
    "le gouvernement français": "France",
    "die kolumbianischen Behörden": "Kolumbien",
    "die Venezolaner": "Venezuela",
    "el Gobierno estadounidense": "Estados Unidos",
}


def country(name):
    fields = {"name": name, "precision": "country", "summary": "…", "review": "draft"}
    return Place.parse(fields, ContentFile("place", "place.yml"))


@pytest.mark.parametrize(("text", "name"), NAMED.items())
def test_a_country_is_named(text, name):
    assert is_named(country(name), text)


def test_another_country_is_not():
    assert not any(is_named(country("Chile"), text) for text in NAMED)
