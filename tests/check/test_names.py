"""Names of people, governments and bodies as texts write them."""

import pytest
from dossier.check.names import has_exact_name, is_named
from dossier.model.content_item import ContentFile
from dossier.model.kinds.actor import Actor


def actor(name, kind="person", **fields):
    data = {"name": name, "kind": kind, "summary": "x", "review": "draft"} | fields
    return Actor.parse(data, ContentFile("somebody", "content/actors/somebody.yml"))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Juan de la Cruz", "“No,” De la Cruz said."),
        ("Lotte van der Berg", "Van der Berg's lawyer appealed."),
        ("Bashar al-Assad", "Assad said that he would stay."),
        ("Bashar al-Assad", "President al-Assad spoke."),
        ("Conor O'Brien", "O’Brien scored twice."),
        ("J. K. Rowling", "J.K. Rowling sued."),
        ("J.K. Rowling", "J. K. Rowling sued."),
        ("Martin King Jr.", "King spoke first."),
        ("Sammy Davis, Jr.", "Davis sang."),
        ("Kim Jong-un", "Kim met the envoys."),
        ("Moon Jae-in", "President Moon resigned."),
        ("Jean-Luc Mélenchon", "Melenchon came third."),
        ("Vladimir Vladimirovich Putin", "Putin signed it."),
        ("Sir Keir Starmer", "Keir Starmer won."),
        ("Ana García-López", "García-López, a nurse, fell ill."),
    ],
)
def test_a_person_is_named_by_the_surname(name, text):
    assert is_named(actor(name), text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Juan de la Cruz", "De la Vega said."),
        ("Bashar al-Assad", "Asad Khan said."),
        ("Conor O'Brien", "Brien scored twice."),
        ("J. K. Rowling", "K. Rowlings sued."),
        ("Martin King Jr.", "Sammy Davis Jr. sang."),
        ("Henry Ford II", "The World War II film opened."),
        ("Kim Jong-un", "Jong spoke."),
        ("Vladimir Vladimirovich Putin", "Vladimir Lenin signed it."),
        ("Sir Keir Starmer", "Sir Ed Davey won."),
        ("Ana García-López", "López, a nurse, fell ill."),
    ],
)
def test_another_person_is_not(name, text):
    assert not is_named(actor(name), text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Britain", "Britons vote in May."),
        ("Britain", "Downing Street denied it."),
        ("United Kingdom", "The British government said so."),
        ("United States", "The White House said that it would appeal."),
        ("United States", "Washington recalled its envoy."),
        ("Venezuela", "Caracas said it had no comment."),
        ("Russia", "The Kremlin denied it."),
        ("France", "French officials agreed."),
        ("Sweden", "Two Swedes were arrested."),
        ("Netherlands", "Dutch police made arrests."),
        ("Philippines", "Filipino nurses left."),
        ("Turkey", "Ankara objected."),
    ],
)
def test_a_government_is_named_by_its_people_and_its_seat(name, text):
    assert is_named(actor(name, "government"), text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Britain", "The Irish vote in May."),
        ("United States", "Moscow recalled its envoy."),
        ("Venezuela", "Bogota said it had no comment."),
        ("Sweden", "Two Swiss were arrested."),
        ("Netherlands", "Danish police made arrests."),
        ("Turkey", "Athens objected."),
        ("Poland", "The poll closed at ten."),
        ("Norway", "Norfolk police made arrests."),
        ("Peru", "The perusal took days."),
        ("Spain", "The spanner broke."),
    ],
)
def test_another_government_is_not(name, text):
    assert not is_named(actor(name, "government"), text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("World Health Organization", "the World Health Organisation (WHO) warned"),
        ("The World Bank", "the World Bank lent"),
        ("J. K. Rowling", "J.K. Rowling sued"),
        ("Orbán Viktor", "Orbán Viktor, as Hungarians call him"),
        ("U.S. Army", "the US Army's band"),
    ],
)
def test_a_written_name_is_the_same_in_another_style(name, text):
    assert has_exact_name(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("World Health Organization", "the World Trade Organization warned"),
        ("Orbán Viktor", "Orban Viktor"),
        ("J. K. Rowling", "J. R. Rowling sued"),
        ("Boris Jonson", "Boris Johnson"),
        ("Mark Ruttle", "Mark Rutte"),
    ],
)
def test_another_spelling_of_a_written_name_is_not(name, text):
    assert not has_exact_name(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Iran", "Iraqi officials agreed."),
        ("Iraq", "The Iranians agreed."),
        ("UK", "Ukrainian officials agreed."),
        ("Mali", "Malaysian officials agreed."),
    ],
)
def test_a_country_of_a_similar_name_is_not(name, text):
    assert not is_named(actor(name, "government"), text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Iran", "Iranian officials agreed."),
        ("Italy", "The Italians agreed."),
        ("Ecuador", "Ecuadorian officials agreed."),
    ],
)
def test_a_people_is_called_by_its_country(name, text):
    assert is_named(actor(name, "government"), text)
