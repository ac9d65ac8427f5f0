"""Names in lists are in the order of the language."""

import pytest
from dossier.text.collation import collation_key

ORDERS = [
    # the language, names in its order
    ("en", "Adam Åke Ana ivan Ñuflo Nz Östen Zara"),
    ("en", "1 2 10 10a aE Aé Æsop af Łódź lz Straße Strasz"),
    ("en-GB", "cote coté Côte côté cotes"),
    ("de", "Ärger Arm Öl Ost uber über Zug"),
    ("fr", "élan Elbe été Étienne œuvre offre"),
    ("es", "nube nuez Nz ñandú Ñuflo oso Östen"),
    ("sv", "Adam Zara Åke Ärlig Östen"),
    ("da", "Zara Ærø Østen Åke"),
    ("tr", "cem Çelik dal Ilgaz ısı İpek"),
    ("cs", "cena čas had hora chata ilias"),
    ("pl", "las Łódź mama zebra źle żaba"),
    ("ru", "Ева ёлка еще жук"),
    ("ar", "أحمد باسم"),
]


@pytest.mark.parametrize(("language", "names"), ORDERS)
def test_names_are_in_the_order_of_the_language(language, names):
    expected = names.split()
    keys = [collation_key(name, language) for name in expected]
    assert keys == sorted(keys)


def test_equal_names_have_equal_keys_whatever_their_form():
    assert collation_key("A\u030angstrom", "en")[:-1] == collation_key("Ångstrom", "en")[:-1]


def test_a_name_of_several_words_is_after_its_first_word():
    names = ["de Rey", "de la Cruz", "Deacon", "De"]
    assert sorted(names, key=lambda name: collation_key(name, "en")) == ["De", "de la Cruz", "de Rey", "Deacon"]
