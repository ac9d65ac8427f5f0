"""The country beside the name of a place."""

import pytest
from dossier.detect.draft_words import NameParts
from dossier.detect.en.countries import country_of
from dossier.detect.place_countries import country_beside


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("They met in Caracas, Venezuela, on June 8.", "Caracas", "VE"),
        ("They met in Lima, Peru’s capital.", "Lima", "PE"),
        ("They met in Alby, the United Arab Emirates.", "Alby", "AE"),
        ("They met in Dayton, U.S.A. They left.", "Dayton", "US"),
        ("Floods in the southern US state of Louisiana go on.", "Louisiana", "US"),
        ("Floods in the United Kingdom city of Hull go on.", "Hull", "GB"),
        ("They met in Alby, Norway and Denmark.", "Alby", None),
        ("They met in Lima, Peru, Chile and Cuba.", "Lima", None),
        ("They met in Oslo, Lima, Peru.", "Lima", None),
        ("They met in Cuba, Peru.", "Cuba", None),
        ("They met in Atlanta, Georgia.", "Atlanta", None),
        ("They met in Santa Fe, New Mexico.", "Santa Fe", None),
        ("In Paris, the United States led the talks.", "Paris", None),
        ("In Alby, Norwegians met.", "Alby", None),
        ("Floods in southern US, and in Louisiana, go on.", "Louisiana", None),
        ("The Louisiana Governor met them.", "Louisiana", None),
    ],
)
def test_the_country_of_a_place_is_that_beside_its_name(text, place, code):
    start = text.index(place)
    assert country_beside(NameParts(start, start + len(place), place), text, country_of) == code
